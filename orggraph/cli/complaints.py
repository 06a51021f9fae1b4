"""Tell what went wrong: what, where, and what to do, in the user's language."""

from collections.abc import Iterator

import click

from orggraph.errors import OrgGraphError, os_reason
from orggraph.reports.blocks import Block, Paragraph
from orggraph.source import ReadError
from orggraph.source.guessing import suggest
from orggraph.text import TextList, shorten
from orggraph.words import say

MOST_PROBLEMS = 5
"""How many problems are shown with their lines, to stay on a screen."""

# Facts that are what somebody typed, of any length.
_TYPED = ("query", "words", "command", "source")


def explain(error: Exception, language: str) -> list[Block]:
    """Return what to tell about an error."""
    if isinstance(error, ReadError):
        return list(_explain_reading(error, language))
    if isinstance(error, OrgGraphError):
        return [Paragraph(_message(error, language), "bad")]
    if isinstance(error, click.ClickException):
        return list(_explain_usage(error, language))
    if isinstance(error, OSError):
        reason = os_reason(error)
        told = say("os-error", language, path=error.filename or "–", reason=reason)
        return [Paragraph(told, "bad")]
    kind = shorten(f"{type(error).__name__}: {error}", 200)
    return [Paragraph(say("internal-error", language, kind=kind), "bad")]


def _message(error: OrgGraphError, language: str) -> str:
    if error.key == "unknown-relation" and (told := _meant_relation(error, language)):
        return told
    typed = {name: shorten(str(error.facts[name])) for name in _TYPED if name in error.facts}
    return say(error.key, language, **{**error.facts, **typed})


def _meant_relation(error: OrgGraphError, language: str) -> str | None:
    """Return what to tell of a slip of the keys; None where nothing is like it."""
    words, types = str(error.facts["words"]), error.facts["types"]
    known = [word for text in types for word in text.all()] if isinstance(types, TextList) else []
    if (guess := suggest(words, known)) is None:
        return None
    told = say("no-such-relation", language, words=shorten(words))
    return told + say("did-you-mean", language, suggestion=guess)


def _explain_reading(error: ReadError, language: str) -> Iterator[Block]:
    from orggraph.reports.findings import problem_blocks

    findings = problem_blocks(error.problems, language)
    left = len(findings) - MOST_PROBLEMS
    if left > 0 and error.key == "cannot-read":
        yield from findings[:MOST_PROBLEMS]
        yield Paragraph(say("more-problems", language, count=left))
        return
    # No other command shows all that is wrong with a view or a theme: where it is much, each is
    # one line, without the excerpt.
    yield from (f._replace(excerpt=None) for f in findings) if left > 0 else findings
    if len(findings) > 1:
        yield Paragraph(error.message(language))


def _explain_usage(error: click.ClickException, language: str) -> Iterator[Block]:
    ctx = getattr(error, "ctx", None)
    yield Paragraph(_usage_message(error, ctx, language), "bad")
    command = ctx.command_path if ctx else "orggraph"
    yield Paragraph(say("see-help", language, command=command))


def _usage_message(error: click.ClickException, ctx: click.Context | None, language: str) -> str:
    """Return what is wrong with a call. Click's own words are English, and name no remedy."""
    match error:
        case click.NoSuchOption():
            return _no_such_option(error, ctx, language)
        case click.MissingParameter(param=click.Parameter() as param) if ctx:
            words = param.make_metavar(ctx).split()
            name = " ".join(word for word in words if not word.startswith("["))
            return say("missing-argument", language, name=name)
        case click.BadOptionUsage() if ctx:
            key = "value-unwanted" if _is_flag(error.option_name, ctx) else "value-missing"
            return say(key, language, option=error.option_name)
        case click.BadParameter(param=click.Parameter() as param) if ctx:
            is_option = isinstance(param, click.Option)
            return f"{param.opts[-1] if is_option else param.make_metavar(ctx)}: {error.message}"
    return error.format_message()


def _no_such_option(error: click.NoSuchOption, ctx: click.Context | None, language: str) -> str:
    option = error.option_name
    told = say("no-such-option", language, option=shorten(option))
    if ctx and isinstance(ctx.command, click.Group) and _is_of_a_command(option, ctx):
        return say("option-too-early", language, option=option)
    if error.possibilities:  # the likeliest first
        told += say("did-you-mean", language, suggestion=error.possibilities[0])
    return told


def _is_flag(name: str, ctx: click.Context) -> bool:
    options = (param for param in ctx.command.params if isinstance(param, click.Option))
    return any(option.is_flag for option in options if name in option.opts)


def _is_of_a_command(option: str, ctx: click.Context) -> bool:
    group = ctx.command
    assert isinstance(group, click.Group)
    commands = (group.get_command(ctx, name) for name in group.list_commands(ctx))
    return any(option in param.opts for command in commands if command for param in command.params)

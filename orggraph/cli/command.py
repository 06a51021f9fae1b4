"""Commands that speak the user's language, in their help and of a wrong call."""

from collections.abc import Callable, Iterator
from functools import cache
from inspect import cleandoc
from typing import Any

import click

from orggraph.cli.context import language
from orggraph.cli.output import print_text
from orggraph.text import shorten
from orggraph.words import say


class Command(click.Command):
    """A command with its help in Danish too."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the words of a call; a wrong one raises UsageError, with the command it was for."""
        ctx.allow_extra_args = True  # they are refused here, in the user's language
        try:
            rest = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if rest and not isinstance(self, click.Group) and not ctx.resilient_parsing:
            told = say("too-many-words", language(), words=shorten(" ".join(rest)))
            raise click.UsageError(told, ctx)
        return rest

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the form of a call."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        prefix = say("help-usage", language()) + " "
        formatter.write_usage(ctx.command_path, pieces, prefix)

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command does."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(cleandoc(_danish_command(self.name) or self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what may be said to it."""
        with formatter.section(say("help-options", language())):
            formatter.write_dl(list(_iter_options(self, ctx)))

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return what the command does, in the first of its sentences."""
        return (_danish_command(self.name) or self.help or "").partition("\n")[0]

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option for help, which is printed as answers are."""
        names = self.get_help_option_names(ctx)
        return _help_option(tuple(names)) if names else None


def command() -> Callable[[Callable[..., Any]], click.Command]:
    """Return the decorator that makes a function a command."""
    return click.command(cls=Command)


@cache
def _help_option(names: tuple[str, ...]) -> click.Option:
    # click's own would look for a translation of its help in each call.
    return click.Option(
        names,
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_help,
        help="Show this message and exit.",
    )


def _print_help(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        print_text(ctx.get_help() + "\n")
        ctx.exit()


def _iter_options(command: click.Command, ctx: click.Context) -> Iterator[tuple[str, str]]:
    danish: dict[str, str] = {}
    if language() == "da":
        from orggraph.words.help import OPTIONS  # only a call for help needs it

        danish = OPTIONS
    for param in command.get_params(ctx):
        if isinstance(param, click.Option) and (record := param.get_help_record(ctx)):
            yield record[0], danish.get(record[1], record[1])


def _danish_command(name: str | None) -> str | None:
    if language() != "da":
        return None
    from orggraph.words.help import COMMANDS  # only a call for help needs it

    return COMMANDS.get(name or "")

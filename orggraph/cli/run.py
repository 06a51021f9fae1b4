"""Run a command, and let nothing but an answer or a clear message reach the user."""

import os
import sys
import traceback
from collections.abc import Sequence
from typing import NoReturn

import click

from orggraph.cli.app import app
from orggraph.cli.output import prepare_streams, print_error
from orggraph.cli.settings import default_language
from orggraph.errors import OrgGraphError
from orggraph.reports.blocks import Block, Paragraph
from orggraph.source import ReadError
from orggraph.words import LANGUAGES, say

ANSWERED, NO, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: answered and clean; answered "no" or problems found; wrong use or unreadable."""

MOST_PROBLEMS = 12
"""How many problems are shown before a question; `check` shows them all."""


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code."""
    sys.exit(run(sys.argv[1:] if args is None else args))


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code; every error becomes a message."""
    prepare_streams()
    language, debug = _spoken(args), "--debug" in args
    try:
        code = app.main(list(args), prog_name="orggraph", standalone_mode=False)
        sys.stdout.flush()
        return code if isinstance(code, int) else ANSWERED
    except BrokenPipeError:
        # Whoever read the answer has seen enough. Python flushes once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ANSWERED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        if debug:
            traceback.print_exc()
        print_error(*_explain(error, language))
        return WRONG


def _explain(error: Exception, language: str) -> list[Block]:
    if isinstance(error, ReadError):
        return _explain_reading(error, language)
    if isinstance(error, OrgGraphError):
        return [Paragraph(error.message(language), "bad")]
    if isinstance(error, click.ClickException):
        return _explain_usage(error, language)
    if isinstance(error, OSError) and error.filename:
        told = say("os-error", language, path=error.filename, reason=error.strerror)
        return [Paragraph(told, "bad")]
    kind = f"{type(error).__name__}: {error}"
    return [Paragraph(say("internal-error", language, kind=kind), "bad")]


def _explain_reading(error: ReadError, language: str) -> list[Block]:
    from orggraph.reports.findings import problem_blocks

    shown = problem_blocks(error.problems[:MOST_PROBLEMS], language)
    told: list[Block] = [*shown, Paragraph(error.message(language), "bad")]
    if len(error.problems) > MOST_PROBLEMS:
        left = len(error.problems) - MOST_PROBLEMS
        told.append(Paragraph(say("more-problems", language, count=left)))
    return told


def _explain_usage(error: click.ClickException, language: str) -> list[Block]:
    """Return what is wrong with a call in the user's language where the reason is a common one."""
    told = error.format_message()
    if isinstance(error, click.NoSuchOption):
        told = say("no-such-option", language, option=error.option_name)
        if error.possibilities:
            told += say("did-you-mean", language, suggestion=sorted(error.possibilities)[0])
    elif isinstance(error, click.MissingParameter) and error.param is not None:
        told = say("missing-argument", language, name=error.param.make_metavar(error.ctx))  # type: ignore[arg-type]
    ctx = getattr(error, "ctx", None)
    command = ctx.command_path if ctx else "orggraph"
    return [Paragraph(told, "bad"), Paragraph(say("see-help", language, command=command))]


def _spoken(args: Sequence[str]) -> str:
    """Return the language to complain in, as far as the call can be read at all."""
    for place, arg in enumerate(args):
        _, sign, value = arg.partition("=")
        if arg.startswith("--lang"):
            value = value if sign else "".join(args[place + 1 : place + 2])
            if value in LANGUAGES:
                return value
    return default_language()

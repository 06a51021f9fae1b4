"""Run a command, and let nothing but an answer or a clear message reach the user."""

import os
from collections.abc import Sequence

import click

from orggraph.cli.app import app
from orggraph.cli.context import Call, spoken_language, unknown_language
from orggraph.cli.output import prepare_streams, print_error

ANSWERED, NO, WRONG, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: answered and clean; answered "no" or problems found; wrong use or unreadable."""

_COMPLETES = "_ORGGRAPH_COMPLETE"


def run(args: Sequence[str]) -> int:
    """Run one command and return its exit code; every error becomes a message."""
    prepare_streams()
    call = Call(spoken_language(args))
    code = _answer(args, call)
    call.finish()
    return code


def _answer(args: Sequence[str], call: Call) -> int:
    language = call.language
    _warn_of_language(language)
    try:
        code = app.main(list(args), prog_name="orggraph", standalone_mode=False, obj=call)
        return code if isinstance(code, int) else ANSWERED
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as error:
        from orggraph.cli.complaints import explain  # only a mistake needs it

        if "--debug" in args:
            import traceback

            traceback.print_exc()
        print_error(*explain(error, language))
        return WRONG


def _warn_of_language(language: str) -> None:
    unknown = unknown_language()
    # A shell that completes a word is no place for a warning.
    if unknown and _COMPLETES not in os.environ:
        from orggraph.reports.blocks import Paragraph
        from orggraph.words import LANGUAGES, say

        told = say("no-such-language", language, words=unknown, known=", ".join(LANGUAGES))
        print_error(Paragraph(told, "fair"))

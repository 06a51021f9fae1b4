"""The command line: it parses, asks, and prints. Everything else is below."""

import gc
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main"]

_INTERRUPTED = 130


def main(args: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit with its code."""
    # A command reads, answers and ends: almost all that it makes lives as long as it does, and the
    # cycle collector would only walk it again and again.
    gc.disable()
    # Importing takes most of the time of a small question, so Ctrl-C comes as often then.
    try:
        from orggraph.cli.run import run

        code = run(sys.argv[1:] if args is None else args)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    # When Python ends it looks for cycles once more, which took as long as to read the data.
    gc.freeze()
    sys.exit(code)

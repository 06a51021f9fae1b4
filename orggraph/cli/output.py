"""Print to a terminal, a pipe or a file, whatever it can show."""

import codecs
import os
import shutil
import sys
import unicodedata
from typing import TextIO

from orggraph.api import OrgGraph
from orggraph.cli.settings import language, setting, sources_of
from orggraph.reports.blocks import Block, Report
from orggraph.reports.formats import write
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller

# What stands for a character where a terminal has no such character.
_STAND_INS = {
    **{"→": "->", "▼": "v", "│": "|", "├": "|", "└": "`", "─": "-", "…": "...", "·": "-"},
    **{"“": '"', "”": '"', "’": "'", "–": "-", "—": "-", "\u00a0": " "},
    **{"æ": "ae", "ø": "oe", "å": "aa", "Æ": "Ae", "Ø": "Oe", "Å": "Aa"},
}


def _stand_in(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    unwritable = error.object[error.start : error.end]
    return "".join(map(_ascii, unwritable)), error.end


def _ascii(character: str) -> str:
    if character in _STAND_INS:
        return _STAND_INS[character]
    plain = unicodedata.normalize("NFKD", character).encode("ascii", "ignore").decode()
    return plain or "?"


def prepare_streams() -> None:
    """Let every text be written, on a terminal without UTF-8 too."""
    codecs.register_error("orggraph", _stand_in)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="orggraph")


def answer(graph: OrgGraph, result: object) -> None:
    """Print the result of a question in the format and language that were asked for."""
    print_report(report(Teller(graph, language(), sources_of(graph)), result))


def print_report(told: Report) -> None:
    """Print a report to standard output."""
    chosen = setting("format", "text")
    utf8 = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    print_text(
        write(
            told,
            chosen,
            width=_width(sys.stdout),
            colour=_has_colour(sys.stdout),
            ascii_only=not utf8,
        )
    )


def print_text(text: str) -> None:
    """Print text to standard output."""
    sys.stdout.write(text)
    sys.stdout.flush()


def print_error(*blocks: Block) -> None:
    """Print blocks to standard error."""
    told = Report(dict, tuple, lambda: blocks)
    text = write(told, "text", width=_width(sys.stderr), colour=_has_colour(sys.stderr))
    sys.stderr.write(text)
    sys.stderr.flush()


def _width(stream: TextIO) -> int | None:
    return shutil.get_terminal_size().columns if stream.isatty() else None


def _has_colour(stream: TextIO) -> bool:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain

"""What is read in any format: from where, how, and what to say of it."""

import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from orggraph.api.graph import OrgGraph
from orggraph.cli.completion import complete_format
from orggraph.cli.context import language
from orggraph.cli.values import ColumnName, Words
from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import MAX_INPUT, Origin, ReadOptions
from orggraph.formats.loader import Imported

STANDARD_INPUT = "-"

F = TypeVar("F", bound=Callable[..., Any])


def reading_options(function: F) -> F:
    """Add the options that say how a file is read, where the reader does not find out itself."""
    words = {
        ("--encoding", "TEXT"): "Encoding of a CSV file, such as windows-1252.",
        ("--delimiter", "TEXT"): "What separates the cells of a CSV file; tab is a tabulator.",
        ("--sheet", "TEXT"): "The sheet of a workbook that is a list of people.",
        ("--text-lang", "CODE"): "Language of plain text in IN, where it does not say.",
    }
    for (name, metavar), told in reversed(words.items()):
        function = click.option(name, type=Words(), metavar=metavar, help=told)(function)
    function = click.option(
        "--column",
        "columns",
        type=ColumnName(),
        multiple=True,
        metavar="NAME=HEADING",
        help="The heading of a column, such as name=Navn; may be repeated.",
    )(function)
    return click.option(
        "--from",
        "from_",
        type=Words(),
        metavar="FORMAT",
        shell_complete=complete_format,
        help="Format of IN; else it is found out.",
    )(function)


def said_options(said: Mapping[str, Any]) -> ReadOptions:
    """Return how a file is to be read, as the options say."""
    return ReadOptions(
        language=said["text_lang"],
        encoding=said["encoding"],
        delimiter=said["delimiter"],
        columns=dict(said["columns"]),
        sheet=said["sheet"],
    )


def origin_of(words: str) -> Origin:
    """Return where data is read from: a path, or standard input for ``-``, which is read here."""
    if words != STANDARD_INPUT:
        return Origin.of(words)
    if sys.stdin is None:
        raise OrgGraphError("no-input")
    return Origin(STANDARD_INPUT, data=sys.stdin.buffer.read(MAX_INPUT + 1))


def tell_reading(imported: Imported[OrgGraph]) -> None:
    """Say what was found out about a file, and what of it was not understood."""
    if imported.remarks or imported.notices:
        from orggraph.cli.output import print_error
        from orggraph.reports.conversion import import_blocks
        from orggraph.reports.teller import Teller

        tell = Teller(imported.graph, language())
        print_error(*import_blocks(tell, imported.remarks, imported.notices))

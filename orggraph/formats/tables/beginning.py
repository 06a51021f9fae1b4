"""Where a table begins: titles, dates and groups of columns may stand above its headings."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from orggraph.formats.tables.headings import recognise_table
from orggraph.formats.tables.row_values import Row
from orggraph.formats.tables.staff_columns import is_staff
from orggraph.source import Location, Problem, problem
from orggraph.text import shorten
from orggraph.vocabulary import core_vocabulary

_MOST_ABOVE = 20
"""The most rows that are looked at in search of the headings."""


class Beginning(NamedTuple):
    """The headings of a table, without empty ones at their end, and the rows under them.

    `notices` tell what stands above.
    """

    place: Location
    headings: Sequence[str]
    rows: Iterator[Row | Problem]
    notices: list[Problem]


def find_beginning(rows: Iterator[Row | Problem]) -> Beginning | Problem | None:
    """Return where a table begins; None where all rows are empty.

    The headings are the first row that has those of a table or of a list of people. Where none of
    the first rows does, they are the first with more than one cell, or else the first.
    """
    seen: list[Row] = []
    left: Iterable[Row | Problem] = ()
    at = None
    for row in rows:
        if isinstance(row, Problem):
            if not seen:
                return row
            left = [row]
            break
        if not any(row.cells):
            continue
        seen.append(row)
        if is_heading(row.cells):
            at = len(seen) - 1
            break
        if len(seen) == _MOST_ABOVE:
            break
    if not seen:
        return None
    if at is None:
        at = next((i for i, row in enumerate(seen) if sum(map(bool, row.cells)) > 1), 0)
    found = seen[at]
    notices = []
    if at:
        texts = (cell for row in seen[:at] for cell in row.cells if cell)
        above = shorten("; ".join(texts))
        place = found.place(0)
        notices.append(problem("rows-above", place, row=place.line + 1, text=above))
    headings = trimmed(found.cells)
    return Beginning(found.place(0), headings, chain(seen[at + 1 :], left, rows), notices)


def is_heading(cells: Sequence[str]) -> bool:
    """Whether a row has the headings of a table, or of a list of people.

    One heading alone makes no table: any line of text would be one.
    """
    if sum(map(bool, cells)) < 2:
        return False
    return is_staff(cells) or recognise_table(cells, core_vocabulary()) is not None


def trimmed(cells: Sequence[str]) -> list[str]:
    """Return cells without the empty ones at their end."""
    kept = list(cells)
    while kept and not kept[-1]:
        kept.pop()
    return kept

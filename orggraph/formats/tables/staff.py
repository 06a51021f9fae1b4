"""A plain list of people, each with a manager, as a graph.

Each row is a person who reports to the manager; the unit that a row names becomes a body that
employs the person. Who is named as a manager and is not in the list becomes a person too. Two rows
of one name are one person where title, unit and address are the same, and else two. Rows that name
nobody, sums at the end and vacant posts are left out, and counted.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from orggraph.formats.draft import Draft
from orggraph.formats.exchange import Gathered, ReadOptions
from orggraph.formats.tables.gathering import Grid
from orggraph.formats.tables.ledger import Ledger, MemoryLedger
from orggraph.formats.tables.row_values import Row
from orggraph.formats.tables.staff_columns import HEADINGS, MOST_ROWS, Choice, choose_columns
from orggraph.formats.tables.staff_list import Staff
from orggraph.source import Problem
from orggraph.text import fold
from orggraph.vocabulary import core_vocabulary

_MOST_LETTERS = 4_000_000  # of the rows that a guess looks at


def gather_staff(grid: Grid, shown: str, options: ReadOptions) -> Gathered:
    """Return what a list of people says, with how it was understood as notices."""
    draft = Draft(core_vocabulary())
    staff = read_staff(grid, options, MemoryLedger())
    if not isinstance(staff, Staff):
        draft.problems.extend(staff)
        draft.is_whole = False
        return Gathered(draft)
    draft.language = staff.language
    draft.nodes.extend(staff.nodes())
    draft.relations.extend(staff.relations())
    return Gathered(draft, staff.remarks, staff.notices())


def read_staff(grid: Grid, options: ReadOptions, ledger: Ledger) -> Staff | list[Problem]:
    """Return a list of people that has been read into a ledger, or what is wrong with it.

    No more rows are held at once than the columns are guessed from.
    """
    failures: list[Problem] = []
    rows = _sound(grid.rows, failures)
    first = _beginning(rows)
    choice = choose_columns(
        grid.headings, [row.cells for row in first], options.columns, grid.place
    )
    rows = chain(_given_away(first), rows)
    if isinstance(choice, Problem):
        for _ in rows:  # which may not be sound either
            pass
        return [*failures, choice]
    staff = Staff(grid, choice, options.language or _language(grid.headings, choice), ledger)
    staff.read(rows)
    if failures:
        return failures
    staff.settle()
    return staff


def _sound(rows: Iterable[Row | Problem], failures: list[Problem]) -> Iterator[Row]:
    for row in rows:
        if isinstance(row, Problem):
            failures.append(row)
        elif any(row.cells):
            yield row


def _beginning(rows: Iterator[Row]) -> list[Row]:
    """Return the first rows, as many as a guess looks at."""
    found: list[Row] = []
    letters = 0
    for row in islice(rows, MOST_ROWS):
        found.append(row)
        letters += sum(map(len, row.cells))
        if letters > _MOST_LETTERS:
            break
    return found


def _given_away(rows: list[Row]) -> Iterator[Row]:
    """Yield rows, and keep none."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _language(headings: Sequence[str], choice: Choice) -> str:
    words = {fold(headings[at]) for at in choice.columns.values()}
    danish = {fold(w) for several in HEADINGS.values() for w in several if re.search("[æøå]", w)}
    danish |= {fold(w) for w in ("navn", "leder", "chef", "afdeling", "titel", "stilling", "enhed")}
    return "da" if words & danish else "en"

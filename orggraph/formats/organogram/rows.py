"""The rows of one organogram file, by what their columns mean.

The columns are those of the table schemas that data.gov.uk publishes for organograms. Headings have
changed a little over the years, so they are known by their letters alone.
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from orggraph.formats.exchange import Remarks
from orggraph.source import Location, Problem, problem

SENIOR = {
    "reference": "Post Unique Reference",
    "name": "Name",
    "grade": "Grade",
    "title": "Job Title",
    "function": "Job/Team Function",
    "parent": "Parent Department",
    "organisation": "Organisation",
    "unit": "Unit",
    "superior": "Reports to Senior Post",
    "notes": "Notes",
    "uri": "URI",
}
JUNIOR = {
    "parent": "Parent Department",
    "organisation": "Organisation",
    "unit": "Unit",
    "superior": "Reporting Senior Post",
    "grade": "Grade",
    "title": "Generic Job Title",
    "posts": "Number of Posts in FTE",
}
"""The columns that are read, by what they mean, as the schemas head them."""

_TELLING = {"senior": ("reference", "superior"), "junior": ("superior", "title")}
_DELIMITERS = ",;\t|"
_MOST_COLUMNS = 500
_MOST_LETTERS = 131_072  # the limit of the library, set here since it can be changed elsewhere
_NOTHING = re.compile(r"\s*(n\s*[/\\]\s*[ad])?\s*", re.IGNORECASE)
_BESIDE_LETTERS = re.compile(r"\([^()]*\)|[\W\d_]")


class Row(NamedTuple):
    """One row: the text of each column that is read, without space around it."""

    cells: Mapping[str, str]
    place: Location

    def text(self, column: str) -> str:
        """Return what stands in a column; empty where that is ``N/A``, ``N/D`` or nothing."""
        text = self.cells.get(column, "")
        return "" if _NOTHING.fullmatch(text) else text

    @property
    def content(self) -> tuple[tuple[str, str], ...]:
        """What it says, to put rows in an order that is not that of the file."""
        return tuple(sorted(self.cells.items()))


class Table(NamedTuple):
    """The rows of a file, whether of senior or of junior posts, or what keeps them from it."""

    kind: str
    rows: tuple[Row, ...] = ()
    problem: Problem | None = None


def find_kind(headings: Sequence[str]) -> str | None:
    """Return what a heading row is that of: ``senior``, ``junior``, or None for no organogram."""
    found = set(map(_letters, headings))
    columns = {"senior": SENIOR, "junior": JUNIOR}
    for kind, telling in _TELLING.items():
        if all(_letters(columns[kind][column]) in found for column in telling):
            return kind
    return None


def read_rows(text: str, shown: str, delimiter: str | None, remarks: Remarks) -> Table:
    """Return the rows of a file; what stands in columns that are not read goes to ``remarks``."""
    start = Location(shown, 0, 0)
    lines = _iter_rows(text, delimiter or _find_delimiter(text))
    try:
        _, headings = next(lines, (0, []))
        kind = find_kind(headings)
        if kind is None:
            return Table("", (), problem("organogram-headings", start))
        if len(headings) > _MOST_COLUMNS:
            wide = problem("organogram-width", start, count=len(headings), limit=_MOST_COLUMNS)
            return Table(kind, (), wide)
        columns = _columns(headings, SENIOR if kind == "senior" else JUNIOR)
        rows = []
        for line, cells in lines:
            place = Location(shown, line, 0)
            if any(map(str.strip, cells)):
                rows.append(_row(cells, headings, columns, place, remarks))
        return Table(kind, tuple(rows))
    except _RowError as error:
        place = Location(shown, error.line, 0)
        return Table("", (), problem("organogram-csv", place, detail=str(error.__cause__)))


class _RowError(Exception):
    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


def _iter_rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the line that it begins on, from zero."""
    csv.field_size_limit(_MOST_LETTERS)
    # Strict, since a quote that is never closed would take all rows after it into one cell.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise _RowError(line) from error
        if cells is None:
            return
        yield line, cells


def _find_delimiter(text: str) -> str:
    """Return the delimiter that makes the most known headings of the first line."""
    known = {_letters(heading) for heading in (*SENIOR.values(), *JUNIOR.values())}
    first = text[:_MOST_LETTERS].partition("\n")[0]
    return max(_DELIMITERS, key=lambda d: sum(_letters(c) in known for c in first.split(d)))


def _letters(heading: str) -> str:
    return _BESIDE_LETTERS.sub("", heading).casefold()


def _columns(headings: Sequence[str], known: Mapping[str, str]) -> dict[int, str]:
    """Return what is read of each column, by its number; the first of two alike counts."""
    meanings = {_letters(heading): column for column, heading in known.items()}
    found: dict[int, str] = {}
    for number, heading in enumerate(headings):
        if (column := meanings.pop(_letters(heading), None)) is not None:
            found[number] = column
    return found


def _row(
    cells: Sequence[str],
    headings: Sequence[str],
    columns: Mapping[int, str],
    place: Location,
    remarks: Remarks,
) -> Row:
    for number, cell in enumerate(cells):
        if number not in columns and not _NOTHING.fullmatch(cell):
            heading = headings[number].strip() if number < len(headings) else ""
            # Cells beyond the last heading are counted as one column, however many they are.
            beyond = min(number, len(headings)) + 1
            remarks.add("column", cell.strip()[:60], heading or str(beyond))
    read = {columns[n]: cell.strip() for n, cell in enumerate(cells) if n in columns}
    return Row(read, place)

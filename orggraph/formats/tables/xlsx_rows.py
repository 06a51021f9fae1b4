"""The rows of a sheet of a workbook as texts, one at a time."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from itertools import chain, islice, repeat
from typing import Any, NamedTuple

from orggraph.formats.tables.csv_rows import MOST_LETTERS
from orggraph.formats.tables.headings import MOST_COLUMNS
from orggraph.source import Location, Problem, problem

MOST_ROWS = 1_048_576
"""As many as a spreadsheet has."""

MOST_CELLS = 16_000_000
"""The cells of a sheet, with those that are skipped: a cell far to the right costs a wide row."""

_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_ERROR = "e"  # the type of a cell whose formula failed; as a text it may hold the same


class SheetRow(NamedTuple):
    """A row of a sheet; places show the workbook with the sheet, its row and its column."""

    cells: Sequence[str]
    path: str
    line: int

    def place(self, at: int) -> Location:
        """Return where the cell of this number stands."""
        return Location(self.path, self.line, at)


class Opened(NamedTuple):
    """A sheet that is open: with its results, with its formulas where it has any, and more.

    `merged` are the ranges of merged cells over several rows, by their first column; `has_errors`
    says that formulas have failed in the workbook.
    """

    results: Any
    formulas: Any
    path: str
    merged: Mapping[int, Sequence[tuple[int, int]]]
    has_errors: bool


def iter_sheet(sheet: Opened) -> Iterator[SheetRow | Problem]:
    """Yield the rows of a sheet; a problem for one that cannot be read.

    What stands in merged cells counts for every row that they go over.
    """
    sheet.results.reset_dimensions()  # what a file says of its size need not be so
    written: Iterator[Any] = repeat(())
    if sheet.formulas is not None:
        sheet.formulas.reset_dimensions()
        written = chain(sheet.formulas.iter_rows(values_only=True), repeat(()))
    fill = _Filling(sheet.merged) if sheet.merged else None
    rows = sheet.results.iter_rows(values_only=not sheet.has_errors)
    pairs = zip(rows, written, strict=False)
    cells_left = MOST_CELLS
    for line, pair in enumerate(islice(_guarded(pairs), MOST_ROWS + 1)):
        if pair is None:
            # Without the name of the sheet, as of a workbook that cannot be opened at all.
            path = sheet.path.rpartition("[")[0]
            yield problem("workbook-broken", Location(path, 0, 0), path=path)
            return
        row, sources = pair
        if line == MOST_ROWS:
            yield problem("too-many-rows", Location(sheet.path, line, 0), limit=MOST_ROWS)
            return
        cells_left -= len(row)
        if cells_left < 0:
            yield problem("too-many-cells", Location(sheet.path, line, 0), limit=MOST_CELLS)
            return
        if len(row) > MOST_COLUMNS:
            yield problem("too-many-columns", Location(sheet.path, line, 0), limit=MOST_COLUMNS)
            return
        failed = None
        if sheet.has_errors:
            failed = next((at for at, cell in enumerate(row) if cell.data_type == _ERROR), None)
            row = [cell.value for cell in row]
        cells = [_text(value) for value in row]
        if failed is not None:
            yield problem("cell-error", Location(sheet.path, line, failed), text=cells[failed])
            continue
        found = _wrong_cell(cells, row, sources, sheet.path, line)
        yield found or SheetRow(fill.filled(line, cells) if fill else cells, sheet.path, line)


def _guarded(pairs: Iterator[Any]) -> Iterator[Any]:
    """Yield what the library reads, and None where a broken file makes it raise what it may."""
    try:
        yield from pairs
    except Exception:  # ours are not under this: it is suspended while they run
        yield None


class _Filling:
    """Puts what merged cells hold into every row that they go over, from above to below."""

    def __init__(self, merged: Mapping[int, Sequence[tuple[int, int]]]) -> None:
        self._waiting = {column: sorted(ranges, reverse=True) for column, ranges in merged.items()}
        self._now: dict[int, tuple[int, str]] = {}

    def filled(self, line: int, cells: list[str]) -> list[str]:
        for column, ranges in self._waiting.items():
            while ranges and ranges[-1][0] <= line:
                first, last = ranges.pop()
                if first == line and column < len(cells) and cells[column]:
                    self._now[column] = last, cells[column]
        if not any(cells):
            return cells  # merged cells alone make no row
        for column, (last, text) in self._now.items():
            if line <= last:
                cells += [""] * (column + 1 - len(cells))
                cells[column] = cells[column] or text
        return cells


def _wrong_cell(
    cells: list[str], row: Sequence[Any], sources: Sequence[Any], path: str, line: int
) -> Problem | None:
    for at, text in enumerate(cells):
        place = Location(path, line, at)
        if not text:
            source = sources[at] if at < len(sources) else None
            if row[at] is None and isinstance(source, str) and source.startswith("="):
                return problem("formula-unknown", place)
        elif len(text) > MOST_LETTERS:
            return problem("row-too-long", place, limit=MOST_LETTERS)
        elif not text.isprintable() and (found := _CONTROL.search(text)):
            code = f"U+{ord(found.group()):04X}"
            return problem("control-character", place, character=code)
    return None


def _text(value: Any) -> str:
    """Return the value of a cell as the text that a person sees, dates as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int) and abs(value) > 10**18:
        return repr(float(value))  # no number of a spreadsheet; as digits it could be endless
    text = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), str(value))
    return text.strip()

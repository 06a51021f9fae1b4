"""Read workbooks: the values of sheets as rows of texts, through openpyxl."""

import io
import warnings
from typing import Any

from orggraph.formats.exchange import MOST_BYTES, Gathered, Origin, ReadOptions, unreadable
from orggraph.formats.tables.beginning import find_beginning
from orggraph.formats.tables.columns import TABLES
from orggraph.formats.tables.gathering import Grid, gather_tables
from orggraph.formats.tables.headings import recognise_table
from orggraph.formats.tables.staff import gather_staff
from orggraph.formats.tables.staff_columns import is_staff
from orggraph.formats.tables.xlsx_limits import Signs, examine, find_merged
from orggraph.formats.tables.xlsx_rows import Opened, iter_sheet
from orggraph.source import Location, Problem, problem
from orggraph.text import fold, shorten
from orggraph.vocabulary import core_vocabulary

LEGENDS = ("legend", "forklaring")
"""What the sheet is called that explains the others."""


def read_xlsx(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what the sheets of a workbook say that are tables of a graph, or a list of people."""
    data = origin.read(MOST_BYTES)
    signs = data if isinstance(data, Problem) else examine(data, origin.shown)
    if isinstance(data, Problem):
        return unreadable(data)
    if isinstance(signs, Problem):
        return unreadable(signs)
    import openpyxl

    start = Location(origin.shown, 0, 0)
    with warnings.catch_warnings():
        # The library warns of what it does not keep: drop-down lists, pictures, printing.
        warnings.simplefilter("ignore")
        try:
            values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            formulas = None
            if signs.has_formulas:
                formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
        except Exception:  # the library raises whatever a broken file makes it
            return unreadable(problem("workbook-broken", start, path=origin.shown))
        return _Workbook(data, values, formulas, signs, origin.shown, options).gather()


class _Workbook:
    """The sheets of one workbook in the reading."""

    def __init__(
        self,
        data: bytes,
        values: Any,
        formulas: Any,
        signs: Signs,
        shown: str,
        options: ReadOptions,
    ) -> None:
        self.data = data
        self.signs = signs
        self.values = values
        self.formulas = formulas
        self.shown = shown
        self.options = options
        self.notices: list[Problem] = []
        self.failures: list[Problem] = []
        self._told: dict[str, list[Problem]] = {}

    def gather(self) -> Gathered:
        start = Location(self.shown, 0, 0)
        chosen = self._choose()
        if isinstance(chosen, Problem):
            return unreadable(chosen)
        tables: list[tuple[str, Grid]] = []
        others: list[tuple[str, Grid]] = []
        for sheet in chosen:
            grid = self._grid(sheet)
            if grid is None:
                continue
            named = _named_table(sheet.title)
            by_headings = recognise_table(grid.headings, core_vocabulary())
            if by_headings:
                tables.append((named or by_headings, grid))
            elif named and named != sheet.title.casefold() and len(chosen) == 1:
                others.append((sheet.title, grid))
            elif named:
                tables.append((named, grid))
            else:
                others.append((sheet.title, grid))
        if self.failures:
            return unreadable(*self.failures)
        if tables:
            gathered = gather_tables(tables, self.shown, self.options)
            skipped = [name for name, _ in others]
        elif others:
            others.sort(key=lambda other: not is_staff(other[1].headings))
            tables = others[:1]
            gathered = gather_staff(others[0][1], self.shown, self.options)
            skipped = [name for name, _ in others[1:]]
        else:
            return unreadable(problem("empty-table", start, path=self.shown))
        if skipped:
            names = ", ".join(map(shorten, skipped[:12]))
            gathered.notices.append(problem("sheets-skipped", start, sheets=names))
        for _, grid in tables:
            self.notices += self._told.get(grid.place.path, ())
        gathered.notices[:0] = self.notices
        return gathered

    def _choose(self) -> list[Any] | Problem:
        start = Location(self.shown, 0, 0)
        sheets = [sheet for sheet in self.values.worksheets if hasattr(sheet, "iter_rows")]
        if wanted := self.options.sheet:
            found = [sheet for sheet in sheets if fold(sheet.title) == fold(wanted)]
            known = ", ".join(shorten(sheet.title) for sheet in sheets[:20])
            return found or problem("no-such-sheet", start, sheet=shorten(wanted), known=known)
        hidden = [sheet for sheet in sheets if sheet.sheet_state != "visible"]
        if hidden:
            names = ", ".join(shorten(sheet.title) for sheet in hidden[:12])
            self.notices.append(problem("sheets-hidden", start, sheets=names))
        return [
            sheet
            for sheet in sheets
            if sheet not in hidden and sheet.title.casefold() not in LEGENDS
        ]

    def _grid(self, sheet: Any) -> Grid | None:
        path = f"{self.shown}[{sheet.title}]"
        formulas = self.formulas[sheet.title] if self.formulas else None
        part = sheet._worksheet_path  # the library reads no merged cells in this way
        merged = find_merged(self.data, part) if self.signs.has_merged else {}
        opened = Opened(sheet, formulas, path, merged, self.signs.has_errors)
        found = find_beginning(iter_sheet(opened))
        if found is None:
            return None
        if isinstance(found, Problem):
            self.failures.append(found)
            return None
        self._told[path] = found.notices
        if merged:
            self._told[path].append(problem("merged-cells", found.place))
        return Grid(found.place, found.headings, found.rows)


def _named_table(title: str) -> str | None:
    words = title.strip().casefold()
    fitting = (t.name for t in TABLES.values() if words in (t.name, *t.others))
    return next(fitting, None)

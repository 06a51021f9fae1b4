"""Write workbooks that are pleasant to go on in: headings, filters, lists of words, a legend."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from orggraph.formats.exchange import Content, Output, Remarks, WriteOptions
from orggraph.formats.packages import settled
from orggraph.formats.tables.columns import TABLES, Table
from orggraph.formats.tables.csv_rows import guard
from orggraph.formats.tables.legend import Legend, make_legend
from orggraph.formats.tables.writing import Key, Tables

LONGEST_CELL = 32_767
"""As many characters as a cell of Excel can have."""

_DAY = datetime(2000, 1, 1)  # no day of ours: the bytes depend on the graph alone
_CHANGED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")
_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_WIDEST = {
    "evidence": 38, "note": 34, "text": 60, "reason": 40, "quote": 40, "url": 40, "checksum": 18,
}  # fmt: skip
_WIDE_ENOUGH = 28
_BUTTON = 4  # characters that the button of the filter hides
_ROWS_MEASURED = 1_000
_FONT, _POINTS = "Calibri", 11
_LINE = 15  # points
_MOST_LINES = 12
_WIDE = 180  # characters, beyond which nobody could read them across a small page
_A4, _A3 = 9, 8  # as workbooks number them
_MARGINS = {"left": 0.5, "right": 0.5, "top": 0.5, "bottom": 0.7, "header": 0.3, "footer": 0.3}
_HEAD_FILL = "DCE6F1"
_GRID = "BFBFBF"


def write_xlsx(content: Content, options: WriteOptions) -> Output:
    """Return a graph as a workbook with a sheet for each table, and one that explains them."""
    remarks = Remarks()
    return Output({"": _pieces(content, remarks)}, remarks)


def _pieces(content: Content, remarks: Remarks) -> Iterator[bytes]:
    from openpyxl import Workbook

    tables = Tables(content)
    used = tables.used()
    legend = make_legend(tables, used)
    book = Workbook(write_only=True)
    book.properties.created = _DAY
    book.properties.creator = "orggraph"
    if content.title:
        book.properties.title = content.title.in_language(tables.language)
    for name, keys in used.items():
        _write_sheet(book, tables, TABLES[name], keys, legend, remarks)
    _write_legend(book, legend)
    yield settled(book.save, _settle_day)


def _settle_day(name: str, content: bytes) -> bytes:
    """Return a part of a workbook without the hour at which the library says it was written."""
    if name == "docProps/core.xml":
        return _CHANGED.sub(rb"\g<1>2000-01-01T00:00:00Z", content)
    return content


class _Styles:
    """How cells look."""

    def __init__(self) -> None:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

        self.plain = Font(name=_FONT, size=_POINTS)
        self.bold = Font(name=_FONT, size=_POINTS, bold=True)
        self.fill = PatternFill("solid", fgColor=_HEAD_FILL)
        self.wrapped = Alignment(vertical="top", wrap_text=True)
        self.line = Border(bottom=Side("thin", color=_GRID))
        self._made: dict[tuple[bool, bool], Any] = {}

    def cell(self, sheet: Any, text: str, *, heading: bool = False) -> Any:
        """Return a cell that holds text, whatever it begins with."""
        from openpyxl.cell import WriteOnlyCell

        cell: Any = WriteOnlyCell(sheet, value="")
        cell.value = _ESCAPE.sub("_x005F_", text) or None
        if text:
            cell.data_type = "s"
        key = heading, guard(text) != text
        if key not in self._made:
            self._made[key] = self._look(cell, *key)
        cell._style = self._made[key]  # to give each cell its look anew takes most of the time
        return cell

    def _look(self, cell: Any, is_heading: bool, is_guarded: bool) -> Any:
        cell.alignment, cell.border = self.wrapped, self.line
        cell.font = self.bold if is_heading else self.plain
        if is_heading:
            cell.fill = self.fill
        if is_guarded:
            cell.quotePrefix = True
        return cell._style


def _write_sheet(
    book: Any,
    tables: Tables,
    table: Table,
    keys: list[Key],
    legend: Legend,
    remarks: Remarks,
) -> None:
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.name)
    styles = _Styles()
    _lay_out(sheet)
    headings = tables.headings(table, keys)
    widths = _widths(tables, table, keys, headings)
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    heads = [styles.cell(sheet, heading, heading=True) for heading in headings]
    _append(sheet, 1, heads, widths)
    count = 1
    for row in tables.rows(table, keys):
        for at, text in enumerate(row):
            if len(text) > LONGEST_CELL:
                remarks.add("long-cell", text[:40], name=headings[at])
        count += 1
        _append(sheet, count, [styles.cell(sheet, text[:LONGEST_CELL]) for text in row], widths)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(keys))}{count}"
    if sum(widths) > _WIDE:
        sheet.page_setup.paperSize = _A3
    for number, (at, part) in enumerate(keys, 1):
        if not part:
            _add_list(sheet, table.columns[at].name, get_column_letter(number), legend)


def _widths(tables: Tables, table: Table, keys: list[Key], headings: list[str]) -> list[int]:
    """Return how wide the columns are, in characters: as wide as their texts, within limits."""
    most = [_WIDEST.get(table.columns[at].name, _WIDE_ENOUGH) for at, _ in keys]
    # Room for whole sentences also where nobody has written any yet.
    widths = [
        max(len(heading) + _BUTTON, limit // 2 if limit > _WIDE_ENOUGH else 0)
        for heading, limit in zip(headings, most, strict=True)
    ]
    for row in islice(tables.rows(table, keys), _ROWS_MEASURED):
        for at, text in enumerate(row):
            if text:
                widths[at] = max(widths[at], 2 + max(map(len, text[:500].split("\n"))))
    return [min(width, limit) for width, limit in zip(widths, most, strict=True)]


def _append(sheet: Any, number: int, cells: list[Any], widths: list[int]) -> None:
    """Add a row that is as high as its texts, which not every program finds out for itself."""
    lines = 1
    for cell, width in zip(cells, widths, strict=True):
        if cell.value:
            lines = max(lines, sum(1 + (len(line) - 1) // width for line in cell.value.split("\n")))
    if lines > 1:
        sheet.row_dimensions[number].height = min(lines, _MOST_LINES) * _LINE
    sheet.append(cells)
    sheet.row_dimensions.pop(number, None)  # it is written, and there may be many


def _lay_out(sheet: Any) -> None:
    """Keep the headings in sight, and print the sheet as wide as a page lying down."""
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    for side, inches in _MARGINS.items():
        setattr(sheet.page_margins, side, inches)
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _add_list(sheet: Any, column: str, letter: str, legend: Legend) -> None:
    """Let people choose among the words of a column; others may be typed, such as labels."""
    from openpyxl.worksheet.datavalidation import DataValidation

    lists: Mapping[str, tuple[int, int]] = legend.lists
    if column not in lists or (column == "type" and sheet.title != "relations"):
        return
    first, last = lists[column]
    choice = DataValidation(
        type="list",
        formula1=f"'{legend.title}'!$B${first}:$B${last}",
        allow_blank=True,
        errorStyle="warning",
    )
    choice.add(f"{letter}2:{letter}1048576")
    sheet.data_validations.append(choice)


def _write_legend(book: Any, legend: Legend) -> None:
    sheet = book.create_sheet(legend.title)
    styles = _Styles()
    _lay_out(sheet)
    widths = (16, 26, 90)
    for letter, width in zip("ABC", widths, strict=True):
        sheet.column_dimensions[letter].width = width
    for number, line in enumerate(legend.lines, 1):
        is_heading = number == 1 or (bool(line[0]) and not (line[1] and line[2]))
        cells = [styles.cell(sheet, text, heading=is_heading) for text in line]
        _append(sheet, number, cells, [*widths])

"""Lay tables out as text, in the columns that there are."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice

from orggraph.reports.blocks import Table
from orggraph.reports.columns import display_width, fold_cell, fold_text, pad, pieces
from orggraph.reports.teller import MEASURED

_GAP = "  "
_LEAST_VALUE = 20

Style = Callable[[str], str]


def table_lines(table: Table, width: int | None, style: Style) -> Iterator[str]:
    """Yield the lines of a table, its headings in a style.

    It has at most ``width`` columns: cells fold between words, and where that is not enough each
    row becomes a list of its own. The first rows alone are measured, `MEASURED` of them: a wider
    cell further down is folded, or where there is no ``width`` stands out of its column, so that a
    row is one line.
    """
    rest = iter(table.rows)
    rows = list(islice(rest, MEASURED))
    columns = list(zip(table.headings, *rows, strict=True))
    widths = [max(map(display_width, column)) for column in columns]
    if width is not None:
        spare = width - len(_GAP) * (len(widths) - 1)
        least = [max(map(_least, column)) for column in columns]
        if sum(least) > spare:
            yield from _list_lines(table.headings, chain(rows, rest), width, style)
            return
        widths = _narrowed(widths, least, spare)
    yield from (style(line) for line in _row_lines(table.headings, widths))
    yield _GAP.join("─" * w for w in widths)
    for row in rows:
        yield from _row_lines(row, widths)
    for row in rest:
        yield from _row_lines(row, widths if width else _widened(widths, row))


def _widened(widths: Sequence[int], row: Sequence[str]) -> list[int]:
    """Return widths with room for the cells of a row."""
    return [max(width, display_width(cell)) for width, cell in zip(widths, row, strict=True)]


def _least(cell: str) -> int:
    """Return how many columns a cell needs at least, to keep its words whole."""
    return max((display_width(piece.strip()) for piece in pieces(cell)), default=0)


def _narrowed(natural: Sequence[int], least: Sequence[int], spare: int) -> list[int]:
    """Return widths that sum to at most ``spare``, taken from the widest column that can give."""
    widths = list(natural)
    for _ in range(sum(widths) - spare):
        widest = max((w, -i) for i, w in enumerate(widths) if w > least[i])
        widths[-widest[1]] -= 1
    return widths


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> list[str]:
    cells = [fold_cell(cell, width) for cell, width in zip(row, widths, strict=True)]
    lines = []
    for place in range(max(map(len, cells))):
        parts = (cell[place] if place < len(cell) else "" for cell in cells)
        padded = (pad(part, width) for part, width in zip(parts, widths, strict=True))
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _list_lines(
    headings: Sequence[str], rows: Iterable[Sequence[str]], width: int, style: Style
) -> Iterator[str]:
    """Yield each row as lines of a heading and its cell, with an empty line between rows."""
    label_width = max(map(display_width, headings))
    value_width = max(width - label_width - len(_GAP), _LEAST_VALUE)
    has_lines = False
    for row in rows:
        if has_lines:
            yield ""
        for heading, cell in zip(headings, row, strict=True):
            if cell:
                first, *rest = fold_text(cell, value_width)
                yield style(pad(heading, label_width)) + _GAP + first
                yield from (" " * label_width + _GAP + line for line in rest)
                has_lines = True

"""Lay tables out as text, in the columns that there are."""

from collections.abc import Callable, Sequence

from orggraph.reports.blocks import Table
from orggraph.reports.columns import display_width, fold_cell, fold_text, pad, pieces

_GAP = "  "
_LEAST_VALUE = 20

Style = Callable[[str], str]


def table_lines(table: Table, width: int | None, style: Style) -> list[str]:
    """Return the lines of a table, its headings in a style.

    It has at most ``width`` columns: cells fold between words, and where that is not enough each
    row becomes a list of its own.
    """
    columns = list(zip(table.headings, *table.rows, strict=True))
    widths = [max(map(display_width, column)) for column in columns]
    if width is not None:
        spare = width - len(_GAP) * (len(widths) - 1)
        least = [max(map(_least, column)) for column in columns]
        if sum(least) > spare:
            return _list_lines(table, width, style)
        widths = _narrowed(widths, least, spare)
    return [
        *(style(line) for line in _row_lines(table.headings, widths)),
        _GAP.join("─" * w for w in widths),
        *(line for row in table.rows for line in _row_lines(row, widths)),
    ]


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


def _list_lines(table: Table, width: int, style: Style) -> list[str]:
    """Return each row as lines of a heading and its cell, with an empty line between rows."""
    label_width = max(map(display_width, table.headings))
    value_width = max(width - label_width - len(_GAP), _LEAST_VALUE)
    lines: list[str] = []
    for row in table.rows:
        lines += [""] if lines else []
        for heading, cell in zip(table.headings, row, strict=True):
            if cell:
                first, *rest = fold_text(cell, value_width)
                lines.append(style(pad(heading, label_width)) + _GAP + first)
                lines += [" " * label_width + _GAP + line for line in rest]
    return lines

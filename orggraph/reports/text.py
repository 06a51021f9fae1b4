"""Write a report as plain text, for a terminal or a mail."""

import textwrap
import unicodedata
from collections.abc import Callable, Sequence
from functools import partial

from orggraph.reports.blocks import (
    Block,
    Finding,
    Heading,
    Outline,
    OutlineLine,
    Paragraph,
    Report,
    Route,
    Table,
)

_COLOURS = {"good": "32", "fair": "33", "bad": "31", "dim": "2", "heading": "1"}
_LEAST_COLUMN = 8
_GAP = "  "

Paint = Callable[[str, str], str]


def write_text(report: Report, *, width: int | None = None, colour: bool = False) -> str:
    """Return the report as text of at most ``width`` columns; None does not wrap.

    With ``colour`` it has the escape sequences of a terminal.
    """
    paint = _paint if colour else _leave
    blocks = report.blocks()
    texts = [_write(block, width, paint) for block in blocks]
    return "\n\n".join(_joined(blocks, texts)) + "\n"


def _joined(blocks: Sequence[Block], texts: Sequence[str]) -> list[str]:
    """Return the texts of blocks, with a heading or a finding close to the next of its kind."""
    joined: list[str] = []
    previous: Block | None = None
    for block, text in zip(blocks, texts, strict=True):
        close = isinstance(previous, Heading) or (
            isinstance(previous, Finding | Paragraph) and type(previous) is type(block)
        )
        if close:
            joined[-1] += "\n" + text
        else:
            joined.append(text)
        previous = block
    return joined


def _write(block: Block, width: int | None, paint: Paint) -> str:
    match block:
        case Heading(text):
            return paint(text, "heading")
        case Paragraph(text, tone):
            return paint(_wrap(text, width), tone)
        case Table():
            return "\n".join(_table_lines(block, width, paint))
        case Outline(lines):
            return "\n".join(_outline_lines(lines, paint))
        case Route():
            return "\n".join(_route_lines(block, width, paint))
        case Finding():
            return "\n".join(_finding_lines(block, width, paint))


def _paint(text: str, tone: str) -> str:
    code = _COLOURS.get(tone)
    return f"\x1b[{code}m{text}\x1b[0m" if code and text else text


def _leave(text: str, tone: str) -> str:
    return text


def _wrap(text: str, width: int | None, indent: str = "") -> str:
    if width is None:
        return indent + text
    return textwrap.fill(
        text,
        max(width, 20),
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _finding_lines(finding: Finding, width: int | None, paint: Paint) -> list[str]:
    lines = [paint(_wrap(finding.text, width), finding.tone)]
    if finding.excerpt is not None and finding.excerpt.strip():
        # The caret must stand under its column, so tabs become one space and the start is cut off
        # where the line is too long for the screen.
        excerpt = finding.excerpt.replace("\t", " ")
        start = max(finding.column - (width or 100) // 2, 0)
        shown = excerpt[start : start + (width or 100) - 4]
        gap = display_width(excerpt[start : finding.column])
        carets = "^" * max(min(finding.length, len(shown) - (finding.column - start)), 1)
        lines += [f"    {shown}", "    " + " " * gap + paint(carets, finding.tone)]
    return lines


def _route_lines(route: Route, width: int | None, paint: Paint) -> list[str]:
    lines = ["  " + paint(route.start, "heading")]
    for step in route.steps:
        lines.append(f"  │ {step.relation}")
        for detail in step.details:
            wrapped = _wrap(detail, width and width - 6).splitlines()
            lines += ["  │   " + paint(line, "dim") for line in wrapped]
        lines += ["  ▼", "  " + paint(step.to, "heading")]
    return lines


def _outline_lines(lines: Sequence[OutlineLine], paint: Paint) -> list[str]:
    """Return lines as a tree: each hangs on the nearest above it with a smaller depth."""
    # From the bottom up it is known which depths have another branch to come.
    drawn: list[str] = []
    open_depths: set[int] = set()
    for line in reversed(lines):
        stem = "".join("│  " if d in open_depths else "   " for d in range(1, line.depth))
        if line.depth:
            stem += "├─ " if line.depth in open_depths else "└─ "
        open_depths = {depth for depth in open_depths if depth < line.depth} | {line.depth}
        note = _GAP + paint(line.note, "dim") if line.note else ""
        drawn.append(f"{stem}{line.text}{note}")
    return drawn[::-1]


def _table_lines(table: Table, width: int | None, paint: Paint) -> list[str]:
    natural = [
        max(display_width(cell) for cell in column)
        for column in zip(table.headings, *table.rows, strict=True)
    ]
    widths = natural if width is None else _fit(natural, width)
    rule = tuple("─" * w for w in widths)
    return [
        *_row_lines(table.headings, widths, partial(paint, tone="heading")),  # type: ignore[call-arg]
        _GAP.join(rule),
        *(line for row in table.rows for line in _row_lines(row, widths, str)),
    ]


def _row_lines(row: Sequence[str], widths: Sequence[int], style: Callable[[str], str]) -> list[str]:
    cells = [_cell_lines(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in cells)
    lines = []
    for place in range(height):
        parts = [cell[place] if place < len(cell) else "" for cell in cells]
        padded = (_pad(part, width) for part, width in zip(parts, widths, strict=True))
        lines.append(style(_GAP.join(padded).rstrip()))
    return lines


def _cell_lines(cell: str, width: int) -> list[str]:
    if display_width(cell) <= width:
        return [cell]
    return textwrap.wrap(cell, width, break_on_hyphens=False) or [""]


def _fit(natural: Sequence[int], width: int) -> list[int]:
    """Return column widths that sum to at most ``width``, taking from the widest columns first."""
    widths = list(natural)
    spare = width - len(_GAP) * (len(widths) - 1)
    while sum(widths) > spare and max(widths) > _LEAST_COLUMN:
        widest = max(widths)
        next_widest = max((w for w in widths if w < widest), default=_LEAST_COLUMN)
        among = [i for i, w in enumerate(widths) if w == widest]
        excess = sum(widths) - spare
        least = max(next_widest, _LEAST_COLUMN, widest - -(-excess // len(among)))
        for i in among:
            widths[i] = min(widest - 1, least) if least < widest else widest - 1
    return widths


def display_width(text: str) -> int:
    """Return how many columns a terminal takes for ``text``."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in unicodedata.normalize("NFC", text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _pad(text: str, width: int) -> str:
    return text + " " * (width - display_width(text))

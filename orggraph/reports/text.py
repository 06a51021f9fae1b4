"""Write a report as plain text, for a terminal or a mail."""

from collections.abc import Callable, Sequence

from orggraph.reports.blocks import (
    Alteration,
    Block,
    Finding,
    Heading,
    Listing,
    Outline,
    OutlineLine,
    Paragraph,
    Report,
    Route,
    Table,
)
from orggraph.reports.columns import display_width, fold_text
from orggraph.reports.tables import table_lines

_COLOURS = {"good": "32", "fair": "33", "bad": "31", "dim": "2", "heading": "1"}
_GAP = "  "
_MARGIN = "    "
_SIGN = "  "  # as wide as a sign and the space behind it
_USUAL_WIDTH = 100  # columns; longer lines of prose are hard to read

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
    """Return the texts of blocks, each close to a heading above it, or to one of its kind."""
    joined: list[str] = []
    previous: Block | None = None
    for block, text in zip(blocks, texts, strict=True):
        close = isinstance(previous, Heading) or (
            isinstance(previous, Alteration | Finding | Paragraph) and type(previous) is type(block)
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
            return "\n".join(table_lines(block, width, lambda text: paint(text, "heading")))
        case Outline(lines):
            return "\n".join(_outline_lines(lines, width, paint))
        case Route():
            return "\n".join(_route_lines(block, width, paint))
        case Alteration():
            return "\n".join(_alteration_lines(block, width, paint))
        case Listing(text):
            return "\n".join((_MARGIN + line).rstrip() for line in text.split("\n"))
        case Finding():
            return "\n".join(_finding_lines(block, width, paint))


def _paint(text: str, tone: str) -> str:
    code = _COLOURS.get(tone)
    if not code:
        return text
    # Line by line, since a pager forgets a colour at the end of one.
    return "\n".join(f"\x1b[{code}m{line}\x1b[0m" for line in text.split("\n") if line)


def _leave(text: str, tone: str) -> str:
    return text


def _wrap(text: str, width: int | None) -> str:
    if width is None:
        return text
    return "\n".join(fold_text(text, min(max(width, 20), _USUAL_WIDTH)))


def _alteration_lines(block: Alteration, width: int | None, paint: Paint) -> list[str]:
    first, *rest = _wrap(block.text, width and width - len(_SIGN)).splitlines()
    lines = [f"{paint(block.sign, block.tone)} {first}", *(_SIGN + line for line in rest)]
    for detail in block.details:
        margin = _MARGIN + _SIGN * detail.depth
        wrapped = _wrap(detail.text, width and width - len(margin)).splitlines()
        lines += [margin + paint(line, "dim") for line in wrapped]
    return lines


def _finding_lines(finding: Finding, width: int | None, paint: Paint) -> list[str]:
    lines = [paint(_wrap(finding.text, width), finding.tone)]
    if finding.excerpt is not None and finding.excerpt.strip():
        # The caret must stand under its column, so tabs become one space, and the start is cut off
        # where the line is too long for the screen.
        excerpt = finding.excerpt.replace("\t", " ")
        room = (width or _USUAL_WIDTH) - len(_MARGIN)
        start = 0 if display_width(excerpt) <= room else max(finding.column - room // 2, 0)
        shown = excerpt[start : start + room]
        place = finding.column - start
        carets = "^" * max(display_width(shown[place : place + finding.length]), 1)
        gap = " " * display_width(shown[:place])
        lines += [_MARGIN + shown, _MARGIN + gap + paint(carets, finding.tone)]
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


def _outline_lines(lines: Sequence[OutlineLine], width: int | None, paint: Paint) -> list[str]:
    """Return lines as a tree: each hangs on the nearest above it with a smaller depth."""
    # From the bottom up it is known which depths have another branch to come.
    drawn: list[str] = []
    open_depths: set[int] = set()
    for line in reversed(lines):
        stem = "".join("│  " if d in open_depths else "   " for d in range(1, line.depth))
        branch = below = ""
        if line.depth:
            more = line.depth in open_depths
            branch, below = ("├─ ", "│  ") if more else ("└─ ", "   ")
        below += "│  " if line.depth + 1 in open_depths else "   "
        open_depths = {depth for depth in open_depths if depth < line.depth} | {line.depth}
        told = _outline_line(line, width and width - len(stem + below), paint)
        drawn += [f"{stem}{below}{rest}" for rest in reversed(told[1:])]
        drawn.append(f"{stem}{branch}{told[0]}")
    return drawn[::-1]


def _outline_line(line: OutlineLine, width: int | None, paint: Paint) -> list[str]:
    """Return the lines of one line of an outline; a note that does not fit stands below."""
    if width is None or display_width(line.text + _GAP + line.note) <= width:
        return [line.text + (_GAP + paint(line.note, "dim") if line.note else "")]
    text = _wrap(line.text, width).splitlines()
    note = _wrap(line.note, width).splitlines() if line.note else []
    return [*text, *(paint(part, "dim") for part in note)]

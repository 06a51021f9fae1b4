"""Write a report as plain text, for a terminal or a mail."""

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, pairwise

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

_COLOURS = {"good": "32", "fair": "33", "bad": "31", "dim": "2", "heading": "1"}
_GAP = "  "
_MARGIN = "    "
_SIGN = "  "  # as wide as a sign and the space behind it
_USUAL_WIDTH = 100  # columns; longer lines of prose are hard to read

Paint = Callable[[str, str], str]


def text_pieces(report: Report, *, width: int | None = None, colour: bool = False) -> Iterator[str]:
    """Yield the report as text of at most ``width`` columns; None does not wrap.

    With ``colour`` it has the escape sequences of a terminal.
    """
    paint = _paint if colour else _leave
    previous: Block | None = None
    for block in report.blocks():
        # A block is close to a heading above it, or to one of its kind.
        close = isinstance(previous, Heading) or (
            isinstance(previous, Alteration | Finding | Paragraph) and type(previous) is type(block)
        )
        if previous is not None:
            yield "\n" if close else "\n\n"
        for at, line in enumerate(_lines(block, width, paint)):
            yield f"\n{line}" if at else line
        previous = block
    yield "\n"


def _lines(block: Block, width: int | None, paint: Paint) -> Iterable[str]:
    """Return the lines of a block, or several of them as one where they are few."""
    match block:
        case Heading(text):
            return [paint(text, "heading")]
        case Paragraph(text, tone):
            return [paint(_wrap(text, width), tone)]
        case Table():
            from orggraph.reports.tables import table_lines  # many answers have no table

            return table_lines(block, width, lambda text: paint(text, "heading"))
        case Outline(lines):
            return _outline_lines(lines, width, paint)
        case Route():
            return _route_lines(block, width, paint)
        case Alteration():
            return _alteration_lines(block, width, paint)
        case Listing(text):
            return ((_MARGIN + line).rstrip() for line in text.split("\n"))
        case Finding():
            return _finding_lines(block, width, paint)


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


def _outline_lines(lines: Iterable[OutlineLine], width: int | None, paint: Paint) -> Iterator[str]:
    """Yield lines as a tree: each hangs on the nearest above it with a smaller depth."""
    stems: list[str] = []  # of what hangs on the lines above, by depth
    for line, after in pairwise(chain(_with_last(lines), [OutlineLine(0, "")])):
        stem = "".join(stems[1 : line.depth])
        branch = rest = ""
        if line.depth:
            branch, rest = ("└─ ", "   ") if line.is_last else ("├─ ", "│  ")
        stems[line.depth :] = ["   "] * (line.depth - len(stems)) + [rest]
        below = stem + rest + ("│  " if after.depth > line.depth else "   ")
        first, *others = _outline_line(line, width and width - len(below), paint)
        yield f"{stem}{branch}{first}"
        for other in others:
            yield below + other


def _with_last(lines: Iterable[OutlineLine]) -> Iterator[OutlineLine]:
    """Yield lines that say whether they are the last ones at their depth."""
    rest = iter(lines)
    first = next(rest, None)
    if first is None or first.is_last is not None:
        yield from () if first is None else chain([first], rest)
        return
    # From the bottom up it is known which depths have another branch to come.
    told: list[OutlineLine] = []
    open_depths: set[int] = set()
    for line in reversed([first, *rest]):
        told.append(line._replace(is_last=line.depth not in open_depths))
        open_depths = {depth for depth in open_depths if depth < line.depth} | {line.depth}
    yield from reversed(told)


def _outline_line(line: OutlineLine, width: int | None, paint: Paint) -> list[str]:
    """Return the lines of one line of an outline; a note that does not fit stands below."""
    if width is None or display_width(line.text + _GAP + line.note) <= width:
        return [line.text + (_GAP + paint(line.note, "dim") if line.note else "")]
    text = _wrap(line.text, width).splitlines()
    note = _wrap(line.note, width).splitlines() if line.note else []
    return [*text, *(paint(part, "dim") for part in note)]

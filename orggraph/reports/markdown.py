"""Write a report as Markdown (CommonMark with the tables of GitHub)."""

import re
from collections.abc import Iterator
from urllib.parse import quote

from orggraph.reports.blocks import (
    Alteration,
    Block,
    Finding,
    Heading,
    Linked,
    Listing,
    Outline,
    OutlineLine,
    Paragraph,
    Report,
    Route,
    Table,
)

# What would be markup in a line of text. Data never becomes markup.
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~&$])")
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])")

_URL_SIGNS = "%:/?#[]@!$&'()*+,;=~"


def markdown_pieces(report: Report) -> Iterator[str]:
    """Yield the report as Markdown; everything that comes from the data is escaped."""
    previous: Block | None = None
    is_begun = False
    for block in report.blocks():
        # The items of one list stand together.
        together = isinstance(previous, Alteration) and isinstance(block, Alteration)
        if is_begun:
            yield "\n" if together else "\n\n"
        for at, text in enumerate(_texts(block)):
            is_begun = is_begun or bool(text)
            yield f"\n{text}" if at else text
        previous = block
    yield "\n"


def escape(text: str) -> str:
    """Return ``text`` so that Markdown shows it as it is."""
    line = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    if isinstance(text, Linked) and text.href:
        return f"[{line}](<{quote(text.href, safe=_URL_SIGNS)}>)"
    return _LINE_START.sub(lambda m: m[1] + "\\" + m[2] if m[1] else "\\" + m[3], line)


def _texts(block: Block) -> Iterator[str]:
    """Yield the lines of a table or an outline, and any other block as one text."""
    match block:
        case Table(headings, rows):
            yield _row(headings, plain=False)
            yield _row(("---",) * len(headings), plain=True)
            yield from (_row(row, plain=False) for row in rows)
        case Outline(lines=lines):
            for line in lines:
                note = f" ({escape(line.note)})" if line.note else ""
                yield f"{'  ' * line.depth}- {escape(line.text)}{note}"
        case _:
            yield _write(block)


def _write(block: Alteration | Finding | Heading | Listing | Paragraph | Route) -> str:
    match block:
        case Heading(text, level):
            return f"{'#' * level} {escape(text)}"
        case Paragraph(text):
            return escape(text)
        case Alteration(word=word, text=text, details=details):
            first = f"- **{escape(word)}:** {escape(text)}"
            return "\n".join([first, *(_detail(line) for line in details)])
        case Listing(text):
            return f"```yaml\n{text}\n```"
        case Finding(text=text):
            return f"- {escape(text)}"
        case Route():
            return _route(block)


def _detail(line: OutlineLine) -> str:
    return f"{'  ' * (line.depth + 1)}- {escape(line.text)}"


def _row(cells: tuple[str, ...], *, plain: bool) -> str:
    return "| " + " | ".join(cells if plain else map(escape, cells)) + " |"


def _route(route: Route) -> str:
    lines, start = [], route.start
    for number, step in enumerate(route.steps, 1):
        mark = f"{number}. "
        lines.append(f"{mark}**{escape(start)}** {escape(step.relation)} **{escape(step.to)}**")
        # A list belongs to the item whose text it stands under.
        lines += [f"{' ' * len(mark)}- {escape(detail)}" for detail in step.details]
        start = step.to
    return "\n".join(lines)

"""The harbour, whose report is made once, and ways to read a report as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.documents.composing import compose
from orggraph.documents.document import Block, Bullets, Document, Heading, Paragraph, Table, Words
from orggraph.documents.options import ReportOptions
from orggraph.model import Graph, PartialDate

GOLDEN = Path(__file__).parents[1] / "golden"
DAY = PartialDate(2026, 1, 1)

Tell = Callable[..., str]


@pytest.fixture(scope="session")
def harbour() -> OrgGraph:
    """Return the harbour of the goldens."""
    return load(GOLDEN / "harbour.yaml")


@pytest.fixture(scope="session")
def harbour_report(harbour: OrgGraph) -> Document:
    """Return the report of the harbour, in English."""
    return compose(harbour, ReportOptions(language="en", date=DAY))


def report_of(graph: Graph, **options: object) -> Document:
    """Return the report of a graph in English, without figures unless they are asked for."""
    said = {"language": "en", "date": DAY, "views": (), **options}
    return compose(graph, ReportOptions(**said))  # type: ignore[arg-type]


def plain(words: Words) -> str:
    """Return words as text, with the numbers of their notes in brackets."""
    return "".join(run.text + "".join(f"[{n}]" for n in run.notes) for run in words)


def lines_of(blocks: tuple[Block, ...]) -> list[str]:
    """Return blocks as lines of text: a row of a table with bars between its cells."""
    lines: list[str] = []
    for block in blocks:
        match block:
            case Heading(level, text):
                lines.append(f"{'#' * level} {text}")
            case Paragraph(words):
                lines.append(plain(words))
            case Bullets(items):
                lines += [f"- {plain(item)}" for item in items]
            case Table():
                lines.append(f"Table {block.number}. {block.caption}")
                lines.append(" | ".join(block.headings))
                lines += [" | ".join(map(plain, row)) for row in block.rows]
    return lines


def chapter(document: Document, heading: str) -> list[str]:
    """Return the lines of the section that has a heading, without the heading."""
    lines = lines_of(document.blocks)
    start = next(at for at, line in enumerate(lines) if line.lstrip("# ") == heading)
    depth = len(lines[start].split(" ")[0])
    ends = (
        at
        for at, line in enumerate(lines)
        if at > start and line.startswith("#") and len(line.split(" ")[0]) <= depth
    )
    return lines[start + 1 : next(ends, len(lines))]

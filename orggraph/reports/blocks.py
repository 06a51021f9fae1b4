"""What a report is made of, before it has a format."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

Tone = Literal["plain", "good", "fair", "bad", "dim"]
Record = Mapping[str, Any]


class Heading(NamedTuple):
    """A line that names what follows."""

    text: str


class Paragraph(NamedTuple):
    """A sentence or more; the tone tells good news from bad where there is colour."""

    text: str
    tone: Tone = "plain"


class Table(NamedTuple):
    """Rows under headings; every row has a cell for each heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class OutlineLine(NamedTuple):
    """A line of an outline, `depth` levels in; `note` is what is said beside it."""

    depth: int
    text: str
    note: str = ""


class Outline(NamedTuple):
    """Lines under lines."""

    lines: tuple[OutlineLine, ...]


class RouteStep(NamedTuple):
    """A step of a route: the relation's words, what they rest on, and where it leads."""

    relation: str
    details: tuple[str, ...]
    to: str


class Route(NamedTuple):
    """A way from one node to another, step by step."""

    start: str
    steps: tuple[RouteStep, ...]


class Finding(NamedTuple):
    """A problem: its sentence, and the line it stands on, with where to point, from zero."""

    text: str
    tone: Tone
    excerpt: str | None = None
    column: int = 0
    length: int = 1


Block = Finding | Heading | Paragraph | Table | Outline | Route


class Report(NamedTuple):
    """An answer, ready to be written; each part is made when a format asks for it.

    `data` is its JSON; `records` are the rows of its CSV, with the keys that JSON has; `blocks` are
    what people read.
    """

    data: Callable[[], Any]
    records: Callable[[], Sequence[Record]]
    blocks: Callable[[], Sequence[Block]]

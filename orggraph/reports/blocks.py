"""What a report is made of, before it has a format."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Tone = Literal["plain", "good", "fair", "bad", "dim"]
Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that names what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A sentence or more; the tone tells good news from bad where there is colour."""

    text: str
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; every row has a cell for each heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """A line of an outline, `depth` levels in; `note` is what is said beside it."""

    depth: int
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """Lines under lines."""

    lines: tuple[OutlineLine, ...]


@dataclass(frozen=True, slots=True)
class RouteStep:
    """A step of a route: the relation's words, what they rest on, and where it leads."""

    relation: str
    details: tuple[str, ...]
    to: str


@dataclass(frozen=True, slots=True)
class Route:
    """A way from one node to another, step by step."""

    start: str
    steps: tuple[RouteStep, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem: its sentence, and the line it stands on, with where to point, from zero."""

    text: str
    tone: Tone
    excerpt: str | None = None
    column: int = 0
    length: int = 1


Block = Finding | Heading | Paragraph | Table | Outline | Route


@dataclass(frozen=True, slots=True)
class Report:
    """An answer, ready to be written.

    `data` is its JSON; `records` are the rows of its CSV, with the keys that JSON has; `blocks` are
    what people read.
    """

    data: Any
    records: tuple[Record, ...]
    blocks: tuple[Block, ...]

"""What a report is made of, before it has a format."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

Tone = Literal["plain", "good", "fair", "bad", "dim"]
Record = Mapping[str, Any]


class Linked(str):
    """Words that lead to an address, where the format has links; elsewhere they are just words."""

    href: str | None

    def __new__(cls, text: str, href: str | None) -> "Linked":
        """Return ``text`` with the address that it leads to, if any."""
        linked = super().__new__(cls, text)
        linked.href = href
        return linked


class Heading(NamedTuple):
    """A line that names what follows: a part of an answer, or with ``level`` 1 all of it."""

    text: str
    level: int = 2


class Paragraph(NamedTuple):
    """A sentence or more; the tone tells good news from bad where there is colour."""

    text: str
    tone: Tone = "plain"


class Table(NamedTuple):
    """Rows under headings; every row has a cell for each heading."""

    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


class OutlineLine(NamedTuple):
    """A line of an outline, `depth` levels in; `note` is what is said beside it.

    `is_last` says that no other follows at its depth under the same line; None where only the lines
    that follow tell.
    """

    depth: int
    text: str
    note: str = ""
    is_last: bool | None = None


class Outline(NamedTuple):
    """Lines under lines."""

    lines: Sequence[OutlineLine]


class RouteStep(NamedTuple):
    """A step of a route: the relation's words, what they rest on, and where it leads."""

    relation: str
    details: tuple[str, ...]
    to: str


class Route(NamedTuple):
    """A way from one node to another, step by step."""

    start: str
    steps: tuple[RouteStep, ...]


class Listing(NamedTuple):
    """Lines to be shown as they are, such as those of a file."""

    text: str


class Finding(NamedTuple):
    """A problem: its sentence, and the line it stands on, with where to point, from zero."""

    text: str
    tone: Tone
    excerpt: str | None = None
    column: int = 0
    length: int = 1


class Alteration(NamedTuple):
    """What became of a thing: as a word and as a sign, with what is to be told about it."""

    sign: Literal["+", "-", "~"]
    word: str
    text: str
    tone: Tone = "plain"
    details: tuple[OutlineLine, ...] = ()


Block = Alteration | Finding | Heading | Paragraph | Table | Outline | Route | Listing


class Report(NamedTuple):
    """An answer, ready to be written; each part is made when a format asks for it.

    `data` is its JSON; `records` are the rows of its CSV, with the keys that JSON has; `blocks` are
    what people read, one after another. Where there are very many rows, each is made when it is
    written (`orggraph.queries.rows.Rows`).
    """

    data: Callable[[], Any]
    records: Callable[[], Sequence[Record]]
    blocks: Callable[[], Iterable[Block]]

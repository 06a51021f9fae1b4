"""What a document is made of, before it has a format.

Everything is frozen and in the order in which it is read. Writers decide how it looks; they add no
words of their own but those of `Labels`.
"""

from typing import NamedTuple

from orggraph.model import PartialDate
from orggraph.scene import Scene
from orggraph.themes.theme import Theme


class Run(NamedTuple):
    """Words in a row that look alike; after them stand the numbers of their notes.

    `href` is the address on the web that they lead to, where the format has links.
    """

    text: str
    notes: tuple[int, ...] = ()
    strong: bool = False
    quiet: bool = False
    href: str | None = None


Words = tuple[Run, ...]
"""A line of words: of a paragraph, an item of a list or a cell of a table."""


class Heading(NamedTuple):
    """The title of a section: `level` 1 for a chapter, 2 and 3 below it. `id` is unique."""

    level: int
    text: str
    id: str


class Paragraph(NamedTuple):
    """A sentence or more."""

    words: Words


class Bullets(NamedTuple):
    """A list whose items are in no order that is told."""

    items: tuple[Words, ...]


class Figure(NamedTuple):
    """A picture, one page of it, with its number in the document, from 1.

    `caption` stands below it, without the number. `alternative` says in a sentence or two what it
    shows, `outline` all of it, for readers who do not see it.
    """

    number: int
    scene: Scene
    caption: str
    alternative: str
    outline: tuple[str, ...]


class Table(NamedTuple):
    """Rows under headings, with a number of its own in the document, from 1.

    The headings are repeated on each page. `widths` are the shares of the columns, of 1 in all.
    """

    number: int
    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    widths: tuple[float, ...]


Block = Heading | Paragraph | Bullets | Figure | Table


class Note(NamedTuple):
    """What something rests on: a place in a source. Numbers count from 1, in the order of use.

    `words` are the whole note: the source, the quotation, and how it was found there. `href` is the
    address of the source, or None.
    """

    number: int
    words: Words
    href: str | None = None


class Fact(NamedTuple):
    """A line of the title block: what is told, such as the date, and its value."""

    label: str
    value: str


class Labels(NamedTuple):
    """The words that writers need themselves, in the language of the document."""

    contents: str
    figure: str
    table: str
    notes: str
    page: str
    of: str
    back: str
    outline: str


class Document(NamedTuple):
    """A whole document.

    `facts` stand under the title: the date, the version of the data, and the like. `notes` stand
    after the blocks, or at the foot of pages where a format has that. `theme` has the colours and
    fonts of its pictures, which those of the document go with. `date` is that of the report.
    """

    title: str
    subtitle: str
    language: str
    facts: tuple[Fact, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    labels: Labels
    theme: Theme
    date: PartialDate

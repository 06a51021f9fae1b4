"""The content of a picture: what it says, in one language, before anything has a place.

All texts are plain lines in the language of the picture. A layout gives them places and looks.
"""

from typing import Literal, NamedTuple

from orggraph.scene import Change, OutlineItem


class Row(NamedTuple):
    """A line of the roster in a body's card: who, and beside it the role, vote and the like.

    `vacant` is true for a seat that nobody holds, and for a note on several of them. `change` is
    what became of the member or seat, `href` the address of the words that it rests on.
    """

    words: str
    beside: str = ""
    vacant: bool = False
    change: Change | None = None
    href: str | None = None


class CardContent(NamedTuple):
    """What a card says.

    `subtitles` are paragraphs below the name; `rows` the roster; `summary` one line about the seats
    below it; `several` is true for a collective; `folded` counts the nodes next to it that are left
    out of the picture; `marked` is true on a highlighted path; `label` tells it in a sentence.
    `kind_words` is the kind in words. `change` is what became of the node, and `summary_change` of
    the members and seats that no row tells; `href` is the address of the words that it rests on.
    """

    id: str
    kind: str
    name: str
    label: str
    subtitles: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    summary: str = ""
    several: bool = False
    folded: int = 0
    marked: bool = False
    kind_words: str = ""
    change: Change | None = None
    summary_change: Change | None = None
    href: str | None = None

    @property
    def changes(self) -> tuple[Change | None, ...]:
        """What became of the node, its members and its seats; None for what is as it was."""
        return (self.change, self.summary_change, *(row.change for row in self.rows))


class Link(NamedTuple):
    """A line between two cards: one relation, or several parallel ones merged.

    `source` and `target` are ids of cards. `label` may be empty. `above` says which end is the
    superior, None where neither is; `strength` how much that counts for the layout, from 1 to 8
    (reporting counts most). `arrow` is false for a symmetric relation; `mutual` is true where the
    same holds there and back; `dotted` is a secondary line. `words` and `inverse` are what it says,
    forwards and backwards, also where the picture has no words on it. `change` is what became of
    the relations, `href` the address of the words that the first of them rests on.
    """

    id: str
    source: str
    target: str
    family: str
    types: tuple[str, ...]
    relations: tuple[str, ...]
    label: str
    description: str
    above: Literal["source", "target"] | None = None
    strength: int = 1
    arrow: bool = True
    mutual: bool = False
    dotted: bool = False
    marked: bool = False
    words: str = ""
    inverse: str = ""
    change: Change | None = None
    href: str | None = None

    @property
    def said(self) -> tuple[str, Change | None]:
        """What stands on the line: its label, and the sign of what became of it."""
        return self.label, self.change


class LinkType(NamedTuple):
    """A type of relations that lines stand for, with its `family`, and its `words`."""

    id: str
    family: str
    words: str


class Content(NamedTuple):
    """Everything that a picture says.

    `cards` and `links` stand in an order that does not depend on the order of the data file.
    `kinds` and `families` are what the legend explains: ids of the kinds and families in the
    picture with their words, in the order of the vocabulary. `types` are what those of families
    are made of. `outline` says all of it in words. `path` holds the names of the nodes on a marked
    path. `provenance` is the footnote without what marks mean. `changes` are the marks of what
    became of things, with their words; `compares` says which two versions a picture compares.
    """

    id: str
    title: str
    footnote: str
    language: str
    cards: tuple[CardContent, ...]
    links: tuple[Link, ...]
    kinds: tuple[tuple[str, str], ...]
    families: tuple[tuple[str, str], ...]
    outline: tuple[OutlineItem, ...]
    path: tuple[str, ...] = ()
    types: tuple[LinkType, ...] = ()
    provenance: str = ""
    changes: tuple[tuple[Change, str], ...] = ()
    compares: str = ""

"""The parts of a scene.

Lengths are in pixels of 1/96 inch, x to the right and y downwards from the top left corner of the
scene. Colours are ``#rrggbb``. Everything is frozen, in a fixed order, and made of numbers, texts,
None and tuples, so that a scene is the same on every machine and goes into JSON as it is.
"""

from collections.abc import Iterator
from typing import Literal, NamedTuple

Weight = Literal["regular", "semibold", "bold"]
Anchor = Literal["start", "middle", "end"]
Mark = Literal["arrow", "none"]
Change = Literal["added", "removed", "changed"]


class Point(NamedTuple):
    """A place in the scene."""

    x: float
    y: float


class Box(NamedTuple):
    """A rectangle by its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of its right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of its lower side."""
        return self.y + self.height

    def moved(self, dx: float, dy: float) -> "Box":
        """Return the box at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)


class Text(NamedTuple):
    """One line of text. `x` is where its `anchor` is, `y` its baseline, `width` as measured.

    `role` says what it is for: ``title``, ``name``, ``subtitle``, ``member``, ``vacancy``,
    ``label``, ``badge``, ``note``, ``legend``, ``footnote``, ``header``. `struck` words are crossed
    out. `change` is what became of the thing that begins with this line, between two versions; a
    `Sign` beside it shows that. `href` is the address of the words that it rests on.
    """

    x: float
    y: float
    words: str
    size: float
    width: float
    colour: str
    role: str
    weight: Weight = "regular"
    anchor: Anchor = "start"
    struck: bool = False
    change: Change | None = None
    href: str | None = None

    def moved(self, dx: float, dy: float) -> "Text":
        """Return the text at another place."""
        return self._replace(x=self.x + dx, y=self.y + dy)


class Sign(NamedTuple):
    """A round mark that says what became of something: a plus, a minus or a tilde on a disc."""

    change: Change
    box: Box
    fill: str
    ink: str

    def moved(self, dx: float, dy: float) -> "Sign":
        """Return the sign at another place."""
        return self._replace(box=self.box.moved(dx, dy))


class LineStyle(NamedTuple):
    """How a line looks. `dash` holds lengths of dashes and gaps in turn; empty for a solid line."""

    colour: str
    width: float
    dash: tuple[float, ...] = ()


class Rule(NamedTuple):
    """A thin straight line that separates."""

    start: Point
    end: Point
    colour: str

    def moved(self, dx: float, dy: float) -> "Rule":
        """Return the rule at another place."""
        (x1, y1), (x2, y2) = self.start, self.end
        return self._replace(start=Point(x1 + dx, y1 + dy), end=Point(x2 + dx, y2 + dy))


LAYER = 5.0
"""How far each card of a stack lies to the right of and below the one before it."""


class Card(NamedTuple):
    """A node. `layers` of 2 or more draw a stack of cards: the node stands for several.

    `icon` names a drawing of `orggraph.scene.icons`, in `icon_box`, in `bar_ink` upon the kind's
    bar, which is the card's left edge, `bar_width` wide. `halo` is the colour of a marker pen
    around the card, None for a card that is not marked. `label` is the card in one sentence, for
    readers who do not see it. `border` is its outline where that is not the usual one in the colour
    `line`. `change` is what became of it between two versions; `signs` mark that, and what changed
    on it.
    """

    id: str
    kind: str
    box: Box
    fill: str
    line: str
    bar: str
    bar_ink: str
    bar_width: float
    icon: str
    icon_box: Box
    label: str
    texts: tuple[Text, ...] = ()
    rules: tuple[Rule, ...] = ()
    layers: int = 1
    halo: str | None = None
    border: LineStyle | None = None
    change: Change | None = None
    signs: tuple[Sign, ...] = ()

    @property
    def behind(self) -> float:
        """How far the cards of its stack reach beyond it, to the right and downwards."""
        return LAYER * (self.layers - 1)

    @property
    def outline(self) -> Box:
        """The room that it takes with the cards of its stack."""
        width, height = self.box.width + self.behind, self.box.height + self.behind
        return self.box._replace(width=width, height=height)

    def moved(self, dx: float, dy: float) -> "Card":
        """Return the card at another place, with everything on it."""
        return self._replace(
            box=self.box.moved(dx, dy),
            icon_box=self.icon_box.moved(dx, dy),
            texts=tuple(text.moved(dx, dy) for text in self.texts),
            rules=tuple(rule.moved(dx, dy) for rule in self.rules),
            signs=tuple(sign.moved(dx, dy) for sign in self.signs),
        )


class Label(NamedTuple):
    """Words on a line, a sign, or both; the line has a gap where `box` is.

    Lines of one trunk all have the gap, and one of them has the words.
    """

    box: Box
    texts: tuple[Text, ...]
    sign: Sign | None = None

    def moved(self, dx: float, dy: float) -> "Label":
        """Return the label at another place."""
        texts = tuple(text.moved(dx, dy) for text in self.texts)
        return Label(self.box.moved(dx, dy), texts, self.sign and self.sign.moved(dx, dy))


class Route(NamedTuple):
    """One line of the picture between two cards, for one relation or several parallel ones.

    `points` run from the card `source` to the card `target`, each piece horizontal or vertical;
    the corners between them are rounded. `start` and `end` are the marks at the two ends. Routes
    that share a piece (a trunk) have the same `dash_from` end, at which their dashes begin.
    `relations` are the ids of the relations it stands for. `description` tells it as a sentence.
    `change` is what became of it between two versions; `href` the address of the words that it
    rests on.
    """

    id: str
    source: str
    target: str
    family: str
    types: tuple[str, ...]
    relations: tuple[str, ...]
    points: tuple[Point, ...]
    style: LineStyle
    description: str
    start: Mark = "none"
    end: Mark = "arrow"
    dash_from: Literal["source", "target"] = "source"
    label: Label | None = None
    halo: str | None = None
    change: Change | None = None
    href: str | None = None

    def moved(self, dx: float, dy: float) -> "Route":
        """Return the route at another place, with its label."""
        points = tuple(Point(x + dx, y + dy) for x, y in self.points)
        return self._replace(points=points, label=self.label and self.label.moved(dx, dy))


class LegendEntry(NamedTuple):
    """A sample in `box` with its meaning: a `card`, a line of `style`, or a `sign`, then `text`."""

    box: Box
    text: Text
    style: LineStyle | None = None
    mark: Mark = "none"
    card: Card | None = None
    sign: Sign | None = None

    def moved(self, dx: float, dy: float) -> "LegendEntry":
        """Return the entry at another place."""
        return self._replace(
            box=self.box.moved(dx, dy),
            text=self.text.moved(dx, dy),
            card=self.card and self.card.moved(dx, dy),
            sign=self.sign and self.sign.moved(dx, dy),
        )


class OutlineItem(NamedTuple):
    """A line of the outline, which says in words what the picture shows. `depth` counts from 0."""

    depth: int
    words: str


class Scene(NamedTuple):
    """A whole picture.

    `width` and `height` are in pixels of the scene; `paper` is the size of the page in millimetres,
    None for a picture that is as large as it is. `texts` are the title, the footnote and what else
    stands outside cards and lines. `font` is a list of font families as CSS has it. `corner` is the
    radius of cards and of the bends of lines.
    """

    id: str
    title: str
    language: str
    description: str
    width: float
    height: float
    background: str
    font: str
    corner: float
    cards: tuple[Card, ...]
    routes: tuple[Route, ...]
    legend: tuple[LegendEntry, ...]
    texts: tuple[Text, ...]
    rules: tuple[Rule, ...]
    outline: tuple[OutlineItem, ...]
    paper: tuple[float, float] | None = None

    def iter_texts(self) -> Iterator[Text]:
        """Yield every text: on cards, on lines, of the legend, and what stands outside them."""
        for card in self.cards:
            yield from card.texts
        for route in self.routes:
            yield from route.label.texts if route.label else ()
        for entry in self.legend:
            yield entry.text
        yield from self.texts

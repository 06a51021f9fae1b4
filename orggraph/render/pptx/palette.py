"""The colours of a slide: those of the scene, or the accents of a person's own template.

With a template, kinds and families take accents 1 to 6 in their order, and what is written takes
the colour of the template's text, so that it can be read on the template's ground. A picture of
two versions keeps the colours of its lines and bars, which mean something there.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from orggraph.render.markup import leaf
from orggraph.scene import Card, LegendEntry, LineStyle, Route, Rule, Scene, Text

T = TypeVar("T")

_ACCENTS = 6
_LOUD = frozenset({"title", "name", "member", "vacancy", "header"})
_QUIET = (("lumMod", 65_000), ("lumOff", 35_000))
_FAINT = (("alpha", 25_000),)


class Palette(Protocol):
    """What gives the parts of a scene their colours, as DrawingML."""

    def ground(self) -> str:
        """Return the colour of the slide."""

    def fill(self, card: Card) -> str:
        """Return the colour of a card."""

    def outline(self, card: Card) -> str:
        """Return the colour of a card's outline."""

    def bar(self, card: Card) -> str:
        """Return the colour of a card's bar."""

    def bar_ink(self, card: Card) -> str:
        """Return the colour of the icon on a card's bar."""

    def line(self, route: Route) -> str:
        """Return the colour of a route."""

    def sample(self, entry: LegendEntry, style: LineStyle) -> str:
        """Return the colour of a line in the legend."""

    def text(self, text: Text) -> str:
        """Return the colour of a text."""

    def rule(self, rule: Rule) -> str:
        """Return the colour of a thin line."""


class OwnColours(NamedTuple):
    """The colours of the scene itself."""

    scene: Scene

    def ground(self) -> str:
        """Return the colour of the slide."""
        return rgb(self.scene.background)

    def fill(self, card: Card) -> str:
        """Return the colour of a card."""
        return rgb(card.fill)

    def outline(self, card: Card) -> str:
        """Return the colour of a card's outline."""
        return rgb(card.border.colour if card.border else card.line)

    def bar(self, card: Card) -> str:
        """Return the colour of a card's bar."""
        return rgb(card.bar)

    def bar_ink(self, card: Card) -> str:
        """Return the colour of the icon on a card's bar."""
        return rgb(card.bar_ink)

    def line(self, route: Route) -> str:
        """Return the colour of a route."""
        return rgb(route.style.colour)

    def sample(self, entry: LegendEntry, style: LineStyle) -> str:
        """Return the colour of a line in the legend."""
        return rgb(style.colour)

    def text(self, text: Text) -> str:
        """Return the colour of a text."""
        return rgb(text.colour)

    def rule(self, rule: Rule) -> str:
        """Return the colour of a thin line."""
        return rgb(rule.colour)


class Accents(NamedTuple):
    """The accents of a template, by kind and by the look of a family's lines."""

    kinds: Mapping[str, str]
    styles: Mapping[LineStyle, str]


class TemplateColours(NamedTuple):
    """The colours of a template."""

    accents: Accents
    compares: bool

    def ground(self) -> str:
        """Return the colour of the slide."""
        return _scheme("bg1")

    def fill(self, card: Card) -> str:
        """Return the colour of a card."""
        return _scheme("bg1")

    def outline(self, card: Card) -> str:
        """Return the colour of a card's outline."""
        return self._of_kind(card, card.border.colour if card.border else card.line)

    def bar(self, card: Card) -> str:
        """Return the colour of a card's bar."""
        return self._of_kind(card, card.bar)

    def bar_ink(self, card: Card) -> str:
        """Return the colour of the icon on a card's bar."""
        return rgb(card.bar_ink) if self.compares else _scheme("bg1")

    def line(self, route: Route) -> str:
        """Return the colour of a route."""
        return self._of_style(route.style)

    def sample(self, entry: LegendEntry, style: LineStyle) -> str:
        """Return the colour of a line in the legend."""
        return self._of_style(style)

    def text(self, text: Text) -> str:
        """Return the colour of a text."""
        return _scheme("tx1", () if text.role in _LOUD else _QUIET)

    def rule(self, rule: Rule) -> str:
        """Return the colour of a thin line."""
        return _scheme("tx1", _FAINT)

    def _of_kind(self, card: Card, colour: str) -> str:
        accent = self.accents.kinds.get(card.kind)
        return rgb(colour) if self.compares or accent is None else _scheme(accent)

    def _of_style(self, style: LineStyle) -> str:
        accent = self.accents.styles.get(style)
        return rgb(style.colour) if self.compares or accent is None else _scheme(accent)


def find_accents(scenes: Sequence[Scene]) -> Accents:
    """Return which accent of a template kinds and families take, the same on every slide.

    Their order is that of the legends, which is the vocabulary's; what is in no legend comes last.
    """
    legend = [entry for scene in scenes for entry in scene.legend]
    kinds = [entry.card.kind for entry in legend if entry.card]
    kinds += sorted({card.kind for scene in scenes for card in scene.cards})
    looks = {(r.style, r.family): None for scene in scenes for r in scene.routes if not r.change}
    shown = [family for e in legend for style, family in looks if style == e.style]
    families = _numbered([*shown, *sorted(family for _, family in looks)])
    return Accents(_numbered(kinds), {style: families[family] for style, family in looks})


def choose(scene: Scene, accents: Accents | None) -> Palette:
    """Return the colours of a scene: its own, or those of a template by its ``accents``."""
    if accents is None:
        return OwnColours(scene)
    changes = [card.change for card in scene.cards] + [route.change for route in scene.routes]
    compares = any(changes) or any(entry.sign for entry in scene.legend)
    return TemplateColours(accents, compares)


def rgb(colour: str) -> str:
    """Return a colour of the scene, ``#rrggbb``."""
    return leaf("a:srgbClr", val=colour.removeprefix("#").upper())


def filled(colour: str) -> str:
    """Return what fills with a colour."""
    return f"<a:solidFill>{colour}</a:solidFill>"


def _scheme(name: str, changes: Iterable[tuple[str, int]] = ()) -> str:
    changed = "".join(leaf(f"a:{change}", val=amount) for change, amount in changes)
    return f'<a:schemeClr val="{name}">{changed}</a:schemeClr>'


def _numbered(things: Iterable[T]) -> dict[T, str]:
    unique = dict.fromkeys(things)
    return {thing: f"accent{at % _ACCENTS + 1}" for at, thing in enumerate(unique)}

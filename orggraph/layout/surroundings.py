"""Set what stands around a picture: header and title, legend, footnote."""

from collections.abc import Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.metrics import Metrics
from orggraph.layout.signs import make_sign
from orggraph.scene import Box, Card, LegendEntry, LineStyle, Sign, Text
from orggraph.scene.elements import Weight
from orggraph.themes.theme import Theme
from orggraph.views.content import Content
from orggraph.words import say

_CARD, _LINE, _HIGH, _NEAR, _APART = 28.0, 54.0, 22.0, 9.0, 26.0
"""The widths of samples, the height of a row, from a sample to its words, between entries."""

_PEN = 12.0
"""How broad the sample of the marker pen is."""


class Surroundings:
    """Sets the text around one picture. A ``unit`` is how large a pixel is on the page."""

    def __init__(self, content: Content, theme: Theme, metrics: Metrics) -> None:
        self._content = content
        self._theme = theme
        self._metrics = metrics

    def head(self, x: float, y: float, width: float, unit: float) -> tuple[tuple[Text, ...], float]:
        """Return the theme's header and the title, and where they end."""
        texts: list[Text] = []
        header = self._theme.header
        if header:
            words = header.text.in_language(self._content.language)
            lines = self._lines(words, sizes.HEADER * unit, width, "semibold")
            texts += _column(lines, x, y, "header", header.colour, "semibold")
            y += len(lines) * sizes.HEADER * unit * sizes.LEADING + 6 * unit
        lines = self._lines(self._content.title, sizes.TITLE * unit, width, "semibold")
        texts += _column(lines, x, y, "title", self._theme.ink, "semibold")
        return tuple(texts), y + len(lines) * sizes.TITLE * unit * sizes.LEADING

    def foot(self, width: float, unit: float) -> tuple[tuple[Text, ...], float]:
        """Return the footnote with its corner at the origin, and its height."""
        lines = self._lines(self._content.footnote, sizes.FOOTNOTE * unit, width)
        texts = _column(lines, 0, 4 * unit, "footnote", self._theme.quiet)
        height = len(lines) * sizes.FOOTNOTE * unit * sizes.LEADING
        return tuple(texts), height + 4 * unit if lines else 0.0

    def legend(self, width: float, unit: float) -> tuple[tuple[LegendEntry, ...], float]:
        """Return the legend with its corner at the origin, in rows, and its height."""
        size = sizes.LEGEND * unit
        entries: list[LegendEntry] = []
        x, row = 0.0, 0
        for sample in self._samples(unit):
            wide = sample.width + _NEAR * unit
            lines = self._lines(sample.words, size, width - wide)
            needed = wide + max(line.width for line in lines)
            if x and x + needed > width:
                x, row = 0.0, row + 1
            for number, line in enumerate(lines):
                if number:
                    x, row = 0.0, row + 1
                y = row * (_HIGH + 4) * unit
                baseline = y + _HIGH * unit / 2 + size * 0.35
                text = _text(line, x + wide, baseline, "legend", self._theme.quiet)
                box = Box(round(x, 2), round(y, 2), round(sample.width, 2), round(_HIGH * unit, 2))
                entry = LegendEntry(box, text)
                entries.append(entry if number else sample.entry(entry))
            x += needed + _APART * unit
        return tuple(entries), (row + 1) * (_HIGH + 4) * unit if entries else 0.0

    def _samples(self, unit: float) -> list["_Sample"]:
        kinds = [
            _Sample(words, _CARD * unit, card=self._card(kind, unit))
            for kind, words in self._content.kinds
        ]
        directed = {link.family for link in self._content.links if link.arrow}
        families = [
            _Sample(words, _LINE * unit, style=self._theme.family(family), arrow=family in directed)
            for family, words in self._content.families
        ]
        return [*self._changes(unit), *kinds, *families, *self._pen(unit)]

    def _changes(self, unit: float) -> list["_Sample"]:
        """Return the signs of what became of things, where they are in the picture."""
        side, middle = round(sizes.SIGN * unit, 2), _HIGH * unit / 2
        return [
            _Sample(words, side, sign=make_sign(change, side / 2, middle, side, self._theme))
            for change, words in self._content.changes
        ]

    def _pen(self, unit: float) -> list["_Sample"]:
        """Return the marker pen, where it is in the picture."""
        if not self._content.path:
            return []
        words = say("legend-path", self._content.language)
        return [_Sample(words, _LINE * unit, style=LineStyle(self._theme.highlight, _PEN * unit))]

    def _card(self, kind: str, unit: float) -> Card:
        style = self._theme.kind(kind)
        width, height, bar, icon = (round(n * unit, 2) for n in (_CARD, 20.0, 14.0, 10.0))
        return Card(
            id=f"legend-{kind}",
            kind=kind,
            box=Box(0, round(unit, 2), width, height),
            fill=style.fill,
            line=style.line,
            bar=style.bar,
            bar_ink=style.bar_ink,
            bar_width=bar,
            icon=style.icon,
            icon_box=Box((bar - icon) / 2, round(unit + (height - icon) / 2, 2), icon, icon),
            label="",
        )

    def _lines(
        self, words: str, size: float, width: float, weight: Weight = "regular"
    ) -> list["_Line"]:
        size = round(size, 2)
        return [
            _Line(line, size, round(self._metrics.width(line, size, weight), 2))
            for line in self._metrics.wrap(words, size, width, weight)
        ]


class _Line(NamedTuple):
    """A measured line of text."""

    words: str
    size: float
    width: float


class _Sample(NamedTuple):
    """What the legend explains: a kind by a `card`, a family by a line of `style`, or a `sign`."""

    words: str
    width: float
    card: Card | None = None
    style: LineStyle | None = None
    arrow: bool = False
    sign: Sign | None = None

    def entry(self, entry: LegendEntry) -> LegendEntry:
        """Return an entry of the legend with the sample in its box."""
        if self.card:
            return entry._replace(card=self.card.moved(entry.box.x, entry.box.y))
        if self.sign:
            return entry._replace(sign=self.sign.moved(entry.box.x, entry.box.y))
        return entry._replace(style=self.style, mark="arrow" if self.arrow else "none")


def _text(
    line: _Line, x: float, y: float, role: str, colour: str, weight: Weight = "regular"
) -> Text:
    return Text(round(x, 2), round(y, 2), line.words, line.size, line.width, colour, role, weight)


def _column(
    lines: Sequence[_Line],
    x: float,
    y: float,
    role: str,
    colour: str,
    weight: Weight = "regular",
) -> list[Text]:
    """Return lines of text under each other, the first of them below ``y``."""
    return [
        _text(line, x, y + line.size * (1 + number * sizes.LEADING), role, colour, weight)
        for number, line in enumerate(lines)
    ]

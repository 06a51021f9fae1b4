"""Set a card: its text measured, wrapped and placed, with the card's corner at the origin."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.metrics import Metrics
from orggraph.scene import Box, Card, Point, Rule, Text
from orggraph.scene.elements import Weight
from orggraph.themes.theme import Theme
from orggraph.views.content import CardContent, Row


class Cards:
    """Sets the cards of one picture."""

    def __init__(self, theme: Theme, metrics: Metrics) -> None:
        self._theme = theme
        self._metrics = metrics

    def build(self, content: CardContent, *, width: float = 0, height: float = 0) -> Card:
        """Return the card of ``content``, at least ``width`` wide and ``height`` high."""
        column = self._fill_column(content)
        badge = f"+{content.folded}" if content.folded else ""
        badge_width = self._metrics.width(badge, sizes.BADGE, "semibold")
        room = sizes.BAR + 2 * sizes.PADDING + (badge_width + 8 if badge else 0)
        # Even, so that the middle of a card falls on a whole pixel.
        width = 2 * math.ceil(max(width, sizes.CARD_LEAST, column.width + room) / 2)
        needed = column.height + 2 * sizes.PADDING - 4
        height = 2 * math.ceil(max(height, needed) / 2)
        left, top = sizes.BAR + sizes.PADDING, sizes.PADDING - 2 + (height - needed) / 2
        texts = [text.moved(left, top) for text in column.texts]
        if badge:
            x, y = width - sizes.PADDING + 3, height - 7
            texts.append(self._text(badge, "badge", x, y, "semibold", anchor_end=True))
        rules = tuple(
            Rule(Point(left, y + top), Point(width - sizes.PADDING, y + top), self._theme.rule)
            for y in column.rules
        )
        style = self._theme.kind(content.kind)
        icon_top = min((height - sizes.ICON) / 2, top + 1)
        return Card(
            id=content.id,
            kind=content.kind,
            box=Box(0, 0, width, height),
            fill=style.fill,
            line=style.line,
            bar=style.bar,
            bar_ink=style.bar_ink,
            bar_width=sizes.BAR,
            icon=style.icon,
            icon_box=Box((sizes.BAR - sizes.ICON) / 2 + 0.5, icon_top, sizes.ICON, sizes.ICON),
            label=content.label,
            texts=tuple(texts),
            rules=rules,
            layers=3 if content.several else 1,
            halo=self._theme.highlight if content.marked else None,
        )

    def _fill_column(self, content: CardContent) -> "_Column":
        column = _Column()
        column.add(self._lines(content.name, "name", sizes.NAME_LIMIT, "semibold"))
        limit = max(sizes.NAME_LIMIT, column.width)
        for subtitle in content.subtitles:
            column.add(self._lines(subtitle, "subtitle", limit))
        if content.rows:
            column.add_rule()
            self._add_rows(column, content.rows)
        if content.summary:
            if not content.rows:
                column.skip(2)
            else:
                column.add_rule()
            limit = sizes.ROSTER_LIMIT if content.rows else sizes.NAME_LIMIT
            column.add(self._lines(content.summary, "subtitle", limit))
        return column

    def _add_rows(self, column: "_Column", rows: Sequence[Row]) -> None:
        """Add a table: who it is, and beside it what is said of it, if anything."""
        names = [
            self._lines(
                row.words,
                "vacancy" if row.vacant else "member",
                sizes.WHO_LIMIT if row.beside else sizes.ROSTER_LIMIT,
            )
            for row in rows
        ]
        widths = [
            text.width
            for row, lines in zip(rows, names, strict=True)
            if row.beside
            for text in lines
        ]
        start = max(widths, default=0) + sizes.COLUMNS_APART
        for row, lines in zip(rows, names, strict=True):
            beside = self._lines(row.beside, "beside", sizes.ROSTER_LIMIT - start)
            moved = [text._replace(x=start) for text in beside]
            column.add(lines, moved)

    def _lines(self, words: str, role: str, limit: float, weight: Weight = "regular") -> list[Text]:
        """Return ``words`` as lines no wider than ``limit``, all at the origin."""
        lines = self._metrics.wrap(words, _SIZES[role], limit, weight)
        return [self._text(line, role, 0, 0, weight) for line in lines]

    def _text(
        self,
        words: str,
        role: str,
        x: float,
        y: float,
        weight: Weight = "regular",
        *,
        anchor_end: bool = False,
    ) -> Text:
        size = _SIZES[role]
        return Text(
            x=x,
            y=y,
            words=words,
            size=size,
            width=round(self._metrics.width(words, size, weight), 2),
            colour=self._colour(role),
            role=role,
            weight=weight,
            anchor="end" if anchor_end else "start",
        )

    def _colour(self, role: str) -> str:
        if role == "vacancy":
            return self._theme.vacancy
        return self._theme.quiet if role in ("subtitle", "beside", "badge") else self._theme.ink


_SIZES = {
    "name": sizes.NAME,
    "subtitle": sizes.SUBTITLE,
    "member": sizes.ROW,
    "vacancy": sizes.ROW,
    "beside": sizes.ROW,
    "badge": sizes.BADGE,
}


class _Column:
    """Lines of text under each other, growing downwards from zero."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.rules: list[float] = []
        self.width = 0.0
        self.height = 0.0

    def add(self, *columns: Sequence[Text]) -> None:
        """Add columns of lines below, beside each other, all of one size."""
        size = columns[0][0].size
        leading = size * sizes.LEADING
        first = self.height + (leading + size * (sizes.ASCENT - sizes.DESCENT)) / 2
        for lines in columns:
            for number, text in enumerate(lines):
                self.texts.append(text._replace(y=round(first + number * leading, 2)))
                self.width = max(self.width, text.x + text.width)
        self.height = round(self.height + max(map(len, columns)) * leading, 2)

    def add_rule(self) -> None:
        """Add a thin line below."""
        self.rules.append(self.height + 5)
        self.skip(9)

    def skip(self, height: float) -> None:
        """Leave room."""
        self.height += height


class Words(NamedTuple):
    """The measured words of a line's label: its lines, and the size of them together."""

    lines: tuple[tuple[str, float], ...]
    width: float
    height: float


def measure_label(words: str, metrics: Metrics) -> Words | None:
    """Return the label that says ``words``; None for no words."""
    lines = metrics.wrap(words, sizes.LABEL, sizes.LABEL_LIMIT)
    if not lines:
        return None
    widths = [round(metrics.width(line, sizes.LABEL), 2) for line in lines]
    height = math.ceil(len(lines) * sizes.LABEL * sizes.LEADING)
    return Words(tuple(zip(lines, widths, strict=True)), math.ceil(max(widths)) + 6, height)

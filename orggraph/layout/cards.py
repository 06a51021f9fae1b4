"""Set a card: its text measured, wrapped and placed, with the card's corner at the origin."""

import math
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
        for line in self._metrics.wrap(content.name, sizes.NAME, sizes.NAME_LIMIT, "semibold"):
            column.add(self._text(line, "name", 0, 0, "semibold"))
        limit = max(sizes.NAME_LIMIT, column.width)
        for subtitle in content.subtitles:
            for line in self._metrics.wrap(subtitle, sizes.SUBTITLE, limit):
                column.add(self._text(line, "subtitle", 0, 0))
        if content.rows:
            column.add_rule()
            for row in content.rows:
                self._add_row(column, row)
        if content.summary:
            if not content.rows:
                column.skip(2)
            else:
                column.add_rule()
            limit = sizes.ROSTER_LIMIT if content.rows else sizes.NAME_LIMIT
            for line in self._metrics.wrap(content.summary, sizes.SUBTITLE, limit):
                column.add(self._text(line, "subtitle", 0, 0))
        return column

    def _add_row(self, column: "_Column", row: Row) -> None:
        """Add who it is, and beside it, or below where that is too wide, what is said of it."""
        role = "vacancy" if row.vacant else "member"
        lines = self._metrics.wrap(row.words, sizes.ROW, sizes.ROSTER_LIMIT)
        last = self._text(lines[-1], role, 0, 0)
        for line in lines[:-1]:
            column.add(self._text(line, role, 0, 0))
        column.add(last)
        if not row.beside:
            return
        x = last.width + 8
        beside = self._text(row.beside, "beside", x, 0)
        if len(lines) == 1 and x + beside.width <= sizes.ROSTER_LIMIT:
            column.add_beside(beside)
            return
        for line in self._metrics.wrap(row.beside, sizes.ROW, sizes.ROSTER_LIMIT - 12):
            column.add(self._text(line, "beside", 12, 0))

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

    def add(self, text: Text) -> None:
        """Add a line of text below."""
        leading = text.size * sizes.LEADING
        above = (leading - text.size * (sizes.ASCENT + sizes.DESCENT)) / 2
        baseline = self.height + above + text.size * sizes.ASCENT
        self.texts.append(text._replace(y=round(baseline, 2)))
        self.height = round(self.height + leading, 2)
        self.width = max(self.width, text.x + text.width)

    def add_beside(self, text: Text) -> None:
        """Add a text on the line of the last one."""
        self.texts.append(text._replace(y=self.texts[-1].y))
        self.width = max(self.width, text.x + text.width)

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

"""Set a card: its text measured, wrapped and placed, with the card's corner at the origin."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.metrics import Metrics
from orggraph.layout.signs import make_sign
from orggraph.queries.telling import say_number
from orggraph.scene import Box, Card, Change, LineStyle, Point, Rule, Text
from orggraph.scene.elements import Weight
from orggraph.themes.theme import KindStyle, Theme
from orggraph.views.content import CardContent, Row


class Cards:
    """Sets the cards of one picture."""

    def __init__(self, theme: Theme, metrics: Metrics, language: str = "en") -> None:
        self._theme = theme
        self._metrics = metrics
        self._language = language

    def build(self, content: CardContent, *, width: float = 0, height: float = 0) -> Card:
        """Return the card of ``content``, at least ``width`` wide and ``height`` high."""
        column = self._fill_column(content)
        badge = f"+{say_number(content.folded, self._language)}" if content.folded else ""
        badge_width = self._metrics.width(badge, sizes.BADGE, "semibold")
        beside = max(badge_width + 8 if badge else 0.0, sizes.SIGN + 4 if content.change else 0.0)
        room = sizes.BAR + 2 * sizes.PADDING + beside
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
        style = self._style(content)
        signs = [
            make_sign(change, left + sizes.ROW_SIGN / 2, y + top, sizes.ROW_SIGN, self._theme)
            for change, y in column.signs
        ]
        if content.change:
            right, middle = width - sizes.PADDING + 3, texts[0].y - _MIDDLE * sizes.NAME
            x = right - sizes.SIGN / 2
            signs.append(make_sign(content.change, x, middle, sizes.SIGN, self._theme))
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
            border=self._border(content.change),
            change=content.change,
            signs=tuple(signs),
        )

    def _style(self, content: CardContent) -> KindStyle:
        """Return how the card of a kind looks, or one that differs between two versions."""
        style, change = self._theme.kind(content.kind), content.change
        if change is None:
            return style
        colour = self._theme.change(change)
        return KindStyle(
            self._theme.tint(change), colour, colour, self._theme.background, style.icon
        )

    def _border(self, change: Change | None) -> LineStyle | None:
        if change is None:
            return None
        dash = sizes.GONE_DASH if change == "removed" else ()
        return LineStyle(self._theme.change(change), sizes.CHANGED_BORDER, dash)

    def _fill_column(self, content: CardContent) -> "_Column":
        column = _Column()
        gone = content.change == "removed"
        name = self._lines(content.name, "name", sizes.NAME_LIMIT, "semibold")
        column.add(_marked(name, content.change, content.href))
        limit = max(sizes.NAME_LIMIT, column.width)
        for subtitle in content.subtitles:
            column.add(self._lines(subtitle, "subtitle", limit))
        if content.rows:
            column.add_rule()
            self._add_rows(column, content.rows, gone=gone)
        if content.summary:
            if not content.rows:
                column.skip(2)
            else:
                column.add_rule()
            limit = sizes.ROSTER_LIMIT if content.rows else sizes.NAME_LIMIT
            lines = self._lines(content.summary, "subtitle", limit)
            gutter = _GUTTER if content.summary_change else 0.0
            told = _marked(lines, content.summary_change)
            column.add([text._replace(x=gutter) for text in told], sign=content.summary_change)
        return column

    def _add_rows(self, column: "_Column", rows: Sequence[Row], *, gone: bool) -> None:
        """Add a table: who it is, and beside it what is said of it, if anything.

        Signs of what became of the rows stand before them; on a card that is ``gone`` there is no
        need of them.
        """
        gutter = 0.0 if gone or not any(row.change for row in rows) else _GUTTER
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
            struck = row.change == "removed"
            moved = [text._replace(x=gutter + start, struck=struck) for text in beside]
            told = [text._replace(x=gutter) for text in _marked(lines, row.change, row.href)]
            column.add(told, moved, sign=row.change if gutter else None)

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


def _marked(lines: Sequence[Text], change: Change | None, href: str | None = None) -> list[Text]:
    """Return lines with what became of what they tell, crossed out where it is gone."""
    struck = change == "removed"
    told = [text._replace(struck=struck, href=href) for text in lines]
    return [told[0]._replace(change=change), *told[1:]] if told else told


_GUTTER = sizes.ROW_SIGN + sizes.SIGN_GAP
"""The room before rows for their signs."""

_MIDDLE = 0.36
"""How far the middle of small letters and capitals is above the baseline, in sizes of text."""

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
        self.signs: list[tuple[Change, float]] = []
        self.width = 0.0
        self.height = 0.0

    def add(self, *columns: Sequence[Text], sign: Change | None = None) -> None:
        """Add columns of lines below, beside each other, all of one size, a sign at the first."""
        size = columns[0][0].size
        leading = size * sizes.LEADING
        first = self.height + (leading + size * (sizes.ASCENT - sizes.DESCENT)) / 2
        for lines in columns:
            for number, text in enumerate(lines):
                self.texts.append(text._replace(y=round(first + number * leading, 2)))
                self.width = max(self.width, text.x + text.width)
        if sign:
            self.signs.append((sign, round(first - _MIDDLE * size, 2)))
        self.height = round(self.height + max(map(len, columns)) * leading, 2)

    def add_rule(self) -> None:
        """Add a thin line below."""
        self.rules.append(self.height + 5)
        self.skip(9)

    def skip(self, height: float) -> None:
        """Leave room."""
        self.height += height


class Words(NamedTuple):
    """The measured words of a line's label: its lines, and the size of them together.

    Before the words stands the sign of a ``change``, if any.
    """

    lines: tuple[tuple[str, float], ...]
    width: float
    height: float
    change: Change | None = None


def measure_label(words: str, metrics: Metrics, change: Change | None = None) -> Words | None:
    """Return the label that says ``words``, with the sign of a ``change``; None for neither."""
    lines = metrics.wrap(words, sizes.LABEL, sizes.LABEL_LIMIT)
    if not lines:
        side = sizes.ROW_SIGN + 6
        return Words((), side, side, change) if change else None
    widths = [round(metrics.width(line, sizes.LABEL), 2) for line in lines]
    height = math.ceil(len(lines) * sizes.LABEL * sizes.LEADING)
    width = math.ceil(max(widths)) + 6 + (_GUTTER if change else 0)
    return Words(tuple(zip(lines, widths, strict=True)), width, height, change)

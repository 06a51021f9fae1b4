"""Parts of a picture that no line joins: laid out one by one, then put beside each other."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from orggraph.scene import Card, Route
from orggraph.views.content import CardContent, Content, Link

_APART, _LOOSE_APART = 56.0, 30.0
"""Between parts, and between cards without lines, in pixels."""

_WIDTHS = 20
"""How many widths are tried."""


class Arrangement(NamedTuple):
    """Cards and lines with their places, and the size of it all; the corner is at the origin."""

    cards: tuple[Card, ...]
    routes: tuple[Route, ...]
    width: float
    height: float

    def moved(self, dx: float, dy: float) -> "Arrangement":
        """Return the arrangement at another place."""
        return self._replace(
            cards=tuple(card.moved(dx, dy) for card in self.cards),
            routes=tuple(route.moved(dx, dy) for route in self.routes),
        )


def find_components(content: Content) -> tuple[Content, ...]:
    """Return the parts of a picture that no line joins, the largest first, single cards last."""
    joined: dict[str, list[str]] = defaultdict(list)
    for link in content.links:
        joined[link.source].append(link.target)
        joined[link.target].append(link.source)
    part_of: dict[str, int] = {}
    parts = 0
    for card in content.cards:
        waiting = [card.id] if card.id not in part_of else []
        parts += len(waiting)
        while waiting:
            node = waiting.pop()
            if node not in part_of:
                part_of[node] = parts - 1
                waiting += joined[node]
    cards: list[list[CardContent]] = [[] for _ in range(parts)]
    links: list[list[Link]] = [[] for _ in range(parts)]
    for card in content.cards:
        cards[part_of[card.id]].append(card)
    for link in content.links:
        links[part_of[link.source]].append(link)
    divided = [
        content._replace(cards=tuple(some), links=tuple(of_them))
        for some, of_them in zip(cards, links, strict=True)
    ]
    return tuple(sorted(divided, key=lambda part: -len(part.cards)))


def pack(parts: Sequence[Arrangement], ratio: float) -> Arrangement:
    """Return the parts in rows, in their order, of about ``ratio`` times their height in width."""
    if not parts:
        return Arrangement((), (), 0, 0)
    if len(parts) == 1:
        return parts[0]
    widest = max(part.width for part in parts)
    longest = sum(part.width + _APART for part in parts)
    steps = (longest / widest) ** (1 / _WIDTHS)
    tried = [_divide(parts, round(widest * steps**number)) for number in range(_WIDTHS + 1)]
    return _place(min(tried, key=lambda rows: max(_width(rows), _height(rows) * ratio)))


_Row = list[Arrangement]


def _divide(parts: Sequence[Arrangement], width: float) -> list[_Row]:
    """Return the parts in rows that are no wider than ``width``, one part at least in each."""
    rows: list[_Row] = [[]]
    length, is_loose = 0.0, True
    for part in parts:
        goes_on = is_loose and not part.routes
        # Another part may also widen the gaps between those before it.
        longer = length + part.width + len(rows[-1]) * (_LOOSE_APART if goes_on else _APART)
        if rows[-1] and longer > width:
            rows.append([])
            length, goes_on = 0.0, not part.routes
        rows[-1].append(part)
        length, is_loose = length + part.width, goes_on
    return rows


def _place(rows: Sequence[_Row]) -> Arrangement:
    """Return the parts of all rows at their places, each row in the middle."""
    whole = _width(rows)
    placed: list[Arrangement] = []
    y = start = 0.0
    for number, row in enumerate(rows):
        # Rows of cards without lines are columns too: the last one begins where the others do.
        room = whole - _length(row)
        goes_on = number and _is_loose(row) and _is_loose(rows[number - 1])
        start = min(start, room) if goes_on else room // 2
        x = start
        for part in row:
            placed.append(part.moved(x, y))
            x += part.width + _gap(row)
        y += max(part.height for part in row) + _gap(row)
    return Arrangement(
        tuple(sorted((card for part in placed for card in part.cards), key=lambda card: card.id)),
        tuple(sorted((r for part in placed for r in part.routes), key=lambda route: route.id)),
        whole,
        _height(rows),
    )


def _width(rows: Sequence[_Row]) -> float:
    return max(map(_length, rows))


def _height(rows: Sequence[_Row]) -> float:
    return sum(max(part.height for part in row) + _gap(row) for row in rows) - _gap(rows[-1])


def _length(row: _Row) -> float:
    return sum(part.width for part in row) + _gap(row) * (len(row) - 1)


def _gap(row: _Row) -> float:
    """Return the room between parts; single cards stand nearer to each other."""
    return _LOOSE_APART if _is_loose(row) else _APART


def _is_loose(row: _Row) -> bool:
    return not any(part.routes for part in row)

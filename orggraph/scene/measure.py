"""Measure how good a picture is: what overlaps, what touches, what sticks out, how much crosses."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple

from orggraph.scene.elements import Box, Card, Point, Route, Scene, Text

_TOUCH = 3.0
"""Parallel pieces of two lines nearer than this, in pixels, count as one upon the other."""


class Quality(NamedTuple):
    """What was found in a scene. All but `crossings` and `bends` should be empty.

    `card_overlaps`: cards upon cards; `pierced`: lines through cards; `covered`: labels on cards,
    on other labels, or with another line through them; `merged`: lines of different sorts that run
    upon each other; `overflow`: text outside its card, or anything outside the scene; `loose`:
    lines that do not begin and end at their cards, or whose label is not on them. `slanted`: pieces
    neither upright nor level. `crossings` and `bends` are numbers for the whole picture, in which
    what happens to a trunk counts once.
    """

    card_overlaps: tuple[tuple[str, str], ...] = ()
    pierced: tuple[tuple[str, str], ...] = ()
    covered: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()
    overflow: tuple[tuple[str, str], ...] = ()
    loose: tuple[str, ...] = ()
    slanted: tuple[str, ...] = ()
    crossings: int = 0
    bends: int = 0

    @property
    def is_clean(self) -> bool:
        """Whether nothing overlaps, sticks out or hangs loose."""
        return not any(self[:7])


class _Piece(NamedTuple):
    """A straight piece of a line, which may be part of a trunk."""

    route: Route
    trunk: str
    start: Point
    end: Point

    @property
    def is_upright(self) -> bool:
        return self.start.x == self.end.x

    @property
    def box(self) -> Box:
        (x1, y1), (x2, y2) = self.start, self.end
        return Box(min(x1, x2), min(y1, y2), abs(x1 - x2), abs(y1 - y2))


def measure(scene: Scene) -> Quality:
    """Return what overlaps, sticks out or crosses in a scene; takes time quadratic in its size."""
    pieces = [piece for route in scene.routes for piece in _pieces(route)]
    crossings, merged = _meetings(pieces)
    return Quality(
        card_overlaps=tuple(
            (one.id, other.id)
            for one, other in combinations(scene.cards, 2)
            if overlap(one.outline, other.outline)
        ),
        pierced=tuple(_pierced(scene.cards, pieces)),
        covered=tuple(_covered(scene, pieces)),
        merged=merged,
        overflow=tuple(_overflow(scene)),
        loose=tuple(_loose(scene)),
        slanted=tuple(
            piece.route.id
            for piece in pieces
            if piece.start.x != piece.end.x and piece.start.y != piece.end.y
        ),
        crossings=crossings,
        bends=len({(_trunk(r), point) for r in scene.routes for point in r.points[1:-1]}),
    )


def overlap(one: Box, other: Box, *, by: float = 0.01) -> bool:
    """Return whether two boxes overlap by more than a hair."""
    return (
        min(one.right, other.right) - max(one.x, other.x) > by
        and min(one.bottom, other.bottom) - max(one.y, other.y) > by
    )


def text_box(text: Text) -> Box:
    """Return the room that a text takes."""
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    top = text.y - 0.8 * text.size
    return Box(text.x - shift * text.width, top, text.width, 1.02 * text.size)


def _pierced(cards: Sequence[Card], pieces: Iterable[_Piece]) -> Iterable[tuple[str, str]]:
    for piece in pieces:
        box = piece.box
        # A line is half a pixel wide here; it may touch the sides of its own cards.
        line = Box(box.x - 0.25, box.y - 0.25, box.width + 0.5, box.height + 0.5)
        for card in cards:
            inside = card.box._replace(
                x=card.box.x + 0.5,
                y=card.box.y + 0.5,
                width=card.box.width - 1,
                height=card.box.height - 1,
            )
            if overlap(line, inside):
                yield piece.route.id, card.id


def _covered(scene: Scene, pieces: Sequence[_Piece]) -> Iterable[tuple[str, str]]:
    labelled = [(r, r.label.box) for r in scene.routes if r.label and r.label.texts]
    for route, box in labelled:
        for card in scene.cards:
            if overlap(box, card.outline):
                yield route.id, card.id
        trunk = _trunk(route)
        for piece in pieces:
            if piece.trunk != trunk and _touches(piece, box):
                yield route.id, piece.route.id
    for (one, box), (other, another) in combinations(labelled, 2):
        if overlap(box, another):
            yield one.id, other.id


def _pieces(route: Route) -> Iterable[_Piece]:
    trunk = _trunk(route)
    return (_Piece(route, trunk, start, end) for start, end in pairwise(route.points))


def _trunk(route: Route) -> str:
    """Return what lines of one trunk have in common: they look alike and leave a card together."""
    start = route.points[0 if route.dash_from == "source" else -1]
    looks = (route.style, route.start, route.end, route.halo)
    return str((start, route.dash_from, route.family, route.types, *looks))


def _touches(piece: _Piece, box: Box) -> bool:
    line = piece.box
    return overlap(Box(line.x - 0.5, line.y - 0.5, line.width + 1, line.height + 1), box)


def _meetings(pieces: Sequence[_Piece]) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Return how often lines cross, and which run upon each other without being of one trunk."""
    crossings: set[tuple[str | Point, ...]] = set()
    merged: set[tuple[str, str]] = set()
    for one, other in combinations(pieces, 2):
        if one.trunk == other.trunk:
            continue
        pair = (one.route.id, other.route.id)
        if one.is_upright != other.is_upright:
            upright, level = (one, other) if one.is_upright else (other, one)
            x, y = upright.start.x, level.start.y
            if level.box.x < x < level.box.right and upright.box.y < y < upright.box.bottom:
                crossings.add((*sorted((one.trunk, other.trunk)), Point(x, y)))
        elif _run_together(one, other):
            merged.add(pair)
    return len(crossings), tuple(sorted(merged))


def _run_together(one: _Piece, other: _Piece) -> bool:
    a, b = one.box, other.box
    if one.is_upright:
        near = abs(a.x - b.x) < _TOUCH
        shared = min(a.bottom, b.bottom) - max(a.y, b.y)
    else:
        near = abs(a.y - b.y) < _TOUCH
        shared = min(a.right, b.right) - max(a.x, b.x)
    return near and shared > 0.5


def _overflow(scene: Scene) -> Iterable[tuple[str, str]]:
    page = Box(0, 0, scene.width, scene.height)
    for card in scene.cards:
        room = card.box._replace(
            x=card.box.x + card.bar_width, width=card.box.width - card.bar_width
        )
        for text in card.texts:
            if not _within(text_box(text), room):
                yield card.id, text.words
            if any(overlap(text_box(text), sign.box) for sign in card.signs):
                yield card.id, f"a sign on {text.words}"
        if not all(_within(sign.box, room) for sign in card.signs):
            yield card.id, "a sign"
        for one, other in combinations(card.texts, 2):
            if overlap(text_box(one), text_box(other)):
                yield card.id, f"{one.words} / {other.words}"
        if not _within(card.outline, page):
            yield "scene", card.id
    for route in scene.routes:
        if route.label:
            for text in route.label.texts:
                if not _within(text_box(text), route.label.box):
                    yield route.id, text.words
            sign = route.label.sign
            if sign and any(overlap(text_box(t), sign.box) for t in route.label.texts):
                yield route.id, "a sign on its words"
            if not _within(route.label.box, page):
                yield "scene", route.id
        if not all(_within(Box(*point, 0, 0), page) for point in route.points):
            yield "scene", route.id
    texts = [*scene.texts, *(entry.text for entry in scene.legend)]
    fixed = [text_box(text) for text in texts] + [entry.box for entry in scene.legend]
    if not all(_within(box, page) for box in fixed):
        yield "scene", "title, legend or footnote"
    for first, second in combinations(fixed, 2):
        if overlap(first, second):
            yield "scene", "title, legend or footnote"
    for card in scene.cards:
        if any(overlap(card.box, box) for box in fixed):
            yield "scene", f"{card.id} on title, legend or footnote"


def _within(box: Box, room: Box) -> bool:
    hair = 0.5
    return (
        box.x >= room.x - hair
        and box.y >= room.y - hair
        and box.right <= room.right + hair
        and box.bottom <= room.bottom + hair
    )


def _loose(scene: Scene) -> Iterable[str]:
    cards = {card.id: card for card in scene.cards}
    for route in scene.routes:
        ends = ((route.source, route.points[0]), (route.target, route.points[-1]))
        if not all(_on_edge(point, cards[id_]) for id_, point in ends):
            yield route.id
        if route.label and not any(
            overlap(_widened(piece.box), route.label.box) for piece in _pieces(route)
        ):
            yield route.id


def _widened(box: Box) -> Box:
    return Box(box.x - 0.5, box.y - 0.5, box.width + 1, box.height + 1)


def _on_edge(point: Point, card: Card) -> bool:
    """Return whether a point is at the side of a card, or of the cards of its stack."""
    box, outline = card.box, card.outline
    across = outline.x <= point.x <= outline.right
    along = outline.y <= point.y <= outline.bottom
    at_level = point.y in (box.y, box.bottom, outline.bottom)
    at_upright = point.x in (box.x, box.right, outline.right)
    return (across and at_level) or (along and at_upright)

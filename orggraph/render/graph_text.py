"""What DOT and Mermaid have in common: a scene as a graph, without its places."""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from orggraph.scene import Card, Change, Route, Scene, Text
from orggraph.text.escapes import one_line

Heading = Literal["up", "down", "right", "left"]
Pattern = Literal["solid", "dashed", "dotted"]

SIGNS: Mapping[Change, str] = MappingProxyType({"added": "+", "removed": "\u2212", "changed": "~"})
"""What stands before words for what became of what they tell."""


def words(texts: tuple[Text, ...]) -> list[str]:
    """Return what a card or label says, a line at a time, with the signs of what differs."""
    return [_signed(line, text.change) for text in texts if (line := one_line(text.words))]


def _signed(line: str, change: Change | None) -> str:
    return f"{SIGNS[change]} {line}" if change else line


def label_words(route: Route) -> list[str]:
    """Return the lines of a route's label; the sign alone of one that differs without words."""
    told = words(route.label.texts) if route.label else []
    return told or ([SIGNS[route.change]] if route.change else [])


def card_words(card: Card) -> list[str]:
    """Return the lines of a card, and its id where nothing stands on it."""
    return words(card.texts) or [one_line(card.id)]


def pattern(dash: tuple[float, ...]) -> Pattern:
    """Return the kind of line that a pattern of dashes is nearest to."""
    if not dash:
        return "solid"
    return "dotted" if dash[0] <= 3 else "dashed"


def headings(scene: Scene) -> dict[str, Heading]:
    """Return in which direction each route goes from its source, by the route's id."""
    boxes = {card.id: card.box for card in scene.cards}
    return {
        route.id: _heading(route)
        for route in scene.routes
        if route.source in boxes and route.target in boxes
    }


def main_heading(scene: Scene) -> Heading:
    """Return the direction that most routes of the scene go in."""
    counted = Counter(headings(scene).values())
    order: tuple[Heading, ...] = ("up", "down", "right", "left")
    return max(order, key=lambda heading: counted[heading])


def _heading(route: Route) -> Heading:
    # A line leaves its card in the direction that it goes in, whatever bends follow.
    start, second, end = route.points[0], route.points[1], route.points[-1]
    if start.x == second.x:
        return "up" if end.y < start.y else "down"
    return "left" if end.x < start.x else "right"

"""Lines that leave a card together: what they share is drawn once.

Drawn once for each of them, the edges of a trunk would be darker than those of its branches.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from orggraph.render.svg_geometry import oriented
from orggraph.scene import Point, Route


def shared_lengths(routes: Iterable[Route], corner: float) -> Mapping[str, float]:
    """Return how much of each route, from the end that its dashes count from, another one draws.

    A branch begins where its bend does, ``corner`` before it leaves the others. Routes are compared
    with their neighbours only: in the order of their points, the one that is nearest to a route
    shares the most with it.
    """
    trunks: dict[object, list[tuple[tuple[Point, ...], str]]] = defaultdict(list)
    for route in routes:
        points = oriented(route)
        marks = route.end if route.dash_from == "target" else route.start
        trunks[points[0], route.style, marks].append((points, route.id))
    lengths: dict[str, float] = {}
    for trunk in trunks.values():
        for (before, _), (points, id_) in pairwise(sorted(trunk)):
            lengths[id_] = max(_shared(points, before) - corner, 0.0)
    return lengths


def _shared(one: tuple[Point, ...], other: tuple[Point, ...]) -> float:
    """Return how far two lines of level and upright pieces run upon each other from their start."""
    length = 0.0
    for (start, end), (_, stop) in zip(pairwise(one), pairwise(other), strict=False):
        if end == stop:
            length += abs(end.x - start.x) + abs(end.y - start.y)
            continue
        along_x = start.y == end.y == stop.y and (end.x > start.x) == (stop.x > start.x)
        along_y = start.x == end.x == stop.x and (end.y > start.y) == (stop.y > start.y)
        if along_x:
            length += min(abs(end.x - start.x), abs(stop.x - start.x))
        elif along_y:
            length += min(abs(end.y - start.y), abs(stop.y - start.y))
        break
    return length

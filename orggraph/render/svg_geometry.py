"""Where the lines of a route run: bends, arrowheads, and the gap at a label.

Pure functions of points; all formats that draw lines use them.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot, pi, sqrt
from typing import NamedTuple

from orggraph.scene import Box, Point, Route

_OVERLAP = 1.0  # how far a line runs into its arrowhead, so that no seam shows between them


class Stroke(NamedTuple):
    """A part of a line that is drawn in one go, `offset` pixels into the pattern of its dashes."""

    points: tuple[Point, ...]
    offset: float


class Arrow(NamedTuple):
    """A solid triangle, whose first corner is the tip."""

    tip: Point
    left: Point
    right: Point


def oriented(route: Route) -> tuple[Point, ...]:
    """Return the points of a route from the end that its dashes count from."""
    points = tidy(route.points)
    return points[::-1] if route.dash_from == "target" else points


def strokes(route: Route, corner: float, skip: float = 0.0) -> tuple[Stroke, ...]:
    """Return the parts of a route's line: without its arrowheads, cut at its label.

    They begin at the end that the dashes count from, and follow each other from there. The first
    ``skip`` pixels are left out.
    """
    head = arrow_length(route.style.width) - _OVERLAP
    marks = (route.start, route.end)
    first, last = marks[::-1] if route.dash_from == "target" else marks
    points = oriented(route)
    if last == "arrow":
        points = shortened(points, head)
    if first == "arrow":
        skip = max(skip - head, 0.0)
        points = shortened(points[::-1], head)[::-1]
    points, offset = _after(points, skip, corner)
    parts = cut(points, route.label.box) if route.label and len(points) > 1 else (points,)
    found, end = [], points[0]
    for part in parts:
        offset += _distance(end, part[0])
        found.append(Stroke(part, offset))
        offset += path_length(part, corner)
        end = part[-1]
    return tuple(stroke for stroke in found if len(stroke.points) > 1)


def _after(
    points: tuple[Point, ...], skip: float, corner: float
) -> tuple[tuple[Point, ...], float]:
    """Return a line without its first ``skip`` pixels, and how long what was left out is drawn."""
    left = skip
    for at, (start, end) in enumerate(pairwise(points)):
        length = _distance(start, end)
        if left < length:
            here = _towards(start, end, left)
            return (here, *points[at + 1 :]), path_length((*points[: at + 1], here), corner)
        left -= length
    return points[-1:], path_length(points, corner)


def arrows(route: Route, skip: float = 0.0) -> tuple[Arrow, ...]:
    """Return the arrowheads of a route: none, one or two.

    Where the first ``skip`` pixels of its line are left out, so is the head at that end.
    """
    points = tidy(route.points)
    if len(points) < 2:
        return ()
    found = []
    if route.start == "arrow" and not (skip and route.dash_from == "source"):
        found.append(arrow(points[0], points[1], route.style.width))
    if route.end == "arrow" and not (skip and route.dash_from == "target"):
        found.append(arrow(points[-1], points[-2], route.style.width))
    return tuple(found)


def arrow_length(width: float) -> float:
    """Return how long the head of an arrow is on a line of ``width``."""
    return 6 + 2 * width


def arrow(tip: Point, before: Point, width: float) -> Arrow:
    """Return the head at ``tip`` of a line of ``width`` that comes from ``before``."""
    length, half = arrow_length(width), 3 + width
    base = _towards(tip, before, length)
    across_x, across_y = (base.y - tip.y) / length * half, (tip.x - base.x) / length * half
    return Arrow(
        tip,
        Point(base.x + across_x, base.y + across_y),
        Point(base.x - across_x, base.y - across_y),
    )


def tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """Return the points without those that stand where the one before does."""
    kept = [points[0]]
    for point in points[1:]:
        if _distance(point, kept[-1]) > 1e-6:
            kept.append(point)
    return tuple(kept)


def shortened(points: tuple[Point, ...], length: float) -> tuple[Point, ...]:
    """Return the line without its last ``length`` pixels, at most its last piece."""
    if len(points) < 2:
        return points
    *rest, before, last = points
    if _distance(before, last) <= length:
        return (*rest, before)
    return (*rest, before, _towards(last, before, length))


def cut(points: Sequence[Point], box: Box) -> tuple[tuple[Point, ...], ...]:
    """Return what is left of a line outside ``box``, in order."""
    parts, part = [], [points[0]]
    for start, end in pairwise(points):
        inside = _inside(start, end, box)
        if inside is None:
            part.append(end)
            continue
        first, last = inside
        if first > 0:
            part.append(_between(start, end, first))
        parts.append(part)
        part = [_between(start, end, last)]
        if last < 1:
            part.append(end)
    parts.append(part)
    return tuple(tuple(part) for part in parts if len(part) > 1)


def path(points: Sequence[Point], corner: float) -> str:
    """Return the line as SVG path data, its corners rounded."""
    data = [f"M{_pair(points[0])}"]
    for before, here, after, radius in _bends(points, corner):
        enter, leave = _towards(here, before, radius), _towards(here, after, radius)
        turn = (here.x - before.x) * (after.y - here.y) - (here.y - before.y) * (after.x - here.x)
        data.append(f"L{_pair(enter)}")
        if turn:
            arc = number(radius)
            data.append(f"A{arc} {arc} 0 0 {int(turn > 0)} {_pair(leave)}")
    data.append(f"L{_pair(points[-1])}")
    return "".join(data)


def path_length(points: Sequence[Point], corner: float) -> float:
    """Return how long the line is that `path` draws."""
    straight = sum(_distance(start, end) for start, end in pairwise(points))
    saved = sum(
        radius * (2 - pi / 2)
        for before, here, after, radius in _bends(points, corner)
        if (before.x == here.x) != (here.x == after.x)
    )
    return straight - saved


def bar(box: Box, width: float, corner: float) -> str:
    """Return, as SVG path data, the left edge of a card with its rounded corners."""
    radius = min(corner, box.width / 2, box.height / 2)
    right, x, y, bottom = box.x + width, box.x, box.y, box.bottom
    # A bar narrower than the corner ends on the corner's arc.
    reach = max(radius - width, 0)
    drop = radius - sqrt(radius**2 - reach**2)
    arc = f"A{number(radius)} {number(radius)} 0 0 0"
    at = min(right, x + radius)
    upper, lower = Point(at, y + drop), Point(at, bottom - drop)
    return (
        f"M{_pair(Point(right, upper.y))}L{_pair(upper)}{arc} {_pair(Point(x, y + radius))}"
        f"L{_pair(Point(x, bottom - radius))}{arc} {_pair(lower)}L{_pair(Point(right, lower.y))}Z"
    )


def number(value: float) -> str:
    """Return a length as a text that is the same everywhere: two decimals at most."""
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _bends(points: Sequence[Point], corner: float) -> Iterator[tuple[Point, Point, Point, float]]:
    """Yield each corner with its neighbours and its radius, which the pieces must have room for."""
    final = len(points) - 2
    for at in range(1, len(points) - 1):
        before, here, after = points[at - 1 : at + 2]
        # A piece between two corners is shared by them; one at an end belongs to its only corner.
        into = _distance(before, here) / (1 if at == 1 else 2)
        out = _distance(here, after) / (1 if at == final else 2)
        yield before, here, after, min(corner, into, out)


def _inside(start: Point, end: Point, box: Box) -> tuple[float, float] | None:
    """Return from where to where, as shares of its length, a piece runs inside ``box``."""
    first, last = 0.0, 1.0
    sides = ((start.x, end.x, box.x, box.right), (start.y, end.y, box.y, box.bottom))
    for here, there, low, high in sides:
        if here == there:
            if not low < here < high:
                return None
            continue
        enter, leave = sorted(((low - here) / (there - here), (high - here) / (there - here)))
        first, last = max(first, enter), min(last, leave)
    return (first, last) if first < last else None


def _between(start: Point, end: Point, share: float) -> Point:
    return Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)


def _towards(start: Point, goal: Point, length: float) -> Point:
    """Return the point ``length`` away from ``start`` in the direction of ``goal``."""
    share = length / (_distance(start, goal) or 1)
    return _between(start, goal, share)


def _distance(start: Point, end: Point) -> float:
    return hypot(end.x - start.x, end.y - start.y)


def _pair(point: Point) -> str:
    return f"{number(point.x)} {number(point.y)}"

"""Where lines are glued to cards: the places of a shape that connectors know by their numbers.

The first four are those that every shape of PowerPoint has (top, left, bottom, right); then come
the places where lines of the scene end, so that parallel lines keep apart.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from orggraph.render.pptx.frame import Frame
from orggraph.render.pptx.paths import Site
from orggraph.render.svg_geometry import tidy
from orggraph.scene import Card, Point, Scene

_UP, _LEFT, _DOWN, _RIGHT = 16_200_000, 10_800_000, 5_400_000, 0
_SAME = 0.05  # pixels

Ports = Mapping[str, Sequence[Point]]
"""By card, the places where lines can end, in the order of their numbers."""


def find_ports(scene: Scene) -> Ports:
    """Return the places of each card: four usual ones, then where lines end."""
    ends: dict[str, list[Point]] = defaultdict(list)
    for route in scene.routes:
        points = tidy(route.points)
        ends[route.source].append(points[0])
        ends[route.target].append(points[-1])
    ports = {}
    for card in scene.cards:
        found = list(_usual(card))
        for point in ends[card.id]:
            if not any(_is_same(point, other) for other in found):
                found.append(point)
        ports[card.id] = found
    return ports


def number_of(ports: Sequence[Point], point: Point) -> int:
    """Return the number of the place that a line ends at."""
    return next(number for number, port in enumerate(ports) if _is_same(port, point))


def sites(card: Card, ports: Sequence[Point], frame: Frame) -> list[Site]:
    """Return the places of a card as those of its shape, which is as large as its stack."""
    x, y = frame.at(Point(card.outline.x, card.outline.y))
    found = []
    for port in ports:
        at_x, at_y = frame.at(port)
        found.append(Site(at_x - x, at_y - y, _angle(card, port)))
    return found


def _usual(card: Card) -> tuple[Point, ...]:
    box, outline = card.box, card.outline
    middle, level = box.x + box.width / 2, box.y + box.height / 2
    return (
        Point(middle, box.y),
        Point(box.x, level),
        Point(middle, outline.bottom),
        Point(outline.right, level),
    )


def _angle(card: Card, port: Point) -> int:
    """Return the angle at which a line leaves, by the side that it is nearest to."""
    box, outline = card.box, card.outline
    away = {
        _UP: abs(port.y - box.y),
        _DOWN: min(abs(port.y - box.bottom), abs(port.y - outline.bottom)),
        _LEFT: abs(port.x - box.x),
        _RIGHT: min(abs(port.x - box.right), abs(port.x - outline.right)),
    }
    return min(away, key=lambda angle: away[angle])


def _is_same(one: Point, other: Point) -> bool:
    return abs(one.x - other.x) < _SAME and abs(one.y - other.y) < _SAME

"""Lines as edges of draw.io: glued to their cards at the places where they end in the picture."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import pairwise
from math import hypot

from orggraph.render.drawio import cells
from orggraph.render.drawio.cards import card_id, cell_box
from orggraph.render.markup import token
from orggraph.render.svg_geometry import tidy
from orggraph.scene import Box, Card, LegendEntry, LineStyle, Point, Route
from orggraph.scene.elements import Mark
from orggraph.text.escapes import one_line

_HALO = 12.0


def draw_route(
    route: Route, cards: Mapping[str, Card], corner: float, background: str
) -> Iterator[str]:
    """Yield the edge of a route, and the sign on it."""
    # Dashes run from where an edge begins; those of a trunk have to begin together.
    turned = bool(route.style.dash) and route.dash_from == "target"
    points, ids, marks = tidy(route.points), (route.source, route.target), (route.start, route.end)
    if turned:
        points, ids, marks = points[::-1], ids[::-1], marks[::-1]
    id_ = f"route.{token(route.id)}"
    style: dict[str, object] = {
        **_bent(corner),
        **cells.stroke(route.style),
        **_arrows(route.style, *marks),
        **_port("exit", points[0], cell_box(cards[ids[0]])),
        **_port("entry", points[-1], cell_box(cards[ids[1]])),
    }
    label, at = "", None
    if route.label and route.label.texts:
        first = route.label.texts[0]
        style |= {"html": 1, "labelBackgroundColor": route.halo or background, "spacing": 0}
        style |= {"fontSize": first.size, "fontColor": first.colour}
        label = "<br>".join(map(cells.inline, route.label.texts))
        at = place_on(points, route.label.box)
    told = one_line(route.description)
    data = {
        **{"tooltip": escape(told), "link": route.href, "relations": " ".join(route.relations)},
        **{"types": " ".join(route.types), "family": route.family},
    }
    yield from cells.edge(
        id_,
        style,
        cells.line_geometry(points[1:-1], at=at),
        ends=(card_id(ids[0]), card_id(ids[1])),
        label=label,
        data=data,
    )
    if route.label and route.label.sign:
        sign = route.label.sign
        on_line = place_on(points, sign.box._replace(width=0.0, height=0.0))
        yield from cells.sign_cell(f"{id_}.sign", sign, parent=id_, at=on_line)


def draw_halo(route: Route, cards: Mapping[str, Card], corner: float) -> Iterator[str]:
    """Yield the marker pen of a route: an edge of its own, glued as the route is."""
    if not route.halo:
        return
    points = tidy(route.points)
    style: dict[str, object] = {
        **_bent(corner),
        **cells.stroke(LineStyle(route.halo, _HALO)),
        **_arrows(route.style, "none", "none"),
        **_port("exit", points[0], cell_box(cards[route.source])),
        **_port("entry", points[-1], cell_box(cards[route.target])),
    }
    ends = card_id(route.source), card_id(route.target)
    geometry = cells.line_geometry(points[1:-1])
    yield from cells.edge(f"route.{token(route.id)}.halo", style, geometry, ends=ends)


def draw_sample(entry: LegendEntry, style: LineStyle, id_: str, parent: str) -> list[str]:
    """Return the line of an entry of the legend, which is glued to nothing."""
    middle = entry.box.y + entry.box.height / 2
    ends = Point(entry.box.x, middle), Point(entry.box.right, middle)
    looks = {**cells.stroke(style), **_arrows(style, "none", entry.mark)}
    return cells.edge(id_, looks, cells.line_geometry((), ends=ends), parent=parent)


def place_on(points: tuple[Point, ...], box: Box) -> cells.Place:
    """Return where the middle of a box is on a line, by the piece that it is nearest to."""
    goal = Point(box.x + box.width / 2, box.y + box.height / 2)
    lengths = [hypot(b.x - a.x, b.y - a.y) for a, b in pairwise(points)]
    nearest, found, done = float("inf"), (0.0, Point(0.0, 0.0)), 0.0
    for (start, end), length in zip(pairwise(points), lengths, strict=True):
        dx, dy = end.x - start.x, end.y - start.y
        share = ((goal.x - start.x) * dx + (goal.y - start.y) * dy) / length**2
        share = min(max(share, 0.0), 1.0)
        here = Point(start.x + share * dx, start.y + share * dy)
        off = Point(goal.x - here.x, goal.y - here.y)
        if hypot(*off) < nearest:
            nearest = hypot(*off)
            found = (2 * (done + share * length) / sum(lengths) - 1, off)
        done += length
    return found


def _bent(corner: float) -> dict[str, object]:
    return {
        **{"edgeStyle": "orthogonalEdgeStyle", "orthogonalLoop": 1, "jettySize": "auto"},
        **{"rounded": 1, "arcSize": 2 * corner},
    }


def _port(end: str, point: Point, box: Box) -> dict[str, object]:
    """Return the place on a card at which a line is glued, as shares of its width and height."""
    across, along = (point.x - box.x) / box.width, (point.y - box.y) / box.height
    return {
        f"{end}X": cells.ratio(across),
        f"{end}Y": cells.ratio(along),
        f"{end}Dx": 0,
        f"{end}Dy": 0,
        f"{end}Perimeter": 0,
    }


def _arrows(style: LineStyle, start: Mark, end: Mark) -> dict[str, object]:
    # A head is as long as its size and the width of its line together, as wide as that, and has an
    # outline of that line.
    size = 4 + style.width / 2
    told: dict[str, object] = {}
    for name, mark in (("start", start), ("end", end)):
        told[f"{name}Arrow"] = "block" if mark == "arrow" else "none"
        if mark == "arrow":
            told |= {f"{name}Fill": 1, f"{name}Size": size}
    return told

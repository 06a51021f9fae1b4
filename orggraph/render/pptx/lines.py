"""Routes on slides: connectors glued to their cards, as elbows that PowerPoint knows.

The presets are those of ECMA-376, part 1, 20.1.10.56, as its presetShapeDefinitions.xml draws
them: `bentConnector2` to `bentConnector5` leave level and turn at right angles; how far along is
said by adjustments, in 100,000ths of the connector's width or height. One that leaves upright is
turned by 90 degrees. Flips go before turns.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from orggraph.render.markup import branch, leaf
from orggraph.render.pptx.cards import PEN, dashes
from orggraph.render.pptx.frame import Frame, Room
from orggraph.render.pptx.palette import filled, rgb
from orggraph.render.pptx.paths import Shade, geometry
from orggraph.render.pptx.sheet import Sheet
from orggraph.render.pptx.sites import Ports, number_of
from orggraph.render.pptx.text import link, placed
from orggraph.render.svg_geometry import arrow_length, path, tidy
from orggraph.scene import Box, LegendEntry, LineStyle, Point, Route
from orggraph.text.escapes import one_line

_LEAST = 6_350
"""The least width or height of what is reckoned in shares of it: half a point."""

_HEADS = {"sm": 2.0, "med": 3.0, "lg": 5.0}
_LEAST_FOR_HEADS = 2.0

_QUARTER = 5_400_000  # of a turn, in 60,000ths of a degree
_WHOLE = 100_000
_MOST_BENDS = 4

Place = tuple[int, int]


class Elbow(NamedTuple):
    """A connector of one of the presets: its room before it is turned, and how it is turned."""

    preset: str
    room: Room
    adjustments: tuple[int, ...] = ()
    flip_h: bool = False
    flip_v: bool = False
    turn: int = 0


def elbow(points: Sequence[Place]) -> Elbow | None:
    """Return the preset that runs through ``points``; None where none has so many bends.

    Each piece is level or upright, and no two in a row are alike.
    """
    if len(points) - 2 > _MOST_BENDS:
        return None
    (x1, y1), (x2, y2) = points[0], points[-1]
    if len(points) == 2:
        room = Room(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        return Elbow("straightConnector1", room, (), x2 < x1, y2 < y1)
    turn = 0 if points[0][0] != points[1][0] else _QUARTER if y2 >= y1 else 3 * _QUARTER
    # In the connector's own view it leaves level, and its first end is at the origin.
    own = [_turned_back(x - x1, y - y1, turn) for x, y in points]
    flip_h, flip_v = own[-1][0] < 0, own[-1][1] < 0
    own = [(-u if flip_h else u, -v if flip_v else v) for u, v in own]
    width, height = own[-1]
    width = max(width, _LEAST) if len(points) > 3 else width
    height = max(height, _LEAST) if len(points) > 4 else height
    # Bends are placed in turn along and across.
    adjustments = tuple(
        round((own[number][0] / width if number % 2 else own[number][1] / height) * _WHOLE)
        for number in range(1, len(points) - 2)
    )
    left, top = (x1 + x2 - width) / 2, (y1 + y2 - height) / 2
    room = Room(round(left), round(top), width, height)
    return Elbow(f"bentConnector{len(points) - 1}", room, adjustments, flip_h, flip_v, turn)


def _turned_back(x: int, y: int, turn: int) -> Place:
    """Return where a place was before a turn around the origin, clockwise."""
    return {0: (x, y), _QUARTER: (y, -x), 3 * _QUARTER: (-y, x)}[turn]


def connectors(sheet: Sheet, shapes: Mapping[str, int], ports: Ports) -> Iterator[str]:
    """Yield the routes of the scene; ``shapes`` are the numbers of the cards' shapes."""
    for route in sheet.scene.routes:
        # Dashes begin where a line does, and those of a trunk have to begin together.
        turned = bool(route.style.dash) and route.dash_from == "target"
        drawn = _reversed(route) if turned else route
        pen = _pen(sheet, drawn, sheet.palette.line(route))
        glue = _glue(drawn, shapes, ports)
        yield from _connector(sheet, drawn, glue, one_line(route.description), *pen)


def markers(sheet: Sheet, shapes: Mapping[str, int], ports: Ports) -> Iterator[str]:
    """Yield the marker pen along routes, which lies below all else and is glued as they are."""
    for route in sheet.scene.routes:
        if route.halo:
            style = LineStyle(route.halo, 2 * PEN)
            yield from _connector(
                sheet,
                route._replace(start="none", end="none", href=None, description=""),
                _glue(route, shapes, ports),
                "Marker",
                [filled(rgb(route.halo)), *dashes(style), leaf("a:round")],
                {"w": sheet.frame.length(style.width), "cap": "rnd"},
            )


def sample(sheet: Sheet, entry: LegendEntry, style: LineStyle) -> list[str]:
    """Return the line of an entry of the legend."""
    level = entry.box.y + entry.box.height / 2
    points = Point(entry.box.x, level), Point(entry.box.right, level)
    route = Route("", "", "", "", (), (), points, style, "", end=entry.mark)
    pen = _pen(sheet, route, sheet.palette.sample(entry, style))
    return _connector(sheet, route, [], "Line", *pen)


def _reversed(route: Route) -> Route:
    return route._replace(
        source=route.target,
        target=route.source,
        points=route.points[::-1],
        start=route.end,
        end=route.start,
    )


def _glue(route: Route, shapes: Mapping[str, int], ports: Ports) -> list[str]:
    points = tidy(route.points)
    ends = (route.source, points[0]), (route.target, points[-1])
    return [
        leaf(name, id=shapes[card], idx=number_of(ports[card], point))
        for name, (card, point) in zip(("a:stCxn", "a:endCxn"), ends, strict=True)
    ]


def _pen(sheet: Sheet, route: Route, colour: str) -> tuple[list[str], dict[str, object]]:
    style = route.style
    inside = [filled(colour), *dashes(style), leaf("a:round")]
    for name, mark in (("a:headEnd", route.start), ("a:tailEnd", route.end)):
        if mark == "arrow":
            size = _head(sheet.frame, style.width)
            inside.append(leaf(name, type="triangle", w=size, len=size))
    return inside, {"w": sheet.frame.length(style.width), "cap": "flat"}


def _head(frame: Frame, width: float) -> str:
    """Return the size of an arrowhead that is the most like ours.

    Heads are as many times as long as their lines are wide, which count as 2 points at least.
    """
    line = max(frame.points(width) / 100, _LEAST_FOR_HEADS)
    wanted = frame.points(arrow_length(width)) / 100 / line
    return min(_HEADS, key=lambda size: abs(_HEADS[size] - wanted))


def _connector(
    sheet: Sheet,
    route: Route,
    glue: list[str],
    name: str,
    pen: list[str],
    width: Mapping[str, object],
) -> list[str]:
    number = sheet.number()
    about = leaf("p:cNvPr", id=number, name=name[:250], descr=one_line(route.description) or None)
    opened = f"{about[:-2]}>{link(sheet, route.href)}</p:cNvPr>" if route.href else about
    return branch(
        "p:cxnSp",
        [
            *branch("p:nvCxnSpPr", [opened, *branch("p:cNvCxnSpPr", glue), leaf("p:nvPr")]),
            *branch("p:spPr", [*_course(sheet, route), *branch("a:ln", pen, **width)]),
        ],
    )


def _course(sheet: Sheet, route: Route) -> list[str]:
    points = [sheet.frame.at(point) for point in tidy(route.points)]
    found = elbow(_bends(points))
    if found is None:
        return _free(sheet, route)
    turns: dict[str, Any] = {
        "rot": found.turn or None,
        "flipH": 1 if found.flip_h else None,
        "flipV": 1 if found.flip_v else None,
    }
    adjusted = (
        leaf("a:gd", name=f"adj{number}", fmla=f"val {value}")
        for number, value in enumerate(found.adjustments, start=1)
    )
    guides = branch("a:avLst", adjusted) if found.adjustments else [leaf("a:avLst")]
    return [
        *placed(found.room, **turns),
        *branch("a:prstGeom", guides, prst=found.preset),
    ]


def _free(sheet: Sheet, route: Route) -> list[str]:
    """Return a course with more bends than a preset has, as geometry of its own."""
    points = tidy(route.points)
    xs, ys = [point.x for point in points], [point.y for point in points]
    box = Box(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    room = sheet.frame.room(box)
    shade = Shade(path(points, sheet.scene.corner), fill=False)
    return [*placed(room), *geometry((shade,), box, (room.width, room.height)), leaf("a:noFill")]


def _bends(points: Sequence[Place]) -> list[Place]:
    """Return the ends of a line and its corners, without places that lie on a straight piece."""
    kept = [points[0]]
    for number in range(1, len(points) - 1):
        (x1, y1), (x2, y2), (x3, y3) = kept[-1], points[number], points[number + 1]
        if (x2, y2) == (x1, y1) or (x1 == x2 == x3) or (y1 == y2 == y3):
            continue
        kept.append((x2, y2))
    return [*kept, points[-1]]

"""Read decks back with python-pptx, and draw their connectors as the standard defines them.

The presets are those of presetShapeDefinitions.xml (ECMA-376, part 1): written here from the
standard and not from our code, which goes the other way.
"""

import math
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NamedTuple

from pptx import Presentation

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
PIXEL = 9525.0

Points = list[tuple[float, float]]


class Connector(NamedTuple):
    name: str
    told: str
    start: tuple[int, int] | None
    end: tuple[int, int] | None
    preset: str
    course: Points
    element: Any


def slides(data: bytes) -> list[Any]:
    return list(Presentation(BytesIO(data)).slides)


def shapes(slide: Any) -> dict[int, Any]:
    """Every shape of a slide by its number, those in groups too; each number is there once."""

    def walk(some: Any) -> Iterator[Any]:
        for shape in some:
            yield shape
            if hasattr(shape, "shapes"):
                yield from walk(shape.shapes)

    found: dict[int, Any] = {}
    for shape in walk(slide.shapes):
        assert shape.shape_id not in found
        found[shape.shape_id] = shape
    return found


def connectors(slide: Any) -> list[Connector]:
    """The connectors of a slide, in its order."""
    made = []
    for shape in shapes(slide).values():
        element = shape._element
        if element.tag != f"{P}cxnSp":
            continue
        about = element.find(f"{P}nvCxnSpPr/{P}cNvPr")
        made.append(
            Connector(
                about.get("name"),
                about.get("descr") or "",
                _glue(element.find(f".//{A}stCxn")),
                _glue(element.find(f".//{A}endCxn")),
                *_course(element.find(f"{P}spPr")),
                element,
            )
        )
    return made


def glued(slide: Any) -> list[Connector]:
    return [found for found in connectors(slide) if found.start and found.name != "Marker"]


def site(shape: Any, number: int) -> tuple[float, float]:
    """Where a connection site of a shape is on the slide; its guides are reckoned out."""
    found = shape._element.findall(f".//{A}cxn")[number].find(f"{A}pos")
    guides = {g.get("name"): g.get("fmla") for g in shape._element.iter(f"{A}gd")}
    at = []
    for axis, length in (("x", shape.width), ("y", shape.height)):
        operator, of, times, by = guides[found.get(axis)].split()
        assert operator == "*/"
        assert of == {"x": "w", "y": "h"}[axis]
        at.append(length * int(times) / int(by))
    return shape.left + at[0], shape.top + at[1]


def _glue(element: Any) -> tuple[int, int] | None:
    return None if element is None else (int(element.get("id")), int(element.get("idx")))


def _course(properties: Any) -> tuple[str, Points]:
    xfrm = properties.find(f"{A}xfrm")
    x, y = (int(xfrm.find(f"{A}off").get(key)) for key in ("x", "y"))
    w, h = (int(xfrm.find(f"{A}ext").get(key)) for key in ("cx", "cy"))
    preset = properties.find(f"{A}prstGeom")
    if preset is None:
        path = properties.find(f".//{A}path")
        ends = list(path.iter(f"{A}pt"))
        own = [(float(p.get("x")), float(p.get("y"))) for p in (ends[0], ends[-1])]
        name = "custom"
    else:
        name = preset.get("prst")
        values = {
            g.get("name"): int(g.get("fmla").removeprefix("val ")) for g in preset.iter(f"{A}gd")
        }
        own = _preset(name, w, h, values)
    angle = math.radians(int(xfrm.get("rot", "0")) / 60_000)
    across = -1 if xfrm.get("flipH") == "1" else 1
    down = -1 if xfrm.get("flipV") == "1" else 1
    course = []
    for u, v in own:  # flipped and then turned around the middle
        u, v = (u - w / 2) * across, (v - h / 2) * down
        course.append(
            (
                x + w / 2 + u * math.cos(angle) - v * math.sin(angle),
                y + h / 2 + u * math.sin(angle) + v * math.cos(angle),
            )
        )
    return name, course


def _preset(name: str, w: int, h: int, values: dict[str, int]) -> Points:
    one, two, three = (values.get(f"adj{n}", 50_000) / 100_000 for n in (1, 2, 3))
    return {
        "line": [(0, 0), (w, h)],
        "straightConnector1": [(0, 0), (w, h)],
        "bentConnector2": [(0, 0), (w, 0), (w, h)],
        "bentConnector3": [(0, 0), (w * one, 0), (w * one, h), (w, h)],
        "bentConnector4": [(0, 0), (w * one, 0), (w * one, h * two), (w, h * two), (w, h)],
        "bentConnector5": [
            (0, 0),
            (w * one, 0),
            (w * one, h * two),
            (w * three, h * two),
            (w * three, h),
            (w, h),
        ],
    }[name]

"""Outlines as DrawingML: the path data of SVG as custom geometry.

The commands are those of SVG 2, 9.3 (https://www.w3.org/TR/SVG2/paths.html) as far as our own
drawings use them; the elements those of ECMA-376, part 1, 20.1.9.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orggraph.render.markup import branch, leaf
from orggraph.scene import Box, Point

_TOKEN = re.compile(r"([MLHVACSZ])|(-?\d+(?:\.\d+)?)")
_TURN = 21_600_000  # a whole circle, in 60,000ths of a degree
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "C": 6, "S": 4, "Z": 0}


class Site(NamedTuple):
    """Where lines can be glued to a shape, by place and by the angle at which they leave it."""

    x: int
    y: int
    angle: int


class Shade(NamedTuple):
    """A path of a shape: its data, and whether it is filled and drawn around."""

    data: str
    fill: bool = True
    stroke: bool = True


def geometry(
    shades: Iterable[Shade],
    seen: Box,
    size: tuple[int, int],
    sites: Sequence[Site] = (),
    text: tuple[int, int] | None = None,
) -> list[str]:
    """Return the custom geometry of a shape of ``size`` that shows what is in the box ``seen``.

    Data beyond the box are drawn beyond the shape. ``sites`` are places within the shape; ``text``
    is the right and lower side of the room for its text, which else is all of it.
    """
    width, height = size
    guides = [
        leaf("a:gd", name=f"{axis}{number}", fmla=f"*/ {side} {place} {max(length, 1)}")
        for number, site in enumerate(sites)
        for axis, side, place, length in (("x", "w", site.x, width), ("y", "h", site.y, height))
    ]
    right, bottom = "r", "b"
    if text:
        guides.append(leaf("a:gd", name="right", fmla=f"*/ w {text[0]} {max(width, 1)}"))
        guides.append(leaf("a:gd", name="bottom", fmla=f"*/ h {text[1]} {max(height, 1)}"))
        right, bottom = "right", "bottom"
    places = (
        line
        for number, site in enumerate(sites)
        for line in branch("a:cxn", [leaf("a:pos", x=f"x{number}", y=f"y{number}")], ang=site.angle)
    )
    scale = (width / seen.width if seen.width else 1, height / seen.height if seen.height else 1)
    drawn = (line for shade in shades for line in _paths(shade, seen, scale, size))
    return branch(
        "a:custGeom",
        [
            leaf("a:avLst"),
            *branch("a:gdLst", guides),
            leaf("a:ahLst"),
            *branch("a:cxnLst", places),
            leaf("a:rect", l="l", t="t", r=right, b=bottom),
            *branch("a:pathLst", drawn),
        ],
    )


def rounded(box: Box, corner: float) -> str:
    """Return a rectangle with round corners as path data."""
    x, y, right, bottom = box.x, box.y, box.right, box.bottom
    radius = min(corner, box.width / 2, box.height / 2)
    if radius <= 0:
        return f"M{x:.3f} {y:.3f}H{right:.3f}V{bottom:.3f}H{x:.3f}Z"
    arc = f"A{radius:.3f} {radius:.3f} 0 0 1"
    return (
        f"M{x + radius:.3f} {y:.3f}H{right - radius:.3f}{arc} {right:.3f} {y + radius:.3f}"
        f"V{bottom - radius:.3f}{arc} {right - radius:.3f} {bottom:.3f}"
        f"H{x + radius:.3f}{arc} {x:.3f} {bottom - radius:.3f}"
        f"V{y + radius:.3f}{arc} {x + radius:.3f} {y:.3f}Z"
    )


def peeking(box: Box, corner: float, step: float) -> str:
    """Return what shows of the outline of a card behind one that is a ``step`` up and left."""
    radius = min(corner, box.width / 2, box.height / 2)
    right, bottom = box.right, box.bottom
    # The arc comes out from behind the card in front, and goes in there again.
    out = radius - math.sqrt(max(radius**2 - max(radius - step, 0) ** 2, 0))
    arc = f"A{radius:.3f} {radius:.3f} 0 0 1"
    if radius < step:
        return (
            f"M{right - step:.3f} {box.y:.3f}H{right - radius:.3f}"
            f"{arc} {right:.3f} {box.y + radius:.3f}V{bottom - radius:.3f}"
            f"{arc} {right - radius:.3f} {bottom:.3f}H{box.x + radius:.3f}"
            f"{arc} {box.x:.3f} {bottom - radius:.3f}V{bottom - step:.3f}"
        )
    return (
        f"M{right - step:.3f} {box.y + out:.3f}{arc} {right:.3f} {box.y + radius:.3f}"
        f"V{bottom - radius:.3f}{arc} {right - radius:.3f} {bottom:.3f}"
        f"H{box.x + radius:.3f}{arc} {box.x + out:.3f} {bottom - step:.3f}"
    )


def _paths(
    shade: Shade, seen: Box, scale: tuple[float, float], size: tuple[int, int]
) -> Iterator[str]:
    """Yield each part of a path as one of its own, so that none is a hole in another."""
    parts: list[list[str]] = []
    here, control = Point(0, 0), None

    def pt(point: Point) -> str:
        x, y = (point.x - seen.x) * scale[0], (point.y - seen.y) * scale[1]
        return leaf("a:pt", x=round(x), y=round(y))

    for command, (*numbers,) in _commands(shade.data):
        last, control = control, None
        if command == "M":
            here = Point(*numbers)
            parts.append(branch("a:moveTo", [pt(here)]))
        elif command in "LHV":
            x = numbers[0] if command != "V" else here.x
            y = numbers[-1] if command != "H" else here.y
            here = Point(x, y)
            parts[-1] += branch("a:lnTo", [pt(here)])
        elif command in "CS":
            if command == "S":  # the first control point mirrors the last one
                mirror = Point(2 * here.x - last.x, 2 * here.y - last.y) if last else here
                numbers = [*mirror, *numbers]
            one, control, here = (Point(*numbers[at : at + 2]) for at in (0, 2, 4))
            parts[-1] += branch("a:cubicBezTo", [pt(one), pt(control), pt(here)])
        elif command == "A":
            end = Point(*numbers[5:])
            flat = not (numbers[0] and numbers[1])
            parts[-1] += branch("a:lnTo", [pt(end)]) if flat else [_arc(here, numbers, scale)]
            here = end
        else:
            parts[-1].append(leaf("a:close"))
    for part in parts:
        yield from branch(
            "a:path",
            part,
            w=size[0],
            h=size[1],
            fill=None if shade.fill else "none",
            stroke=None if shade.stroke else "0",
        )


def _commands(data: str) -> Iterator[tuple[str, list[float]]]:
    """Yield each command of path data with its numbers; one may stand for several of its kind."""
    command, numbers = "", list[float]()
    for letter, number in _TOKEN.findall(data):
        if letter:
            command, numbers = letter, []
        else:
            numbers.append(float(number))
        if len(numbers) == _TAKES[command]:
            yield command, numbers
            numbers = []


def _arc(start: Point, numbers: Sequence[float], scale: tuple[float, float]) -> str:
    """Return an elliptical arc by its radii and angles.

    The centre is found as in SVG 2, appendix B.2.4, for arcs that are not rotated.
    """
    rx, ry, _, large, sweep, x, y = numbers
    dx, dy = (start.x - x) / 2 / rx, (start.y - y) / 2 / ry
    apart = dx * dx + dy * dy
    if apart > 1:  # too small to reach: as large as it takes
        rx, ry = rx * math.sqrt(apart), ry * math.sqrt(apart)
        dx, dy, apart = dx / math.sqrt(apart), dy / math.sqrt(apart), 1.0
    away = math.sqrt(max(1 - apart, 0) / apart) if apart else 0.0
    away *= -1 if large == sweep else 1
    centre_x, centre_y = away * dy, -away * dx
    first = math.atan2(dy - centre_y, dx - centre_x)
    last = math.atan2(-dy - centre_y, -dx - centre_x)
    swing = (last - first) % math.tau if sweep else -((first - last) % math.tau)
    return leaf(
        "a:arcTo",
        wR=round(rx * scale[0]),
        hR=round(ry * scale[1]),
        stAng=round(first % math.tau / math.tau * _TURN) % _TURN,
        swAng=round(swing / math.tau * _TURN),
    )

"""Shapes of draw.io's own drawing language: from the path data of SVG.

A shape travels within the style of its cell: compressed, in base 64. It is stored without
compressing here, so that every machine writes the same bytes.
"""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from math import hypot
from urllib.parse import quote

from orggraph.render.markup import branch, leaf

_COMMAND = re.compile("([A-Z])([^A-Z]*)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LENGTHS = {"M": 2, "L": 2, "H": 1, "V": 1, "A": 7, "Z": 0}
_LARGEST = 65_535  # bytes in one block that is stored
_SLACK = 0.01


def shape_of_path(data: str, width: float, height: float) -> str:
    """Return, for the style of a cell, a shape that fills path ``data`` on a grid of a size.

    The data is of absolute moves, lines and arcs, as that of our icons and bars is.
    """
    return _packed(_shape([*branch("path", _steps(data)), "<fill/>"], width, height))


def shape_of_stack(layers: int, by: float, corner: float, width: float, height: float) -> str:
    """Return a shape of cards upon each other, each ``by`` up and to the left of the one behind."""
    depth = (layers - 1) * by
    lines = []
    for layer in range(layers - 1, -1, -1):
        size = width - depth, height - depth
        radius = 100 * corner / min(size)  # a hundredth of the shorter side
        x = y = layer * by
        lines.append(leaf("roundrect", x=x, y=y, w=size[0], h=size[1], arcsize=radius))
        lines.append("<fillstroke/>")
    return _packed(_shape(lines, width, height))


def _shape(foreground: Sequence[str], width: float, height: float) -> list[str]:
    return branch(
        "shape",
        ["<background/>", *branch("foreground", foreground)],
        w=float(width),
        h=float(height),
        aspect="variable",
        strokewidth="inherit",
    )


def _steps(data: str) -> Iterator[str]:
    here = {"x": 0.0, "y": 0.0}
    for command, rest in _COMMAND.findall(data):
        values = [float(each) for each in _NUMBER.findall(rest)]
        step = _LENGTHS[command]
        if not step:
            yield "<close/>"
            continue
        for at in range(0, len(values), step):
            yield _step(command, values[at : at + step], here)


def _step(command: str, values: Sequence[float], here: dict[str, float]) -> str:
    before = here["x"], here["y"]
    if command == "H":
        here["x"] = values[0]
    elif command == "V":
        here["y"] = values[0]
    else:
        here["x"], here["y"] = values[-2:]
    if command != "A":
        return leaf("move" if command == "M" else "line", **here)
    rx, ry, turn, large, sweep = values[:5]
    if rx == ry:
        # Half a circle, whose radius rounding must not make too short: draw.io would leave it out.
        rx = ry = max(rx, hypot(here["x"] - before[0], here["y"] - before[1]) / 2 + _SLACK)
    arc = {"rx": rx, "ry": ry, "x_axis_rotation": turn}
    flags = {"large_arc_flag": int(large), "sweep_flag": int(sweep)}
    return leaf("arc", **arc, **flags, **here)


def _packed(lines: Sequence[str]) -> str:
    """Return a shape as draw.io reads it: its text, percent-encoded, deflated, in base 64."""
    text = quote("".join(line.strip() for line in lines), safe="").encode("ascii")
    parts = [text[at : at + _LARGEST] for at in range(0, len(text), _LARGEST)]
    blocks = (
        bytes([at == len(parts) - 1])  # the last block; no compression (RFC 1951, 3.2.4)
        + len(part).to_bytes(2, "little")
        + (len(part) ^ _LARGEST).to_bytes(2, "little")
        + part
        for at, part in enumerate(parts)
    )
    return f"stencil({b64encode(b''.join(blocks)).decode('ascii')})"

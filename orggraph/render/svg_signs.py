"""Signs in SVG: drawn, so that no font is needed for them, and told apart without colour."""

from types import MappingProxyType

from orggraph.render.markup import branch, leaf
from orggraph.render.svg_geometry import number
from orggraph.scene import Sign

_GRID = 16

STROKE = 2.2
"""How thick signs are drawn on their grid of 16 by 16."""

# A plus, a minus and a tilde in the middle of a disc.
SHAPES = MappingProxyType(
    {
        "added": "M8 4V12M4 8H12",
        "removed": "M4 8H12",
        "changed": "M3.8 9.3C5 6 6.6 6.2 8 8S11 10 12.2 6.7",
    }
)


def draw_sign(sign: Sign) -> list[str]:
    """Return a sign as lines of SVG."""
    x, y, width, _ = sign.box
    place = f"translate({number(x)} {number(y)}) scale({width / _GRID:.4g})"
    parts = [
        leaf("circle", cx=8, cy=8, r=8, fill=sign.fill),
        leaf(
            "path",
            d=SHAPES[sign.change],
            fill="none",
            stroke=sign.ink,
            stroke_width=STROKE,
            stroke_linecap="round",
        ),
    ]
    return branch("g", parts, class_=f"sign change-{sign.change}", transform=place)

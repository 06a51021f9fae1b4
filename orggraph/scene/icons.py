"""Small drawings that tell the kinds of nodes apart without colour.

Each is the ``d`` of an SVG path on a grid of 16 by 16, filled, drawn for orggraph. Edges lie on the
grid's lines where they can, so that they are sharp at 16 pixels.
"""

from types import MappingProxyType

# A temple front: roof, three columns, steps.
_BUILDING = "M8 1L15 5V6H1V5ZM3 7H5V12H3ZM7 7H9V12H7ZM11 7H13V12H11ZM1 13H15V15H1Z"

# One in front, and the heads and shoulders of one at either side, cut off where the first begins.
_GROUP = (
    "M8 2A2.75 2.75 0 0 1 8 7.5A2.75 2.75 0 0 1 8 2Z"
    "M4 14V12.5A4 4 0 0 1 12 12.5V14Z"
    "M2.75 4A2 2 0 0 1 2.75 8A2 2 0 0 1 2.75 4Z"
    "M0.5 13V11.5A2.75 2.75 0 0 1 4.2 9.1A5 5 0 0 0 3 12.5V13Z"
    "M13.25 4A2 2 0 0 1 13.25 8A2 2 0 0 1 13.25 4Z"
    "M15.5 13V11.5A2.75 2.75 0 0 0 11.8 9.1A5 5 0 0 1 13 12.5V13Z"
)

# An office chair from the front: back, seat between two arms, stem and foot.
_CHAIR = (
    "M5.5 0H10.5A1.5 1.5 0 0 1 12 1.5V6H4V1.5A1.5 1.5 0 0 1 5.5 0Z"
    "M1 5H3V7H13V5H15V10H1Z"
    "M7 10H9V12H7Z"
    "M4 12H12A2 2 0 0 1 14 14V15H12V14H9V16H7V14H4V15H2V14A2 2 0 0 1 4 12Z"
)

_PERSON = "M8 1A3.5 3.5 0 0 1 8 8A3.5 3.5 0 0 1 8 1ZM1.5 15A6.5 6 0 0 1 14.5 15Z"

ICONS = MappingProxyType(
    {
        "building": _BUILDING,
        "group": _GROUP,
        "chair": _CHAIR,
        "person": _PERSON,
        "diamond": "M8 1.5L14.5 8L8 14.5L1.5 8Z",
    }
)
"""Path data by the name of the icon."""

GRID = 16
"""The width and height of the grid that the icons are drawn on."""

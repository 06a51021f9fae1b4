"""The picture as plain data: what a layout makes, and all that a writer sees."""

from orggraph.scene.elements import (
    Box,
    Card,
    Label,
    LegendEntry,
    LineStyle,
    OutlineItem,
    Point,
    Route,
    Rule,
    Scene,
    Text,
)

__all__ = [
    "Box",
    "Card",
    "Label",
    "LegendEntry",
    "LineStyle",
    "OutlineItem",
    "Point",
    "Route",
    "Rule",
    "Scene",
    "Text",
]

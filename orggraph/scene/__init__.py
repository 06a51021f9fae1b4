"""The picture as plain data: what a layout makes, and all that a writer sees."""

from orggraph.scene.elements import (
    Box,
    Card,
    Change,
    Label,
    LegendEntry,
    LineStyle,
    OutlineItem,
    Point,
    Route,
    Rule,
    Scene,
    Sign,
    Text,
)

__all__ = [
    "Box",
    "Card",
    "Change",
    "Label",
    "LegendEntry",
    "LineStyle",
    "OutlineItem",
    "Point",
    "Route",
    "Rule",
    "Scene",
    "Sign",
    "Text",
]

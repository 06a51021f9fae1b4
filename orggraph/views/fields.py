"""What a view file may say, as a table of fields.

The reader of view files, the options of `draw` and the JSON Schema all come from this table.
"""

from dataclasses import replace
from functools import cache
from typing import Any, get_args

from orggraph.formats.yaml.fields import DATE
from orggraph.source.fields import (
    LOCAL_TEXT,
    TEXT,
    TRUTH,
    Field,
    Reading,
    Shape,
    choice,
    list_of,
    parsed,
)
from orggraph.source.yaml_tree import YamlList, YamlNode
from orggraph.text import shorten
from orggraph.views.view import Direction, Labels, Leaves, Members, Paper, Parallel, Side
from orggraph.words import LANGUAGES


def parse_depth(text: str) -> int:
    """Return the whole number from 1 that ``text`` is; raises ValueError otherwise."""
    depth = int(text)
    if depth < 1:
        raise ValueError(text)
    return depth


def _some(shape: Shape) -> Shape:
    """Return the shape of one value or a list of them, each once, that is not empty."""
    many = list_of(shape)

    def read(node: YamlNode, reading: Reading) -> tuple[Any, ...] | None:
        if isinstance(node, YamlList) and not node.items:
            reading.report("empty-list", node.location)
            return None
        values = many.read(node, reading)
        return tuple(dict.fromkeys(values)) if values else None

    items = {"type": "array", "items": shape.schema, "minItems": 1}
    return Shape(read, {"anyOf": [shape.schema, items]})


def _read_ends(node: YamlNode, reading: Reading) -> tuple[str, str] | None:
    if not isinstance(node, YamlList) or len(node.items) != 2:
        reading.report("not-two-ends", node.location)
        return None
    source, target = (TEXT.read(item, reading) for item in node.items)
    return None if source is None or target is None else (source, target)


def _output(known: tuple[str, ...]) -> Shape:
    """Return the shape of the suffix of a file, one of ``known`` where any are."""

    def read(node: YamlNode, reading: Reading) -> str | None:
        text: str | None = TEXT.read(node, reading)
        suffix = text and text.removeprefix(".").lower()
        if not suffix or not known or suffix in known:
            return suffix
        reading.report(
            "not-a-choice",
            node.location,
            text=shorten(suffix),
            choices=", ".join(known),
            did_you_mean=reading.guesser.guess(suffix, known),
        )
        return None

    return Shape(read, {"type": "string", "pattern": r"^\.?[A-Za-z0-9]+$"})


_ENDS = Shape(_read_ends, {"type": "array", "items": TEXT.schema, "minItems": 2, "maxItems": 2})
_DEPTH = parsed(parse_depth, "bad-depth", {"type": "integer", "minimum": 1})
_NAMES = _some(TEXT)

VIEW_FIELDS = (
    Field("title", LOCAL_TEXT, "What stands above the picture; else the title of the data."),
    Field("footnote", LOCAL_TEXT, "What stands below the picture."),
    Field("families", _NAMES, "Draw the relations of these families: reporting, appointment."),
    Field("types", _NAMES, "Draw the relations of these types: reports to, appoints."),
    Field("kinds", _NAMES, "Draw the nodes of these kinds: body, post, person."),
    Field("nodes", _NAMES, "Draw these nodes only."),
    Field("without", _NAMES, "Leave these nodes out."),
    Field("around", TEXT, "Draw what is near this node only."),
    Field("depth", _DEPTH, "How many relations away from the node of `around`, from 1."),
    Field(
        "side",
        choice(*get_args(Side)),
        "Which side of the node of `around`: above, below or both (both).",
    ),
    Field("path", _ENDS, "Mark the path from one node to another: [from, to]."),
    Field("as_of", DATE, "Leave out what does not hold on this date: 2025, 2025-03, 2025-03-01."),
    Field(
        "members",
        choice(*get_args(Members)),
        "Members inside the card of their body, as nodes of their own, or hidden (inside).",
    ),
    Field("derived", TRUTH, "Whether to draw relations that follow from seats and members (yes)."),
    Field("direction", choice(*get_args(Direction)), "Superiors above, or to the left (down)."),
    Field(
        "languages",
        _some(choice(*LANGUAGES)),
        "The languages to draw in, one picture each; else that of the data.",
    ),
    Field("theme", TEXT, "light, dark, print, or a theme file beside this one (light)."),
    Field("paper", choice(*get_args(Paper)), "The page to fit on; free is as large as it gets."),
    Field("pages", TRUTH, "Several pages with references, where one is too small (no)."),
    Field(
        "parallel",
        choice(*get_args(Parallel)),
        "Relations of one family between the same two nodes: one line, or apart (merged).",
    ),
    Field(
        "labels",
        choice(*get_args(Labels)),
        "Words on lines: all, none, or those that the legend does not tell (auto).",
    ),
    Field(
        "leaves",
        choice(*get_args(Leaves)),
        "Nodes with none below them: stacked, side by side, or as it fits (auto).",
    ),
    Field("engine", TEXT, "What lays the picture out: embedded, dot or tidy; else as it fits."),
    Field("outputs", _some(_output(())), "The files to make, by suffix: svg, png, pdf (svg)."),
)

FILE_ONLY = ("languages", "outputs")
"""The fields that say how many pictures a file becomes; of one picture nobody asks them."""


@cache
def view_fields(outputs: tuple[str, ...]) -> tuple[Field, ...]:
    """Return the table for a place that can write the suffixes ``outputs``; none: any."""
    shape = _some(_output(outputs))
    return tuple(
        replace(field, shape=shape) if field.name == "outputs" else field for field in VIEW_FIELDS
    )

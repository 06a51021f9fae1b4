"""What a theme file may say, as tables of fields, for the reader and the JSON Schema."""

import re
from collections.abc import Iterable
from typing import Any

from orggraph.scene.icons import ICONS
from orggraph.source.fields import (
    LOCAL_TEXT,
    TEXT,
    Field,
    Read,
    Reading,
    Shape,
    choice,
    parsed,
    read_map,
)
from orggraph.source.schema import Schema, object_schema
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import shorten
from orggraph.themes.fonts import read_font_file

SOLID = "solid"
WEIGHTS = ("regular", "semibold", "bold")

_COLOUR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE | re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)?", re.ASCII)
_FAMILY = re.compile(r"[^;:{}()<>\\]+")  # nothing that would end the value in CSS
_WIDTHS = (0.5, 6.0)
_LENGTHS = (0.5, 100.0)
_MOST_LENGTHS = 8


def _parse_colour(text: str) -> str:
    if not _COLOUR.fullmatch(text):
        raise ValueError(text)
    digits = text[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def _parse_number(text: str, least: float, most: float) -> float:
    if not _NUMBER.fullmatch(text) or not least <= float(text) <= most:
        raise ValueError(text)
    return float(text)


def _parse_family(text: str) -> str:
    if not _FAMILY.fullmatch(text):
        raise ValueError(text)
    return text


def _read_dash(node: YamlNode, reading: Reading) -> tuple[float, ...] | None:
    if isinstance(node, YamlText) and node.text.strip() == SOLID:
        return ()
    items = node.items if isinstance(node, YamlList) else (node,)
    words = [item.text if isinstance(item, YamlText) else "…" for item in items]
    try:
        if len(words) % 2 or not 2 <= len(words) <= _MOST_LENGTHS:
            raise ValueError(words)
        return tuple(_parse_number(word, *_LENGTHS) for word in words)
    except ValueError:
        reading.report("bad-dash", node.location, text=shorten(", ".join(words)))
        return None


def read_part(node: YamlNode, fields: Iterable[Field], reading: Reading) -> Read:
    """Return what a part of a theme says, by its table of fields; problems are reported.

    A colour that stands without quotes is a remark to YAML, so that nothing is left of it: that is
    reported, where other empty values are passed over.
    """
    fields = tuple(fields)
    colours = {key for field in fields if field.shape is COLOUR for key in field.written}
    for key, value in node.entries if isinstance(node, YamlMap) else ():
        if key.text in colours and isinstance(value, YamlText) and value.is_absent:
            reading.report("no-colour", key.location, key=key.text)
    return read_map(node, fields, reading)


def _part(fields: tuple[Field, ...]) -> Shape:
    def read(node: YamlNode, reading: Reading) -> dict[str, Any]:
        return dict(read_part(node, fields, reading).values)

    return Shape(read, part_schema(fields))


def _by_id(shape: Shape) -> Shape:
    def read(node: YamlNode, reading: Reading) -> dict[str, Any] | None:
        if not isinstance(node, YamlMap):
            reading.expected("a-mapping", node)
            return None
        return {key.text: shape.read(value, reading) for key, value in node.entries}

    return Shape(read, {"type": "object", "additionalProperties": shape.schema})


def part_schema(fields: Iterable[Field]) -> Schema:
    """Return the JSON Schema of a part of a theme, whose colours may not be left empty."""
    fields = tuple(fields)
    colours = {
        key: {**field.shape.schema, "description": field.doc}
        for field in fields
        if field.shape is COLOUR
        for key in field.written
    }
    return object_schema(fields, **colours)


def _number(problem: str, least: float, most: float) -> Shape:
    def parse(text: str) -> float:
        return _parse_number(text, least, most)

    return parsed(parse, problem, {"type": "number", "minimum": least, "maximum": most})


COLOUR = parsed(
    _parse_colour,
    "bad-colour",
    {"type": "string", "pattern": "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"},
)
WIDTH = _number("bad-width", *_WIDTHS)
DASH = Shape(
    _read_dash,
    {
        "anyOf": [
            {"const": SOLID},
            {
                "type": "array",
                "items": {"type": "number", "minimum": _LENGTHS[0], "maximum": _LENGTHS[1]},
                "minItems": 2,
                "maxItems": _MOST_LENGTHS,
            },
        ]
    },
)

KIND_FIELDS = (
    Field("fill", COLOUR, "The colour of the card."),
    Field("line", COLOUR, "The colour of its border."),
    Field("bar", COLOUR, "The colour of the bar at its left edge."),
    Field("bar_ink", COLOUR, "The colour of the icon upon the bar."),
    Field("icon", choice(*ICONS), "The drawing upon the bar."),
)
FAMILY_FIELDS = (
    Field("colour", COLOUR, "The colour of the line and of the words on it.", ("colour", "color")),
    Field("width", WIDTH, "How wide the line is, in pixels."),
    Field("dash", DASH, "`solid`, or the lengths of dash and gap in turn, in pixels: [8, 5]."),
)
FONT_FILE = Shape(read_font_file, {"type": "string"})
FILE_FIELDS = (
    Field("regular", FONT_FILE, "The font file of ordinary text.", required=True),
    Field("semibold", FONT_FILE, "The font file of names; if not said, that of bold text."),
    Field("bold", FONT_FILE, "The font file of titles; if not said, that of names."),
)
FONT_FIELDS = (
    Field(
        "family",
        parsed(
            _parse_family, "bad-font-family", {"type": "string", "pattern": f"^{_FAMILY.pattern}$"}
        ),
        "Families of fonts, the best first, as CSS has them.",
        required=True,
    ),
    Field(
        "files",
        _part(FILE_FIELDS),
        "Font files (.ttf, .otf) that text is measured and drawn with, from where the theme is.",
    ),
)
HEADER_FIELDS = (
    Field("text", LOCAL_TEXT, "What stands above the title of every picture.", required=True),
    Field("colour", COLOUR, "Its colour; that of titles, if not said.", ("colour", "color")),
)
THEME_FIELDS = (
    Field("extends", TEXT, "The theme that this one changes: its name, or a file. Else `light`."),
    Field("background", COLOUR, "What everything is drawn upon."),
    Field("ink", COLOUR, "The colour of names and titles."),
    Field("quiet", COLOUR, "The colour of what stands beside names."),
    Field("rule", COLOUR, "The colour of thin lines that separate."),
    Field("vacancy", COLOUR, "The colour of seats that nobody holds."),
    Field("highlight", COLOUR, "The colour of the marker pen along a path."),
    Field("added", COLOUR, "The colour of what was added, where two versions are compared."),
    Field("removed", COLOUR, "The colour of what was removed."),
    Field("changed", COLOUR, "The colour of what was changed."),
    Field("font", _part(FONT_FIELDS), "What text is set in."),
    Field("header", _part(HEADER_FIELDS), "A line above the title, such as an authority's name."),
    Field("kinds", _by_id(_part(KIND_FIELDS)), "How cards look, by kind."),
    Field("other_kind", _part(KIND_FIELDS), "How cards of kinds look that are not under `kinds`."),
    Field("families", _by_id(_part(FAMILY_FIELDS)), "How lines look, by family."),
    Field("other_family", _part(FAMILY_FIELDS), "How lines of all other families look."),
)

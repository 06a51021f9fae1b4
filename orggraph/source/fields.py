"""Read YAML mappings by a table of fields.

A table says once what a mapping may hold; from it come the reading, the complaints about what does
not belong, and the JSON Schema that editors check and complete with.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any, NamedTuple

from orggraph.source.guessing import Guesser
from orggraph.source.location import Location
from orggraph.source.problems import Problem
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import LocalText, fold, shorten
from orggraph.words import Word

MOST_PROBLEMS = 10_000
"""The problems that are told of one file: more than anyone reads, and few enough to keep."""

_TRUE = frozenset({"yes", "true", "ja", "on"})
_FALSE = frozenset({"no", "false", "nej", "off"})


class Reading:
    """One run over a file: the language of its plain text, and the problems found so far.

    `lead` is the language of the whole graph: the original of each text that has it.
    """

    def __init__(self, language: str = "en", lead: str | None = None) -> None:
        self.language = language
        self.lead = lead or language
        self.problems: list[Problem] = []
        self.guesser = Guesser()

    def report(
        self, name: str, place: Location, *, did_you_mean: str | None = None, **facts: object
    ) -> None:
        """Note the problem called ``name`` at ``place``, as long as they are not too many."""
        if len(self.problems) == MOST_PROBLEMS:
            name, facts, did_you_mean = "problems-untold", {"limit": MOST_PROBLEMS}, None
        if len(self.problems) <= MOST_PROBLEMS:
            self.problems.append(Problem(name, place, facts, did_you_mean=did_you_mean))

    def expected(self, what: str, node: YamlNode) -> None:
        """Note that ``node`` should have been ``what``, the key of a phrase such as ``a-text``."""
        self.report("wrong-shape", node.location, expected=Word(what), found=describe(node))


@dataclass(frozen=True, eq=False)
class Shape:
    """What a value may look like.

    `read` turns it into a value, or reports why not and returns None; `schema` says the same as
    JSON Schema.
    """

    read: Callable[[YamlNode, Reading], Any]
    schema: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class Field:
    """A key of a mapping. `name` is what the value is called in code, `keys` how it is written."""

    name: str
    shape: Shape
    doc: str
    keys: tuple[str, ...] = ()
    required: bool = False

    @property
    def written(self) -> tuple[str, ...]:
        """The keys that are understood, the one that is written first."""
        return self.keys or (self.name.replace("_", " "),)


class Read(NamedTuple):
    """What was read of a mapping: values by field name, and where each of them stands."""

    values: Mapping[str, Any]
    places: Mapping[str, Location]
    location: Location

    def get(self, name: str, default: Any = None) -> Any:
        """Return the value of a field, or ``default`` where the mapping does not have it."""
        return self.values.get(name, default)


def read_map(
    node: YamlNode,
    fields: Iterable[Field],
    reading: Reading,
    *,
    other: Callable[[YamlText, YamlNode], bool] | None = None,
    other_words: Callable[[], Iterable[str]] = tuple,
) -> Read:
    """Read a mapping by its table of fields, and report each key that does not belong.

    ``other`` is offered the keys that are not in the table, and says if it took one;
    ``other_words`` gives the keys it understands, for suggestions.
    """
    by_key, required = _by_key(tuple(fields))
    values: dict[str, Any] = {}
    places: dict[str, Location] = {}
    if not isinstance(node, YamlMap):
        reading.expected("a-mapping", node)
        return Read(values, places, node.location)
    for key, value in node.entries:
        field = by_key.get(fold(key.text))
        if field is None:
            if other is None or not other(key, value):
                words = chain((f.written[0] for f in by_key.values()), other_words())
                guess = reading.guesser.guess(key.text, words)
                reading.report(
                    "unknown-key", key.location, key=shorten(key.text), did_you_mean=guess
                )
        elif field.name in values:
            line = places[field.name].line + 1
            reading.report("repeated-key", key.location, key=key.text, line=line)
        elif not (isinstance(value, YamlText) and value.is_absent):
            read = field.shape.read(value, reading)
            if read is not None:
                values[field.name] = read
                places[field.name] = value.location
    for field in required:
        if field.name not in values and field.name not in places:
            places[field.name] = node.location
            if not any(fold(key.text) in map(fold, field.written) for key, _ in node.entries):
                reading.report("missing-key", node.location, key=field.written[0])
    return Read(MappingProxyType(values), MappingProxyType(places), node.location)


@cache
def _by_key(fields: tuple[Field, ...]) -> tuple[Mapping[str, Field], tuple[Field, ...]]:
    """Return fields by the keys that are understood, and those that must be there."""
    by_key = {fold(key): field for field in fields for key in field.written}
    return by_key, tuple(field for field in fields if field.required)


def describe(node: YamlNode) -> str:
    """Return what a node looks like, for a complaint that it should be something else."""
    if isinstance(node, YamlText):
        return f"'{shorten(node.text)}'"
    return "[…]" if isinstance(node, YamlList) else "{…}"


def parsed(parse: Callable[[str], Any], problem_name: str, schema: Mapping[str, Any]) -> Shape:
    """Return the shape of a text that ``parse`` understands; its ValueError is reported."""

    def read(node: YamlNode, reading: Reading) -> Any:
        text = read_text(node, reading)
        if text is None:
            return None
        try:
            return parse(text)
        except ValueError:
            reading.report(problem_name, node.location, text=shorten(text))
            return None

    return Shape(read, schema)


def read_text(node: YamlNode, reading: Reading) -> str | None:
    """Read a text of one or more characters, with white space at its ends taken off."""
    if not isinstance(node, YamlText) or node.is_absent or not (text := node.text.strip()):
        reading.expected("a-text", node)
        return None
    if found := next((c for c in text if c < " " and c not in "\n\t"), None):
        # Written as an escape, since the file itself has none.
        reading.report("control-character", node.location, character=f"U+{ord(found):04X}")
        return None
    return text


def _read_local(node: YamlNode, reading: Reading) -> LocalText | None:
    if not isinstance(node, YamlMap):
        text = read_text(node, reading)
        return None if text is None else LocalText.of(text, reading.language)
    values: dict[str, str] = {}
    for key, value in node.entries:
        code = key.text.lower()
        if not (key.text.isascii() and key.text.isalpha() and 2 <= len(key.text) <= 3):
            reading.report("bad-language", key.location, code=shorten(key.text))
        elif code in values:
            line = node.location.line + 1
            reading.report("repeated-language", key.location, code=code, line=line)
        elif (text := read_text(value, reading)) is not None:
            values[code] = text
    if not values:
        if not node.entries:
            reading.expected("a-text", node)
        return None
    # The graph's language is the original, or else the file's, whichever is written first.
    original = reading.language if reading.language in values else next(iter(values))
    return LocalText.of(values.pop(original), original, **values).led_by(reading.lead)


def _read_truth(node: YamlNode, reading: Reading) -> bool | None:
    word = node.text.strip().casefold() if isinstance(node, YamlText) else ""
    if word in _TRUE:
        return True
    if word in _FALSE:
        return False
    reading.expected("a-truth", node)
    return None


def list_of(shape: Shape, *, or_one: bool = True) -> Shape:
    """Return the shape of a list of values; one value alone is a list of one where ``or_one``."""

    def read(node: YamlNode, reading: Reading) -> tuple[Any, ...] | None:
        if isinstance(node, YamlList):
            values = (shape.read(item, reading) for item in node.items)
            return tuple(value for value in values if value is not None)
        if not or_one:
            reading.expected("a-list", node)
            return None
        value = shape.read(node, reading)
        return None if value is None else (value,)

    many = {"type": "array", "items": shape.schema}
    return Shape(read, {"anyOf": [shape.schema, many]} if or_one else many)


def choice(*words: str) -> Shape:
    """Return the shape of one word out of ``words``."""

    def read(node: YamlNode, reading: Reading) -> str | None:
        text = read_text(node, reading)
        if text is None or text in words:
            return text
        reading.report(
            "not-a-choice",
            node.location,
            text=shorten(text),
            choices=", ".join(words),
            did_you_mean=reading.guesser.guess(text, words),
        )
        return None

    return Shape(read, {"enum": list(words)})


# Editors read `112` as a number and `2025-01-01` as a date where orggraph reads text.
TEXT = Shape(read_text, {"type": ["string", "number"]})
LOCAL_TEXT = Shape(
    _read_local,
    {
        "anyOf": [
            {"type": ["string", "number"]},
            {
                "type": "object",
                "propertyNames": {"pattern": "^[A-Za-z]{2,3}$"},
                "additionalProperties": {"type": ["string", "number"]},
                "minProperties": 1,
            },
        ]
    },
)
TRUTH = Shape(_read_truth, {"anyOf": [{"type": "boolean"}, {"enum": ["yes", "no", "ja", "nej"]}]})

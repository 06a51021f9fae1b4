"""Views from options, as Python and the command line give them."""

from collections.abc import Collection, Mapping
from typing import Any

from orggraph.model import PartialDate
from orggraph.source import Location, Problem, ReadError
from orggraph.source.fields import LOCAL_TEXT, Reading
from orggraph.source.guessing import suggest
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import LocalText
from orggraph.views.fields import FILE_ONLY, VIEW_FIELDS
from orggraph.views.sense import find_nonsense
from orggraph.views.view import View

_FIELDS = {field.name: field for field in VIEW_FIELDS if field.name not in FILE_ONLY}
_NOWHERE = Location("", 0, 0)


def with_options(view: View, options: Mapping[str, object]) -> View:
    """Return a view with some of its fields said anew, as they may be said in a file.

    None, and nothing at all, stand for what the field is where nobody says it. Raises ReadError for
    what is no field of a picture, for a value that it cannot have, and for what does not go
    together.
    """
    reading = Reading()
    values = {name: _value(name, option, reading) for name, option in options.items()}
    if reading.problems:
        raise _refusal(reading.problems)
    changed = view._replace(**values)
    if nonsense := [found for _, found in find_nonsense(changed)]:
        raise _refusal(nonsense)
    return changed


def _value(name: str, option: object, reading: Reading) -> Any:
    if name not in _FIELDS:
        guess = suggest(name, _FIELDS)
        return reading.report("unknown-key", _NOWHERE, key=name, did_you_mean=guess)
    if option is None or (isinstance(option, tuple | list | set | frozenset) and not option):
        return View._field_defaults[name]
    shape = _FIELDS[name].shape
    if isinstance(option, LocalText) and shape is LOCAL_TEXT:
        return option
    return shape.read(_node(option), reading)


def _refusal(problems: list[Problem]) -> ReadError:
    return ReadError([found._replace(location=None) for found in problems], "cannot-draw")


def _node(value: object) -> YamlNode:
    """Return a value as if it had been read from a file."""
    if isinstance(value, Mapping):
        keys = (YamlText(str(key), False, _NOWHERE) for key in value)
        return YamlMap(tuple(zip(keys, map(_node, value.values()), strict=True)), _NOWHERE)
    if isinstance(value, Collection) and not isinstance(value, str | PartialDate):
        return YamlList(tuple(map(_node, value)), _NOWHERE)
    if isinstance(value, bool):
        return YamlText("yes" if value else "no", False, _NOWHERE)
    return YamlText(str(value), False, _NOWHERE)

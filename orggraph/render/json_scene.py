"""Writer and reader for the scene itself, as JSON: for programs that draw it in their own way."""

import json
import typing
from collections.abc import Sequence
from types import NoneType, UnionType

from orggraph.errors import OrgGraphError
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Scene

SCHEMA = "orggraph-scene/1"
"""The name and version of the format; the number grows when a reader has to change."""


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the scenes as JSON: `schema`, and `scenes` with the fields of `Scene`."""
    # Sorted fields would tear x from y: a tuple's own order is as stable.
    data = {"schema": SCHEMA, "scenes": [_plain(scene) for scene in scenes]}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode(errors="replace")


def read_scenes(text: str) -> tuple[Scene, ...]:
    """Return the scenes that `write` wrote.

    Raises OrgGraphError for a text that is no JSON of this format.
    """
    try:
        data = json.loads(text)
        if data["schema"] != SCHEMA:
            raise OrgGraphError("no-scene", reason=f"schema: {data['schema']}")
        return tuple(_made(scene, Scene) for scene in data["scenes"])
    except KeyError as error:
        raise OrgGraphError("no-scene", reason=f"{error} ?") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise OrgGraphError("no-scene", reason=str(error)) from error


def _plain(thing: object) -> object:
    """Return a part of a scene as JSON has it, with names for the fields."""
    if isinstance(thing, tuple):
        fields = getattr(thing, "_fields", None)
        if fields:
            return {name: _plain(value) for name, value in zip(fields, thing, strict=True)}
        return [_plain(value) for value in thing]
    return thing


def _made(data: typing.Any, type_: typing.Any) -> typing.Any:
    """Return a value of ``type_``, a part of a scene, from what `_plain` made of it."""
    origin, parts = typing.get_origin(type_), typing.get_args(type_)
    if origin is UnionType or origin is typing.Union:
        if data is None and NoneType in parts:
            return None
        (type_,) = (part for part in parts if part is not NoneType)
        return _made(data, type_)
    if origin is typing.Literal:
        if data not in parts:
            raise ValueError(f"{data!r}: {parts}")
        return data
    if origin is tuple:
        if parts[-1] is Ellipsis:
            return tuple(_made(value, parts[0]) for value in data)
        return tuple(_made(value, part) for value, part in zip(data, parts, strict=True))
    if hasattr(type_, "_fields"):
        hints = typing.get_type_hints(type_)
        # What older scenes do not have is as if it were not used.
        values = {**type_._field_defaults, **data}
        return type_(**{name: _made(values[name], hint) for name, hint in hints.items()})
    if not isinstance(data, (int, float) if type_ is float else type_):
        raise TypeError(f"{data!r}: {type_.__name__}")
    return data


WRITER = Writer(("json",), "JSON", write, many=True)

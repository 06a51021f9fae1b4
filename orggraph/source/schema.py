"""JSON Schema from tables of fields, for the editors of people who write the files."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from orggraph.source.fields import Field

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def object_schema(fields: Iterable[Field], **properties: Any) -> Schema:
    """Return the schema of a mapping: the keys of a table, ``properties`` too, and no others."""
    fields = tuple(fields)
    described = {
        key: {**or_null(field.shape.schema), "description": field.doc}
        for field in fields
        for key in field.written
    }
    required = [field.written[0] for field in fields if field.required]
    schema: Schema = {
        "type": "object",
        "properties": described | properties,
        "additionalProperties": False,
    }
    return schema | ({"required": required} if required else {})


def or_null(schema: Any) -> Schema:
    """Return the schema of a value that may be left empty."""
    return {"anyOf": [schema, {"type": "null"}]}


def render_schema(schema: Mapping[str, Any]) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"

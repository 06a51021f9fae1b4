"""The JSON Schema of view files, made from the table that the reader uses.

What needs the graph, such as whether a node exists, `orggraph build` tells.
"""

from pathlib import Path

from orggraph.source.schema import DIALECT, Schema, object_schema
from orggraph.source.schema import render_schema as render
from orggraph.views.fields import VIEW_FIELDS

SHIPPED = Path(__file__).with_name("view.schema.json")
"""The schema as a file of the package; a test keeps it equal to what is made here."""


def schema_text() -> str:
    """Return the schema as it is shipped."""
    return SHIPPED.read_text(encoding="utf-8")


def make_schema() -> Schema:
    """Return the schema (JSON Schema 2020-12) of a view file."""
    described = object_schema(VIEW_FIELDS)
    # Without around, neither of the two means anything.
    needs_around = {key: ["around"] for key in ("depth", "side")}
    return {
        "$schema": DIALECT,
        "title": "orggraph view file",
        **described,
        "type": ["object", "null"],
        "dependentRequired": needs_around,
    }


def render_schema() -> str:
    """Return the schema as the text of its file."""
    return render(make_schema())

"""The JSON Schema of theme files, made from the tables that the reader uses."""

from pathlib import Path

from orggraph.source.schema import DIALECT, Schema, render_schema
from orggraph.themes.fields import THEME_FIELDS, part_schema

SHIPPED = Path(__file__).with_name("theme.schema.json")
"""The schema as a file of the package; a test keeps it equal to what is made here."""


def theme_schema_text() -> str:
    """Return the schema as it is shipped."""
    return SHIPPED.read_text(encoding="utf-8")


def make_theme_schema() -> Schema:
    """Return the schema (JSON Schema 2020-12) of a theme file."""
    return {
        "$schema": DIALECT,
        "title": "orggraph theme",
        **part_schema(THEME_FIELDS),
    }


def render_theme_schema() -> str:
    """Return the schema as the text of a file."""
    return render_schema(make_theme_schema())

"""The schema that editors complete and check theme files with."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from orggraph.themes import reading
from orggraph.themes.reading import theme_names
from orggraph.themes.schema import make_theme_schema, render_theme_schema, theme_schema_text

SCHEMA = json.loads(theme_schema_text())
VALIDATOR = Draft202012Validator(SCHEMA)


def is_valid(text: str) -> bool:
    return VALIDATOR.is_valid(yaml.safe_load(text))


def test_the_schema_that_is_shipped_is_the_one_made_from_the_reader() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert theme_schema_text() == render_theme_schema()
    assert make_theme_schema() == SCHEMA


@pytest.mark.parametrize("name", theme_names())
def test_the_shipped_themes_are_valid(name: str) -> None:
    text = Path(reading.__file__).with_name(f"{name}.yaml").read_text(encoding="utf-8")
    assert is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "extends: house.yaml\nink: '#FFF'",
        "header: {text: {da: X, en: Y}, colour: '#111111'}",
        "font: {family: 'Segoe UI, sans-serif', files: {regular: a.ttf, bold: b.ttf}}",
        "kinds: {robot: {icon: chair, bar ink: '#111111'}}",
        "families: {etik: {dash: [3, 1], width: 2.5, color: '#111111'}, x: {dash: solid}}",
        "header:",
    ],
)
def test_what_the_reader_takes_is_valid(text: str) -> None:
    assert is_valid(text)


@pytest.mark.parametrize(
    "text",
    [
        "inc: '#111111'",
        "ink: #111111",
        "ink: navy",
        "ink: '#12345'",
        "kinds: [body]",
        "kinds: {body: {icon: gruop}}",
        "kinds: {body: {fil: '#111111'}}",
        "kinds: {body: {fill: #111111\n}}",
        "families: {contact: {width: 0}}",
        "families: {contact: {width: thick}}",
        "families: {contact: {dash: [4]}}",
        "families: {contact: {dash: [4, 0]}}",
        "families: {contact: {dash: dotty}}",
        "font: {family: 'x; fill: red'}",
        "font: {files: {regular: a.ttf}}",
        "font: {family: x, files: {bold: a.ttf}}",
        "header: {colour: '#111111'}",
        "header: Odense",
    ],
)
def test_what_the_reader_refuses_is_invalid(text: str) -> None:
    assert not is_valid(text)

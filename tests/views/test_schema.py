"""The schema that editors complete and check views with."""

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from orggraph.source import ReadError
from orggraph.views.reading import read_view
from orggraph.views.schema import make_schema, render_schema, schema_text
from tests.formats.test_json_schema import Yaml12
from tests.views.test_reading import ALL

SCHEMA = json.loads(schema_text())
VALIDATOR = Draft202012Validator(SCHEMA)


def is_valid(text: str) -> bool:
    return VALIDATOR.is_valid(yaml.load(text, Yaml12))


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def test_the_schema_that_is_shipped_is_the_one_made_from_the_reader() -> None:
    assert schema_text() == render_schema()
    assert make_schema() == SCHEMA


def test_every_key_tells_what_it_is_for() -> None:
    assert all(len(key["description"]) > 15 for key in SCHEMA["properties"].values())


TAKEN = [
    ALL,
    "",
    "families: reporting",
    "families: [reporting]",
    "around: x\ndepth: 1",
    "around: x\nside: above",
    "path: [a, b]",
    "as of: 2025",
    "as of: 2025-06-01",
    "derived: yes",
    "derived: true",
    "title: 2025",
    "title:",
    "outputs: svg",
    "outputs: [png, PDF]",
]
REFUSED = [
    "familes: reporting",
    "families: []",
    "families: {a: b}",
    "depth: 1",
    "side: above",
    "around: x\ndepth: 0",
    "around: x\ndepth: two",
    "around: x\nside: up",
    "path: [a]",
    "path: [a, b, c]",
    "path: a",
    "as of: yesterday",
    "derived: maybe",
    "languages: fr",
    "paper: a5",
    "outputs: []",
    "title: {english: x}",
    "- title",
]


@pytest.mark.parametrize("text", TAKEN)
def test_what_the_reader_takes_is_valid(tmp_path: Path, text: str) -> None:
    (tmp_path / "v.yaml").write_text(text, encoding="utf-8")
    read_view(tmp_path / "v.yaml")
    assert is_valid(text)


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_reader_refuses_is_not(tmp_path: Path, text: str) -> None:
    (tmp_path / "v.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ReadError):
        read_view(tmp_path / "v.yaml")
    assert not is_valid(text)

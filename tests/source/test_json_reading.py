"""Objects of JSON whose members are taken one by one, and a look at how a file begins."""

import json

import pytest

from orggraph.source import Problem
from orggraph.source.json_reading import JsonObject, Peek, peek, plain, show
from orggraph.source.json_tree import parse_json
from orggraph.source.yaml_tree import YamlMap


def read(text: str) -> tuple[JsonObject, list[Problem]]:
    root, _ = parse_json(text, "x.json")
    assert isinstance(root, YamlMap)
    problems: list[Problem] = []
    return JsonObject(root, problems), problems


@pytest.mark.parametrize(
    ("text", "start", "keys"),
    [
        ('{"a": [{"b": 1}], "c": {"d": 2}, "e": "f"}', "{", {"a": "[", "c": "{", "e": '"'}),
        ('[{"a": null, "b": -1}, {"c": 1}]', "[", {"a": "n", "b": "-"}),
        ('\n{"a": "\\":{", "b": [', "{", {"a": '"', "b": "["}),
        ('{"a": "x', "{", {}),
        ("[1, 2]", "[", {}),
        ('a: {"b": 1}', "", {}),
        ("", "", {}),
    ],
)
def test_how_a_file_begins(text: str, start: str, keys: dict[str, str]) -> None:
    found = peek(text.encode())
    assert found.start == start
    assert {k: v for k, v in found.keys.items() if k in keys} == keys
    assert set(found.keys) <= {*keys, "a"}


def test_a_mark_and_half_a_character_are_no_obstacle() -> None:
    assert peek(b'\xef\xbb\xbf{"a": 1, "b": "\xc3').keys["a"] == "1"
    assert peek(b"\xff\xfe\x00") == Peek("", {})


def test_a_head_of_brackets_or_quotes_ends() -> None:
    assert peek(b"[" * 65_536) == Peek("[", {})
    assert peek(b'"\\' * 32_768) == Peek("", {})


def test_members_are_taken_once_and_the_others_are_left() -> None:
    said, problems = read('{"a": " x ", "b": 2, "c": null, "d": [], "e": "", "f": {"g": 1}}')
    first, second = said.take_text("a"), said.take_text("b")
    assert first
    assert second
    assert (first.text, second.text, said.take_text("a")) == ("x", "2", None)
    assert "c" not in said
    assert [key for key, _ in said.iter_left()] == ["f"]
    assert problems == []


def test_wrong_types_are_problems_with_places() -> None:
    said, problems = read('{"a": [1],\n "b": true, "c": "x", "d": "y", "e": [{}, {"f": 1}, 2]}')
    assert said.take_text("a") is None
    assert said.take_text("b") is None
    assert said.take_map("c") is None
    assert said.take_list("d") == ()
    assert len(list(said.take_maps("e"))) == 1
    assert [p.code for p in problems] == ["R203"] * 5
    assert [str(p.location) for p in problems][:2] == ["x.json:1:7", "x.json:2:7"]


def test_plain_values_are_texts() -> None:
    text = '{"a": [1, null, "x", {"b": true}]}'
    root, _ = parse_json(text, "x.json")
    expected = {"a": ["1", "null", "x", {"b": "true"}]}
    assert plain(root) == expected
    assert plain({"r": [root], "n": 1}) == {"r": [expected], "n": "1"}
    assert json.dumps(plain(root))


def test_trees_are_shown_as_json_on_a_short_line() -> None:
    root, _ = parse_json(
        '{"a": [{"å": "x\\ny"}, null, 2.50, true], "long": ["' + "b" * 99 + '"]}', "x.json"
    )
    assert isinstance(root, YamlMap)
    shown = [show(value) for _, value in root.entries]
    assert shown[0] == '[{"å": "x\\ny"}, null, 2.50, true]'
    assert (len(shown[1]), shown[1][-1]) == (60, "…")
    assert show(root.entries[0][0]) == "a"


def test_true_in_quotation_marks_is_text() -> None:
    said, problems = read('{"a": "true", "b": "false"}')
    found = [said.take_text(key) for key in ("a", "b")]
    assert [text and text.text for text in found] == ["true", "false"]
    assert problems == []

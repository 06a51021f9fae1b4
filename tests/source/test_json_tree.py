"""JSON as a tree with places: the same values as the standard library's, and clear errors."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.source import Location
from orggraph.source.json_tree import MAX_BROKEN, MAX_DEPTH, parse_json, parse_json_lines
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText

SAMPLES = sorted(Path(__file__, "../../../../shared/samples/popolo").resolve().rglob("*.json"))

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)  # fmt: skip


def plain(node: YamlNode | None) -> Any:
    """Return a tree as the standard library would have read it, with numbers as they stand."""
    match node:
        case YamlMap():
            return {key.text: plain(value) for key, value in node.entries}
        case YamlList():
            return [plain(item) for item in node.items]
        case YamlText(text, True):
            return {"null": None, "true": True, "false": False}.get(text, f"number {text}")
        case YamlText():
            return node.text
    raise AssertionError(node)


def standard(text: str) -> Any:
    return json.loads(text, parse_int="number {}".format, parse_float="number {}".format)


@given(values, st.booleans(), st.none() | st.integers(0, 3))
def test_values_are_those_of_the_standard_library(
    value: Any, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    root, problems = parse_json(text, "x.json")
    assert problems == []
    assert plain(root) == standard(text)


@given(st.text('[]{}:,"\\tru1.-e \nan'))
def test_accepts_what_the_standard_library_accepts(text: str) -> None:
    try:
        expected = json.loads(text, parse_constant=lambda _: 1 / 0)
    except (json.JSONDecodeError, ZeroDivisionError):
        expected = "broken"
    root, problems = parse_json(text, "x.json")
    repeated = [p for p in problems if p.code == "R215"]
    if expected == "broken":
        assert root is None
        assert problems != repeated or not text.strip(" \n")
    elif not repeated:
        assert problems == []
        assert plain(root) == standard(text)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_sample_is_read(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    root, problems = parse_json(text, path.name)
    assert problems == []
    assert plain(root) == standard(text)


def test_samples_are_there_where_their_folder_is() -> None:
    assert len(SAMPLES) > 30 or not Path(__file__, "../../../../shared").resolve().exists()


def test_each_part_knows_its_place() -> None:
    root, _ = parse_json('{\r\n "å\u2028": [1,\n  "tø",\r "\\n"]}', "x.json")
    assert isinstance(root, YamlMap)
    assert root.location == Location("x.json", 0, 0)
    ((key, items),) = root.entries
    assert key.location == Location("x.json", 1, 1, 4)
    assert isinstance(items, YamlList)
    # A line separator ends a line in the text that excerpts are taken from.
    assert items.location == Location("x.json", 2, 3)
    places = [item.location for item in items.items]
    assert places == [
        Location("x.json", 2, 4),
        Location("x.json", 3, 2, 4),
        Location("x.json", 4, 1, 4),
    ]


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("{'a': 1}", "X202", 1, 2),
        ("{1: 2}", "X202", 1, 2),
        ("{[]: 2}", "X202", 1, 2),
        ("{a: 1}", "X202", 1, 2),
        ('{"a" 1}', "X203", 1, 6),
        ('{"a":}', "X201", 1, 6),
        ('{"a": 1\n "b": 2}', "X204", 2, 2),
        ("[1 2]", "X204", 1, 4),
        ('[{"a": 1]', "X204", 1, 9),
        ("[1,]", "X205", 1, 4),
        ('{"a": 1,}', "X205", 1, 9),
        ("[,]", "X201", 1, 2),
        ("[01]", "X201", 1, 2),
        ("[.5]", "X201", 1, 2),
        ("[tru]", "X201", 1, 2),
        ("[True]", "X201", 1, 2),
        ("[//\n]", "X201", 1, 2),
        ('["a\n"]', "X206", 1, 2),
        ('["a', "X206", 1, 2),
        ('["a\tb"]', "X207", 1, 2),
        ('["a\x00b"]', "X207", 1, 2),
        ('["a\\x"]', "X208", 1, 4),
        ('["a\\u12"]', "X208", 1, 5),
        ("[NaN]", "X209", 1, 2),
        ("[-Infinity]", "X209", 1, 2),
        ("[1,\n", "X210", 2, 1),
        ('{"a"', "X210", 1, 5),
        ("[1", "X210", 1, 3),
        ("1 2", "X211", 1, 3),
        ("[] ]", "X211", 1, 4),
        ("[" * 100_000, "R110", 1, MAX_DEPTH + 1),
        ('{"a":' * 100_000, "R110", 1, 5 * MAX_DEPTH + 1),
    ],
)
def test_what_is_no_json_is_told_with_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    root, problems = parse_json(text, "x.json")
    assert root is None
    assert [(p.code, str(p.location)) for p in problems] == [(code, f"x.json:{line}:{column}")]
    assert problems[0].message("da") != problems[0].message("en")


def test_as_deep_as_is_allowed_is_read() -> None:
    root, problems = parse_json("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.json")
    assert (type(root), problems) == (YamlList, [])


def test_nothing_is_no_problem() -> None:
    assert parse_json(" \n", "x.json") == (None, [])


def test_repeated_key_is_told_and_the_first_is_kept() -> None:
    root, problems = parse_json('{"a": 1,\n "a": {"b": 2}}', "x.json")
    assert plain(root) == {"a": "number 1"}
    assert [(p.code, str(p.location)) for p in problems] == [("R215", "x.json:2:2")]


def test_half_a_character_is_told_and_can_be_written() -> None:
    root, problems = parse_json('{"\\ud800a": "\\ud83d\\ude42"}', "x.json")
    assert plain(root) == {"\N{REPLACEMENT CHARACTER}a": "🙂"}
    assert [(p.code, str(p.location)) for p in problems] == [("X212", "x.json:1:2")]


def test_words_in_quotes_are_not_absent() -> None:
    root, _ = parse_json('["null", null, "true", 1e999999]', "x.json")
    assert isinstance(root, YamlList)
    texts = [item for item in root.items if isinstance(item, YamlText)]
    assert [t.is_absent for t in texts] == [False, True, False, False]
    assert [t.text for t in texts] == ["null", "null", "true", "1e999999"]
    assert [t.plain for t in texts] == [False, True, False, True]


def test_large_numbers_and_texts_are_taken_as_they_stand() -> None:
    number, text = "9" * 1_000_000, "a" * 1_000_000
    root, problems = parse_json(f'[{number}, "{text}"]', "x.json")
    assert problems == []
    assert plain(root) == [f"number {number}", text]


def test_lines_go_on_after_a_broken_one() -> None:
    values, problems = parse_json_lines('{"a": 1}\n{"a": \n\n"x"\n{"b":\n 2}\n', "x.jsonl")
    assert [plain(value) for value in values] == [{"a": "number 1"}, {"b": "number 2"}]
    assert [(p.code, p.location and p.location.line) for p in problems] == [("X204", 4)]
    values, problems = parse_json_lines('{"a"\n1\n"x\n2', "x.jsonl")
    assert [plain(value) for value in values] == ["number 1", "number 2"]
    assert [p.code for p in problems] == ["X203", "X206"]


def test_lines_may_be_one_list() -> None:
    values, problems = parse_json_lines("[1,\n2]", "x.jsonl")
    assert ([plain(value) for value in values], problems) == (["number 1", "number 2"], [])


def test_broken_lines_are_told_up_to_a_number() -> None:
    values, problems = parse_json_lines("x\n" * 10_000, "x.jsonl")
    assert (values, len(problems)) == ([], MAX_BROKEN)

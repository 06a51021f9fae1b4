from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.source import fields
from orggraph.source.fields import (
    LOCAL_TEXT,
    TEXT,
    TRUTH,
    Field,
    Read,
    Reading,
    Shape,
    choice,
    list_of,
    read_map,
    shorten,
)
from orggraph.source.yaml_tree import parse_yaml
from tests.conftest import told

FIELDS = (
    Field("name", TEXT, "", required=True),
    Field("start", TEXT, "", ("from", "fra")),
    Field("other_names", list_of(TEXT), ""),
)


def read(text: str, **more: Callable[..., bool]) -> tuple[Read, Reading]:
    root = parse_yaml(text, "f")[0]
    assert root is not None
    reading = Reading()
    return read_map(root, FIELDS, reading, **more), reading


def shaped(shape: Shape, value: str) -> tuple[object, list[str]]:
    root = parse_yaml(f"v: {value}", "f")[0]
    assert root is not None
    reading = Reading()
    return shape.read(root.entries[0][1], reading), told(reading.problems)


def test_keys_are_read_however_they_are_spelt() -> None:
    found, reading = read("NAME: x\nFra: y\nother-names: [a, b]")
    assert reading.problems == []
    assert dict(found.values) == {"name": "x", "start": "y", "other_names": ("a", "b")}
    assert (found.places["start"].line, found.places["start"].column) == (1, 5)


def test_absent_values_are_as_if_not_written() -> None:
    found, reading = read("name: x\nfrom: ~\nother names:")
    assert dict(found.values) == {"name": "x"}
    assert reading.problems == []
    assert found.get("start", "usual") == "usual"


def test_two_spellings_of_one_key_are_a_repeated_key() -> None:
    found, reading = read("name: x\nfrom: 1\nfra: 2")
    assert found.get("start") == "1"
    assert told(reading.problems) == ["3:1 R215"]
    assert reading.problems[0].facts["line"] == 2


def test_a_required_key_is_missing_where_the_mapping_begins() -> None:
    assert told(read("from: x")[1].problems) == ["1:1 R202"]


def test_a_required_key_with_a_wrong_value_is_not_missing_too() -> None:
    assert told(read("name: [x]")[1].problems) == ["1:7 R203"]


def test_other_keys_are_offered_elsewhere_first() -> None:
    taken: list[str] = []

    def other(key: object, value: object) -> bool:
        taken.append(key.text)  # type: ignore[attr-defined]
        return len(taken) == 1

    _, reading = read("name: x\nmine: 1\nyours: 2", other=other)
    assert taken == ["mine", "yours"]
    assert told(reading.problems) == ["3:1 R201"]


@pytest.mark.parametrize(
    ("shape", "value", "expected"),
    [
        (TEXT, "x", "x"),
        (TEXT, "' x '", "x"),
        (TEXT, "'null'", "null"),
        (TRUTH, "yes", True),
        (TRUTH, "NEJ", False),
        (choice("a", "b"), "b", "b"),
        (list_of(TEXT), "x", ("x",)),
        (list_of(TEXT), "[x, y]", ("x", "y")),
        (list_of(TEXT), "[]", ()),
    ],
)
def test_a_value_of_the_right_shape_is_read(shape: Shape, value: str, expected: object) -> None:
    assert shaped(shape, value) == (expected, [])


@pytest.mark.parametrize(
    ("shape", "value", "code"),
    [
        (TEXT, "[x]", "R203"),
        (TEXT, "' '", "R203"),
        (TEXT, "~", "R203"),
        (TEXT, '"\\a"', "R005"),
        (TRUTH, "maybe", "R203"),
        (TRUTH, "[yes]", "R203"),
        (choice("a", "b"), "c", "R204"),
        (LOCAL_TEXT, "[x]", "R203"),
        (list_of(TEXT, or_one=False), "x", "R203"),
    ],
)
def test_a_value_of_another_shape_is_told(shape: Shape, value: str, code: str) -> None:
    assert shaped(shape, value) == (None, [f"1:4 {code}"])


def test_what_is_right_in_a_list_is_kept_beside_what_is_wrong() -> None:
    assert shaped(list_of(TEXT), "[a, [b], c]") == (("a", "c"), ["1:8 R203"])


@given(st.text(max_size=200), st.integers(1, 50))
def test_shortened_text_fits_one_line(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert len(short) <= limit
    assert len(short.splitlines()) <= 1


def test_problems_without_number_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fields, "MOST_PROBLEMS", 3)
    found = read("name: x\n" + "\n".join(f"wrong{n}: x" for n in range(9)))[1].problems
    assert [(p.name, p.location and p.location.line) for p in found] == [
        ("unknown-key", 1), ("unknown-key", 2), ("unknown-key", 3), ("problems-untold", 4),
    ]  # fmt: skip
    assert found[-1].facts == {"limit": 3}

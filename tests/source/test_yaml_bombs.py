"""Input made to exhaust the reader ends soon, with a problem and its place."""

import pytest

from orggraph.source.yaml_tree import MAX_DEPTH, YamlList, YamlMap, parse_yaml
from tests.conftest import told


def laughs(levels: int, width: int) -> str:
    lines = ["a0: &a0 [lol]"]
    for n in range(1, levels):
        lines.append(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * width)}]")
    return "\n".join(lines)


def chain(length: int, brackets: int) -> str:
    """Return aliases that each stand for a deeper tree than the one before."""
    lines = ["a0: &a0 x"]
    for n in range(1, length):
        lines.append(f"a{n}: &a{n} {'[' * brackets}*a{n - 1}{']' * brackets}")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: " + "[" * 100_000, "R110"),
        ("{" * 100_000, "R110"),
        ("{a: " * 50_000, "R110"),
        ("- " * 100_000, "R110"),
        ("? " * 100_000, "R110"),
        ("\n".join(" " * n + "a:" for n in range(3_000)), "R110"),
        (laughs(30, 2), "R111"),
        (laughs(10, 10), "R111"),
        (laughs(3, 20_000), "R111"),
        (chain(37, 38), "R110"),
        (chain(160, 1), "R110"),
        ("a: &x [*x]", "R104"),
        ("a: &x {b: *x}", "R104"),
        ("a: &x\n  - b\n  - c: {d: *x}", "R104"),
    ],
)
def test_a_bomb_is_refused_at_once(text: str, code: str) -> None:
    root, problems = parse_yaml(text, "f")
    assert root is None
    assert [p.code for p in problems] == [code]
    assert problems[0].location is not None


@pytest.mark.parametrize(
    ("text", "is_read", "codes"),
    [
        ("a: " + "x" * 1_000_000, True, []),
        ("a: 'x" * 20_000, False, ["R114"]),
        ("a: {" + "x, " * 50_000 + "}", True, ["R215"]),
        ("#" * 1_000_000, False, []),
        ("a: [" + "'x', " * 50_000 + "]", True, []),
        ("a: !" + "x" * 100_000, True, ["R213"]),
        ("\n" * 500_000 + "a: b: c", False, ["R102"]),
    ],
)
def test_long_input_ends_with_a_tree_or_a_problem(
    text: str, is_read: bool, codes: list[str]
) -> None:
    root, problems = parse_yaml(text, "f")
    assert (root is not None) == is_read
    assert sorted({problem.code for problem in problems}) == codes


def test_repeated_keys_by_the_thousand_are_all_told() -> None:
    _, problems = parse_yaml("a: 1\n" * 20_000, "f")
    assert len(problems) == 19_999


def test_a_self_containing_alias_is_refused_where_it_stands() -> None:
    assert told(parse_yaml("æ: 1\nb: &x [*x]", "f")[1]) == ["2:8 R104"]


def test_aliases_in_moderation_are_followed() -> None:
    root, problems = parse_yaml(laughs(8, 3), "f")
    assert problems == []
    assert isinstance(root, YamlMap)
    last = root.entries[-1][1]
    assert isinstance(last, YamlList)
    assert len(last.items) == 3


def test_aliases_do_not_make_a_tree_deeper_than_is_allowed() -> None:
    fits = chain(MAX_DEPTH, 1)
    assert parse_yaml(fits, "f")[1] == []
    assert told(parse_yaml(chain(MAX_DEPTH + 1, 1), "f")[1]) == ["41:12 R110"]

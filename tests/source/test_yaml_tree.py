import pytest

from orggraph.source.yaml_tree import MAX_DEPTH, YamlList, YamlMap, YamlNode, YamlText, parse_yaml
from tests.conftest import told


def tree(text: str) -> YamlMap:
    root, problems = parse_yaml(text, "f")
    assert problems == []
    assert root is not None
    return root


def at(root: YamlNode, *path: str | int) -> YamlNode:
    for step in path:
        if isinstance(root, YamlMap):
            root = next(value for key, value in root.entries if key.text == step)
        else:
            assert isinstance(root, YamlList)
            assert isinstance(step, int)
            root = root.items[step]
    return root


def place(node: YamlNode) -> str:
    return f"{node.location.line + 1}:{node.location.column + 1}+{node.location.length}"


@pytest.mark.parametrize(
    "word", ["no", "yes", "on", "1", "007", "1_000", "0x1F", "1e3", "2025-03-01", "12:30", "1.50"]
)
def test_a_plain_word_stays_the_text_that_was_written(word: str) -> None:
    root = tree(f"{word}: {word}\n")
    key, value = root.entries[0]
    assert isinstance(value, YamlText)
    assert (key.text, value.text, value.plain, value.is_absent) == (word, word, True, False)


@pytest.mark.parametrize("word", ["null", "Null", "NULL", "~", ""])
def test_null_is_absent_unless_it_is_quoted(word: str) -> None:
    root = tree(f"plain: {word}\nsingle: '{word}'\ndouble: \"{word}\"\nblock: |\n  {word}\n")
    absent = {k.text: isinstance(v, YamlText) and v.is_absent for k, v in root.entries}
    assert absent == {"plain": True, "single": False, "double": False, "block": False}


def test_places_count_characters_whatever_stands_before() -> None:
    root = tree('æøå: {blå: "ø 🙂", rød: [én, "to"]}\n')
    assert place(root) == "1:1+1"
    assert place(at(root, "æøå", "blå")) == "1:12+5"
    assert place(at(root, "æøå", "rød")) == "1:24+1"
    assert place(at(root, "æøå", "rød", 1)) == "1:29+4"


def test_places_survive_windows_line_ends_and_blocks() -> None:
    root = tree("a: 1\r\nb:\r\n  - x\r\n  - >\r\n    folded\r\n    text\r\n")
    assert place(at(root, "b", 0)) == "3:5+1"
    assert place(at(root, "b", 1)) == "4:5+1"
    assert at(root, "b", 1)[0] == "folded text\n"


def test_anchors_and_merge_keys_are_plain_yaml() -> None:
    root = tree("a: &x {b: [c]}\nd: *x\n<<: *x\n")
    assert at(root, "d") == at(root, "a")
    assert at(root, "<<", "b", 0) == at(root, "a", "b", 0)


@pytest.mark.parametrize(
    "text", ["a: !!str no", "a: !!int 1", "a: ! x", "%YAML 1.2\n---\na: b\n..."]
)
def test_harmless_marks_are_read_past(text: str) -> None:
    assert isinstance(at(tree(text), "a"), YamlText)


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "~", "--- null\n..."])
def test_nothing_is_nothing(text: str) -> None:
    assert parse_yaml(text, "f") == (None, [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c", "1:5 R102"),
        ("foo\nbar: c", "2:4 R102"),
        ("a:\n\tb: c", "2:1 R103"),
        ("a: @foo", "1:4 R103"),
        ("a: `b`", "1:4 R103"),
        ("a: *foo", "1:4 R104"),
        ("a: * foo", "1:5 R104"),
        ("a: [b, c\nd: e", "2:2 R105"),
        ("a: {b: c]", "1:9 R105"),
        ("a:\n  b: c\n d: e", "3:2 R106"),
        ("a:\n  - b\n  c: d", "3:3 R106"),
        ("a: b\nfoo\nbar: c", "3:1 R107"),
        ('a: 1\nb: "foo\nc: d\n', "2:4 R108"),
        ("a: 'foo", "1:4 R108"),
        ('a: "C:\\path"', "1:7 R109"),
        ('ø: "b" c', "1:8 R114"),
        ("a:\n  - 'b' c", "2:9 R114"),
        ("a: ]", "1:4 R101"),
        ('a: "\\ud800"', "1:7 R101"),
        ("a: b\n---\nc: d", "2:1 R112"),
        ("- a\n- b", "1:1 R113"),
        ("just words", "1:1 R113"),
    ],
)
def test_a_slip_of_syntax_is_explained_where_it_is(text: str, expected: str) -> None:
    root, problems = parse_yaml(text, "f")
    assert root is None
    assert told(problems) == [expected]


@pytest.mark.parametrize(
    "tag", ["!!python/object:os.system", "!!python/name:os.system", "!!binary", "!mine", "!<x:y>"]
)
@pytest.mark.parametrize("value", ["x", "[x]", "{x: y}"])
def test_a_tag_creates_nothing_and_is_reported(tag: str, value: str) -> None:
    root, problems = parse_yaml(f"ø: {tag} {value}", "f")
    assert told(problems) == ["1:4 R213"]
    assert root is not None
    assert isinstance(root.entries[0][1], YamlText | YamlList | YamlMap)


def test_a_repeated_key_is_reported_and_the_first_is_kept() -> None:
    root, problems = parse_yaml("a: 1\nb: 2\n'a': 3\na: 4\n", "f")
    assert told(problems) == ["3:1 R215", "4:1 R215"]
    assert {p.facts["line"] for p in problems} == {1}
    assert root is not None
    assert [(k.text, v[0]) for k, v in root.entries] == [("a", "1"), ("b", "2")]


@pytest.mark.parametrize("key", ["? [x]\n: y", "? {x: y}\n: z", "[x]: y"])
def test_a_key_must_be_text(key: str) -> None:
    root, problems = parse_yaml(f"a: b\n{key}\n", "f")
    assert [p.code for p in problems] == ["R214"]
    assert root is not None
    assert [k.text for k, _ in root.entries] == ["a"]


def test_all_that_is_wrong_is_told_together() -> None:
    _, problems = parse_yaml("a: !x 1\na: !y 2\n[k]: !z 3\n", "f")
    assert sorted(p.code for p in problems) == ["R213", "R213", "R213", "R214", "R215"]


def test_the_deepest_tree_allowed_is_read() -> None:
    assert parse_yaml("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1), "f")[1] == []
    assert told(parse_yaml("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH, "f")[1]) == ["1:43 R110"]

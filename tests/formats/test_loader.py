"""Directories of files, cycles, and terms that files add."""

from pathlib import Path

import pytest

from orggraph.formats.loader import read_graph
from orggraph.formats.yaml.data_file import find_files
from orggraph.model import Graph
from orggraph.source import ReadError, files
from tests.conftest import FindProblems, LoadFiles, LoadText, told

GIFT = """\
vocabulary:
  families: {ethics: {label: {en: ethics, da: etik}}}
  types:
    audits: {family: ethics, label: {en: audits, da: reviderer}, inverse: {en: audited by, da: r}}
  roles: {treasurer: {label: {en: treasurer, da: kasserer}}}
"""


def test_one_file_or_a_directory_of_them_is_read(tmp_path: Path) -> None:
    (tmp_path / "b.yml").write_text("bodies: {b: B}")
    (tmp_path / "a.yaml").write_text("bodies: {a: {name: A}}")
    (tmp_path / "c.txt").write_text("bodies: [")
    (tmp_path / "d.yaml").mkdir()
    (tmp_path / "e.YAML").write_text("bodies: {e: E}")
    found = [tmp_path / name for name in ("a.yaml", "b.yml", "e.YAML")]
    assert find_files(tmp_path) == found
    assert list(read_graph(tmp_path, Graph).nodes) == ["a", "b", "e"]
    assert list(read_graph(str(tmp_path / "a.yaml"), Graph).nodes) == ["a"]


def test_a_graph_of_another_class_can_be_asked_for(tmp_path: Path) -> None:
    class Own(Graph): ...

    (tmp_path / "a.yaml").write_text("bodies: {a: A}")
    assert type(read_graph(tmp_path, Own)) is Own


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "1:1 R007"),
        (b"# only a remark\n", "1:1 R007"),
        (b"- a", "1:1 R113"),
        (b"a: 1\nb: \xf8", "2:4 R004"),
        ("bodies: {a: A}".encode("utf-16"), "1:1 R004"),
        (b"bodies: {a: \0}", "1:13 R005"),
        (b"bodies: " + b"[" * 100_000, "1:48 R110"),
        (b"bodies: {a: A}\n---\nbodies: {b: B}", "2:1 R112"),
    ],
)
def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, data: bytes, expected: str) -> None:
    (tmp_path / "a.yaml").write_bytes(data)
    with pytest.raises(ReadError) as caught:
        read_graph(tmp_path, Graph)
    assert told(caught.value.problems) == [expected]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes("bodies: {å: Å}".encode("utf-8-sig"))
    node = read_graph(tmp_path, Graph).node("å")
    assert str(node.location).endswith("a.yaml:1:10")


def test_missing_empty_and_large_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ReadError, match="R001"):
        read_graph(tmp_path / "none.yaml", Graph)
    with pytest.raises(ReadError, match="R006"):
        read_graph(tmp_path, Graph)
    monkeypatch.setattr(files, "MAX_BYTES", 3 * 1024**2)
    (tmp_path / "a.yaml").write_text("#" * (3 * 1024**2 + 1))
    with pytest.raises(ReadError, match="larger than 3 MB"):
        read_graph(tmp_path, Graph)
    (tmp_path / "a.yaml").write_text("bodies: {a: A}")
    monkeypatch.setattr(files, "MAX_BYTES", 5)
    with pytest.raises(ReadError, match="R003"):
        read_graph(tmp_path, Graph)


@pytest.mark.parametrize("broken", ["bodies: {b: B", "", "- b", "bodies: {b: \x1b}", "b: [" * 50])
def test_a_broken_file_does_not_make_its_nodes_seem_unknown(
    problems_in: FindProblems, broken: str
) -> None:
    problems = problems_in(a="bodies: {a: {name: A, reports to: b}}", b=broken)
    assert len(problems) == 1
    assert problems[0].location is not None
    assert problems[0].location.path.endswith("b.yaml")


def test_a_broken_file_does_not_make_its_words_seem_unknown(problems_in: FindProblems) -> None:
    text = "bodies: {a: {name: A, audits: b}, b: B}"
    assert [p.code for p in problems_in(a=text, b="bodies: [")] == ["R101"]
    assert [p.code for p in problems_in(a=text)] == ["R201"]


def test_a_slip_in_a_file_does_not_hide_unknown_nodes(problems_in: FindProblems) -> None:
    problems = problems_in(a="bodies: {a: {name: A, reports to: x}}", b="bodies: {b: {nme: B}}")
    assert {p.code for p in problems} == {"M101", "R201", "R202"}


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("node", "bodies: {x: X}", "M102"),
        ("seat", "bodies: {x: {name: X, seats: {s: }}}", "M103"),
        ("source", "sources: {s: {title: T}}", "M104"),
        ("title", "title: T\nbodies: {x: X}", "R212"),
    ],
)
def test_what_two_files_both_say_is_told_with_where_it_stands_first(
    problems_in: FindProblems, name: str, text: str, expected: str
) -> None:
    problems = problems_in(a=text, b=text)
    found = [p for p in problems if p.code == expected]
    assert [str(p.location).rpartition("/")[2].split(":")[0] for p in found] == ["b.yaml"]
    assert name in found[0].message().lower() or expected == "R212"
    if "first" in found[0].facts:
        assert "a.yaml:1:" in str(found[0].facts["first"])


def test_terms_of_one_file_serve_all_files(load_files: LoadFiles) -> None:
    use = """\
        bodies:
          a: {name: A, audits: b, members: [{person: p, role: Kasserer}]}
          b: {name: B, reviderer: a}
        persons: {p: P}
        """
    for names in (("a", "b"), ("b", "a")):
        graph = load_files(**dict(zip(names, (use, GIFT), strict=True)))
        audits = [r for r in graph.relations.values() if r.type == "audits"]
        assert [(r.source, r.target) for r in audits] == [("a", "b"), ("b", "a")]
        (member,) = graph.memberships_of("a")
        assert member.role is not None
        assert member.role.id == "treasurer"
        assert graph.vocabulary.types_of(family="ethics") == {"audits"}


def test_one_file_may_build_on_the_families_of_an_earlier_one(load_files: LoadFiles) -> None:
    more = "vocabulary: {types: {t: {family: ethics, label: x, inverse: y}}}\nbodies: {a: A}"
    assert load_files(a=GIFT, b=more).vocabulary.types["t"].family == "ethics"


def test_words_that_another_file_took_are_told(problems_in: FindProblems) -> None:
    again = "bodies: {a: A}\n" + GIFT
    problems = problems_in(a=GIFT, b=again)
    assert told(problems) == ["5:13 V101"]
    assert problems[0].location is not None
    assert problems[0].location.path.endswith("b.yaml")


def line_of(*relations: str) -> str:
    nodes = "".join(f"  {r}\n" for r in relations)
    return f"bodies:\n{nodes}"


@pytest.mark.parametrize(
    ("links", "nodes"),
    [
        ({"a": "reports to: b", "b": "reports to: a"}, "a → b → a"),
        ({"a": "reports to: b", "b": "anchored in: c", "c": "refererer til: a"}, "a → b → c → a"),
        ({"a": "part of: b", "b": "part of: a"}, "a → b → a"),
        ({"z": "reports to: a", "a": "reports to: b", "b": "anchored in: a"}, "a → b → a"),
    ],
)
def test_a_circle_is_told_once_with_its_nodes(
    problems_in: FindProblems, links: dict[str, str], nodes: str
) -> None:
    lines = [f"  {node}: {{name: N, {link}}}" for node, link in links.items()]
    for order in (lines, lines[::-1]):
        (problem,) = problems_in("\n".join(["bodies:", *order]))
        assert (problem.code, problem.facts["nodes"]) == ("M109", nodes)
        assert set(problem.subjects) == set(nodes.replace("→", "").split())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("reports to: b", "part of: a"),
        ("supports: b", "supports: a"),
        ("appoints: b", "appoints: a"),
    ],
)
def test_families_and_types_that_may_turn_back_make_no_circle(
    load_text: LoadText, a: str, b: str
) -> None:
    graph = load_text(f"bodies: {{a: {{name: A, {a}}}, b: {{name: B, {b}}}}}")
    assert len(graph.relations) == 2


def test_two_circles_are_both_told(problems_in: FindProblems) -> None:
    pairs = ["ab", "ba", "cd", "dc"]
    lines = [f"  {one}: {{name: N, reports to: {other}}}" for one, other in pairs]
    assert [p.code for p in problems_in("\n".join(["bodies:", *lines]))] == ["M109", "M109"]


def test_diamonds_are_no_circles(load_text: LoadText) -> None:
    graph = load_text(
        "bodies: {a: {name: A, reports to: [b, c]}, b: {name: B, reports to: d},"
        " c: {name: C, reports to: d}, d: D}"
    )
    assert len(graph.relations) == 4


def test_a_ladder_of_diamonds_is_searched_once(load_text: LoadText) -> None:
    rungs = 300  # 2**300 ways from bottom to top
    lines = [
        f"  {side}{n}: {{name: N, reports to: [l{n + 1}, r{n + 1}]}}"
        for side in "lr"
        for n in range(rungs)
    ]
    graph = load_text("\n".join(["bodies:", *lines, f"  l{rungs}: N", f"  r{rungs}: N"]))
    assert len(graph.relations) == 4 * rungs


@pytest.mark.parametrize("closed", [True, False])
def test_a_line_of_thousands_is_followed_without_recursion(
    load_text: LoadText, problems_in: FindProblems, closed: bool
) -> None:
    size = 5_000
    lines = [f"  n{n}: {{name: N, reports to: n{n + 1}}}\n" for n in range(size - 1)]
    last = f"  n{size - 1}: {{name: N, reports to: n0}}\n" if closed else f"  n{size - 1}: N\n"
    text = "bodies:\n" + "".join(lines) + last
    if closed:
        (problem,) = problems_in(text)
        assert problem.code == "M109"
        assert len(problem.subjects) == size
    else:
        assert len(load_text(text).relations) == size - 1

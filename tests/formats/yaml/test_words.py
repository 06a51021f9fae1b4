"""Words of a file's own that would collide with others, and files that are not all there."""

from pathlib import Path

from orggraph.source.files import read_text
from orggraph.source.problems import Problem
from tests.conftest import FindProblems, told


def test_a_type_cannot_be_called_what_every_node_has(problems_in: FindProblems) -> None:
    problems = problems_in(
        """\
        vocabulary:
          types:
            note: {family: contact, label: writes to, inverse: gets letters from}
            heeds: {family: contact, label: members, inverse: heeded by}
        bodies: {a: {name: A}}
        """
    )
    assert told(problems) == ["3:11 V102", "4:12 V102"]
    assert problems[0].facts["words"] == "note"


def test_a_broken_file_makes_no_words_unknown_in_the_others(problems_in: FindProblems) -> None:
    problems = problems_in(
        terms="""\
        vocabulary:
          types: {heeds: {family: contact, label: heeds, inverse: heeded by}}
        bodies: [
        """,
        uses="""\
        bodies:
          a: {name: A, heeds: b}
          b: {name: B, from: 2025-13}
        """,
    )
    assert [p.code for p in problems] == ["R101", "R205"]


def test_an_id_of_a_relations_own_is_never_that_of_a_derived_one(problems_in: FindProblems) -> None:
    problems = problems_in(
        """\
        bodies:
          a: {name: A, informs: {b: {id: "a:appoints:b/x"}}}
          b: {name: B}
        """
    )
    assert told(problems) == ["2:34 R208"]


def test_a_long_circle_is_told_in_short(problems_in: FindProblems) -> None:
    lines = [f"  b{i}: {{name: B, reports to: b{(i + 1) % 500}}}" for i in range(500)]
    (problem,) = problems_in("\n".join(["bodies:", *lines]))
    assert len(problem.subjects) == 500
    assert problem.message().count("→") == 12
    assert "…" in problem.message()


def test_lines_end_in_any_way(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"a: b\rc: d\r\ne:\x01")
    problem = read_text(path, "a.yaml")
    assert isinstance(problem, Problem)
    assert str(problem.location) == "a.yaml:3:3"

"""A graph held against its sources and its own rules."""

from pathlib import Path
from textwrap import dedent

import pytest

from orggraph.checks import CheckReport, check
from orggraph.evidence.verify import Sources
from orggraph.source import Problem
from tests.conftest import LoadText, told

CLEAN = """\
    sources: {d: {title: D, file: d.txt}}
    bodies:
      a: {name: A, reports to: {b: {evidence: "d: reports to B"}}}
      b: {name: B, evidence: "d: reports … the board"}
    """
TEXT = "A reports to B, the board.\n\nB appoints A.\n\nB appoints P as well."


@pytest.fixture
def check_text(load_text: LoadText, tmp_path: Path):  # type: ignore[no-untyped-def]
    """Return a function that checks a data file against its source."""

    def run(text: str, source: str | bytes | None = TEXT) -> CheckReport:
        if source is not None:
            data = source.encode() if isinstance(source, str) else source
            (tmp_path / "d.txt").write_bytes(data)
        graph = load_text(dedent(text))
        found = check(graph, Sources(graph))
        # What else is odd about such small organisations is for other tests.
        return found._replace(
            problems=tuple(p for p in found.problems if not p.code.startswith("G"))
        )

    return run


def only(found: CheckReport) -> Problem:
    (problem,) = found.problems
    return problem


def test_what_holds_is_clean(check_text) -> None:  # type: ignore[no-untyped-def]
    found = check_text(CLEAN)
    assert found.problems == ()
    assert found.evidence_counts == {
        "verified": 2, "not_found": 0, "ambiguous": 0, "unchecked": 0,
    }  # fmt: skip
    assert (found.tally("error"), found.tally("warning")) == (0, 0)


def test_a_quotation_that_is_not_found_tells_the_closest_paragraph(check_text) -> None:  # type: ignore[no-untyped-def]
    found = check_text(CLEAN.replace("reports to B", "reports to C"))
    problem = only(found)
    assert told([problem]) == ["3:43 E101"]
    assert problem.severity == "error"
    assert problem.subjects == ("a:reports_to:b",)
    assert problem.message().startswith("not in the source 'd': \"reports to C\"; ")
    assert "paragraph 1: A reports to B, the board." in problem.message()
    assert found.evidence_counts["not_found"] == 1


def test_a_quotation_in_several_paragraphs_is_an_error(check_text) -> None:  # type: ignore[no-untyped-def]
    problem = only(check_text(CLEAN.replace("reports to B", "B appoints")))
    assert (problem.code, problem.severity) == ("E102", "error")
    assert "2" in problem.message()
    assert "3" in problem.message()


def test_nothing_is_closest_in_an_empty_document(check_text) -> None:  # type: ignore[no-untyped-def]
    found = check_text(CLEAN, "")
    assert [p.code for p in found.problems] == ["E101", "E101"]
    assert "the document has no text" in found.problems[0].message("en")


@pytest.mark.parametrize(
    ("source", "english", "danish"),
    [
        (None, "d.txt); name it", "d.txt); angiv den"),
        (b"A reports to \xc5", "save it again as UTF-8", "gem den igen som UTF-8"),
        (b"\xff\xfeA\x00", "looks like UTF-16", "ligner UTF-16"),
        (b"A\x00B", "U+0000 does not belong", "U+0000 hører ikke til"),
    ],
)
def test_a_document_not_at_hand_is_one_warning_for_all_its_quotations(
    check_text,  # type: ignore[no-untyped-def]
    source: bytes | None,
    english: str,
    danish: str,
) -> None:
    found = check_text(CLEAN, source)
    problem = only(found)
    assert (problem.code, problem.severity, problem.facts["count"]) == ("E103", "warning", 2)
    assert problem.subjects == ("d",)
    assert english in problem.message("en")
    assert danish in problem.message("da")
    assert found.evidence_counts["unchecked"] == 2


def test_a_source_without_a_file_says_so_in_either_language(check_text) -> None:  # type: ignore[no-untyped-def]
    problem = only(check_text(CLEAN.replace(", file: d.txt", "")))
    assert "(no file is named)" in problem.message("en")
    assert "(ingen fil er angivet)" in problem.message("da")


def test_a_source_that_nothing_quotes_need_not_be_there(check_text) -> None:  # type: ignore[no-untyped-def]
    assert check_text("sources: {d: {title: D, file: none.txt}}\nbodies: {a: A}").problems == ()


SEATS = """\
    bodies:
      b: {{name: B, roster: {roster}, seats: {{s: {{count: {count}}}}}, members: [{members}]}}
    persons: {{p: P, q: Q}}
    """
MEMBERS = ("", "{person: p, seat: s}", "{person: p, seat: s}, {person: q, seat: s}")


@pytest.mark.parametrize(
    ("count", "members", "roster", "code"),
    [
        ("1", 2, "unknown", "S101"),
        ("1", 2, "complete", "S101"),
        ("1", 0, "complete", "S102"),
        ("2", 1, "complete", "S102"),
        ("1", 0, "unknown", None),
        ("1", 0, "partial", None),
        ("1", 1, "complete", None),
        ("1-2", 2, "complete", None),
    ],
)
def test_a_seat_is_told_of_only_where_its_rule_is_known_to_be_broken(
    check_text,  # type: ignore[no-untyped-def]
    count: str,
    members: int,
    roster: str,
    code: str | None,
) -> None:
    found = check_text(SEATS.format(count=count, members=MEMBERS[members], roster=roster))
    assert [p.code for p in found.problems] == ([code] if code else [])
    if code:
        problem = only(found)
        assert problem.severity == {"S101": "error", "S102": "warning"}[code]
        assert problem.subjects == ("b", "b/s")
        assert (problem.facts["filled"], str(problem.facts["count"])) == (members, count)
        assert problem.location is not None
        assert problem.location.line == 1
    assert [status.seat.id for status in found.seats] == ["b/s"]


def test_problems_stand_in_the_order_of_the_file(check_text) -> None:  # type: ignore[no-untyped-def]
    text = dedent(CLEAN).replace("reports …", "retorts …").replace("reports to B", "reports to C")
    found = check_text(text + dedent(SEATS.format(count=1, members="", roster="complete")).replace(
        "bodies:\n  b:", "  s:"))  # fmt: skip
    assert [p.code for p in found.problems] == ["E101", "E101", "S102"]
    assert [p.location.line for p in found.problems if p.location] == [2, 3, 4]
    assert (found.tally("error"), found.tally("warning")) == (2, 1)

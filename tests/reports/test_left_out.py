"""A check of very much tells the first of each rule, and how many more there are."""

import json
from pathlib import Path
from typing import Any

import pytest

from orggraph import OrgGraph
from orggraph.checks import CheckReport
from orggraph.formats import loader
from orggraph.model import Node, Parts, RuleSetting, Seat
from orggraph.reports import findings
from orggraph.reports.annotations import write_github
from orggraph.reports.sarif import write_sarif
from orggraph.source import Location
from orggraph.text import LocalText

BODIES = 60


@pytest.fixture
def graph(tmp_path: Path) -> OrgGraph:
    """Return bodies each of which has a seat that nobody fills, a third of them set aside."""
    file = tmp_path / "æ b.yaml"
    file.write_text("".join(f"the line of {n} ø\n" for n in range(BODIES)), encoding="utf-8")
    place = [Location(str(file), n, 4) for n in range(BODIES)]
    bodies = [
        Node(id=f"b{n}", kind="body", name=LocalText.of(f"B {n}", "en")) for n in range(BODIES)
    ]
    seats = [Seat(body=f"b{n}", key="s", location=place[n]) for n in range(BODIES)]
    aside = RuleSetting(
        code="G014",
        severity="off",
        reason=LocalText.of("såvidt", "da", en="so far"),
        subjects=tuple(f"b{n}" for n in range(0, BODIES, 3)),
    )
    return OrgGraph(Parts(tuple(bodies), (), tuple(seats), settings=(aside,), language="en"))


def test_json_lists_the_first_and_counts_the_others(graph: OrgGraph) -> None:
    told = json.loads(graph.report(graph.check(most=5), "json"))
    assert [problem["subjects"][0] for problem in told["problems"]] == [
        "b1",
        "b2",
        "b4",
        "b5",
        "b7",
    ]
    assert [(len(told["seats"]), len(told["set_aside"]))] == [(5, 5)]
    assert told["left_out"] == {
        "problems": [{"code": "G014", "severity": "note", "count": 35}],
        "set_aside": [{"code": "G014", "reason": "so far", "count": 15}],
        "quotes": 0,
        "seats": 55,
    }


def test_where_all_is_told_nothing_is_said_to_be_left_out(graph: OrgGraph) -> None:
    for most in (40, 60, 10_000, None):
        told = json.loads(graph.report(graph.check(most=most), "json"))
        assert len(told["problems"]) == 40
        assert ("left_out" in told) is (most == 40)  # there are more seats
    assert json.loads(graph.report(graph.check(), "json")) == told


@pytest.mark.parametrize(
    ("language", "more", "aside", "seats"),
    [
        ("en", "G014: 37. With --format json the first 25 are listed", "aside: 20.", "shown: 35."),
        ("da", "G014: 37. Med --format json er de første 25 med", "betragtning: 20.", "vises: 35."),
    ],
)
def test_text_shows_few_and_counts_all(
    graph: OrgGraph, language: str, more: str, aside: str, seats: str
) -> None:
    text = graph.report(graph.check(most=25), "text", language=language)
    assert text.count("b.yaml:") == 3
    assert more in text
    assert aside in text
    assert seats in text
    (counted,) = (line for line in text.splitlines() if line.startswith(("Errors", "Fejl")))
    assert counted.endswith(": 40.")


def test_what_is_set_aside_is_counted_whole(graph: OrgGraph) -> None:
    text = graph.report(graph.check(most=5), "text")
    assert "sets aside: 20." in text
    assert "G014 (20): so far" in text


def test_a_table_of_seats_has_an_end(graph: OrgGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "_MOST_SEATS", 7)
    text = graph.report(graph.check(), "text")
    assert "which are not shown: 53." in text
    assert text.partition("\nSeats")[2].count("\nB ") == 7


def test_other_formats_tell_by_rule_what_is_left_out(graph: OrgGraph) -> None:
    found = graph.check(most=5)
    github = write_github(found.problems, "en", found.left_out).splitlines()
    assert len(github) == 6
    assert github[-1] == (
        "::notice title=G014::Further findings of G014, which are not listed: 35."
    )
    (run,) = _sarif(found)["runs"]
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    (told,) = invocation["toolExecutionNotifications"]
    assert told == {
        "level": "note",
        "message": {"text": "Yderligere fund af G014, som ikke er med: 35."},
    }
    whole = graph.check()
    assert "invocations" not in _sarif(whole)["runs"][0]
    assert len(write_github(whole.problems, "en", whole.left_out).splitlines()) == 40


def _sarif(found: CheckReport) -> Any:
    written = write_sarif(found.problems, "da", found.set_aside, found.left_out, version="1")
    return json.loads(written)


def test_lines_of_a_large_file_are_shown_as_those_of_a_small_one(
    graph: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = graph.check().problems
    assert small[0].excerpt == "the line of 1 ø"
    monkeypatch.setattr(loader, "_LARGE", 0)
    monkeypatch.setattr(loader, "read_text", None)
    assert graph.check().problems == small

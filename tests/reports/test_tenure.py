"""Ends that are computed, spans and dates in words, and as data."""

import json

import pytest

from orggraph import OrgGraph
from orggraph.formats.loader import read_graph

DATA = """\
language: da
bodies:
  råd:
    name: Rådet
    en: The council
    seats: {s: {count: 3, term: 2 years}}
    members:
      - {person: åse, seat: s, from: 2020}
      - {person: bo, seat: s, from: 2021-05-01}
      - {person: dan, seat: s}
persons: {åse: Åse, bo: Bo, dan: Dan}
"""


@pytest.fixture
def org(tmp_path) -> OrgGraph:  # type: ignore[no-untyped-def]
    (tmp_path / "a.yaml").write_text(DATA, encoding="utf-8")
    return read_graph(tmp_path / "a.yaml", OrgGraph)


def test_what_is_computed_or_unknown_says_so(org: OrgGraph) -> None:
    told = org.report(org.find_terms(on="2022-06-01"), language="da")
    assert "mellem 2021-12-31 og 2022-12-30 (beregnet)" in told
    assert "2023-04-30 (beregnet)" in told
    assert "ukendt: 2 år fra ukendt start" in told
    assert "Pr. 2022-06-01." in told
    english = org.report(org.find_terms(on="2022-06-01"))
    assert "between 2021-12-31 and 2022-12-30 (computed)" in english
    assert "uncertain" in english
    assert "Still written" not in english


def test_terms_that_are_over_are_counted(org: OrgGraph) -> None:
    assert "over: 2." in org.report(org.find_terms(on="2024"))


def test_what_may_run_out_in_a_span_says_may(org: OrgGraph) -> None:
    found = org.find_terms(within="30 days", on="2021-12-15")
    assert "sitting; may run out in time" in org.report(found)
    nothing = org.report(org.find_terms(within="1 dag", on="2021-01-01"), language="da")
    assert nothing == (
        "Så vidt vides udløber ingen funktionsperiode inden for 1 dag fra 2021-01-01.\n"
    )


def test_terms_as_data_have_all_keys(org: OrgGraph) -> None:
    found = json.loads(org.report(org.find_terms(within="6 months", on="2023-01-01"), "json"))
    assert (found["as_of"], found["within"]) == ("2023-01-01", "6 months")
    over, running = found["terms"]
    assert (over["state"], over["end"], over["days_left"]) == ("expired", None, None)
    assert (over["end_earliest"], over["end_latest"]) == ("2021-12-31", "2022-12-30")
    assert running == {
        "relation": "bo:member_of:råd:s:2021-05-01",
        "type": "member_of",
        "body": "råd",
        "body_name": "The council",
        "seat": "s",
        "seat_name": "s",
        "role": None,
        "member": "bo",
        "member_name": "Bo",
        "status": "stated",
        "start": "2021-05-01",
        "end": "2023-04-30",
        "end_earliest": "2023-04-30",
        "end_latest": "2023-04-30",
        "basis": "computed",
        "term": "2 years",
        "state": "sitting",
        "days_left": 119,
        "expires": "certain",
        "evidence": [],
    }


def test_a_roster_shows_the_computed_end_and_that_it_has_passed(org: OrgGraph) -> None:
    found = org.as_of("2022-12-31")
    told = found.report(found.find_roster("råd"), language="da")
    assert "mellem 2021-12-31 og 2022-12-30 (beregnet); funktionsperioden er udløbet" in told
    assert told.count("udløbet") == 1
    data = json.loads(found.report(found.find_roster("råd"), "json"))
    ends = {row["member"]: (row["state"], row["basis"], row["end"]) for row in data["members"]}
    assert ends == {
        "åse": ("expired", "computed", None),
        "bo": ("filled", "computed", "2023-04-30"),
        "dan": ("filled", "open", None),
    }
    assert data["seats"][0]["expired"] == ["åse"]


def test_a_history_marks_what_is_computed(org: OrgGraph) -> None:
    found = org.find_history("rådet")
    data = json.loads(org.report(found, "json"))
    assert [(e["event"], e["date"], e["computed"], e["latest"]) for e in data["events"]] == [
        ("begins", "2020", False, "2020-12-31"),
        ("begins", "2021-05-01", False, "2021-05-01"),
        ("ends", None, True, "2022-12-30"),
        ("ends", None, True, "2023-04-30"),
    ]
    assert [thing["kind"] for thing in data["undated"]] == ["seat", "relation"]
    told = org.report(found, language="da")
    assert "2023-04-30 (beregnet)" in told
    assert "sidste dag" in told
    assert "Det, der ligger efter 2021, er ikke med." in org.report(
        org.find_history("rådet", on="2021"), language="da"
    )

"""The second case: the charter of a project, which is another kind of organisation altogether."""

from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.evidence.claims import iter_claims

DATA = Path(__file__).parents[2] / "data" / "python"


@pytest.fixture(scope="module")
def python() -> OrgGraph:
    return load(DATA)


def test_its_quotations_are_short(python: OrgGraph) -> None:
    quotes = [claim.evidence for claim in iter_claims(python)]
    assert len(quotes) > 25
    assert [q.quote for q in quotes if len(" ".join(q.parts).split()) > 8] == []


def test_what_the_charter_means_is_set_aside_and_nothing_else_is_found(python: OrgGraph) -> None:
    found = python.check()
    assert {problem.code for problem in found.problems} <= {"E103"}  # no document is at hand
    aside = {(each.problem.name, each.problem.subjects[0]) for each in found.set_aside}
    assert aside == {
        ("appoints-itself", "core-team"),
        ("no-chair", "council"),
    }


def test_every_exception_gives_its_reason_in_both_languages(python: OrgGraph) -> None:
    assert python.settings
    assert all(set(s.reason.translations) == {"da", "en"} for s in python.settings)


def test_who_elects_and_who_dismisses_are_its_own_relations(python: OrgGraph) -> None:
    elected = python.find_who("elects", "steering council").relations
    assert {(r.source, r.target) for r in elected} == {("core-team", "council")}
    dismissed = python.find_who("may dismiss", "council").relations
    assert [r.source for r in dismissed] == ["core-team"]
    assert python.find_path("core team", "council").tier == "links"


def test_a_quotation_links_to_the_page_of_the_charter(python: OrgGraph) -> None:
    svg = python.draw().to_svg()
    assert "peps.python.org/pep-0013/#:~:text=" in svg

"""The answers to pages are those of the queries and of the command line."""

from itertools import permutations
from pathlib import Path

import pytest

from orggraph import OrgGraph
from orggraph.errors import OrgGraphError, UnknownNodeError
from orggraph.explore.blocks import to_json
from orggraph.explore.desk import Desk
from orggraph.explore.ground import Ground, Setup
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller
from tests.explore.helpers import MARKUP, desk_of, load_island


def texts(value: object) -> str:
    """Return all the text in an answer."""
    if isinstance(value, dict):
        return "\n".join(map(texts, value.values()))
    return "\n".join(map(texts, value)) if isinstance(value, list | tuple) else str(value)


def test_paths_are_those_of_the_command(govtech: OrgGraph) -> None:
    desk = desk_of(govtech)
    tiers = set()
    for source, target in list(permutations(govtech.nodes, 2))[::5]:
        told = desk.answer("path", {"source": source, "target": target, "lang": "en"})
        found = govtech.find_path(source, target)
        tiers.add(told["tier"])
        assert told["tier"] == found.tier
        assert told["relations"] == [hop.relation.id for hop in found.hops]
        way = [source, *(hop.target for hop in found.hops)]
        assert told["nodes"] == (way if found.is_found else [])
        data = report(Teller(govtech, "en"), found).data()
        assert told["explanation"] == data["explanation"]
        assert [hop["direction"] for hop in told["hops"]] == [h["direction"] for h in data["hops"]]
    assert tiers >= {"reporting", "links", "connected"}


def test_a_strict_path_is_a_reporting_line_or_none(desk: Desk) -> None:
    ends = {"source": "udvalget", "target": "kommunen"}
    assert desk.answer("path", {**ends, "strict": "1"})["tier"] == "reporting"
    against = {"source": "kommunen", "target": "udvalget"}
    told = desk.answer("path", {**against, "strict": "1"})
    assert (told["tier"], told["nodes"], told["hops"]) == ("none", [], [])
    assert desk.answer("path", against)["tier"] == "connected"


def test_a_path_is_one_of_the_date_and_heeds_no_filter(desk: Desk) -> None:
    ends = {"source": "udvalget", "target": "rådet"}
    assert desk.answer("path", {**ends, "families": "contact"})["tier"] == "reporting"
    assert desk.answer("path", {**ends, "as_of": "2021"})["tier"] != "reporting"


def test_the_ends_of_a_path_are_named_in_any_spelling(desk: Desk) -> None:
    told = desk.answer("path", {"source": "driftsudvalget", "target": "ISLAND COUNCIL"})
    assert (told["source"], told["target"]) == ("udvalget", "rådet")
    (hop,) = told["hops"]
    assert (hop["label"], hop["source_name"]) == ("refererer til", "Driftsudvalget")
    assert hop["also"] == []
    route = next(block for block in told["blocks"] if block["block"] == "Route")
    assert route["steps"][0]["to"] == {"text": "Ørådet", "node": "rådet"}


def test_a_node_is_told_as_the_command_shows_it(island: OrgGraph, desk: Desk) -> None:
    told = desk.answer("node", {"id": "rådet", "lang": "en"})
    tell = Teller(island, "en")
    assert (told["name"], told["subtitle"]) == ("The island council", "council")
    _, what, *_ = report(tell, island.describe("rådet")).blocks()
    assert told["blocks"] == to_json([what], tell)
    roster = to_json(report(tell, island.find_roster("rådet")).blocks(), tell)
    assert len(told["roster"][0]["rows"]) == len(roster[0]["rows"]) == 3
    assert {"text": "Åse Møller, director", "node": "åse"} in told["roster"][0]["rows"][0]


def test_a_node_has_its_notes_and_purposes_and_nothing_twice(govtech: OrgGraph) -> None:
    told = desk_of(govtech).answer("node", {"id": "styregruppe", "lang": "en"})
    blocks = told["blocks"]
    assert [block["block"] for block in blocks] == ["Paragraph", "Heading", "Outline"]
    assert blocks[1]["text"] == "Purposes"
    quotes = [each.quote for each in govtech.nodes["styregruppe"].evidence]
    assert quotes
    assert not [quote for quote in quotes if quote in texts(blocks[0])]
    assert {each["quote"] for each in told["evidence"]} >= set(quotes)


def test_the_relations_of_a_node_lead_to_its_neighbours(island: OrgGraph, desk: Desk) -> None:
    told = desk.answer("node", {"id": "rådet"})
    both = (*island.relations_from("rådet"), *island.relations_to("rådet"))
    assert {each["id"] for each in told["relations"]} == {relation.id for relation in both}
    by_id = {each["id"]: each for each in told["relations"]}
    up, down = by_id["rådet:reports_to:kommunen"], by_id["udvalget:reports_to:rådet:2022"]
    assert (up["direction"], up["other"], up["other_name"]) == ("out", "kommunen", "Ø Kommune")
    assert (down["direction"], down["other"]) == ("in", "udvalget")
    assert up["sentence"] == "Ørådet refererer til Ø Kommune"
    assert [mark["status"] for mark in up["evidence"]] == ["verified"]
    assert told["more_relations"] == 0


def test_a_node_comes_with_the_findings_about_it(island: OrgGraph, desk: Desk) -> None:
    told = desk.answer("node", {"id": "rådet", "lang": "en"})["findings"]
    expected = [p for p in island.check().problems if "rådet" in p.subjects]
    assert expected
    by_code = {each["code"]: each for each in told}
    for problem in expected:
        assert by_code[problem.code]["severity"] == problem.severity


def test_on_a_date_a_node_is_told_as_it_was(desk: Desk) -> None:
    def members(**said: str) -> str:
        return texts(desk.answer("node", {"id": "rådet", **said})["roster"])

    assert "Bo" in members()
    assert "Bo" not in members(as_of="2023")
    assert "udvalget:reports_to:rådet" in texts(
        desk.answer("node", {"id": "rådet", "as_of": "2023"})
    )
    assert "udvalget:reports_to:rådet" not in texts(
        desk.answer("node", {"id": "rådet", "as_of": "2021"})
    )


def test_what_a_filter_leaves_out_is_still_told(desk: Desk) -> None:
    filtered = {"id": "rådet", "families": "reporting"}
    assert desk.answer("node", filtered) == desk.answer("node", {"id": "rådet"})


def test_a_relation_is_told_with_its_ends_and_evidence(desk: Desk) -> None:
    told = desk.answer("relation", {"id": "rådet:reports_to:kommunen", "lang": "en"})
    assert (told["source"], told["source_name"]) == ("rådet", "The island council")
    assert (told["family"], told["type"], told["label"]) == (
        "reporting",
        "reports_to",
        "reports to",
    )
    assert told["sentence"] == "The island council reports to Island Town"
    assert [mark["paragraph"] for mark in told["evidence"]] == [2]
    assert told["derived_from"] == []


def test_a_derived_relation_names_what_it_follows_from(island: OrgGraph, desk: Desk) -> None:
    derived = next(r for r in island.iter_relations() if r.is_derived and r.seat)
    told = desk.answer("relation", {"id": derived.id})
    stated = [id_ for id_ in derived.derived_from if id_ in island.relations]
    assert told["derived_from"] == stated


def test_checks_are_those_of_the_command(island: OrgGraph, desk: Desk) -> None:
    told, found = desk.answer("checks", {"lang": "en"}), island.check()
    assert [each["message"] for each in told["findings"]] == [
        p.message("en") for p in found.problems
    ]
    assert told["evidence"] == dict(found.evidence_counts)
    assert told["evidence"]["not_found"] == 1
    places = [p.location for p in found.problems if p.location]
    assert [each["location"] for each in told["findings"] if each["location"]] == [
        f"o.yaml:{place.line + 1}:{place.column + 1}" for place in places
    ]
    states = [(status.seat.body, status.filled, status.state) for status in found.seats]
    assert [(each["body"], each["filled"], each["state"]) for each in told["seats"]] == states
    for each in told["findings"]:
        assert set(each["subjects"]) <= set(island.nodes)
    assert told["notice"] is None


def test_a_document_that_is_missing_is_told_without_its_directories(tmp_path: Path) -> None:
    graph = load_island(tmp_path / "data")
    (tmp_path / "data" / "brev.txt").unlink()
    findings = desk_of(graph).answer("checks", {"lang": "en"})["findings"]
    (told,) = (each["message"] for each in findings if "'brev'" in each["message"])
    assert "(brev.txt)" in told
    assert str(tmp_path) not in texts(findings)


def test_findings_about_seats_concern_their_bodies(govtech: OrgGraph) -> None:
    desk = desk_of(govtech)
    subjects = {
        each for found in desk.answer("checks", {})["findings"] for each in found["subjects"]
    }
    assert "styregruppe" in subjects


def test_a_graph_that_is_too_large_is_not_checked_while_one_waits(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orggraph.explore.ground.LARGE", 3)
    desk = desk_of(island)
    told = desk.answer("checks", {"lang": "en"})
    assert told["findings"] == []
    assert "orggraph check" in told["notice"]
    assert desk.answer("head", {})["dates"] == []
    assert desk.answer("scene", {"around": "rådet"})["cards"]
    with pytest.raises(OrgGraphError, match="too many"):
        desk.answer("scene", {"lang": "en"})


def test_the_list_has_what_the_picture_tells(island: OrgGraph, desk: Desk) -> None:
    def names(**said: str) -> list[str]:
        tables = [b for b in desk.answer("list", said)["blocks"] if b["block"] == "Table"]
        return [cell["node"] for row in tables[0]["rows"] for cell in row if isinstance(cell, dict)]

    assert set(names()) == set(island.nodes)
    assert names(around="markup") == ["markup", "udvalget"]
    assert {"rådet", "bo"}.isdisjoint(names(families="contact", members="hidden"))


@pytest.mark.parametrize("name", ["node", "relation", "path"])
def test_a_question_that_says_too_little_is_refused(desk: Desk, name: str) -> None:
    with pytest.raises(OrgGraphError, match="the question lacks"):
        desk.answer(name, {})


def test_unknown_things_are_refused(desk: Desk) -> None:
    with pytest.raises(UnknownNodeError):
        desk.answer("node", {"id": "ingen"})
    with pytest.raises(UnknownNodeError):
        desk.answer("scene", {"around": "ingen"})
    with pytest.raises(OrgGraphError, match="there is no relation 'x'"):
        desk.answer("relation", {"id": "x"})
    with pytest.raises(OrgGraphError):
        desk.answer("scene", {"families": "nonsense"})
    with pytest.raises(KeyError):
        desk.answer("nothing", {})


def test_names_with_markup_are_text(desk: Desk) -> None:
    assert desk.answer("node", {"id": "markup"})["name"] == MARKUP


def test_a_theme_is_one_that_is_offered_and_no_file(island: OrgGraph) -> None:
    with pytest.raises(OrgGraphError, match="there is no theme"):
        desk_of(island).answer("scene", {"theme": "/etc/passwd"})


def test_the_setup_decides_where_the_address_says_nothing(island: OrgGraph) -> None:
    desk = Desk(Ground(island, Setup(theme="dark", language="en")))
    spec = desk.spec({})
    assert (spec.theme, spec.lang) == ("dark", "en")
    assert desk.spec({"theme": "light", "lang": "da"}).theme == "light"

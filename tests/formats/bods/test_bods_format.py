"""BODS statements: samples made by hand after the published schemas of 0.2 and 0.4."""

import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from orggraph.formats.bods.bods_format import BODS
from orggraph.formats.bods.terms import find_code, make_vocabulary
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import Imported, read
from orggraph.model import Graph
from orggraph.source import ReadError

HERE = Path(__file__).parent
V4 = json.loads((HERE / "statements-0.4.json").read_bytes())
V2 = [json.loads(line) for line in (HERE / "statements-0.2.json").read_bytes().splitlines()]


def load(statements: Any) -> Imported[Graph]:
    return read(Origin("x.json", None, json.dumps(statements).encode()), Graph, "bods")


def relations(graph: Graph) -> set[tuple[str, str, str]]:
    return {(r.source, r.type, r.target) for r in graph.iter_stated()}


def told(found: Imported[Graph], what: str) -> dict[str, int]:
    return {remark.name: remark.times for remark in found.remarks if remark.what == what}


def entity(id_: str, **more: Any) -> dict[str, Any]:
    return {"statementID": id_, "statementType": "entityStatement", "name": id_, **more}


def interest(id_: str, *interests: Any, **more: Any) -> dict[str, Any]:
    return {
        "statementID": id_, "statementType": "ownershipOrControlStatement",
        "subject": {"describedByEntityStatement": "b"},
        "interestedParty": {"describedByEntityStatement": "a"},
        "interests": list(interests), **more,
    }  # fmt: skip


def test_entities_and_persons_of_0_4() -> None:
    graph = load(V4).graph
    assert {node.id: node.kind for node in graph.iter_nodes()} == {
        "company-b": "organisation", "stat": "organisation", "trust-1": "organisation",
        "p1": "person", "p2": "person",
    }  # fmt: skip
    company = graph.node("company-b")
    assert (company.name.original, company.aliases) == ("Havnen A/S", ("The Harbour",))
    assert company.identifiers == (("DK-CVR", "00290925"), ("iri", "https://example.org/b"))
    assert str(company.period.start) == "2001-02-03"
    assert company.classification is not None
    assert company.classification.original == "registeredEntity: other"
    assert graph.node("trust-1").name.original == "A trust"
    assert graph.node("trust-1").identifiers == (("bods", "trust 1"),)
    person = graph.node("p1")
    assert (person.name.original, person.aliases) == ("Åse Ørsted", ("Åse Holm",))
    assert person.classification is None
    assert graph.node("p2").name.in_language("da") == "unavngiven person (p2)"


def test_interests_of_0_4() -> None:
    graph = load(V4).graph
    assert relations(graph) == {
        ("p1", "member_of", "company-b"),
        ("p1", "shareholding", "company-b"),
        ("stat", "appointment_of_board", "company-b"),
        ("stat", "voting_rights", "company-b"),
        ("p2", "interest", "trust-1"),
        ("p1", "interest", "company-b"),
    }
    (chair,) = (r for r in graph.iter_stated() if r.type == "member_of")
    assert chair.role is not None
    assert (chair.role.id, str(chair.period.end)) == ("chair", "2023-12-31")
    (shares,) = (r for r in graph.iter_stated() if r.type == "shareholding")
    assert shares.line == "dotted"
    assert shares.note is not None
    assert shares.note.in_language("en") == "Share: 60 %; Class A"
    votes = [r for r in graph.iter_stated() if r.type == "voting_rights"]
    assert len(votes) == 2
    assert {r.note.in_language("da") for r in votes if r.note} == {"Andel: 25–50 %"}
    assert graph.vocabulary.types["voting_rights"].label.in_language("da") == "har stemmeret i"


def test_what_is_not_understood_is_told() -> None:
    found = load(V4)
    assert told(found, "replaced") == {"": 1}
    assert told(found, "closed") == {"": 1}
    assert told(found, "unspecified") == {"interestedParty": 1}
    assert told(found, "value") == {"type": 1}
    assert told(found, "property") == {
        "declarationSubject": 12, "publicationDetails": 12, "isComponent": 10, "jurisdiction": 1,
        "reason": 1, "familyName": 1, "birthDate": 1, "beneficialOwnershipOrControl": 1,
    }  # fmt: skip


def test_statements_of_0_2_as_lines() -> None:
    data = (HERE / "statements-0.2.json").read_bytes()
    found = read(Origin("x.jsonl", None, data), Graph, "bods")
    assert {n.id: n.name.original for n in found.graph.iter_nodes()} == {
        "e3": "Kanalen III A/S", "q1": "Bo Ek",
    }  # fmt: skip
    assert relations(found.graph) == {
        ("q1", "voting_rights", "e3"), ("q1", "other_influence_or_control", "e3"),
    }  # fmt: skip
    assert told(found, "replaced") == {"": 2}


@pytest.mark.parametrize("statements", [V4, V2], ids=["0.4", "0.2"])
def test_order_does_not_matter(statements: list[Any]) -> None:
    for seed in range(5):
        mixed = Random(seed).sample(statements, len(statements))
        assert load(mixed).graph == load(statements).graph


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ({"exact": 100, "minimum": 100, "maximum": 100}, "100"),
        ({"minimum": 25, "maximum": 50}, "25–50"),
        ({"minimum": 50, "maximum": 50}, "50"),
        ({"minimum": 25}, "≥ 25"),
        ({"maximum": 0.5}, "≤ 0.5"),
        ({"exclusiveMinimum": 25, "maximum": 50}, "> 25, ≤ 50"),
        ({"minimum": 25, "exclusiveMinimum": True, "maximum": 50}, "> 25, ≤ 50"),
        ({"minimum": 25, "exclusiveMinimum": False, "maximum": 50}, "25–50"),
        ({"exclusiveMaximum": 10}, "< 10"),
    ],
)
def test_shares_are_as_exact_as_the_file_says(share: dict[str, Any], shown: str) -> None:
    found = load(
        [entity("a"), entity("b"), interest("o", {"type": "shareholding", "share": share})]
    )
    (relation,) = found.graph.iter_stated()
    assert relation.note is not None
    assert relation.note.in_language("en") == f"Share: {shown} %"
    assert not found.remarks


def test_two_lower_bounds_are_told() -> None:
    share = {"minimum": 25, "exclusiveMinimum": 30}
    found = load([entity("a"), entity("b"), interest("o", {"type": "settlor", "share": share})])
    assert told(found, "value") == {"exclusiveMinimum": 1}


def test_a_person_is_called_by_the_name_that_the_law_knows() -> None:
    names = [
        {"type": "birth", "fullName": "Bo Holm"},
        {"type": "alternative", "fullName": "Bosse"},
        {"type": "individual", "givenName": "Bo", "patronymicName": "Jensen", "familyName": "Ek"},
    ]
    person = {"statementID": "q", "statementType": "personStatement", "names": names}
    node = load([person]).graph.node("q")
    assert (node.name.original, node.aliases) == ("Bo Jensen Ek", ("Bosse", "Bo Holm"))


def test_kinds_of_entity_with_their_local_words() -> None:
    older = entity("a", entityType="state", entitySubtype={
        "generalCategory": "stateBody-governmentDepartment", "localTerm": "ministeriö",
    })  # fmt: skip
    newer = {
        "statementId": "b", "recordId": "b", "recordType": "entity",
        "recordDetails": {"name": "B", "entityType": {"type": "stateBody", "details": "styrelse"}},
    }  # fmt: skip
    found = load([older, newer])
    said = {n.id: n.classification.original for n in found.graph.iter_nodes() if n.classification}
    assert said == {
        "a": "state: stateBody-governmentDepartment: ministeriö", "b": "stateBody: styrelse",
    }  # fmt: skip
    assert not found.remarks


@pytest.mark.parametrize(
    "open_end",
    [
        {"unspecified": {"reason": "noBeneficialOwners", "description": "none"}},
        {"reason": "noBeneficialOwners", "description": "none"},
    ],
    ids=["0.2", "0.4"],
)
def test_an_end_that_is_left_open_is_told_with_its_reason(open_end: dict[str, Any]) -> None:
    found = load([entity("b"), interest("o", {"type": "settlor"}, interestedParty=open_end)])
    assert told(found, "unspecified") == {"interestedParty": 1}
    (remark,) = (r for r in found.remarks if r.what == "unspecified")
    assert "noBeneficialOwners" in str(remark.example)
    assert told(found, "property") == {"description": 1}


def test_of_one_day_what_closes_a_record_counts() -> None:
    def said(id_: str, status: str) -> dict[str, Any]:
        return {
            "statementId": id_, "statementDate": "2020-01-01", "recordId": "r",
            "recordType": "relationship", "recordStatus": status,
            "recordDetails": {"subject": "b", "interestedParty": "a", "interests": [{}]},
        }  # fmt: skip

    found = load([entity("a"), entity("b"), said("1", "closed"), said("2", "new")])
    assert (relations(found.graph), told(found, "closed")) == (set(), {"": 1})


def test_a_statement_of_0_1_names_the_one_it_replaces() -> None:
    found = load([entity("a"), entity("b", replacesStatement="a")])
    assert [node.id for node in found.graph.iter_nodes()] == ["b"]


def test_statements_that_replace_each_other_are_both_replaced() -> None:
    found = load([entity("a", replacesStatements=["b"]), entity("b", replacesStatements=["a"])])
    assert len(found.graph) == 0
    assert told(found, "replaced") == {"": 2}


def test_owners_in_a_circle_are_no_cycle() -> None:
    back = interest("o2", {"type": "shareholding"}) | {
        "subject": {"describedByEntityStatement": "a"},
        "interestedParty": {"describedByEntityStatement": "b"},
    }
    found = load([entity("a"), entity("b"), interest("o1", {"type": "shareholding"}), back])
    assert relations(found.graph) == {("a", "shareholding", "b"), ("b", "shareholding", "a")}


def test_the_same_interest_in_several_statements_is_each_a_relation() -> None:
    same = [interest(f"o{n}", {"type": "nominee"}) for n in range(3)]
    assert len(list(load([entity("a"), entity("b"), *same]).graph.iter_stated())) == 3


def test_interest_in_itself_is_told() -> None:
    own = interest("o") | {"interestedParty": {"describedByEntityStatement": "b"}}
    found = load([entity("b"), own])
    assert told(found, "value") == {"interestedParty": 1}


def test_closed_interest_with_its_last_day_is_kept() -> None:
    statement = interest("o", {"type": "settlor", "endDate": "2020"}, recordStatus="closed")
    (relation,) = load([entity("a"), entity("b"), statement]).graph.iter_stated()
    assert str(relation.period.end) == "2020"


@pytest.mark.parametrize(
    ("statements", "name"),
    [
        (["x"], "wrong-shape"),
        ([[]], "wrong-shape"),
        ([entity("a", alternateNames="x")], "wrong-shape"),
        ([entity("a", alternateNames=[{"x": 1}])], "wrong-shape"),
        ([entity("a", foundingDate="soon")], "bad-date"),
        ([entity("a", identifiers=[1])], "wrong-shape"),
        ([entity("a"), entity("b"), interest("o", 3)], "wrong-shape"),
        ([entity("a", entityType=["x"])], "wrong-shape"),
        ([entity("a", replacesStatements=[{}, {"x": 1}])], "wrong-shape"),
    ],
)
def test_wrong_types_have_their_place(statements: Any, name: str) -> None:
    with pytest.raises(ReadError) as caught:
        load(statements)
    found = caught.value.problems[0]
    assert found.name == name
    assert found.location is not None


@pytest.mark.parametrize("data", [b"", b"[", b"{}x", b'[{"a": 1}, ]', b"\xff", b"[" * 5000])
def test_broken_files_are_refused(data: bytes) -> None:
    with pytest.raises(ReadError):
        read(Origin("x.json", None, data), Graph, "bods")


def test_other_statements_are_told() -> None:
    found = load(
        [{"statementID": "x", "statementType": "wish"}, {"statementType": "entityStatement"}]
    )
    assert told(found, "class") == {"wish": 1}
    assert told(found, "unnamed") == {"entityStatement": 1}


def test_known_by_its_first_statement() -> None:
    assert BODS.recognises(json.dumps(V4).encode())
    assert BODS.recognises((HERE / "statements-0.2.json").read_bytes())
    assert not BODS.recognises(b'{"id": "1", "schema": "Person"}')
    assert not BODS.recognises(b'{"persons": []}')
    assert not BODS.recognises(b"")


def test_codes_of_all_versions() -> None:
    assert find_code("voting-rights") == ("votingRights", True)
    assert find_code("influence-or-control") == ("otherInfluenceOrControl", True)
    assert find_code("other-influence-or-control-of-trust") == ("otherInfluenceOrControl", True)
    assert find_code("unknownInterest") == ("interest", True)
    assert find_code("wizardry") == ("interest", False)
    assert make_vocabulary({"boardMember"}) == {}


@pytest.mark.parametrize(
    ("level", "line"), [("indirect", "dotted"), ("direct", "solid"), ("unknown", "solid")]
)
def test_only_what_is_said_to_be_indirect_is_dotted(level: str, line: str) -> None:
    statement = interest("o", {"type": "settlor", "directOrIndirect": level})
    (relation,) = load([entity("a"), entity("b"), statement]).graph.iter_stated()
    assert relation.line == line


def test_a_closed_record_of_an_entity_is_told() -> None:
    record = {"recordId": "a", "recordType": "entity", "recordDetails": {"name": "A"}}
    found = load([{"statementId": "1", "recordStatus": "closed", **record}])
    assert [node.id for node in found.graph.iter_nodes()] == ["a"]
    assert told(found, "value") == {"recordStatus": 1}


def test_days_are_kept_and_times_of_day_left_off() -> None:
    dates = {"startDate": "2020-01-02T10:00:00Z", "endDate": "2021"}
    statement = interest("o", {"type": "settlor", **dates})
    (relation,) = load([entity("a"), entity("b"), statement]).graph.iter_stated()
    assert (str(relation.period.start), str(relation.period.end)) == ("2020-01-02", "2021")
    with pytest.raises(ReadError):
        load([entity("a", foundingDate="soon")])

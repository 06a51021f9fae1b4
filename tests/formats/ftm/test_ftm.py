"""FollowTheMoney entities, against facts of the public model."""

import json
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from orggraph.formats.ftm.ftm_format import FTM
from orggraph.model import Graph, Parts
from tests.formats.round_trip import codes, gather, read_back, remarked, write_out
from tests.properties.strategies import parts

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
# What https://followthemoney.tech says of edges: the required ends, and the schemata they take.
SAFE_ID = r"[0-9a-zA-Z]([0-9a-zA-Z\.\-]*[0-9a-zA-Z])?"
LEGAL = {"Person", "Organization", "PublicBody", "Company", "LegalEntity"}
BODIES = {"Organization", "PublicBody", "Company"}
THINGS = LEGAL | {"Position", "Note"}
EDGES = {
    "Membership": {"member": LEGAL, "organization": BODIES},
    "Employment": {"employee": {"Person"}, "employer": BODIES},
    "Occupancy": {"holder": {"Person"}, "post": {"Position"}},
    "Representation": {"agent": LEGAL, "client": LEGAL},
    "UnknownLink": {"subject": THINGS, "object": THINGS},
}
REFERENCES = {"parent": LEGAL, "organization": BODIES}


def entity(schema: str, id_: str, **properties: Any) -> dict[str, Any]:
    values = {k: v if isinstance(v, list) else [v] for k, v in properties.items()}
    return {"id": id_, "schema": schema, "properties": values}


def lines(*entities: Any) -> str:
    return "\n".join(map(json.dumps, entities))


@SLOW
@given(parts())
def test_all_of_a_graph_comes_back(drawn: Parts) -> None:
    graph = Graph.from_sound(drawn)
    text, remarks = write_out(FTM, graph)
    assert (remarks, gather(FTM, text).remarks.all()) == ((), ())
    again = read_back(FTM, text)
    assert again == graph
    assert write_out(FTM, again)[0] == text


@SLOW
@given(parts())
def test_what_is_written_fits_the_model(drawn: Parts) -> None:
    graph = Graph.from_sound(drawn)
    text = write_out(FTM, graph)[0]
    # U+2028 and its like may stand in a line of JSON.
    entities = [json.loads(line) for line in text.split("\n")[:-1]]
    schemata = {e["id"]: e["schema"] for e in entities}
    assert len(schemata) == len(entities)
    known = {value for n in graph.nodes.values() for scheme, value in n.identifiers}
    assert all(re.fullmatch(SAFE_ID, id_) for id_ in schemata if id_ not in known)
    for item in entities:
        properties = item["properties"]
        assert all(isinstance(v, str) and v for values in properties.values() for v in values)
        if edge := EDGES.get(item["schema"]):
            for end, range_ in edge.items():
                assert {schemata[value] for value in properties[end]} <= range_
        else:
            assert item["schema"] in THINGS
            assert properties["name"]
            for name, range_ in REFERENCES.items():
                assert {schemata[value] for value in properties.get(name, ())} <= range_


def test_entities_are_nodes_and_relations() -> None:
    text = lines(
        entity("Person", "NK-a", name=["Åse Ørn", "Aase"], alias="Å", position="direktør",
               birthDate="1970", wikidataId="Q1"),
        entity("PublicBody", "o", name="Region", registrationNumber=["1", "2"],
               incorporationDate="2007-01-01"),
        entity("Organization", "u", name="Unit", parent="o"),
        entity("Position", "s", name="Director", organization="o"),
        entity("Membership", "m", member="NK-a", organization="u", role="chair",
               startDate="2020-05-01T00:00:00", endDate="2021"),
        entity("Occupancy", "h", holder="NK-a", post="s"),
        entity("Employment", "e", employee="NK-a", employer="o"),
        entity("Directorship", "d", director="NK-a", organization="o"),
        entity("Representation", "r", agent="u", client="o"),
    )  # fmt: skip
    graph = read_back(FTM, text)
    assert {n.id: n.kind for n in graph.nodes.values()} == {
        "NK-a": "person", "o": "organisation", "u": "body", "s": "post",
    }  # fmt: skip
    person = graph.nodes["NK-a"]
    assert (person.name.original, person.aliases) == ("Åse Ørn", ("Aase", "Å"))
    assert person.title
    assert person.title.original == "direktør"
    assert person.identifiers == (("wikidataId", "Q1"),)
    region = graph.nodes["o"]
    assert region.identifiers == (("registrationNumber", "1"), ("registrationNumber", "2"))
    assert region.classification
    assert region.classification.original == "public body"
    found = {
        r.id: (r.source, r.type, r.target, r.role and r.role.label.original)
        for r in graph.relations.values()
        if not r.is_derived
    }
    assert found == {
        "u:part_of:o": ("u", "part_of", "o", None),
        "s:post_in:o": ("s", "post_in", "o", None),
        "m": ("NK-a", "member_of", "u", "chair"),
        "h": ("NK-a", "holds", "s", None),
        "e": ("NK-a", "employed_by", "o", None),
        "d": ("NK-a", "member_of", "o", "director"),
        "r": ("u", "represents", "o", None),
    }
    assert str(graph.relations["m"].period.start) == "2020-05-01"
    assert remarked(gather(FTM, text)) == {
        ("property", "Person.birthDate"): 1, ("value", "Membership.startDate"): 1,
    }  # fmt: skip
    # What the public body is comes back as its schema.
    written = {
        e["id"]: e["schema"] for e in map(json.loads, write_out(FTM, graph)[0].split("\n")[:-1])
    }
    assert written["o"] == "PublicBody"


def test_what_is_not_understood_is_told() -> None:
    text = lines(
        entity("Person", "a", name="A", email=["x@y", "z@y"]),
        entity("Company", "c"),
        entity("Ownership", "w", owner="a", asset="c", percentage="50"),
        entity("UnknownLink", "l", subject="a", object="c"),
        entity("Vessel", "v", name="V"),
        entity("Membership", "m", member="gone", organization="c"),
        entity("Membership", "n", member="a"),
        entity("Employment", "e", employee="c", employer="c"),
    )
    graph = read_back(FTM, text)
    assert set(graph.nodes) == {"a", "c"}
    assert not graph.relations
    assert remarked(gather(FTM, text)) == {
        ("property", "Person.email"): 2,
        ("nameless", "Company"): 1,
        ("class", "Ownership"): 1,
        ("class", "UnknownLink"): 1,
        ("class", "Vessel"): 1,
        ("reference", "Membership.member"): 1,
        ("reference", "Membership.organization"): 1,
        ("value", "Employment"): 1,
    }


def test_fragments_of_one_entity_are_one() -> None:
    one, other = entity("Person", "a", name="A"), entity("Person", "a", name="A", alias="B")
    assert read_back(FTM, lines(one, other)).nodes["a"].aliases == ("B",)
    assert read_back(FTM, json.dumps([one, other])).nodes["a"].aliases == ("B",)


def test_ids_stay_those_of_the_file() -> None:
    text = lines(
        entity("Person", "http://x/1", name="A"),
        entity("Organization", "http://y/1", name="B"),
        entity("Membership", "http://m 1", member="http://x/1", organization="http://y/1"),
    )
    graph = read_back(FTM, text)
    written = [json.loads(line) for line in write_out(FTM, graph)[0].split("\n")[:-1]]
    ids = {e["id"] for e in written if e["schema"] in ("Person", "Organization")}
    assert ids == {"http://x/1", "http://y/1"}
    assert remarked(gather(FTM, text)) == {("value", "Membership.id"): 1}
    assert graph == read_back(FTM, "\n".join(reversed(text.split("\n"))))


def test_several_ends_are_several_relations() -> None:
    text = lines(
        entity("Person", "a", name="A"), entity("Person", "b", name="B"),
        entity("Organization", "o", name="O"),
        entity("Membership", "m", member=["a", "b"], organization="o"),
    )  # fmt: skip
    assert set(read_back(FTM, text).relations) == {"a:member_of:o", "b:member_of:o"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["X230"]),
        ("[1]", ["R203"]),
        ('{"id": "a"}', ["R202"]),
        ('{"schema": "Person"}', ["R202"]),
        ('{"id": [1], "schema": "Person"}', ["R203", "R202"]),
        ('{"id": "a", "schema": "Person", "properties": []}', []),
        ('{"id": "a", "schema": "Person", "properties": ["x"]}', ["R203"]),
        ('{"id": "a", "schema": "Person", "properties": {"x": [], "y": [null, ""]}}', []),
        ('{"id": "a", "schema": "Person", "properties": {"name": [["x"]]}}', ["R203"]),
        ('{"id": "a", "schema": "Person", "orggraph": {"kind": "dog"}}', ["X221"]),
        ('{"id": "a", "schema": "Person", "orggraph": {"graph": "x"}}', ["R203"]),
        ('{"id": "a", "schema": "Person"}\n{"id": ', ["X210"]),
    ],
)
def test_wrong_input_is_told_with_its_place(text: str, expected: list[str]) -> None:
    gathered = gather(FTM, text)
    assert codes(gathered) == expected
    assert all(problem.location for problem in gathered.draft.problems)


@pytest.mark.parametrize(
    ("text", "is_ftm"),
    [
        ('{"caption": "x", "id": "a", "schema": "Person", "properties": {', True),
        ('[{"id": "a", "schema": "Person"}]', True),
        ('{"schema": {"a": 1}, "id": "x"}', False),
        ('{"persons": [{"schema": "x", "id": 1}]}', False),
        ("schema: Person", False),
    ],
)
def test_is_known_by_its_schema(text: str, is_ftm: bool) -> None:
    assert FTM.recognises(text.encode()) is is_ftm


def test_an_entity_of_two_schemata_is_told() -> None:
    text = lines(entity("Person", "a", name="A"), entity("Company", "a", alias="B"))
    assert read_back(FTM, text).nodes["a"].kind == "person"
    assert remarked(gather(FTM, text)) == {("value", "schema"): 1}


def test_of_several_dates_the_first_counts_and_the_others_are_told() -> None:
    days = ["2001-02", "2003", "2001-02", "soon"]
    text = lines(entity("Company", "c", name="C", incorporationDate=days))
    assert str(read_back(FTM, text).nodes["c"].period.start) == "2001-02"
    assert remarked(gather(FTM, text)) == {("value", "Company.incorporationDate"): 2}


def test_what_a_schema_says_beside_a_classification_is_told() -> None:
    text = lines(entity("PublicBody", "b", name="B", classification="agency"))
    classification = read_back(FTM, text).nodes["b"].classification
    assert classification is not None
    assert classification.original == "agency"
    assert remarked(gather(FTM, text)) == {("value", "schema"): 1}


def test_an_id_that_is_taken_by_a_relation_is_made_another() -> None:
    text = lines(
        entity("Person", "a", name="A"),
        entity("Organization", "o", name="O"),
        entity("Person", "m", name="M"),
        entity("Membership", "m1", member="a", organization="o")
        | {"orggraph": {"id": "m"}},
    )  # fmt: skip
    graph = read_back(FTM, text)
    assert set(graph.relations) == {"m"}
    ids = [json.loads(line)["id"] for line in write_out(FTM, graph)[0].split("\n")[:-1]]
    assert len(set(ids)) == len(ids)
    assert read_back(FTM, write_out(FTM, graph)[0]) == graph

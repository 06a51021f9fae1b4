"""Popolo JSON, against the specification's examples, its schemas, and a parliament."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from orggraph.formats.popolo.popolo_format import POPOLO
from orggraph.model import Graph, Parts
from tests.formats.round_trip import codes, gather, read_back, remarked, write_out
from tests.properties.strategies import parts

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
SAMPLES = Path(__file__, "../../../../../shared/samples/popolo").resolve()
with_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not at hand")


def sample(name: str) -> Any:
    return json.loads((SAMPLES / name).read_text(encoding="utf-8"))


def read(value: Any) -> Graph:
    return read_back(POPOLO, json.dumps(value))


@SLOW
@given(parts())
def test_all_of_a_graph_comes_back(drawn: Parts) -> None:
    graph = Graph.from_sound(drawn)
    text, remarks = write_out(POPOLO, graph)
    again = gather(POPOLO, text)
    assert (remarks, again.remarks.all()) == ((), ())
    graph_again = read_back(POPOLO, text)
    assert graph_again == graph
    assert write_out(POPOLO, graph_again)[0] == text


@pytest.fixture(scope="module")
def schemas() -> Any:
    from jsonschema import Draft3Validator  # type: ignore[import-untyped]
    from referencing import Registry
    from referencing.jsonschema import DRAFT3

    contents = [sample(f"schemas/{path.name}") for path in (SAMPLES / "schemas").glob("*.json")]
    resources = [(c["id"].rstrip("#"), DRAFT3.create_resource(c)) for c in contents]
    registry: Any = Registry().with_resources(resources)
    return {c["id"].rpartition("/")[2]: Draft3Validator(c, registry=registry) for c in contents}


@with_samples
@SLOW
@given(drawn=parts())
def test_what_is_written_is_valid(schemas: Any, drawn: Parts) -> None:
    document = json.loads(write_out(POPOLO, Graph.from_sound(drawn))[0])
    sections = {"persons": "person", "organizations": "organization", "posts": "post",
                "memberships": "membership"}  # fmt: skip
    for section, name in sections.items():
        for item in document[section]:
            schemas[f"{name}.json#"].validate(item)


@with_samples
def test_schemas_find_what_is_wrong(schemas: Any) -> None:
    assert not schemas["membership.json#"].is_valid({"start_date": "yesterday"})
    assert not schemas["person.json#"].is_valid({"memberships": [{"role": 1}]})


def test_names_in_other_languages_are_translations() -> None:
    names = [
        {"name": "Tinget", "lang": "da"}, {"name": "Rigsdagen", "lang": "da"},
        {"name": "The House", "lang": "en"}, {"name": "L", "lang": "zh-hans"}, {"name": "House"},
    ]  # fmt: skip
    value = {"organizations": [{"id": "x", "name": "Parliament", "other_names": names}]}
    gathered = gather(POPOLO, json.dumps(value))
    (node,) = gathered.draft.nodes
    assert node.name.translations == {"en": "Parliament", "da": "Tinget"}
    assert node.aliases == ("Rigsdagen", "The House", "L", "House")
    assert remarked(gathered) == {("property", "organizations.other_names.lang"): 2}

    names.append({"name": "Le Parlement", "lang": "FR"})
    written = json.loads(write_out(POPOLO, read(value))[0])["organizations"][0]
    assert {n["lang"]: n["name"] for n in written["other_names"] if "lang" in n} == {
        "da": "Tinget", "fr": "Le Parlement",
    }  # fmt: skip
    assert "orggraph" not in written


def test_a_person_with_other_names_alone_is_called_by_the_first() -> None:
    # As in the parliaments of mySociety.
    names = [{"family_name": "Ek", "given_name": "Bo", "note": "Main"}, {"name": "Bosse"}]
    gathered = gather(POPOLO, json.dumps({"persons": [{"id": "x", "other_names": names}]}))
    (node,) = gathered.draft.nodes
    assert (node.name.original, node.aliases) == ("Bo Ek", ("Bosse",))
    assert remarked(gathered) == {("property", "persons.other_names.note"): 1}


def test_the_language_of_the_file_goes_before_that_of_names() -> None:
    named = {"id": "x", "name": "Tinget", "other_names": [{"name": "Huset", "lang": "da"}]}
    value = {"organizations": [named], "orggraph": {"language": "da"}}
    assert read(value).node("x").aliases == ("Huset",)


@with_samples
def test_parliament() -> None:
    file = sample("zimbabwe-senate-ep-popolo-v1.0.json")
    text = json.dumps(file)
    graph = read_back(POPOLO, text)
    kinds = Counter(node.kind for node in graph.nodes.values())
    assert kinds == {"person": len(file["persons"]), "organisation": len(file["organizations"])}
    members = graph.relations.values()
    assert len([r for r in members if not r.is_derived]) == len(file["memberships"])
    names = {p["name"] for p in file["persons"]} | {o["name"] for o in file["organizations"]}
    assert {node.name.original for node in graph.nodes.values()} == names
    party = {(m["person_id"], m["on_behalf_of_id"].rpartition("/")[2]) for m in file["memberships"]}
    assert {(r.source, r.represents) for r in members if r.represents} == party
    assert ("popolo", "party/zanu_pf") in graph.nodes["zanu_pf"].identifiers
    others = {n["name"] for o in file["organizations"] for n in o.get("other_names", ())}
    called = {
        name
        for node in graph.nodes.values()
        if node.kind != "person"
        for name in (*node.aliases, *node.name.all()[1:])
    }
    assert called == others


@with_samples
def test_parliament_tells_what_it_leaves_out() -> None:
    file = sample("zimbabwe-senate-ep-popolo-v1.0.json")
    found = remarked(gather(POPOLO, json.dumps(file)))
    properties = Counter(
        f"{section}.{key}"
        for section in ("persons", "organizations", "memberships")
        for item in file[section]
        for key, value in item.items()
        if value
    )
    for name in ("persons.gender", "persons.images", "persons.sources", "organizations.seats",
                 "memberships.area_id", "memberships.legislative_period_id"):  # fmt: skip
        assert found["property", name] == properties[name], name
    for name in ("events", "areas", "meta"):
        assert found["class", name] == len(file[name]), name
    # The first name in a language is what the thing is called there, and the others are aliases;
    # a language that is not two or three letters is left out.
    left = 0
    for item in file["organizations"]:
        codes_ = Counter(name["lang"] for name in item.get("other_names", ()))
        del codes_["en"]
        left += sum(n - (len(code) == 2) for code, n in codes_.items())
    assert found["property", "organizations.other_names.lang"] == left > 0
    # Ids are the same on both sides after it has been written and read again.
    graph = read(file)
    written = json.loads(write_out(POPOLO, graph)[0])
    for section in ("persons", "organizations"):
        assert {i["id"] for i in written[section]} == {i["id"] for i in file[section]}


@with_samples
@pytest.mark.parametrize(
    ("name", "nodes", "relations"),
    [
        ("embedding-person", {"john-q-public"}, set()),
        ("embedding-organization", {"abc-inc", "abc-inc-chef", "abc-inc-kitchen-assistant"},
         {"abc-inc-chef:post_in:abc-inc", "abc-inc-kitchen-assistant:post_in:abc-inc"}),
        ("embedding-post", {"abc-inc-chef", "abc-inc"}, {"abc-inc-chef:post_in:abc-inc"}),
        ("embedding-membership", {"abc-inc", "john-q-public", "abc-inc-chef"},
         {"700", "700:post"}),
        ("person", {"john-q-public"}, set()),
        ("organization", {"abc-inc"}, set()),
        ("post", {"abc-inc-chef"}, set()),
    ],
)  # fmt: skip
def test_example_of_the_specification(name: str, nodes: set[str], relations: set[str]) -> None:
    text = json.dumps(sample(f"spec-examples/{name}.json"))
    graph = read_back(POPOLO, text)
    assert set(graph.nodes) == nodes
    assert {r.id for r in graph.relations.values()} == relations
    assert POPOLO.recognises(text.encode())


@with_samples
def test_example_of_a_person() -> None:
    graph = read_back(POPOLO, json.dumps(sample("spec-examples/person.json")))
    person = graph.nodes["john-q-public"]
    assert person.aliases == ("Mr. Ziggy Q. Public, Esq.", "Dragonsbane")
    assert person.identifiers == (("SIN", "046454286"),)
    assert person.note
    assert person.note.original.startswith("A hypothetical member")


@with_samples
def test_dangling_references_of_an_example_are_told() -> None:
    found = remarked(gather(POPOLO, json.dumps(sample("spec-examples/embedding-person.json"))))
    assert found["reference", "memberships.organization_id"] == 2
    assert found["reference", "memberships.post_id"] == 2


def test_organization_with_a_parent_is_a_body_part_of_it() -> None:
    graph = read({"organizations": [
        {"id": "u", "name": "Unit", "parent_id": "t", "founding_date": "2001-02"},
        {"id": "t", "name": "Top", "children": [{"id": "v", "name": "Other unit"}]},
    ]})  # fmt: skip
    assert {n.id: n.kind for n in graph.nodes.values()} == {
        "t": "organisation", "u": "body", "v": "body",
    }  # fmt: skip
    assert {(r.source, r.type, r.target) for r in graph.relations.values()} == {
        ("u", "part_of", "t"), ("v", "part_of", "t"),
    }  # fmt: skip
    assert str(graph.nodes["u"].period.start) == "2001-02"


def test_membership_with_a_post_says_both() -> None:
    file = {
        "persons": [{"id": "p", "name": "P"}],
        "organizations": [{"id": "o", "name": "O"}, {"id": "q", "name": "Q"}],
        "posts": [{"id": "s", "label": "S", "organization_id": "o", "role": "MP"}],
        "memberships": [
            {"person_id": "p", "organization_id": "o", "post_id": "s", "role": "chair",
             "start_date": "2001-02-03T10:00:00Z", "on_behalf_of_id": "q"},
            {"member": {"@type": "Organization", "id": "q"}, "organization_id": "o"},
        ],
    }  # fmt: skip
    graph = read(file)
    found = {r.id: r for r in graph.relations.values() if not r.is_derived}
    assert set(found) == {
        "p:member_of:o:2001-02-03", "p:holds:s:2001-02-03", "s:post_in:o", "q:member_of:o",
    }  # fmt: skip
    member = found["p:member_of:o:2001-02-03"]
    assert (member.represents, member.role and member.role.id) == ("q", "chair")
    assert remarked(gather(POPOLO, json.dumps(file))) == {("value", "memberships.start_date"): 1}
    post = graph.nodes["s"]
    assert post.classification
    assert post.classification.original == "MP"


def test_ids_do_not_depend_on_the_order() -> None:
    memberships: list[Any] = [
        {"person_id": "http://a/1", "organization_id": "1", "area_id": area} for area in "xyz"
    ]
    file = {
        "persons": [{"id": "http://a/1", "name": "A"}, {"id": "http://b/1", "name": "B"},
                    {"name": "Nobody"}, {"name": "Nobody", "gender": "m"}],
        "organizations": [{"id": "1", "name": "O"}],
        "posts": [{"id": "1", "label": "S"}],
        "memberships": memberships,
    }  # fmt: skip
    turned = {key: value[::-1] for key, value in reversed(file.items())}
    graph = read(file)
    assert graph == read(turned)
    assert len(graph.nodes) == 6
    assert len({r.id for r in graph.relations.values()}) == 3


def test_the_same_said_twice_is_one_and_told() -> None:
    file = {
        "persons": [{"id": "p", "name": "P"}, {"id": "p", "name": "Q"}],
        "organizations": [{"id": "o", "name": "O"}],
        "memberships": [{"person_id": "p", "organization_id": "o"}] * 2,
    }
    graph = read(file)
    assert [r.id for r in graph.relations.values()] == ["p:member_of:o"]
    assert remarked(gather(POPOLO, json.dumps(file))) == {
        ("said-twice", "membership"): 1, ("value", "name"): 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{}", ["X220"]),
        ("", ["X220"]),
        ("[1, null]", ["R203", "R203"]),
        ('{"persons": [1, [2]]}', ["R203", "R203"]),
        ('{"persons": [], "posts": {"a": 1}}', ["R203"]),
        ('{"persons": [{"id": ["x"], "name": "a"}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": {"a": ["b"]}}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": "a", "other_names": {"name": "b"}}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": "a", "identifiers": ["b"]}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": true}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": "a", "orggraph": 3}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": "a", "orggraph": {"kind": "dog"}}]}', ["X221"]),
        (
            '{"persons": [{"id": "x", "name": "a", "orggraph": {"relations": [{"type": "x"}]}}]}',
            ["R202"],
        ),
        ('{"persons": [{"id": "x", "name": "a\\u0000"}]}', ["R005"]),
        ('{"persons": [{"id": "x", "name": "a"', ["X210"]),
        ('{"memberships": [{"person": 1, "organization": []}]}', ["R203"]),
        ('{"persons": [{"id": "x", "name": "a", "memberships": {"b": 1}}]}', ["R203"]),
    ],
)
def test_wrong_input_is_told_with_its_place(text: str, expected: list[str]) -> None:
    gathered = gather(POPOLO, text)
    assert codes(gathered) == expected
    assert all(problem.location for problem in gathered.draft.problems)


def test_nested_objects_end_with_the_depth_of_json() -> None:
    text = '{"id": "a", "name": "A", "children": [' * 100 + "]}" * 100
    assert codes(gather(POPOLO, text)) == ["R110"]


def test_cycle_of_parents_is_an_error_of_the_data() -> None:
    from orggraph.source import ReadError

    with pytest.raises(ReadError) as error:
        read({"organizations": [{"id": "a", "name": "A", "parent_id": "b"},
                                {"id": "b", "name": "B", "parent_id": "a"}]})  # fmt: skip
    assert all(p.location for p in error.value.problems)


@pytest.mark.parametrize(
    ("text", "is_popolo"),
    [
        ('{"persons": [], "meta": 1}', True),
        ('\ufeff {"meta": {"persons": [1]}, "organizations": [', True),
        ('{"persons": {"a": {}}, "language": "da"}', False),
        ('{"meta": {"persons": [1]}}', False),
        ('[{"schema": "Person", "properties": {}}]', False),
        ("- persons: [", False),
        ("", False),
    ],
)
def test_is_known_by_its_lists(text: str, is_popolo: bool) -> None:
    assert POPOLO.recognises(text.encode()) is is_popolo


def test_a_reference_that_differs_is_told() -> None:
    post = {"id": "s", "label": "S"}
    file = {
        "organizations": [{"id": "o", "name": "O"}, {"id": "q", "name": "Q"}],
        "posts": [post | {"organization_id": "o"}, post | {"organization_id": "q"}],
    }
    assert [r.id for r in read(file).relations.values()] == ["s:post_in:o"]
    gathered = gather(POPOLO, json.dumps(file))
    assert remarked(gathered) == {("value", "organization"): 1}


def test_a_unit_of_two_organizations_stays_part_of_both() -> None:
    parents = [{"type": "part_of", "target": "q"}]
    file = {
        "organizations": [
            {"id": "o", "name": "O"},
            {"id": "q", "name": "Q"},
            {"id": "u", "name": "U", "parent_id": "o", "orggraph": {"relations": parents}},
        ]
    }
    graph = read(file)
    assert {r.target for r in graph.relations.values()} == {"o", "q"}
    assert read_back(POPOLO, write_out(POPOLO, graph)[0]) == graph


def test_an_id_that_no_relation_can_have_is_told() -> None:
    file = {
        "persons": [{"id": "p", "name": "P"}],
        "organizations": [{"id": "o", "name": "O"}],
        "memberships": [
            {"id": "m:1", "person_id": "p", "organization_id": "o", "role": "chair"},
            {"id": "m/2", "person_id": "p", "organization_id": "o"},
        ],
    }
    assert set(read(file).relations) == {"m:1", "p:member_of:o"}
    assert remarked(gather(POPOLO, json.dumps(file))) == {("value", "memberships.id"): 1}

"""The graph as networkx knows it."""

from dataclasses import fields

import networkx as nx
import pytest

from orggraph.formats.graphs.networkx_graph import to_networkx
from orggraph.model import Graph, Node, Relation
from tests.conftest import LoadText

TEXT = """\
    title: T
    language: da
    sources: {d: {title: D}}
    bodies:
      a:
        name: A
        en: Eh
        aliases: [alef]
        title: t
        classification: c
        identifiers: {cvr: 1}
        collective: yes
        roster: partial
        from: 2020
        until: 2030-01
        note: n
        evidence: "d: x"
        purposes: [at være]
        reports to:
          b:
            - {line: dotted, from: 2021, note: r, evidence: "d: y"}
            - {until: 2020, id: old}
        informs: b
        seats: {s: {count: 2, appointed by: b, term: 2 years, represents: b}}
        members:
          - {person: p, seat: s, role: chair, vote: no, inferred: {seat: gæt}, represents: b}
      b: B
    persons: {p: P}
    """


@pytest.fixture
def graph(load_text: LoadText) -> Graph:
    return load_text(TEXT)


def test_nodes_and_edges_are_those_of_the_graph(graph: Graph) -> None:
    found = to_networkx(graph)
    assert type(found) is nx.MultiDiGraph
    assert set(found) == set(graph.nodes)
    edges = {(s, t, data["id"]) for s, t, data in found.edges(data=True)}
    assert edges == {(r.source, r.target, r.id) for r in graph.relations.values()}
    assert found.graph == {"title": "T", "language": "da"}


def test_an_edge_is_keyed_by_its_type_and_a_second_by_its_id(graph: Graph) -> None:
    found = to_networkx(graph)
    assert set(found["a"]["b"]) == {"reports_to", "informs", "old"}
    assert found.edges["a", "b", "reports_to"]["from"] == "2021"
    assert found.edges["a", "b", "old"]["until"] == "2020"
    assert found.number_of_edges() == len(graph.relations)


def test_derived_relations_can_be_left_out(graph: Graph) -> None:
    derived = {r.id for r in graph.relations.values() if r.is_derived}
    assert len(derived) == 3
    found = to_networkx(graph, derived=False)
    left = {data["id"] for _, _, data in found.edges(data=True)}
    assert left == set(graph.relations) - derived
    assert not any(data["derived"] for _, _, data in found.edges(data=True))


def test_every_attribute_of_a_node_is_kept(graph: Graph) -> None:
    attributes = to_networkx(graph).nodes["a"]
    assert {key: value for key, value in attributes.items() if key != "location"} == {
        "kind": "body",
        "name": "A",
        "names": {"da": "A", "en": "Eh"},
        "aliases": ["alef"],
        "title": "t",
        "classification": "c",
        "identifiers": {"cvr": ["1"]},
        "collective": True,
        "roster": "partial",
        "from": "2020",
        "until": "2030-01",
        "status": "stated",
        "note": "n",
        "purposes": ["at være"],
        "evidence": ["d: x"],
    }
    assert attributes["location"].endswith(":5:3")
    named = {f.name for f in fields(Node)} - {"id", "period"}
    assert named <= set(attributes)


def test_every_attribute_of_a_relation_is_kept(graph: Graph) -> None:
    found = to_networkx(graph)
    member = found.edges["p", "a", "member_of"]
    assert {key: value for key, value in member.items() if key != "location"} == {
        "id": "p:member_of:a:s",
        "type": "member_of",
        "family": "membership",
        "role": "chair",
        "vote": False,
        "seat": "s",
        "seat_body": None,
        "seats": None,
        "term": None,
        "represents": "b",
        "from": None,
        "until": None,
        "line": "solid",
        "status": "stated",
        "inferred": {"seat": "gæt"},
        "note": None,
        "derived": False,
        "derived_from": [],
        "evidence": [],
    }
    appointment = found.edges["b", "a", "appoints"]
    assert (appointment["seats"], appointment["term"]) == ("2", "2 years")
    assert (appointment["derived"], appointment["derived_from"]) == (True, ["a/s"])
    dotted = found.edges["a", "b", "reports_to"]
    assert (dotted["line"], dotted["note"], dotted["evidence"]) == ("dotted", "r", ["d: y"])
    assert dotted["location"].endswith(":20:7")
    named = {f.name for f in fields(Relation)} - {"source", "target", "period"}
    assert named <= set(member)


def test_the_algorithms_of_networkx_run_on_it(graph: Graph) -> None:
    found = to_networkx(graph)
    assert nx.shortest_path(found, "a", "p") == ["a", "b", "p"]
    assert nx.ancestors(found, "b") == {"a", "p"}
    assert nx.is_weakly_connected(found)
    assert nx.in_degree_centrality(found)["b"] == 2


def test_a_graph_without_title_has_none(load_text: LoadText) -> None:
    found = to_networkx(load_text("bodies: {a: A}"))
    assert found.graph == {"title": None, "language": "en"}
    assert found.nodes["a"]["title"] is found.nodes["a"]["note"] is None

"""What is written and read again is the same graph, and the same bytes."""

import random
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from orggraph.formats.exchange import Format, Origin, ReadOptions, WriteOptions
from orggraph.formats.loader import make_graph, read_graph
from orggraph.formats.rdf.rdf_format import JSON_LD, TURTLE
from orggraph.model import Graph, Node, Parts
from orggraph.text import LocalText
from tests.properties.strategies import parts

FORMATS = pytest.mark.parametrize("format_", [TURTLE, JSON_LD], ids=lambda f: f.name)


def write(format_: Format, graph: Graph, base: str | None = None) -> bytes:
    assert format_.write is not None
    output = format_.write(graph, WriteOptions(base=base))
    data = b"".join(output.files[""])
    assert output.remarks.all() == ()
    return data


def read(format_: Format, data: bytes) -> Graph:
    assert format_.read is not None
    gathered = format_.read(Origin("file", None, data), ReadOptions())
    assert [str(problem) for problem in gathered.draft.problems] == []
    assert gathered.remarks.all() == ()
    return Graph(gathered.draft.parts())


@FORMATS
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
@given(parts=parts())
def test_any_graph_comes_back(format_: Format, parts: Parts) -> None:
    graph = Graph(parts)
    data = write(format_, graph)
    again = read(format_, data)
    assert again == graph
    assert write(format_, again) == data


@FORMATS
def test_a_graph_without_nodes_comes_back(format_: Format) -> None:
    empty = Graph(replace(read_graph("data", Graph).parts, nodes=(), relations=(), seats=()))
    assert read(format_, write(format_, empty)) == empty


@FORMATS
@pytest.mark.parametrize("base", [None, "https://example.org/id/", "https://example.org/organ#"])
@pytest.mark.parametrize("data", ["data", "data/python"])
def test_shipped_data_comes_back(format_: Format, base: str | None, data: str) -> None:
    graph = read_graph(data, Graph)
    assert read(format_, write(format_, graph, base)) == graph


@FORMATS
def test_the_order_of_input_does_not_matter(format_: Format) -> None:
    parts = read_graph("data", Graph).parts
    shuffled = list(parts.nodes), list(parts.relations), list(parts.seats)
    for items in shuffled:
        random.Random(5).shuffle(items)
    other = replace(
        parts, nodes=tuple(shuffled[0]), relations=tuple(shuffled[1]), seats=tuple(shuffled[2])
    )
    assert write(format_, Graph(other)) == write(format_, Graph(parts))


@FORMATS
@pytest.mark.parametrize(
    "identifiers",
    [
        (("iri", "https://example.org/b/a"),),
        (("iri", "not an iri"),),
        (("iri", "urn:orggraph:a"),),
        (("iri", "https://a.dk/1"), ("iri", "https://a.dk/2")),
        (("cvr", "29190925"), ("identifier", "7"), ("sameAs", "https://a.dk/1")),
        (("sameAs", "no iri"), ("https://a.dk/scheme", "007"), ("a scheme: æ/ø", "1")),
    ],
)
def test_identifiers_come_back(format_: Format, identifiers: tuple[tuple[str, str], ...]) -> None:
    node = Node(id="a", kind="body", name=LocalText.of("A"), identifiers=tuple(sorted(identifiers)))
    other = replace(node, id="b", identifiers=(("iri", "https://example.org/b/b"),))
    graph = Graph(Parts((node, other), (), (), (), ()))
    assert read(format_, write(format_, graph)) == graph


@FORMATS
def test_two_nodes_may_claim_one_iri(format_: Format) -> None:
    claim = (("iri", "https://example.org/b/a"),)
    nodes = [Node(id=i, kind="body", name=LocalText.of("A"), identifiers=claim) for i in "ab"]
    graph = Graph(Parts(tuple(nodes), (), (), (), ()))
    assert read(format_, write(format_, graph)) == graph


@FORMATS
def test_seats_may_be_filled_in_ways_of_the_files_own(format_: Format) -> None:
    data = """
language: da
vocabulary:
  types:
    sends: {family: appointment, label: {da: udsender, sv: sänder},
            inverse: {sv: sänds av, da: udsendes af}, traits: [downward]}
bodies:
  b: {name: B, seats: {one: {udsendes af: [c, d], nominated by: c}}}
  c: C
  d: D
"""
    graph = make_graph({"file.yaml": data}, Graph)
    again = read(format_, write(format_, graph))
    assert again == graph
    assert [f.type for f in again.seats["b/one"].fillings] == ["nominates", "sends", "sends"]

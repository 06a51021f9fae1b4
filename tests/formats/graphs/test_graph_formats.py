"""What GraphML, GEXF and node-link JSON have in common: all of a graph comes back."""

import io
import json
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings

from orggraph.formats.exchange import Format
from orggraph.formats.graphs.gexf import GEXF
from orggraph.formats.graphs.graphml import GRAPHML
from orggraph.formats.graphs.networkx_graph import to_networkx
from orggraph.formats.graphs.node_link import NODE_LINK
from orggraph.formats.loader import read_graph
from orggraph.model import Graph, Node, Parts, Relation
from orggraph.text import LocalText
from tests.formats.round_trip import gather, read_back, write_out
from tests.properties.strategies import parts

BOTH_WAYS = [GRAPHML, GEXF, NODE_LINK]
WHOLE = Path(__file__).parents[1] / "whole.yaml"


@pytest.fixture(params=BOTH_WAYS, ids=lambda format_: format_.name)
def format_(request: pytest.FixtureRequest) -> Format:
    found: Format = request.param
    return found


def foreign(format_: Format, text: str) -> "nx.MultiDiGraph[str]":
    """Read a text as networkx does."""
    if format_ is NODE_LINK:
        return nx.MultiDiGraph(nx.node_link_graph(json.loads(text), edges="edges"))
    if format_ is GEXF:
        return nx.MultiDiGraph(nx.read_gexf(io.BytesIO(text.encode())))
    return nx.MultiDiGraph(nx.read_graphml(io.BytesIO(text.encode()), force_multigraph=True))


@pytest.mark.parametrize("format_", BOTH_WAYS, ids=lambda format_: format_.name)
@settings(suppress_health_check=[HealthCheck.too_slow])
@given(drawn=parts())
def test_all_of_a_graph_comes_back(format_: Format, drawn: Parts) -> None:
    graph = Graph(drawn)
    text, remarks = write_out(format_, graph)
    gathered = gather(format_, text)
    assert not remarks
    assert not gathered.remarks.all()
    assert not gathered.notices
    again = read_back(format_, text)
    assert again == graph
    assert write_out(format_, again)[0] == text


def test_networkx_finds_the_same_nodes_edges_and_words(format_: Format) -> None:
    graph = read_graph(WHOLE, Graph)
    theirs, ours = foreign(format_, write_out(format_, graph)[0]), to_networkx(graph, derived=False)
    assert set(theirs.nodes) == set(ours.nodes)
    types = sorted((a, b, data["type"]) for a, b, data in theirs.edges(data=True))
    assert types == sorted((a, b, data["type"]) for a, b, data in ours.edges(data=True))
    name = "name" if format_ is NODE_LINK else "label"
    assert all(theirs.nodes[id_][name] == ours.nodes[id_]["name"] for id_ in ours.nodes)
    assert all(theirs.nodes[id_]["kind"] == ours.nodes[id_]["kind"] for id_ in ours.nodes)


def test_node_link_is_what_to_networkx_gives() -> None:
    graph = read_graph(WHOLE, Graph)
    theirs = foreign(NODE_LINK, write_out(NODE_LINK, graph)[0])
    ours = to_networkx(graph, derived=False)

    def told(data: dict[str, object]) -> dict[str, object]:
        return {k: v for k, v in data.items() if k not in ("location", "orggraph")}

    for one, other in ((theirs.nodes(data=True), ours.nodes(data=True)),):
        assert {a: told(d) for a, d in one} == {a: told(d) for a, d in other}
    edges = [
        {(a, b, key): told(d) for a, b, key, d in each.edges(keys=True, data=True)}
        for each in (theirs, ours)
    ]
    assert edges[0] == edges[1]


def test_an_id_of_another_program_is_written_again(format_: Format) -> None:
    def node(id_: str, *values: str) -> Node:
        known = tuple((format_.name, value) for value in values)
        return Node(id=id_, kind="body", name=LocalText.of(id_), identifiers=known)

    nodes = node("a", "n0::n 1"), node("b", "n0::n 1"), node("c", "a")
    between = [("a", "b"), ("b", "c")]
    relations = tuple(
        Relation(id=f"{a}:reports_to:{b}", type="reports_to", source=a, target=b)
        for a, b in between
    )
    graph = Graph(Parts(nodes, relations))
    text, _ = write_out(format_, graph)
    # Of two with one id, the first has it; what can be an id here already is never another's.
    assert set(foreign(format_, text).nodes) == {"n0::n 1", "b", "c"}
    assert read_back(format_, text) == graph


def test_what_is_written_does_not_depend_on_the_order(format_: Format) -> None:
    graph = read_graph(WHOLE, Graph)
    back = graph.parts
    turned = Parts(
        back.nodes[::-1], back.relations[::-1], back.seats[::-1], back.sources[::-1],
        back.settings[::-1], back.title, back.language, back.vocabulary,
    )  # fmt: skip
    assert write_out(format_, Graph(turned)) == write_out(format_, graph)


def test_an_empty_graph_comes_back(format_: Format) -> None:
    text, _ = write_out(format_, Graph(Parts()))
    assert text.endswith("\n")
    assert read_back(format_, text) == Graph(Parts())


def test_a_name_that_was_changed_elsewhere_is_the_new_name(format_: Format) -> None:
    name = LocalText.of("Havnen", "da", en="The harbour")
    graph = Graph(Parts((Node(id="a", kind="body", name=name),), language="da"))
    text, _ = write_out(format_, graph)
    field = ('"name": "Havnen"', '"name": "Kajen"')
    if format_ is not NODE_LINK:
        field = (">Havnen<", ">Kajen<") if format_ is GRAPHML else ('"Havnen"', '"Kajen"')
    changed = read_back(format_, text.replace(*field, 1)).nodes["a"].name
    assert changed == LocalText.of("Kajen", "da", en="The harbour")


def test_characters_that_xml_cannot_hold_are_told() -> None:
    graph = Graph(Parts((Node(id="a", kind="body", name=LocalText.of("a\ufffeb")),)))
    for format_ in (GRAPHML, GEXF):
        text, remarks = write_out(format_, graph)
        assert [remark.what for remark in remarks] == ["value"] * len(remarks)
        assert remarks
        assert read_back(format_, text).nodes["a"].name.original == "a\ufffdb"

"""Graphs of yEd, Gephi, networkx and D3: what is understood, and that the rest is told."""

import io
import json
from collections.abc import Sequence
from typing import Any

import networkx as nx
import pytest

from orggraph.formats.exchange import Format, Gathered, Origin
from orggraph.formats.graphs.gexf import GEXF
from orggraph.formats.graphs.graphml import GRAPHML
from orggraph.formats.graphs.node_link import NODE_LINK
from orggraph.formats.graphs.types import MOST_TYPES
from orggraph.formats.loader import finish
from orggraph.formats.registry import recognise
from orggraph.model import Graph, Relation
from tests.formats.round_trip import codes, gather, read_back, remarked, write_out

YED = """\
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
  xmlns:y="http://www.yworks.com/xml/graphml">
<key for="node" id="d5" attr.name="description" attr.type="string"/>
<key for="node" id="d6" yfiles.type="nodegraphics"/>
<key for="node" id="d8" attr.name="type" attr.type="string"><default>person</default></key>
<key for="edge" id="d10" yfiles.type="edgegraphics"/>
<key for="graphml" id="d7" yfiles.type="resources"/>
<graph edgedefault="directed" id="G">
<node id="n0"><data key="d5">En note</data><data key="d6"><y:ShapeNode><y:Geometry x="1"/>
 <y:NodeLabel>Direktør
 Ærø</y:NodeLabel></y:ShapeNode></data></node>
<node id="n1" yfiles.foldertype="group"><data key="d8">department</data>
 <graph id="n1:" edgedefault="directed"><node id="n1::n0"><port name="p"/></node></graph></node>
<edge id="e0" source="n0" target="n1"><data key="d10"><y:PolyLineEdge>
 <y:EdgeLabel>rapporterer til</y:EdgeLabel></y:PolyLineEdge></data></edge>
<edge id="e1" source="n0" target="n1::n0"/>
<edge id="e2" source="n0" target="n1::n0" directed="false"/>
<edge source="n0" target="n9"/>
<edge id="e4" source="n0" target="n1"><data key="zz">Members</data></edge>
<hyperedge id="h"><endpoint node="n0"/></hyperedge>
</graph><data key="d7"><y:Resources><y:Resource id="1">AAAA</y:Resource></y:Resources></data>
</graphml>"""

GEPHI = """\
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz">
<meta lastmodifieddate="2009"><creator>Gephi</creator><title>Havnen</title></meta>
<graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
<attributes class="node"><attribute id="0" title="kind" type="string"/>
<attribute id="1" title="score" type="float"><default>1</default></attribute></attributes>
<nodes><node id="0" label="Åse" start="2009-03-01T00:00:00"><attvalues>
<attvalue for="0" value="Person"/></attvalues><viz:color r="1"/></node>
<node id="1" label="Word" pid="0"><spells><spell start="2010" end="2011-02"/></spells></node>
<node id="2"><spells><spell start="2010"/><spell start="2012"/></spells></node></nodes>
<edges><edge id="0" source="0" target="1" weight="1.0"/>
<edge id="1" source="0" target="1" type="directed" label="knows" weight="2"/>
<edge id="2" source="0" target="2" type="mutual" label="advises"/></edges></graph></gexf>"""


def ends(relations: Sequence[Relation]) -> set[tuple[str, str, str]]:
    return {(relation.source, relation.type, relation.target) for relation in relations}


def notes(gathered: Gathered) -> dict[str, str]:
    return {notice.code: notice.message() for notice in gathered.notices}


def test_yed_has_labels_in_its_drawing() -> None:
    gathered = gather(GRAPHML, YED)
    nodes = {node.id: node for node in gathered.draft.nodes}
    inner = next(id_ for id_ in nodes if id_ not in ("n0", "n1"))
    assert nodes["n0"].name.original == "Direktør Ærø"
    assert nodes["n0"].note is not None
    assert nodes["n0"].kind == nodes[inner].kind == "person"
    assert nodes["n1"].kind == "body"
    assert nodes["n1"].classification is not None
    assert nodes[inner].identifiers == (("graphml", "n1::n0"),)
    assert nodes[inner].name.original == "n1::n0"
    assert ends(gathered.draft.relations) == {
        ("n0", "reports_to", "n1"),
        ("n0", "is_linked_to", "n1"),
        ("n0", "is_linked_to", inner),
        (inner, "is_drawn_inside", "n1"),
    }
    assert [r.id for r in gathered.draft.relations if r.id in ("e0", "e1", "e2", "e4")] == [
        "e0", "e1", "e2", "e4",
    ]  # fmt: skip
    assert remarked(gathered) == {
        ("property", "nodegraphics"): 1,
        ("property", "edgegraphics"): 1,
        ("property", "port"): 1,
        ("property", "d7"): 1,
        ("property", "zz"): 1,
        ("class", "hyperedge"): 1,
        ("reference", "edge"): 1,
        ("value", "undirected"): 1,
    }
    assert "is linked to" in notes(gathered)["X421"]
    assert "'n1'" in notes(gathered)["X422"]


def test_an_edge_of_unknown_meaning_is_in_no_line_of_reporting() -> None:
    graph = read_back(GRAPHML, YED.replace('key="zz"', 'key="relation"'))
    reporting = [r.id for r in graph.relations.values() if graph.is_reporting(r)]
    assert reporting == ["e0"]
    # "Members" is a key of a data file, so the type is called by it and one word more.
    assert any("Members" in t.label.original for t in graph.vocabulary.types.values())


def test_gephi_has_times_parents_and_ways() -> None:
    gathered = gather(GEXF, GEPHI)
    nodes = {node.id: node for node in gathered.draft.nodes}
    assert gathered.draft.title is not None
    assert (nodes["0"].kind, str(nodes["0"].period.start)) == ("person", "2009-03-01")
    assert [str(day) for day in (nodes["1"].period.start, nodes["1"].period.end)] == [
        "2010", "2011-02",
    ]  # fmt: skip
    assert nodes["2"].period.start is None
    assert ends(gathered.draft.relations) == {
        ("0", "is_linked_to", "1"),
        ("0", "knows", "1"),
        ("0", "advises", "2"),
        ("2", "advises", "0"),
        ("1", "is_drawn_inside", "0"),
    }
    types = gathered.draft.vocabulary.types
    assert types["is_linked_to"].is_symmetric
    assert not types["knows"].is_symmetric
    assert remarked(gathered) == {
        ("property", "creator"): 1,
        ("property", "color"): 1,
        ("property", "score"): 3,
        ("property", "spell"): 2,
        ("property", "weight"): 1,
    }


@pytest.mark.parametrize("make", [nx.DiGraph, nx.MultiDiGraph, nx.Graph])
def test_what_networkx_writes_is_read(make: Any) -> None:
    theirs = make()
    theirs.add_node("a", label="A", kind="person")
    theirs.add_node("b b", label="B")
    theirs.add_edge("a", "b b", relation="reports to", since=3)
    buffer, other = io.BytesIO(), io.BytesIO()
    nx.write_graphml(theirs, buffer)
    nx.write_gexf(theirs, other)
    links = json.dumps(nx.node_link_data(theirs, edges="links"))
    texts = {GRAPHML: buffer.getvalue().decode(), GEXF: other.getvalue().decode(), NODE_LINK: links}
    for format_, text in texts.items():
        gathered = gather(format_, text)
        assert ends(gathered.draft.relations) == {("a", "reports_to", "b-b")}, format_.name
        assert [n.name.original for n in gathered.draft.nodes] == ["A", "B"]
        assert ("property", "since") in remarked(gathered)
        assert (("value", "undirected") in remarked(gathered)) == (make is nx.Graph)


def test_links_of_old_d3_count_the_nodes() -> None:
    text = '{"nodes": [{"name": "A"}, {"name": "B"}], "links": [{"source": 0, "target": 1}]}'
    graph = read_back(NODE_LINK, text)
    assert [node.name.original for node in graph.nodes.values()] == ["A", "B"]
    assert ends(list(graph.relations.values())) == {("0", "is_linked_to", "1")}


def test_values_that_cannot_be_meant_are_told_and_left_out() -> None:
    node = {
        "id": 1,
        "status": "open",
        "from": "spring",
        "evidence": "x",
        "aliases": {},
        "roster": 3,
    }
    edge = {"source": 1, "target": [1, 2], "key": "appointed by", "vote": "perhaps", "line": "wavy"}
    text = json.dumps({"nodes": [node, {"id": [1, 2]}], "edges": [edge], "directed": True})
    gathered = gather(NODE_LINK, text)
    assert codes(gathered) == []
    assert remarked(gathered) == {
        ("value", name): 1 for name in ("status", "from", "evidence", "roster", "vote", "line")
    }
    assert ends(gathered.draft.relations) == {("1-2", "appoints", "1")}


def test_derived_relations_and_locations_are_not_taken_for_statements() -> None:
    text = json.dumps(
        {
            "directed": True,
            "nodes": [{"id": "a", "location": "x.yaml:1:1"}, {"id": "b"}],
            "edges": [{"source": "a", "target": "b", "type": "appoints", "derived": True}],
        }
    )
    gathered = gather(NODE_LINK, text)
    assert not gathered.draft.relations
    assert remarked(gathered) == {("property", "location"): 1, ("class", "derived"): 1}


@pytest.mark.parametrize(
    ("format_", "text", "code"),
    [
        (NODE_LINK, "", "X411"),
        (NODE_LINK, "[]", "X411"),
        (NODE_LINK, '{"nodes": 3}', "X411"),
        (NODE_LINK, '{"nodes": [], "edges": {}}', "X411"),
        (NODE_LINK, '{"nodes": [3], "edges": []}', "X412"),
        (NODE_LINK, '{"nodes": [{"id": null}]}', "X412"),
        (NODE_LINK, '{"nodes": [], "links": [{}]}', "X412"),
        (GRAPHML, "<a/>", "X411"),
        (GRAPHML, "<graphml><graph><node/></graph></graphml>", "X412"),
        (GRAPHML, '<graphml><graph><edge source="a"/></graph></graphml>', "X412"),
        (GEXF, "<gexf/>", "X411"),
        (GEXF, "<gexf><graph><nodes><node/></nodes></graph></gexf>", "X412"),
        (GEXF, "<gexf><graph><edges><edge/></edges></graph></gexf>", "X412"),
        (GEXF, "<!DOCTYPE gexf><gexf/>", "X402"),
    ],
)
def test_what_is_no_graph_is_told(format_: Format, text: str, code: str) -> None:
    gathered = gather(format_, text)
    assert codes(gathered) == [code]
    assert gathered.draft.problems[0].location is not None


@pytest.mark.parametrize("rest", ["[1]", '"x"', '{"seats": 3, "name": ["x"]}', "{broken"])
def test_an_extension_of_the_wrong_shape_is_no_crash(rest: str) -> None:
    text = (
        f'<graphml><graph><node id="a"><data key="orggraph">{rest}</data></node></graph></graphml>'
    )
    gathered = gather(GRAPHML, text)
    assert codes(gathered) or remarked(gathered)


def labelled(*labels: str) -> str:
    edges = "".join(
        f'<edge source="a" target="b"><data key="label">{label}</data></edge>' for label in labels
    )
    return f'<graphml><graph><node id="a"/><node id="b"/>{edges}</graph></graphml>'


def test_many_edges_of_many_names_are_told_in_one_notice() -> None:
    gathered = gather(GRAPHML, labelled(*(f"name {n}" for n in range(60))))
    assert len(gathered.draft.relations) == 60
    assert len(gathered.notices) == 2
    assert notes(gathered)["X421"].endswith("…")


def test_names_beyond_number_are_notes_and_no_types() -> None:
    labels = [*(f"name {n}" for n in range(MOST_TYPES + 1)), "reports to", "name 0"]
    gathered = gather(GRAPHML, labelled(*labels))
    relations = gathered.draft.relations
    assert {relation.type for relation in relations} == {"is_linked_to", "reports_to"}
    told = [relation.note.original for relation in relations if relation.note]
    assert sorted(told) == sorted(label for label in labels if label != "reports to")
    assert str(MOST_TYPES + 1) in notes(gathered)["X423"]
    assert remarked(gathered) == {}
    graph = finish(gathered.draft, Graph)
    assert read_back(GRAPHML, write_out(GRAPHML, graph)[0]) == graph


def test_as_many_names_as_there_may_be_types_are_types() -> None:
    gathered = gather(GRAPHML, labelled(*(f"name {n}" for n in range(MOST_TYPES))))
    assert len({relation.type for relation in gathered.draft.relations}) == MOST_TYPES
    assert "X423" not in notes(gathered)


def test_a_name_beyond_number_leaves_a_note_alone_and_is_told() -> None:
    text = labelled(*(f"name {n}" for n in range(MOST_TYPES + 1)))
    noted = text.replace("</data></edge>", '</data><data key="note">own</data></edge>', 1)
    gathered = gather(GRAPHML, noted)
    assert "own" in {
        relation.note.original for relation in gathered.draft.relations if relation.note
    }
    assert remarked(gathered) == {("property", "label"): 1}


def test_groups_stay_groups_among_names_beyond_number() -> None:
    text = labelled(*(f"name {n}" for n in range(MOST_TYPES + 1)))
    inner = '<node id="g"><graph><node id="c"/></graph></node>'
    gathered = gather(GRAPHML, text.replace('<node id="a"/>', f'<node id="a"/>{inner}'))
    assert ("c", "is_drawn_inside", "g") in ends(gathered.draft.relations)
    danish = gather(GRAPHML, f"<graphml><graph>{inner}</graph></graphml>", language="da")
    assert ends(danish.draft.relations) == {("c", "is_drawn_inside", "g")}
    label = danish.draft.vocabulary.types["is_drawn_inside"].label
    assert (label.in_language("en"), label.in_language("da")) == (
        "is drawn inside", "er tegnet inde i",
    )  # fmt: skip


def test_attributes_named_type_and_name_come_through_the_gexf_of_networkx() -> None:
    graph: Any = nx.MultiDiGraph()
    graph.add_node("ida", name="Ida Lund", kind="person")
    graph.add_node("board", name="Bestyrelsen", kind="body")
    graph.add_edge("ida", "board", type="member of")
    graph.add_edge("ida", "board", label="advises")
    stream = io.BytesIO()
    nx.write_gexf(graph, stream)
    gathered = gather(GEXF, stream.getvalue().decode())
    assert {node.name.original for node in gathered.draft.nodes} == {"Bestyrelsen", "Ida Lund"}
    assert ends(gathered.draft.relations) == {
        ("ida", "member_of", "board"),
        ("ida", "advises", "board"),
    }
    assert remarked(gathered) == {("property", "creator"): 1}


def test_names_that_are_taken_or_say_nothing_lose_no_edge() -> None:
    labels = ("members", "!", "?!", "has member", "x", "x (the other way)", "name", "link: members")
    gathered = gather(GRAPHML, labelled(*labels))
    assert codes(gathered) == []
    assert len(gathered.draft.relations) == len(labels)
    # What says nothing is told; two edges that say nothing are two all the same.
    assert remarked(gathered) == {("property", "label"): 2}
    assert len({relation.id for relation in gathered.draft.relations}) == len(labels)


@pytest.mark.parametrize(("format_", "text"), [(GRAPHML, YED), (GEXF, GEPHI)])
def test_reading_and_writing_again_keeps_the_ids_on_both_sides(format_: Format, text: str) -> None:
    graph = read_back(format_, text)
    written, remarks = write_out(format_, graph)
    assert not remarks
    assert read_back(format_, written) == graph
    for id_ in ("n1::n0", "e0", "e4") if format_ is GRAPHML else ("0", "1", "2"):
        assert f'id="{id_}"' in written


@pytest.mark.parametrize("format_", [GRAPHML, GEXF, NODE_LINK], ids=lambda f: f.name)
def test_each_knows_its_own_files(format_: Format) -> None:
    text, _ = write_out(format_, Graph(read_back(GRAPHML, YED).parts))
    found = recognise(Origin("unnamed", data=text.encode()))
    assert found is not None
    assert found.name == format_.name


KEYS = "".join(f'<key id="k{n}" for="node"><default>1</default></key>' for n in range(1_100))
COLUMNS = "".join(
    f'<attribute id="k{n}" title="k{n}"><default>1</default></attribute>' for n in range(1_100)
)
NODES = "".join(f'<node id="n{n}"/>' for n in range(1_000))
LONG = f'<key id="k" for="all"><default>{"x" * 1_000_000}</default></key>'


@pytest.mark.parametrize(
    ("format_", "text"),
    [
        (GRAPHML, f"<graphml>{KEYS}<graph>\n{NODES}</graph></graphml>"),
        (GRAPHML, f"<graphml>{LONG}<graph>\n{NODES}</graph></graphml>"),
        (
            GEXF,
            f'<gexf><graph><attributes class="node">{COLUMNS}</attributes>\n'
            f"<nodes>{NODES}</nodes></graph></gexf>",
        ),
    ],
)
def test_defaults_that_would_stand_for_much_are_refused(format_: Format, text: str) -> None:
    gathered = gather(format_, text)
    assert codes(gathered) == ["X405"]
    place = gathered.draft.problems[0].location
    assert place is not None
    assert place.line == 1


def test_elements_that_gexf_has_no_place_for_are_told() -> None:
    text = (
        '<gexf xmlns="http://gexf.net/1.3"><graph><odd/><nodes><node id="a"/><more/></nodes>'
        '<edges><line source="a" target="a"/></edges></graph></gexf>'
    )
    told = {(r.what, r.name, r.times) for r in gather(GEXF, text).remarks.all()}
    assert told >= {("class", "odd", 1), ("class", "more", 1), ("class", "line", 1)}


def test_whom_an_edge_represents_is_known_by_the_id_of_the_file() -> None:
    nodes = [{"id": id_, "label": id_, "kind": "organisation"} for id_ in ("a b", "b", "c")]
    edge = {"source": "c", "target": "b", "type": "member_of", "represents": "a b"}
    graph = read_back(NODE_LINK, json.dumps({"nodes": nodes, "edges": [edge]}))
    assert [relation.represents for relation in graph.iter_stated()] == ["a-b"]


def test_times_that_are_no_dates_are_told_and_left_out() -> None:
    spells = "<spells><spell start='3' end='4'/></spells>"
    nodes = f"<nodes><node id='a' label='A'>{spells}</node></nodes>"
    text = f"<gexf><graph timeformat='double' mode='dynamic'>{nodes}</graph></gexf>"
    assert not read_back(GEXF, text).nodes["a"].period.start
    assert remarked(gather(GEXF, text))["property", "spell"] == 1


def test_further_labels_of_a_drawing_are_told() -> None:
    drawn = "<data key='d'><G><NodeLabel>A</NodeLabel><NodeLabel>boss</NodeLabel></G></data>"
    text = f"<graphml><graph><node id='n'>{drawn}</node></graph></graphml>"
    assert read_back(GRAPHML, text).nodes["n"].name.original == "A"
    assert remarked(gather(GRAPHML, text))["property", "label"] == 1


def test_a_key_that_is_the_id_of_an_edge_says_no_more() -> None:
    nodes = [{"id": id_, "label": id_, "kind": "person"} for id_ in "ab"]
    edge = {"source": "a", "target": "b", "type": "reports_to", "id": "e", "key": "e"}
    text = json.dumps({"nodes": nodes, "edges": [edge]})
    assert ends(list(read_back(NODE_LINK, text).relations.values())) == {("a", "reports_to", "b")}
    assert ("property", "key") not in remarked(gather(NODE_LINK, text))

"""GraphML (http://graphml.graphdrawing.org/specification.html), as yEd, Gephi and networkx do.

Each attribute is a key of its own, so that other programs show and filter by it. What is drawn, of
yEd's extension, is told and not kept, except for the labels.
"""

from collections.abc import Iterator
from typing import NamedTuple

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Origin,
    Output,
    ReadOptions,
    Remarks,
    WriteOptions,
    unreadable,
)
from orggraph.formats.graphs.attributes import REST, GraphAttributes
from orggraph.formats.graphs.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    edge_cells,
    node_cells,
    read_cell,
)
from orggraph.formats.graphs.raw import RawEdge, RawGraph, RawNode
from orggraph.formats.graphs.reading import gather
from orggraph.formats.graphs.xml_reading import Defaults, read_xml, required
from orggraph.formats.graphs.xml_text import XmlText
from orggraph.formats.json_text import render_json
from orggraph.source import Problem
from orggraph.source.xml_tree import XmlElement
from orggraph.source.yaml_tree import YamlNode
from orggraph.text import shorten
from orggraph.words import say

SCHEME = "graphml"
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_GRAPH_COLUMNS = {"title": "string", "language": "string", REST: "string", "seats": "string"}
_ABOUT = ("graph", "node", "edge")
_KNOWN = frozenset({"id", "source", "target", "directed", "yfiles.foldertype"})
_LABELS = frozenset({"NodeLabel", "EdgeLabel"})


def read(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what a file of GraphML says; problems with it are in the draft."""
    root = read_xml(origin)
    if isinstance(root, Problem):
        return unreadable(root)
    graphs = [root] if root.tag == "graph" else list(root.iter_named("graph"))
    if not graphs:
        return unreadable(required("GraphML", "<graph>", root))
    return _Reader(root, origin, options).read(root, graphs)


class _Key(NamedTuple):
    """A declared attribute: what it is called, for which elements, and its default."""

    name: str
    about: str
    default: str | None


class _Reader:
    def __init__(self, root: XmlElement, origin: Origin, options: ReadOptions) -> None:
        self.origin = origin
        self.options = options
        self.remarks = Remarks()
        self.problems: list[Problem] = []
        self.keys = {key.get("id") or "": _key(key) for key in root.iter_named("key")}
        self.defaults = Defaults()
        for key in self.keys.values():
            for about in _ABOUT if key.about == "all" else (key.about,):
                if key.default is not None:
                    self.defaults.declare(about, key.name, key.default)
        self.nodes: list[RawNode] = []
        self.edges: list[RawEdge] = []

    def read(self, root: XmlElement, graphs: list[XmlElement]) -> Gathered:
        """Return the draft of the graphs of a file, which are read as one."""
        attributes = self._attributes(graphs[0], "graph")
        for graph in graphs:
            self._read_graph(graph, None)
        for child in root.children:
            if child.tag not in ("key", "graph", "desc") and any(
                c.children for c in child.children
            ):
                self.remarks.add("property", child.children[0].tag, child.get("key") or child.tag)
        for graph in graphs[1:]:
            self.remarks.add("class", graph.get("id") or "graph", "graph")
        raw = RawGraph(attributes, self.nodes, self.edges)
        if self.defaults.problem:
            return unreadable(self.defaults.problem)
        if self.problems:
            return unreadable(*self.problems)
        return gather(raw, self.origin.shown, SCHEME, self.options, self.remarks)

    def _read_graph(self, graph: XmlElement, group: str | None) -> None:
        directed = graph.get("edgedefault") != "undirected"
        for child in graph.children:
            if child.tag == "node":
                self._read_node(child, group)
            elif child.tag == "edge":
                self._read_edge(child, directed)
            elif child.tag not in ("data", "desc"):
                self.remarks.add("class", shorten(child.get("id") or child.tag), child.tag)

    def _read_node(self, node: XmlElement, group: str | None) -> None:
        id_ = node.get("id")
        if not id_:
            self.problems.append(required("node", "id", node))
            return
        self.nodes.append(RawNode(id_, self._attributes(node, "node"), node.location))
        if group is not None:
            # What the group of a drawing means is not said, so it becomes no part of it.
            words = say("graph.inside", self.options.language or "en")
            inside = {"label": read_cell("label", words, node.location)}
            self.edges.append(RawEdge(None, id_, group, True, inside, node.location))
        for nested in node.iter_named("graph"):
            self._read_graph(nested, id_)

    def _read_edge(self, edge: XmlElement, directed: bool) -> None:
        source, target = edge.get("source"), edge.get("target")
        if source is None or target is None:
            self.problems.append(required("edge", "source/target", edge))
            return
        said = (edge.get("directed") or "").strip().casefold()
        directed = {"true": True, "false": False}.get(said, directed)
        attributes = self._attributes(edge, "edge")
        raw = RawEdge(edge.get("id"), source, target, directed, attributes, edge.location)
        self.edges.append(raw)

    def _attributes(self, element: XmlElement, about: str) -> dict[str, YamlNode]:
        place = element.location
        found: dict[str, YamlNode] = {
            name: read_cell(name, text, place)
            for name, text in self.defaults.give(about, place).items()
        }
        for child in element.children:
            if child.tag == "data":
                self._read_data(child, found)
            elif child.tag == "desc" and child.text.strip():
                found["description"] = read_cell("description", child.text, child.location)
            elif child.tag not in ("graph", "node", "edge", "hyperedge"):
                self.remarks.add("property", shorten(child.get("name") or child.tag), child.tag)
        for name, value in element.attributes.items():
            if about != "graph" and name not in _KNOWN:
                self.remarks.add("property", shorten(value), shorten(name))
        return found

    def _read_data(self, data: XmlElement, found: dict[str, YamlNode]) -> None:
        id_ = data.get("key") or ""
        name = self.keys[id_].name if id_ in self.keys else id_
        if data.children:
            # A name in a drawing is broken into lines as its box is wide.
            drawn = (" ".join(label.text.split()) for label in _iter_labels(data))
            labels = [words for words in drawn if words]
            if labels:
                found.setdefault("label", read_cell("label", labels[0], data.location))
            for label in labels[1:]:
                self.remarks.add("property", shorten(label), "label")
            # The rest is a drawing; a list of resources that is empty is not even that.
            if any(child.children or child.text.strip() for child in data.children):
                self.remarks.add("property", data.children[0].tag, shorten(name))
        elif name in found and data.text == getattr(found[name], "text", None):
            return
        else:
            found[name] = read_cell(name, data.text, data.location)


def _key(key: XmlElement) -> _Key:
    name = key.get("attr.name") or key.get("yfiles.type") or key.get("id") or ""
    default = key.first("default")
    text = default.text if default is not None and not default.children else None
    return _Key(name, key.get("for") or "all", text)


def _iter_labels(element: XmlElement) -> Iterator[XmlElement]:
    for child in element.children:
        if child.tag in _LABELS:
            yield child
        else:
            yield from _iter_labels(child)


def write(content: Content, options: WriteOptions) -> Output:
    """Return a graph as GraphML: one element of a node or edge a line."""
    remarks = Remarks()
    lines = _Writer(content, remarks).iter_lines()
    return Output({"": (f"{line}\n".encode() for line in lines)}, remarks)


class _Writer:
    def __init__(self, content: Content, remarks: Remarks) -> None:
        self.content = content
        self.attributes = GraphAttributes(content, SCHEME)
        self.xml = XmlText(remarks)

    def iter_lines(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield (
            f'<graphml xmlns="{_NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:schemaLocation="{_NAMESPACE} {_NAMESPACE}/1.0/graphml.xsd">'
        )
        every = {"graph": _GRAPH_COLUMNS, "node": NODE_COLUMNS, "edge": EDGE_COLUMNS}
        for about, columns in every.items():
            for name, type_ in columns.items():
                yield (
                    f' <key id="{about}-{name}" for="{about}" attr.name="{name}" '
                    f'attr.type="{type_}"/>'
                )
        yield ' <graph edgedefault="directed">'
        head = self.attributes.head()
        for name, value in head.items():
            if value:
                text = value if isinstance(value, str) else render_json(value, indent=None)
                yield f"  {self._data('graph', name, text)}"
        for node in self.content.iter_nodes():
            found = self.attributes.node(node)
            cells = node_cells(found, self.content.language)
            id_ = self._value(self.attributes.write_id(node.id), "id")
            yield f"  <node id={id_}>{self._all_data('node', cells)}</node>"
        yield from self._iter_edges()
        yield from self._iter_seats()
        yield " </graph>"
        yield "</graphml>"

    def _iter_edges(self) -> Iterator[str]:
        types, write_id = self.content.vocabulary.types, self.attributes.write_id
        for relation in self.content.iter_stated():
            found = self.attributes.relation(relation)
            label = types[relation.type].label.in_language(self.content.language)
            yield (
                f"  <edge id={self._value(relation.id, 'id')} "
                f"source={self._value(write_id(relation.source), 'id')} "
                f"target={self._value(write_id(relation.target), 'id')}>"
                f"{self._all_data('edge', edge_cells(found, label))}</edge>"
            )

    def _iter_seats(self) -> Iterator[str]:
        """Yield the lines of the seats: a list that is as long as there are seats."""
        before = '  <data key="graph-seats">['
        for seat in self.attributes.iter_seats():
            yield before + self.xml.text(render_json(seat, indent=None), "seats")
            before = "   ,"
        if not before.startswith("  <"):
            yield "  ]</data>"

    def _value(self, words: str, name: str) -> str:
        return self.xml.value(words, name)

    def _all_data(self, about: str, cells: Iterator[tuple[str, str]]) -> str:
        return "".join(self._data(about, name, text) for name, text in cells)

    def _data(self, about: str, name: str, text: str) -> str:
        return f'<data key="{about}-{name}">{self.xml.text(text, name)}</data>'


GRAPHML = Format(
    "graphml",
    "GraphML",
    read,
    write,
    lambda head: b"<graphml" in head,
    streams=True,
)

"""Node-link JSON, as networkx writes and reads it (``node_link_data``, ``node_link_graph``).

What is written loads as the graph that `OrgGraph.to_networkx` gives, without derived relations and
locations; what that has no room for stands under ``orggraph``, and seats under the graph.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

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
from orggraph.formats.graphs.attributes import GraphAttributes
from orggraph.formats.graphs.fields import text_of
from orggraph.formats.graphs.raw import RawEdge, RawGraph, RawNode
from orggraph.formats.graphs.reading import gather
from orggraph.formats.json_text import render_json
from orggraph.source import Location, Problem, problem
from orggraph.source.json_tree import parse_json
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import shorten

SCHEME = "node-link"
_LABEL = "node-link JSON"
_EDGES = ("edges", "links")
_IDS = ("id", "key", "name", "label")
_TOP = frozenset({"directed", "multigraph", "graph", "nodes", *_EDGES})


def read(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what a file of node-link JSON says; problems with it are in the draft."""
    text = origin.read_text()
    if isinstance(text, Problem):
        return unreadable(text)
    root, problems = parse_json(text, origin.shown)
    found = _mapping(root)
    edges = next((found[name] for name in _EDGES if name in found), YamlList((), _place(root)))
    nodes = found.get("nodes")
    if not problems and not (isinstance(nodes, YamlList) and isinstance(edges, YamlList)):
        missing = "edges" if isinstance(nodes, YamlList) else "nodes"
        start = _place(root, origin.shown)
        problems = [problem("not-this-format", start, format=_LABEL, expected=f'"{missing}": […]')]
    if problems:
        gathered = unreadable(*problems)
    else:
        assert isinstance(nodes, YamlList)
        assert isinstance(edges, YamlList)
        gathered = _Reader(found, origin, options).read(nodes.items, edges.items)
    gathered.draft.texts[origin.shown] = text
    return gathered


class _Reader:
    def __init__(self, found: Mapping[str, YamlNode], origin: Origin, options: ReadOptions) -> None:
        self.found = found
        self.origin = origin
        self.options = options
        self.remarks = Remarks()
        self.problems: list[Problem] = []

    def read(self, nodes: Iterable[YamlNode], edges: Iterable[YamlNode]) -> Gathered:
        """Return the draft of what the file says."""
        for name, value in self.found.items():
            if name not in _TOP:
                self.remarks.add("property", _shown(value), shorten(name))
        raw = RawGraph(
            _mapping(self.found.get("graph")),
            [node for at, item in enumerate(nodes) for node in self._iter_node(at, item)],
            [edge for item in edges for edge in self._iter_edge(item)],
        )
        if self.problems:
            return unreadable(*self.problems)
        return gather(raw, self.origin.shown, SCHEME, self.options, self.remarks)

    def _iter_node(self, at: int, item: YamlNode) -> Iterator[RawNode]:
        attributes = _mapping(item)
        if not isinstance(item, YamlMap):
            self._lacks(item, "id")
            return
        # D3 of old has nodes without ids; its links count them from 0.
        id_ = _id_of(attributes.pop("id", None)) if "id" in attributes else str(at)
        if id_ is None:
            self._lacks(item, "id")
        else:
            yield RawNode(id_, attributes, item.location)

    def _iter_edge(self, item: YamlNode) -> Iterator[RawEdge]:
        attributes = _mapping(item)
        source, target = (_id_of(attributes.pop(end, None)) for end in ("source", "target"))
        if source is None or target is None:
            self._lacks(item, "source/target")
            return
        directed = text_of(self.found.get("directed")) == "true"
        id_ = text_of(attributes.pop("id", None))
        key = text_of(attributes.get("key"))
        if key is None or key.isdecimal() or key == id_:  # it only tells parallel edges apart
            attributes.pop("key", None)
        yield RawEdge(id_, source, target, directed, attributes, item.location)

    def _lacks(self, item: YamlNode, key: str) -> None:
        self.problems.append(problem("node-without-id", item.location, key=key))


def _mapping(node: YamlNode | None) -> dict[str, YamlNode]:
    return {k.text: v for k, v in node.entries} if isinstance(node, YamlMap) else {}


def _place(node: YamlNode | None, shown: str = "") -> Location:
    return node.location if node is not None else Location(shown, 0, 0)


def _id_of(node: YamlNode | None) -> str | None:
    """Return an id as text; of a list, as networkx has for ids of several parts, its parts."""
    if isinstance(node, YamlList):
        parts = [text_of(item) for item in node.items]
        return ", ".join(part or "" for part in parts) or None
    return text_of(node)


def _shown(node: YamlNode) -> str:
    return shorten(node.text) if isinstance(node, YamlText) else "…"


def write(content: Content, options: WriteOptions) -> Output:
    """Return a graph as node-link JSON: one node or edge a line."""
    lines = _iter_lines(content)
    return Output({"": (f"{line}\n".encode() for line in lines)}, Remarks())


def _iter_lines(content: Content) -> Iterator[str]:
    attributes = GraphAttributes(content, SCHEME)
    head = {name: value for name, value in attributes.head().items() if value != {}}
    yield "{"
    yield '"directed": true,'
    yield '"multigraph": true,'
    yield f'"graph": {_line(head)[:-1]}, "seats": ['
    yield from _separated(attributes.iter_seats())
    yield "]},"
    yield '"nodes": ['
    yield from _separated(
        attributes.node(node) | {"id": attributes.write_id(node.id)}
        for node in content.iter_nodes()
    )
    yield "],"
    yield '"edges": ['
    yield from _separated(_iter_edges(content, attributes))
    yield "]"
    yield "}"


def _iter_edges(content: Content, attributes: GraphAttributes) -> Iterator[dict[str, Any]]:
    before = None
    for relation in content.iter_stated():
        # Relations of one type between the same nodes follow each other.
        same = relation.source, relation.target, relation.type
        key = relation.id if same == before else relation.type
        before = same
        ends = {
            "source": attributes.write_id(relation.source),
            "target": attributes.write_id(relation.target),
        }
        yield attributes.relation(relation) | ends | {"key": key}


def _separated(items: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield a line for each item, a comma before all but the first."""
    comma = ""
    for item in items:
        yield f"{comma}{_line(item)}"
        comma = ","


def _line(item: Any) -> str:
    return render_json(item, indent=None)


def _recognises(head: bytes) -> bool:
    marks = (b'"directed"', b'"multigraph"', b'"links"', b'"edges"')
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    return start == b"{" and b'"nodes"' in head and any(mark in head for mark in marks)


NODE_LINK = Format("node-link", _LABEL, read, write, _recognises, streams=True)

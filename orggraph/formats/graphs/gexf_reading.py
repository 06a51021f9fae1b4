"""Read the graph of a GEXF file: nodes within nodes, attributes by their titles, spans of time."""

from collections.abc import Mapping

from orggraph.formats.dates import find_date
from orggraph.formats.exchange import Gathered, ReadOptions, Remarks, unreadable
from orggraph.formats.graphs.columns import read_cell
from orggraph.formats.graphs.raw import RawEdge, RawGraph, RawNode
from orggraph.formats.graphs.reading import gather
from orggraph.formats.graphs.xml_reading import Defaults, required
from orggraph.source import Problem
from orggraph.source.json_tree import parse_json
from orggraph.source.xml_tree import XmlElement
from orggraph.source.yaml_tree import YamlMap, YamlNode
from orggraph.text import shorten
from orggraph.words import say

SCHEME = "gexf"
_NUMBERS = frozenset({"integer", "double"})  # times that are no dates
_OWN_NODE = frozenset({"id", "label", "pid"})
_OWN_EDGE = frozenset({"id", "label", "source", "target", "type", "weight"})
_WAYS = frozenset({"directed", "undirected", "mutual"})
_IGNORED = frozenset({"nodes", "parents", "attvalues", "spells"})
_KEY = "networkx_key"  # where it is a number, it only tells parallel edges apart
_SAME_WEIGHT = frozenset({"1", "1.0"})  # Gephi writes it everywhere


def read_graph(root: XmlElement, graph: XmlElement, shown: str, options: ReadOptions) -> Gathered:
    """Return the draft of the graph of a file."""
    return _Reader(graph, options).read(root, shown)


class _Reader:
    def __init__(self, graph: XmlElement, options: ReadOptions) -> None:
        self.graph = graph
        self.options = options
        self.remarks = Remarks()
        self.problems: list[Problem] = []
        self.nodes: list[RawNode] = []
        self.edges: list[RawEdge] = []
        self.has_dates = graph.get("timeformat") not in _NUMBERS
        self.columns: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self.defaults = Defaults()
        for attributes in graph.iter_named("attributes"):
            self._read_columns(attributes)

    def read(self, root: XmlElement, shown: str) -> Gathered:
        """Return the draft of the file whose outermost element is ``root``."""
        for nodes in self.graph.iter_named("nodes"):
            self._read_nodes(nodes, None)
        usual = self.graph.get("defaultedgetype") or "undirected"
        for edges in self.graph.iter_named("edges"):
            for edge in edges.iter_named("edge"):
                self._read_edge(edge, usual)
            self._remark_others(edges, "edge")
        self._remark_others(self.graph, "nodes", "edges", "attributes")
        if self.defaults.problem:
            return unreadable(self.defaults.problem)
        if self.problems:
            return unreadable(*self.problems)
        raw = RawGraph(self._head(root), self.nodes, self.edges)
        return gather(raw, shown, SCHEME, self.options, self.remarks)

    def _read_columns(self, attributes: XmlElement) -> None:
        about = attributes.get("class") or ""
        for attribute in attributes.iter_named("attribute"):
            id_ = attribute.get("id") or ""
            title = attribute.get("title") or id_
            if about not in self.columns:
                self.remarks.add("property", shorten(title), f"attributes class={about}")
                continue
            self.columns[about][id_] = title
            default = attribute.first("default")
            if default is not None and default.text.strip():
                self.defaults.declare(about, title, default.text)

    def _head(self, root: XmlElement) -> Mapping[str, YamlNode]:
        found: dict[str, YamlNode] = {}
        for meta in root.iter_named("meta"):
            for part in meta.children:
                if part.tag == "graph":
                    tree, problems = parse_json(part.text, part.location.path)
                    if isinstance(tree, YamlMap) and not problems:
                        found |= {key.text: value for key, value in tree.entries}
                    else:
                        self.remarks.add("value", shorten(part.text), "graph")
                elif part.tag == "title":
                    found["title"] = read_cell("title", part.text, part.location)
                elif part.text.strip():
                    self.remarks.add("property", shorten(part.text), part.tag)
        return found

    def _read_nodes(self, nodes: XmlElement, group: str | None) -> None:
        for node in nodes.iter_named("node"):
            id_ = node.get("id")
            if not id_:
                self.problems.append(required("node", "id", node))
                continue
            self.nodes.append(RawNode(id_, self._attributes(node, "node"), node.location))
            parents = [
                parent.get("for") for p in node.iter_named("parents") for parent in p.children
            ]
            for parent in dict.fromkeys((group, node.get("pid"), *parents)):
                if parent:
                    self._put_inside(node, id_, parent)
            for nested in node.iter_named("nodes"):
                self._read_nodes(nested, id_)
        self._remark_others(nodes, "node")

    def _remark_others(self, element: XmlElement, *known: str) -> None:
        """Count the elements in one that has no place for them."""
        for child in element.children:
            if child.tag not in known:
                self.remarks.add("class", child.location, child.tag)

    def _put_inside(self, node: XmlElement, id_: str, parent: str) -> None:
        words = say("graph.inside", self.options.language or "en")
        inside = {"label": read_cell("label", words, node.location)}
        self.edges.append(RawEdge(None, id_, parent, True, inside, node.location))

    def _read_edge(self, edge: XmlElement, usual: str) -> None:
        said = (edge.get("type") or usual).casefold()
        way = said if said in _WAYS else usual.casefold()
        source, target = edge.get("source"), edge.get("target")
        if source is None or target is None:
            self.problems.append(required("edge", "source/target", edge))
            return
        attributes, place = self._attributes(edge, "edge"), edge.location
        if said != way:  # networkx writes an attribute of that name there
            attributes.setdefault("type", read_cell("type", edge.get("type") or "", place))
        directed = way != "undirected"
        self.edges.append(RawEdge(edge.get("id"), source, target, directed, attributes, place))
        if way == "mutual":
            self.edges.append(RawEdge(None, target, source, True, attributes, place))

    def _attributes(self, element: XmlElement, about: str) -> dict[str, YamlNode]:
        place, columns = element.location, self.columns[about]
        texts = dict(self.defaults.give(about, place))
        seen: set[str] = set()
        for value in (v for values in element.iter_named("attvalues") for v in values.children):
            id_ = value.get("for") or value.get("id") or ""
            title = columns.get(id_, id_)
            if title == _KEY and (value.get("value") or "").isdecimal():
                continue
            if title in seen:  # one of several, each for its time
                self.remarks.add("property", shorten(value.get("value") or ""), shorten(title))
            else:
                texts[title] = value.get("value") or ""
                seen.add(title)
        if label := element.get("label"):
            texts.setdefault("label", label)
        own = _OWN_NODE if about == "node" else _OWN_EDGE
        for name, text in element.attributes.items():
            if name in ("start", "end") and self.has_dates:
                texts.setdefault({"start": "from", "end": "until"}[name], find_date(text) or text)
            elif name == "weight" and text not in _SAME_WEIGHT:
                texts.setdefault("weight", text)
            elif name not in own:
                texts.setdefault(name, text)
        self._read_spells(element, texts)
        for child in element.children:
            if child.tag not in _IGNORED:
                self.remarks.add("property", shorten(element.get("id") or child.tag), child.tag)
        return {name: read_cell(name, text, place) for name, text in texts.items()}

    def _read_spells(self, element: XmlElement, texts: dict[str, str]) -> None:
        """Read a single span of time; of several, none says when the whole holds."""
        spells = [spell for part in element.iter_named("spells") for spell in part.children]
        if len(spells) != 1 or not self.has_dates:
            for spell in spells:
                self.remarks.add("property", spell.get("start") or "…", "spell")
            return
        for name, key in (("start", "from"), ("end", "until")):
            if text := spells[0].get(name):
                texts.setdefault(key, find_date(text) or text)

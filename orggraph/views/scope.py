"""What of a graph is in a picture: which nodes are cards, and which relations are lines."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.model import Graph, Relation
from orggraph.queries.names import find_node
from orggraph.queries.paths import find_path
from orggraph.queries.selection import find_kind_id
from orggraph.source import ReadError, problem
from orggraph.text import TextList
from orggraph.views.around import Neighbours
from orggraph.views.drawn import Drawn
from orggraph.views.insiders import Insiders
from orggraph.views.view import View


class Scope(NamedTuple):
    """What is in a picture.

    `graph` is that of the date; `nodes` are ids; `relations` stand in the order of the graph, and
    include those of a node with itself; `folded` counts the neighbours of a node that are too far
    away to be drawn; `path` and `path_relations` are the ids of what is marked.
    """

    graph: Graph
    nodes: frozenset[str]
    relations: tuple[Relation, ...]
    folded: Mapping[str, int]
    path: tuple[str, ...]
    path_relations: frozenset[str]


def find_scope(graph: Graph, view: View) -> Scope:
    """Return what a view shows of a graph.

    Raises UnknownNodeError and UnknownTermError for names that the graph does not know, ReadError
    where what is left out is needed, and OrgGraphError for a path that there is not, or where
    nothing is left to draw.
    """
    without = {find_node(graph, name).id for name in view.without}
    if not graph.nodes:
        raise OrgGraphError("no-nodes")
    if view.as_of is not None:
        graph = graph.restricted(as_of=view.as_of)
        if not graph.nodes:
            raise OrgGraphError("no-nodes-then", date=view.as_of)
    vocabulary = graph.vocabulary
    chosen = vocabulary.choose_types(families=view.families, types=view.types)
    drawn = Drawn(graph, chosen, derived=view.derived)
    centre = None if view.around is None else find_node(graph, view.around).id
    path, marked = _find_path(graph, view)
    named = {find_node(graph, name).id for name in view.nodes}
    centres = () if centre is None else (centre,)
    _refuse_left_out(without, {"around": centres, "path": path, "nodes": named})
    insiders = None
    if view.members != "nodes":
        asked = vocabulary.choose_types(types=view.types) or frozenset()
        insiders = Insiders(graph, drawn, outside=centres, asked=asked)
    cards = _Cards(graph, view, {*named, *centres}, without, insiders)
    folded: Mapping[str, int] = {}
    if centre is None:
        nodes = set(path) | cards.all()
    else:
        near = Neighbours(graph, lambda node: _lines_of(drawn, insiders, node), cards.has_end)
        reached = near.reach(centre, view.depth, view.side)
        nodes = reached | set(path)
        folded = near.count_beyond(filter(cards.has, nodes), nodes)
    lines = tuple(_iter_lines(graph, drawn, marked, nodes, view, insiders))
    if centre is None and _restricts_lines(view):
        joined = {end for relation in lines for end in (relation.source, relation.target)}
        kept = joined | named | set(path)
        nodes = {node for node in nodes if node in kept or _has_rows(graph, view, chosen, node)}
    if not nodes:
        raise OrgGraphError("nothing-to-draw")
    return Scope(graph, frozenset(nodes), lines, folded, path, marked)


def _refuse_left_out(without: Collection[str], needed: Mapping[str, Iterable[str]]) -> None:
    refused = [
        problem("needed-and-left-out", node=node, key=key)
        for key, nodes in needed.items()
        for node in nodes
        if node in without
    ]
    if refused:
        raise ReadError(refused, "cannot-draw")


def _find_path(graph: Graph, view: View) -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the ids of the nodes and the relations of the path to mark."""
    if view.path is None:
        return (), frozenset()
    source, target = (find_node(graph, name) for name in view.path)
    found = find_path(graph, source=source.id, target=target.id)
    if not found.is_found:
        ends = {"source": TextList([source.name]), "target": TextList([target.name])}
        raise OrgGraphError("no-path-to-mark", **ends)
    nodes = (source.id, *(hop.target for hop in found.hops))
    # What says the same of other seats belongs to the hop: 1 + 2 places are 3 on its line.
    hops = [hop.relation for hop in found.hops]
    return nodes, frozenset(
        each.id
        for hop in hops
        for each in graph.relations_from(hop.source, (hop.type,))
        if each.target == hop.target
    )


class _Cards:
    """Which nodes may be cards: those named, and those of the kinds chosen.

    Members that cards tell of are cards of their own only where they are named.
    """

    def __init__(
        self,
        graph: Graph,
        view: View,
        named: Collection[str],
        without: Collection[str],
        insiders: Insiders | None,
    ) -> None:
        self._graph = graph
        self._named = named
        self._without = without
        self._insiders = insiders
        self._kinds = {find_kind_id(graph.vocabulary, kind) for kind in view.kinds}
        self._only_named = bool(view.nodes) and not view.kinds
        self._known: dict[str, bool] = {}

    def has(self, node: str) -> bool:
        """Whether a node may be a card."""
        if node not in self._known:
            self._known[node] = self._may_have(node) and not (
                node not in self._named and self._insiders and self._insiders.has(node)
            )
        return self._known[node]

    def _may_have(self, node: str) -> bool:
        """Whether a node may be a card, if it is no member that cards tell of."""
        if node in self._named or node in self._without or self._only_named:
            return node in self._named and node not in self._without
        return not self._kinds or self._graph.nodes[node].kind in self._kinds

    def has_end(self, relation: Relation, end: str) -> bool:
        """Whether the end of a relation that is drawn may be a card."""
        if end not in self._known and self._insiders and self._insiders.shows(relation, end):
            self._known[end] = self._may_have(end)
        return self.has(end)

    def all(self) -> set[str]:
        """Return the ids of all that may be cards."""
        return set(filter(self.has, self._named if self._only_named else self._graph.nodes))


def _lines_of(drawn: Drawn, insiders: Insiders | None, node: str) -> Iterator[Relation]:
    """Yield the relations of a node that no card may tell."""
    return (r for r in drawn.touching(node) if insiders is None or not insiders.tells(r))


def _iter_lines(
    graph: Graph,
    drawn: Drawn,
    marked: Collection[str],
    nodes: Collection[str],
    view: View,
    insiders: Insiders | None,
) -> Iterator[Relation]:
    """Yield the relations drawn or marked that are between cards and that no card tells."""

    def is_told(relation: Relation) -> bool:
        if insiders is None or not insiders.tells(relation):
            return False
        return view.members == "hidden" or insiders.host(relation) in nodes

    for node in sorted(nodes):
        for relation in graph.relations_from(node):
            if relation.target in nodes and (
                relation.id in marked or (drawn.has(relation) and not is_told(relation))
            ):
                yield relation


def _restricts_lines(view: View) -> bool:
    return bool(view.families or view.types or view.without or not view.derived)


def _has_rows(graph: Graph, view: View, types: Collection[str] | None, node: str) -> bool:
    """Return whether a body has something to tell in its card, where that was chosen."""
    rosters = graph.vocabulary.types_of(trait="roster")
    if view.members == "hidden" or (types is not None and rosters.isdisjoint(types)):
        return False
    return bool(graph.seats_of(node)) or bool(graph.relations_to(node, rosters))

"""What of a graph is in a picture: which nodes are cards, and which relations are lines."""

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.model import Graph, Relation
from orggraph.queries.names import find_node
from orggraph.queries.paths import find_path
from orggraph.queries.selection import find_nodes
from orggraph.source import ReadError, problem
from orggraph.text import TextList
from orggraph.views.insiders import NOBODY, Insiders, find_insiders
from orggraph.views.ranks import strength_of, superior_end
from orggraph.views.view import Side, View


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
    types = frozenset(vocabulary.types) if chosen is None else chosen
    centre = None if view.around is None else find_node(graph, view.around).id
    path, marked = _find_path(graph, view)
    drawn = [
        relation
        for relation in graph.relations.values()
        if relation.type in types and (view.derived or not relation.is_derived)
    ]
    insiders = NOBODY
    if view.members != "nodes":
        asked = vocabulary.choose_types(types=view.types) or frozenset()
        outside = () if centre is None else (centre,)
        insiders = find_insiders(graph, drawn, outside=outside, asked=asked)
    named = {find_node(graph, name).id for name in view.nodes}
    centres = () if centre is None else (centre,)
    _refuse_left_out(without, {"around": centres, "path": path, "nodes": named})
    nodes = _find_universe(graph, view, named, insiders) - without
    folded: Mapping[str, int] = {}
    if centre is not None:
        nodes |= {centre}
        steps = _neighbours(graph, (r for r in drawn if r.id not in insiders.hosts), nodes)
        reached = _reach(steps, centre, view.depth, view.side)
        shown = reached | set(path)
        folded = {node: len(steps[node].keys() - shown) for node in shown & nodes}
        nodes = reached
    nodes |= set(path)
    told = Insiders(insiders.nodes, {k: v for k, v in insiders.hosts.items() if k not in marked})
    lines = _lines(graph, {*(r.id for r in drawn), *marked}, nodes, view, told)
    if centre is None and _restricts_lines(view):
        joined = {end for relation in lines for end in (relation.source, relation.target)}
        nodes &= joined | named | set(path) | _bodies_to_keep(graph, view, types)
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
    hops = {_sentence(hop.relation) for hop in found.hops}
    relations = graph.relations.values()
    return nodes, frozenset(each.id for each in relations if _sentence(each) in hops)


def _sentence(relation: Relation) -> tuple[str, str, str]:
    return relation.source, relation.type, relation.target


def _find_universe(
    graph: Graph, view: View, named: Collection[str], insiders: Insiders
) -> set[str]:
    """Return the ids of the nodes that may be cards: those named, and those of the kinds chosen.

    Members that cards tell of are cards of their own only where they are named.
    """
    if not view.kinds:
        return set(named) or set(graph.nodes) - insiders.nodes
    chosen = (node.id for kind in view.kinds for node in find_nodes(graph, kind=kind).nodes)
    return (set(chosen) - insiders.nodes) | set(named)


_Steps = Mapping[str, Mapping[str, Side]]


def _neighbours(graph: Graph, relations: Iterable[Relation], nodes: Collection[str]) -> _Steps:
    """Return the neighbours of each node among ``nodes``, and on which side of it they are.

    The strongest relation that says who is above decides; where none does, it is both sides.
    """
    steps: dict[str, dict[str, Side]] = {node: {} for node in nodes}
    strengths: dict[tuple[str, str], int] = {}
    for relation in relations:
        source, target = relation.source, relation.target
        if source == target or source not in nodes or target not in nodes:
            continue
        type_ = graph.vocabulary.types[relation.type]
        above = superior_end(type_)
        strength = 0 if above is None else strength_of(type_.family)
        pair = (min(source, target), max(source, target))
        if strength > strengths.get(pair, -1):
            strengths[pair] = strength
            sides: dict[str | None, tuple[Side, Side]] = {
                "target": ("above", "below"),
                "source": ("below", "above"),
                None: ("both", "both"),
            }
            steps[source][target], steps[target][source] = sides[above]
    return steps


def _reach(steps: _Steps, centre: str, depth: int | None, side: Side) -> set[str]:
    """Return what is within ``depth`` steps, to one side or to both."""
    reached, edge, level = {centre}, {centre}, 0
    while edge and (depth is None or level < depth):
        beyond = {
            other
            for node in edge
            for other, where in steps[node].items()
            if "both" in (side, where) or where == side
        }
        edge = beyond - reached
        reached |= edge
        level += 1
    return reached


def _lines(
    graph: Graph, drawn: Collection[str], nodes: Collection[str], view: View, insiders: Insiders
) -> tuple[Relation, ...]:
    """Return the relations among ``drawn`` that are between cards and that no card tells."""

    def is_told(relation: Relation) -> bool:
        if relation.id not in insiders.hosts:
            return False
        return view.members == "hidden" or insiders.hosts[relation.id] in nodes

    return tuple(
        relation
        for relation in graph.relations.values()
        if relation.id in drawn
        and relation.source in nodes
        and relation.target in nodes
        and not is_told(relation)
    )


def _restricts_lines(view: View) -> bool:
    return bool(view.families or view.types or view.without or not view.derived)


def _bodies_to_keep(graph: Graph, view: View, types: Collection[str]) -> set[str]:
    """Return the bodies that have something to tell in their card, where that was chosen."""
    rosters = graph.vocabulary.types_of(trait="roster")
    if view.members == "hidden" or rosters.isdisjoint(types):
        return set()
    members = {r.target for r in graph.relations.values() if r.type in rosters}
    return members | {seat.body for seat in graph.seats.values()}

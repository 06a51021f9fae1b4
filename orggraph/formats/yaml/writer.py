"""Write a graph as a data file: the same graph, always the same text, still pleasant to edit.

Relations stand under their source, members and seats under their body. What is derived is not
written, since it follows again from what is.
"""

from typing import Any

from orggraph.formats.entries import Entries, one_or_many
from orggraph.formats.yaml.text import Flow, render
from orggraph.model import Graph, Node, Relation


def dump_yaml(graph: Graph) -> str:
    """Return ``graph`` as the text of one data file; reading it gives an equal graph."""
    return render(make_document(graph))


def make_document(graph: Graph) -> dict[str, Any]:
    """Return ``graph`` as what a data file holds: texts, lists and mappings."""
    entries = Entries(graph)
    document = entries.head()
    for kind in graph.vocabulary.kinds.values():
        if nodes := [n for n in graph.nodes.values() if n.kind == kind.id]:
            document[kind.sections[0]] = {n.id: _node(graph, entries, n) for n in nodes}
    return document


def _node(graph: Graph, entries: Entries, node: Node) -> dict[str, Any]:
    entry = entries.node(node) | _relations(graph, entries, node)
    if seats := graph.seats_of(node.id):
        entry["seats"] = {seat.key: entries.seat(seat) for seat in seats}
    stated = (m for m in graph.memberships_of(node.id) if not m.is_derived)
    if members := [_member(graph, entries, m) for m in stated]:
        entry["members"] = members
    return entry


def _relations(graph: Graph, entries: Entries, node: Node) -> dict[str, Any]:
    rosters = graph.vocabulary.types_of(trait="roster")
    by_type: dict[str, dict[str, list[Flow]]] = {}
    for relation in graph.relations_from(node.id):
        if relation.type not in rosters and not relation.is_derived:
            targets = by_type.setdefault(relation.type.replace("_", " "), {})
            targets.setdefault(relation.target, []).append(entries.relation(relation))
    return {
        label: _shortest({t: one_or_many(said) for t, said in targets.items()})
        for label, targets in by_type.items()
    }


def _member(graph: Graph, entries: Entries, membership: Relation) -> Flow:
    kind = graph.nodes[membership.source].kind
    return Flow({kind: membership.source, **entries.relation(membership)})


def _shortest(targets: dict[str, Any]) -> Any:
    """Return ids alone where no relation has attributes."""
    if any(targets.values()):
        return targets
    return one_or_many(list(targets))

"""The graph as networkx knows it, for its algorithms and drawings."""

from typing import TYPE_CHECKING, Any

from orggraph.model import Graph, Node, Relation, identifiers_by_scheme
from orggraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(graph: Graph, *, derived: bool = True) -> "nx.MultiDiGraph[str]":
    """Return ``graph`` as a MultiDiGraph: nodes by id, edges keyed by relation type.

    Edges run from source to target, so that networkx's ancestors of a node are those who report to
    it. Where two relations of one type join the same nodes, the later ones are keyed by their ids.
    Attributes are plain values; ``derived=False`` leaves derived relations out.
    """
    import networkx as nx  # takes longer to import than a small query to answer

    result: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=graph.title.original if graph.title else None, language=graph.language
    )
    for node in graph.nodes.values():
        result.add_node(node.id, **node_attributes(node))
    for relation in graph.relations.values():
        if derived or not relation.is_derived:
            taken = result.has_edge(relation.source, relation.target, relation.type)
            key = relation.id if taken else relation.type
            attributes = relation_attributes(graph.vocabulary, relation)
            result.add_edge(relation.source, relation.target, key, **attributes)
    return result


def node_attributes(node: Node) -> dict[str, Any]:
    """Return a node as plain values by name; None for what it has not."""
    return {
        "kind": node.kind,
        "name": node.name.original,
        "names": node.name.translations,
        "aliases": list(node.aliases),
        "title": _text(node.title),
        "classification": _text(node.classification),
        "identifiers": identifiers_by_scheme(node),
        "collective": node.collective,
        "roster": node.roster,
        "from": _string(node.period.start),
        "until": _string(node.period.end),
        "status": node.status,
        "note": _text(node.note),
        "purposes": [purpose.text.original for purpose in node.purposes],
        "evidence": [str(item) for item in node.evidence],
        "location": _string(node.location),
    }


def relation_attributes(vocabulary: Vocabulary, relation: Relation) -> dict[str, Any]:
    """Return a relation as plain values by name; None for what it has not."""
    return {
        "id": relation.id,
        "type": relation.type,
        "family": vocabulary.types[relation.type].family,
        "role": relation.role.words if relation.role else None,
        "vote": relation.vote,
        "seat": relation.seat,
        "seat_body": relation.seat_body,
        "seats": _string(relation.seats),
        "term": _string(relation.term),
        "represents": relation.represents,
        "from": _string(relation.period.start),
        "until": _string(relation.period.end),
        "line": relation.line,
        "status": relation.status,
        "inferred": {name: reason.original for name, reason in relation.inferred},
        "note": _text(relation.note),
        "derived": relation.is_derived,
        "derived_from": list(relation.derived_from),
        "evidence": [str(item) for item in relation.evidence],
        "location": _string(relation.location),
    }


def _text(text: Any) -> str | None:
    return None if text is None else text.original


def _string(value: object) -> str | None:
    return None if value is None else str(value)

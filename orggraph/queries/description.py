"""Everything known about one node."""

from typing import NamedTuple

from orggraph.model import Graph, Node, Relation
from orggraph.queries.rosters import Roster, find_roster


class Description(NamedTuple):
    """A node with its relations both ways, and its roster where it has members or seats."""

    node: Node
    outgoing: tuple[Relation, ...]
    incoming: tuple[Relation, ...]
    roster: Roster


def describe(graph: Graph, node: str) -> Description:
    """Return everything known about a node; raises UnknownNodeError."""
    rank = graph.vocabulary.rank_of
    return Description(
        graph.node(node),
        tuple(sorted(graph.relations_from(node), key=lambda r: (rank(r.type), r.id))),
        tuple(sorted(graph.relations_to(node), key=lambda r: (rank(r.type), r.id))),
        find_roster(graph, node),
    )

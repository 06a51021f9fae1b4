"""Everything in a graph that rests on evidence."""

from collections.abc import Iterator
from typing import NamedTuple

from orggraph.model import Evidence, Graph
from orggraph.source import Location


class Claim(NamedTuple):
    """A quotation, and the thing that rests on it: a node, relation or seat by its id."""

    subject: str
    evidence: Evidence
    location: Location | None


def iter_claims(graph: Graph) -> Iterator[Claim]:
    """Yield each quotation in a graph with what rests on it, in the order of the graph.

    Derived relations are left out: their evidence is that of what they follow from.
    """
    for node in graph.nodes.values():
        for evidence in node.evidence:
            yield Claim(node.id, evidence, evidence.location or node.location)
        for purpose in node.purposes:
            for evidence in purpose.evidence:
                yield Claim(node.id, evidence, evidence.location or node.location)
    for seat in graph.seats.values():
        for evidence in seat.evidence:
            yield Claim(seat.id, evidence, evidence.location or seat.location)
    for relation in graph.relations.values():
        if not relation.is_derived:
            for evidence in relation.evidence:
                yield Claim(relation.id, evidence, evidence.location or relation.location)

"""Everything in a graph that rests on evidence."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, NamedTuple

from orggraph.model import Evidence, Graph
from orggraph.source import Location
from orggraph.text import LocalText


class ClaimKind(StrEnum):
    """What kind of thing rests on a quotation."""

    NODE = "node"
    PURPOSE = "purpose"
    SEAT = "seat"
    RELATION = "relation"
    MEMBER = "member"


class Claim(NamedTuple):
    """A quotation, and the thing that rests on it: a node, relation or seat by its id.

    A purpose goes by the id of its node, and `text` says which it is.
    """

    subject: str
    evidence: Evidence
    location: Location | None
    kind: ClaimKind = ClaimKind.NODE
    text: LocalText | None = None


Passing = Callable[[Iterable[Any]], Iterable[Any]]
"""What yields the things that it is given, and may tell how many there have been."""


def iter_claims(graph: Graph, told: Passing = lambda things: things) -> Iterator[Claim]:
    """Yield each quotation in a graph with what rests on it, in the order of the graph.

    Derived relations are left out: their evidence is that of what they follow from. All things are
    gone through, by way of ``told``, which may tell how far that is; none where there are no
    sources to be quoted.
    """
    if not graph.sources:
        return
    for node in told(graph.nodes.values()):
        for evidence in node.evidence:
            yield Claim(node.id, evidence, evidence.location or node.location)
        for purpose in node.purposes:
            for evidence in purpose.evidence:
                place = evidence.location or node.location
                yield Claim(node.id, evidence, place, ClaimKind.PURPOSE, purpose.text)
    for seat in told(graph.seats.values()):
        for evidence in seat.evidence:
            yield Claim(seat.id, evidence, evidence.location or seat.location, ClaimKind.SEAT)
    rosters = graph.vocabulary.types_of(trait="roster")
    for relation in told(graph.iter_relations()):
        kind = ClaimKind.MEMBER if relation.type in rosters else ClaimKind.RELATION
        for evidence in () if relation.is_derived else relation.evidence:
            yield Claim(relation.id, evidence, evidence.location or relation.location, kind)

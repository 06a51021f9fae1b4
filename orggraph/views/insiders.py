"""Members that are told in the card of their body instead of by a line."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from orggraph.model import Graph, Relation


class Insiders(NamedTuple):
    """Ids of the nodes that cards tell of and that have no card of their own.

    `hosts` gives, by id of each relation that a card tells instead of a line, whose card that is.
    """

    nodes: frozenset[str]
    hosts: Mapping[str, str | None]


NOBODY = Insiders(frozenset(), {})
"""Everyone is a node, and all relations are lines."""


def find_insiders(
    graph: Graph, drawn: Iterable[Relation], *, outside: Collection[str], asked: Collection[str]
) -> Insiders:
    """Return what cards tell of members of bodies and holders of posts.

    ``drawn`` are the relations that the picture is about, ``outside`` the ids of nodes whose
    memberships are drawn in any case, ``asked`` types that are drawn in any case. Members have no
    card of their own where all else that is drawn of them is whom they work for and stand for; nor
    have those whom they work and stand for, where nothing else is drawn of them.
    """
    vocabulary = graph.vocabulary
    listing = vocabulary.types_of(trait="roster") | vocabulary.types_of(trait="incumbency")
    belonging = vocabulary.types_of(trait="employment") | vocabulary.types_of(
        trait="representation"
    )
    in_rows = belonging.difference(asked)
    of_members = [r for r in graph.relations.values() if is_of_member(graph, r)]
    inside = {r.id: _host(graph, r) for r in of_members if _member(graph, r) not in outside}
    by_node: dict[str, list[Relation]] = defaultdict(list)
    for relation in drawn:
        for end in {relation.source, relation.target}:
            by_node[end].append(relation)
    # Whoever has members is more than a member.
    bodies = {seat.body for seat in graph.seats.values()}
    bodies |= {r.target for r in of_members if r.type in vocabulary.types_of(trait="roster")}
    members = {r.source for r in of_members if r.type in listing} - bodies - set(outside)
    told = {
        member
        for member in members
        if all(
            r.id in inside or (r.type in in_rows and r.source == member) for r in by_node[member]
        )
    }
    background = {
        node
        for node, relations in by_node.items()
        if node not in bodies
        and node not in outside
        and all(r.id in inside or (r.type in in_rows and r.source in told) for r in relations)
    }
    return Insiders(frozenset(told | background), inside)


def is_of_member(graph: Graph, relation: Relation) -> bool:
    """Whether a relation says who is a member or a holder, or follows from that."""
    if relation.is_derived:
        return not graph.seats.keys() >= set(relation.derived_from)
    traits = graph.vocabulary.types[relation.type].traits
    return not traits.isdisjoint({"roster", "incumbency"})


def _member(graph: Graph, relation: Relation) -> str:
    """Return the end of a relation of a member that is the member."""
    traits = graph.vocabulary.types[relation.type].traits
    is_source = not relation.is_derived or "representation" in traits
    return relation.source if is_source else relation.target


def _host(graph: Graph, relation: Relation) -> str | None:
    """Return in whose card a relation of a member is told; None where that is not known."""
    if not relation.is_derived:
        return relation.target
    memberships = (graph.relations.get(id_) for id_ in relation.derived_from)
    bodies = (membership.target for membership in memberships if membership)
    return next(bodies, relation.seat_body)

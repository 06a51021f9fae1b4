"""Members that are told in the card of their body instead of by a line."""

from collections.abc import Collection

from orggraph.model import Graph, Relation
from orggraph.views.drawn import Drawn


class Insiders:
    """Whom cards tell of, and by which relations, each found at its own node when it is asked for.

    Members have no card of their own where all else that is drawn of them is whom they work for and
    stand for; nor have those whom they work and stand for, where nothing else is drawn of them.
    """

    def __init__(
        self, graph: Graph, drawn: Drawn, *, outside: Collection[str], asked: Collection[str]
    ) -> None:
        """Tell of members of bodies and holders of posts, in a picture of what is ``drawn``.

        ``outside`` are the ids of nodes whose memberships are drawn in any case, ``asked`` types
        that are drawn in any case.
        """
        types_of = graph.vocabulary.types_of
        self._graph = graph
        self._drawn = drawn
        self._outside = outside
        self._rosters = types_of(trait="roster")
        self._listing = self._rosters | types_of(trait="incumbency")
        belonging = types_of(trait="employment") | types_of(trait="representation")
        self._in_rows = belonging.difference(asked)
        self._told: dict[str, bool] = {}

    def has(self, node: str) -> bool:
        """Whether cards tell of a node, and it has none of its own."""
        return node not in self._outside and (self._is_told(node) or self._is_background(node))

    def tells(self, relation: Relation) -> bool:
        """Whether a card tells of a relation, so that there need be no line."""
        return is_of_member(self._graph, relation) and self._member(relation) not in self._outside

    def shows(self, relation: Relation, end: str) -> bool:
        """Whether it takes no more than one relation drawn of a node to know that no card has it.

        So the neighbours of a node need not be looked at, however many there are.
        """
        if self.tells(relation):
            return False
        is_in_row = relation.type in self._in_rows
        return not is_in_row or (relation.source != end and not self._is_told(relation.source))

    def host(self, relation: Relation) -> str | None:
        """Return in whose card a relation of a member is told; None where that is not known."""
        if not relation.is_derived:
            return relation.target
        memberships = (self._graph.relations.get(id_) for id_ in relation.derived_from)
        bodies = (membership.target for membership in memberships if membership)
        return next(bodies, relation.seat_body)

    def _is_told(self, node: str) -> bool:
        """Whether a node is a member of whom a row tells all that is drawn."""
        if node not in self._told:
            listed = self._graph.relations_from(node, self._listing)
            self._told[node] = (
                node not in self._outside
                and any(is_of_member(self._graph, relation) for relation in listed)
                and all(
                    self.tells(relation)
                    or (relation.type in self._in_rows and relation.source == node)
                    for relation in self._drawn.touching(node)
                )
                and not self._is_body(node)
            )
        return self._told[node]

    def _is_background(self, node: str) -> bool:
        """Whether something is drawn of a node, and all of it is what rows tell of members."""
        is_alone = True
        for relation in self._drawn.touching(node):
            is_alone = False
            in_row = relation.type in self._in_rows and self._is_told(relation.source)
            if not (in_row or self.tells(relation)):
                return False
        return not is_alone and not self._is_body(node)

    def _is_body(self, node: str) -> bool:
        """Whether a node has seats or members: whoever has is more than a member."""
        members = self._graph.relations_to(node, self._rosters)
        return bool(self._graph.seats_of(node)) or any(
            is_of_member(self._graph, relation) for relation in members
        )

    def _member(self, relation: Relation) -> str:
        """Return the end of a relation of a member that is the member."""
        traits = self._graph.vocabulary.types[relation.type].traits
        is_source = not relation.is_derived or "representation" in traits
        return relation.source if is_source else relation.target


def is_of_member(graph: Graph, relation: Relation) -> bool:
    """Whether a relation says who is a member or a holder, or follows from that."""
    if relation.is_derived:
        # From the seat that it is about alone follows only who fills it.
        return any(id_ != relation.seat_id for id_ in relation.derived_from)
    traits = graph.vocabulary.types[relation.type].traits
    return not traits.isdisjoint({"roster", "incumbency"})

"""What the rules of governance are held against: a graph on one day, and what is certain of it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from orggraph.model import Graph, Node, PartialDate, Relation, RoleName, Seat
from orggraph.queries.seats import SeatStatus, may_stand_in
from orggraph.queries.tenure import find_tenure
from orggraph.text import LocalText, TextList

CHAIR, SECRETARY = "chair", "secretary"
"""The roles of the vocabulary that rules are about."""

OFFICES = frozenset({CHAIR, "vice_chair", SECRETARY, None})
"""Roles that may come on top of a place, as what a body elects among its members; words of the
file's own may mean one."""

_PLAIN = frozenset({CHAIR, "vice_chair", "member", "specialist", "representative"})

PERSON, POST, BODY, ORGANISATION = "person", "post", "body", "organisation"
"""The kinds of people and their offices, of what decides by its members, and of whole parties."""


class Member(NamedTuple):
    """Who sits in a body on the day; what the membership leaves unsaid is the seat's."""

    relation: Relation
    seat: Seat | None
    role: RoleName | None
    vote: bool | None

    @property
    def node(self) -> str:
        """The id of who sits."""
        return self.relation.source

    def is_in_role(self, role: str) -> bool:
        """Whether the role is this one of the vocabulary."""
        return self.role is not None and self.role.id == role

    @property
    def may_stand_in(self) -> bool:
        """Whether a member may sit beside the holder of the seat."""
        return self.seat is not None and may_stand_in(self.seat, self.relation)

    @property
    def represents(self) -> str | None:
        """The id of whom the member stands for."""
        return self.relation.represents or (self.seat.represents if self.seat else None)

    @property
    def has_place(self) -> bool:
        """Whether a member has a place that is no office and comes with a say."""
        return self.decides and (self.role is None or self.role.id not in OFFICES)

    @property
    def decides(self) -> bool:
        """Whether a member takes part in decisions for certain, and does not only sit in."""
        if self.vote is None:
            return self.role is None or self.role.id in _PLAIN
        return self.vote


@dataclass(frozen=True, eq=False)
class Case:
    """A graph on the day that it is judged.

    `graph` is what may hold on the day and `whole` all that is written down, gone things too;
    `seats` are the states of the seats. A rule finds something only in what certainly holds, and
    takes for missing only what is not even possible.
    """

    graph: Graph
    whole: Graph
    day: PartialDate
    seats: tuple[SeatStatus, ...] = ()

    def holds(self, *things: Node | Relation | Seat) -> bool:
        """Whether all of this certainly holds on the day, the ends of a relation included."""
        return all(self._holds(thing) for thing in things)

    def _holds(self, thing: Node | Relation | Seat) -> bool:
        if not thing.period.holds_on(self.day):
            return False
        if isinstance(thing, Relation):
            ends = (self.whole.nodes[thing.source], self.whole.nodes[thing.target])
            return all(end.period.holds_on(self.day) for end in ends)
        return not isinstance(thing, Seat) or self.holds(self.whole.nodes[thing.body])

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations that certainly hold on the day and are written down."""
        stated = (r for r in self.graph.relations.values() if not r.is_derived)
        return tuple(filter(self.holds, stated))

    @cached_property
    def bodies(self) -> tuple[Node, ...]:
        """The bodies that certainly exist on the day; what stands for several bodies is none."""
        nodes = self.graph.nodes.values()
        return tuple(n for n in nodes if n.kind == BODY and not n.collective and self.holds(n))

    def members(self, body: str) -> Collection[Member]:
        """Return who certainly sits in a body within their term, in the order of the file."""
        return self._members.get(body, ())

    @cached_property
    def _members(self) -> dict[str, list[Member]]:
        rosters = self.graph.vocabulary.types_of(trait="roster")
        members: dict[str, list[Member]] = defaultdict(list)
        for relation in self.relations:
            if relation.type not in rosters:
                continue
            if find_tenure(self.whole, relation).is_over(self.day) is False:
                members[relation.target].append(self.member(relation))
        return members

    def member(self, relation: Relation) -> Member:
        """Return what is said of who sits by a relation, whether for certain or not."""
        seat = self.graph.seats.get(relation.seat_id or "")
        role = relation.role or (seat.role if seat else None)
        vote = seat.vote if seat and relation.vote is None else relation.vote
        return Member(relation, seat, role, vote)

    def seats_of(self, body: str) -> list[Seat]:
        """Return the seats of a body that are certainly in force."""
        return [seat for seat in self.graph.seats_of(body) if self.holds(seat)]

    def is_complete(self, body: str) -> bool:
        """Whether all who may sit in a body are written down, and certainly sit."""
        possible = self.graph.memberships_of(body)
        return self.whole.nodes[body].roster == "complete" and all(map(self.holds, possible))

    @cached_property
    def holders(self) -> dict[str, set[str]]:
        """Who may hold each post, by the id of the post."""
        return self._holders(self.graph.relations.values())

    @cached_property
    def ever_held(self) -> dict[str, set[str]]:
        """Who may hold, have held or come to hold each post, by the id of the post."""
        return self._holders(self.whole.relations.values())

    @cached_property
    def certain_holders(self) -> dict[str, set[str]]:
        """Who certainly holds each post, by the id of the post."""
        return self._holders(self.relations)

    def _holders(self, relations: Iterable[Relation]) -> dict[str, set[str]]:
        incumbency = self.graph.vocabulary.types_of(trait="incumbency")
        holders: dict[str, set[str]] = defaultdict(set)
        for relation in relations:
            if relation.type in incumbency:
                holders[relation.target].add(relation.source)
        return holders

    def name(self, node: str) -> TextList:
        """Return the name of a node, to be told in any language."""
        return TextList((self.whole.nodes[node].name,))

    def is_person(self, node: str) -> bool:
        """Return whether a node is somebody, or several people, and no office or party."""
        return self.whole.nodes[node].kind == PERSON

    def is_of_kind(self, node: str, *kinds: str) -> bool:
        """Return whether a node is of one of these kinds, and stands for itself alone."""
        found = self.whole.nodes[node]
        return found.kind in kinds and not found.collective

    def names(self, nodes: Iterable[str]) -> TextList:
        """Return the names of some nodes, each once."""
        return TextList(self.whole.nodes[node].name for node in dict.fromkeys(nodes))

    def seat_name(self, seat: Seat) -> TextList:
        """Return what a seat is called: its name, or its role, or its key."""
        name = seat.name or (seat.role.label if seat.role else None)
        return TextList((name or LocalText.of(seat.key),))


def make_case(graph: Graph, seats: Iterable[SeatStatus] = ()) -> Case:
    """Return the case of a graph on the date that it is restricted to, else today."""
    if graph.day is not None:
        return Case(graph, graph.undated or graph, graph.day, tuple(seats))
    today = PartialDate.today()
    return Case(graph.restricted(as_of=today), graph, today, tuple(seats))

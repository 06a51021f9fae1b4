"""A node in which people may sit, and what the rules ask of it on the day."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from orggraph.checks.case import BODY, Case, Member
from orggraph.model import Filling, Node, Relation, Seat
from orggraph.queries.seats import SeatStatus, find_seats
from orggraph.source import Problem, problem


@dataclass(frozen=True, eq=False)
class Place:
    """A node with the seats that are written down for it, in force or not.

    All else is found when it is first asked for. Of a node that is gone on the day nothing is.
    """

    case: Case
    node: Node
    written: tuple[Seat, ...]

    @property
    def id(self) -> str:
        """The id of the node."""
        return self.node.id

    @cached_property
    def is_there(self) -> bool:
        """Whether the node may be there on the day."""
        return self.case.is_there(self.id)

    @cached_property
    def is_body(self) -> bool:
        """Whether it certainly is one body on the day, and stands not for several."""
        node = self.node
        return node.kind == BODY and not node.collective and self.case.presence.is_sure(node.id)

    @cached_property
    def seats(self) -> Collection[Seat]:
        """The seats that may be in force, the chair's first."""
        return self.case.graph.seats_of(self.id) if self.written else ()

    @cached_property
    def members(self) -> Collection[Member]:
        """Who certainly sits there within their term, in the order of the graph."""
        return self.case.members(self.id) if self.is_there else ()

    @cached_property
    def memberships(self) -> Collection[Relation]:
        """Who may sit there, in the order of the graph."""
        return self.case.memberships(self.id) if self.is_there else ()

    def problem_of(self, name: str, member: Member) -> Problem:
        """Return the problem called ``name`` of a member, whom its sentence names with the body."""
        return problem(
            name,
            member.relation.location,
            subjects=[self.id, member.node],
            member=self.case.name(member.node),
            body=self.case.name(self.id),
        )

    @cached_property
    def statuses(self) -> tuple[SeatStatus, ...]:
        """The states of the seats of the graph that was given."""
        if not self.written:
            return ()
        return tuple(find_seats(self.case.given, self.id, on=self.case.day))

    @cached_property
    def choices(self) -> tuple[tuple[Seat, Filling], ...]:
        """The seats in force, each with each way in which somebody chooses who sits there."""
        return tuple((seat, way) for seat in self.seats for way in self.case.choices(seat))

    @cached_property
    def ever_seated(self) -> Collection[Relation]:
        """Who sits, has sat or will sit there, by what is written down."""
        if not self.written:
            return ()
        return self.case.whole.relations_to(self.id, self.case.types.rosters)


def iter_nodes(case: Case) -> Iterator[tuple[Node, tuple[Seat, ...]]]:
    """Yield every node of the whole graph with its seats; both are in the order of their ids."""
    by_body = groupby(case.whole.seats.values(), key=lambda seat: seat.body)
    body, seats = next(by_body, ("", iter(())))
    for node in case.whole.nodes.values():
        if node.id == body:
            yield node, tuple(seats)
            body, seats = next(by_body, ("", iter(())))
        else:
            yield node, ()

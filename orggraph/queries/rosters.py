"""Who sits where: the members of a body, its seats, and which of them are filled."""

from collections.abc import Iterable
from typing import NamedTuple

from orggraph.model import (
    Count,
    Filling,
    Graph,
    PartialDate,
    Period,
    Relation,
    RoleName,
    Seat,
    Term,
)
from orggraph.queries.seats import SeatState, SeatStatus, find_seats
from orggraph.queries.tenure import Tenure, find_tenure
from orggraph.queries.terms import TermState, find_state

__all__ = [
    "Roster",
    "RosterRow",
    "SeatState",
    "SeatStatus",
    "empty_row",
    "find_roster",
    "find_seats",
]


class RosterRow(NamedTuple):
    """A line of a roster: a member, or a place of a seat that nobody is known to hold.

    What the membership leaves unsaid comes from the seat. `holders` are the persons who hold a post
    that is the member; `places` is how many an empty row stands for. `state` is expired where the
    term of a member is over who is still written as sitting; `tenure` is how long a member sits,
    and `standing` where the member stands in that time on the day.
    """

    seat: Seat | None
    membership: Relation | None
    role: RoleName | None
    vote: bool | None
    represents: str | None
    employers: tuple[str, ...]
    holders: tuple[str, ...]
    fillings: tuple[Filling, ...]
    term: Term | None
    period: Period
    state: SeatState
    places: Count | None = None
    tenure: Tenure | None = None
    standing: TermState | None = None


class Roster(NamedTuple):
    """The members and seats of a body."""

    body: str
    rows: tuple[RosterRow, ...]
    seats: tuple[SeatStatus, ...]


def find_roster(graph: Graph, body: str, *, on: PartialDate | None = None) -> Roster:
    """Return the roster of a body: members in their order, then what is vacant or unknown.

    All members are listed, also those whose time is over or to come; seats are judged as by
    `find_seats`. Raises UnknownNodeError.
    """
    graph.node(body)
    statuses = find_seats(graph, body, on=on)
    day = on or graph.day or PartialDate.today()
    rows = [_member_row(graph, membership, day) for membership in graph.memberships_of(body)]
    rows += [empty_row(status) for status in statuses if _is_open(graph, status)]
    return Roster(body, tuple(rows), tuple(statuses))


def _is_open(graph: Graph, status: SeatStatus) -> bool:
    if status.state is SeatState.VACANT:
        return True
    # A range may be filled and still have room; only an unknown seat is worth a line of its own,
    # unless those who may hold it are enough, as a collective may be.
    everyone_may_be_there = any(
        _is_of_unknown_size(graph, holder.source) for holder in status.holders
    ) or (status.minimum is not None and len(status.holders) >= status.minimum)
    return status.state is SeatState.UNKNOWN and not everyone_may_be_there


def _is_of_unknown_size(graph: Graph, node_id: str) -> bool:
    node = graph.nodes[node_id]
    return node.collective and node.roster != "complete"


def _member_row(graph: Graph, membership: Relation, day: PartialDate) -> RosterRow:
    seat = graph.seats.get(membership.seat_id or "")
    employment = graph.vocabulary.types_of(trait="employment")
    incumbency = graph.vocabulary.types_of(trait="incumbency")
    member = membership.source
    tenure = find_tenure(graph, membership)
    standing = find_state(graph, tenure, day)
    return RosterRow(
        seat=seat,
        membership=membership,
        role=membership.role or (seat.role if seat else None),
        vote=seat.vote if seat and membership.vote is None else membership.vote,
        represents=membership.represents or (seat.represents if seat else None),
        employers=_ends(r.target for r in graph.relations_from(member, employment)),
        holders=_ends(r.source for r in graph.relations_to(member, incumbency)),
        fillings=seat.fillings if seat else (),
        term=seat.term if seat else None,
        period=membership.period,
        state=SeatState.EXPIRED if standing is TermState.EXPIRED else SeatState.FILLED,
        tenure=tenure,
        standing=standing,
    )


def _ends(nodes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(nodes)))


def empty_row(status: SeatStatus) -> RosterRow:
    """Return the line of the places of a seat that nobody is known to hold."""
    seat = status.seat
    return RosterRow(
        seat=seat,
        membership=None,
        role=seat.role,
        vote=seat.vote,
        represents=seat.represents,
        employers=(),
        holders=(),
        fillings=seat.fillings,
        term=seat.term,
        period=seat.period,
        state=status.state,
        places=_left(seat.count, status),
    )


def _left(count: Count, status: SeatStatus) -> Count:
    """Return how many places are left beside the holders that are written down."""
    if count.per is not None and status.minimum is None:
        return count
    minimum = max((status.minimum or 0) - status.at_most, 0)
    maximum = None if status.maximum is None else max(status.maximum - status.at_most, 0)
    return Count(minimum, maximum)

"""Who sits where: the members of a body, its seats, and which of them are filled."""

from collections.abc import Iterable
from enum import StrEnum
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


class SeatState(StrEnum):
    """Whether a seat is filled as its rule says, as far as what is written down can tell."""

    FILLED = "filled"
    VACANT = "vacant"
    OVER_FILLED = "over-filled"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    """The rule, or its body, is not in force."""


class SeatStatus(NamedTuple):
    """A seat on one day: the holders that are written down for it, and the state that follows.

    `minimum` and `maximum` are the places there are in all: None where they depend on a collective
    whose members are not all written down, or have no limit. `filled` is how many are known to hold
    the seat: a collective that holds it counts for its members where they are all written down.
    """

    seat: Seat
    holders: tuple[Relation, ...]
    minimum: int | None
    maximum: int | None
    filled: int
    state: SeatState

    @property
    def missing(self) -> int:
        """How many places are known to be vacant."""
        return (self.minimum or 0) - self.filled if self.state is SeatState.VACANT else 0


class RosterRow(NamedTuple):
    """A line of a roster: a member, or a place of a seat that nobody is known to hold.

    What the membership leaves unsaid comes from the seat. `holders` are the persons who hold a post
    that is the member; `places` is how many an empty row stands for.
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
    rows = [_member_row(graph, membership) for membership in graph.memberships_of(body)]
    rows += [_empty_row(status) for status in statuses if _is_open(graph, status)]
    return Roster(body, tuple(rows), tuple(statuses))


def find_seats(
    graph: Graph, body: str | None = None, *, on: PartialDate | None = None
) -> list[SeatStatus]:
    """Return the state of each seat of a body, or of every body, on one day.

    The day is ``on``, else the date that the graph is restricted to, else today.
    """
    day = on or graph.day or PartialDate.today()
    seats: Iterable[Seat] = graph.seats.values() if body is None else graph.seats_of(body)
    return [_status(graph, seat, day) for seat in seats]


def _status(graph: Graph, seat: Seat, day: PartialDate) -> SeatStatus:
    of_seat = (m for m in graph.memberships_of(seat.body) if m.seat == seat.key)
    holders = tuple(m for m in of_seat if m.period.holds_on(day) is not False)
    minimum, maximum = _places(graph, seat.count)
    # Who may or may not sit on the day, by dates too coarse to tell, fills no seat for certain.
    certain = [holder for holder in holders if holder.period.holds_on(day)]
    sizes = [_size(graph, holder.source) for holder in certain]
    filled = sum(1 if size is None else size for size in sizes)
    body = graph.nodes[seat.body]
    in_force = all(thing.period.holds_on(day) is not False for thing in (seat, body))
    all_known = None not in sizes and len(certain) == len(holders) and body.roster == "complete"
    # An unknown roster is no proof of a vacancy, but too many are too many. Nor is a collective of
    # unknown size, and one of known size may hold a single place together.
    state = SeatState.UNKNOWN
    if not in_force:
        state = SeatState.CLOSED
    elif maximum is not None and len(certain) > maximum:
        state = SeatState.OVER_FILLED
    elif minimum is not None and filled >= minimum:
        state = SeatState.FILLED
    elif minimum is not None and all_known:
        state = SeatState.VACANT
    return SeatStatus(seat, holders, minimum, maximum, filled, state)


def _size(graph: Graph, holder: str) -> int | None:
    """Return how many a holder stands for; None for a collective not all written down."""
    node = graph.nodes[holder]
    if not node.collective:
        return 1
    return len(graph.memberships_of(holder)) if node.roster == "complete" else None


def _places(graph: Graph, count: Count) -> tuple[int | None, int | None]:
    """Return how many places a count means, at the least and at the most."""
    if count.per is None:
        return count.minimum, count.maximum
    members = _size(graph, count.per)
    if members is None:
        return None, None
    return count.minimum * members, None if count.maximum is None else count.maximum * members


def _is_open(graph: Graph, status: SeatStatus) -> bool:
    if status.state is SeatState.VACANT:
        return True
    # A range may be filled and still have room; only an unknown seat is worth a line of its own,
    # unless those who may hold it are enough, as a collective may be.
    everyone_may_be_there = any(
        _size(graph, holder.source) is None for holder in status.holders
    ) or (status.minimum is not None and len(status.holders) >= status.minimum)
    return status.state is SeatState.UNKNOWN and not everyone_may_be_there


def _member_row(graph: Graph, membership: Relation) -> RosterRow:
    seat = graph.seats.get(membership.seat_id or "")
    employment = graph.vocabulary.types_of(trait="employment")
    incumbency = graph.vocabulary.types_of(trait="incumbency")
    member = membership.source
    return RosterRow(
        seat=seat,
        membership=membership,
        role=membership.role or (seat.role if seat else None),
        vote=seat.vote if seat and membership.vote is None else membership.vote,
        represents=membership.represents or (seat.represents if seat else None),
        employers=_ends(r.target for r in graph.relations_from(member) if r.type in employment),
        holders=_ends(r.source for r in graph.relations_to(member) if r.type in incumbency),
        fillings=seat.fillings if seat else (),
        term=seat.term if seat else None,
        period=membership.period,
        state=SeatState.FILLED,
    )


def _ends(nodes: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(nodes)))


def _empty_row(status: SeatStatus) -> RosterRow:
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
    minimum = max((status.minimum or 0) - status.filled, 0)
    maximum = None if status.maximum is None else status.maximum - status.filled
    return Count(minimum, maximum)

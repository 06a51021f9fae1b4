"""Which seats are filled, vacant or held by someone whose term is over, on one day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from orggraph.model import Count, Graph, PartialDate, Period, Relation, Seat
from orggraph.queries.tenure import TenureBasis, find_tenure


class SeatState(StrEnum):
    """Whether a seat is filled as its rule says, as far as what is written down can tell.

    Where all dates are known to the day, the first line that fits tells the state:

    ===========  ===================================================================================
    closed       the seat or its body is not in force
    over-filled  more members sit within their term than there are places at the most
    filled       those who sit within their term stand for as many as there are places at the least
    expired      they would, with those whose term is over and who are still written as sitting
    vacant       they would not either, and the roster is complete
    unknown      they would not, and there may be members who are not written down; or the number of
                 places depends on a collective that is not all written down
    ===========  ===================================================================================

    A member sits from the start to the end that are written down, if any; the term is over when the
    end that follows from the start and the term of the seat has passed and no other is written.
    Where dates are coarser, the state is what all days that they may mean have in common, and
    unknown where those differ. So from one day to the next, a filled seat becomes expired when a
    term runs out, filled again when a successor or a new start is written down, and vacant when an
    end is.

    Who sits again and again in one seat counts once, unless for another party each time, and so do
    a post and the person who holds it. Whoever sits in another role than the seat's, in words of
    the file's own or as observer or the like, or without its vote, may stand in for another: they
    fill a place, but never one too many.
    """

    FILLED = "filled"
    VACANT = "vacant"
    OVER_FILLED = "over-filled"
    EXPIRED = "expired"
    UNKNOWN = "unknown"
    CLOSED = "closed"
    """The rule, or its body, is not in force."""


class SeatStatus(NamedTuple):
    """A seat on one day: the holders that are written down for it, and the state that follows.

    `minimum` and `maximum` are the places there are in all: None where they depend on a collective
    whose members are not all known, or have no limit. `filled` is how many are known to hold the
    seat, except `expired`, whose term is over for certain; `at_most` is how many may hold it, with
    those. A collective that holds it counts for its members where they are all written down.
    `holders` has each member once, who may have been appointed again.
    """

    seat: Seat
    holders: tuple[Relation, ...]
    minimum: int | None
    maximum: int | None
    filled: int
    state: SeatState
    expired: tuple[Relation, ...] = ()
    at_most: int = 0

    @property
    def missing(self) -> int:
        """How many places are known to be vacant."""
        return (self.minimum or 0) - self.at_most if self.state is SeatState.VACANT else 0


_BESIDE = frozenset({None, "observer", "participant", "secretary"})
"""Roles in which one may sit beside the holder of a seat; None is words of the file's own."""


def find_seats(
    graph: Graph, body: str | None = None, *, on: PartialDate | None = None
) -> list[SeatStatus]:
    """Return the state of each seat of a body, or of every body, on one day.

    The day is ``on``, else the date that the graph is restricted to, else today.
    """
    day = on or graph.day or PartialDate.today()
    seats: Iterable[Seat] = graph.seats.values() if body is None else graph.seats_of(body)
    found: list[SeatStatus] = []
    for each, its_seats in groupby(seats, key=lambda seat: seat.body):
        members: dict[str | None, list[Relation]] = defaultdict(list)
        for membership in graph.memberships_of(each):
            members[membership.seat].append(membership)
        found += [_status(graph, seat, members[seat.key], day) for seat in its_seats]
    return found


def is_present(graph: Graph, membership: Relation, day: PartialDate) -> bool | None:
    """Return whether someone is written as a member on a day; None where dates are too coarse."""
    return _all_hold((membership.period, graph.nodes[membership.source].period), day)


class _Holder(NamedTuple):
    """What may be of a holder on the day; ``least`` and ``most`` is how many it stands for."""

    relation: Relation
    may_be_away: bool
    may_be_in_term: bool
    may_be_over: bool
    may_stand_in: bool
    least: int
    most: int | None

    @property
    def is_surely_over(self) -> bool:
        return not (self.may_be_away or self.may_be_in_term)

    @property
    def is_surely_in_term(self) -> bool:
        return not (self.may_be_away or self.may_be_over)


def _status(
    graph: Graph, seat: Seat, memberships: Iterable[Relation], day: PartialDate
) -> SeatStatus:
    found = (_holder(graph, seat, membership, day) for membership in memberships)
    holders = _each_once(graph, [holder for holder in found if holder])
    minimum, maximum = _places(graph, seat.count, day)
    in_force = _all_hold((seat.period, graph.nodes[seat.body].period), day)
    state = SeatState.UNKNOWN
    if in_force is False:
        state = SeatState.CLOSED
    elif in_force:
        complete = graph.nodes[seat.body].roster == "complete"
        state = _state(holders, minimum, maximum, complete=complete)
    return SeatStatus(
        seat,
        tuple(holder.relation for holder in holders),
        minimum,
        maximum,
        filled=sum(_known(h) for h in holders if h.may_be_in_term and not h.may_be_away),
        state=state,
        expired=tuple(holder.relation for holder in holders if holder.is_surely_over),
        at_most=sum(map(_known, holders)),
    )


def _holder(graph: Graph, seat: Seat, membership: Relation, day: PartialDate) -> _Holder | None:
    """Return what may be of a member on the day; None for one who is certainly not there."""
    present = is_present(graph, membership, day)
    if present is False:
        return None
    tenure = find_tenure(graph, membership)
    # A stated end is part of the period already.
    over = tenure.is_over(day) if tenure.basis is TenureBasis.COMPUTED else False
    least, most = _size(graph, membership.source, day)
    return _Holder(
        membership,
        may_be_away=present is None,
        may_be_in_term=over is not True,
        may_be_over=over is not False,
        may_stand_in=may_stand_in(seat, membership),
        least=least,
        most=most,
    )


def may_stand_in(seat: Seat, membership: Relation) -> bool:
    """Return whether a member may sit beside the holder of a seat, as a deputy or an observer."""
    is_voteless = membership.vote is False and seat.vote is not False
    return is_voteless or is_beside(seat, membership)


def is_beside(seat: Seat, membership: Relation) -> bool:
    """Return whether a member of a seat is in a role of their own, beside that of the seat."""
    role = membership.role
    return role is not None and role.id in _BESIDE and role != seat.role


def _each_once(graph: Graph, holders: Sequence[_Holder]) -> list[_Holder]:
    """Return holders with all sittings of one as a single holder."""
    if len(holders) < 2:
        return list(holders)
    incumbency = graph.vocabulary.types_of(trait="incumbency")
    sources = {holder.relation.source for holder in holders}
    sittings: dict[tuple[str, str | None], list[_Holder]] = defaultdict(list)
    for holder in holders:
        member = holder.relation.source
        held = (r.source for r in graph.relations_to(member, incumbency))
        person = next((each for each in held if each in sources), member)
        sittings[person, holder.relation.represents].append(holder)
    return [each[0] if len(each) == 1 else _united(each) for each in sittings.values()]


def _united(sittings: Sequence[_Holder]) -> _Holder:
    """Return what may be of one who has several sittings, led by the one that counts most."""

    def weight(holder: _Holder) -> tuple[bool, bool, str]:
        start = holder.relation.period.start
        return holder.is_surely_in_term, holder.may_be_in_term, str(start or "")

    is_in_term = any(holder.is_surely_in_term for holder in sittings)
    return max(sittings, key=weight)._replace(
        may_be_away=all(holder.may_be_away for holder in sittings),
        may_be_in_term=any(holder.may_be_in_term for holder in sittings),
        may_be_over=not is_in_term and any(holder.may_be_over for holder in sittings),
        may_stand_in=any(holder.may_stand_in for holder in sittings),
    )


def _state(
    holders: Sequence[_Holder], minimum: int | None, maximum: int | None, *, complete: bool
) -> SeatState:
    """Return the state that all days have in common which the dates may mean."""
    if maximum is not None:
        # A collective may hold one place together, so holders are counted, not what they stand for.
        own = [holder for holder in holders if not holder.may_stand_in]
        if sum(holder.is_surely_in_term for holder in own) > maximum:
            return SeatState.OVER_FILLED
        if sum(holder.may_be_in_term for holder in own) > maximum:
            return SeatState.UNKNOWN
    if minimum is None:
        return SeatState.UNKNOWN
    if sum(holder.least for holder in holders if holder.is_surely_in_term) >= minimum:
        return SeatState.FILLED
    if not _may_reach([holder for holder in holders if holder.may_be_in_term], minimum):
        if sum(holder.least for holder in holders if not holder.may_be_away) >= minimum:
            return SeatState.EXPIRED
        if complete and not _may_reach(holders, minimum):
            return SeatState.VACANT
    return SeatState.UNKNOWN


def _may_reach(holders: Sequence[_Holder], minimum: int) -> bool:
    """Return whether holders may stand for as many; nobody knows how many some stand for."""
    known = [holder.most for holder in holders if holder.most is not None]
    return len(known) < len(holders) or sum(known) >= minimum


def _known(holder: _Holder) -> int:
    return holder.least if holder.most is None else holder.most


def _all_hold(periods: Iterable[Period], day: PartialDate) -> bool | None:
    held = [period.holds_on(day) for period in periods]
    return False if False in held else None if None in held else True


def _size(graph: Graph, node_id: str, day: PartialDate) -> tuple[int, int | None]:
    """Return how many a holder stands for, at the least and at the most.

    The most is None for a collective that is not all written down; a single one is 1.
    """
    node = graph.nodes[node_id]
    if not node.collective:
        return 1, 1
    if node.roster != "complete":
        return 1, None
    there = [is_present(graph, member, day) for member in graph.memberships_of(node_id)]
    return there.count(True), len(there) - there.count(False)


def _places(graph: Graph, count: Count, day: PartialDate) -> tuple[int | None, int | None]:
    """Return how many places a count means, at the least and at the most."""
    if count.per is None:
        return count.minimum, count.maximum
    least, most = _size(graph, count.per, day)
    if least != most:
        return None, None
    return count.minimum * least, None if count.maximum is None else count.maximum * least

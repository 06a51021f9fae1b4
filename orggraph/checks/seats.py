"""Rules of seats: as many members as the rule says, and nobody longer than its term."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from orggraph.checks.case import Case, Member
from orggraph.checks.place import Place
from orggraph.model import DayRange, Relation, Seat
from orggraph.queries.seats import SeatState, may_stand_in
from orggraph.queries.tenure import find_renewal, find_tenure
from orggraph.source import Problem, problem
from orggraph.words import say


def find_ill_filled(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats that have more members than places, or certainly a vacancy."""
    for status in place.statuses:
        if status.state not in (SeatState.OVER_FILLED, SeatState.VACANT):
            continue
        seat = status.seat
        is_vacant = status.state is SeatState.VACANT
        places = status.minimum if is_vacant else status.maximum
        yield problem(
            "seat-vacant" if is_vacant else "seat-over-filled",
            seat.location,
            subjects=[seat.body, seat.id],
            seat=case.seat_name(seat),
            body=case.name(seat.body),
            filled=status.filled,
            count=places if seat.count.per else seat.count.amount,
        )


class _LastDay(DayRange):
    """The last day of a term, to be told in any language, and if it may have been earlier."""

    __slots__ = ()

    def message(self, language: str, /) -> str:
        key = "on-day" if self.earliest == self.latest else "by-day"
        return say(key, language, day=self.latest)


def find_expired(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the members whose term is certainly over and who are still written as sitting."""
    for status in place.statuses:
        for membership in status.expired if case.holds(status.seat) else ():
            last = find_tenure(case.whole, membership).last
            assert last is not None  # it is computed, as the state of the seat is
            yield problem(
                "term-expired",
                membership.location,
                subjects=[membership.source, status.seat.id],
                member=case.name(membership.source),
                seat=case.seat_name(status.seat),
                body=case.name(status.seat.body),
                last=_LastDay(*last),
            )


def find_unknown_ends(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats with a term whose holders have no start, so that no end follows."""
    undated: dict[str | None, list[str]] = defaultdict(list)
    for member in place.members if place.seats else ():
        if not member.relation.period:
            undated[member.relation.seat_id].append(member.node)
    for seat in place.seats:
        open_ = undated.get(seat.id)
        if open_ and seat.term is not None and case.holds(seat):
            yield problem(
                "term-without-start",
                seat.location,
                subjects=[seat.id, *open_],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
                members=case.names(open_),
            )


def find_overlaps(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the seats that had, or will have, more holders at once than places.

    Only dates that are written down count: nobody knows how long they sat whose start is not, or
    whose term ran out; and who sits now may leave before a successor comes. A post and the person
    who holds it are one. Of the day itself the state of the seat tells.
    """
    states = (SeatState.OVER_FILLED, SeatState.CLOSED)
    told = {status.seat.id for status in place.statuses if status.state in states}
    seats = {seat.id: seat for seat in place.written}
    by_seat: dict[str, list[Relation]] = defaultdict(list)
    for membership in place.ever_seated:
        if membership.seat_id and membership.period and not membership.is_derived:
            by_seat[membership.seat_id].append(membership)
    for seat_id, members in by_seat.items():
        seat = seats[seat_id]
        if seat_id in told or seat.count.maximum is None or seat.count.per:
            continue
        if crowd := _too_many(case, seat, members):
            day, holders = crowd
            last = max(holders, key=lambda m: m.location or ("",))
            yield problem(
                "terms-overlap",
                last.location,
                subjects=[seat_id, *dict.fromkeys(m.source for m in holders)],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
                members=case.names(m.source for m in holders),
                day=day,
                count=seat.count.amount,
            )


def find_sitting_twice(case: Case, place: Place) -> Iterator[Problem]:
    """Yield who certainly has two places in one body at once, for the same party.

    An office may come on top of a place, as for the member whom a board elects as its chair.
    """
    seen: dict[str, list[Member]] = defaultdict(list)
    for member in place.members:
        if any(_are_two_places(case, each, member) for each in seen[member.node]):
            yield place.problem_of("sits-twice", member)
        if not case.whole.nodes[member.node].collective:
            seen[member.node].append(member)


def _are_two_places(case: Case, one: Member, other: Member) -> bool:
    renewals = {find_renewal(case.whole, each.relation) for each in (one, other)}
    if one.represents != other.represents or not renewals.isdisjoint(
        {one.relation, other.relation}
    ):
        return False
    if one.relation.seat == other.relation.seat and one.role == other.role:
        # Of two starts of which only one is known, either may be the renewal of the other.
        return (one.relation.period.start is None) == (other.relation.period.start is None)
    return one.has_place and other.has_place


def _too_many(
    case: Case, seat: Seat, members: Sequence[Relation]
) -> tuple[date, list[Relation]] | None:
    """Return the first day on which more certainly sit than there are places, and who they are."""
    own = [member for member in members if not may_stand_in(seat, member)]
    spans = [(*span, member) for member in own if (span := _certain_days(case, seat, member))]
    there: list[tuple[date, Relation]] = []
    for first, last, member in sorted(spans, key=lambda span: span[0]):
        there = [(until, each) for until, each in there if until >= first]
        there.append((last, member))
        holders = {each.source for _, each in there}
        alone = [each for each in holders if holders.isdisjoint(case.ever_held(each))]
        if len(alone) > (seat.count.maximum or 0):
            return first, [each for start, end, each in spans if start <= first <= end]
    return None


def _certain_days(case: Case, seat: Seat, membership: Relation) -> tuple[date, date] | None:
    """Return the first and the last day that a membership covers whatever its dates may mean.

    Nobody sits before they are there or after they are gone, whatever else is written.
    """
    start, end = membership.period
    if start is None or (end is None and seat.term is not None):
        return None
    own = case.whole.nodes[membership.source].period
    first = max(each.last_day() for each in (start, own.start) if each)
    last = min(each.first_day() for each in (end or case.day, own.end) if each)
    return (first, last) if first <= last else None

"""Rules of seats: as many members as the rule says, and nobody longer than its term."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from orggraph.checks.case import Case, Member
from orggraph.model import DayRange, PartialDate, Relation, Seat
from orggraph.queries.seats import SeatState, may_stand_in
from orggraph.queries.tenure import find_renewal, find_tenure
from orggraph.source import Problem, problem
from orggraph.words import say


def find_ill_filled(case: Case) -> Iterator[Problem]:
    """Yield the seats that have more members than places, or certainly a vacancy."""
    for status in case.seats:
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


def find_expired(case: Case) -> Iterator[Problem]:
    """Yield the members whose term is certainly over and who are still written as sitting."""
    for status in case.seats:
        for membership in () if status.state is SeatState.CLOSED else status.expired:
            last = find_tenure(case.graph, membership).last
            assert last is not None
            yield problem(
                "term-expired",
                membership.location,
                subjects=[membership.source, status.seat.id],
                member=case.name(membership.source),
                seat=case.seat_name(status.seat),
                body=case.name(status.seat.body),
                last=_LastDay(*last),
            )


def find_unknown_ends(case: Case) -> Iterator[Problem]:
    """Yield the seats with a term whose holders have no start, so that no end follows."""
    for seat in case.graph.seats.values():
        if seat.term is None or not case.holds(seat):
            continue
        open_ = [
            member.node
            for member in case.members(seat.body)
            if member.seat == seat and not member.relation.period
        ]
        if open_:
            yield problem(
                "term-without-start",
                seat.location,
                subjects=[seat.id, *open_],
                seat=case.seat_name(seat),
                body=case.name(seat.body),
                members=case.names(open_),
            )


def find_overlaps(case: Case) -> Iterator[Problem]:
    """Yield the seats that had, or will have, more holders at once than places.

    Only dates that are written down count: nobody knows how long they sat whose start is not, or
    whose term ran out; and who sits now may leave before a successor comes. Of the day itself the
    state of the seat tells.
    """
    told = {s.seat.id for s in case.seats if s.state in (SeatState.OVER_FILLED, SeatState.CLOSED)}
    by_seat: dict[str, list[Relation]] = defaultdict(list)
    for membership in _memberships(case):
        if membership.seat_id and membership.period:
            by_seat[membership.seat_id].append(membership)
    for seat_id, members in by_seat.items():
        seat = case.whole.seats[seat_id]
        if seat_id in told or seat.count.maximum is None or seat.count.per:
            continue
        if crowd := _too_many(seat, members, case.day):
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


def find_sitting_twice(case: Case) -> Iterator[Problem]:
    """Yield who certainly has two places in one body at once, for the same party.

    An office may come on top of a place, as for the member whom a board elects as its chair.
    """
    for body in case.graph.nodes:
        seen: dict[str, list[Member]] = defaultdict(list)
        for member in case.members(body):
            if any(_are_two_places(case, each, member) for each in seen[member.node]):
                yield problem(
                    "sits-twice",
                    member.relation.location,
                    subjects=[body, member.node],
                    member=case.name(member.node),
                    body=case.name(body),
                )
            if not case.graph.nodes[member.node].collective:
                seen[member.node].append(member)


def _are_two_places(case: Case, one: Member, other: Member) -> bool:
    renewals = {find_renewal(case.whole, each.relation) for each in (one, other)}
    if one.represents != other.represents or not renewals.isdisjoint(
        {one.relation, other.relation}
    ):
        return False
    if one.relation.seat == other.relation.seat and one.role == other.role:
        return True
    return one.has_place and other.has_place


def _memberships(case: Case) -> Iterator[Relation]:
    rosters = case.whole.vocabulary.types_of(trait="roster")
    for relation in case.whole.relations.values():
        if relation.type in rosters and not relation.is_derived:
            yield relation


def _too_many(
    seat: Seat, members: Sequence[Relation], today: PartialDate
) -> tuple[date, list[Relation]] | None:
    """Return the first day on which more certainly sit than there are places, and who they are."""
    own = [member for member in members if not may_stand_in(seat, member)]
    spans = [(*span, member) for member in own if (span := _certain_days(seat, member, today))]
    for day in sorted({first for first, _, _ in spans}):
        there = [member for first, last, member in spans if first <= day <= last]
        if len({member.source for member in there}) > (seat.count.maximum or 0):
            return day, there
    return None


def _certain_days(seat: Seat, membership: Relation, today: PartialDate) -> tuple[date, date] | None:
    """Return the first and the last day that a membership covers whatever its dates may mean."""
    start, end = membership.period
    if start is None or (end is None and seat.term is not None):
        return None
    first, last = start.last_day(), (end or today).first_day()
    return (first, last) if first <= last else None

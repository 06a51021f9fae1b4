"""The state of a seat, held against all days that its dates may mean."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from itertools import product
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.model import Count, Graph, Node, PartialDate, Parts, Period, Relation, Seat, Term
from orggraph.queries.seats import SeatState, find_seats
from orggraph.text import LocalText
from tests.conftest import LoadText

DAYS = st.dates(date(2021, 1, 1), date(2021, 4, 15))


def partial(day: date, accuracy: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:accuracy])


MONTHS_AND_DAYS = st.builds(partial, DAYS, st.integers(2, 3))
SPANS = st.builds(Period, st.none() | MONTHS_AND_DAYS, st.none() | MONTHS_AND_DAYS).filter(
    lambda period: not period.is_reversed
)


class Case(NamedTuple):
    count: Count
    is_complete: bool
    term: Term | None
    members: list[tuple[Period, Period]]  # of the membership, and of the person
    seat: Period
    body: Period


ALWAYS, IN_2021 = st.just(Period()), st.just(Period(PartialDate(2021)))
LEAVING = st.builds(Period, st.none(), MONTHS_AND_DAYS)
CASES = st.builds(
    Case,
    st.sampled_from([Count(), Count(2, 2), Count(1, 2), Count(0, 1), Count(2, None)]),
    st.booleans(),
    st.none() | st.builds(Term, st.integers(1, 4)),
    st.lists(st.tuples(SPANS | IN_2021, ALWAYS | LEAVING), max_size=3),
    ALWAYS | SPANS,
    ALWAYS | LEAVING,
)


def graph_of(case: Case) -> Graph:
    def node(id_: str, kind: str, period: Period, roster: str = "unknown") -> Node:
        return Node(id=id_, kind=kind, name=LocalText.of(id_), period=period, roster=roster)

    ids = [f"p{number}" for number in range(len(case.members))]
    persons = [
        node(id_, "person", period) for id_, (_, period) in zip(ids, case.members, strict=True)
    ]
    members = [
        Relation(id=f"m{id_}", type="member_of", source=id_, target="b", seat="s", period=period)
        for id_, (period, _) in zip(ids, case.members, strict=True)
    ]
    body = node("b", "body", case.body, "complete" if case.is_complete else "partial")
    seat = Seat(body="b", key="s", count=case.count, term=case.term, period=case.seat)
    return Graph(Parts((body, *persons), tuple(members), (seat,)))


@cache
def days(when: PartialDate) -> list[date]:
    first, last = when.first_day(), when.last_day()
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def spans(period: Period) -> Iterator[tuple[date | None, date | None]]:
    """Yield all that the dates of a period may mean."""
    starts = days(period.start) if period.start else [None]
    ends = days(period.end) if period.end else [None]
    pairs = product(starts, ends)
    yield from (pair for pair in pairs if None in pair or pair[0] <= pair[1])  # type: ignore[operator]


def last_day(start: date, term: Term) -> date:
    year, month = start.year + (start.month + term.months - 1) // 12, (start.month + term.months)
    month = (month - 1) % 12 + 1
    try:
        return date(year, month, start.day) - timedelta(days=1)
    except ValueError:
        return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def holds(span: tuple[date | None, date | None], day: date) -> bool:
    start, end = span
    return (start is None or start <= day) and (end is None or day <= end)


@cache
def may_hold(period: Period, day: date) -> set[bool]:
    return {holds(span, day) for span in spans(period)}


def of_member(case: Case, member: tuple[Period, Period], day: date) -> set[str]:
    """Return what may be of a member on a day: away, in term, or over."""
    membership, person = member
    found = set()
    for span in spans(membership):
        start, end = span
        if not holds(span, day):
            found.add("away")
        elif start and end is None and case.term and last_day(start, case.term) < day:
            found.add("over")
        else:
            found.add("in term")
        if len(found) == 3:
            break
    there = may_hold(person, day)
    return (found if True in there else set()) | ({"away"} if False in there else set())


def state_on(case: Case, members: tuple[str, ...], is_in_force: bool) -> SeatState:
    """Return the state where everything is known, by the table of `SeatState`."""
    in_term, over = members.count("in term"), members.count("over")
    if not is_in_force:
        return SeatState.CLOSED
    if case.count.maximum is not None and in_term > case.count.maximum:
        return SeatState.OVER_FILLED
    if in_term >= case.count.minimum:
        return SeatState.FILLED
    if in_term + over >= case.count.minimum:
        return SeatState.EXPIRED
    return SeatState.VACANT if case.is_complete else SeatState.UNKNOWN


def possible_states(case: Case, when: PartialDate) -> set[SeatState]:
    found = set()
    for day in days(when):
        force = {a and b for a in may_hold(case.seat, day) for b in may_hold(case.body, day)}
        each = [of_member(case, member, day) for member in case.members]
        found |= {state_on(case, members, f) for members in product(*each) for f in force}
    return found


@settings(max_examples=500, deadline=None)
@given(CASES, DAYS)
def test_a_state_is_told_where_all_days_have_it_in_common(case: Case, day: date) -> None:
    on = partial(day, 3)
    states = possible_states(case, on)
    (found,) = find_seats(graph_of(case), on=on)
    assert found.state == (states.pop() if len(states) == 1 else SeatState.UNKNOWN)


@settings(max_examples=150, deadline=None)
@given(CASES.filter(lambda case: len(case.members) < 3), DAYS)
def test_on_a_coarse_day_nothing_is_told_that_one_of_its_days_denies(case: Case, day: date) -> None:
    on = partial(day, 2)
    (found,) = find_seats(graph_of(case), on=on)
    if found.state is not SeatState.UNKNOWN:
        assert possible_states(case, on) == {found.state}


SUCCESSION = """\
    bodies:
      b:
        name: B
        roster: {roster}
        seats: {{s: {{count: {count}, term: 3 years}}}}
        members: [{members}]
    persons: {{ann: Ann, bob: Bob, cid: Cid}}
    """
ANN, BOB = "{person: ann, seat: s, from: 2020-01-01}", "{person: bob, seat: s, from: 2023-01-01}"


@pytest.mark.parametrize(
    ("members", "roster", "count", "day", "state", "filled", "expired"),
    [
        (ANN, "complete", "1", "2022-12-31", "filled", 1, []),
        (ANN, "complete", "1", "2023-01-01", "expired", 0, ["ann"]),
        (ANN, "unknown", "1", "2023-01-01", "expired", 0, ["ann"]),
        (f"{ANN}, {BOB}", "complete", "1", "2023-01-01", "filled", 1, ["ann"]),
        (f"{ANN}, {BOB}", "complete", "1", "2022-12-31", "filled", 1, []),
        (f"{ANN}, {BOB}", "complete", "1", "2026-01-01", "expired", 0, ["ann", "bob"]),
        (f"{ANN}, {BOB}", "complete", "2", "2023-01-01", "expired", 1, ["ann"]),
        (f"{ANN}, {BOB}", "complete", "3", "2023-01-01", "vacant", 1, ["ann"]),
        (f"{ANN}, {BOB}", "partial", "3", "2023-01-01", "unknown", 1, ["ann"]),
        ("{person: ann, seat: s}", "complete", "1", "2050", "filled", 1, []),
        ("{person: ann, seat: s, from: 2020}", "complete", "1", "2023-06", "unknown", 1, []),
        (f"{ANN[:-1]}, until: 2030}}", "partial", "1", "2025", "filled", 1, []),
    ],
)  # fmt: skip
def test_a_seat_expires_with_the_terms_of_those_who_hold_it(
    load_text: LoadText,
    members: str,
    roster: str,
    count: str,
    day: str,
    state: str,
    filled: int,
    expired: list[str],
) -> None:
    graph = load_text(SUCCESSION.format(members=members, roster=roster, count=count))
    (found,) = find_seats(graph, on=PartialDate.parse(day))
    assert (found.state, found.filled) == (state, filled)
    assert [holder.source for holder in found.expired] == expired


def test_places_missing_are_those_beside_whoever_may_sit(load_text: LoadText) -> None:
    members = f"{ANN}, {{person: cid, seat: s, from: 2023}}"
    graph = load_text(SUCCESSION.format(members=members, roster="complete", count="4"))
    (found,) = find_seats(graph, on=PartialDate.parse("2023-06-01"))
    # Ann's term is over, and Cid may have come: for certain two places are free.
    assert (found.state, found.filled, found.at_most, found.missing) == ("vacant", 0, 2, 2)


@pytest.mark.parametrize(
    ("day", "state", "minimum"),
    [
        ("2019", "filled", 1),  # before the second club there was a place for one
        ("2020", "unknown", None),
        ("2021", "vacant", 2),
    ],
)
def test_places_for_each_member_are_counted_on_the_day(
    load_text: LoadText, day: str, state: str, minimum: int | None
) -> None:
    graph = load_text(
        """\
        bodies:
          b:
            name: B
            roster: complete
            seats: {s: {count: 1 per clubs}}
            members: [{person: p, seat: s}]
        organisations:
          clubs:
            name: C
            collective: yes
            roster: complete
            members: [x, {organisation: y, from: 2020}]
          x: X
          y: Y
        persons: {p: P}
        """
    )
    (found,) = find_seats(graph, "b", on=PartialDate.parse(day))
    assert (found.state, found.minimum, found.maximum) == (state, minimum, minimum)


def test_who_may_be_gone_leaves_open_if_a_term_is_over_or_a_seat_vacant(
    load_text: LoadText,
) -> None:
    text = SUCCESSION.format(members=ANN, roster="complete", count="1")
    graph = load_text(text.replace("ann: Ann", "ann: {name: Ann, until: 2023}"))
    days = ("2022-12-31", "2023-06-01", "2024-01-01")
    states = [find_seats(graph, on=PartialDate.parse(day))[0].state for day in days]
    assert states == ["filled", "unknown", "vacant"]


def test_who_is_gone_altogether_holds_no_seat(load_text: LoadText) -> None:
    text = SUCCESSION.format(members="{person: ann, seat: s}", roster="complete", count="1")
    graph = load_text(text.replace("ann: Ann", "ann: {name: Ann, until: 2020}"))
    states = [find_seats(graph, on=PartialDate(year))[0].state for year in (2019, 2021)]
    assert states == ["filled", "vacant"]

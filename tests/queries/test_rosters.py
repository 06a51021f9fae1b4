"""Who sits where, and what of a seat's rule is known to be kept."""

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import Count, PartialDate
from orggraph.queries.description import describe
from orggraph.queries.rosters import SeatState, find_roster, find_seats
from tests.conftest import LoadText

FILLED, VACANT = SeatState.FILLED, SeatState.VACANT
OVER_FILLED, UNKNOWN = SeatState.OVER_FILLED, SeatState.UNKNOWN


def status_of(load_text: LoadText, count: str, holders: int, roster: str = "complete"):  # type: ignore[no-untyped-def]
    members = ", ".join(f"{{person: p{i}, seat: s}}" for i in range(holders))
    graph = load_text(
        f"""\
        bodies:
          b: {{name: B, roster: {roster}, seats: {{s: {{count: {count}}}}}, members: [{members}]}}
        organisations:
          listed: {{name: L, collective: yes, roster: complete, members: [b, none]}}
          partial: {{name: P, collective: yes, roster: partial, members: [b]}}
          none: N
        persons: {{{", ".join(f"p{i}: P{i}" for i in range(8))}}}
        """
    )
    (found,) = find_seats(graph, "b")
    return found


@pytest.mark.parametrize(
    ("count", "holders", "roster", "state"),
    [
        ("1", 1, "complete", FILLED),
        ("1", 0, "complete", VACANT),
        ("1", 0, "partial", UNKNOWN),
        ("1", 0, "unknown", UNKNOWN),
        ("1", 2, "unknown", OVER_FILLED),
        ("2", 1, "complete", VACANT),
        ("2", 2, "unknown", FILLED),
        ("4-6", 3, "complete", VACANT),
        ("4-6", 3, "partial", UNKNOWN),
        ("4-6", 4, "complete", FILLED),
        ("4-6", 6, "complete", FILLED),
        ("4-6", 7, "complete", OVER_FILLED),
        ("2+", 8, "complete", FILLED),
        ("2+", 1, "complete", VACANT),
        ("0-1", 0, "complete", FILLED),
        ("1 per listed", 2, "complete", FILLED),
        ("1 per listed", 1, "complete", VACANT),
        ("1 per listed", 3, "complete", OVER_FILLED),
        ("1-2 per listed", 4, "complete", FILLED),
        ("2+ per listed", 8, "complete", FILLED),
        ("1 per partial", 0, "complete", UNKNOWN),
        ("1 per partial", 8, "complete", UNKNOWN),
    ],
)
def test_a_vacancy_is_told_only_where_all_members_are_known(
    load_text: LoadText, count: str, holders: int, roster: str, state: SeatState
) -> None:
    status = status_of(load_text, count, holders, roster)
    assert (status.state, status.filled) == (state, holders)


@pytest.mark.parametrize(
    ("count", "holders", "minimum", "maximum", "missing"),
    [
        ("4-6", 1, 4, 6, 3),
        ("4-6", 5, 4, 6, 0),
        ("2+", 0, 2, None, 2),
        ("2-3 per listed", 1, 4, 6, 3),
        ("2+ per listed", 1, 4, None, 3),
        ("1 per partial", 1, None, None, 0),
    ],
)
def test_a_seat_knows_its_places(
    load_text: LoadText, count: str, holders: int, minimum: int, maximum: int, missing: int
) -> None:
    status = status_of(load_text, count, holders)
    assert (status.minimum, status.maximum, status.missing) == (minimum, maximum, missing)


@pytest.mark.parametrize(
    ("count", "roster", "state", "filled", "open_rows"),
    [
        ("4-6", "unknown", UNKNOWN, 1, 0),
        ("4-6", "complete", VACANT, 2, 1),
        ("2", "complete", FILLED, 2, 0),
        ("1", "unknown", FILLED, 1, 0),
        ("1", "complete", FILLED, 2, 0),
    ],
)
def test_a_collective_that_holds_a_seat_stands_for_its_members(
    load_text: LoadText, count: str, roster: str, state: SeatState, filled: int, open_rows: int
) -> None:
    graph = load_text(
        f"""\
        bodies:
          b: {{name: B, roster: complete, seats: {{s: {{count: {count}}}}},
              members: [{{organisation: clubs, seat: s}}]}}
        organisations:
          clubs: {{name: C, collective: yes, roster: {roster}, members: [x, y]}}
          x: X
          y: Y
        """
    )
    (status,) = find_seats(graph)
    assert (status.state, status.filled, len(status.holders)) == (state, filled, 1)
    assert sum(row.membership is None for row in find_roster(graph, "b").rows) == open_rows


BOARD = """\
    organisations: {town: Town, union: Union}
    bodies:
      b:
        name: B
        roster: complete
        seats:
          chair: {role: chair, count: 1, appointed by: town, term: 3 years, represents: town}
          plain: {count: 2-3, elected by: union, vote: no}
        members:
          - {person: zoe, seat: chair, from: 2024}
          - {person: ann, seat: plain, vote: yes, role: secretary, represents: union}
          - {post: head}
      empty: E
    posts: {head: {name: Head, held by: [bo, ann]}}
    persons:
      zoe: {name: Zoe, employed by: [union, town]}
      ann: Ann
      bo: Bo
    """


def test_a_member_takes_from_the_seat_what_it_leaves_unsaid(load_text: LoadText) -> None:
    zoe, ann, *_ = find_roster(load_text(BOARD), "b").rows
    assert zoe.role is not None
    assert (zoe.role.id, zoe.vote, zoe.represents) == ("chair", None, "town")
    assert (zoe.employers, str(zoe.term)) == (("town", "union"), "3 years")
    assert [str(filling) for filling in zoe.fillings] == ["appoints by town"]
    assert str(zoe.period.start) == "2024"
    assert ann.role is not None
    assert (ann.role.id, ann.vote, ann.represents) == ("secretary", True, "union")


def test_a_post_that_is_a_member_tells_who_holds_it(load_text: LoadText) -> None:
    head = find_roster(load_text(BOARD), "b").rows[2]
    assert head.membership is not None
    assert (head.membership.source, head.holders, head.seat) == ("head", ("ann", "bo"), None)
    assert (head.role, head.vote, head.represents, head.fillings, head.term) == (
        None, None, None, (), None,
    )  # fmt: skip


def test_what_is_vacant_comes_last_with_what_its_seat_says(load_text: LoadText) -> None:
    roster = find_roster(load_text(BOARD), "b")
    vacant = roster.rows[-1]
    assert [row.state for row in roster.rows] == [FILLED, FILLED, FILLED, VACANT]
    assert (vacant.membership, vacant.vote, vacant.places) == (None, False, Count(1, 2))
    assert vacant.seat is not None
    assert vacant.seat.key == "plain"
    assert [str(filling) for filling in vacant.fillings] == ["elects by union"]
    assert [status.seat.key for status in roster.seats] == ["chair", "plain"]


def test_places_left_are_counted_where_the_collective_is_listed(
    load_text: LoadText,
) -> None:
    graph = load_text(
        """\
        bodies:
          b:
            name: B
            roster: complete
            seats: {s: {count: 1 per all}, t: {count: 3}, u: {count: 1-2 per two}}
            members: [{person: p, seat: t}, {person: p, seat: u}]
        organisations:
          all: {name: All, collective: yes}
          two: {name: Two, collective: yes, roster: complete, members: [b, all]}
        persons: {p: P}
        """
    )
    rows = find_roster(graph, "b").rows
    assert [str(row.places) for row in rows[2:]] == ["1 per all", "2", "1-3"]
    assert [row.state for row in rows[2:]] == [UNKNOWN, VACANT, VACANT]


def test_seats_of_every_body_are_told_together(load_text: LoadText) -> None:
    graph = load_text(BOARD)
    assert [s.seat.id for s in find_seats(graph)] == ["b/chair", "b/plain"]
    assert find_seats(graph, "empty") == []


def test_a_body_without_members_has_an_empty_roster(load_text: LoadText) -> None:
    graph = load_text(BOARD)
    assert find_roster(graph, "empty") == ("empty", (), ())
    with pytest.raises(UnknownNodeError):
        find_roster(graph, "nobody")


def test_a_description_has_relations_both_ways_and_the_roster(load_text: LoadText) -> None:
    graph = load_text(BOARD)
    found = describe(graph, "zoe")
    assert found.node is graph.nodes["zoe"]
    assert [r.id for r in found.outgoing] == [
        "zoe:member_of:b:chair:2024", "zoe:represents:town/zoe:member_of:b:chair:2024",
        "zoe:employed_by:town", "zoe:employed_by:union",
    ]  # fmt: skip
    assert [(r.source, r.type) for r in found.incoming] == [("town", "appoints")]
    assert found.roster.rows == ()
    body = describe(graph, "b")
    assert body.roster == find_roster(graph, "b")
    assert [r.type for r in body.incoming] == [
        "appoints", "elects", "member_of", "member_of", "member_of",
    ]  # fmt: skip
    with pytest.raises(UnknownNodeError):
        describe(graph, "nobody")


SUCCESSION = """\
bodies:
  b:
    name: B
    roster: complete
    seats: {chair: {role: chair}, old: {until: 2020}}
    members:
      - {person: p, seat: chair, from: 2020-05, until: 2023-05-31}
      - {person: q, seat: chair, from: 2023-06, until: 2026}
persons: {p: P, q: Q}
"""


@pytest.mark.parametrize(
    ("day", "holders", "state"),
    [
        ("2019", [], "vacant"),
        ("2021", ["p"], "filled"),
        ("2023-05-31", ["p"], "filled"),
        ("2023-06", ["q"], "unknown"),  # from some day of that month
        ("2023-07", ["q"], "filled"),
        ("2020", ["p"], "unknown"),  # from May on, so 2020 is too coarse to tell
        ("2026", ["q"], "unknown"),  # until some day of 2026
        ("2027", [], "vacant"),
    ],
)
def test_a_seat_is_judged_by_who_sits_on_the_day(
    load_text: LoadText, day: str, holders: list[str], state: str
) -> None:
    graph, on = load_text(SUCCESSION), PartialDate.parse(day)
    for found in (find_seats(graph, on=on), find_seats(graph.restricted(as_of=on))):
        chair = found[0]
        assert ([m.source for m in chair.holders], chair.state) == (holders, state)
    rows = find_roster(graph, "b", on=on).rows
    empty = [row for row in rows if row.membership is None and row.seat == chair.seat]
    assert len(empty) == (state == "vacant")


def test_a_rule_out_of_force_is_no_vacancy(load_text: LoadText) -> None:
    graph = load_text(SUCCESSION)
    states = {s.seat.key: s.state for s in find_seats(graph, on=PartialDate(2021))}
    assert states == {"chair": "filled", "old": "closed"}


def test_without_a_date_today_counts(load_text: LoadText) -> None:
    graph = load_text(SUCCESSION)
    assert find_seats(graph) == find_seats(graph, on=PartialDate.today())

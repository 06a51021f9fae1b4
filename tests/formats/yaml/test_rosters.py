"""What seats and members in a data file mean."""

import pytest

from orggraph.model import Count, Filling, PartialDate, Period, Term
from orggraph.text import LocalText
from tests.conftest import LoadText
from tests.formats.yaml.test_reader import joined


@pytest.mark.parametrize(
    "members",
    [
        "[p]",
        "[{person: p}]",
        "[{member: p}]",
        "[{medlem: p, role: , vote: ~}]",
        "[{Person: ' p '}]",
    ],
)
def test_a_member_is_an_id_or_named_with_its_kind(load_text: LoadText, members: str) -> None:
    graph = load_text(f"bodies: {{a: {{name: A, members: {members}}}}}\npersons: {{p: P}}")
    assert [joined(r) for r in graph.memberships_of("a")] == [("p", "member_of", "a")]


def test_members_may_be_missing_altogether(load_text: LoadText) -> None:
    graph = load_text("bodies: {a: {name: A, members: , seats: ~}}")
    assert graph.memberships_of("a") == []
    assert list(graph.seats_of("a")) == []


def test_a_member_may_be_of_any_kind_and_hold_a_seat(load_text: LoadText) -> None:
    graph = load_text(
        """\
        organisations: {k: K}
        bodies:
          a:
            name: A
            seats: {s: {count: 2}, a: }
            members:
              - {organisation: k, seat: s, role: tovholder, vote: yes, represents: a}
              - {person: p, seat: a/s}
        persons: {p: P}
        """
    )
    by_source = {r.source: r for r in graph.memberships_of("a")}
    assert by_source["k"].role is not None
    assert (by_source["k"].role.id, by_source["k"].role.words) == (None, "tovholder")
    assert (by_source["k"].seat, by_source["k"].vote) == ("s", True)
    assert by_source["k"].represents == "a"
    assert (by_source["p"].seat, by_source["p"].seat_body) == ("s", None)


def test_a_seat_tells_its_rule_and_all_who_fill_it(load_text: LoadText) -> None:
    graph = load_text(
        """\
        organisations: {r: R, s: S, kk: {name: K, collective: yes}}
        bodies:
          a:
            name: A
            seats:
              one:
                name: First
                count: 1-2 per kk
                role: formand
                appointed by: [s, r, r]
                udpeges af: s
                indstilles af: kk
                term: 3 år
                vote: no
                represents: r
                from: 2025
                note: n
                status: inferred
        """
    )
    seat = graph.seats["a/one"]
    assert seat.fillings == (
        Filling("appoints", "r"),
        Filling("appoints", "s"),
        Filling("nominates", "kk"),
    )
    assert (seat.count, seat.term, seat.vote) == (Count(1, 2, "kk"), Term(36), False)
    assert seat.role is not None
    assert (seat.role.id, seat.represents, seat.status) == ("chair", "r", "inferred")
    assert (seat.name, seat.note) == (LocalText.of("First"), LocalText.of("n"))
    assert seat.period == Period(PartialDate(2025))

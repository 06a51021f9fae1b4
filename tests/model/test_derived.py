"""What follows from seats and members."""

import pytest

from orggraph.model import Count, PartialDate, Relation, Term
from tests.conftest import LoadText

TEXT = """\
sources: {d: {title: D}}
organisations: {region: R, kommune: K}
bodies:
  board:
    name: B
    seats:
      chair:
        {count: 1-2, role: chair, vote: yes, represents: kommune, term: 3 years,
         appointed by: [region, kommune], approved by: region, from: 2020, note: n,
         evidence: ["d: seat", "d: both"]}
      plain: {appointed by: region}
      free:
    members:
      - {person: p, seat: chair, evidence: ["d: both", "d: member"], from: 2021, until: 2024}
      - {person: q, seat: plain, role: secretary, vote: no, represents: region}
      - {person: r, seat: free}
      - s
persons: {p: P, q: Q, r: R, s: S}
"""


def derived(load_text: LoadText, text: str = TEXT) -> dict[str, Relation]:
    return {r.id: r for r in load_text(text).relations.values() if r.is_derived}


def test_who_fills_a_seat_appoints_to_the_body_and_each_holder(load_text: LoadText) -> None:
    assert set(derived(load_text)) == {
        "region:appoints:board/chair",
        "kommune:appoints:board/chair",
        "region:approves:board/chair",
        "region:appoints:board/plain",
        "region:appoints:p/p:member_of:board:chair:2021",
        "kommune:appoints:p/p:member_of:board:chair:2021",
        "region:approves:p/p:member_of:board:chair:2021",
        "region:appoints:q/q:member_of:board:plain",
        "p:represents:kommune/p:member_of:board:chair:2021",
        "q:represents:region/q:member_of:board:plain",
    }


def test_an_appointment_to_a_body_says_what_the_seat_says(load_text: LoadText) -> None:
    found = derived(load_text)["kommune:appoints:board/chair"]
    assert (found.source, found.type, found.target) == ("kommune", "appoints", "board")
    assert found.role is not None
    assert (found.role.id, found.vote, found.represents) == ("chair", True, "kommune")
    assert (found.seats, found.term) == (Count(1, 2), Term(36))
    assert (found.seat, found.seat_body, found.seat_id) == ("chair", "board", "board/chair")
    assert found.period.start == PartialDate(2020)
    assert found.derived_from == ("board/chair",)
    assert [e.quote for e in found.evidence] == ["seat", "both"]
    assert found.note is not None
    assert str(found.location).endswith(":7:7")


def test_an_appointment_of_a_holder_rests_on_seat_and_membership(load_text: LoadText) -> None:
    found = derived(load_text)["region:approves:p/p:member_of:board:chair:2021"]
    assert (found.source, found.type, found.target) == ("region", "approves", "p")
    assert found.derived_from == ("board/chair", "p:member_of:board:chair:2021")
    assert [e.quote for e in found.evidence] == ["seat", "both", "member"]
    assert found.role is not None
    assert (found.role.id, found.vote, found.represents) == ("chair", True, "kommune")
    assert (found.seats, found.term, found.status) == (None, Term(36), "stated")
    assert (found.period.start, found.period.end) == (PartialDate(2021), PartialDate(2024))
    assert str(found.location).endswith(":14:18")


def test_what_a_membership_says_comes_before_what_its_seat_says(load_text: LoadText) -> None:
    found = derived(load_text)["region:appoints:q/q:member_of:board:plain"]
    assert found.role is not None
    assert (found.role.id, found.vote, found.represents) == ("secretary", False, "region")


@pytest.mark.parametrize(
    ("seat", "member", "to_body", "to_holder"),
    [
        ("", "", "stated", "stated"),
        (", status: inferred", "", "inferred", "inferred"),
        ("", ", status: inferred", "stated", "inferred"),
        ("", ", inferred: {seat: the only one left}", "stated", "inferred"),
        ("", ", inferred: {role: a guess}", "stated", "stated"),
    ],
)
def test_what_rests_on_something_inferred_is_inferred(
    load_text: LoadText, seat: str, member: str, to_body: str, to_holder: str
) -> None:
    found = derived(
        load_text,
        f"""\
        bodies:
          a:
            name: A
            seats: {{s: {{elected by: a{seat}}}}}
            members: [{{person: p, seat: s{member}}}]
        persons: {{p: P}}
        """,
    )
    assert found["a:elects:a/s"].status == to_body
    holder = found["a:elects:p/p:member_of:a:s"]
    assert holder.status == to_holder
    assert ("seat" in holder.reasons) == ("seat:" in member)
    assert "role" not in holder.reasons


def test_seats_of_the_same_name_stay_apart(load_text: LoadText) -> None:
    found = derived(
        load_text,
        """\
        bodies:
          a: {name: A, seats: {s: {appointed by: a}}, members: [{person: p, seat: s}]}
          b: {name: B, seats: {s: {appointed by: b}}, members: [{person: q, seat: s}]}
        persons: {p: P, q: Q}
        """,
    )
    holders = {(r.source, r.target) for r in found.values() if len(r.derived_from) == 2}
    assert holders == {("a", "p"), ("b", "q")}


def test_a_member_represents_whom_the_membership_says_or_else_the_seat(
    load_text: LoadText,
) -> None:
    found = derived(load_text)
    by_seat = found["p:represents:kommune/p:member_of:board:chair:2021"]
    assert by_seat.derived_from == ("board/chair", "p:member_of:board:chair:2021")
    assert [e.quote for e in by_seat.evidence] == ["seat", "both", "member"]
    assert (by_seat.period.start, by_seat.seat_id) == (PartialDate(2021), "board/chair")
    by_membership = found["q:represents:region/q:member_of:board:plain"]
    assert by_membership.derived_from == ("q:member_of:board:plain",)


@pytest.mark.parametrize(
    ("seat", "member", "status"),
    [
        ("represents: x", "", "stated"),
        ("represents: x, status: inferred", "", "inferred"),
        ("represents: x", ", inferred: {seat: a guess}", "inferred"),
        ("status: inferred", ", represents: x", "stated"),
        ("", ", represents: x, inferred: {seat: a guess}", "stated"),
        ("", ", represents: x, inferred: {represents: a guess}", "inferred"),
        ("", ", represents: x, status: inferred", "inferred"),
        ("", ", represents: p", None),  # nobody represents themselves
        ("", "", None),
    ],
)
def test_representation_is_as_certain_as_what_says_it(
    load_text: LoadText, seat: str, member: str, status: str | None
) -> None:
    found = derived(
        load_text,
        f"""\
        bodies:
          a: {{name: A, seats: {{s: {{{seat}}}}}, members: [{{person: p, seat: s{member}}}]}}
        organisations: {{x: X}}
        persons: {{p: P}}
        """,
    )
    assert [r.status for r in found.values()] == ([status] if status else [])

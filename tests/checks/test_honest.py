"""Organisations in which all is in order, and of which no rule may say otherwise."""

# ruff: noqa: E501 (a case a line)

from collections.abc import Callable
from textwrap import dedent

import pytest

from orggraph.checks import CheckReport
from tests.checks.conftest import Find

PEOPLE = "\npersons: {ada: Ada, ben: Ben, cy: Cy}\norganisations: {town: Town, firm: Firm}\n"

HONEST = {
    "appointed again, back to back": (
        "S101 S102 G026 G030 G032 G033",
        """\
        bodies:
          board:
            name: Board
            roster: complete
            seats: {chair: {role: chair, term: 3 years, appointed by: town}}
            members:
              - {person: ada, seat: chair, from: 2021-01-01}
              - {person: ada, seat: chair, from: 2024-01-01}
        """,
    ),
    "appointed again before the first term is over": (
        "S101 S102 G021 G030 G032 G033",
        """\
        bodies:
          board:
            name: Board
            roster: complete
            seats: {chair: {role: chair, term: 4 years, appointed by: town}}
            members:
              - {person: ada, seat: chair, from: 2022-01-01}
              - {person: ada, seat: chair, from: 2025-01-01}
        """,
    ),
    "a successor after a term of which nobody wrote the end": (
        "S101 G021 G032 G033",
        """\
        bodies:
          board:
            name: Board
            seats: {chair: {role: chair, term: 2 years, appointed by: town}}
            members: [{person: ada, seat: chair, from: 2020}, {person: ben, seat: chair, from: 2024}]
        """,
    ),
    "a successor is chosen while the predecessor still sits": (
        "S101 G021 G032",
        """\
        bodies:
          board:
            name: Board
            seats: {chair: {role: chair, appointed by: town}}
            members: [{person: ada, seat: chair, from: 2020}, {person: ben, seat: chair, from: 2026}]
        """,
    ),
    "who sat since an unknown day": (
        "G032",
        """\
        bodies:
          board:
            name: Board
            seats: {a: {appointed by: town}}
            members:
              - {person: ada, seat: a, until: 2023-06-30}
              - {person: ben, seat: a, from: 2019, until: 2020}
        """,
    ),
    "an acting chair, and a deputy without a vote": (
        "S101 G021 G032",
        """\
        bodies:
          board:
            name: Board
            seats: {chair: {role: chair, appointed by: town}, x: {appointed by: town}}
            members:
              - {person: ada, seat: chair, from: 2022-01-01, until: 2027-01-01}
              - {person: ben, seat: chair, role: fungerende formand, from: 2025-01-01, until: 2026-01-01}
              - {person: ada, seat: x, represents: town}
              - {person: cy, seat: x, vote: no}
        """,
    ),
    "two who share the chair": (
        "S101 G021",
        """\
        bodies:
          board:
            name: Board
            seats: {chair: {role: chair, count: 2, appointed by: town}}
            members: [{person: ada, seat: chair}, {person: ben, seat: chair}]
        """,
    ),
    "a chair by office, with the person who holds it": (
        "S101 G011 G014 G021 G033",
        """\
        bodies:
          board:
            name: Board
            seats: {chair: {role: chair}}
            members: [{post: mayor, seat: chair}, {person: ada, seat: chair}]
        posts: {mayor: {name: Mayor, held by: ada}}
        """,
    ),
    "a board that elects its chair among its members": (
        "G010 G012 G020 G021 G026 G033 S101",
        """\
        bodies:
          meeting: {name: Meeting}
          board:
            name: Board
            roster: complete
            reports to: meeting
            seats:
              chair: {role: chair, elected by: board}
              treasurer: {role: kasserer, elected by: board}
              member: {role: member, count: 3, elected by: meeting}
            members:
              - {person: ada, seat: member}
              - {person: ben, seat: member}
              - {person: cy, seat: member}
              - {person: ada, seat: chair}
              - {person: ben, seat: treasurer}
        """,
    ),
    "one who represents two parties": (
        "S101 S102 G033",
        """\
        bodies:
          board:
            name: Board
            roster: complete
            seats: {each: {count: 2, appointed by: [town, firm]}}
            members:
              - {person: ada, seat: each, represents: town}
              - {person: ada, seat: each, represents: firm, id: ada-for-firm}
        """,
    ),
    "parties with a place by right": (
        "G011 G014",
        """\
        bodies:
          board:
            name: Board
            seats: {a: {appointed by: town}, b: {}}
            members: [{organisation: town, seat: a}, {organisation: firm, seat: b}]
        """,
    ),
    "who is appointed to a body that has seats": (
        "G014",
        """\
        bodies:
          board: {name: Board, appointed by: town, seats: {a: {count: 3}}}
        """,
    ),
    "an appointer that took over, and one that is to come": (
        "G013",
        """\
        bodies:
          board: {name: Board, seats: {a: {appointed by: [old, town]}, b: {appointed by: new}}}
        posts: {old: {name: Old, until: 2006}, new: {name: New, from: 2030}}
        """,
    ),
    "an assembly that chooses those below it": (
        "G001 G003",
        """\
        bodies:
          parliament: {name: Parliament, seats: {a: {count: 9, elected by: people}}}
          people: {name: People}
          cabinet: {name: Cabinet, seats: {a: {count: 2, elected by: parliament}}, reports to: firm}
        """,
    ),
    "a board by itself": ("G001", "bodies: {board: {name: Board, members: [ada, ben]}}\n"),
    "a superior, and who is above that one": (
        "G002",
        """\
        bodies:
          top: {name: Top}
          mid: {name: Mid, reports to: top}
          low: {name: Low, reports to: [mid, top]}
          side: {name: Side, reports to: [top, chair], anchored in: town}
        posts: {chair: {name: Chair, post in: top}}
        """,
    ),
    "a unit whose head reports": (
        "G003",
        """\
        bodies:
          unit: {name: Unit, part of: town, members: [{post: clerk}]}
          panel: {name: Panel, part of: town, members: [ben], advises: town}
        posts: {head: {name: Head, post in: unit, reports to: boss}, boss: Boss, clerk: Clerk}
        """,
    ),
    "a chair by name, not by role": (
        "G022",
        """\
        bodies:
          board:
            name: Board
            roster: complete
            seats: {forperson: {appointed by: town}, a: {appointed by: town}}
            members: [{person: ada, seat: forperson}, {person: ben, seat: a}]
        """,
    ),
    "deputies and a group beside the seats": (
        "G026",
        """\
        bodies:
          board:
            name: Board
            roster: complete
            seats: {chair: {role: chair, appointed by: town}}
            members: [{person: ada, seat: chair}, {person: ben, role: suppleant}, {person: all}]
        organisations: {town: Town}
        persons: {ada: Ada, ben: Ben, all: {name: All, collective: yes}}
        """,
    ),
    "whoever works for a part of whom they represent": (
        "G041 G042",
        """\
        bodies:
          board: {name: Board, members: [{person: ada, represents: town}, {post: chief, represents: firm}]}
        organisations:
          town: Town
          dept: {name: Dept, part of: town}
          firm: Firm
          branch: {name: Branch, part of: firm}
        posts: {chief: {name: Chief, post in: branch}}
        persons: {ada: {name: Ada, employed by: dept}}
        """,
    ),
    "a farmer's co-operative and its staff's member": (
        "G050 G051 G053 G054",
        """\
        bodies:
          board:
            name: Board
            part of: dairy
            oversees: dairy
            members: [{person: ada}, {person: ben}]
        organisations: {dairy: {name: Dairy, members: [ada]}}
        persons: {ada: Ada, ben: {name: Ben, employed by: dairy}}
        """,
    ),
    "a board and a committee of its own": (
        "G050 G051 G053 G054",
        """\
        bodies:
          board: {name: Board, oversees: [audit, staff], members: [ada, ben, cy]}
          audit: {name: Audit, reports to: board, members: [ada, ben]}
          staff: {name: Staff, part of: board, members: [ada, dan]}
        persons: {ada: Ada, ben: Ben, cy: Cy, dan: Dan}
        """,
    ),
    "who oversees a whole organisation and reports to it": (
        "G053 G054",
        """\
        posts: {dpo: {name: Data protection officer, oversees: town, reports to: town, informed by: town}}
        bodies: {watch: {name: Watch, oversees: team}, team: {name: Team, members: [ada]}}
        persons: {ada: {name: Ada, member of: watch}}
        """,
    ),
    "an observer in what it oversees": (
        "G050",
        """\
        bodies: {board: {name: Board, members: [{organisation: town, role: observer}]}}
        organisations: {town: {name: Town, oversees: board}}
        """,
    ),
}


def whole(text: str) -> str:
    """Return a data file with people and organisations where it has none of its own."""
    text = dedent(text)
    return text + "".join(
        f"{line}\n" for line in PEOPLE.strip().split("\n") if line.split(":")[0] + ":" not in text
    )


@pytest.mark.parametrize("name", HONEST)
def test_nothing_is_said_against_an_honest_organisation(
    name: str, examine: Callable[..., CheckReport]
) -> None:
    codes, text = HONEST[name]
    found = examine(whole(text)).problems
    assert [str(problem) for problem in found if problem.code in codes.split()] == []


def test_two_superiors_of_a_body_may_be_meant(find: Find) -> None:
    text = "bodies: {a: {name: A, reports to: [b, c]}, b: B, c: C}\nposts: {p: {name: P, reports to: [b, c]}}"
    assert {p.subjects[0]: p.severity for p in find("G002", text)} == {"a": "note", "p": "warning"}


@pytest.mark.parametrize(
    ("start", "english", "danish"),
    [
        ("2022-03-01", "ended on 2024-02-29", "udløb den 2024-02-29"),
        ("2022", "ended on 2024-12-30 at the latest", "udløb senest den 2024-12-30"),
    ],
)
def test_an_end_is_told_as_surely_as_it_is_known(
    find: Find, start: str, english: str, danish: str
) -> None:
    member = f"{{person: ada, seat: s, from: {start}}}"
    text = f"bodies: {{b: {{name: B, seats: {{s: {{term: 2 years}}}}, members: [{member}]}}}}\n"
    (found,) = find("G030", whole(text))
    assert f"{english}, and" in found.message("en")
    assert f"{danish}, og" in found.message("da")


def test_who_is_appointed_again_fills_the_seat(examine: Callable[..., CheckReport]) -> None:
    text = whole(HONEST["appointed again, back to back"][1])
    assert [status.state for status in examine(text).seats] == ["filled"]


def test_a_renewal_that_has_not_begun_leaves_the_seat_expired(find: Find) -> None:
    text = HONEST["appointed again, back to back"][1].replace("2024-01-01", "2025-09-01")
    assert len(find("G030", whole(text))) == 1
    assert find("G030", whole(text), on="2025-09-01") == []

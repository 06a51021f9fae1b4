"""Each rule finds what is certain, tells it with names, and lets open questions be."""

# ruff: noqa: E501 (a case a line)

import sys
from collections.abc import Callable

import pytest

from orggraph.checks import (
    appointments,
    check,
    lines,
    oversight,
    proof,
    registry,
    seats,
    ties,
    votes,
)
from orggraph.checks.case import make_case
from orggraph.checks.judge import judge
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, PartialDate
from tests.checks.conftest import Find

PEOPLE = "persons: {ada: {name: Ada Æ}, ben: {name: Ben}, cy: {name: Cy}}\n"
TOWN = "organisations: {town: {name: Byen, en: The town}, firm: {name: Firm}}\n"


def board(rest: str, *, people: str = PEOPLE) -> str:
    """Return a data file with a board that has ``rest``, beside a council."""
    return f"language: da\nbodies:\n  council: {{name: Council}}\n  board: {{name: Board, {rest}}}\n{people}{TOWN}"


FOUND = [
    ("G001", board("aliases: [x]").replace("Council}", "Council, part of: town}"), {"board"}),
    ("G002", board("reports to: [council, town]"), {"board", "council", "town"}),
    ("G003", board("part of: town, seats: {a: {}}"), {"board"}),
    ("G010", board("seats: {a: {elected by: board}}"), {"board", "board/a"}),
    ("G011", board("seats: {a: {appointed by: ada}}, members: [{person: ada, seat: a}]"), {"ada", "board/a"}),
    (
        "G011",
        board("seats: {a: {appointed by: head}}, members: [{person: ada, seat: a}]")
        + "posts: {head: {name: Head, held by: ada}}\n",
        {"ada", "board/a"},
    ),
    (
        "G012",
        "bodies:\n  a: {name: A, seats: {s: {appointed by: c}}}\n"
        "  b: {name: B, seats: {s: {elected by: a}}}\n  c: {name: C, seats: {s: {appointed by: b}}}\n",
        {"a", "b", "c"},
    ),
    ("G013", board("seats: {a: {appointed by: old}}") + "posts: {old: {name: Old, until: 2024}}\n", {"board/a", "old"}),
    ("G014", board("seats: {a: {count: 2}}"), {"board", "board/a"}),
    ("G015", board("seats: {a: {appointed by: town, elected by: firm}}"), {"board/a"}),
    (
        "G015",
        board("seats: {a: {count: 3, elected by: firm}}, members: [{person: ada, seat: a}], appoints: {ada: {seat: board/a}}"),
        {"board/a", "ada"},
    ),
    ("G020", board("seats: {a: {role: chair, vote: no}}"), {"board", "board/a"}),
    ("G020", board("members: [{person: ada, role: fmd., vote: no}]"), {"board", "ada"}),
    ("G021", board("members: [{person: ada, role: chair}, {person: ben, role: formand}]"), {"board", "ada", "ben"}),
    ("G022", board("roster: complete, seats: {a: {count: 2}}, members: [{person: ada, seat: a}, {person: ben, seat: a}]"), {"board"}),
    ("G023", board("members: [{person: ada, role: secretary, vote: yes}]"), {"board", "ada"}),
    ("G024", board("seats: {a: {vote: yes}}, members: [{person: ada, seat: a, vote: no}]"), {"ada", "board/a"}),
    ("G025", board("roster: complete, seats: {a: {count: 2, vote: yes}, b: {vote: no}}"), {"board"}),
    ("G026", board("roster: complete, seats: {a: {}}, members: [{person: ada}]"), {"board", "ada"}),
    ("G030", board("seats: {a: {term: 2 years}}, members: [{person: ada, seat: a, from: 2022-05}]"), {"ada", "board/a"}),
    ("G031", board("seats: {a: {term: 2 years}}, members: [{person: ada, seat: a}]"), {"board/a", "ada"}),
    (
        "G032",
        board("seats: {a: {}}, members: [{person: ada, seat: a, from: 2019, until: 2022-02-01}, {person: ben, seat: a, from: 2021}]"),
        {"board/a", "ada", "ben"},
    ),
    ("G033", board("seats: {a: {}, b: {}}, members: [{person: ada, seat: a}, {person: ada, seat: b}]"), {"board", "ada"}),
    ("G040", board("members: [{person: ada, represents: gone}]") + "posts: {gone: {name: Gone, until: 2025-05-31}}\n", {"ada", "gone"}),
    ("G041", board("members: [{person: ada, represents: town}]"), {"ada", "town"}),
    (
        "G042",
        board("part of: town, members: [{person: ada, represents: town}]", people="persons: {ada: {name: Ada, employed by: firm}}\n"),
        {"ada", "town", "firm"},
    ),
    ("G043", board("roster: complete, contact for: council"), {"board:contact_for:council", "board"}),
    ("G050", board("members: [{person: ada}]", people="persons: {ada: {name: Ada, oversees: board}}\n"), {"ada", "board"}),
    ("G051", board("oversees: council, members: [ada]").replace("Council}", "Council, members: [ada, ben]}"), {"ada", "board", "council"}),
    (
        "G051",
        board("oversees: head, members: [{person: ada}]") + "posts: {head: {name: H, held by: ada, post in: town}}\n",
        {"ada", "board", "head"},
    ),
    ("G052", board("oversees: council, overseen by: council"), {"board", "council"}),
    ("G053", board("oversees: x, reports to: council").replace("Council}", "Council, reports to: x}\n  x: {name: X}"), {"board", "x"}),
    ("G054", board("oversees: council"), {"board", "council"}),
    ("G060", "sources: {d: {title: D}}\n" + board("reports to: council"), {"board:reports_to:council"}),
    ("G061", "sources: {d: {title: D}}\n" + board("seats: {a: {}}"), {"board/a"}),
    ("G063", board("status: inferred"), {"board"}),
]  # fmt: skip

SEATED = "members: [{person: ada, seat: a, "
OPEN = [
    # The top of a line, and what stands for several, is in order.
    ("G001", "bodies: {a: {name: A, reports to: b}, b: {name: B}, c: {name: C, collective: yes}}"),
    ("G001", board("until: 2024").replace("{name: Council}", "{name: Council, part of: town}")),
    ("G001", board("from: 2025-06").replace("{name: Council}", "{name: Council, part of: town}")),
    ("G002", board("reports to: {council: {}, town: {line: dotted}}")),
    ("G002", board("reports to: {council: {until: 2024}, town: {from: 2025}}")),
    ("G002", board("reports to: {council: {}, town: {until: 2025}}")),
    ("G002", board("collective: yes, reports to: [council, town]")),
    ("G003", board("part of: town, seats: {a: {}}").replace("Council}", "Council, members: [{person: ada, represents: board}]}")),
    ("G003", board("part of: town, seats: {a: {}}, informs: town")),
    ("G003", board("part of: town, members: [ada], represented by: ben")),
    ("G003", board("part of: town")),
    ("G010", board("seats: {a: {nominated by: board, appointed by: town}}")),
    ("G010", board("seats: {a: {appointed by: board, until: 2024}}")),
    ("G011", board("seats: {a: {nominated by: ada}}, " + SEATED + "from: 2024}]")),
    ("G011", board("seats: {a: {appointed by: ada}}, " + SEATED + "from: 2025-06}]")),
    ("G012", board("seats: {a: {appointed by: council}}")),
    ("G012", board("seats: {a: {approved by: council}}").replace("{name: Council}", "{name: C, seats: {s: {elected by: board}}}")),
    ("G013", board("seats: {a: {appointed by: old}}") + "posts: {old: {name: Old, until: 2025}}\n"),
    ("G014", board("seats: {a: {nominated by: town}}")),
    ("G015", board("seats: {a: {appointed by: town, approved by: firm}}")),
    ("G015", board("seats: {a: {count: 2, appointed by: town, elected by: firm}}")),
    ("G020", board("members: [{person: ada, role: chair}, {person: ben, vote: no}]")),
    ("G020", board("members: [{person: ada, role: chair, vote: no, until: 2025-05}]")),
    ("G021", board("members: [{person: ada, role: chair, until: 2024}, {person: ben, role: chair}]")),
    ("G021", board("members: [{person: ada, role: chair, until: 2025}, {person: ben, role: chair}]")),
    ("G022", board("roster: unknown, seats: {a: {}}, members: [ada, ben]")),
    ("G022", board("roster: complete, seats: {a: {role: ordstyrer}}, members: [ada, ben]")),
    ("G022", board("roster: complete, seats: {a: {}}, members: [{person: ada, from: 2025}, ben]")),
    ("G023", board("members: [{person: ada, role: secretary}, {person: ben, vote: yes}]")),
    ("G024", board("seats: {a: {vote: yes}}, " + SEATED + "vote: yes}]")),
    ("G025", board("roster: complete, seats: {a: {count: 3, vote: yes}}")),
    ("G025", board("roster: complete, seats: {a: {count: 2, vote: yes}, b: {}}")),
    ("G025", board("roster: complete, seats: {a: {count: 2-4, vote: yes}}")),
    ("G025", board("roster: partial, seats: {a: {count: 2, vote: yes}}")),
    ("G026", board("roster: complete, seats: {a: {}}, members: [{person: ada, vote: no}, {person: ben, role: secretary}]")),
    ("G026", board("seats: {a: {}}, members: [ada]")),
    ("G030", board("seats: {a: {term: 2 years}}, " + SEATED + "from: 2023}]")),
    ("G030", board("seats: {a: {term: 2 years}}, " + SEATED + "from: 2020, until: 2022}]")),
    ("G031", board("seats: {a: {term: 2 years}}, " + SEATED + "until: 2026}]")),
    ("G032", board("seats: {a: {}}, members: [{person: ada, seat: a, from: 2019, until: 2022}, {person: ben, seat: a, from: 2022}]")),
    ("G032", board("seats: {a: {count: 2}}, members: [{person: ada, seat: a, from: 2019, until: 2022}, {person: ben, seat: a, from: 2020}]")),
    ("G033", board("seats: {a: {}, b: {}}, members: [{person: ada, seat: a, until: 2024}, {person: ada, seat: b}]")),
    ("G040", board("members: [{person: ada, represents: gone}]") + "posts: {gone: {name: Gone, until: 2025}}\n"),
    ("G041", board("members: [{person: ada, represents: town}]", people="persons: {ada: {name: A, employed by: town}}\n")),
    ("G041", board("members: [{person: ada, represents: town}], seats: {a: {appointed by: town}}")),
    ("G042", board("part of: town, members: [{person: ada, represents: town}]")),
    ("G043", board("contact for: council")),
    ("G043", board("roster: complete, contact for: council, members: [ada]")),
    ("G050", board("members: [{person: ada, vote: no}]", people="persons: {ada: {name: Ada, oversees: board}}\n")),
    ("G051", board("oversees: council, members: [{person: ada, vote: no}]").replace("Council}", "Council, members: [ada, ben]}")),
    ("G051", board("oversees: council, members: [{person: ada, until: 2025}]").replace("Council}", "Council, members: [ada, ben]}")),
    ("G052", board("oversees: council, advised by: council")),
    ("G053", board("oversees: council").replace("{name: Council}", "{name: Council, reports to: board}")),
    ("G054", board("oversees: council").replace("{name: Council}", "{name: Council, members: [{person: cy}]}")
     .replace("cy: {name: Cy}", "cy: {name: Cy, informs: board}")),
    ("G060", board("reports to: council")),
    ("G060", "sources: {d: {title: D}}\n" + board("reports to: {council: {status: inferred}}")),
    ("G062", "sources: {d: {title: D}}\n" + "bodies: {a: {name: A, reports to: {b: {evidence: 'd: x'}}}, b: {name: B}}"),
    ("G063", board("status: inferred, note: So it seems")),
    # What dates, deputies, other places and whatever else is written leave open is in order.
    ("G012", board("seats: {s: {appointed by: each}}").replace("{name: Council}", "{name: C}\n  each: {name: Each, collective: yes, seats: {x: {appointed by: board}}}")),
    ("G013", board("appointed by: town, seats: {a: {appointed by: old}}") + "posts: {old: {name: Old, until: 2024}}\n"),
    ("G013", board("seats: {a: {appointed by: old}}, members: [{person: ada, seat: a}], appoints: {ada: {seat: board/a}}") + "posts: {old: {name: Old, until: 2024}}\n"),
    ("G015", board("seats: {a: {appointed by: old, elected by: new}}") + "posts: {old: {name: Old, until: 2025}, new: {name: New, from: 2025}}\n"),
    ("G020", board("seats: {a: {role: chair, vote: no}}, members: [{person: ada, seat: a, vote: yes}]")),
    ("G020", board("members: [{person: ada, role: chair, vote: no}, {person: ada, from: 2025}]")),
    ("G021", board("seats: {c: {role: chair}}, members: [{person: ada, seat: c}, {person: ben, seat: c, vote: no}]")),
    ("G024", board("seats: {c: {vote: yes}}, members: [{person: ben, seat: c, role: suppleant, vote: no}]")),
    ("G025", board("roster: complete, seats: {c: {vote: yes, elected by: council}, m: {count: 3, vote: yes}}, members: [{person: ada, seat: m}, {person: ada, seat: c}]")),
    ("G025", board("roster: complete, seats: {c: {role: chair, vote: yes, elected by: board}, m: {count: 3, vote: yes}}")),
    ("G025", board("roster: complete, seats: {a: {count: 2, vote: yes}}, members: [{person: ada, seat: a}, {person: ben, seat: a, vote: no}]")),
    ("G025", board("roster: complete, seats: {a: {vote: yes}}, members: [{person: ada, seat: a}, {person: all, vote: yes}]", people="persons: {ada: Ada, all: {name: All, collective: yes}}\n")),
    ("G025", board("roster: complete, seats: {a: {count: 2, vote: yes}}, members: [{person: ada, seat: a}, {post: head, seat: a}]") + "posts: {head: {name: Head, held by: ada}}\n"),
    ("G030", board("seats: {a: {term: 2 years, until: 2025}}, " + SEATED + "from: 2022-05}]")),
    ("G032", board("seats: {a: {}}, members: [{person: ada, seat: a, from: 2019}, {person: ben, seat: a, from: 2022}]", people="persons: {ada: {name: Ada, until: 2021}, ben: Ben}\n")),
    ("G032", board("seats: {a: {}}, members: [{person: ada, seat: a, from: 2018}, {person: ben, seat: a, from: 2016, until: 2022}]", people="persons: {ada: {name: Ada, from: 2023}, ben: Ben}\n")),
    (
        "G032",
        board("seats: {a: {}}, members: [{post: mayor, seat: a, from: 2022, until: 2024-12-31}, {person: ada, seat: a, from: 2022, until: 2024-12-31}]")
        + "posts: {mayor: {name: Mayor, held by: {ada: {until: 2024-12-31}}}}\n",
    ),
    (
        "G025",
        board("roster: complete, seats: {a: {count: 2, vote: yes}}, members: [{person: ada, seat: a}, {post: head, seat: a}]")
        + "posts: {head: {name: Head, held by: {ada: {from: 2025}}}}\n",
    ),
    ("G033", board("seats: {a: {}}, members: [{person: ada, seat: a}, {person: ada, seat: a, from: 2022}]")),
    ("G053", board("oversees: x, reports to: {x: {line: dotted}}").replace("Council}", "Council}\n  x: {name: X}")),
    ("G054", board("oversees: x, contact for: x").replace("Council}", "Council}\n  x: {name: X}")),
    ("G051", "bodies: {board: {name: Board, members: [ada, ben]}}\norganisations: {coop: {name: Co-op, oversees: board, members: [ada, cy]}}\n" + PEOPLE),
    ("G054", board("overseen by: firm, informs: unit").replace("{name: Council}", "{name: C}\n  unit: {name: Unit, part of: firm}")),
    ("G054", board("overseen by: firm, informs: cy").replace("name: Cy", "name: Cy, employed by: firm")),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "subjects"), FOUND)
def test_what_is_certain_is_found_once(
    find: Find, code: str, text: str, subjects: set[str]
) -> None:
    found = find(code, text)
    assert {each for problem in found for each in problem.subjects} == subjects
    assert len(found) == 1
    assert found[0].location is not None
    for language in ("en", "da"):
        message = found[0].message(language)
        assert "{" not in message
        assert "TextList" not in message
        assert "LocalText" not in message


@pytest.mark.parametrize(("code", "text"), OPEN)
def test_what_is_in_order_or_open_is_not_found(find: Find, code: str, text: str) -> None:
    assert find(code, text) == []


def test_every_rule_of_governance_is_tried_both_ways() -> None:
    from orggraph.words.governance import PROBLEMS

    codes = {text.code for text in PROBLEMS.values()} - {"G901"}
    assert {code for code, *_ in FOUND} | {"G062"} == codes
    assert codes - {code for code, _ in OPEN} == {"G061"}
    rules = [
        rule
        for name in ("OF_RELATIONS", "OF_LINES", "OF_NODES", "OF_PLACES", "OF_GRAPHS")
        for rule in getattr(registry, name)
    ]
    assert len(rules) == len(set(rules))
    written = {
        value
        for module in (appointments, lines, oversight, proof, seats, ties, votes)
        for name, value in vars(module).items()
        if name.startswith("find_") and value.__module__ == module.__name__
    }
    # The components of a graph are no rule.
    assert written - set(rules) == {appointments.find_components}


def test_only_who_chooses_is_told_as_a_way_to_fill_a_place(find: Find) -> None:
    text = board("seats: {a: {appointed by: town, elected by: firm, approved by: council}}")
    assert "approved" not in find("G015", text)[0].message("en")


def test_the_last_day_and_the_first_may_be_one(find: Find) -> None:
    terms = "{person: ada, seat: a, from: 2023, until: 2024-03-01}, {person: ben, seat: a, from: 2024-03-01, until: 2025}"
    assert len(find("G032", board(f"seats: {{a: {{}}}}, members: [{terms}]"))) == 1


def test_all_who_sat_on_the_day_are_named(find: Find) -> None:
    same = ", ".join(
        f"{{person: {who}, seat: a, from: 2024-01-01}}" for who in ("ada", "ben", "cy")
    )
    left = "{person: dan, seat: a, from: 2023, until: 2023}"
    text = board(f"seats: {{a: {{}}}}, members: [{left}, {same}]").replace("cy:", "dan: Dan, cy:")
    gone = text.replace("2024-01-01}", "2024-01-01, until: 2025-01-01}")
    (found,) = find("G032", gone)
    assert set(found.subjects) == {"board/a", "ada", "ben", "cy"}


def test_a_term_is_over_although_the_collective_that_sets_the_places_is_gone(
    load_text: Callable[..., Graph],
) -> None:
    text = board(
        "seats: {c: {count: 1 per all, term: 2 years}}, members: [{person: ada, seat: c, from: 2020}]"
    )
    graph = load_text(
        text.replace(
            "firm: {", "all: {name: All, collective: yes, roster: complete, until: 2021}, firm: {"
        )
    )
    assert [p.subjects for p in check(graph, Sources(graph)).problems if p.code == "G030"] == [
        ("ada", "board/c")
    ]


@pytest.mark.parametrize("shape", ["oversight", "one body", "one party", "contacts"])
def test_rules_take_steps_that_grow_with_the_number(
    load_text: Callable[..., Graph], shape: str
) -> None:
    few, many_more = (_count_calls(load_text(many(shape, size))) for size in (200, 800))
    # Where every one is held against every other it is sixteen times as many.
    assert many_more < 6 * few


def _count_calls(graph: Graph) -> int:
    """Return how many calls the rules make, which no load of the machine changes."""
    calls = 0

    def count(*event: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        list(judge(make_case(graph)))
    finally:
        sys.setprofile(None)
    return calls


def many(shape: str, count: int) -> str:
    """Return a data file in which one thing comes with very many."""
    people = "persons: {" + ", ".join(f"p{n}: P{n}" for n in range(count)) + "}\n"
    if shape == "oversight":
        bodies = (
            f"b{n}: {{name: B{n}, overseen by: b{n // 3}, reports to: b{n // 3}}}"
            for n in range(1, count)
        )
        return "bodies: {b0: B0, " + ", ".join(bodies) + "}\n"
    if shape == "one body":
        seats = ", ".join(f"s{n}: {{term: 2 years}}" for n in range(count))
        members = ", ".join(f"{{person: p{n}, seat: s{n}}}" for n in range(count))
        return f"bodies: {{b: {{name: B, seats: {{{seats}}}, members: [{members}]}}}}\n{people}"
    if shape == "one party":
        members = ", ".join(f"{{person: p{n}, represents: town}}" for n in range(count))
        return f"language: da\nbodies: {{b: {{name: B, members: [{members}]}}}}\n{people}{TOWN}"
    ends = ", ".join(f"p{n}" for n in range(count))
    return f"bodies: {{b: {{name: B, roster: complete, contact for: [{ends}], oversees: [{ends}]}}}}\n{people}"


def test_a_node_that_no_words_concern(find: Find) -> None:
    text = "sources: {d: {title: D}}\nbodies: {a: {name: A}, b: {name: B, evidence: 'd: x'}}"
    assert [p.subjects for p in find("G062", text)] == [("a",)]


def test_names_are_told_in_the_language_of_the_sentence(find: Find) -> None:
    (problem,) = find("G041", board("members: [{person: ada, represents: town}]"))
    assert problem.message("en").startswith("Ada Æ represents The town")
    assert problem.message("da").startswith("Ada Æ repræsenterer Byen")


def test_a_finding_stands_at_what_it_concerns(find: Find) -> None:
    (problem,) = find(
        "G024", board("seats: {a: {vote: yes}}, members: [{person: ada, seat: a, vote: no}]")
    )
    assert problem.location is not None
    assert problem.location.line == 3


def test_a_circle_stands_at_the_last_of_its_bodies_and_there_at_the_first_seat(find: Find) -> None:
    text = (
        "bodies:\n  a: {name: A, seats: {s: {elected by: b}}}\n"
        "  b:\n    name: B\n    seats:\n      x: {appointed by: a}\n      y: {appointed by: a}\n"
    )
    (problem,) = find("G012", text)
    assert problem.location is not None
    assert problem.location.line == 5


@pytest.mark.parametrize(
    ("on", "found"), [("2021-12-31", 0), ("2022", 0), ("2024-04-30", 0), ("2024-06-01", 1)]
)
def test_the_day_decides(find: Find, on: str, found: int) -> None:
    text = board("seats: {a: {term: 2 years}}, members: [{person: ada, seat: a, from: 2022-05}]")
    assert len(find("G030", text, on=on)) == found


def test_without_a_date_it_is_today(load_text: Callable[..., object]) -> None:
    from orggraph.checks.case import make_case
    from orggraph.model import Graph

    graph = load_text(board("until: 1999"))
    assert isinstance(graph, Graph)
    case = make_case(graph)
    assert case.day == PartialDate.today()
    assert "board" in case.whole.nodes
    assert not case.is_there("board")
    assert case.is_there("council")

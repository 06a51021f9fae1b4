"""The summary says what the graph says, in sentences, and nothing besides."""

import pytest

from orggraph.documents import composing
from orggraph.documents.content import lines
from orggraph.model import Graph, PartialDate
from tests.conftest import LoadText
from tests.documents.conftest import chapter, report_of
from tests.queries.build import graph_of

BOARD = """
    title: Harbour
    sources: {law: {title: The Act}}
    bodies:
      council: {name: The Council, da: Rådet}
      board:
        name: The Board
        da: Bestyrelsen
        roster: complete
        reports to: {council: {evidence: "law: reports to"}}
        seats:
          chair: {role: chair, count: 1, appointed by: council, evidence: "law: the chair"}
          member: {count: 2-3, appointed by: council, elected by: staff, status: inferred}
          free: {count: 2+, nominated by: staff}
        members: [{person: a, seat: chair}]
      committee:
        name: An audit committee
        reports to: {council: {line: dotted}, board: {}}
      unit: {name: Unit, reports to: board, contact for: board}
      guess: {name: Guess, reports to: {board: {status: inferred}}}
    persons:
      a: {name: Ann}
      staff: {name: The staff, da: De ansatte, collective: yes}
"""


def summary(graph: Graph, **options: object) -> str:
    name = "Sammenfatning" if options.get("language") == "da" else "Summary"
    return "\n".join(chapter(report_of(graph, **options), name))


def test_it_counts_what_there_is(load_text: LoadText) -> None:
    assert summary(load_text(BOARD)).startswith(
        "This report covers 5 bodies and 1 person. Besides, it has a collective name that stands "
        "for several: the staff.\n"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("title: T", "This report covers nothing as yet."),
        ("bodies: {a: {name: A}}", "This report covers 1 body."),
        (
            "bodies: {a: {name: Foo Inc., collective: yes}}",
            "This report covers nothing as yet. Besides, it has a collective name that stands for "
            "several: Foo Inc.",
        ),
        (
            "bodies: {a: {name: A, collective: yes}, b: {name: B, collective: yes, informs: a}, "
            "c: {name: C, informs: b}}",
            "This report covers 1 body. Besides, it has 2 collective names that each stand for "
            "several, such as B.",
        ),
    ],
)
def test_it_counts_in_good_grammar(load_text: LoadText, text: str, told: str) -> None:
    assert summary(load_text(text)).splitlines()[0] == told


def test_it_tells_lines_from_the_top_down_and_those_of_one_superior_together(
    load_text: LoadText,
) -> None:
    told = next(s for s in summary(load_text(BOARD)).splitlines() if s.startswith("Who reports"))
    assert told == (
        "Who reports to whom. At the top is the Council. An audit committee reports to the Council "
        "(dotted line). The Board reports to the Council.[1] An audit committee and Unit report to "
        "the Board. Guess reports to the Board (inferred)."
    )


def test_it_is_idiomatic_in_danish(load_text: LoadText) -> None:
    told = summary(load_text(BOARD), language="da")
    assert "Øverst står Rådet." in told
    assert "Bestyrelsen refererer til Rådet.[1]" in told
    assert "An audit committee og Unit refererer til Bestyrelsen." in told
    assert "De ansatte indstiller mindst 2 medlemmer af Bestyrelsen." in told
    assert "Dertil kommer en fællesbetegnelse, der står for flere: de ansatte." in told


def test_several_tops_and_none(load_text: LoadText) -> None:
    graph = graph_of("b reports_to a", "d reports_to c")
    assert "At the top are a and c." in summary(graph)
    assert "Who reports to whom. Nothing is written down about it." in summary(graph_of(alone="a"))


def test_one_that_several_report_to_and_one_that_reports_to_several() -> None:
    told = summary(graph_of("b reports_to a", "c reports_to a", "d reports_to b", "d reports_to c"))
    assert "b and c report to a." in told
    assert "d reports to b and c." in told


def test_it_tells_who_appoints_how_many(load_text: LoadText) -> None:
    told = next(s for s in summary(load_text(BOARD)).splitlines() if s.startswith("Who appoints"))
    assert told == (
        "Who appoints whom. The Council appoints 1 member of the Board (chair) and 2–3 members of "
        "the Board (inferred).[2] The staff nominate at least 2 members of the Board. The staff "
        "elect 2–3 members of the Board (inferred)."
    )


def test_it_tells_appointments_that_no_seat_says() -> None:
    graph = graph_of("m appoints p", "m appoints q", kinds={"p": "person", "q": "person"})
    assert "m appoints p and q." in summary(graph)


def test_places_for_each_of_a_collective_and_names_of_several_seats(load_text: LoadText) -> None:
    told = summary(
        load_text("""
        organisations: {towns: {name: The towns, collective: yes}, t: {name: Town}}
        bodies:
          b:
            name: Board
            seats:
              each: {count: 1 per towns, appointed by: towns}
              head: {name: Head, count: 1, appointed by: t}
              hand: {name: Hands, count: 2, appointed by: t}
    """)
    )
    assert "The towns appoint 1 member of Board for each of the towns." in told
    assert "Town appoints 3 members of Board (Hands and Head)." in told


SEATS = """
    bodies:
      full: {name: Full, roster: complete, seats: {s: {count: 1}}, members: [{person: p, seat: s}]}
      gap: {name: Gap, roster: complete, seats: {one: {count: 1}}}
      gaps:
        name: Gaps
        roster: complete
        seats: {two: {count: 3}}
        members: [{person: p, seat: two}]
      late:
        name: Late
        roster: complete
        seats: {s: {count: 1, term: 2 years}}
        members: [{person: p, seat: s, from: 2020-01-01}]
      crowd:
        name: Crowd
        seats: {s: {count: 1}}
        members: [{person: p, seat: s}, {person: q, seat: s}]
      dark: {name: Dark, seats: {s: {count: 1}}}
    persons: {p: {name: P}, q: {name: Q}}
"""


def test_it_tells_which_seats_are_filled_vacant_overdue_or_unknown(load_text: LoadText) -> None:
    told = summary(load_text(SEATS))
    line = next(each for each in told.splitlines() if each.startswith("Seats."))
    assert line == "Seats."  # they are many, and so a list
    assert "- All seats are filled in Full.\n" in told
    assert "1 seat is vacant in Gap: one." in told
    assert "2 seats are vacant in Gaps: two." in told
    assert "In Late the term is over for P." in told
    assert "There are more members than places in Crowd: s." in told
    assert "For Dark it is not written down who holds every seat." in told


def test_what_is_filled_as_far_as_one_infers_is_marked(load_text: LoadText) -> None:
    told = summary(
        load_text("""
        bodies:
          a: {name: A, roster: complete, seats: {s: {count: 1}}, members: [{person: p, seat: s}]}
          b:
            name: B
            roster: complete
            seats: {s: {count: 1}}
            members: [{person: p, seat: s, inferred: {seat: The only one}}]
        persons: {p: {name: P}}
    """)
    )
    line = "Seats. All seats are filled in A. All seats are filled in B (inferred)."
    assert line in told.splitlines()


def test_an_unknown_roster_is_never_a_vacancy(load_text: LoadText) -> None:
    graph = load_text("bodies: {b: {name: B, roster: unknown, seats: {s: {count: 3}}}}")
    assert "vacant" not in "\n".join(chapter(report_of(graph), "Bodies and organisations"))
    assert "vacant" not in summary(graph)


def test_what_is_over_is_not_told_as_if_it_were_so(load_text: LoadText) -> None:
    graph = load_text("""
        bodies:
          a: {name: A}
          b: {name: B, until: 2020, reports to: a}
          c: {name: C, reports to: {a: {until: 2030}}}
          d: {name: D, reports to: {a: {from: 2029}}}
    """)
    told = summary(graph)
    assert "C reports to A (until 2030)." in told
    assert "B reports" not in told
    assert "D reports" not in told
    assert "What is over on the day, or to come, stands in the tables alone." in told
    assert "B and C report" not in told
    assert "B reports to A." in summary(graph, as_of=PartialDate(2019))
    assert "B | reports to | A" in "\n".join(chapter(report_of(graph), "Relations"))


def test_what_is_over_makes_nobody_a_top_nor_does_it_hide_one(load_text: LoadText) -> None:
    graph = load_text("""
        bodies:
          old: {name: Old, until: 2015}
          new: {name: New, reports to: {old: {until: 2015}}}
          mid: {name: Mid, reports to: {old: {}, new: {from: 2016}}}
          gone: {name: Gone}
          lost: {name: Lost, reports to: {gone: {until: 2012}}}
          later: {name: Later, reports to: {gone: {from: 2030}}}
    """)
    told = summary(graph)
    assert "At the top is New. Mid reports to New (from 2016).\n" in told
    assert "What is over on the day, or to come, stands in the tables alone." in told
    assert "At the top are Gone and Old." in summary(graph, as_of=PartialDate(2011))
    only = load_text("bodies: {a: {name: A}, b: {name: B, reports to: {a: {until: 2012}}}}")
    assert "Who reports to whom. Nothing is written down about it." in summary(only)
    assert "What is over on the day" in summary(only)


def test_whoever_is_gone_appoints_nobody(load_text: LoadText) -> None:
    graph = load_text("""
        bodies:
          old: {name: Old, until: 2015}
          b: {name: B, seats: {s: {count: 1, appointed by: old}}}
    """)
    assert "Old appoints" not in summary(graph)
    assert "Old appoints 1 member of B." in summary(graph, as_of=PartialDate(2014))


def test_seats_that_may_stand_empty_are_not_said_to_be_filled(load_text: LoadText) -> None:
    graph = load_text("""
        bodies:
          a: {name: A}
          b:
            name: B
            roster: complete
            seats:
              s: {count: 1}
              x: {name: Extra, count: 0-1, appointed by: a}
              y: {name: Guests, count: 0+, elected by: a}
            members: [{person: p, seat: s}]
        persons: {p: {name: P}}
    """)
    told = summary(graph)
    assert "Seats. In B nobody is known to hold what may stand empty: Extra and Guests." in told
    assert "A appoints up to 1 member of B." in told
    assert "A elects any number of members of B." in told
    danish = summary(graph, language="da")
    assert "A udpeger op til 1 medlem af B. A vælger et frit antal medlemmer af B." in danish


def test_very_many_bodies_with_vacancies_are_cut_and_that_is_said(load_text: LoadText) -> None:
    seats = "roster: complete, seats: {s: {count: 1}}"
    bodies = [f"  b{n:02}: {{name: B{n:02}, {seats}}}" for n in range(13)]
    told = summary(load_text("\n".join(["bodies:", *bodies])))
    assert "- 1 seat is vacant in B11: s.\nMore of it stands in the tables below.\n" in told
    assert "B12" not in told
    told = summary(load_text("\n".join(["bodies:", *bodies[:-1]])))
    assert "More of it" not in told


def test_whose_term_is_over_is_told_beside_a_vacancy(load_text: LoadText) -> None:
    told = summary(
        load_text("""
        bodies:
          b:
            name: B
            roster: complete
            seats: {s: {count: 3, term: 2 years}}
            members: [{person: p, seat: s, from: 2020-01-01}, {person: q, seat: s}]
        persons: {p: {name: P}, q: {name: Q}}
    """)
    )
    assert "Seats. 1 seat is vacant in B: s. In B the term is over for P." in told


def test_it_tells_what_became_of_the_evidence(load_text: LoadText) -> None:
    told = summary(load_text(BOARD))
    assert "Quotations: 2 in all, of which 2 not checked." in told
    assert "Statements that are inferred, and that no source makes: 2; they are marked so." in told
    assert "The data quotes no words of a source." in summary(graph_of(alone="a"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("bodies: {a: {name: A}}", "The checks found nothing wrong."),
        (
            "bodies: {a: {name: A}, b: {name: B, reports to: a}, c: {name: C}}",
            "The checks found no errors and no warnings, but 1 note.",
        ),
        (
            "bodies: {a: {name: A, roster: complete, seats: {s: {count: 1}}}}",
            "The checks found 1 warning and",
        ),
    ],
)
def test_it_tells_what_the_checks_found(load_text: LoadText, text: str, told: str) -> None:
    assert told in summary(load_text(text))


def test_a_long_summary_is_cut_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = graph_of(*(f"b{n:02} reports_to b{n - 1:02}" for n in range(1, 20)))
    told = summary(graph)
    assert "- b12 reports to b11." in told
    assert "b13 reports" not in told
    assert "More of it stands in the tables below." in told
    monkeypatch.setattr(lines, "MOST_SENTENCES", 30)
    assert "- b19 reports to b18." in summary(graph)
    assert "More of it" not in summary(graph)


def test_a_label_that_is_no_verb_is_told_without_one(load_text: LoadText) -> None:
    told = summary(
        load_text("""
        vocabulary:
          types:
            may: {family: appointment, label: {en: may dismiss}, inverse: {en: may be dismissed by}}
            under: {family: reporting, label: {en: under}, inverse: {en: above}}
        bodies:
          a: {name: A, seats: {s: {count: 2, may be dismissed by: b}}}
          b: {name: B, under: a, may dismiss: c}
          c: {name: C}
    """)
    )
    assert "B – under: A." in told
    assert "B – may dismiss: 2 members of A." in told
    assert "B – may dismiss: C." in told


def test_of_places_in_very_many_bodies_some_are_named(load_text: LoadText) -> None:
    bodies = "".join(
        f"\n  b{n:02}: {{name: B{n:02}, seats: {{s: {{count: 1, appointed by: a}}}}}}"
        for n in range(11)
    )
    told = summary(load_text(f"bodies:\n  a: {{name: A}}{bodies}\n"))
    assert "1 member of B07 and places in 3 further bodies." in told


def test_of_very_many_seats_it_is_said_how_many_are_not_told(
    load_text: LoadText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing, "MOST_FINDINGS", 1)
    graph = load_text(BOARD)
    assert "Further seats, which are not shown: " in summary(graph)
    sources = "\n".join(chapter(report_of(graph), "Sources"))
    assert "Further quotations, which are not counted by source here: 1." in sources
    assert any(
        line.startswith("Further findings of G060") for line in chapter(report_of(graph), "Checks")
    )


def test_of_very_many_below_one_superior_some_are_named_and_all_are_counted() -> None:
    told = summary(graph_of(*(f"b{n:02} reports_to a" for n in range(20))))
    assert "b00, b01, b02, b03, b04, b05, b06, b07 and 12 more report to a." in told

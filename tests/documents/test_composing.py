"""A report has everything, in order, and every statement leads to what it rests on."""

import pytest

from orggraph import OrgGraph
from orggraph.documents.composing import compose
from orggraph.documents.content import bodies, findings, nodes, relations
from orggraph.documents.document import Document, Figure, Heading, Table
from orggraph.documents.options import ReportOptions
from orggraph.errors import OrgGraphError, UnknownTermError
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, PartialDate
from orggraph.source import Problem
from orggraph.views.view import View
from tests.conftest import LoadText
from tests.documents.conftest import DAY, chapter, lines_of, report_of
from tests.queries.build import graph_of


def test_the_chapters_are_read_from_top_to_bottom(harbour_report: Document) -> None:
    chapters = [b.text for b in harbour_report.blocks if isinstance(b, Heading) and b.level == 1]
    assert chapters == [
        "Summary", "Figures", "Bodies and organisations", "Relations", "Who is who", "Checks",
        "Sources",
    ]  # fmt: skip


def test_headings_have_ids_of_their_own_and_numbers_run_on(harbour_report: Document) -> None:
    ids = [block.id for block in harbour_report.blocks if isinstance(block, Heading)]
    assert len(ids) == len(set(ids)) > 7
    tables = [block.number for block in harbour_report.blocks if isinstance(block, Table)]
    assert tables == list(range(1, len(tables) + 1))
    assert len(tables) > 6


def test_title_and_facts_tell_what_it_is_of(harbour: OrgGraph, harbour_report: Document) -> None:
    assert harbour_report.title == "The Harbour Trust"
    facts = dict(harbour_report.facts)
    assert facts["Date"] == "1 January 2026"
    assert facts["Data"] == "harbour.yaml"
    assert len(facts["Data version"]) == 12
    assert "As of" not in facts
    other = report_of(harbour, title="Mine", files=("x.orgdb",), as_of=PartialDate(2025, 3))
    assert other.title == "Mine"
    assert dict(other.facts)["Data"] == "x.orgdb"
    assert dict(other.facts)["As of"] == "March 2025"


def test_without_a_title_it_is_called_what_it_is() -> None:
    assert report_of(graph_of(alone="a")).title == "Organisation and governance"


def test_the_language_is_the_datas_where_none_is_asked_for(harbour: OrgGraph) -> None:
    made = compose(harbour, ReportOptions(date=DAY, views=()))
    assert made.language == "da"
    assert made.labels.notes == "Noter"
    assert made.title == "Havnefonden"


def test_a_roster_tells_seats_holders_and_what_is_vacant(harbour_report: Document) -> None:
    told = chapter(harbour_report, "The board")
    assert told[0] == (
        "Body, from 2020.[5] Meets every quarter. The board reports to the town council.[1]"
    )
    assert "- That the harbour is safe.[6]" in told
    assert "Table 1. Seats and members: The board" in told
    rows = [line for line in told if " | " in line]
    assert rows[0].startswith("Seat | Member | Role | Vote | Represents | Employer | Filled by")
    assert rows[1].startswith("chair[3] | Ada Højgård, director[7] | chair |  | Harbour Town")
    assert any("— vacant (1-2)" in row for row in rows)
    assert any("— not written down" in row for row in rows)
    assert any("Dan Å (inferred)" in row for row in rows)
    assert "The roster is complete." in told
    assert "- Ben Rye: seat inferred: The only one left." in told


def test_a_roster_names_those_who_hold_a_post_and_employ_somebody_on_the_day(
    load_text: LoadText,
) -> None:
    graph = load_text("""
        bodies:
          b: {name: B, members: [{post: head}, {person: c}]}
          town: {name: Town}
          firm: {name: Firm}
        posts: {head: {name: Head, held by: {a: {until: 2024}, c: {from: 2025}, d: {from: 2030}}}}
        persons:
          a: {name: Ann}
          c: {name: Cy, employed by: {town: {until: 2020}, firm: {from: 2021}}}
          d: {name: Di}
    """)
    told = chapter(report_of(graph), "B")
    assert "Head (Cy) | " in told
    assert "Cy | Firm" in told
    then = chapter(report_of(graph, as_of=PartialDate(2019)), "B")
    assert "Head (Ann) | " in then
    assert "Cy | Town" in then


def test_a_roster_has_a_line_for_each_seat(load_text: LoadText) -> None:
    seats = "{may: {count: 0-1}, was: {count: 1, until: 2020}, is: {count: 2}}"
    graph = load_text(f"""
        bodies:
          a: {{name: A, roster: complete, seats: {seats}}}
          b: {{name: B, seats: {{may: {{count: 0-1}}}}}}
    """)
    told = chapter(report_of(graph), "A")
    assert "is | — vacant (2) | " in told
    assert "may | — vacant (0-1) | " in told
    assert "was | — not written down (1) | 2020" in told
    assert "may | — not written down (0-1)" in chapter(report_of(graph), "B")


def test_a_seat_that_is_inferred_is_marked_with_its_body(load_text: LoadText) -> None:
    seat = "{name: Guests, count: 2, status: inferred, note: Now and then}"
    graph = load_text(f"bodies: {{b: {{name: B, seats: {{g: {seat}, h: {{count: 1}}}}}}}}")
    remarks = [line for line in chapter(report_of(graph), "B") if line.startswith("- ")]
    assert remarks == ["- Guests: Now and then; inferred."]


def test_a_table_of_many_columns_uses_the_width_of_a_turned_page(load_text: LoadText) -> None:
    name = "Anna Margrethe Æblegård"
    made = report_of(
        load_text(f"""
        bodies:
          a: {{name: Assembly}}
          b:
            name: B
            seats: {{s: {{name: Parents, count: 2, term: 4 years, elected by: a, represents: a}}}}
            members:
              - {{person: p, seat: s, role: chair, from: 2022-08-01, until: 2027-07-31, vote: no}}
        persons: {{p: {{name: {name}, employed by: a}}}}
    """)
    )
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert len(table.headings) == 10
    assert table.widths[1] * 165 > len(name)  # letters on such a line


def test_pages_of_a_picture_without_a_title_say_what_they_are_of(load_text: LoadText) -> None:
    bodies = "".join(f"\n  b{n}: {{name: B{n}, reports to: b{n // 3}}}" for n in range(1, 90))
    made = report_of(load_text(f"bodies:\n  b0: {{name: B}}{bodies}\n"), views=None)
    figures = [block for block in made.blocks if isinstance(block, Figure)]
    assert len(figures) > 1
    assert figures[0].caption == f"The organisation (1 of {len(figures)})"
    one = report_of(load_text("bodies: {a: {name: 'ABC, Inc.'}}"), views=None)
    shown = next(block for block in one.blocks if isinstance(block, Figure)).alternative
    assert shown == "The organisation. The picture has 1 card and 0 lines. It shows ABC, Inc."


def test_whoever_has_purposes_has_a_section_and_no_empty_roster(load_text: LoadText) -> None:
    graph = load_text("organisations: {a: {name: A, purposes: [{text: To be}]}, b: {name: B}}")
    told = chapter(report_of(graph), "Bodies and organisations")
    assert told == ["## A", "Organisation.", "Purposes:", "- To be."]


def test_each_family_has_its_table_first_who_appoints_reports_and_is_in_contact(
    harbour_report: Document,
) -> None:
    told = chapter(harbour_report, "Relations")
    assert [line for line in told if line.startswith("##")] == [
        "## Appointment", "## Reporting", "## Contact", "## Membership", "## Structure",
        "## Support",
    ]  # fmt: skip
    line = "The yard committee | reports to | The board[2] | In money matters only; dotted line"
    assert line in told
    assert "The board | informs | The town council[8]" in told
    assert not any("member of" in line for line in told)


def test_the_rule_of_a_seat_is_stated_and_who_is_appointed_by_it_derived(
    harbour_report: Document,
) -> None:
    told = chapter(harbour_report, "Appointment")
    assert "The town council | appoints | The board[3] | chair (1) | 4 years | " in told
    assert "The town council | appoints | Ada Højgård[3][7] | chair | 4 years | derived" in told


def test_every_node_is_told(harbour: OrgGraph, harbour_report: Document) -> None:
    told = chapter(harbour_report, "Who is who")
    assert len([line for line in told if " | " in line]) == len(harbour) + 1
    assert "The user clubs | organisation, collective |  |  | " in told


def test_the_same_words_have_one_note_and_it_tells_what_became_of_them(
    harbour_report: Document,
) -> None:
    notes = ["".join(run.text for run in note.words) for note in harbour_report.notes]
    assert len(notes) == len(set(notes)) == 9
    assert [note.number for note in harbour_report.notes] == list(range(1, 10))
    assert "Statutes, paragraph 3: “Byrådet udpeger formanden for fire år” (verified)" in notes
    assert any(note.endswith("(not found in the source)") for note in notes)
    assert any(note.endswith("(in several paragraphs of the source)") for note in notes)
    assert any(note.startswith("Letter, “vi orienterer byrådet” (not checked") for note in notes)


def test_every_note_is_used_and_every_number_has_its_note(harbour_report: Document) -> None:
    text = "\n".join(lines_of(harbour_report.blocks))
    for note in harbour_report.notes:
        assert f"[{note.number}]" in text
    assert f"[{len(harbour_report.notes) + 1}]" not in text


def test_a_note_names_the_publisher_and_leads_to_the_web_only(load_text: LoadText) -> None:
    graph = load_text("""
        sources:
          a: {title: Act, publisher: State, url: "https://example.org/a"}
          b: {title: Bad, url: "javascript:alert(1)"}
        bodies: {x: {name: X, evidence: ["a: one", "b: two"]}}
    """)
    made = report_of(graph)
    first, second = made.notes
    assert first.words[0].text.startswith("State: Act, “one”")
    assert first.href == "https://example.org/a"
    assert second.href is None
    tables = [block for block in made.blocks if isinstance(block, Table)]
    runs = (run for row in tables[-1].rows for cell in row for run in cell)
    links = {run.text: run.href for run in runs if run.href}
    assert links == {"https://example.org/a": "https://example.org/a"}


def test_findings_tell_what_is_wrong_and_where(harbour_report: Document) -> None:
    told = chapter(harbour_report, "Checks")
    assert told[0].startswith("The checks found 3 errors, 2 warnings and")
    rows = [line.split(" | ") for line in told if " | " in line]
    assert rows[0] == ["Counts as", "Finding", "Place"]
    kinds = [row[0].split(" ")[0] for row in rows[1:]]
    assert kinds == sorted(kinds, key=["Error", "Warning", "Note"].index)
    assert len(set(kinds)) == 3
    assert all(row[-1].startswith("harbour.yaml, line ") for row in rows[1:])


def test_where_nothing_is_wrong_it_says_so() -> None:
    assert chapter(report_of(graph_of(alone="a")), "Checks") == [
        "The checks found nothing wrong. The data quotes no words of a source."
    ]


def test_what_is_set_aside_is_told_with_its_reason(load_text: LoadText) -> None:
    graph = load_text("""
        rules: {G001: {severity: "off", reason: It is new}}
        bodies: {a: {name: A}, b: {name: B, reports to: a}, c: {name: C}}
    """)
    told = chapter(report_of(graph), "Checks")
    assert "- G001 (1): It is new." in told


def test_sources_tell_how_many_quotations_were_found(harbour: OrgGraph) -> None:
    told = chapter(report_of(harbour), "Sources")
    assert "Letter | 0 of 1 | not at hand" in told
    assert any(line.startswith("Statutes | 6 of 8 | ") for line in told)


def test_sources_may_be_named(harbour: OrgGraph, tmp_path) -> None:  # type: ignore[no-untyped-def]
    letter = tmp_path / "letter.txt"
    letter.write_text("Dermed vil vi orienterer byrådet.", encoding="utf-8")
    made = compose(
        harbour,
        ReportOptions(language="en", date=DAY, views=()),
        Sources(harbour, {"letter": str(letter)}),
    )
    assert "Letter | 1 of 1 | at hand" in "\n".join(chapter(made, "Sources"))


def test_a_date_leaves_out_what_does_not_hold(harbour: OrgGraph) -> None:
    made = report_of(harbour, as_of=PartialDate(2019))
    assert chapter(made, "Bodies and organisations") == [
        "Neither seats, members nor purposes are written down."
    ]
    assert not any("The board" in line for line in chapter(made, "Relations"))
    assert report_of(harbour.as_of("2019")).blocks == made.blocks


def test_seats_are_judged_on_the_date_of_the_report(load_text: LoadText) -> None:
    graph = load_text("""
        bodies:
          b:
            name: B
            roster: complete
            seats: {s: {count: 1, term: 2 years}}
            members: [{person: p, seat: s, from: 2020-01-01}]
        persons: {p: {name: P}}
    """)
    over = report_of(graph, date=PartialDate(2022, 6, 1))
    assert "In B the term is over for P." in "\n".join(chapter(over, "Summary"))
    then = report_of(graph, date=PartialDate(2021, 6, 1))
    assert "All seats are filled in B." in "\n".join(chapter(then, "Summary"))


def test_a_long_table_says_what_it_leaves_out(
    harbour: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(relations, "MOST_ROWS", 2)
    monkeypatch.setattr(bodies, "MOST_ROWS", 3)
    monkeypatch.setattr(nodes, "MOST_ROWS", 4)
    monkeypatch.setattr(findings, "MOST_OF_A_RULE", 1)
    made = report_of(harbour)
    told = chapter(made, "Appointment")
    assert len([line for line in told if " | " in line]) == 3
    assert told[-1].endswith(
        "not shown: 3. All are listed by: orggraph relations --family appointment"
    )
    assert "Further rows, which are not shown: 4. orggraph members has them all." in (
        chapter(made, "The board")
    )
    assert any(line.startswith("Further findings of ") for line in chapter(made, "Checks"))
    told = chapter(made, "Who is who")
    assert len([line for line in told if " | " in line]) == 5
    assert told[-1] == "Further ones, which are not shown: 7. All are listed by: orggraph nodes"
    monkeypatch.setattr(bodies, "MOST_BODIES", 0)
    assert chapter(report_of(harbour), "Bodies and organisations") == [
        "Further bodies, which are not shown: 1. Each is told by: orggraph members BODY"
    ]


def test_the_order_of_the_data_never_shows(load_files) -> None:  # type: ignore[no-untyped-def]
    one = "bodies: {a: {name: A}, b: {name: B, reports to: a}, c: {name: C, reports to: a}}"
    two = "bodies: {c: {name: C, reports to: a}, b: {name: B, reports to: a}, a: {name: A}}"
    first, second = report_of(load_files(x=one)), report_of(load_files(x=two))
    assert lines_of(first.blocks[:-3]) == lines_of(second.blocks[:-3])
    assert dict(first.facts)["Data version"] == dict(second.facts)["Data version"]


# Figures


def figures(document: Document) -> list[Figure]:
    return [block for block in document.blocks if isinstance(block, Figure)]


def test_a_figure_of_the_whole_where_no_view_is_named(harbour_report: Document) -> None:
    (figure,) = figures(harbour_report)
    assert figure.number == 1
    assert figure.scene.id == "figure-1"
    assert figure.caption == "The Harbour Trust"
    assert figure.alternative.startswith("The Harbour Trust. The picture has ")
    assert "the board" in figure.alternative
    assert any(line.startswith("  ") for line in figure.outline)


def test_a_figure_without_a_title_has_a_caption_all_the_same() -> None:
    (figure,) = figures(report_of(graph_of(alone="a"), views=None))
    assert figure.caption == figure.scene.title == "The organisation"
    assert figure.alternative == "The organisation. The picture has 1 card and 0 lines. It shows a."


def test_views_are_figures_in_their_order_and_the_reports_language(harbour: OrgGraph) -> None:
    views = (View(id="x", families=("reporting",)), View(id="y", around="board", depth=1))
    told: list[float] = []
    made = compose(
        harbour, ReportOptions(language="da", date=DAY, views=views), progress=told.append
    )
    assert [figure.number for figure in figures(made)] == [1, 2]
    assert figures(made)[0].scene.language == "da"
    assert told == sorted(told)
    assert told[-1] == 1


def test_a_figure_is_of_the_date_and_theme_that_were_asked_for(harbour: OrgGraph) -> None:
    made = report_of(harbour, views=(View(theme="print"),), theme="dark", as_of=PartialDate(2021))
    (figure,) = figures(made)
    assert figure.scene.background == made.theme.background != "#ffffff"
    assert any("As of 2021" in text.words for text in figure.scene.texts)


def test_a_large_picture_takes_several_figures() -> None:
    graph = graph_of(*(f"b{n} reports_to b{n // 5}" for n in range(1, 80)))
    made = report_of(graph, views=None)
    found = figures(made)
    assert len(found) > 1
    assert len({figure.scene.id for figure in found}) == len(found)


def test_of_very_much_only_the_top_is_drawn_and_that_is_said() -> None:
    graph = graph_of(*(f"b{n} reports_to b{n // 5}" for n in range(1, 600)))
    made = report_of(graph, views=None)
    (figure,) = figures(made)
    assert len(figure.scene.cards) < 10
    assert "Of 600 nodes only those next to the top are drawn." in (
        "\n".join(chapter(made, "Figures"))
    )


def test_a_view_that_does_not_fit_is_named(harbour: OrgGraph) -> None:
    with pytest.raises(OrgGraphError) as caught:
        report_of(harbour, views=(View(id="odd", around="nobody here"),))
    assert "the view 'odd'" in caught.value.message()
    with pytest.raises(UnknownTermError):
        report_of(harbour, theme="no such theme")


def test_notices_of_figures_are_told(harbour: OrgGraph) -> None:
    notices: list[Problem] = []
    graph = graph_of(*(f"b{n} reports_to a" for n in range(60)))
    options = ReportOptions(language="en", date=DAY, views=(View(paper="slide", leaves="spread"),))
    compose(graph, options, notify=notices.append)
    assert {notice.code for notice in notices} == {"D202"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_graph_with_nothing_in_it_is_a_report(language: str, load_text: LoadText) -> None:
    for graph in (load_text("title: T"), graph_of(alone="a")):
        made = report_of(graph, language=language, views=None)
        assert len(figures(made)) == len(graph)
        assert made.notes == ()


def test_the_version_is_of_the_content_and_not_of_the_file(
    load_text: LoadText,
    tmp_path,
    harbour: OrgGraph,  # type: ignore[no-untyped-def]
) -> None:
    from orggraph import dump, load
    from orggraph.documents.version import find_version

    dump(harbour, tmp_path / "deep.jsonl")
    assert find_version(load(tmp_path / "deep.jsonl")) == find_version(harbour)
    assert find_version(harbour.as_of("2019")) == find_version(harbour)
    one, two = load_text("bodies: {a: {name: A}}"), None
    first = find_version(one)
    two = load_text("bodies: {a: {name: B}}")
    assert first != find_version(two)


def test_a_graph_without_files_names_none() -> None:
    assert "Data" not in dict(report_of(graph_of(alone="a")).facts)


def test_a_graph_is_left_as_it_was(harbour: OrgGraph) -> None:
    report_of(harbour)
    assert harbour.day is None
    assert isinstance(harbour, Graph)

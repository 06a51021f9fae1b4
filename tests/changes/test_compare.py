"""One change at a time, and just that is told."""

from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.changes.change import Change, ChangeKind, Diff
from orggraph.changes.matches import find_moves
from orggraph.changes.union import unite
from orggraph.queries.times import parse_date
from orggraph.views.marks import Marks

COUNCIL = """\
language: en
sources:
  statutes: {title: The statutes, file: statutes.txt}
organisations:
  town: {name: The Town}
bodies:
  council:
    name: The Council
    aliases: [the assembly]
    seats:
      chair: {role: chair, count: 1, appointed by: town, term: 3 years}
    members:
      - {person: åse, seat: chair, from: 2024}
  works:
    name: The Works
    reports to: {council: {evidence: "statutes: reports to the council"}}
  clubs: {name: The Clubs, informs: works}
persons:
  åse: {name: Åse Møller}
"""
STATUTES = "The Works reports to the council.\n\nThe Works informs the town."


def versions(tmp_path: Path, *changes: tuple[str, str], text: str = STATUTES) -> Diff:
    for name, words, statutes in (("old", COUNCIL, STATUTES), ("new", COUNCIL, text)):
        for was, now in changes if name == "new" else ():
            assert was in words
            words = words.replace(was, now)
        (tmp_path / name).mkdir()
        (tmp_path / name / "data.yaml").write_text(words, encoding="utf-8")
        (tmp_path / name / "statutes.txt").write_text(statutes, encoding="utf-8")
    return load(tmp_path / "old").diff(load(tmp_path / "new"))


def told(diff: Diff) -> list[tuple[str, str, list[tuple[str, object, object]]]]:
    """Return what a diff tells beside the findings of the check."""
    areas = ("nodes", "relations", "seats", "members", "evidence", "sources", "settings")
    return [
        (area, str(change.kind), [tuple(field) for field in change.fields])
        for area in areas
        for change in getattr(diff, area)
    ]


CHANGES = [
    (("The Works", "The Docks"), ("nodes", "changed", [("name.en", "The Works", "The Docks")])),
    (("informs: works", "informs: council"),
     ("relations", "changed", [("target", "works", "council")])),
    ((", informs: works", ""), ("relations", "removed", [])),
    (("term: 3 years", "term: 4 years"), ("seats", "changed", [("term", "3 years", "4 years")])),
    (("from: 2024", "until: 2026"),
     ("members", "changed", [("from", "2024", None), ("until", None, "2026")])),
    (("      - {person: åse, seat: chair, from: 2024}", "      []"), ("members", "removed", [])),
    (("reports to the council\"", "reports to the Town\""),
     ("evidence", "changed", [("quote", "reports to the council", "reports to the Town"),
                              ("status", "verified", "not_found")])),
    (("clubs: {", "  klubber: {"[2:]), ("nodes", "changed", [("id", "clubs", "klubber")])),
]  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), CHANGES)
def test_one_change_is_told_as_one(
    tmp_path: Path, change: tuple[str, str], expected: object
) -> None:
    assert told(versions(tmp_path, change)) == [expected]


def test_what_hangs_on_a_renamed_body_is_the_same(tmp_path: Path) -> None:
    found = versions(tmp_path, ("council:", "råd:"))
    assert found.renamed == (("council", "råd"),)
    assert told(found) == [("nodes", "changed", [("id", "council", "råd")])]
    assert not found.problems
    assert not unite(found).marks  # a picture shows no ids
    assert not unite(found).lines


def test_what_is_gone_from_a_renamed_body_is_marked_under_its_new_id(tmp_path: Path) -> None:
    seats = COUNCIL[COUNCIL.index("    seats:") : COUNCIL.index("  works:")]
    found = versions(tmp_path, ("council:", "råd:"), (seats.replace("council:", "råd:"), ""))
    _, marks, lines, _ = unite(found)
    assert marks["råd/chair"] is lines["åse:member_of:råd:chair:2024"] is ChangeKind.REMOVED
    assert not [id_ for id_ in (*marks, *lines) if "council" in id_]


def test_a_renamed_seat_keeps_its_holder(tmp_path: Path) -> None:
    found = versions(tmp_path, ("chair: {", "head: {"), ("seat: chair", "seat: head"))
    assert told(found) == [("seats", "changed", [("id", "chair", "head")])]


def test_another_person_in_a_seat_is_no_rename(tmp_path: Path) -> None:
    found = versions(
        tmp_path, ("person: åse", "person: bo"), ("åse: {name: Åse Møller}", "bo: {name: Bo Dam}")
    )
    assert not found.renamed
    assert [change.kind for change in found.members] == ["added", "removed"]


def test_a_common_identifier_makes_two_names_one_organisation(tmp_path: Path) -> None:
    def load_one(name: str, text: str) -> OrgGraph:
        (tmp_path / name).write_text(f"organisations: {text}", encoding="utf-8")
        return load(tmp_path / name)

    old = load_one("a.yaml", "{a: {name: Old Mill, identifiers: {cvr: 1}}, c: C}")
    same = load_one("b.yaml", "{b: {name: New Works, identifiers: {cvr: 1}}, c: C}")
    another = load_one("c.yaml", "{b: {name: New Works, identifiers: {ean: 1}}, c: C}")
    assert old.diff(same).renamed == (("a", "b"),)
    assert not old.diff(another).renamed


def test_two_of_one_name_are_not_guessed_between(tmp_path: Path) -> None:
    found = versions(
        tmp_path, ("  clubs: {name: The Clubs, informs: works}",
                   "  one: {name: The Clubs}\n  two: {name: The Clubs}"),
    )  # fmt: skip
    assert not found.renamed
    assert [change.kind for change in found.nodes] == ["added", "added", "removed"]


def test_a_finding_is_the_same_under_another_name_of_its_seat(tmp_path: Path) -> None:
    found = versions(tmp_path, ("role: chair, ", ""))
    assert told(found) == [("seats", "changed", [("role", "chair", None)])]
    assert not [change for change in found.problems if change.kind is ChangeKind.CHANGED]


def test_a_changed_document_tells_which_quotations_fell(tmp_path: Path) -> None:
    found = versions(tmp_path, text="The Works answers to the council.")
    assert told(found) == [("evidence", "changed", [("status", "verified", "not_found")])]
    assert [change.kind for change in found.problems] == ["added"]


def test_a_retargeted_line_is_drawn_both_as_it_was_and_as_it_is(tmp_path: Path) -> None:
    union = unite(versions(tmp_path, ("informs: works", "informs: council")))
    lines = {r.target: union.lines[r.id] for r in union.graph.relations_from("clubs")}
    assert lines == {"works": ChangeKind.REMOVED, "council": ChangeKind.ADDED}


def test_a_line_that_turned_round_makes_a_graph_that_is_a_circle(tmp_path: Path) -> None:
    found = versions(
        tmp_path,
        ('    reports to: {council: {evidence: "statutes: reports to the council"}}\n', ""),
        ("    name: The Council\n", "    name: The Council\n    reports to: works\n"),
    )
    reporting = [r for r in unite(found).graph.relations.values() if r.type == "reports_to"]
    assert {(r.source, r.target) for r in reporting} == {("works", "council"), ("council", "works")}


def test_a_change_says_what_became_of_it() -> None:
    assert [Change(None, 1).kind, Change(1, None).kind, Change(1, 2).kind] == list(ChangeKind)


def test_reports_of_a_diff_name_what_changed(tmp_path: Path) -> None:
    found = versions(tmp_path, ("informs: works", "informs: council"), ("role: chair, ", ""))
    shown = OrgGraph.from_sound(found.new.parts).report(found, "markdown", language="da")
    assert "- **Ændret:** The Clubs informerer The Council" in shown
    assert "  - til: The Works → The Council" in shown
    assert "  - rolle: formand → ikke angivet" in shown
    assert "Ændrede: 2" in shown


def test_what_goes_with_a_body_is_told_with_it_and_counted(tmp_path: Path) -> None:
    found = versions(tmp_path, (COUNCIL[COUNCIL.index("  works:") : COUNCIL.index("persons:")], ""))
    shown = OrgGraph.from_sound(found.new.parts).report(found, language="en")
    assert "- The Works (body)\n    The Works reports to The Council\n" in shown
    assert "- The Clubs (body)\n    The Clubs informs The Works\n" in shown
    assert "\nRelations\n" not in shown
    assert "\nNew: 0. Removed: 4. Changed: 0.\n" in shown
    assert len(found.nodes) + len(found.relations) == 4


def test_a_new_body_has_its_seats_and_members_with_it(tmp_path: Path) -> None:
    body = "  panel: {name: Panel, seats: {a: {count: 1}}, members: [{person: åse, seat: a}]}\n"
    member = "      - {person: åse, seat: chair, from: 2024}\n"
    found = versions(
        tmp_path,
        ("persons:\n", body + "persons:\n  bo: {name: Bo}\n"),
        (member, member + "      - {person: bo}\n"),
    )
    shown = OrgGraph.from_sound(found.new.parts).report(found, language="en")
    assert "+ Panel (body)\n    Panel: a (1)\n    Åse Møller member of Panel (a)\n\n" in shown
    # Who is new in a body that stays is told of that body.
    assert "Members\n+ Bo member of The Council\n" in shown


def test_the_findings_are_counted_apart_and_no_change_has_no_count(tmp_path: Path) -> None:
    found = versions(tmp_path, text="The Works answers to the council.")
    org = OrgGraph.from_sound(found.new.parts)
    assert "New: 0. Removed: 0. Changed: 1.\n" in org.report(found, language="en")
    told = org.report(found, language="da").splitlines()
    assert told[-1] == "Nye fund ved kontrollen: 1. Bortfaldne: 0. Ændrede: 0."
    same = org.diff(org)
    assert org.report(same, language="en") == "Changes\nNo difference.\n"


def test_a_report_says_which_day_it_is_of(tmp_path: Path) -> None:
    found = versions(tmp_path, ("The Works", "The Docks"))
    on = [OrgGraph.from_sound(g.parts).restricted(as_of=parse_date("2025")) for g in found[:2]]
    assert "As of 2025.\n" in on[1].report(on[0].diff(on[1]), language="en")


def test_a_text_in_several_languages_tells_which_changed(tmp_path: Path) -> None:
    found = versions(tmp_path, ("name: The Works", "name: The Works\n    da: Værket"),
                     ("name: The Clubs", "name: The Club"))  # fmt: skip
    shown = OrgGraph.from_sound(found.new.parts).report(found, language="en")
    assert "name (da): not given → Værket" in shown
    assert "name: The Clubs → The Club\n" in shown


def test_a_name_that_changed_is_kept_for_the_picture(tmp_path: Path) -> None:
    union = unite(versions(tmp_path, ("The Works", "The Docks"), ("clubs: {", "klubber: {")))
    assert {id_: name.original for id_, name in union.former.items()} == {"works": "The Works"}


def test_a_relation_may_have_the_id_of_a_renamed_node(tmp_path: Path) -> None:
    named = ("informs: works}", "informs: {works: {id: klubber}}}")
    found = versions(tmp_path, named, ("clubs: {", "klubber: {"))
    assert found.renamed == (("clubs", "klubber"),)
    back = OrgGraph.from_sound(found.new.parts).diff(found.old)
    assert [change.kind for change in back.nodes] == [ChangeKind.CHANGED]


def test_a_node_that_came_does_not_mark_a_relation_of_its_id(tmp_path: Path) -> None:
    named = ("informs: works}", "informs: {works: {id: guild}}}")
    found = versions(tmp_path, named, ("persons:", "  guild: {name: The Guild}\npersons:"))
    union = unite(found)
    marks = Marks(union.graph, union)
    assert marks.of(union.graph.nodes["guild"]) == "added"
    assert marks.of(union.graph.relations["guild"]) is None


def test_seats_of_many_bodies_are_the_same_under_other_keys(tmp_path: Path) -> None:
    def bodies(key: str) -> str:
        seats = (
            f"  b{n}: {{name: Body {n}, seats: "
            f"{{{key}: {{role: chair, count: 1, term: {n % 7 + 1} years, appointed by: b0}}}}}}\n"
            for n in range(300)
        )
        return f"language: en\nbodies:\n{''.join(seats)}"

    for name, key in (("old", "head"), ("new", "chair")):
        (tmp_path / f"{name}.yaml").write_text(bodies(key), encoding="utf-8")
    moves = find_moves(load(tmp_path / "old.yaml"), load(tmp_path / "new.yaml"))
    assert len(moves.seats) == 300

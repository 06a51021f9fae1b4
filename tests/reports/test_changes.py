"""The note of what changed, as a secretariat pastes it."""

from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.changes.change import Diff

STATUTES = "The panel reports to the board. Ann Å observes. The panel keeps watch."
DATA = """\
language: en
sources: {d: {title: Statutes, file: d.txt, url: "https://x.dk/a"}}
bodies:
  board: {name: The board}
  club: {name: The club, reports to: board}
"""
PANEL = """\
  panel:
    name: {en: The panel, da: Panelet}
    classification: {en: panel, da: panel}
    purposes: [{text: "Watch", evidence: "d: keeps watch"}]
    evidence: "d: The panel"
    reports to: {board: {note: In writing, evidence: "d: reports to the board"}}
    seats: {guest: {name: Guest, role: observer, vote: no, count: 1, evidence: "d: Ann Å"}}
    members: [{person: ann, seat: guest, role: observer, from: 2024, evidence: "d: Ann Å observes"}]
persons: {ann: {name: Ann Å, title: pilot}}
"""


def diff(tmp_path: Path, old: str, new: str) -> Diff:
    for name, words in (("old", old), ("new", new)):
        (tmp_path / name).mkdir(exist_ok=True)
        (tmp_path / name / "data.yaml").write_text(words, encoding="utf-8")
        (tmp_path / name / "d.txt").write_text(STATUTES, encoding="utf-8")
    return load(tmp_path / "old").diff(load(tmp_path / "new"))


def note(found: Diff, format_: str = "markdown", language: str = "da") -> str:
    return OrgGraph.from_sound(found.new.parts).report(found, format_, language=language)


def test_what_is_new_is_told_with_the_words_it_rests_on(tmp_path: Path) -> None:
    shown = note(diff(tmp_path, DATA, DATA + PANEL))
    assert (
        "- **Ny:** Panelet (organ)\n"
        "  - klassifikation: panel\n"
        "  - formål: Watch\n"
        "    - [d, afsnit 1: “keeps watch”](<https://x.dk/a#:~:text=keeps%20watch>)\n"
    ) in shown
    assert (
        "  - Panelet refererer til The board\n"
        "    - In writing\n"
        "    - [d, afsnit 1: “reports to the board”]"
        "(<https://x.dk/a#:~:text=reports%20to%20the%20board>)\n"
        "  - Panelet: Guest (1)\n"
        "    - rolle: observatør\n"
        "    - stemmeret: nej\n"
    ) in shown
    assert (
        "  - Ann Å medlem af Panelet (Guest), fra 2024\n"
        "    - rolle: observatør\n"
        "    - [d, afsnit 1: “Ann Å observes”]"
    ) in shown
    assert "- **Ny:** Ann Å (person)\n  - titel: pilot\n" in shown


def test_text_has_the_quotations_further_in_than_what_rests_on_them(tmp_path: Path) -> None:
    shown = note(diff(tmp_path, DATA, DATA + PANEL), "text", "en")
    assert (
        "    The panel reports to The board\n"
        "      In writing\n"
        "      d, paragraph 1: “reports to the board”\n"
    ) in shown


def test_of_what_is_gone_no_words_are_quoted(tmp_path: Path) -> None:
    shown = note(diff(tmp_path, DATA + PANEL, DATA))
    assert "- **Udgået:** Panelet (organ)\n  - Panelet refererer til The board\n" in shown
    assert "“" not in shown


def test_a_quotation_with_other_words_is_a_link(tmp_path: Path) -> None:
    new = DATA + PANEL.replace("d: reports to", "d: panel reports to")
    shown = note(diff(tmp_path, DATA + PANEL, new))
    assert (
        "- **Ændret:** Panelet refererer til The board\n"
        "  - [d, afsnit 1: “panel reports to the board”](<https://x.dk/a#:~:text="
    ) in shown
    assert "  - ordlyd: reports to the board → panel reports to the board\n" in shown


@pytest.mark.parametrize(
    ("count", "told"),
    [
        (3, "- **Ny:** bemærkning G060: oplyst uden belæg: B0 refererer til The board\n"),
        (4, "- **Ny:** bemærkning G060 (4)\n  - oplyst uden belæg: B0 refererer til The board\n"),
        (12, "  - Flere af G060: 2. "),
    ],
)
def test_many_findings_of_one_code_stand_together(tmp_path: Path, count: int, told: str) -> None:
    more = "".join(f"  b{i}: {{name: B{i}, reports to: board}}\n" for i in range(count))
    shown = note(diff(tmp_path, DATA, DATA + more))
    assert told in shown
    assert ("Flere af" in shown) is (count > 10)
    assert f"\nNye fund ved kontrollen: {2 * count}. " in shown
    assert "- **Bortfaldet:** bemærkning G060" in note(diff(tmp_path, DATA + more, DATA))


def test_the_gravest_findings_stand_first(tmp_path: Path) -> None:
    new = DATA + PANEL.replace("d: Ann Å observes", "d: Ann dreams")
    new = new.replace("board: {name: The board}", "board: {name: The board, advises: club}")
    shown = note(diff(tmp_path, DATA, new), language="en")
    assert 0 < shown.index("error E101") < shown.index("note G060")


def test_a_text_that_went_tells_nothing_of_its_language(tmp_path: Path) -> None:
    noted = DATA.replace("The board}", "The board, note: {en: Old, da: Gammel}}")
    shown = note(diff(tmp_path, noted, DATA))
    assert "  - bemærkning (da): Gammel → ikke angivet\n" in shown
    assert "sprog" not in shown


def test_a_new_id_stands_after_what_people_read(tmp_path: Path) -> None:
    new = DATA.replace("club: {name: The club", "clubs: {name: The club, title: Rowers")
    shown = note(diff(tmp_path, DATA, new), language="en")
    assert "  - title: not given → Rowers\n  - id: club → clubs\n" in shown


def test_a_finding_that_concerns_fewer_has_changed(tmp_path: Path) -> None:
    old = DATA + (
        "  panel:\n    name: Panel\n    seats: {s: {count: 2, term: 2 years}}\n"
        "    members: [{person: ann, seat: s}, {person: bo, seat: s}]\n"
        "persons: {ann: Ann, bo: Bo}\n"
    )
    new = old.replace("{person: bo, seat: s}", "{person: bo, seat: s, from: 2090}")
    found = diff(tmp_path, old, new)
    (change,) = [change for change in found.problems if change.one.code == "G031"]
    assert str(change.kind) == "changed"
    assert "before: the seat s in Panel" in note(found, "text", "en")

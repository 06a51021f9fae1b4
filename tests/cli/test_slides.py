"""Slides on the command line: `draw -o x.pptx`, several views, `build --deck`, templates."""

from pathlib import Path

import pytest
from pptx import Presentation

from orggraph.api.files import load
from tests.cli.conftest import Ask
from tests.render.pptx.decks import slides


@pytest.fixture
def house() -> Path:
    """A deck of the house, of 4:3, with a slide in it."""
    deck = Presentation()
    deck.slides.add_slide(deck.slide_layouts[0]).shapes.title.text = "Eksempel"
    path = Path("house.potx")
    deck.save(path)
    return path


def titles(path: str) -> list[str]:
    return [slide.shapes.title.text_frame.text for slide in slides(Path(path).read_bytes())]


def test_a_picture_is_a_slide(ask: Ask) -> None:
    assert ask("draw", "-o", "x.pptx") == (0, "", "")
    deck = Presentation("x.pptx")
    assert len(deck.slides) == 1
    # What is on no paper is laid out for a slide, which it fills without a title apart.
    graph = load("data")
    assert Path("x.pptx").read_bytes() == graph.draw(paper="slide").to_bytes("pptx")
    assert ask("draw", "--paper", "a4", "-o", "y.pptx").code == 0
    assert Presentation("y.pptx").slide_width != deck.slide_width


def test_a_paper_that_was_chosen_stays(ask: Ask) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/a.yaml").write_text("paper: a4\ntitle: A", encoding="utf-8")
    Path("diagrams/b.yaml").write_text("title: B", encoding="utf-8")
    assert ask("draw", "--view", "a", "-o", "a.pptx").code == 0
    assert Presentation("a.pptx").slide_width == (297 * 36000)
    assert ask("draw", "--paper", "free", "-o", "free.pptx").code == 0
    assert Path("free.pptx").read_bytes() == load("data").draw().to_bytes("pptx")
    # An SVG beside it is of the same picture.
    assert ask("draw", "--view", "b", "-o", "b.pptx", "-o", "b.svg").code == 0
    assert Path("b.pptx").read_bytes() == load("data").draw("b").to_bytes("pptx")


def test_several_views_are_several_slides(ask: Ask) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/a.yaml").write_text("title: A\nlanguages: [en, da]", encoding="utf-8")
    Path("diagrams/b.yaml").write_text("title: B\npaper: a4", encoding="utf-8")
    assert ask("draw", "--view", "b", "--view", "a", "-o", "x.pptx") == (0, "", "")
    assert titles("x.pptx") == ["B", "A"]
    answer = ask("draw", "--view", "b", "--view", "a", "-o", "x.svg")
    assert answer.code == 0
    assert Path("x-1.svg").exists()
    assert Path("x-2.svg").exists()


def test_a_diff_goes_on_slides(ask: Ask, house: Path) -> None:
    Path("older.yaml").write_text("bodies: {x: {name: X}}", encoding="utf-8")
    arguments = ("diff", "older.yaml", "-o", "x.pptx", "--template", str(house))
    assert ask(*arguments).code == 1
    deck = Presentation("x.pptx")
    assert (len(deck.slides), deck.slide_width) == (1, 9144000)
    answer = ask("diff", "older.yaml", "--template", str(house))
    assert (answer.code, "--template" in answer.err) == (2, True)


def test_slides_go_into_a_deck_of_ones_own(ask: Ask, house: Path) -> None:
    assert ask("draw", "-o", "x.pptx", "--template", str(house)).code == 0
    deck = Presentation("x.pptx")
    assert (len(deck.slides), deck.slide_width) == (1, 9144000)
    assert b"Eksempel" not in Path("x.pptx").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "english", "danish"),
    [
        (("draw", "-o", "x.svg", "--template", "house.potx"), "--template is for slides only",
         "--template gælder kun præsentationer"),
        (("draw", "-o", "x.pptx", "--template", "none.pptx"), "'none.pptx' cannot be read",
         "'none.pptx' kan ikke læses"),
        (("draw", "-o", "x.pptx", "--template", "data/havn.yaml"), "is no PowerPoint file",
         "er ikke en PowerPoint-fil"),
        (("build", "--deck", "x.pdf"), "let it end in .pptx", "lad det ende på .pptx"),
        (("build", "--template", "house.potx"), "--template is for slides only",
         "--template gælder kun præsentationer"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_and_nothing_written(
    ask: Ask, house: Path, arguments: tuple[str, ...], english: str, danish: str
) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/a.yaml").write_text("title: A", encoding="utf-8")
    answer = ask(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert english in answer.err
    assert danish in ask(*arguments, "--lang", "da").err
    assert not list(Path().glob("x.p*"))
    assert not list(Path("diagrams").glob("*.svg"))


@pytest.fixture
def views() -> None:
    Path("diagrams").mkdir()
    Path("diagrams/b.yaml").write_text("title: B\nlanguages: [en, da]", encoding="utf-8")
    Path("diagrams/a.yaml").write_text("title: A\npaper: a4\noutputs: txt", encoding="utf-8")


@pytest.mark.usefixtures("views")
def test_a_build_makes_a_deck_of_all_views(ask: Ask, house: Path) -> None:
    answer = ask("build", "--deck", "deck.pptx")
    assert answer.code == 0
    assert answer.out.endswith("Written: deck.pptx\nChanged: 4. Unchanged: 0.\n")
    assert titles("deck.pptx") == ["A", "B"]
    assert Presentation("deck.pptx").slide_width == 12192000
    again = ("build", "--deck", "deck.pptx", "--check")
    assert ask(*again) == (0, "Changed: 0. Unchanged: 4.\n", "")
    before = Path("deck.pptx").read_bytes()
    answer = ask(*again, "--template", str(house))
    assert (answer.code, answer.out.splitlines()[0]) == (1, "Would change: deck.pptx")
    assert Path("deck.pptx").read_bytes() == before
    assert ask("build", "--deck", "deck.pptx", "--template", str(house)).code == 0
    assert Presentation("deck.pptx").slide_width == 9144000


@pytest.mark.usefixtures("views")
def test_a_deck_has_the_paper_that_all_views_have(ask: Ask) -> None:
    Path("diagrams/b.yaml").write_text("title: B\npaper: a4", encoding="utf-8")
    assert ask("build", "--deck", "deck.pptx").code == 0
    assert Presentation("deck.pptx").slide_width == 297 * 36000
    # On slides of its paper, a picture fills the slide, and its title stands in it.
    for slide in slides(Path("deck.pptx").read_bytes()):
        assert slide.shapes.title.text_frame.paragraphs[0].runs[0].font.size is not None


@pytest.mark.usefixtures("views")
def test_views_may_be_slides_themselves(ask: Ask, house: Path) -> None:
    Path("diagrams/a.yaml").write_text("outputs: [pptx, svg]", encoding="utf-8")
    assert ask("build", "--template", str(house)).code == 0
    assert Presentation("diagrams/a.pptx").slide_width == 9144000
    answer = ask("build", "--deck", "diagrams/a.pptx")
    assert answer.code == 2
    assert "the view 'a' makes 'diagrams/a.pptx' itself" in answer.err


def test_text_that_is_small_on_slides_is_told(ask: Ask) -> None:
    bodies = "".join(f"  n{n}: {{name: Body number {n}, reports to: n0}}\n" for n in range(1, 60))
    Path("large.yaml").write_text(f"bodies:\n  n0: {{name: Top}}\n{bodies}", encoding="utf-8")
    wide = ("-d", "large.yaml", "draw", "--leaves", "spread")
    answer = ask(*wide, "--paper", "free", "-o", "x.pptx", "-o", "x.svg")
    assert answer.code == 0
    assert "D204" in answer.err
    # Where the layout says so itself, it is said once.
    answer = ask(*wide, "-o", "x.pptx")
    assert ("D202" in answer.err, "D204" in answer.err) == (True, False)
    assert ask(*wide, "--paper", "free", "-o", "x.svg").err == ""


def test_a_template_is_not_written_over(ask: Ask, house: Path) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/a.yaml").write_text("title: A\noutputs: [pptx]", encoding="utf-8")
    house.rename("house.pptx")
    before = Path("house.pptx").read_bytes()
    for arguments in (("draw", "-o", "house.pptx"), ("build", "--deck", "house.pptx"), ("build",)):
        if arguments == ("build",):
            Path("diagrams/a.pptx").symlink_to(Path("house.pptx").absolute())
        answer = ask(*arguments, "--template", "house.pptx")
        assert answer.code == 2
        assert "is the template itself" in answer.err
        assert Path("house.pptx").read_bytes() == before


def test_nothing_is_written_where_one_file_has_no_place(ask: Ask) -> None:
    Path("diagrams").mkdir()
    Path("diagrams/a.yaml").write_text("title: A", encoding="utf-8")
    answer = ask("build", "--deck", "missing/x.pptx")
    assert (answer.code, answer.out) == (2, "")
    assert "missing" in answer.err
    assert [path.name for path in Path("diagrams").iterdir()] == ["a.yaml"]
    assert ask("draw", "-o", "a.svg", "-o", "missing/a.svg").code == 2
    assert not Path("a.svg").exists()

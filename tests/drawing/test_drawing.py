"""A drawing shows itself, and goes into files."""

import errno
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from ttf_opensans import opensans

from orggraph import Drawing, View
from orggraph.api.files import load
from orggraph.api.graph import OrgGraph
from orggraph.errors import OrgGraphError, UnknownNodeError, UnknownTermError
from orggraph.render.writer import Settings
from orggraph.source import ReadError

SVG = "{http://www.w3.org/2000/svg}"


def words_in(svg: str) -> str:
    """Return the text that an XML parser finds in a picture, outside its description."""
    root = ElementTree.fromstring(svg)
    return " ".join(" ".join(text.itertext()) for text in root.iter(f"{SVG}text"))


def test_a_picture_of_everything(ferry: OrgGraph) -> None:
    drawing = ferry.draw()
    assert isinstance(drawing, Drawing)
    assert drawing.notices == ()
    shown = words_in(drawing.to_svg())
    assert all(name in shown for name in ("Færgen", "Rådet", "Styret", "Værftet"))
    assert repr(drawing) == "<Drawing 'Færgen'>"


def test_a_notebook_shows_the_picture(ferry: OrgGraph) -> None:
    drawing = ferry.draw()
    assert drawing._repr_svg_() == drawing.to_svg()
    assert drawing.to_svg().startswith(("<svg", "<?xml"))


@pytest.mark.parametrize(
    ("view", "language", "expected"),
    [
        (View(), None, "Rådet"),
        (View(), "en", "The council"),
        (View(languages=("en", "da")), None, "The council"),
        (View(languages=("en",)), "da", "Rådet"),
    ],
    ids=str,
)
def test_the_language_is_that_asked_for_else_the_views_else_the_datas(
    ferry: OrgGraph, view: View, language: str | None, expected: str
) -> None:
    drawing = ferry.draw(view, language=language)
    assert expected in words_in(drawing.to_svg())
    assert expected in drawing.outline
    assert drawing.scenes[0].language == ("en" if expected == "The council" else "da")


def test_options_choose_what_is_shown_and_go_before_the_view(ferry: OrgGraph) -> None:
    Path("diagrams/low.yaml").write_text("around: værftet\ndepth: 1\ntitle: Neden", "utf-8")
    for view in ("low", "diagrams/low.yaml", Path("diagrams/low.yaml")):
        shown = words_in(ferry.draw(view, families="reporting").to_svg())
        assert "Neden" in shown
        assert "Styret" in shown
        assert "Rådet" not in shown
    shown = words_in(ferry.draw("low", around="rådet", title="Oven", families="reporting").to_svg())
    assert "Værftet" not in shown
    assert "Oven" in shown


def test_a_theme_and_an_engine_make_a_difference(ferry: OrgGraph) -> None:
    light, dark = ferry.draw(), ferry.draw(theme="dark")
    assert light.scenes[0].background != dark.scenes[0].background
    across = ferry.draw(direction="right")
    assert across.scenes[0].width > light.scenes[0].width
    assert ferry.draw(paper="slide").scenes[0].paper is not None
    with pytest.raises(OrgGraphError, match="nope"):
        ferry.draw(engine="nope")


def test_leaves_are_stacked_or_spread(ferry: OrgGraph) -> None:
    leaves = "".join(f"  b{i}: {{name: B{i}, reports to: top}}\n" for i in range(8))
    Path("wide.yaml").write_text(f"bodies:\n  top: Top\n{leaves}", "utf-8")
    wide = load("wide.yaml")
    stacked, spread = (wide.draw(leaves=how).scenes[0] for how in ("stacked", "spread"))
    assert spread.width > 2 * stacked.width
    assert spread.height < stacked.height


def test_a_picture_of_pixels_has_the_letters_of_its_theme(
    ferry: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Settings] = []
    monkeypatch.setattr("orggraph.drawing.drawing.write", lambda *said: told.append(said[2]) or b"")
    font = str(opensans(700).path)
    Path("bold.yaml").write_text(f"font: {{family: X, files: {{regular: {font}}}}}", "utf-8")
    ferry.draw(theme="./bold.yaml").to_png(dpi=48)
    (settings,) = told
    assert settings.dpi == 48
    assert settings.font_files["regular"] == font


def test_what_cannot_be_drawn_is_refused(ferry: OrgGraph) -> None:
    with pytest.raises(UnknownNodeError):
        ferry.draw(around="nobody at all")
    with pytest.raises(UnknownTermError, match="no family"):
        ferry.draw(families="ponies")
    with pytest.raises(UnknownTermError, match="no theme"):
        ferry.draw(theme="pink")
    with pytest.raises(ReadError, match="did you mean 'depth'"):
        ferry.draw(around="rådet", dept=1)
    with pytest.raises(UnknownTermError, match="no view"):
        ferry.draw("overview")
    Path("diagrams/odd.yaml").write_text("outputs: pgn", "utf-8")
    with pytest.raises(ReadError, match="did you mean 'png'"):
        ferry.draw("odd")


def test_a_theme_that_is_hard_to_read_is_noticed(ferry: OrgGraph) -> None:
    Path("faint.yaml").write_text('ink: "#dddddd"', "utf-8")
    problems = ferry.draw(theme="./faint.yaml").notices
    assert {problem.severity for problem in problems} == {"warning"}
    assert any("#dddddd" in problem.message("en") for problem in problems)


def test_letters_that_no_font_has_are_noticed_where_we_draw_them(ferry: OrgGraph) -> None:
    drawing = ferry.draw(title="Færge ⛴ نص")
    assert drawing.notices_for(["svg", "txt"]) == drawing.notices == ()
    (notice,) = drawing.notices_for(["svg", "PNG"])
    assert notice.code == "D109"
    assert "⛴" in notice.message()
    assert "æ" not in notice.message().partition(";")[0]
    assert ferry.draw().notices_for(["png", "pdf"]) == ()
    (many,) = ferry.draw(title="".join(map(chr, range(0x4E00, 0x4E40)))).notices_for(["pdf"])
    assert len(many.message()) < 250


def test_a_picture_is_saved_in_the_format_of_its_name(ferry: OrgGraph) -> None:
    drawing = ferry.draw()
    drawing.save("a.svg")
    drawing.save(Path("a.PNG"))
    drawing.save("b.png", dpi=96)
    drawing.save("a.txt")
    assert Path("a.svg").read_text("utf-8") == drawing.to_svg()
    assert Path("a.PNG").read_bytes() == drawing.to_png()
    assert Path("b.png").read_bytes() == drawing.to_png(dpi=96)
    assert Path("a.txt").read_text("utf-8") == drawing.outline
    width = [int.from_bytes(Path(p).read_bytes()[16:20], "big") for p in ("a.PNG", "b.png")]
    assert width[0] == pytest.approx(2 * width[1], abs=2)
    assert width[1] == pytest.approx(drawing.scenes[0].width, abs=1)


def test_a_file_that_cannot_be_written_is_told(
    ferry: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = ferry.draw()
    with pytest.raises(OrgGraphError, match="'bpmn' is no format"):
        drawing.save("a.bpmn")
    for name in ("a", Path("a")):
        with pytest.raises(OrgGraphError, match=r"^the name 'a' has no suffix .* one of: dot, "):
            drawing.save(name)
    with pytest.raises(OrgGraphError, match="no directory 'no'; make it first"):
        drawing.save("no/a.svg")
    Path("d.svg").mkdir()
    with pytest.raises(OrgGraphError, match=r"'d.svg' is a directory; name a file"):
        drawing.save("d.svg")

    def refuse(*_: object) -> None:
        raise OSError(errno.EACCES, "Permission denied", ".a.svg.xyz.tmp")

    monkeypatch.setattr("orggraph.drawing.saving.write_whole", refuse)
    with pytest.raises(OrgGraphError, match=r"cannot use 'a.svg': permission denied"):
        drawing.save("a.svg")
    assert not Path("a.svg").exists()


@pytest.fixture
def fleet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OrgGraph:
    """Return an organisation of 130 that no slide has room for."""
    monkeypatch.chdir(tmp_path)
    ships = "".join(f"  s{i}: {{name: Skib {i}, reports to: f{i % 9}}}\n" for i in range(120))
    fleets = "".join(f"  f{i}: {{name: Flåde {i}, reports to: top}}\n" for i in range(9))
    Path("fleet.yaml").write_text(
        f"title: Flåden\nlanguage: da\nbodies:\n  top: Rederiet\n{fleets}{ships}", "utf-8"
    )
    return load("fleet.yaml")


def test_what_is_too_large_for_its_paper_goes_on_several_pages(fleet: OrgGraph) -> None:
    (told,) = fleet.draw(paper="slide").notices
    assert told.code == "D202"
    assert "show less with --around and --depth," in told.message()
    drawing = fleet.draw(paper="slide", pages=True)
    assert len(drawing.scenes) > 5
    assert drawing.notices == ()
    cards = {card.id for scene in drawing.scenes for card in scene.cards}
    assert cards == {"top", *(f"f{i}" for i in range(9)), *(f"s{i}" for i in range(120))}
    for scene in drawing.scenes:
        smallest = min(text.size for card in scene.cards for text in card.texts)
        assert smallest * scene.paper[0] / scene.width * 72 / 25.4 >= 7  # type: ignore[index]
    assert len({scene.id for scene in drawing.scenes}) == len(drawing.scenes)
    assert drawing == fleet.draw(paper="slide", pages=True)


def test_what_has_room_on_its_paper_stays_on_one_page(ferry: OrgGraph) -> None:
    for paper in ("free", "a4"):
        assert ferry.draw(paper=paper, pages=True) == ferry.draw(paper=paper)


def test_pages_are_files_where_the_format_has_no_pages(fleet: OrgGraph) -> None:
    drawing = fleet.draw(paper="a4", pages=True)
    amount = len(drawing.scenes)
    assert amount in range(2, 10)
    assert drawing.save("one.pdf") == (Path("one.pdf"),)
    pages = PdfReader("one.pdf").pages
    assert len(pages) == amount
    assert f"(2 af {amount})" in pages[1].extract_text()
    assert drawing.save("many.svg") == tuple(Path(f"many-{i + 1}.svg") for i in range(amount))
    assert "(2 af" in words_in(Path("many-2.svg").read_text("utf-8"))
    assert not Path("many.svg").exists()
    with pytest.raises(OrgGraphError, match="'svg' holds one page, and this has"):
        drawing.to_svg()
    assert drawing._repr_svg_() is None
    assert (drawing._repr_html_() or "").count("<svg") == amount
    assert fleet.draw()._repr_html_() is None
    assert drawing.outline.count("(2 af") == 1


def test_a_page_that_cannot_be_divided_further_is_told(fleet: OrgGraph) -> None:
    Path("long.yaml").write_text(
        "bodies:\n  a: {name: A, members: ["
        + ", ".join(f"p{i}" for i in range(200))
        + "]}\n  b: {name: B, reports to: a}\npersons:\n"
        + "".join(f"  p{i}: P{i}\n" for i in range(200)),
        "utf-8",
    )
    notices = load("long.yaml").draw(paper="slide", pages=True).notices
    (told,) = [notice.message() for notice in notices]
    assert told.startswith("page 1 is too large for its paper (slide) still")
    assert "--pages" not in told


def test_how_far_it_is_can_be_watched(fleet: OrgGraph) -> None:
    for options in ({}, {"paper": "slide", "pages": True}):
        seen: list[float] = []
        fleet.draw(progress=seen.append, **options)
        assert len(seen) > 3
        assert seen[-1] == 1
        assert all(0 <= done <= 1 for done in seen)


def test_pictures_have_ids_of_their_own(ferry: OrgGraph) -> None:
    Path("diagrams/low.yaml").write_text("around: værftet", "utf-8")
    drawings = [
        ferry.draw(), ferry.draw(language="en"), ferry.draw(around="værftet"), ferry.draw("low"),
    ]  # fmt: skip
    told = [drawing.scenes[0].id for drawing in drawings]
    assert told == ["orggraph-da", "orggraph-en", "værftet-da", "low-da"]

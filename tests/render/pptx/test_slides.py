"""Slides, read back with python-pptx, which knows nothing of scenes."""

import hashlib
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.text import PP_ALIGN

from orggraph.api.files import load
from orggraph.drawing.drawing import Drawing
from orggraph.errors import OrgGraphError
from orggraph.render.pptx.frame import frame, slide_size
from orggraph.render.svg_geometry import tidy
from orggraph.render.writer import Settings
from orggraph.render.writers import write
from orggraph.scene import Box, Card, LineStyle, Point, Route, Scene, Sign
from tests.render.pptx.decks import PIXEL, A, P, connectors, glued, shapes, site, slides
from tests.render.scenes import hostile_scene, route, scene

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def shipped() -> dict[str, Drawing]:
    """The shipped views, and all of the data on one slide."""
    graph = load(ROOT / "data")
    found = {
        name: graph.draw(ROOT / "diagrams" / f"{name}.yaml", language="da")
        for name in ("governance", "reporting-line", "appointments", "contacts")
    }
    return {
        **found,
        "all": graph.draw(paper="slide", language="da"),
        "free": graph.draw(language="da"),
        "dark": graph.draw(theme="dark", paper="a3", members="nodes", parallel="apart"),
    }


@pytest.fixture(scope="module")
def decks(shipped: dict[str, Drawing]) -> dict[str, bytes]:
    return {name: drawing.to_bytes("pptx") for name, drawing in shipped.items()}


def placed(made: Scene, point: Point) -> tuple[float, float]:
    """Where a point of a scene belongs on a slide, in pixels of the slide."""
    stands = frame(made, slide_size([made]))
    return (
        (stands.x + point.x * stands.scale) / PIXEL,
        (stands.y + point.y * stands.scale) / PIXEL,
    )


def near(one: tuple[float, float], other: tuple[float, float], by: float = 1.0) -> bool:
    return abs(one[0] - other[0]) < by and abs(one[1] - other[1]) < by


def corners(found: Route) -> list[Point]:
    """The ends and the bends of a route."""
    points = tidy(found.points)
    inner = [
        here
        for before, here, after in zip(points, points[1:], points[2:], strict=False)
        if not (before.x == here.x == after.x or before.y == here.y == after.y)
    ]
    return [points[0], *inner, points[-1]]


def check_lines(made: Scene, data: bytes) -> None:
    """Hold every connector against the route that it is for."""
    slide = slides(data)[0]
    by_number = shapes(slide)
    lines = glued(slide)
    assert len(lines) == len(made.routes)
    cards = {card.id: name_of(card) for card in made.cards}
    for found, wanted in zip(lines, made.routes, strict=True):
        course = [placed(made, point) for point in corners(wanted)]
        ends = [wanted.source, wanted.target]
        if wanted.style.dash and wanted.dash_from == "target":
            course, ends = course[::-1], ends[::-1]
        drawn = [(x / PIXEL, y / PIXEL) for x, y in found.course]
        if found.preset == "custom":
            course = [course[0], course[-1]]
        assert len(drawn) == len(course)
        assert all(near(one, other) for one, other in zip(drawn, course, strict=True))
        for glue, card, at in zip(
            (found.start, found.end), ends, (drawn[0], drawn[-1]), strict=True
        ):
            assert glue is not None
            shape = by_number[glue[0]]
            assert shape.has_text_frame
            assert shape.name == cards[card]
            x, y = site(shape, glue[1])
            assert near((x / PIXEL, y / PIXEL), at)


@pytest.mark.parametrize(
    "name", ["governance", "reporting-line", "appointments", "contacts", "all", "free", "dark"]
)
def test_every_line_runs_as_its_route_and_is_glued_where_it_ends(
    name: str, shipped: dict[str, Drawing], decks: dict[str, bytes]
) -> None:
    check_lines(shipped[name].scenes[0], decks[name])


def test_all_kinds_of_elbows_are_there(decks: dict[str, bytes]) -> None:
    """Else the test above would say little."""
    found = {line.preset for data in decks.values() for line in glued(slides(data)[0])}
    assert found >= {"straightConnector1", "bentConnector3", "bentConnector5"}


def name_of(card: Card) -> str:
    """What the shape of a card is called."""
    return card.label.split(";")[0]


def around(points: list[tuple[float, float]]) -> Scene:
    """A scene with one route, between two cards at its ends."""
    made = scene()
    first, last = points[0], points[-1]
    one, other = made.cards[0], made.cards[1]
    one = one.moved(first[0] - one.box.x, first[1] - one.box.y)
    other = other.moved(last[0] - other.box.x, last[1] - other.box.y)
    line = route("r", one.id, other.id, points)
    return made._replace(cards=(one, other), routes=(line,), width=1200.0, height=900.0)


@pytest.mark.parametrize(
    ("points", "preset"),
    [
        ([(100, 100), (300, 100), (300, 400)], "bentConnector2"),
        ([(300, 400), (300, 100), (100, 100)], "bentConnector2"),
        ([(100, 400), (60, 400), (60, 200), (20, 200), (20, 90)], "bentConnector4"),
        ([(100, 100), (100, 60), (400, 60), (400, 300), (600, 300)], "bentConnector4"),
        ([(100, 100), (100, 60), (400, 60), (400, 100)], "bentConnector3"),  # no height
        ([(100, 100), (60, 100), (60, 500), (100, 500)], "bentConnector3"),  # no width
        ([(100, 100), (100, 140), (20, 140), (20, 500), (100, 500), (100, 520)], "bentConnector5"),
        ([(500, 500), (500, 40), (20, 40), (20, 600), (100, 600), (100, 90)], "bentConnector5"),
        ([(9, 9), (9, 50), (60, 50), (60, 9), (90, 9), (90, 70), (120, 70)], "custom"),
    ],
)
def test_elbows_of_every_shape(points: list[tuple[float, float]], preset: str) -> None:
    made = around(points)
    data = write([made], "pptx")
    assert glued(slides(data)[0])[0].preset == preset
    check_lines(made, data)


def test_dashes_of_a_trunk_begin_together(shipped: dict[str, Drawing]) -> None:
    made = shipped["all"].scenes[0]
    lines = glued(slides(write([made], "pptx"))[0])
    turned = [
        (line, r)
        for line, r in zip(lines, made.routes, strict=True)
        if r.style.dash and r.dash_from == "target" and r.end == "arrow"
    ]
    assert turned
    for line, wanted in turned:
        assert near((line.course[0][0] / PIXEL, line.course[0][1] / PIXEL),
                    placed(made, wanted.points[-1]))  # fmt: skip
        assert line.element.find(f".//{A}headEnd") is not None
        assert (line.element.find(f".//{A}tailEnd") is not None) == (wanted.start == "arrow")


def words_of(shape: Any) -> list[str]:
    text = shape.text_frame.text.replace("\v", "\n")
    return [cell for line in text.split("\n") for cell in line.split("\t") if cell]


@pytest.mark.parametrize("name", ["governance", "appointments", "all", "dark"])
def test_cards_hold_their_text_in_one_shape(
    name: str, shipped: dict[str, Drawing], decks: dict[str, bytes]
) -> None:
    made = shipped[name].scenes[0]
    slide = slides(decks[name])[0]
    groups = {shape.name: shape for shape in slide.shapes if shape.shape_type == 6}
    stands = frame(made, slide_size([made]))
    for card in made.cards:
        group = groups[name_of(card)]
        about = group._element.find(f"{P}nvGrpSpPr/{P}cNvPr")
        assert about.get("descr") == card.label
        (shape,) = [s for s in group.shapes if s.has_text_frame and s.name == name_of(card)]
        told = [text for text in card.texts if text.anchor == "start"]
        assert sorted(words_of(shape)) == sorted(text.words for text in told)
        assert near((shape.left / PIXEL, shape.top / PIXEL), placed(made, Point(*card.box[:2])))
        # Each line has its own size, weight and colour, and room enough: no text overflows.
        runs = [r for p in shape.text_frame.paragraphs for r in p.runs]
        for text in told:
            (run,) = [r for r in runs if r.text.strip("\t") == text.words][:1]
            assert run.font.size.pt == pytest.approx(text.size * stands.scale / 12700, abs=0.01)
            assert bool(run.font.bold) == (text.weight != "regular")
            assert str(run.font.color.rgb) == text.colour[1:].upper()
        right = card.box.right - shape.text_frame.margin_right / stands.scale
        assert max(text.x + text.width for text in told) <= right + 0.5


def height_of(shape: Any) -> float:
    """How far down the lines of a shape reach, by their exact heights, in EMU."""
    reach = float(shape.text_frame.margin_top)
    for number, paragraph in enumerate(shape.text_frame.paragraphs):
        lines = 1 + len(paragraph._p.findall(f"{A}br"))
        reach += paragraph.line_spacing * lines
        reach += paragraph.space_before if number else 0
    return reach


@pytest.mark.parametrize("name", ["governance", "appointments", "all", "dark"])
def test_lines_stand_where_they_do_in_the_scene(
    name: str, shipped: dict[str, Drawing], decks: dict[str, bytes]
) -> None:
    made = shipped[name].scenes[0]
    stands = frame(made, slide_size([made]))
    by_name = {s.name: s for s in shapes(slides(decks[name])[0]).values() if s.has_text_frame}
    for card in made.cards:
        last = max((t for t in card.texts if t.anchor == "start"), key=lambda text: text.y)
        # The last line ends a quarter of its size below its baseline.
        wanted = (last.y - card.box.y + 0.24 * last.size) * stands.scale
        assert height_of(by_name[name_of(card)]) == pytest.approx(wanted, abs=1.5 * PIXEL)


def test_the_title_is_that_of_the_slide(decks: dict[str, bytes]) -> None:
    titles = {"governance": "Styringen af GovTech Midtjylland", "free": "GovTech Midtjylland"}
    for name, title in titles.items():
        slide = slides(decks[name])[0]
        assert slide.slide_layout.name == "Title Only"
        assert slide.shapes.title.text_frame.text == title
        assert slide.shapes[0].shape_id == slide.shapes.title.shape_id  # read first


def test_labels_stand_on_the_ground_of_the_slide_above_their_lines() -> None:
    slide = slides(write([scene()], "pptx"))[0]
    order = [shape.name for shape in slide.shapes]
    boxes = {s.text_frame.text: s for s in slide.shapes if s.has_text_frame}
    assert str(boxes["udpeger 3"].fill.fore_color.rgb) == "FFFFFF"
    assert order.index("udpeger 3") > order.index("network udpeger 3 steering")
    (marked, plain) = [s for s in slide.shapes if s.name == "rapporterer til"]
    assert str(marked.fill.fore_color.rgb) == "FFE7A3"
    assert str(plain.fill.fore_color.rgb) == "FFFFFF"


def test_legend_footnote_and_marker_are_native() -> None:
    slide = slides(write([scene()], "pptx"))[0]
    (legend,) = [s for s in slide.shapes if s.name == "Signaturforklaring"]
    told = legend._element.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr")
    assert told == "Signaturforklaring: Organ; Rapporterer til; Udpeger; Kontakt"
    footnotes = [s for s in slide.shapes if s.name == "Fodnote"]
    assert [s.text_frame.text for s in footnotes] == ["Kilde: kommissoriet, 2026"]
    names = [shape.name for shape in slide.shapes]
    markers = [line for line in connectors(slide) if line.name == "Marker"]
    assert [line.start is not None for line in markers] == [True]  # it follows, too
    assert names.index("Marker") < names.index("KD-Net, Kommunaldirektørnetværket")
    groups = {shape.name: list(shape.shapes) for shape in slide.shapes if shape.shape_type == 6}
    marked = [name for name, parts in groups.items() if parts[0].name == "Marker"]
    assert [name.split(",")[0] for name in marked] == ["Strategisk styregruppe"]


def test_colours_dashes_and_heads_are_those_of_the_scene() -> None:
    by_name = {line.name: line for line in connectors(slides(write([scene()], "pptx"))[0])}
    line = by_name["network udpeger 3 steering"].element.find(f"{P}spPr/{A}ln")
    assert line.get("w") == str(round(2 * PIXEL))
    assert line.find(f"{A}solidFill/{A}srgbClr").get("val") == "A63F12"
    dash = line.find(f"{A}custDash/{A}ds")
    assert (dash.get("d"), dash.get("sp")) == ("400000", "250000")
    assert line.find(f"{A}headEnd") is None
    assert line.find(f"{A}tailEnd").get("type") == "triangle"
    none = by_name["forum kontakt region"].element.find(f"{P}spPr/{A}ln")
    assert none.find(f"{A}tailEnd") is None


def test_signs_struck_words_and_links_are_carried(tmp_path: Path) -> None:
    (tmp_path / "old.yaml").write_text(
        "bodies:\n  a: {name: A}\n  b: {name: B, reports to: a}\n"
        "  c: {name: C, informs: a}\n", encoding="utf-8")  # fmt: skip
    (tmp_path / "new.yaml").write_text(
        "sources: {s: {title: The source, url: 'https://example.org/x'}}\n"
        "bodies:\n  a: {name: A}\n  d: {name: D, reports to: {a: {evidence: 's: it says so'}}}\n"
        "  c: {name: C, informs: a}\n", encoding="utf-8")  # fmt: skip
    drawing = load(tmp_path / "new.yaml").draw_changes(load(tmp_path / "old.yaml"))
    slide = slides(drawing.to_bytes("pptx"))[0]
    everything = shapes(slide).values()
    assert sum(shape.name == "Sign" for shape in everything) >= 5
    struck = [
        run.text
        for shape in everything
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run._r.rPr.get("strike") == "sngStrike"
    ]
    assert "B" in struck
    (line,) = [c for c in glued(slide) if c.element.find(f".//{A}hlinkClick") is not None]
    link = line.element.find(f"{P}nvCxnSpPr/{P}cNvPr/{A}hlinkClick")
    key = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    assert slide.part.rels[link.get(key)].target_ref.startswith("https://example.org/x#:~:text=")
    notes = slide.notes_slide.notes_text_frame.text
    assert "“it says so” (The source)" in notes


def test_notes_tell_the_picture_in_words_and_what_it_rests_on(
    shipped: dict[str, Drawing], decks: dict[str, bytes]
) -> None:
    notes = slides(decks["governance"])[0].notes_slide.notes_text_frame
    made = shipped["governance"].scenes[0]
    lines = [(p.level, p.text) for p in notes.paragraphs]
    for item in made.outline:
        assert (item.depth, item.words) in lines
    evidence = lines.index((0, "Ordene, det hviler på"))
    assert any(level == 1 and "(Organisering af GovTech" in words
               for level, words in lines[evidence:])  # fmt: skip
    # A line without quotations is not listed.
    bare = made._replace(routes=made.routes[:1])
    plain = slides(write([bare], "pptx"))[0].notes_slide.notes_text_frame.text
    assert "Ordene, det hviler på" not in plain


def test_slides_have_the_size_of_the_paper_and_nothing_is_enlarged(
    decks: dict[str, bytes], shipped: dict[str, Drawing]
) -> None:
    def size(data: bytes) -> tuple[float, float]:
        deck = Presentation(BytesIO(data))
        return round(deck.slide_width / 914400, 2), round(deck.slide_height / 914400, 2)

    assert size(decks["governance"]) == (13.33, 7.5)
    assert size(decks["appointments"]) == (11.69, 8.27)
    assert size(decks["free"]) == (13.33, 7.5)
    mixed = [*shipped["appointments"].scenes, *shipped["governance"].scenes]
    assert size(write(mixed, "pptx")) == (13.33, 7.5)
    small = scene(width=400.0, height=300.0, cards=scene().cards[:1], routes=(), legend=())
    assert frame(small, slide_size([small])).scale == PIXEL


def test_all_is_on_the_slide(decks: dict[str, bytes]) -> None:
    for data in decks.values():
        deck = Presentation(BytesIO(data))
        for shape in shapes(deck.slides[0]).values():
            if shape.rotation:
                continue
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_several_scenes_are_several_slides() -> None:
    data = write([scene(), scene(title="To", background="#101010"), hostile_scene()], "pptx")
    found = slides(data)
    assert [s.shapes.title.text_frame.text for s in found][:2] == [scene().title, "To"]
    grounds = [s._element.find(f"{P}cSld/{P}bg") is not None for s in found]
    assert grounds == [False, True, False]


def test_there_may_be_no_title_and_nothing_around() -> None:
    bare = scene(title="", texts=(), legend=(), rules=(), routes=())
    slide = slides(write([bare], "pptx"))[0]
    assert slide.shapes.title is None
    assert len(slide.shapes) == len(bare.cards)


def test_the_theme_has_the_fonts_and_colours_of_the_scene() -> None:
    with zipfile.ZipFile(BytesIO(write([scene()], "pptx"))) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        slide = package.read("ppt/slides/slide1.xml").decode()
        assert not [n for n in package.namelist() if "printer" in n or "thumbnail" in n]
    assert theme.count('<a:latin typeface="Open Sans"/>') == 2
    assert '<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1>' in theme
    assert '<a:accent1><a:srgbClr val="2C4A8E"/></a:accent1>' in theme
    assert "typeface=" not in slide  # the theme says it, so that it can be changed there


def test_every_process_writes_the_same_bytes() -> None:
    code = (
        "import hashlib; from orggraph.render.writers import write; "
        "from tests.render.scenes import scene, hostile_scene; "
        "print(hashlib.sha256(write([scene(), hostile_scene()], 'pptx')).hexdigest())"
    )
    ours = hashlib.sha256(write([scene(), hostile_scene()], "pptx")).hexdigest()
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout.strip() == ours
    with zipfile.ZipFile(BytesIO(write([scene()], "pptx"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pptx", None)
    with pytest.raises(OrgGraphError, match=r"pip install 'orggraph\[slides\]'"):
        write([scene()], "pptx", Settings())


def test_badges_tildes_odd_dashes_and_linked_words() -> None:
    first, *rest = scene().cards
    name, *others = first.texts
    badge = name._replace(words="+3", x=first.box.right - 9, anchor="end", role="badge")
    card = first._replace(
        texts=(name._replace(href="https://example.org/a?b=1&c=2"), *others, badge),
        signs=(
            Sign("changed", Box(first.box.x + 220, first.box.y + 9, 17, 17), "#320173", "#ffffff"),
        ),
        border=LineStyle("#320173", 2.5, (7.0, 4.0, 2.0)),
    )
    # A piece that is on the way is no bend.
    line = route("r", "network", "steering", [(270, 186), (270, 240), (270, 300)])
    made = scene(cards=(card, *rest), routes=(line,))
    slide = slides(write([made], "pptx"))[0]
    assert glued(slide)[0].preset == "straightConnector1"
    group = next(s for s in slide.shapes if s.name.startswith("KD-Net") and s.shape_type == 6)
    parts = {shape.name: shape for shape in group.shapes}
    assert parts["Badge"].text_frame.text == "+3"
    assert parts["Badge"].text_frame.paragraphs[0].alignment == PP_ALIGN.RIGHT
    tilde = parts["Sign"]._element
    assert len(tilde.findall(f".//{A}cubicBezTo")) == 2
    shape = parts[name_of(card)]
    assert "+3" not in shape.text_frame.text
    dashes = shape._element.findall(f".//{A}ds")
    assert [(d.get("d"), d.get("sp")) for d in dashes] == [
        ("280000", "160000"),
        ("80000", "280000"),
        ("160000", "80000"),
    ]
    linked = shape.text_frame.paragraphs[0].runs[0]
    assert linked.hyperlink.address == "https://example.org/a?b=1&c=2"
    assert "KD-Net" in slide.notes_slide.notes_text_frame.text.split("Ordene, det hviler på")[1]

"""SVG against an XML parser and a browser."""

import re
from pathlib import Path
from xml.etree import ElementTree

import numpy
import pytest

from orggraph.render.svg import draw
from orggraph.render.svg_geometry import number
from orggraph.render.writers import write
from orggraph.scene import Scene
from tests.render.browser import CHROMIUM, assert_alike, screenshot
from tests.render.conftest import Run
from tests.render.scenes import HOSTILE, hostile_scene, scene, text

SVG = "{http://www.w3.org/2000/svg}"


def shown(svg: str) -> list[str]:
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def test_it_is_xml_with_a_name_a_description_and_a_size() -> None:
    root = ElementTree.fromstring(draw(scene()))
    assert root.tag == f"{SVG}svg"
    assert root.attrib["viewBox"] == "0 0 960 720"
    assert (root.attrib["width"], root.attrib["height"]) == ("960", "720")
    assert root.attrib["lang"] == "da"
    assert "graphics-document" in root.attrib["role"]
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert title.text == scene().title
    assert title.attrib["id"] == root.attrib["aria-labelledby"]
    assert desc is not None
    assert desc.attrib["id"] == root.attrib["aria-describedby"]
    for item in scene().outline:
        assert item.words in (desc.text or "")


def test_paper_gives_the_size_in_millimetres() -> None:
    root = ElementTree.fromstring(draw(scene(paper=(338.67, 190.5))))
    assert (root.attrib["width"], root.attrib["height"]) == ("338.67mm", "190.5mm")
    assert root.attrib["viewBox"] == "0 0 960 720"


@pytest.mark.parametrize(
    "picture",
    [scene(), hostile_scene(), scene(id=""), scene(id="2026-plan"), scene(id="-")],
    ids=["plain", "hostile", "nameless", "year", "hyphen"],
)
def test_ids_are_valid_unique_and_those_of_this_picture(picture: Scene) -> None:
    root = ElementTree.fromstring(draw(picture))
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids)) == 3 + len(picture.cards) + len(picture.routes)
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_-]*", id_) for id_ in ids)
    assert all(id_.startswith(root.attrib["id"]) for id_ in ids)
    others = ElementTree.fromstring(draw(picture._replace(id="other")))
    assert not set(ids) & {element.attrib.get("id") for element in others.iter()}


def test_no_two_names_meet_in_one_id() -> None:
    names = ["a b", "a_20_b", "a__b", "a-b", "A b", "æ", "_e6_"]
    cards = tuple(scene().cards[0]._replace(id=name) for name in names)
    ids = re.findall(r'id="overview-card-([^"]*)"', draw(scene(cards=cards)))
    assert len(set(ids)) == len(names)


def test_ids_stay_when_the_picture_changes() -> None:
    fewer = scene()._replace(cards=scene().cards[2:], routes=())
    assert 'id="overview-card-steering"' in draw(scene())
    assert 'id="overview-card-steering"' in draw(fewer)


def test_names_stay_words() -> None:
    svg = draw(hostile_scene())
    root = ElementTree.fromstring(svg)
    assert "<script" not in svg
    assert "href" not in svg
    assert {element.tag.removeprefix(SVG) for element in root.iter()} == {
        "svg", "title", "desc", "rect", "path", "g", "text",
    }  # fmt: skip
    words = shown(svg)
    for name in HOSTILE:
        if name.isprintable():
            assert name in words
    assert "line break and tab" in words
    assert "null \ufffd bell \ufffd escape \ufffd[31m next bad \ufffd lone \ufffd" in words


def test_no_element_takes_its_look_from_elsewhere() -> None:
    """Office programs understand attributes; style sheets and markers they draw badly."""
    svg = draw(scene())
    for word in ("<style", "style=", "<marker", "url(", "<image", "<use", "http://www.w3.org/1999"):
        assert word not in svg


def test_cards_and_lines_have_names_for_screen_readers() -> None:
    root = ElementTree.fromstring(draw(scene()))
    for thing, id_ in [
        *((card.label, f"overview-card-{card.id}") for card in scene().cards),
        *((route.description, f"overview-route-{route.id}") for route in scene().routes),
    ]:
        (group,) = (element for element in root.iter() if element.attrib.get("id") == id_)
        assert group.attrib["aria-label"] == thing
        assert group.findtext(f"{SVG}title") == thing


def test_labels_stand_in_a_gap_of_their_line() -> None:
    """Nothing is painted under a label: the gap is right on any background."""
    svg = draw(scene(background="#123456", cards=()))
    for route in scene().routes:
        assert route.label
        box = route.label.box
        (group,) = re.findall(rf'id="overview-route-{route.id}".*?</g>', svg, re.DOTALL)
        lines = re.findall(r'<path d="([^"]+)"', group)
        assert len(lines) == 2
        ends = [
            (float(x), float(y))
            for line in lines
            for x, y in re.findall(r"([\d.]+) ([\d.]+)(?=[LA]|$)", line)
        ]
        assert sum(y in (box.y, box.bottom) for _, y in ends) == 2
        assert not any(box.x < x < box.right and box.y < y < box.bottom for x, y in ends)


def test_dashes_go_on_behind_the_gap() -> None:
    svg = draw(scene())
    (group,) = re.findall(r'id="overview-route-r2".*?</g>', svg, re.DOTALL)
    first, second = re.findall(r"<path d=.*", group)
    assert 'stroke-dasharray="8 5"' in first
    assert "dashoffset" not in first
    assert 'stroke-dashoffset="64"' in second  # from y=186 to y=250


def test_a_stack_shows_its_cards() -> None:
    svg = draw(scene())
    (towns,) = re.findall(r'<g id="overview-card-towns".*?</g>', svg, re.DOTALL)
    assert towns.count('class="layer"') == 2
    assert towns.index('class="layer"') < towns.index('class="box"')


def test_a_card_may_have_no_bar_and_no_icon() -> None:
    (first, *_) = scene().cards
    bare = draw(scene(cards=(first._replace(bar_width=0.0, icon="none-such"),), legend=()))
    assert 'class="box"' in bare
    assert 'class="bar"' not in bare
    assert 'class="icon"' not in bare


def test_the_same_scene_gives_the_same_bytes() -> None:
    assert write([scene()], "svg") == write([scene()], "svg") == draw(scene()).encode()


def test_a_browser_shows_what_the_png_shows(run: Run, tmp_path: Path) -> None:
    dark = scene(background="#123456")
    for at, picture in enumerate((scene(), dark)):
        where = tmp_path / str(at)
        where.mkdir()
        assert_alike(run, picture, where)


def test_words_from_right_to_left_stay_in_their_place(run: Run, tmp_path: Path) -> None:
    """`x` is the left side of a text that starts there, whatever its script."""
    words = text(100, 60, "שלום (123) עולם!", 24.0)
    picture = scene(
        width=400.0, height=100.0, cards=(), routes=(), legend=(), rules=(), texts=(words,)
    )
    assert 'unicode-bidi="plaintext"' in draw(picture)
    shot = screenshot(run, draw(picture), (400, 100), tmp_path)
    dark = numpy.where(numpy.asarray(shot.convert("L")) < 128)[1]
    assert dark.min() >= 98
    assert dark.max() < 350


def test_pictures_stand_on_one_page(run: Run, tmp_path: Path) -> None:
    """HTML is read by other rules than XML."""
    page = tmp_path / "page.html"
    both = draw(hostile_scene()) + draw(scene())
    page.write_text(f"<!doctype html><meta charset=utf-8><body>{both}", encoding="utf-8")
    seen = run(
        "chromium", *CHROMIUM, f"--user-data-dir={tmp_path / 'p'}", "--dump-dom", page.as_uri()
    ).decode()
    assert seen.count("<svg") == 2
    assert "<script" not in seen
    assert seen.count('class="card ') == len(hostile_scene().cards) + len(scene().cards)


def test_the_marker_pen_goes_over_the_words_too() -> None:
    route = next(r for r in scene().routes if r.label)
    assert route.label
    marked = draw(scene(routes=(route._replace(halo="#ffee00"),)))
    box = route.label.box
    assert f'<rect class="halo" x="{number(box.x)}" y="{number(box.y)}"' in marked
    silent = route._replace(halo="#ffee00", label=route.label._replace(texts=()))
    assert '<rect class="halo"' not in draw(scene(routes=(silent,), cards=()))

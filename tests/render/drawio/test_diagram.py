"""draw.io's files by their rules, read with ElementTree.

They were opened in draw.io itself by hand (14.6, in Chromium): its own reckoning of where lines run
and labels stand was within 0.01 pixels of the scene's, and lines followed cards that were moved.
"""

import zlib
from base64 import b64decode
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from orggraph.render.drawio.shapes import shape_of_path
from orggraph.render.writers import find_writer, write
from orggraph.scene import Box, LineStyle, Point, Scene, Sign
from orggraph.scene.icons import ICONS
from orggraph.text.escapes import one_line
from tests.render.scenes import HOSTILE, hostile_scene, route, scene


class Cell:
    """A cell with what draw.io reads from it."""

    def __init__(self, element: Element) -> None:
        self.object = element if element.tag == "object" else None
        self.cell = element.find("mxCell") if self.object is not None else element
        self.id = element.get("id")
        self.label = element.get("label" if self.object is not None else "value") or ""
        pairs = (part.partition("=") for part in self.cell.get("style", "").split(";") if part)
        self.style = {key: value for key, _, value in pairs}
        self.geometry = self.cell.find("mxGeometry")
        self.parent = self.cell.get("parent")
        self.is_edge = self.cell.get("edge") == "1"

    @property
    def box(self) -> Box:
        names = ("x", "y", "width", "height")
        return Box(*(float(self.geometry.get(name, 0)) for name in names))

    @property
    def corners(self) -> list[Point]:
        found = self.geometry.findall("Array[@as='points']/mxPoint")
        return [Point(float(p.get("x")), float(p.get("y"))) for p in found]


class Page:
    """A page with its cells in order."""

    def __init__(self, diagram: Element) -> None:
        self.diagram = diagram
        self.model = diagram.find("mxGraphModel")
        self.cells = [Cell(element) for element in self.model.find("root")]
        self.by_id = {cell.id: cell for cell in self.cells}

    def place(self, cell: Cell) -> Box:
        """Where a box is on the page: those of its parents added."""
        box = cell.box
        parent = self.by_id[cell.parent]
        while parent.geometry is not None:
            box = box.moved(parent.box.x, parent.box.y)
            parent = self.by_id[parent.parent]
        return box

    def port(self, cell: Cell, end: str) -> Point:
        """Where an edge is glued to its cell."""
        card = self.place(self.by_id[cell.cell.get("source" if end == "exit" else "target")])
        across, along = float(cell.style[f"{end}X"]), float(cell.style[f"{end}Y"])
        assert 0 <= across <= 1
        assert 0 <= along <= 1
        return Point(card.x + across * card.width, card.y + along * card.height)

    def line(self, cell: Cell) -> list[Point]:
        return [self.port(cell, "exit"), *cell.corners, self.port(cell, "entry")]


def pages(*scenes: Scene) -> list[Page]:
    root = fromstring(write(scenes, "drawio"))
    assert root.tag == "mxfile"
    return [Page(diagram) for diagram in root]


def page(**changes: object) -> Page:
    (found,) = pages(scene(**changes))
    return found


def words(label: str) -> str:
    """What a label says, as a browser reads its HTML."""
    found: list[str] = []
    parser = HTMLParser()
    parser.handle_data = found.append  # type: ignore[method-assign]
    parser.handle_starttag = lambda tag, _: tags.append(tag)  # type: ignore[method-assign]
    tags: list[str] = []
    parser.feed(label)
    parser.close()
    assert set(tags) <= {"div", "span", "a", "s", "br"}
    return "".join(found)


def near(one: Point, other: Point, by: float = 0.02) -> bool:
    return abs(one.x - other.x) <= by and abs(one.y - other.y) <= by


def along(points: list[Point], cell: Cell) -> Point:
    """Where a label stands, as mxGraph reckons it: a share of the line's length, and an offset."""
    lengths = [abs(a.x - b.x) + abs(a.y - b.y) for a, b in pairwise(points)]
    left = (float(cell.geometry.get("x")) + 1) / 2 * sum(lengths)
    offset = cell.geometry.find("mxPoint[@as='offset']")
    for (start, end), length in zip(pairwise(points), lengths, strict=True):
        if left <= length + 1e-6:
            share = left / length
            x = start.x + share * (end.x - start.x) + float(offset.get("x"))
            return Point(x, start.y + share * (end.y - start.y) + float(offset.get("y")))
        left -= length
    raise AssertionError


def shape(style: str) -> Element:
    packed = style.removeprefix("stencil(").removesuffix(")")
    return fromstring(unquote(zlib.decompress(b64decode(packed), -15).decode()))


@pytest.mark.parametrize("made", [scene(), hostile_scene()], ids=["usual", "hostile"])
def test_every_reference_leads_somewhere_and_ids_are_unique(made: Scene) -> None:
    (found,) = pages(made)
    assert [cell.id for cell in found.cells[:2]] == ["0", "1"]
    assert len(found.by_id) == len(found.cells)
    seen = {"0"}
    for cell in found.cells[1:]:
        assert cell.parent in seen  # parents come first
        seen.add(cell.id)
        for end in ("source", "target"):
            assert cell.cell.get(end) is None or cell.cell.get(end) in found.by_id
        if cell.id != "1":
            assert cell.is_edge != (cell.cell.get("vertex") == "1")
            assert cell.geometry.get("as") == "geometry"


def test_cards_are_boxes_with_their_words_in_them() -> None:
    made, found = scene(), page()
    for card in made.cards:
        cell = found.by_id[f"card.{card.id}"]
        place = found.place(cell)
        assert (place.x, place.y) == (card.box.x, card.box.y)
        assert (place.width, place.height) == (
            card.box.width + 5 * (card.layers - 1),
            card.box.height + 5 * (card.layers - 1),
        )
        assert words(cell.label) == "".join(text.words for text in card.texts)
        assert cell.style["fillColor"] == card.fill
        assert cell.style["strokeColor"] == card.line
        assert cell.object.get("tooltip") == card.label
        assert (cell.object.get("node"), cell.object.get("kind")) == (card.id, card.kind)


def test_bar_icon_and_rules_are_parts_of_their_card() -> None:
    found = page()
    parts = [cell for cell in found.cells if cell.parent == "card.steering"]
    assert [cell.id.rpartition("steering.")[2] for cell in parts] == ["bar", "icon", "rule.0"]
    for part in parts:
        assert part.style["part"] == "1"
        assert part.cell.get("connectable") == "0"
    bar, icon, rule = parts
    assert found.place(bar).x == 80 - 0.75
    assert bar.style["fillColor"] == "#2c4a8e"
    assert shape(bar.style["shape"]).get("w") == "26.75"
    assert found.place(icon) == scene().cards[3].icon_box
    assert found.place(rule) == Box(118, 350, 238, 1)


def test_the_marker_pen_takes_its_card_along() -> None:
    found = page()
    card, pen = found.by_id["card.steering"], found.by_id["card.steering.halo"]
    assert card.parent == pen.id
    assert card.style["part"] == "1"
    assert pen.style["fillColor"] == "#ffe7a3"
    assert found.place(pen) == Box(74, 294, 302, 152)
    assert "part" not in found.by_id["card.forum"].style
    line = found.by_id["route.r1.halo"]
    assert line.style["strokeWidth"] == "12"
    assert found.line(line) == found.line(found.by_id["route.r1"])


@pytest.mark.parametrize("made", [scene(), hostile_scene()], ids=["usual", "hostile"])
def test_lines_are_glued_where_they_end_and_turn_where_they_turn(made: Scene) -> None:
    (found,) = pages(made)
    edges = [cell for cell in found.cells if cell.is_edge and cell.object is not None]
    assert len(edges) == len(made.routes)
    by_words = {cell.object.get("relations"): cell for cell in edges}
    for each in made.routes:
        told = " ".join(each.relations)
        cell = by_words.get(told) or by_words[fromstring_words(told)]
        points = list(each.points)
        if each.dash_from == "target" and each.style.dash:
            points.reverse()
        line = found.line(cell)
        assert all(near(one, other, 1.0) for one, other in zip(line, points, strict=True))
        assert cell.style["edgeStyle"] == "orthogonalEdgeStyle"
        if each.label:
            box = each.label.box
            middle = Point(box.x + box.width / 2, box.y + box.height / 2)
            assert near(along(line, cell), middle)


def fromstring_words(told: str) -> str:
    """What XML cannot hold, as it is written."""
    kept = (c if c in "\t\n\r" or c >= " " else "\ufffd" for c in told)
    return "".join(kept).replace("\ufffe", "\ufffd").replace("\ud800", "\ufffd")


def test_lines_look_as_their_family_does() -> None:
    found = page()
    solid, dashed, both = (found.by_id[f"route.{id_}"] for id_ in ("r1", "r2", "r5"))
    assert "dashed" not in solid.style
    assert solid.style["endArrow"] == "block"
    assert solid.style["startArrow"] == "none"
    assert solid.style["labelBackgroundColor"] == "#ffe7a3"  # the pen goes over the words
    assert dashed.style["dashPattern"] == "8 5"
    assert dashed.style["fixDash"] == "1"
    assert (dashed.style["strokeColor"], dashed.style["strokeWidth"]) == ("#a63f12", "2")
    assert dashed.style["labelBackgroundColor"] == "#ffffff"
    assert words(dashed.label) == "udpeger 3"
    assert dashed.object.get("family") == "appointment"
    assert both.style["startArrow"] == both.style["endArrow"] == "block"
    assert found.by_id["route.r4"].style["endArrow"] == "none"


def test_dashes_of_a_trunk_begin_together() -> None:
    """An edge is dashed from its beginning, so one whose dashes count from its end is turned."""
    turned = page().by_id["route.r5"]
    assert (turned.cell.get("source"), turned.cell.get("target")) == ("card.towns", "card.forum")
    plain = LineStyle("#1f2f4f", 2.4)
    kept = page(routes=(scene().routes[4]._replace(style=plain, start="none"),)).by_id["route.r5"]
    assert (kept.cell.get("source"), kept.cell.get("target")) == ("card.forum", "card.towns")
    assert (kept.style["startArrow"], kept.style["endArrow"]) == ("none", "block")


def test_words_come_above_lines_of_the_same_trunk() -> None:
    silent = scene().routes[1]._replace(id="silent", label=None)
    found = page(routes=(*scene().routes, silent))
    ids = [cell.id for cell in found.cells]
    assert ids.index("route.silent") < ids.index("route.r1")
    assert found.by_id["route.silent"].label == ""


def test_hostile_words_stay_words() -> None:
    (found,) = pages(hostile_scene())
    cards = [cell for cell in found.cells if cell.object is not None and cell.object.get("node")]
    for told, cell in zip((*HOSTILE, "Goal"), cards, strict=True):
        shown = one_line(told)
        assert words(cell.label) == (shown if told == "Goal" else 2 * shown)
        assert words(cell.object.get("tooltip")) in (told, f"{shown}, {shown}")
        for value in cell.style.values():
            assert not set(value) & set("<>&\"'")


def test_links_and_struck_words_are_kept() -> None:
    card = scene().cards[0]
    first, second = card.texts
    href = 'https://example.org/?a=1&b="2"'
    linked = card._replace(texts=(first._replace(href=href), second._replace(struck=True)))
    line = route("r", "network", "region", [(330, 140), (420, 140)], href=href)
    found = page(cards=(linked, *scene().cards[1:]), routes=(line,))
    label = found.by_id["card.network"].label
    assert 'href="https://example.org/?a=1&amp;b=&quot;2&quot;"' in label
    assert "<s>Kommunaldirektørnetværket</s>" in label
    assert found.by_id["route.r"].object.get("link") == href


def test_texts_beside_each_other_keep_their_distance() -> None:
    card = scene().cards[4]
    name = card.texts[0]
    beside = name._replace(x=name.x + 80, words="formand")
    found = page(cards=(card._replace(texts=(beside, name)),), routes=())
    label = found.by_id["card.forum"].label
    assert words(label) == "Følgegruppeformand"
    assert label.count("<div") == 1
    assert "display:inline-block;width:80px" in label


def test_signs_of_change_are_on_card_and_line() -> None:
    sign = Sign("removed", Box(600, 330, 14, 14), "#9b2f16", "#ffffff")
    card = scene().cards[4]._replace(signs=(sign,), border=LineStyle("#9b2f16", 2.0, (4.0, 2.0)))
    line = scene().routes[3]
    line = line._replace(label=line.label._replace(sign=sign._replace(change="added")))
    found = page(cards=(*scene().cards[:4], card, scene().cards[5]), routes=(line,))
    on_card, on_line = found.by_id["card.forum.sign.0"], found.by_id["route.r4.sign"]
    assert (on_card.label, on_line.label) == ("−", "+")
    assert found.place(on_card) == sign.box
    # The sign of a line follows it.
    assert on_line.parent == "route.r4"
    course = found.line(found.by_id["route.r4"])
    assert near(along(course, on_line), Point(sign.box.x, sign.box.y))
    assert on_line.geometry.get("relative") == "1"
    assert (on_line.box.width, on_line.box.height) == (14, 14)
    assert found.by_id["card.forum"].style["dashPattern"] == "4 2"
    assert found.by_id["card.forum"].style["strokeColor"] == "#9b2f16"


def test_a_stack_is_one_cell_of_several_sheets() -> None:
    cell = page().by_id["card.towns"]
    drawn = shape(cell.style["shape"])
    assert [float(sheet.get("x")) for sheet in drawn.iter("roundrect")] == [10.0, 5.0, 0.0]
    assert drawn.get("w") == "180"


def test_the_legend_is_a_group() -> None:
    found = page()
    inside = [cell for cell in found.cells if cell.parent == "legend"]
    assert len(inside) == 8
    texts = [words(cell.label) for cell in inside if cell.id.endswith(".text")]
    assert texts == ["Organ", "Rapporterer til", "Udpeger", "Kontakt"]
    assert found.place(found.by_id["legend.0.card"]) == Box(80, 655, 24, 18)
    ends = found.by_id["legend.1.line"].geometry.findall("mxPoint")
    assert [end.get("as") for end in ends] == ["sourcePoint", "targetPoint"]
    assert not [cell for cell in page(legend=()).cells if cell.id == "legend"]


def test_the_legend_explains_signs() -> None:
    entry = scene().legend[3]
    sign = Sign("changed", Box(510, 655, 14, 14), "#320173", "#ffffff")
    found = page(legend=(entry._replace(style=None, sign=sign),))
    assert found.by_id["legend.0.sign"].label == "~"
    assert found.place(found.by_id["legend.0.sign"]) == sign.box


def test_the_title_tells_the_outline() -> None:
    found = page()
    title = found.by_id["text.0"]
    assert words(title.label) == scene().title
    assert "KD-Net<br>  Strategisk styregruppe rapporterer" in title.object.get("tooltip")
    assert found.by_id["text.1"].object is None


def test_each_scene_is_a_page_as_large_as_its_paper() -> None:
    first, second = pages(scene(), scene(paper=(297.0, 210.0)))
    assert first.diagram.get("name") == second.diagram.get("name") == scene().title
    assert first.diagram.get("id") != second.diagram.get("id")
    assert (first.model.get("pageWidth"), first.model.get("pageHeight")) == ("960", "720")
    assert second.model.get("pageWidth") == "1169.29"
    scale = float(second.model.get("pageScale"))
    assert abs(scale * 1169.29 - 960) < 0.1
    assert second.model.get("background") == "#ffffff"
    assert second.model.get("math") == "0"  # or two dollars would begin a formula


def steps(data: str) -> Iterator[Element]:
    found = shape(shape_of_path(data, 16, 16))
    assert found.find("foreground/fill") is not None
    return iter(found.find("foreground/path"))


def test_icons_are_drawn_as_in_svg() -> None:
    tags = {icon: [step.tag for step in steps(data)] for icon, data in ICONS.items()}
    assert tags["diamond"] == ["move", "line", "line", "line", "close"]
    assert tags["person"] == ["move", "arc", "arc", "close", "move", "arc", "close"]
    _, half, *_ = steps(ICONS["person"])
    assert float(half.get("rx")) > 3.5  # or rounding may leave half of the head out
    assert (half.get("x"), half.get("y"), half.get("sweep-flag")) == ("8", "8", "1")
    roof = [(step.get("x"), step.get("y")) for step in steps("M8 1L15 5V6H1Z")][:4]
    assert roof == [("8", "1"), ("15", "5"), ("15", "6"), ("1", "6")]


def test_large_shapes_are_packed_in_several_blocks() -> None:
    data = "M0 0" + "L1 1" * 4000 + "Z"
    assert sum(step.tag == "line" for step in steps(data)) == 4000


def test_the_same_scene_gives_the_same_bytes() -> None:
    scenes = [scene(), hostile_scene()]
    assert write(scenes, "drawio") == write(scenes, "drawio")
    assert find_writer("drawio").many

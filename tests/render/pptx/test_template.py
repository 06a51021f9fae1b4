"""Slides in a person's own deck."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.util import Emu

from orggraph.errors import OrgGraphError
from orggraph.render.pptx.palette import find_accents
from orggraph.render.writer import Settings
from orggraph.render.writers import write
from orggraph.scene import LineStyle
from tests.render.pptx.decks import A, P, glued, shapes, slides
from tests.render.scenes import APPOINTMENT, CONTACT, REPORTING, scene

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = b"presentationml.presentation.main+xml"


def rewritten(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
    return made.getvalue()


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A deck of 4:3 with a look of its own, two slides, sections, and layouts in other words."""
    deck = Presentation()
    for layout in deck.slide_layouts:
        layout.name = f"Vores {layout.name}"
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Eksempel"
    deck.slides.add_slide(deck.slide_layouts[1])
    saved = BytesIO()
    deck.save(saved)

    def own(name: str, data: bytes) -> bytes:
        if name == "ppt/theme/theme1.xml":
            data = data.replace(b'typeface="Calibri"', b'typeface="Georgia"')
        if name == "ppt/presentation.xml":
            ids = re.findall(rb'<p:sldId [^>]*id="(\d+)"', data)
            listed = b"".join(b'<p14:sldId id="%s"/>' % number for number in ids)
            data = data.replace(
                b"</p:presentation>",
                b'<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
                b'<p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/'
                b'main"><p14:section name="Intro" id="{6D0C0D1B-45D4-4B4B-9D4D-1F2B3C4D5E6F}">'
                b"<p14:sldIdLst>" + listed + b"</p14:sldIdLst></p14:section></p14:sectionLst>"
                b"</p:ext></p:extLst></p:presentation>",
            )
            assert listed
        return data

    path = tmp_path / "huset.pptx"
    path.write_bytes(rewritten(saved.getvalue(), own))
    return path


def made(path: Path, *scenes: object) -> bytes:
    return write(list(scenes) or [scene()], "pptx", Settings(template=path))  # type: ignore[arg-type]


def test_its_look_stays_and_its_slides_go(template: Path) -> None:
    data = made(template, scene(), scene(title="To"))
    deck = Presentation(BytesIO(data))
    assert [s.shapes.title.text_frame.text for s in deck.slides] == [scene().title, "To"]
    assert deck.slides[0].slide_layout.name == "Vores Title Only"
    assert (deck.slide_width, deck.slide_height) == (9144000, 6858000)
    assert len(deck.slide_layouts) == 11
    with zipfile.ZipFile(BytesIO(data)) as package:
        names = package.namelist()
        assert package.read("ppt/theme/theme1.xml").count(b"Georgia") == 2
        assert b"sectionLst" not in package.read("ppt/presentation.xml")
        assert not any(b"Eksempel" in package.read(name) for name in names)
        slide = package.read("ppt/slides/slide1.xml")
    assert sorted(n for n in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)) == [
        "ppt/slides/slide1.xml",
        "ppt/slides/slide2.xml",
    ]
    assert b"typeface=" not in slide
    assert b"<p:bg>" not in slide


def test_the_title_has_the_look_and_place_of_the_layout(template: Path) -> None:
    deck = Presentation(BytesIO(made(template)))
    title = deck.slides[0].shapes.title
    assert title._element.spPr.find(f"{A}xfrm") is None
    (run,) = title.text_frame.paragraphs[0].runs
    assert run.font.size is None
    below = title.top + title.height
    footer = min(p.top for p in deck.slides[0].slide_layout.placeholders if p.top > below)
    for shape in deck.slides[0].shapes:
        if shape.shape_id != title.shape_id:
            assert shape.top >= below
            assert shape.top + shape.height <= footer
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width


def test_kinds_and_families_take_the_accents_in_their_order(template: Path) -> None:
    deck = Presentation(BytesIO(made(template)))
    found = {line.name: line.element for line in glued(deck.slides[0])}

    def accent(name: str) -> str:
        path = f"{P}spPr/{A}ln/{A}solidFill/{A}schemeClr"
        return str(found[name].find(path).get("val"))

    assert accent("board rapporterer til steering") == "accent1"
    assert accent("region udpeger 1 steering") == "accent2"
    assert accent("forum kontakt region") == "accent3"
    everything = shapes(deck.slides[0]).values()
    bars = {s._element.spPr.find(f"{A}solidFill/{A}schemeClr").get("val")
            for s in everything if s.name == "Bar"}  # fmt: skip
    assert bars == {"accent1", "accent2"}
    (card,) = [s for s in everything if s.name == "Følgegruppe" and s.has_text_frame]
    assert card._element.spPr.find(f"{A}solidFill/{A}schemeClr").get("val") == "bg1"
    run = card.text_frame.paragraphs[0].runs[0]
    assert run._r.rPr.find(f"{A}solidFill/{A}schemeClr").get("val") == "tx1"


def test_accents_are_the_same_on_every_slide() -> None:
    style = LineStyle("#123456", 1.0)
    second = scene(legend=scene().legend[2:], routes=())
    found = find_accents([scene(), second])
    assert found.styles == {REPORTING: "accent1", APPOINTMENT: "accent2", CONTACT: "accent3"}
    assert found.kinds == {"body": "accent1", "other": "accent2"}
    # A second line style of a family has the family's accent.
    dotted = scene().routes[0]._replace(style=style)
    assert find_accents([scene(routes=(*scene().routes, dotted))]).styles[style] == "accent1"


def test_a_picture_of_two_versions_keeps_its_colours(template: Path) -> None:
    first, *rest = scene().cards
    changed = scene(cards=(first._replace(change="added"), *rest))
    deck = Presentation(BytesIO(made(template, changed)))
    lines = [line.element for line in glued(deck.slides[0])]
    assert all(line.find(f"{P}spPr/{A}ln/{A}solidFill/{A}srgbClr") is not None for line in lines)


@pytest.mark.parametrize(
    "kind",
    [
        b"openxmlformats-officedocument.presentationml.template",
        b"openxmlformats-officedocument.presentationml.slideshow",
        b"ms-powerpoint.template.macroEnabled",
        b"ms-powerpoint.presentation.macroEnabled",
    ],
)
def test_templates_and_shows_become_plain_decks(template: Path, kind: bytes) -> None:
    other = b"application/vnd." + kind + b".main+xml"
    plain = b"application/vnd.openxmlformats-officedocument." + MAIN
    data = rewritten(template.read_bytes(), lambda _, part: part.replace(plain, other))
    path = template.with_suffix(".potx")
    path.write_bytes(data)
    assert other in zipfile.ZipFile(path).read("[Content_Types].xml")
    found = made(path)
    with zipfile.ZipFile(BytesIO(found)) as package:
        assert plain in package.read("[Content_Types].xml")
    assert found == made(template)


def test_the_layout_with_the_fewest_places_will_do(template: Path) -> None:
    def other(name: str, part: bytes) -> bytes:
        return part.replace(b'type="titleOnly"', b'type="cust"') if "Layouts/" in name else part

    template.write_bytes(rewritten(template.read_bytes(), other))
    deck = Presentation(BytesIO(made(template)))
    assert deck.slides[0].slide_layout.name == "Vores Title Only"
    # What else the layout has places for does not stand empty on the slide.
    assert [s.name for s in deck.slides[0].placeholders] == ["Titel"]


def test_a_deck_may_have_no_layout_with_a_title(template: Path) -> None:
    def untitled(name: str, part: bytes) -> bytes:
        if "Layouts/" not in name:
            return part
        return part.replace(b'type="title"', b'type="body"').replace(b'"ctrTitle"', b'"body"')

    template.write_bytes(rewritten(template.read_bytes(), untitled))
    deck = Presentation(BytesIO(made(template)))
    (title,) = [s for s in deck.slides[0].shapes if s.name == "Titel"]
    assert title.text_frame.text == scene().title
    assert not title.is_placeholder


def test_small_rooms_are_no_trouble(template: Path) -> None:
    deck = Presentation(template)
    layout = next(e for e in deck.slide_layouts if "Title Only" in e.name)
    for place in layout.placeholders:
        place.left, place.top, place.width, place.height = (
            Emu(0),
            Emu(0),
            deck.slide_width,
            deck.slide_height,
        )
    deck.save(template)
    assert len(Presentation(BytesIO(made(template))).slides) == 1


@pytest.mark.parametrize(
    "content", [b"", b"no deck", b"PK\x03\x04 and then nothing", b"\xd0\xcf\x11\xe0 locked"]
)
def test_what_is_no_deck_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.pptx"
    path.write_bytes(content)
    with pytest.raises(OrgGraphError, match=r"x\.pptx' is no PowerPoint file"):
        made(path)


def test_another_office_file_and_a_broken_deck_are_refused(template: Path, tmp_path: Path) -> None:
    from docx import Document

    document = tmp_path / "x.docx"
    Document().save(str(document))
    with pytest.raises(OrgGraphError, match="is no PowerPoint file"):
        made(document)
    broken = rewritten(
        template.read_bytes(),
        lambda name, part: part[:100] if name == "ppt/slideMasters/slideMaster1.xml" else part,
    )
    template.write_bytes(broken)
    with pytest.raises(OrgGraphError, match="is no PowerPoint file"):
        made(template)


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OrgGraphError, match=r"the template '.*x\.pptx' cannot be read"):
        made(tmp_path / "x.pptx")
    with pytest.raises(OrgGraphError, match="cannot be read"):
        made(tmp_path)


@pytest.mark.parametrize("holder", ["viewProps", "slideLayouts/slideLayout6"])
def test_nothing_leads_to_a_slide_that_is_gone(template: Path, holder: str) -> None:
    """A view of the outline lists slides, and a layout may have a button that goes to one."""
    folder, _, name = f"ppt/{holder}".rpartition("/")
    rels = f"{folder}/_rels/{name}.xml.rels"
    up = "../" * holder.count("/")
    relation = (
        '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        f'relationships/slide" Target="{up}slides/slide1.xml"/></Relationships>'
    )
    place = f'<p:x xmlns:r="{R}" r:id="rId99"/>'.encode()

    def own(part: str, data: bytes) -> bytes:
        if part == rels:
            return data.replace(b"</Relationships>", relation.encode())
        if part == f"{folder}/{name}.xml":
            end = data.rindex(b"</p:")
            return data[:end] + place + data[end:]
        return data

    changed = rewritten(template.read_bytes(), own)
    if holder == "viewProps":  # which has no relations else
        packed = BytesIO(changed)
        with zipfile.ZipFile(packed, "a") as package:
            start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            package.writestr(rels, f'{start}relationships">{relation}')
        changed = packed.getvalue()
    template.write_bytes(changed)
    with zipfile.ZipFile(BytesIO(made(template))) as package:
        names = package.namelist()
        assert len(names) == len(set(names))
        assert [n for n in names if n.startswith("ppt/slides/s")] == ["ppt/slides/slide1.xml"]
        assert b"rId99" not in package.read(f"{folder}/{name}.xml")


def test_a_cover_is_taken_last_and_its_title_is_none_of_ours(template: Path) -> None:
    deck = Presentation(template)
    for layout in list(deck.slide_layouts):
        if layout._element.get("type") not in ("title", "obj"):
            deck.slide_layouts.remove(layout)
    for slide in list(deck.slides._sldIdLst):
        deck.part.drop_rel(slide.rId)
        deck.slides._sldIdLst.remove(slide)
    deck.save(template)
    (slide,) = slides(made(template))
    assert slide.slide_layout._element.get("type") == "obj"
    for layout in list(deck.slide_layouts):
        if layout._element.get("type") != "title":
            deck.slide_layouts.remove(layout)
    deck.save(template)
    (slide,) = slides(made(template))
    title, *rest = shapes(slide).values()
    assert title.text_frame.text == scene().title
    assert title.top + title.height < deck.slide_height / 5
    assert all(title.top + title.height <= other.top for other in rest)


def test_a_slide_has_the_colours_of_its_layout(template: Path) -> None:
    mapping = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2", "hlink": "hlink"}
    mapping |= {"folHlink": "folHlink"} | {f"accent{n}": f"accent{n}" for n in range(1, 7)}
    told = " ".join(f'{name}="{value}"' for name, value in mapping.items())

    def own(name: str, data: bytes) -> bytes:
        if name != "ppt/slideLayouts/slideLayout6.xml":
            return data
        return data.replace(b"<a:masterClrMapping/>", f"<a:overrideClrMapping {told}/>".encode())

    template.write_bytes(rewritten(template.read_bytes(), own))
    (slide,) = slides(made(template))
    (found,) = slide._element.iter(f"{A}overrideClrMapping")
    assert found.get("bg1") == "dk1"


def test_what_unpacks_to_too_much_is_not_opened(
    template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packed = BytesIO(template.read_bytes())
    with zipfile.ZipFile(packed, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr("ppt/media/x.bin", bytes(2_000_000))
    template.write_bytes(packed.getvalue())
    monkeypatch.setattr("orggraph.render.pptx.template._MOST", 2)
    with pytest.raises(OrgGraphError, match="more than 2 MB when unpacked"):
        made(template)
    endless = Path("/dev/zero")
    if endless.exists():
        with pytest.raises(OrgGraphError, match="more than 2 MB"):
            made(endless)


def test_a_long_title_is_made_to_fit_its_room(template: Path) -> None:
    def share(title: str) -> str | None:
        (slide,) = slides(made(template, scene()._replace(title=title)))
        fitted = slide.shapes.title._element.find(f".//{A}bodyPr/{A}normAutofit")
        return None if fitted is None else fitted.get("fontScale")

    assert share("Kort") is None
    (own,) = slides(write([scene()], "pptx"))
    assert own.shapes.title._element.find(f".//{A}normAutofit") is None
    # The room takes one line of 44 points: two fit with less, and six with far less.
    assert share("Styringen af det fælles it-samarbejde") in ("70000", "80000", "90000")
    assert share(" ".join(["Organisering"] * 20)) in ("30000", "40000", "50000")


@pytest.mark.parametrize(
    ("of", "fill", "wanted"),
    [
        ("master", '<a:solidFill><a:schemeClr val="bg1"/></a:solidFill>', False),
        ("master", '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>', True),
        ("layout", '<a:solidFill><a:srgbClr val="102040"/></a:solidFill>', True),
    ],
)
def test_on_a_ground_of_another_colour_the_picture_has_a_backdrop(
    template: Path, of: str, fill: str, wanted: bool
) -> None:
    ground = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>".encode()
    changed = {"master": "slideMasters/slideMaster1", "layout": "slideLayouts/slideLayout6"}[of]

    def own(name: str, data: bytes) -> bytes:
        if name != f"ppt/{changed}.xml":
            return data
        start, end = re.search(rb"<p:cSld[^>]*>", data).end(), data.index(b"<p:spTree>")  # type: ignore[union-attr]
        return data[:start] + ground + data[end:]

    template.write_bytes(rewritten(template.read_bytes(), own))
    (slide,) = slides(made(template))
    behind = [shape for shape in slide.shapes if shape.name == "Backdrop"]
    assert bool(behind) is wanted
    for shape in behind:
        title, first, *rest = slide.shapes
        assert first.shape_id == shape.shape_id
        assert shape.top >= title.top + title.height
        assert shape._element.find(f"{P}spPr/{A}solidFill/{A}schemeClr").get("val") == "bg1"
        for other in rest:
            assert shape.left <= other.left
            assert shape.top + shape.height >= other.top + other.height

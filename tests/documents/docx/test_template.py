"""Templates that python-docx made, or that were taken apart by hand."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, RGBColor

from orggraph.documents.document import Heading
from orggraph.documents.writer import DocumentSettings
from orggraph.documents.writers import write_document
from orggraph.errors import OrgGraphError
from orggraph.render.writers import write
from tests.documents.docx.reading import Read, W
from tests.documents.samples import document, roster
from tests.render.scenes import scene

# No wide figure: a picture takes its time.
LITTLE = document(blocks=(*document().blocks[:3], Heading(2, "Styregruppen", "s"), roster(3)))


def template(path: Path, change: Callable[[object], None] = lambda made: None) -> Path:
    made = docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(45), Mm(25)
    page.header.paragraphs[0].text = "Midtby Kommune"
    page.footer.paragraphs[0].text = "Fortroligt"
    made.styles["Heading 1"].font.color.rgb = RGBColor(0xC0, 0, 0)
    made.add_heading("Gammel overskrift", 1)
    made.add_paragraph("Gammel tekst")
    made.add_picture(io.BytesIO(write([scene()], "png")), width=Mm(50))
    change(made)
    made.save(path)
    return path


def parts(path: Path, changes: dict[str, Callable[[str], str | None]]) -> Path:
    """Change the parts of a file, or leave one out."""
    with zipfile.ZipFile(path) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as made:
        for name, data in entries.items():
            told = changes[name](data.decode()) if name in changes else data
            if told is not None:
                made.writestr(name, told)
    return path


def written(path: Path) -> Read:
    ((_, data),) = write_document(LITTLE, "docx", DocumentSettings(path))
    return Read(data)


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> Read:
    return written(template(tmp_path_factory.mktemp("styled") / "house.docx"))


def test_styles_margins_headers_and_footers_are_the_templates(styled: Read) -> None:
    page = styled.docx.sections[0]
    assert (round(page.left_margin.mm), round(page.right_margin.mm)) == (45, 25)
    assert page.header.paragraphs[0].text == "Midtby Kommune"
    assert page.footer.paragraphs[0].text == "Fortroligt"
    assert styled.docx.styles["Heading 1"].font.color.rgb == RGBColor(0xC0, 0, 0)
    assert styled.texts("Heading 1") == ["Sammenfatning", "Noter"]


def test_what_is_written_in_a_template_is_gone(styled: Read) -> None:
    whole = b"".join(styled.archive.read(name) for name in styled.archive.namelist())
    assert b"Gammel" not in whole
    assert not [name for name in styled.archive.namelist() if "media/" in name]
    assert not [name for name in styled.archive.namelist() if "thumbnail" in name]


def test_styles_that_a_template_lacks_are_added(styled: Read) -> None:
    ids = {each.style_id for each in styled.docx.styles}
    for name in ("pStyle", "rStyle", "tblStyle"):
        used = {each.get(f"{W}val") for each in styled.part("document").iter(f"{W}{name}")}
        assert used <= ids
    assert styled.docx.tables[0].style.name == "Report Table"
    widths = [int(each.get(f"{W}w")) for each in styled.part("document").iter(f"{W}gridCol")]
    assert abs(sum(widths) - 140 / 25.4 * 1440) < 10


def test_notes_and_language_are_ours(styled: Read) -> None:
    assert len(list(styled.part("report-endnotes"))) == 5
    assert styled.part("settings").find(f"{W}endnotePr/{W}numFmt").get(f"{W}val") == "decimal"
    languages = {each.get(f"{W}val") for each in styled.part("styles").iter(f"{W}lang")}
    assert languages == {"da-DK"}


def test_a_template_of_word_is_taken_too(tmp_path: Path, styled: Read) -> None:
    path = template(tmp_path / "house.dotx")
    kind = "wordprocessingml.document.main"
    as_template = "wordprocessingml.template.main"
    parts(path, {"[Content_Types].xml": lambda told: told.replace(kind, as_template)})
    assert written(path).data == styled.data


def test_names_of_styles_are_found_whatever_their_ids_are(tmp_path: Path) -> None:
    """A Danish Word names the style Overskrift1, and calls it heading 1 all the same."""

    def danish(told: str) -> str:
        return told.replace('"Heading1"', '"Overskrift1"').replace('"ListBullet"', '"Opstilling"')

    read = written(parts(template(tmp_path / "dansk.docx"), {"word/styles.xml": danish}))
    assert read.texts("Heading 1") == ["Sammenfatning", "Noter"]
    used = {each.get(f"{W}val") for each in read.part("document").iter(f"{W}pStyle")}
    assert {"Overskrift1", "Opstilling"} <= used
    assert not {"Heading1", "ListBullet"} & used


def test_bullets_are_added_where_there_are_none(tmp_path: Path) -> None:
    def without(made: object) -> None:
        made.styles["List Bullet"].delete()  # type: ignore[attr-defined]

    read = written(template(tmp_path / "plain.docx", without))
    style = read.docx.styles["List Bullet"].element
    number = style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
    numbering = read.part("numbering")
    (use,) = (each for each in numbering.iter(f"{W}num") if each.get(f"{W}numId") == number)
    list_ = use.find(f"{W}abstractNumId").get(f"{W}val")
    kinds = [each for each in numbering if each.tag == f"{W}abstractNum"]
    (found,) = (each for each in kinds if each.get(f"{W}abstractNumId") == list_)
    assert found.find(f"{W}lvl/{W}numFmt").get(f"{W}val") == "bullet"
    tags = [each.tag for each in numbering]
    assert tags.index(f"{W}num") > max(
        at for at, tag in enumerate(tags) if tag == f"{W}abstractNum"
    )


def test_a_report_is_a_template_for_the_next(tmp_path: Path) -> None:
    path = tmp_path / "last-year.docx"
    ((_, data),) = write_document(LITTLE, "docx")
    path.write_bytes(data)
    again = written(path)
    assert again.texts("Heading 1") == ["Sammenfatning", "Noter"]
    names = again.archive.namelist()
    assert len(names) == len(set(names))
    assert sum("endnotes.xml" in name and "_rels" not in name for name in names) == 1


def test_footnotes_of_what_was_written_are_gone(tmp_path: Path) -> None:
    """python-docx makes none, so they are put in as Word writes them."""
    path = template(tmp_path / "noted.docx")
    names = W[1:-1]
    note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = note.format(-1, ' w:type="separator"', "---") + note.format(1, "", "Gammel note")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    type_ = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/></Types>'
    relation = (
        '<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.openxmlformats.org/'
        'officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    parts(
        path,
        {
            "[Content_Types].xml": lambda told: told.replace("</Types>", type_),
            "word/_rels/document.xml.rels": lambda told: told.replace("</Relationships>", relation),
        },
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(
            "word/footnotes.xml", f'<w:footnotes xmlns:w="{names}">{notes}</w:footnotes>'
        )
    left = written(path).part("footnotes")
    assert [each.get(f"{W}id") for each in left] == ["-1"]


def test_only_the_first_page_has_the_head_of_a_first_page(tmp_path: Path) -> None:
    def first(made: object) -> None:
        made.sections[0].different_first_page_header_footer = True  # type: ignore[attr-defined]

    path = template(tmp_path / "first.docx", first)
    ((_, data),) = write_document(document(), "docx", DocumentSettings(path))
    sections = Read(data).docx.sections
    assert [s.page_width > s.page_height for s in sections] == [False, True, False]
    assert [s.different_first_page_header_footer for s in sections] == [True, False, False]


def test_without_a_footer_the_pages_are_numbered(tmp_path: Path) -> None:
    def without(made: object) -> None:
        made.sections[0].footer.is_linked_to_previous = True  # type: ignore[attr-defined]

    read = written(template(tmp_path / "footless.docx", without))
    assert "Side" in read.docx.sections[0].footer.paragraphs[0].text
    assert read.docx.sections[0].header.paragraphs[0].text == "Midtby Kommune"


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0locked"])
def test_what_is_no_word_file_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "house.docx"
    path.write_bytes(data)
    with pytest.raises(
        OrgGraphError, match=r"house.docx' cannot be used as a template: it is no W"
    ):
        written(path)


def test_a_workbook_by_another_name_is_told(tmp_path: Path) -> None:
    path = template(tmp_path / "book.docx")
    sheet = "spreadsheetml.sheet.main"
    parts(
        path,
        {"[Content_Types].xml": lambda told: told.replace("wordprocessingml.document.main", sheet)},
    )
    with pytest.raises(OrgGraphError, match="it is no Word document"):
        written(path)
    parts(template(path), {"word/styles.xml": lambda told: told[:200]})
    with pytest.raises(OrgGraphError, match="it is no Word document"):
        written(path)


def test_a_template_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(OrgGraphError, match=r"gone.docx' cannot be used as a template"):
        written(tmp_path / "gone.docx")


def test_a_template_without_lists_gets_one(tmp_path: Path) -> None:
    path = template(tmp_path / "listless.docx", lambda made: made.styles["List Bullet"].delete())

    def without(told: str) -> str:
        return re.sub(r"<(?:Relationship|Override)[^>]*numbering[^>]*/>", "", told)

    changes = dict.fromkeys(("[Content_Types].xml", "word/_rels/document.xml.rels"), without)
    read = written(parts(path, {**changes, "word/numbering.xml": lambda told: None}))
    numbering = read.part("report-numbering")
    assert [each.tag for each in numbering] == [f"{W}abstractNum", f"{W}num"]
    style = read.docx.styles["List Bullet"].element
    assert style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "1"


@pytest.mark.parametrize(
    "defaults",
    [
        "",
        "<w:docDefaults/>",
        "<w:docDefaults><w:rPrDefault/></w:docDefaults>",
        '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/><w:specVanish/></w:rPr>'
        "</w:rPrDefault></w:docDefaults>",
    ],
)
def test_the_language_is_set_whatever_a_template_has(tmp_path: Path, defaults: str) -> None:
    def change(told: str) -> str:
        bare = re.sub(r"<w:docDefaults>.*</w:docDefaults>", defaults, told, flags=re.DOTALL)
        # A style without a name, and a base style with a language of its own.
        normal = '<w:name w:val="Normal"/>'
        look = '<w:rPr><w:lang w:val="sv-SE"/></w:rPr></w:style><w:style w:styleId="X"/>'
        return re.sub(rf"({normal}.*?)</w:style>", rf"\1{look}", bare, count=1, flags=re.DOTALL)

    read = written(parts(template(tmp_path / "house.docx"), {"word/styles.xml": change}))
    styles = read.part("styles")
    assert [each.get(f"{W}val") for each in styles.iter(f"{W}lang")] == ["da-DK"]
    look = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    tags = [each.tag for each in look]
    assert f"{W}lang" in tags
    if "specVanish" in defaults:
        assert tags.index(f"{W}lang") < tags.index(f"{W}specVanish")


def test_an_added_style_never_takes_the_id_of_another(tmp_path: Path) -> None:
    """A house style may have the id that ours would have."""

    def change(told: str) -> str:
        taken = (
            '<w:style w:type="paragraph" w:styleId="ReportTable"><w:name w:val="Own"/></w:style>'
        )
        return told.replace("</w:styles>", f"{taken}</w:styles>")

    read = written(parts(template(tmp_path / "house.docx"), {"word/styles.xml": change}))
    ids = [each.style_id for each in read.docx.styles]
    assert len(ids) == len(set(ids))
    assert read.docx.tables[0].style.name == "Report Table"
    assert read.docx.tables[0].style.style_id == "ReportTable2"

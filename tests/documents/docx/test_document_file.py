"""DOCX read back by python-docx and as plain XML, by the rules of ISO/IEC 29500."""

import re
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT

from orggraph.documents.document import Figure, Heading, Note, Paragraph, Run, Table
from orggraph.documents.writer import STANDARD
from orggraph.documents.writers import find_document_writer, write_document
from orggraph.errors import OrgGraphError
from orggraph.themes.reading import find_theme
from tests.documents.docx.reading import WP, R, Read, W
from tests.documents.samples import LONG_WORD, MARKUP, document, hostile_document, roster


def written(**more: object) -> Read:
    ((end, data),) = write_document(document(**more), "docx")
    assert end == ""
    return Read(data)


@pytest.fixture(scope="module")
def usual() -> Read:
    return written()


def test_words_have_real_styles(usual: Read) -> None:
    assert usual.texts("Title") == ["Styringen af GovTech"]
    assert usual.texts("Subtitle") == ["Rapport om organisation og styring"]
    assert usual.texts("Heading 1") == ["Sammenfatning", "Figurer", "Organer", "Noter"]
    assert usual.texts("Heading 2") == ["Styregruppen"]
    assert usual.texts("List Bullet") == ["Én plads er ledig1", "Intet er bestridt"]
    assert usual.texts("Report Fact") == ["Dato23. november 2026", "Dataversiona1b2c3d4"]
    assert usual.texts("Caption") == [
        *("Figur 1: Hele styringen", "Figur 2: Kun KD-Net"),
        "Tabel 1: Styregruppens medlemmer",
    ]


def test_every_style_that_is_used_is_there(usual: Read) -> None:
    ids = {each.style_id for each in usual.docx.styles}
    for part in ("document", "report-endnotes", "report-footer1", "styles"):
        for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
            used = {each.get(f"{W}val") for each in usual.part(part).iter(f"{W}{name}")}
            assert used <= ids


def test_headings_have_their_depth_for_contents_and_navigation(usual: Read) -> None:
    depths = {
        style.find(f"{W}name").get(f"{W}val"): style.find(f"{W}pPr/{W}outlineLvl").get(f"{W}val")
        for style in usual.part("styles").iter(f"{W}style")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None
    }
    assert depths == {"heading 1": "0", "heading 2": "1", "heading 3": "2", "TOC Heading": "9"}


def test_every_relation_leads_to_a_part(usual: Read) -> None:
    names = set(usual.archive.namelist())
    for part in ("document", "report-endnotes"):
        targets = usual.targets(part)
        assert all(f"word/{to}" in names or "://" in to for to in targets.values())
        used = {
            value
            for element in usual.part(part).iter()
            for key, value in element.attrib.items()
            if key.startswith(R)
        }
        assert used <= set(targets)
    types = usual.archive.read("[Content_Types].xml").decode()
    assert all(f'"/{name}"' in types for name in names if name.startswith("word/report-"))


def test_a_note_is_an_endnote_and_cited_again_it_is_a_reference_to_it(usual: Read) -> None:
    body = usual.part("document")
    assert [each.get(f"{W}id") for each in body.iter(f"{W}endnoteReference")] == ["1", "2", "3"]
    marks = {each.get(f"{W}name") for each in body.iter(f"{W}bookmarkStart")}
    fields = [each for each in body.iter(f"{W}fldSimple") if "NOTEREF" in each.get(f"{W}instr")]
    told = [
        (each.get(f"{W}instr").split()[1], "".join(text.text for text in each.iter(f"{W}t")))
        for each in fields
    ]
    assert told == [("_RefNote1", "1"), ("_RefNote2", "2"), ("_RefNote1", "1"), ("_RefNote2", "2")]
    assert {name for name, _ in told} <= marks
    notes = usual.part("report-endnotes")
    assert [each.get(f"{W}id") for each in notes] == ["-1", "0", "1", "2", "3"]
    words = ["".join(text.text for text in note.iter(f"{W}t")) for note in notes]
    assert words[2:] == [
        "Kommissorium, afsnit 3: »refererer til KD-Net«. example.org",
        "Mødereferat, afsnit 7: »KD-Net følger op«.",
        "Vedtægt, afsnit 1: »vælges«.",
    ]
    numbering = usual.part("settings").find(f"{W}endnotePr")
    assert numbering.find(f"{W}numFmt").get(f"{W}val") == "decimal"


def test_names_of_places_are_unique(usual: Read) -> None:
    places = list(usual.part("document").iter(f"{W}bookmarkStart"))
    for key in ("id", "name"):
        values = [each.get(f"{W}{key}") for each in places]
        assert len(set(values)) == len(values)
        assert all(len(value) <= 40 for value in values)


def test_contents_lead_to_the_headings_without_being_brought_up_to_date(usual: Read) -> None:
    body = usual.part("document")
    code = next(body.iter(f"{W}instrText")).text
    assert code.split()[:3] == ["TOC", "\\o", '"1-2"']
    links = [each for each in body.iter(f"{W}hyperlink") if each.get(f"{W}anchor")]
    words = ["".join(text.text for text in each.iter(f"{W}t")) for each in links]
    assert words == ["Sammenfatning", "Figurer", "Organer", "Styregruppen", "Noter"]
    headings = {
        mark.get(f"{W}name"): "".join(text.text for text in each.iter(f"{W}t"))
        for each in body.iter(f"{W}p")
        for mark in each.iter(f"{W}bookmarkStart")
    }
    assert [headings[each.get(f"{W}anchor")] for each in links] == words
    marks = [each.get(f"{W}fldCharType") for each in body.iter(f"{W}fldChar")]
    assert marks == ["begin", "separate", "end"]


def test_tables_repeat_their_headings_and_keep_rows_whole(usual: Read) -> None:
    (table,) = usual.docx.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["Plads", "Medlem", "Udpeget af", "Periode"]
    assert cells[1] == ["Plads 1", "Åse Ærlig Ø1", "KD-Net (udledt)", "2024–2027"]
    rows = list(usual.part("document").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + 4 * [False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert table.style.name == "Report Table"
    widths = [int(each.get(f"{W}w")) for each in usual.part("document").iter(f"{W}gridCol")]
    section = usual.docx.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    assert abs(sum(widths) - room / 635) < 10  # a twip is 635 EMU
    assert widths[1] == max(widths)


def test_words_that_lead_to_a_list_stay_on_its_page(usual: Read) -> None:
    kept = [each.paragraph_format.keep_with_next for each in usual.docx.paragraphs]
    told = dict(zip((each.text for each in usual.docx.paragraphs), kept, strict=True))
    assert [words[:5] for words, keeps in told.items() if keeps] == ["Styre", "Tabel"]


def test_a_row_longer_than_a_page_may_break() -> None:
    long = (Run("ord " * 1000),)
    read = written(blocks=(Table(1, "Lang", ("A",), ((long,), ((Run("kort"),),)), (1.0,)),))
    rows = list(read.part("document").iter(f"{W}tr"))
    splits = [row.find(f"{W}trPr/{W}cantSplit") is None for row in rows]
    assert splits == [False, True, False]


def test_figures_are_pictures_with_words_for_those_who_do_not_see(usual: Read) -> None:
    told = list(usual.part("document").iter(f"{WP}docPr"))
    assert [each.get("name") for each in told] == ["Figur 1", "Figur 2"]
    assert told[0].get("descr").startswith("Seks enheder og seks linjer.; KD-Net;")
    assert "Strategisk styregruppe rapporterer til KD-Net" in told[0].get("descr")
    first, second = usual.docx.inline_shapes
    assert round(first.width / first.height, 3) == round(960 / 720, 3)
    assert abs(second.width.mm - 400 / 96 * 25.4) < 0.1
    body, targets = usual.part("document"), usual.targets()
    pictures = [value for each in body.iter() for key, value in each.items() if key == f"{R}embed"]
    kinds = [Path(targets[id_]).suffix for id_ in pictures]
    assert kinds == [".png", ".svg", ".png", ".svg"]
    assert usual.archive.read("word/media/report-figure1.png").startswith(b"\x89PNG")
    assert usual.archive.read("word/media/report-figure1.svg").startswith(b"<svg")


def test_numbers_of_figures_and_tables_are_fields(usual: Read) -> None:
    codes = [
        (each.get(f"{W}instr").strip(), "".join(text.text for text in each.iter(f"{W}t")))
        for each in usual.part("document").iter(f"{W}fldSimple")
        if "SEQ" in each.get(f"{W}instr")
    ]
    assert codes == [
        (r"SEQ Figur \* ARABIC", "1"),
        (r"SEQ Figur \* ARABIC", "2"),
        (r"SEQ Tabel \* ARABIC", "1"),
    ]


def test_a_wide_figure_has_a_page_across(usual: Read) -> None:
    shapes = [(each.page_width > each.page_height) for each in usual.docx.sections]
    assert shapes == [False, True, False]
    assert usual.docx.sections[1].orientation == WD_ORIENT.LANDSCAPE
    for section in usual.docx.sections:
        assert re.fullmatch(
            r"Styringen af GovTech\tSide .*af .*", section.footer.paragraphs[0].text
        )
        codes = [
            each.get(f"{W}instr").strip() for each in section.footer._element.iter(f"{W}fldSimple")
        ]
        assert codes == ["PAGE", "NUMPAGES"]


def test_it_tells_what_it_is(usual: Read) -> None:
    about = usual.docx.core_properties
    assert (about.title, about.language) == ("Styringen af GovTech", "da")
    assert about.created.isoformat()[:10] == about.modified.isoformat()[:10] == "2026-11-23"
    assert (about.author, about.comments) == ("", "")
    language = usual.part("styles").find(f"{W}docDefaults//{W}lang")
    assert language.get(f"{W}val") == "da-DK"
    english = written(language="en").part("styles").find(f"{W}docDefaults//{W}lang")
    assert english.get(f"{W}val") == "en-GB"


def test_fonts_are_those_of_the_theme(usual: Read) -> None:
    theme = usual.archive.read("word/theme/theme1.xml").decode()
    assert re.search(r'majorFont>\s*<a:latin typeface="Arial"', theme)
    assert "7A5A12" in theme  # the first kind's colour is an accent
    dark = written(theme=find_theme("dark")).archive.read("word/styles.xml").decode()
    assert "16213A" in dark  # white letters would not be read on paper


def test_links_lead_to_the_web(usual: Read) -> None:
    assert "https://example.org/kommissorium?a=1&b=2" in usual.targets().values()
    assert set(usual.targets("report-endnotes").values()) == {"https://example.org/k"}


@pytest.fixture(scope="module")
def hostile() -> Read:
    ((_, data),) = write_document(hostile_document(), "docx")
    return Read(data)


def test_hostile_words_stay_words(hostile: Read) -> None:
    cells = [row.cells[1].text for row in hostile.docx.tables[0].rows[1:]]
    for words, cell in zip(MARKUP, cells, strict=True):
        held = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]", "\ufffd", words)
        assert cell == re.sub(r"\s+", " ", held)
    assert len(hostile.docx.core_properties.title) <= 255
    descr = next(hostile.part("document").iter(f"{WP}docPr")).get("descr")
    assert "<script>alert(1)</script>" in descr


def test_a_note_that_nothing_cites_stands_at_the_end() -> None:
    read = written(blocks=(Heading(1, "A", "a"),))
    told = read.texts("endnote text")
    assert told[0].startswith("Kommissorium, afsnit 3")
    assert len(told) == 3
    assert not list(read.part("document").iter(f"{W}endnoteReference"))


def test_a_mark_without_a_note_is_a_number() -> None:
    read = written(blocks=(Paragraph((Run("Se", notes=(9,)),)),), notes=())
    assert read.docx.paragraphs[-1].text == "Se9"
    assert "Noter" not in read.texts("Heading 1")
    # Word looks for the lines above endnotes wherever its settings name them.
    assert [each.get(f"{W}id") for each in read.part("report-endnotes")] == ["-1", "0"]


def test_notes_are_numbered_as_they_are_cited() -> None:
    words = Paragraph((Run("Først", notes=(2,)), Run("så", notes=(1, 2))))
    read = written(blocks=(words,), notes=(Note(1, (Run("En"),)), Note(2, (Run("To"),))))
    told = list(read.part("report-endnotes"))[2:]
    assert ["".join(text.text for text in each.iter(f"{W}t")) for each in told] == ["To", "En"]


@pytest.mark.parametrize(
    "more",
    [
        {"blocks": (), "notes": (), "facts": (), "subtitle": ""},
        {"blocks": (roster(0),), "language": "xx"},
        {"blocks": (Heading(3, "Dybt", "deep"), Paragraph(()))},
    ],
)
def test_documents_with_little_in_them(more: dict) -> None:
    assert written(**more).texts("Title") == ["Styringen af GovTech"]


def test_a_wide_figure_may_come_first() -> None:
    wide = next(block for block in document().blocks if isinstance(block, Figure))
    read = written(blocks=(wide,), notes=())
    assert [each.page_width > each.page_height for each in read.docx.sections] == [False, True]


def test_a_vast_figure_is_written_too() -> None:
    """PNG of the usual fineness would have more pixels than there may be."""
    wide = next(block for block in document().blocks if isinstance(block, Figure))
    vast = wide.scene._replace(width=40_000.0, height=30_000.0)
    read = written(blocks=(wide._replace(scene=vast),), notes=())
    assert len(read.docx.inline_shapes) == 1


def test_the_same_document_gives_the_same_bytes(usual: Read) -> None:
    assert written().data == usual.data
    assert {each.date_time for each in usual.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(OrgGraphError, match=r"DOCX need.*pip install 'orggraph\[report\]'"):
        find_document_writer("docx").write(document(), STANDARD)


def test_words_that_are_wider_than_their_column_may_break() -> None:
    table = Table(1, "Smal", ("A", "B"), (((Run(LONG_WORD),), (Run("Bo"),)),), (0.2, 0.8))
    read = written(blocks=(table,))
    cell = list(read.part("document").iter(f"{W}tc"))[2]
    assert "".join(each.text for each in cell.iter(f"{W}t")) == LONG_WORD
    assert len(list(cell.iter(f"{W}softHyphen"))) > 10
    assert len(list(read.part("document").iter(f"{W}softHyphen"))) == len(
        list(cell.iter(f"{W}softHyphen"))
    )
    assert "\u00ad" not in read.archive.read("word/document.xml").decode()

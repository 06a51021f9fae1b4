"""PDF against poppler's programs and pypdf."""

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from ttf_opensans import opensans

from orggraph.documents.document import Bullets, Figure, Heading, Paragraph, Run, Table
from orggraph.documents.writer import STANDARD, DocumentSettings
from orggraph.documents.writers import find_document_writer, write_document
from orggraph.errors import OrgGraphError
from orggraph.source import Problem
from orggraph.themes.reading import find_theme
from tests.conftest import LoadText
from tests.documents.conftest import report_of
from tests.documents.samples import MARKUP, document, hostile_document, roster
from tests.render.scenes import hostile_scene


def pdf(made) -> bytes:
    ((end, data),) = write_document(made, "pdf")
    assert end == ""
    return data


def told(data: bytes, *more: str) -> str:
    done = subprocess.run(
        ["pdftotext", "-layout", *more, "-", "-"], input=data, capture_output=True, check=True
    )
    return done.stdout.decode().replace("\u00ad", "")


@pytest.fixture(scope="module")
def usual() -> bytes:
    return pdf(document())


def test_all_words_are_there_in_their_order(usual: bytes) -> None:
    text = " ".join(told(usual).split())
    places = [text.index(words) for words in (
        "Styringen af GovTech", "Rapport om organisation og styring", "23. november 2026",
        "Indhold", "Styregruppen refererer til KD-Net", "Én plads er ledig", "Figur 1: Hele",
        "Figur 2: Kun KD-Net", "Tabel 1: Styregruppens medlemmer", "KD-Net (udledt)",
        "Mødereferat, afsnit 7: »KD-Net følger op«.",
    )]  # fmt: skip
    assert places == sorted(places)


def test_contents_have_the_pages_of_the_headings(usual: bytes) -> None:
    pages = PdfReader(io.BytesIO(usual)).pages
    first = pages[0].extract_text()
    for words in ("Figurer", "Organer", "Noter"):
        (page,) = re.findall(rf"{words}[ .]*(\d)", first)
        assert words in pages[int(page) - 1].extract_text()
    titles = [
        entry["/Title"] for entry in PdfReader(io.BytesIO(usual)).outline if "/Title" in entry
    ]
    assert titles == ["Sammenfatning", "Figurer", "Organer", "Noter"]


def test_a_wide_figure_has_a_page_across(usual: bytes) -> None:
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(usual)).pages]
    assert [box.width > box.height for box in boxes] == [False, True, False]
    assert "Side 2 af 3" in told(usual, "-f", "2", "-l", "2")


def test_a_long_table_repeats_its_headings_on_each_page() -> None:
    data = pdf(document(blocks=(Heading(1, "Organer", "b"), roster(200))))
    pages = len(PdfReader(io.BytesIO(data)).pages)
    assert pages > 4
    for page in range(1, pages):
        assert re.search(
            r"Plads\s+Medlem\s+Udpeget af", told(data, "-f", f"{page}", "-l", f"{page}")
        )
    assert re.findall(r"Plads (\d+)", told(data)) == [str(at) for at in range(1, 201)]


def test_rows_stay_whole_unless_they_are_longer_than_a_page() -> None:
    rows = tuple(
        ((Run(f"begynd{at} " + "ord " * 150 + f"slut{at}"),), (Run("kort"),)) for at in range(12)
    )
    table = Table(1, "Lange rækker", ("Tekst", "Andet"), rows, (0.5, 0.5))
    data = pdf(document(blocks=(table,), notes=()))
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    assert len(pages) > 2
    for at in range(12):
        (page,) = (each for each in pages if f"begynd{at} " in each)
        assert f"slut{at}" in page
    endless = (Run("begynd " + "ord " * 3000 + "slut"),)
    data = pdf(document(blocks=(table._replace(rows=((endless, ()),)),), notes=()))
    assert "slut" in PdfReader(io.BytesIO(data)).pages[-1].extract_text()


def test_words_that_lead_to_a_list_stay_on_its_page() -> None:
    for lines in range(30, 60):  # at some number the page ends between the two
        words = [Paragraph((Run(f"Linje {at}"),)) for at in range(lines)]
        items = Bullets(((Run("Første"),), (Run("Andet"),)))
        data = pdf(document(blocks=(*words, Paragraph((Run("Formål:"),)), items), notes=()))
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
        (page,) = (each for each in pages if "Formål:" in each)
        assert "Første" in page


def test_it_tells_what_it_is(usual: bytes) -> None:
    reader = PdfReader(io.BytesIO(usual))
    assert reader.metadata.title == "Styringen af GovTech"
    assert reader.metadata.creation_date.isoformat()[:10] == "2026-11-23"
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "da-DK"
    assert root["/MarkInfo"]["/Marked"]
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    assert "pdfuaid:part" in xmp
    assert re.search(r"pdfaid:part\W+2", xmp)


def structure(data: bytes) -> list[dict]:
    """All elements of the document's structure, each with its type."""
    found, left = [], [PdfReader(io.BytesIO(data)).trailer["/Root"]["/StructTreeRoot"]]
    while left:
        here = left.pop().get_object()
        if isinstance(here, list):
            left.extend(here)
        elif isinstance(here, dict):
            if "/S" in here:
                found.append(here)
            if "/K" in here:
                left.append(here["/K"])
    return found


def test_readers_who_do_not_see_get_the_figures_and_headings(usual: bytes) -> None:
    parts = structure(usual)
    alternatives = [part["/Alt"] for part in parts if part["/S"] == "/Figure" and "/Alt" in part]
    assert len(alternatives) == 2  # each is told once
    (told,) = (each for each in alternatives if each.startswith("Seks enheder"))
    assert "Strategisk styregruppe rapporterer til KD-Net" in told
    kinds = [part["/S"] for part in parts]
    assert kinds.count("/TH") == 4
    assert {"/H1", "/H2", "/Table", "/TR", "/TD", "/L", "/Link", "/Caption"} <= set(kinds)


def test_fonts_are_embedded(usual: bytes) -> None:
    done = subprocess.run(["pdffonts", "-"], input=usual, capture_output=True, check=True)
    lines = done.stdout.decode().splitlines()[2:]
    assert {re.sub(r"^[A-Z]+\+", "", line.split()[0]) for line in lines} <= {
        *("OpenSans-Regular", "OpenSans-SemiBold", "OpenSans-Bold"),
    }
    assert all(re.search(r"yes\s+yes\s+yes", line) for line in lines)


def test_notes_and_sites_are_linked(usual: bytes) -> None:
    links = [
        note.get_object()
        for page in PdfReader(io.BytesIO(usual)).pages
        for note in page.get("/Annots", [])
    ]
    sites = {link["/A"]["/URI"] for link in links if "/A" in link}
    assert sites == {"https://example.org/kommissorium?a=1&b=2", "https://example.org/k"}
    inside = [link for link in links if "/Dest" in link]
    # From the contents; from marks in the text and in the table; from the notes and back.
    assert len(inside) == 5 + 3 + 4 + 3


def test_data_is_never_markup() -> None:
    data = pdf(hostile_document())
    text = "".join(told(data, "-raw").split())
    for words in MARKUP:
        if words.isascii() and words.isprintable() and len(words) < 100:
            assert "".join(words.split()) in text, words
    assert "root:x:0" not in text
    assert len(PdfReader(io.BytesIO(data)).pages) < 12


def test_letters_that_no_font_has_are_told() -> None:
    """Those of the words and of the pictures, once; those that Typst's own fonts have are none."""
    notices: list[Problem] = []
    blocks = (Paragraph((Run("Åse 🦊 ∀ 🦊"),)), Figure(1, hostile_scene(), "C", "A", ("O",)))
    settings = DocumentSettings(notify=notices.append)
    write_document(document(blocks=blocks), "pdf", settings)
    assert [each.name for each in notices] == ["missing-characters"]
    characters = str(notices[0].facts["characters"]).split()
    assert "🦊" in characters
    assert len(characters) > 1
    assert not {"Å", "∀"} & set(characters)
    notices.clear()
    write_document(document(blocks=blocks[:0]), "pdf", settings)
    assert notices == []


@pytest.mark.parametrize(
    "sign",
    [
        "a\u20e3",
        "x\u200d学",
        "学\ufeff学",
        "學\U000110bd",
        "👩\u200d👩\u200d👧",
        "🏴\U000e0067\U000e007f",
        "❤\ufe0f",
    ],
)
def test_signs_of_several_characters_are_set(load_text: LoadText, sign: str) -> None:
    """Typst refuses some beside others that it takes alone, and joiners in a picture."""
    graph = load_text(f"organisations: {{a: {{name: A}}, b: {{name: {sign}, reports to: a}}}}")
    assert "\ufffd" in told(pdf(report_of(graph, views=None)))


def test_letters_that_no_font_has_are_marked_and_others_are_set() -> None:
    many = "".join(chr(0x4E00 + 7 * at) for at in range(300))
    words = Paragraph((Run(f"שלום مرحبا 😀 \ue000 {many} end"),))
    text = told(pdf(document(blocks=(words,), notes=())))
    assert "םולש" in text or "שלום" in text
    assert "😀" not in text
    assert text.count("\ufffd") == 2 + 300
    assert "end" in text


@pytest.mark.parametrize(
    "more",
    [
        {"blocks": (), "notes": (), "facts": (), "subtitle": ""},
        {"language": "en", "theme": find_theme("dark")},
        {"language": "xx"},
        {"blocks": (Paragraph(()),)},  # notes that nothing leads to
    ],
)
def test_documents_with_little_in_them(more: dict) -> None:
    made = document(**more)
    assert made.title in told(pdf(made))


def test_the_same_document_gives_the_same_bytes(usual: bytes) -> None:
    assert pdf(document()) == usual


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(OrgGraphError, match=r"PDF need.*pip install 'orggraph\[report\]'"):
        find_document_writer("pdf").write(document(), STANDARD)


def test_fonts_of_a_theme_are_used(tmp_path: Path) -> None:
    path = tmp_path / "house.ttf"
    with TTFont(str(opensans(400).path)) as font:
        for id_, words in ((1, "Hus"), (4, "Hus Regular"), (6, "Hus-Regular"), (16, "Hus")):
            font["name"].setName(words, id_, 3, 1, 0x409)
        font.save(path)
    theme = document().theme
    own = theme._replace(font=theme.font._replace(files={"regular": str(path)}))
    done = subprocess.run(
        ["pdffonts", "-"], input=pdf(document(theme=own)), capture_output=True, check=True
    )
    assert b"Hus-Regular" in done.stdout
    broken = theme._replace(font=theme.font._replace(files={"regular": "gone.ttf"}))
    with pytest.raises(OrgGraphError, match=r"gone.ttf"):
        pdf(document(theme=broken))


def test_what_typst_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    error = typst.TypstError("no room")
    error.message = "no room"  # as its own ones have

    def refuse(*_: object, **__: object) -> bytes:
        raise error

    monkeypatch.setattr(typst, "compile", refuse)
    with pytest.raises(OrgGraphError, match=r"the PDF cannot be made: no room; write .docx"):
        pdf(document())

"""The paragraphs of DOCX and PDF, which other programs wrote."""

import io
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter

from orggraph.evidence import office, pdf
from orggraph.evidence.documents import Document, read_document
from orggraph.evidence.matching import find_quote, fold_text
from orggraph.evidence.pdf import mend_lines
from orggraph.source import Problem
from tests.render.browser import CHROMIUM

needs_chromium = pytest.mark.skipif(shutil.which("chromium") is None, reason="no browser")


def problem_of(path: Path) -> Problem:
    found = read_document(path, "d")
    assert isinstance(found, Problem)
    assert str(path) in found.message("da")
    return found


def test_a_docx_is_read_in_its_order(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Vedtægt", 1)
    document.add_table(1, 2).cell(0, 1).text = "Kreds ærø"
    document.add_paragraph("Formanden ").add_run("udpeges").bold = True
    document.add_paragraph("")
    changed = f"""<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">Den </w:t></w:r>
        <w:del><w:r><w:delText>gamle</w:delText><w:t>gamle</w:t></w:r></w:del>
        <w:ins><w:r><w:t>nye</w:t><w:noBreakHyphen/><w:t>ting</w:t></w:r></w:ins></w:p>"""
    document.element.body.insert(-1, parse_xml(changed))
    document.save(str(tmp_path / "d.docx"))
    found = read_document(tmp_path / "d.docx", "d")
    assert isinstance(found, Document)
    assert found.paragraphs == ("Vedtægt", "Kreds ærø", "Formanden udpeges", "Den nye-ting")


TEXT_BOX = """
<w:p {ns} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">
  <w:r><w:t xml:space="preserve">Før </w:t></w:r>
  <w:r><mc:AlternateContent>
    <mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>
      <w:p><w:r><w:t>I kassen</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>
    <mc:Fallback><w:pict><w:txbxContent>
      <w:p><w:r><w:t>I kassen</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback>
  </mc:AlternateContent></w:r>
  <w:r><w:t>efter</w:t></w:r></w:p>"""


def paragraphs_of(document: Any, tmp_path: Path) -> tuple[str, ...]:
    document.save(str(tmp_path / "d.docx"))
    found = read_document(tmp_path / "d.docx", "d")
    assert isinstance(found, Document)
    return found.paragraphs


def add_part(document: Any, name: str, body: str) -> None:
    """Add a part as Word writes it, which python-docx has no words for."""
    part = Part(
        PackURI(f"/word/{name}.xml"),
        f"application/vnd.openxmlformats-officedocument.wordprocessingml.{name}+xml",
        f"<w:{name} {nsdecls('w')}>{body}</w:{name}>".encode(),
        document.part.package,
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    document.part.relate_to(part, kind + name)


def test_text_boxes_are_read_once_and_after_their_paragraph(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(TEXT_BOX.format(ns=nsdecls("w"))))
    assert paragraphs_of(document, tmp_path) == ("Før efter", "I kassen")


def test_notes_come_last_and_comments_and_heads_of_pages_not_at_all(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Brødtekst")
    document.sections[0].header.paragraphs[0].text = "Sidehoved"
    document.sections[0].footer.paragraphs[0].text = "Sidefod"
    note = "<w:{0}><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:{0}>"
    add_part(document, "footnotes", note.format("footnote", "Fodnoten"))
    add_part(document, "endnotes", note.format("endnote", "Slutnoten"))
    document.add_comment(document.paragraphs[0].runs[0], "Kommentaren", "x", "x")
    assert paragraphs_of(document, tmp_path) == ("Brødtekst", "Fodnoten", "Slutnoten")


def test_tables_within_tables_and_numbered_items_are_read_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "Ydre"
    cell.add_table(1, 1).cell(0, 0).text = "Indre"
    document.tables[0].cell(0, 1).text = "Ved siden af"
    document.add_paragraph("Et punkt", style="List Number")
    found = paragraphs_of(document, tmp_path)
    assert found == ("Ydre", "Indre", "Ved siden af", "Et punkt")


def test_what_is_deleted_struck_out_or_hidden_is_no_text(tmp_path: Path) -> None:
    document = docx.Document()
    ns = nsdecls("w")
    run = "<w:r><w:rPr><w:{0}/></w:rPr><w:t>{1}</w:t></w:r>"
    runs = run.format("strike", "A") + run.format("vanish", "B") + run.format("dstrike", "C")
    kept = run.format('strike w:val="0"', "D") + run.format("b", "E")
    moved = "<w:moveFrom><w:r><w:t>F</w:t></w:r></w:moveFrom>"
    moved += "<w:moveTo><w:r><w:t>G</w:t></w:r></w:moveTo>"
    document.element.body.insert(0, parse_xml(f"<w:p {ns}>{runs}{kept}{moved}</w:p>"))
    row = document.add_table(2, 1).rows[0]
    row.cells[0].text = "Slettet"
    row._tr.get_or_add_trPr().append(parse_xml(f"<w:del {ns} w:id='1' w:author='x'/>"))
    document.tables[0].cell(1, 0).text = "Bevaret"
    assert paragraphs_of(document, tmp_path) == ("DEG", "Bevaret")


def test_an_archive_that_unpacks_to_too_much_is_not_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = docx.Document()
    document.add_paragraph("x" * 5_000_000)
    monkeypatch.setattr(office, "MAX_UNPACKED", 4_000_000)
    document.save(str(tmp_path / "d.docx"))
    assert (tmp_path / "d.docx").stat().st_size < 100_000
    found = problem_of(tmp_path / "d.docx")
    assert (found.name, found.facts["limit"]) == ("document-too-large", 3)


def test_a_broken_or_locked_file_is_a_problem(tmp_path: Path) -> None:
    for name, data, problem in (
        ("a.docx", b"no archive", "document-broken"),
        ("b.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "document-encrypted"),
        ("c.pdf", b"%PDF-1.7 nothing", "document-broken"),
        ("d.PDF", b"", "document-broken"),
    ):
        (tmp_path / name).write_bytes(data)
        assert problem_of(tmp_path / name).name == problem
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("x", "y")
    (tmp_path / "e.docx").write_bytes(stream.getvalue())
    assert problem_of(tmp_path / "e.docx").name == "document-broken"


def test_a_pdf_without_text_or_with_a_password_is_a_problem(tmp_path: Path) -> None:
    for name, password, problem in (
        ("a.pdf", None, "document-without-text"),
        ("b.pdf", "secret", "document-encrypted"),
    ):
        writer = PdfWriter()
        writer.add_blank_page(100, 100)
        if password:
            writer.encrypt(password, algorithm="RC4-128")
        writer.write(tmp_path / name)
        assert problem_of(tmp_path / name).name == problem


def test_a_pdf_without_pages_has_no_text(tmp_path: Path) -> None:
    PdfWriter().write(tmp_path / "a.pdf")
    assert problem_of(tmp_path / "a.pdf").name == "document-without-text"


@needs_chromium
def test_a_pdf_with_more_letters_than_are_read_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    print_page(tmp_path, "", "<p>abc</p><p>def</p>")
    monkeypatch.setattr(pdf, "MAX_LETTERS", 5)
    assert problem_of(tmp_path / "d.pdf").name == "document-too-large"


def test_without_the_library_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("docx", "pdfminer.pdfpage"):
        monkeypatch.setitem(sys.modules, module, None)
    for name in ("a.docx", "a.pdf"):
        (tmp_path / name).write_bytes(b"x")
        assert "pip install 'orggraph[documents]'" in problem_of(tmp_path / name).message()


WORDS = "Bestyrelsen består af kommunaldirektører, som repræsentantskabet har udpeget til den. "
LONG = tuple(f"Punkt {n} siger: {WORDS * 9}Slut {n}" for n in range(9))


def print_page(tmp_path: Path, style: str, body: str) -> tuple[tuple[str, ...], int]:
    """Return the paragraphs of a page that Chromium prints, and how many sheets it took."""
    page = tmp_path / "page.html"
    page.write_text(
        f"<!doctype html><html lang=en><meta charset=utf-8><style>{style}</style>{body}",
        encoding="utf-8",
    )
    subprocess.run(
        ["chromium", *CHROMIUM, f"--user-data-dir={tmp_path / 'p'}", "--no-pdf-header-footer",
         f"--print-to-pdf={tmp_path / 'd.pdf'}", page.as_uri()],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    found = read_document(tmp_path / "d.pdf", "d")
    assert isinstance(found, Document)
    return found.paragraphs, len(PdfReader(tmp_path / "d.pdf").pages)


@needs_chromium
@pytest.mark.parametrize(
    "style",
    [
        "body {width: 90mm; word-break: break-word}",
        "body {columns: 2; text-align: justify; hyphens: auto; font-size: 20px}",
        "body {columns: 2; text-align: justify; column-gap: 10px}",
        "p {margin: 0; text-indent: 2em}",
        "p {line-height: 1.6; margin: 2em}",
    ],
)
def test_a_printed_page_comes_out_as_paragraphs(style: str, tmp_path: Path) -> None:
    body = "".join(f"<p>{text}</p>" for text in LONG)
    found, pages = print_page(tmp_path, style, body)
    assert tuple(text.replace("\N{SOFT HYPHEN}", "") for text in found) == LONG
    assert pages > 1


@needs_chromium
def test_what_stands_side_by_side_is_no_sentence(tmp_path: Path) -> None:
    cells = "<tr><td>formand for<br>det øverste udvalg<td>ingen stemmeret<td>valgt for tre år</tr>"
    found, _ = print_page(tmp_path, "td {width: 40mm}", f"<table>{cells * 12}</table>")
    assert set(found) == {"formand for det øverste udvalg", "ingen stemmeret", "valgt for tre år"}


@needs_chromium
def test_the_number_of_a_footnote_is_no_part_of_its_word(tmp_path: Path) -> None:
    body = "<p>Udvalget<sup>12</sup> mødes her.<sup>3</sup> Huset er på 90 m<sup>2</sup> i alt."
    found, _ = print_page(tmp_path, "p {font-size: 20px} sup {font-size: 12px}", body)
    assert found == ("Udvalget mødes her. Huset er på 90 m2 i alt.",)


@pytest.mark.parametrize(
    ("lines", "quote"),
    [
        ("besty-\nrelsen mødes", "bestyrelsen mødes"),
        ("KD-\nNet", "KD-Net"),
        ("KD-\nnet", "KD-net"),
        ("2024-\n2026", "2024-2026"),
        ("ledelses-\nog styregruppe", "ledelses- og styregruppe"),
        ("pa\ufb01r og \ufb02ere", "pafir og flere"),
    ],
)
def test_words_divided_at_the_end_of_a_line_are_whole(lines: str, quote: str) -> None:
    paragraph = fold_text(" ".join(mend_lines(lines).split()))
    assert find_quote([quote], [paragraph])

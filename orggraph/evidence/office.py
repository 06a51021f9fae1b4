"""The paragraphs of PDF and DOCX, and why one is not read."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from orggraph.evidence.pdf import MAX_LETTERS, split_pdf
from orggraph.source import Location, Problem, problem
from orggraph.source.files import MAX_BYTES

MAX_UNPACKED = 8 * MAX_BYTES
"""The most that a DOCX, which is an archive, may unpack to."""


def split_office(data: bytes, shown: str) -> tuple[str, ...] | Problem:
    """Return the paragraphs of a PDF or DOCX file, or why it is not read.

    ``shown`` is its path as the user knows it. Libraries of the extra ``documents`` read it.
    """
    is_pdf = shown.lower().endswith(".pdf")
    start = Location(shown, 0, 0)
    if not is_pdf and _unpacked_size(data) > MAX_UNPACKED:
        return problem("document-too-large", start, path=shown, limit=MAX_UNPACKED // 1024**2)
    try:
        paragraphs = tuple(split_pdf(data) if is_pdf else _split_docx(data))
    except ImportError:
        return problem("document-library-missing", start, path=shown)
    except OverflowError:
        return problem("document-too-large", start, path=shown, limit=MAX_LETTERS // 1_000_000)
    except Exception as error:  # the libraries raise whatever a broken file makes them
        is_locked = type(error).__name__ in ("PDFPasswordIncorrect", "PDFTextExtractionNotAllowed")
        name = "document-encrypted" if is_locked or _is_locked_docx(data) else "document-broken"
        form = {} if name == "document-encrypted" else {"form": "PDF" if is_pdf else "DOCX"}
        return problem(name, start, path=shown, **form)
    return paragraphs or problem("document-without-text", start, path=shown)


def _is_locked_docx(data: bytes) -> bool:
    # An encrypted document of Office is no ZIP archive but a compound file.
    return data.startswith(b"\xd0\xcf\x11\xe0")


def _unpacked_size(data: bytes) -> int:
    """Return what the archive says its files unpack to, more of which is never unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError):
        return 0  # no archive: the library says so


def _split_docx(data: bytes) -> Iterator[str]:
    """Yield the paragraphs of a DOCX in their order, those of tables and text boxes with them.

    What tracked changes delete, what is struck out or hidden, comments, and the heads and feet of
    pages are no text; footnotes and endnotes come last.
    """
    import docx
    from docx.oxml import parse_xml

    document = docx.Document(io.BytesIO(data))
    yield from _docx_paragraphs(document.element.body)
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")):
            yield from _docx_paragraphs(parse_xml(relation.target_part.blob))


def _docx_paragraphs(root: Any) -> Iterator[str]:
    from docx.oxml.ns import qn

    signs = {
        qn("w:tab"): "\t",
        qn("w:br"): " ",
        qn("w:cr"): " ",
        qn("w:noBreakHyphen"): "-",
        qn("w:softHyphen"): "\N{SOFT HYPHEN}",
    }
    unread = {qn(f"w:{name}") for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr")}
    # A text box is written twice: for readers old and new.
    unread.add("{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback")
    gone = [qn(f"w:{name}") for name in ("strike", "dstrike", "vanish", "del")]

    def is_gone(element: Any) -> bool:
        """Return whether a run is struck out or hidden, or a row of a table deleted."""
        properties = (element.find(qn("w:rPr")), element.find(qn("w:trPr")))
        marks = (part.find(name) for part in properties if part is not None for name in gone)
        off = ("0", "false", "off")
        return any(mark is not None and mark.get(qn("w:val")) not in off for mark in marks)

    def read(element: Any) -> str:
        if element.tag == qn("w:t"):
            return element.text or ""
        return signs.get(element.tag, "") or "".join(
            read(child)
            for child in element
            if child.tag not in unread | {qn("w:p")} and not is_gone(child)
        )

    def walk(element: Any) -> Iterator[str]:
        for child in element:
            if child.tag in unread or is_gone(child):
                continue
            if child.tag == qn("w:p") and (text := " ".join(read(child).split())):
                yield text
            yield from walk(child)

    yield from walk(root)

"""Writer of documents for Word: with real styles, notes, captions and a table of contents.

Notes are endnotes: there are as many as there is evidence, more than the feet of pages have room
for, and the same one is cited in many places.
"""

from itertools import chain
from typing import Any

from orggraph.documents import paper
from orggraph.documents.document import Document, Heading
from orggraph.documents.docx.blocks import Blocks
from orggraph.documents.docx.package import describe, empty_template, new_file, open_template, save
from orggraph.documents.docx.pages import Pages
from orggraph.documents.docx.style_specs import Base
from orggraph.documents.docx.writing import Writing
from orggraph.documents.docx.xml import paragraph, rooted, run, tag
from orggraph.documents.writer import DocumentSettings, DocumentWriter, Part
from orggraph.errors import OrgGraphError

_BULLETS = 1


def write(document: Document, settings: DocumentSettings) -> tuple[Part, ...]:
    """Return the document as one DOCX.

    Of a template, the styles, headers, footers and margins are used; what is written in it is left
    out. Raises OrgGraphError where the extra `report` is not installed, and for a template that
    cannot be used.
    """
    try:
        import docx  # noqa: F401
    except ImportError as error:
        raise OrgGraphError("report-extra-missing", format="DOCX") from error
    file = open_template(settings.template) if settings.template else None
    pages = Pages(file.element.body.sectPr if file else None)
    inks = paper.inks_of(document.theme)
    base = Base(inks, pages.upright.width, document.language, _BULLETS)
    if file is None:
        file, ids = new_file(document.theme, base)
    else:
        ids = empty_template(file, base)
    writing = Writing(file.part, ids, document.notes)
    pages.add_feet(file.part, ids, document)
    _fill(file, document, writing, pages)
    writing.finish()
    describe(file, document)
    return (Part("", save(file)),)


def _fill(file: Any, document: Document, writing: Writing, pages: Pages) -> None:
    from docx.oxml import parse_xml

    blocks = Blocks(document, file.part, writing)
    sections = paper.split_sections(document.blocks, pages.upright, pages.turned)
    last = Heading(1, document.labels.notes, "notes of the document")
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    noted = [*headings, last] if document.notes else headings
    told = [(False, _front(document, writing) + blocks.contents(noted))]
    for section in sections:
        area = pages.turned if section.turned else pages.upright
        told.append((section.turned, blocks.write(section.blocks, area, turned=section.turned)))
    if document.notes:
        told.append((False, _notes(blocks, writing, last)))
    body = []
    for (turned, inside), after in zip(told, (*told[1:], None), strict=True):
        body.append(inside)
        if after and after[0] != turned:
            body.append(pages.end(turned))
    whole = parse_xml(rooted(tag("body", *body)))
    whole.append(pages.final(told[-1][0]))
    file.element.replace(file.element.body, whole)


def _front(document: Document, writing: Writing) -> str:
    ids = writing.ids
    told = [paragraph(run(document.title), style=ids["Title"])]
    if document.subtitle:
        told.append(paragraph(run(document.subtitle), style=ids["Subtitle"]))
    for fact in document.facts:
        label = run(fact.label, style=ids["Report Quiet"])
        told.append(
            paragraph(label, tag("r", tag("tab")), run(fact.value), style=ids["Report Fact"])
        )
    return "".join(told)


def _notes(blocks: Blocks, writing: Writing, heading: Heading) -> str:
    """Return the title of the notes, which Word puts below it, and those that nothing cites."""
    style = writing.ids["endnote text"]
    rest = (paragraph(writing.words(note.words), style=style) for note in writing.uncited())
    return "".join(chain([blocks.heading(heading)], rest))


WRITER = DocumentWriter(("docx",), "DOCX", write, templates=("docx", "dotx"))

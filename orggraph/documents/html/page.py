"""Writer for HTML: one file with its figures and its style in it, and no script.

It is HTML as the Living Standard of the WHATWG has it, written so that it is well-formed XML, too;
roles of notes are those of the W3C's Digital Publishing WAI-ARIA Module 1.0. A policy in its head
keeps it from loading anything (W3C, Content Security Policy Level 3).
"""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

from orggraph.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Note,
    Paragraph,
    Run,
    Table,
    Words,
)
from orggraph.documents.html.style import style_of
from orggraph.documents.html.text import escaped, linked, softened
from orggraph.documents.paper import MOST_COLUMNS
from orggraph.documents.templates import read_style
from orggraph.documents.writer import DocumentSettings, DocumentWriter, Part
from orggraph.render.svg import draw

_MANY = 4  # numbers of notes, which may stand on several lines


def write(document: Document, settings: DocumentSettings) -> tuple[Part, ...]:
    """Return a document as a file of HTML; a template is a style sheet that comes after ours.

    Raises OrgGraphError for a template that cannot be read.
    """
    styles = [style_of(document)]
    if settings.template is not None:
        styles.append(read_style(settings.template))
    lines = [*_head(document, styles), *_Body(document).lines(), "</html>", ""]
    return (Part("", "\n".join(lines).encode()),)


def _head(document: Document, styles: list[str]) -> Iterator[str]:
    hashes = " ".join(f"'sha256-{_hash(style)}'" for style in styles)
    policy = (
        f"default-src 'none'; style-src {hashes}; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escaped(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8"/>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield f'<meta name="dcterms.date" content="{document.date}"/>'
    yield f"<title>{escaped(document.title)}</title>"
    for style in styles:
        yield f"<style>{style}</style>"
    yield "</head>"


def _hash(style: str) -> str:
    return b64encode(sha256(style.encode()).digest()).decode("ascii")


class _Body:
    """The body of a page, which knows what it has referred to already."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._known = {note.number for note in document.notes}
        self._cited: set[int] = set()

    def lines(self) -> Iterator[str]:
        document = self._document
        yield "<body>"
        yield from self._title()
        yield from self._contents()
        yield "<main>"
        for block in document.blocks:
            yield from self._block(block)
        if document.notes:
            yield from self._notes()
        yield "</main>"
        yield "</body>"

    def _title(self) -> Iterator[str]:
        document = self._document
        yield '<header class="title">'
        yield f"<h1>{escaped(document.title)}</h1>"
        if document.subtitle:
            yield f'<p class="subtitle">{escaped(document.subtitle)}</p>'
        if document.facts:
            yield "<dl>"
            for label, value in document.facts:
                yield f"<div><dt>{escaped(label)}</dt><dd>{escaped(value)}</dd></div>"
            yield "</dl>"
        yield "</header>"

    def _contents(self) -> Iterator[str]:
        """Yield a list of the chapters with the sections in them."""
        document = self._document
        chapters: list[tuple[str, str, list[tuple[str, str]]]] = []
        for block in document.blocks:
            if isinstance(block, Heading) and block.level == 1:
                chapters.append((block.id, block.text, []))
            elif isinstance(block, Heading) and block.level == 2 and chapters:
                chapters[-1][2].append((block.id, block.text))
        if document.notes:
            chapters.append(("notes", document.labels.notes, []))
        if not chapters:
            return
        yield '<nav aria-labelledby="contents">'
        yield f'<h2 id="contents">{escaped(document.labels.contents)}</h2>'
        yield "<ol>"
        for id_, text, sections in chapters:
            yield f'<li><a href="#{escaped(id_)}">{escaped(text)}</a>'
            if sections:
                yield "<ul>"
                for place, name in sections:
                    yield f'<li><a href="#{escaped(place)}">{escaped(name)}</a></li>'
                yield "</ul>"
            yield "</li>"
        yield "</ol>"
        yield "</nav>"

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Heading(level, text, id_):
                name = f"h{min(level + 1, 6)}"
                yield f'<{name} id="{escaped(id_)}">{escaped(text)}</{name}>'
            case Paragraph(words):
                yield f"<p{_look(words)}>{self._words(words)}</p>"
            case Bullets(items):
                yield "<ul>"
                yield from (f"<li>{self._words(item)}</li>" for item in items)
                yield "</ul>"
            case Figure():
                yield from self._figure(block)
            case Table():
                yield from self._table(block)

    def _figure(self, figure: Figure) -> Iterator[str]:
        labels = self._document.labels
        number = f"{escaped(labels.figure)} {figure.number}."
        yield "<figure>"
        yield draw(figure.scene._replace(description=figure.alternative)).rstrip("\n")
        yield f"<figcaption><strong>{number}</strong> {escaped(figure.caption)}</figcaption>"
        if figure.outline:
            yield "<details>"
            yield f"<summary>{escaped(labels.outline)}</summary>"
            yield from _outline(figure.outline)
            yield "</details>"
        yield "</figure>"

    def _table(self, table: Table) -> Iterator[str]:
        number = f"{escaped(self._document.labels.table)} {table.number}."
        id_ = f"table-{table.number}"
        look = "wide table" if len(table.headings) > MOST_COLUMNS else "table"
        yield f'<div class="{look}" role="group" tabindex="0" aria-labelledby="{id_}-caption">'
        yield f'<table id="{id_}">'
        caption = f"<strong>{number}</strong> {escaped(table.caption)}"
        yield f'<caption id="{id_}-caption">{caption}</caption>'
        widths = "".join(f'<col class="w{round(width * 1000)}"/>' for width in table.widths)
        yield f"<colgroup>{widths}</colgroup>"
        heads = "".join(f'<th scope="col">{self._soft(text)}</th>' for text in table.headings)
        yield f"<thead><tr>{heads}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            cells = "".join(f"<td>{self._cell(cell)}</td>" for cell in row)
            yield f"<tr>{cells}</tr>"
        yield "</tbody>"
        yield "</table>"
        yield "</div>"

    def _cell(self, words: Words) -> str:
        language = self._document.language
        return self._words(tuple(r._replace(text=softened(r.text, language)) for r in words))

    def _soft(self, text: str) -> str:
        return escaped(softened(text, self._document.language))

    def _words(self, words: Words) -> str:
        return "".join(map(self._run, words))

    def _run(self, run: Run) -> str:
        text = linked(run.text, run.href)
        if run.strong:
            text = f"<strong>{text}</strong>"
        elif run.quiet:
            text = f'<span class="quiet">{text}</span>'
        known = [number for number in run.notes if number in self._known]
        many = ' class="many"' if len(known) > _MANY else ""
        shown = ", ".join(map(self._reference, known))
        return f"{text}<sup{many}>{shown}</sup>" if known else text

    def _reference(self, number: int) -> str:
        """Return the number of a note as a link to it; the way back leads to the first."""
        place = "" if number in self._cited else f' id="ref-{number}"'
        self._cited.add(number)
        return f'<a href="#note-{number}"{place} role="doc-noteref">{number}</a>'

    def _notes(self) -> Iterator[str]:
        labels = self._document.labels
        yield '<section role="doc-endnotes" aria-labelledby="notes">'
        yield f'<h2 id="notes">{escaped(labels.notes)}</h2>'
        yield "<ol>"
        for note in self._document.notes:
            yield f'<li id="note-{note.number}" value="{note.number}">{self._note(note)}</li>'
        yield "</ol>"
        yield "</section>"

    def _note(self, note: Note) -> str:
        words = "".join(linked(run.text, run.href or note.href) for run in note.words)
        if note.number not in self._cited:
            return words
        back = f"{self._document.labels.back} ({note.number})"
        return (
            f'{words} <a class="back" href="#ref-{note.number}" role="doc-backlink" '
            f'aria-label="{escaped(back)}">↩</a>'
        )


def _look(words: Words) -> str:
    """Return the class of a paragraph: of one that is quiet, or that leads to what follows."""
    if words and all(run.quiet for run in words):
        return ' class="quiet"'
    return ' class="lead"' if words and all(run.strong for run in words) else ""


def _outline(lines: tuple[str, ...]) -> Iterator[str]:
    """Yield an outline as lists in lists; lines are indented by two spaces a level."""
    depth = -1
    for line in lines:
        level = min((len(line) - len(line.lstrip(" "))) // 2, depth + 1)
        while depth > level:
            yield "</li></ul>"
            depth -= 1
        if depth == level:
            yield "</li>"
        else:
            yield "<ul>"
            depth += 1
        yield f"<li>{escaped(line.strip())}"
    yield from ["</li></ul>"] * (depth + 1)


WRITER = DocumentWriter(("html", "htm"), "HTML", write, templates=("css",))

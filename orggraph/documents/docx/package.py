"""The file of a Word document: a new one, or a template without what is written in it."""

import zipfile
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from orggraph.documents.document import Document
from orggraph.documents.docx.settings import (
    add_bullets,
    own_numbering,
    own_settings,
    own_theme,
    set_notes,
)
from orggraph.documents.docx.style_specs import Base, Ids
from orggraph.documents.docx.styles import complete_styles, has_style, own_styles
from orggraph.documents.paper import plain
from orggraph.documents.templates import read_template
from orggraph.errors import OrgGraphError
from orggraph.formats.packages import settled
from orggraph.text.shortening import shorten
from orggraph.themes.theme import Theme
from orggraph.words import Word

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CONTENT = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_MOST = 255  # letters in a property of a file
_OWN = ("styles", "settings", "theme", "numbering")

# What a template gives: how things look, and what stands at the head and foot of its pages.
_KEPT = (*_OWN, "webSettings", "fontTable", "header", "footer", "footnotes")


def new_file(theme: Theme, base: Base) -> tuple[Any, Ids]:
    """Return a Word document with nothing in it, and the ids of its styles by name."""
    import docx
    from docx.oxml import parse_xml

    file = docx.Document()
    _drop(file.part, _OWN)
    _drop_preview(file.part.package)
    part = file.part
    part._settings_part._element = parse_xml(own_settings(base.language))
    part.numbering_part._element = parse_xml(own_numbering(base.bullets))
    styles = parse_xml(own_styles(base))
    part._styles_part._element = styles
    looks = part.part_related_by(f"{OFFICE}/theme")
    looks._blob = own_theme(looks.blob, theme)
    return file, complete_styles(styles, base)


def open_template(path: Path) -> Any:
    """Return the Word document in a template's file, as python-docx has it.

    Raises OrgGraphError for a file that cannot be read, or that is no such document.
    """
    import docx

    data = read_template(path)
    try:
        file = docx.Document(BytesIO(_as_document(data)))
        # What is broken in these would come up later.
        _ = file.part._settings_part, file.part._styles_part, file.element.body.sectPr
    except Exception as error:  # the library raises whatever a broken file makes it
        raise OrgGraphError(
            "template-broken", template=path, reason=Word("no-word-file")
        ) from error
    return file


def empty_template(file: Any, base: Base) -> Ids:
    """Take out of a template all that is written in it, and add the styles that it lacks.

    Styles, headers, footers, margins and page numbers stay. Returns the ids of styles by name.
    """
    body = file.element.body
    for child in list(body):
        if child is not body.sectPr:
            body.remove(child)
    _drop(file.part, _KEPT)
    _drop_preview(file.part.package)
    _empty_footnotes(file.part)
    styles = file.part._styles_part._element
    if not has_style(styles, "List Bullet"):
        base = base._replace(bullets=add_bullets(file.part))
    set_notes(file.part._settings_part._element)
    return complete_styles(styles, base)


def describe(file: Any, document: Document) -> None:
    """Put what the document is into the properties of its file."""
    day = datetime.combine(document.date.first_day(), time(), UTC)
    about = file.core_properties
    about.title = shorten(plain(document.title), _MOST)
    about.subject = shorten(plain(document.subtitle), _MOST)
    about.language = document.language
    about.author = about.last_modified_by = about.comments = ""
    about.created = about.modified = day
    about.revision = 1


def save(file: Any) -> bytes:
    """Return the content of a Word document; the same for the same document at all times."""
    return settled(file.save)


def _as_document(data: bytes) -> bytes:
    """Return a template of Word (.dotx) as a document, which differs in the name of its type."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        types = archive.read("[Content_Types].xml")
        kind = f"{CONTENT}.template.main+xml".encode()
        if kind not in types:
            return data
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as document:
            for part in archive.infolist():
                is_types = part.filename == "[Content_Types].xml"
                content = types.replace(kind, f"{CONTENT}.document.main+xml".encode())
                document.writestr(part, content if is_types else archive.read(part))
    return made.getvalue()


def _drop(part: Any, names: tuple[str, ...]) -> None:
    """Let go of all that belongs to the main part but what has one of these names."""
    kept = {f"{OFFICE}/{name}" for name in names}
    for id_, told in list(part.rels.items()):
        if told.reltype not in kept:
            del part.rels[id_]


def _drop_preview(package: Any) -> None:
    """Let go of the picture of the first page as it was, and of how long the text was."""
    for id_, told in list(package.rels.items()):
        if told.reltype.endswith(("/thumbnail", "/extended-properties")):
            del package.rels[id_]


def _empty_footnotes(part: Any) -> None:
    """Take the footnotes of what was written out of a template; the line above them stays."""
    from docx.opc.oxml import serialize_part_xml
    from docx.oxml import parse_xml
    from docx.oxml.ns import qn

    for told in part.rels.values():
        if told.reltype == f"{OFFICE}/footnotes":
            notes = parse_xml(told.target_part.blob)
            for note in list(notes):
                if note.get(qn("w:type")) in (None, "normal"):
                    notes.remove(note)
            told.target_part._blob = serialize_part_xml(notes)
            told.target_part.rels.clear()

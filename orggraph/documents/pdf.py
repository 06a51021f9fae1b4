"""Writer of documents as PDF: set by Typst from a fixed template.

What the document says goes to Typst as data and never as markup. The PDF is tagged, and meets
PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2), as Typst checks them.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from orggraph.documents import paper
from orggraph.documents.breaking import softened
from orggraph.documents.document import (
    Bullets,
    Document,
    Figure,
    Heading,
    Paragraph,
    Table,
    Words,
)
from orggraph.documents.fitting import SIZE, Fitting
from orggraph.documents.paper import Area, Section
from orggraph.documents.writer import DocumentSettings, DocumentWriter, Part
from orggraph.errors import OrgGraphError
from orggraph.render.fonts import (
    FALLBACK,
    drawable,
    family_of,
    find_lacking,
    font_files,
    marked,
    missing_characters,
    tell_missing,
)
from orggraph.render.svg import draw

_STANDARDS: Final = "ua-1", "a-2a"
_TEMPLATE = "report.typ"
_MARGIN = 22.0
_FOOT = 25.0
_PAGE = Area(210.0, 297.0)
_UPRIGHT = Area(_PAGE.width - 2 * _MARGIN, _PAGE.height - _MARGIN - _FOOT)
_TURNED = Area(_PAGE.height - 2 * _MARGIN, _PAGE.width - _MARGIN - _FOOT)
_MOST_IN_CELL = 1500
"""Letters: rows with more in one cell may break over pages, others stay whole."""


def write(document: Document, settings: DocumentSettings) -> tuple[Part, ...]:
    """Return the document as one PDF.

    Characters that no font at hand has are a mark in it, of which the settings notify.
    Raises OrgGraphError where the extra `report` is not installed, for a font file that cannot be
    read, and for what Typst refuses.
    """
    try:
        import typst  # noqa: F401
    except ImportError as error:
        raise OrgGraphError("report-extra-missing", format="PDF") from error
    sections = paper.split_sections(document.blocks, _UPRIGHT, _TURNED)
    own = document.theme.font.files
    scenes = [
        block.scene for section in sections for block in section.blocks if isinstance(block, Figure)
    ]
    pictures = [draw(drawable(scene, own)) for scene in scenes]
    data = json.dumps(_Data(document).make(sections), ensure_ascii=False)
    template = files("orggraph.documents").joinpath(_TEMPLATE).read_text("utf-8")
    made, lost = _set_with_marks(template, data, pictures, own)
    for notice in tell_missing(lost.union(*(missing_characters(each, own) for each in scenes))):
        settings.notify(notice)
    return (Part("", made),)


def _set_with_marks(
    template: str, data: str, pictures: Sequence[str], own: Mapping[str, str]
) -> tuple[bytes, set[str]]:
    """Return what Typst makes of a template, and the characters that are a mark in it.

    What Typst can set alone it may refuse beside others: a sign around a letter, or what is not
    seen. Raises OrgGraphError for what it refuses even without those.
    """
    from typst import TypstError

    lacking = find_lacking(set(data), own)
    attempts: tuple[tuple[set[str], Callable[[str], str]], ...] = (
        (_find_lost(lacking, own), str),
        (lacking, str),
        (lacking, _without_orders),
    )
    for lost, clean in attempts:
        try:
            return _set(template, clean(marked(data, lost)), [*map(clean, pictures)], own), lost
        except TypstError as error:
            refusal = error
    raise OrgGraphError("pdf-not-set", reason=str(refusal)) from refusal


def _without_orders(words: str) -> str:
    """Return words without orders to the typesetter, but where a word may break."""
    return "".join(c for c in words if unicodedata.category(c) != "Cf" or c == "\u00ad")


def _set(template: str, data: str, pictures: Sequence[str], own: Mapping[str, str]) -> bytes:
    """Return what Typst makes of a template, which reads its data and pictures beside it."""
    import typst

    with TemporaryDirectory(prefix="orggraph-") as folder:
        root = Path(folder)
        (root / "report.typ").write_text(template, "utf-8")
        (root / "data.json").write_text(data, "utf-8")
        for at, picture in enumerate(pictures, start=1):
            (root / _picture(at)).write_text(picture, "utf-8")
        fonts = root / "fonts"
        fonts.mkdir()
        for at, path in enumerate(font_files(own)):
            (fonts / f"{at}{Path(path).suffix}").write_bytes(Path(path).read_bytes())
        made: bytes = typst.compile(
            str(root / "report.typ"),
            root=str(root),
            font_paths=[str(fonts)],
            ignore_system_fonts=True,
            pdf_standards=[*_STANDARDS],
            package_path=str(root),  # nothing is loaded from elsewhere
            package_cache_path=str(root),
        )
    return made


def _find_lost(characters: Set[str], own: Mapping[str, str]) -> set[str]:
    """Return those of some characters that none of the fonts has which Typst brings.

    Typst does not tell which letters its fonts have, but it names those it cannot set.
    """
    left, lost = set(characters), set[str]()
    while left and (complaint := _try(left, own)):
        named = {c for c in left if c in complaint or f"\\u{{{ord(c):x}}}" in complaint}
        named = named or {c for c in left if _try({c}, own)} or left
        left -= named
        lost |= named
    return lost


def _try(characters: Set[str], own: Mapping[str, str]) -> str:
    """Return what Typst says against setting some characters; nothing where it can."""
    from typst import TypstError

    probe = '#set document(title: "-")\n#set text(lang: "en")\n#json("data.json")'
    try:
        _set(probe, json.dumps(" ".join(sorted(characters))), (), own)
    except TypstError as error:
        return f"{error} {error.diagnostic}"  # the first one, and all of them
    return ""


class _Data:
    """Makes the data that the template reads. Knows which notes were cited before."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._seen: set[int] = set()
        self._figures = 0
        self._fitting = Fitting(document)

    def make(self, sections: Iterable[Section]) -> dict[str, object]:
        """Return the whole document as data."""
        document = self._document
        language, region = paper.LOCALES.get(document.language, (document.language, None))
        day = document.date.first_day()
        told = [
            {"turned": section.turned, "blocks": list(self._blocks(section))}
            for section in sections
        ]
        cited = frozenset(self._seen)
        return {
            "name": paper.plain(document.title),
            "title": self._text(document.title),
            "subtitle": self._text(document.subtitle),
            "language": language,
            "region": region,
            "date": [day.year, day.month, day.day],
            "facts": [[self._text(told) for told in fact] for fact in document.facts],
            "labels": document.labels._asdict(),
            "font": list(dict.fromkeys((family_of(document.theme.font.files), FALLBACK))),
            "inks": paper.inks_of(document.theme)._asdict(),
            "margin": [_MARGIN, _FOOT],
            "sections": told,
            "notes": [
                {
                    "number": note.number,
                    "words": self._words(paper.note_words(note)),
                    "cited": note.number in cited,
                }
                for note in document.notes
            ],
        }

    def _blocks(self, section: Section) -> Iterator[dict[str, object]]:
        area = _TURNED if section.turned else _UPRIGHT
        for place, block in enumerate(section.blocks):
            match block:
                case Heading(level, text, id_):
                    yield {
                        "is": "heading",
                        "level": level,
                        "text": self._text(text),
                        "id": paper.plain(id_),
                    }
                case Paragraph(words):
                    leads = paper.leads(section.blocks, place)
                    yield {"is": "paragraph", "words": self._words(words), "leads": leads}
                case Bullets(items):
                    yield {"is": "bullets", "items": [self._words(item) for item in items]}
                case Table():
                    yield self._table(block, area.width)
                case Figure():
                    above = paper.lead_of(section.blocks, place) if section.turned else ()
                    yield self._figure(block, paper.picture_size(block, area, above))

    def _figure(self, figure: Figure, size: Area) -> dict[str, object]:
        self._figures += 1
        told = [figure.alternative, *figure.outline]
        return {
            "is": "figure",
            "number": figure.number,
            "file": _picture(self._figures),
            "caption": self._text(figure.caption),
            "alternative": "\n".join(map(paper.plain, told)),
            "width": size.width,
            "height": size.height,
        }

    def _table(self, table: Table, width: float) -> dict[str, object]:
        columns = [share * width for share in table.widths]
        heads = zip(table.headings, columns, strict=True)
        cells = [pair for row in table.rows for pair in zip(row, columns, strict=True)]
        longest = max((len(paper.plain_words(cell)) for cell, _ in cells), default=0)
        return {
            "is": "table",
            "number": table.number,
            "caption": self._text(table.caption),
            "headings": [self._fitting.fit_heading(words, room) for words, room in heads],
            "cells": [{"words": self._words(cell, room)} for cell, room in cells],
            "breaks": longest > _MOST_IN_CELL,
            "widths": list(table.widths),
            "size": SIZE,
        }

    def _words(self, words: Words, room: float | None = None) -> list[dict[str, object]]:
        """Return words as data; ``room`` is the width of the column that they stand in."""
        return [
            {
                "text": self._text(run.text) if room is None else self._fitting.fit(run, room),
                "notes": [self._cite(number) for number in run.notes],
                "strong": run.strong,
                "quiet": run.quiet,
                "href": paper.plain(run.href) if run.href else None,
            }
            for run in words
        ]

    def _cite(self, number: int) -> dict[str, object]:
        is_first = number not in self._seen
        self._seen.add(number)
        return {"number": number, "first": is_first}

    def _text(self, words: str) -> str:
        return softened(paper.plain(words), self._document.language)


def _picture(number: int) -> str:
    """Return the name of the file of a picture, which the template looks for."""
    return f"figure-{number}.svg"


WRITER = DocumentWriter(("pdf",), "PDF", write)

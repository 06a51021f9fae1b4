"""The words of a document in Word: their looks, their links, and the notes that they rest on.

Notes are Word's own endnotes. Where a note is cited again, a field refers to the first mark, and so
has the same number, also when notes are added in Word.
"""

from collections.abc import Mapping
from typing import Any

from orggraph.documents import paper
from orggraph.documents.document import Note, Words
from orggraph.documents.docx.package import CONTENT, OFFICE
from orggraph.documents.docx.style_specs import Ids
from orggraph.documents.docx.xml import bookmark, field, other, paragraph, rooted, run, tag, text

_NOTES = "/word/report-endnotes.xml"


class Writing:
    """Writes words, and remembers what a document needs beside them."""

    def __init__(self, part: Any, ids: Ids, notes: tuple[Note, ...]) -> None:
        """Write for the main ``part`` of a document with styles of ``ids``."""
        from docx.opc.packuri import PackURI
        from docx.opc.part import Part

        self.ids = ids
        self._part = part
        self._notes: Mapping[int, Note] = {note.number: note for note in notes}
        self._cited: list[int] = []
        self._bookmarks = 0
        kind = f"{CONTENT}.endnotes+xml"
        self._endnotes = Part(PackURI(_NOTES), kind, b"", part.package)

    def words(self, words: Words, *, within: Any = None) -> str:
        """Return words as runs; ``within`` is the part they stand in, if not the main one."""
        return "".join(
            self._run(run_.text, run_.strong, run_.quiet, run_.href, within or self._part)
            + self._marks(run_.notes)
            for run_ in words
        )

    def named(self, name: str, *children: str) -> str:
        """Return ``children`` with a name that links lead to."""
        self._bookmarks += 1
        return bookmark(self._bookmarks, name, *children)

    def uncited(self) -> tuple[Note, ...]:
        """Return the notes that nothing has cited by now."""
        return tuple(note for number, note in self._notes.items() if number not in self._cited)

    def finish(self) -> None:
        """Write the notes that were cited, with the lines above them that Word asks for."""
        lines = (
            _line(-1, "separator"),
            _line(0, "continuationSeparator"),
        )
        notes = (
            tag("endnote", self._note(self._notes[number]), id=at)
            for at, number in enumerate(self._cited, start=1)
        )
        written = rooted(tag("endnotes", *lines, *notes))
        declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        self._endnotes._blob = (declared + written).encode()
        self._part.relate_to(self._endnotes, f"{OFFICE}/endnotes")

    def _note(self, note: Note) -> str:
        mark = tag("r", tag("endnoteRef"))
        words = self.words(paper.note_words(note), within=self._endnotes)
        gap = tag("r", tag("tab"))
        return paragraph(mark, gap, words, style=self.ids["endnote text"])

    def _run(self, words: str, strong: bool, quiet: bool, href: str | None, part: Any) -> str:
        if not words:
            return ""
        looks = tag("rStyle", val=self.ids["Hyperlink"]) if href else ""
        if quiet and not href:
            looks = tag("rStyle", val=self.ids["Report Quiet"])
        if strong:
            looks += tag("b") + tag("bCs")
        told = tag("r", tag("rPr", looks) if looks else "", text(words))
        if not href:
            return told
        id_ = part.relate_to(paper.plain(href), f"{OFFICE}/hyperlink", is_external=True)
        return other("w:hyperlink", told, **{"r:id": id_, "w:history": 1})

    def _marks(self, numbers: tuple[int, ...]) -> str:
        comma = run(",", style=self.ids["endnote reference"])
        return comma.join(map(self._mark, numbers))

    def _mark(self, number: int) -> str:
        look = self._look("endnote reference")
        if number not in self._notes:
            return tag("r", look, text(str(number)))
        name = f"_RefNote{number}"
        if number in self._cited:
            told = str(self._cited.index(number) + 1)
            return field(rf"NOTEREF {name} \f \h", tag("r", look, text(told)))
        self._cited.append(number)
        reference = tag("endnoteReference", id=len(self._cited))
        return self.named(name, tag("r", look, reference))

    def _look(self, style: str) -> str:
        return tag("rPr", tag("rStyle", val=self.ids[style]))


def _line(id_: int, kind: str) -> str:
    room = tag("spacing", after=0, line=240, lineRule="auto")
    return tag("endnote", paragraph(tag("r", tag(kind)), settings=room), id=id_, type=kind)

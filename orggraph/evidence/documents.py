"""Source documents as numbered paragraphs."""

import re
from pathlib import Path
from typing import NamedTuple

from orggraph.source import Location, Problem, problem
from orggraph.source.files import MAX_BYTES, Copy, decode_text, read_bytes

# A list item is a paragraph of its own: it makes a statement of its own.
_ITEM = re.compile(r"[ \t\u00a0]*(?:[•‣▪–*+-]|\d{1,3}[.)])[ \t\u00a0]+")
_HEADING = re.compile(r" {0,3}#{1,6} ")


class Document(NamedTuple):
    """A source as text: its paragraphs, which are numbered from one where they are shown.

    `data` is the file that it was read from.
    """

    source: str
    paragraphs: tuple[str, ...]
    data: bytes = b""

    @property
    def sha256(self) -> str:
        """The SHA-256 of its file, in hexadecimal."""
        from hashlib import sha256  # slow to import, and few questions need it

        return sha256(self.data).hexdigest()


def read_document(file: Path | Copy, source: str) -> Document | Problem:
    """Return the document of ``source`` in a file, or why it is not read."""
    path = Path(file.path) if isinstance(file, Copy) else file
    data = file.data if isinstance(file, Copy) else read_bytes(path, str(path))
    if isinstance(data, Problem):
        if data.name == "file-too-large":  # its sentence gives advice on data files
            start, limit = Location(str(path), 0, 0), MAX_BYTES // 1024**2
            return problem("document-too-large", start, path=str(path), limit=limit)
        return data
    paragraphs = _split(data, path)
    if isinstance(paragraphs, Problem):
        return paragraphs
    return Document(source, paragraphs, data)


def _split(data: bytes, path: Path) -> tuple[str, ...] | Problem:
    # Each form is imported where a source has it: most data needs no other than text.
    suffix = path.suffix.lower()
    if suffix in (".pdf", ".docx"):
        from orggraph.evidence.office import split_office

        return split_office(data, str(path))
    # The ends of pages and lines within a paragraph, which other programs write into text.
    text = decode_text(data.replace(b"\f", b"\n").replace(b"\v", b"\n"), str(path))
    if isinstance(text, Problem):
        return text
    if suffix in (".html", ".htm", ".xhtml"):
        from orggraph.evidence.html import split_html

        return split_html(text)
    if suffix in (".md", ".markdown"):
        from orggraph.evidence.markdown import split_markdown

        return split_markdown(text)
    return split_text(text)


def split_text(text: str) -> tuple[str, ...]:
    """Return the paragraphs of plain text.

    An empty line ends a paragraph, and so do the beginning of a list item and a heading.
    """
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if not line.strip() or _ITEM.match(line) or _HEADING.match(line):
            paragraphs.append([])
        if line.strip():
            paragraphs[-1].append(line.strip())
        if _HEADING.match(line):
            paragraphs.append([])
    return tuple(" ".join(lines) for lines in paragraphs if lines)

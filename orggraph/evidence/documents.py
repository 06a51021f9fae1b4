"""Source documents as numbered paragraphs."""

import re
from pathlib import Path
from typing import NamedTuple

from orggraph.source import Problem
from orggraph.source.files import read_text

# A list item is a paragraph of its own: it makes a statement of its own.
_ITEM = re.compile(r"[ \t\u00a0]*(?:[•‣▪–*+-]|\d{1,3}[.)])[ \t\u00a0]+")
_HEADING = re.compile(r" {0,3}#{1,6} ")


class Document(NamedTuple):
    """A source as text: its paragraphs, which are numbered from one where they are shown."""

    source: str
    paragraphs: tuple[str, ...]


def read_document(path: Path, source: str) -> Document | Problem:
    """Return the document of ``source`` in a text, Markdown or HTML file, or why it is not read."""
    text = read_text(path, str(path))
    if isinstance(text, Problem):
        return text
    if path.suffix.lower() in (".html", ".htm", ".xhtml"):
        from orggraph.evidence.html import split_html  # only an HTML source needs it

        return Document(source, split_html(text))
    return Document(source, split_text(text))


def split_text(text: str) -> tuple[str, ...]:
    """Return the paragraphs of plain text or Markdown.

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

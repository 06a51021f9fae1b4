"""Source documents as numbered paragraphs."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from orggraph.source import Problem
from orggraph.source.files import read_text

# A list item is a paragraph of its own: it makes a statement of its own.
_ITEM = re.compile(r"[ \t\u00a0]*(?:[•‣▪–*+-]|\d{1,3}[.)])[ \t\u00a0]+")
_HEADING = re.compile(r" {0,3}#{1,6} ")
_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section "
    "summary table tbody td tfoot th thead title tr ul".split()
)
_UNREAD = frozenset({"script", "style", "template", "noscript"})


@dataclass(frozen=True, slots=True)
class Document:
    """A source as text: its paragraphs, which are numbered from one where they are shown."""

    source: str
    paragraphs: tuple[str, ...]


def read_document(path: Path, source: str) -> Document | Problem:
    """Return the document of ``source`` in a text, Markdown or HTML file, or why it is not read."""
    text = read_text(path, str(path))
    if isinstance(text, Problem):
        return text
    if path.suffix.lower() in (".html", ".htm", ".xhtml"):
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


def split_html(text: str) -> tuple[str, ...]:
    """Return the paragraphs of an HTML page: its runs of text between block elements."""
    parser = _Paragraphs()
    parser.feed(text)
    parser.close()
    parser.end_paragraph()
    return tuple(parser.paragraphs)


class _Paragraphs(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[str] = []
        self._words: list[str] = []
        self._unread = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNREAD:
            self._unread += 1
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(self._unread - 1, 0)
        elif tag in _BLOCKS:
            self.end_paragraph()

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(data)

    def end_paragraph(self) -> None:
        text = " ".join("".join(self._words).split())
        if text:
            self.paragraphs.append(text)
        self._words = []

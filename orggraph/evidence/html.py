"""The paragraphs of an HTML page."""

import re
from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote body button caption dd details div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p "
    "pre section summary table tbody td tfoot th thead title tr ul".split()
)
_SPACE = re.compile("[ \\t\\r\\n\\f]+")
# What is struck out is no text, as what tracked changes delete is none.
_UNREAD = frozenset("del noscript s script strike style template textarea".split())


def split_html(text: str) -> tuple[str, ...]:
    """Return the paragraphs of an HTML page: its runs of text between block elements.

    A line break is one of plain text: two of them end a paragraph, and so does one before an item.
    """
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
        self._unread: list[str] = []
        self._verbatim = False

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in _UNREAD:
            self._unread.append(tag)
        elif tag == "br":
            self._words.append("\n")
        elif tag in _BLOCKS:
            self.end_paragraph()
            self._verbatim = tag == "pre" or self._verbatim

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        if tag not in _UNREAD:  # in XHTML it is empty, and nothing to leave out
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unread:
            while self._unread.pop() != tag:  # an element within it that was never closed
                pass
        elif tag in _BLOCKS:
            self.end_paragraph()
            self._verbatim = tag != "pre" and self._verbatim

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._words.append(data if self._verbatim else _SPACE.sub(" ", data))

    def end_paragraph(self) -> None:
        from orggraph.evidence.documents import split_text

        for text in split_text("".join(self._words)):
            self.paragraphs.append(" ".join(text.split()))
        self._words = []

"""The paragraphs of an HTML page."""

from html.parser import HTMLParser

_BLOCKS = frozenset(
    "address article aside blockquote body br caption dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section "
    "summary table tbody td tfoot th thead title tr ul".split()
)
_UNREAD = frozenset({"script", "style", "template", "noscript"})


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

"""Links to words in a page: URL fragments of text.

After the draft "URL Fragment Text Directives" of the Web Incubator Community Group (WICG): a link
ends in ``#:~:text=[prefix-,]start[,end][,-suffix]``. A browser goes to the first place where the
start stands, behind the prefix, and on to the first end after it, before the suffix.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import lru_cache
from urllib.parse import quote

from orggraph.evidence.documents import Document
from orggraph.evidence.matching import Span, fold_text, place_parts
from orggraph.model import Evidence

_WORD = re.compile(r"\w+|[^\w\s]")
_MOST_CONTEXT = 12  # words before or after; a page that repeats more is not told apart


def with_fragment(url: str, fragment: str) -> str:
    """Return a URL with a fragment of text; what is no address of a page stays as it is."""
    if not url.lower().startswith(("http://", "https://")):
        return url
    page = url.partition(":~:")[0]  # without a fragment of text that it has already
    return page + fragment.removeprefix("#") if "#" in page else page + fragment


def quote_fragment(evidence: Evidence) -> str:
    """Return the fragment that leads to a quotation as it is quoted, document or not."""
    parts = evidence.parts
    return _directive(parts[0], parts[-1] if len(parts) > 1 else "")


def text_fragment(document: Document, evidence: Evidence, span: Span) -> str:
    """Return the fragment that leads a browser to the place where a quotation is verified.

    It has the words as the document writes them, whole ones, with as many before and after as it
    takes for the browser to find no other place.
    """
    page = _page(document.paragraphs)
    first, last = page.find_words(span)
    if len(evidence.parts) < 2:
        return _directive(page.words(first, last), prefix=page.prefix(first, last))
    paragraph = fold_text(document.paragraphs[span.paragraph])
    places = place_parts(evidence.parts, paragraph)
    assert places is not None, "a verified quotation has its parts in this paragraph"
    (_, split), (again, _) = (paragraph.span(*places[0]), paragraph.span(*places[-1]))
    _, split = page.find_words(span._replace(end=split))
    again, _ = page.find_words(span._replace(start=again))
    if again < split:  # both stand in words that run together
        return _directive(page.words(first, last))
    return _directive(
        page.words(first, split),
        page.words(again, last),
        page.prefix(first, split),
        page.suffix(split, again, last),
    )


def _directive(start: str, end: str = "", prefix: str = "", suffix: str = "") -> str:
    texts = (
        *((f"{_encode(prefix)}-",) if prefix else ()),
        _encode(start),
        *((_encode(end),) if end else ()),
        *((f"-{_encode(suffix)}",) if suffix else ()),
    )
    return f"#:~:text={','.join(texts)}"


def _encode(words: str) -> str:
    # Hyphens and commas divide the directive's own parts.
    return quote(" ".join(words.split()), safe="").replace("-", "%2D")


class _Page:
    """A document as a browser looks through it: as words, paragraphs or no paragraphs."""

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self._paragraphs = paragraphs
        self._places: list[Span] = []  # words, and the signs between them
        self._stretches: list[tuple[int, int]] = []  # the same in the text that is looked through
        loose: list[str] = []
        length = 0
        for number, text in enumerate(paragraphs):
            behind = -1
            for match in _WORD.finditer(text):
                start, end = match.span()
                if start != behind:
                    loose.append(" ")
                    length += 1
                loose.append(_loose(match.group()))
                self._places.append(Span(number, start, end))
                self._stretches.append((length, length + len(loose[-1])))
                length += len(loose[-1])
                behind = end
        self._text = "".join(loose)

    def find_words(self, span: Span) -> tuple[int, int]:
        """Return the numbers of the words that a span touches, from and to."""
        number, start, end = span
        first = bisect_right(self._places, (number, start), key=lambda p: (p.paragraph, p.end))
        behind = bisect_left(self._places, (number, end), key=lambda p: (p.paragraph, p.start))
        return first, behind

    def words(self, start: int, end: int) -> str:
        """Return words as the document writes them."""
        lines: dict[int, tuple[int, int]] = {}
        for number, first, last in self._places[start:end]:
            lines[number] = (lines.get(number, (first, last))[0], last)
        texts = (self._paragraphs[number][slice(*place)] for number, place in lines.items())
        return " ".join(" ".join(texts).split())

    def prefix(self, start: int, end: int) -> str:
        """Return the words before the ``start`` without which another place comes first."""
        for more in range(min(_MOST_CONTEXT, start) + 1):
            begin = start - more
            if (not more or self._is_word(begin)) and self._is_first(begin, end, after=0):
                return self.words(begin, start)
        return ""

    def suffix(self, after: int, start: int, end: int) -> str:
        """Return the words from ``end`` without which another place from ``after`` is first."""
        there = self._stretches[after - 1][1]
        for more in range(min(_MOST_CONTEXT, len(self._places) - end) + 1):
            finish = end + more
            if (not more or self._is_word(finish - 1)) and self._is_first(start, finish, there):
                return self.words(end, finish)
        return ""

    def _is_first(self, start: int, end: int, after: int) -> bool:
        """Return whether no other place from ``after`` on has these words before they come."""
        here, there = self._stretches[start][0], self._stretches[end - 1][1]
        wanted = self._text[here:there]
        place = self._text.find(wanted, after)
        while place < here and not self._is_bounded(place, place + len(wanted)):
            place = self._text.find(wanted, place + 1)
        return place == here

    def _is_word(self, number: int) -> bool:
        return self._text[self._stretches[number][0]].isalnum()

    def _is_bounded(self, start: int, end: int) -> bool:
        before, behind = self._text[start - 1 : start], self._text[end : end + 1]
        return not (
            (before.isalnum() and self._text[start].isalnum())
            or (behind.isalnum() and self._text[end - 1].isalnum())
        )


@lru_cache(maxsize=2)
def _page(paragraphs: tuple[str, ...]) -> _Page:
    """Return a document as a browser looks through it, which is the same for every quotation."""
    return _Page(paragraphs)


@lru_cache(maxsize=10_000)
def _loose(word: str) -> str:
    """Return a word as a browser may compare it, which minds neither case nor accents."""
    decomposed = unicodedata.normalize("NFKD", fold_text(word).text)
    return "".join(c for c in decomposed if not unicodedata.combining(c))

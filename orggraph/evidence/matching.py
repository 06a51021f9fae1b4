"""Find quotations in a document.

White space, invisible characters, quotation marks, dashes, case and Unicode form do not matter, and
nothing else is forgiven: a changed word is not found.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_QUOTES = "\"'`´‘’‚‛“”„‟«»‹›′″"
_DASHES = "-‐‑‒–—―−"
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_SAME = {**dict.fromkeys(_QUOTES, "'"), **dict.fromkeys(_DASHES, "-")}


class Span(NamedTuple):
    """Where a quotation stands: paragraph from zero, and characters of it from and to."""

    paragraph: int
    start: int
    end: int


class FoldedText(NamedTuple):
    """Text as it is compared, with the place of each of its characters in the original.

    `breaks` are the places in the folded text at which a word may begin or end.
    """

    text: str
    origins: tuple[int, ...]
    breaks: frozenset[int]


def fold_text(original: str) -> FoldedText:
    """Return ``original`` as it is compared with quotations."""
    folded: list[str] = []
    origins: list[int] = []
    breaks = {0}
    previous = " "
    for place, cluster in _clusters(original):
        # A word begins or ends beside anything but a letter or digit. Where words have run together
        # in the source, as in "KD-netKommunal…", a capital after a small letter begins one too.
        runs_on = cluster[0].isalnum() and previous[0].isalnum()
        if not runs_on or (previous[0].islower() and cluster[0].isupper()):
            breaks.add(len(folded))
        if not cluster.isspace():
            same = _SAME.get(cluster, cluster.casefold())
            folded.extend(same)
            origins.extend([place] * len(same))
        elif folded and folded[-1] != " ":
            folded.append(" ")
            origins.append(place)
        previous = cluster
    breaks.add(len(folded))
    return FoldedText("".join(folded), tuple(origins), frozenset(breaks))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Yield the characters of ``text``, composed (NFC), invisible ones left out, with their places.

    A letter and its combining marks are one character, so that the folding of a text does not
    depend on how it was encoded.
    """
    start, cluster = 0, ""
    for place, character in enumerate(text):
        if character in _INVISIBLE:
            continue
        if cluster and unicodedata.combining(character):
            cluster += character
            continue
        if cluster:
            yield start, _composed(cluster)
        start, cluster = place, character
    if cluster:
        yield start, _composed(cluster)


def _composed(cluster: str) -> str:
    return cluster if cluster.isascii() else unicodedata.normalize("NFC", cluster)


def find_quote(parts: Sequence[str], paragraphs: Sequence[FoldedText]) -> list[Span]:
    """Return where the parts of a quotation follow each other, once for each paragraph they do.

    Parts begin and end with whole words.
    """
    wanted = [fold_text(part).text.strip() for part in parts]
    found = []
    for number, paragraph in enumerate(paragraphs):
        span = _find_in_order(wanted, paragraph)
        if span is not None:
            origins = paragraph.origins
            found.append(Span(number, origins[span[0]], origins[span[1] - 1] + 1))
    return found


def _find_in_order(parts: Sequence[str], paragraph: FoldedText) -> tuple[int, int] | None:
    start: int | None = None
    end = 0
    for part in parts:
        place = _find_words(part, paragraph, end)
        if place is None:
            return None
        start = place if start is None else start
        end = place + len(part)
    return None if start is None else (start, end)


def _find_words(part: str, paragraph: FoldedText, after: int) -> int | None:
    place = paragraph.text.find(part, after)
    while part and place != -1:
        if place in paragraph.breaks and place + len(part) in paragraph.breaks:
            return place
        place = paragraph.text.find(part, place + 1)
    return None


def find_closest(parts: Sequence[str], paragraphs: Sequence[FoldedText]) -> int | None:
    """Return the number of the paragraph most like a quotation; None where there are none."""
    from rapidfuzz import fuzz, process  # only a quotation that fails needs it

    wanted = " ".join(fold_text(part).text for part in parts)
    texts = [paragraph.text for paragraph in paragraphs]
    found = process.extractOne(wanted, texts, scorer=fuzz.partial_ratio)
    return found[2] if found else None

"""What differs between a quotation that is not found and the paragraph that comes nearest to it.

The words of the quotation are laid beside those of the paragraph so that as little as possible
differs: the alignment of Needleman and Wunsch (1970), by words, in which the words of the paragraph
before, between and after the quotation's parts cost nothing.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from heapq import nlargest, nsmallest
from typing import NamedTuple

from orggraph.evidence.matching import FoldedText, find_words, fold_text

# A word with what is joined to it, as in "KD-net", "it's" and "IT-", or a sign of its own.
_WORD = re.compile(r"-?\w+(?:(?:[-'./:]|(?<=\d),(?=\d))\w+)*-?|[^\w\s]")
_CANDIDATES = 5  # paragraphs that are laid beside the quotation, of those that look like it
_LOOKED_AT = 100  # paragraphs of a long document, those that share most rare beginnings of words
_BEGINNING = 4  # letters of a word, which most misspelt words and other forms of it keep
# A word that only the quotation has costs one. One that only the document has costs less than to
# put it for a word that is nothing like it, and more than for one that is.
_EXTRA = 0.75
_MOST_CELLS = 2_000_000  # of an alignment; beyond it a paragraph is a document


class Difference(NamedTuple):
    """Words of a quotation, and what the document has instead; either may be empty."""

    quoted: str
    document: str


class PartPlaces(NamedTuple):
    """A part of a quotation, and the paragraphs, from zero, that have just these words."""

    quoted: str
    paragraphs: tuple[int, ...]


class Nearest(NamedTuple):
    """The paragraph, from zero, that comes nearest to a quotation, and what differs.

    `is_near` tells whether it has at least half of the words. `scattered` has the parts where each
    of them stands in the document, though not in this order in one paragraph.
    """

    paragraph: int
    differences: tuple[Difference, ...]
    is_near: bool = True
    scattered: tuple[PartPlaces, ...] = ()


class _Word(NamedTuple):
    folded: str
    original: str
    start: int
    end: int


class _Pair(NamedTuple):
    """A word of the quotation beside one of the document; either may be missing."""

    quoted: _Word | None
    document: _Word | None

    @property
    def differs(self) -> bool:
        return not (self.quoted and self.document and self.quoted.folded == self.document.folded)


def find_nearest(
    parts: Sequence[str], paragraphs: Sequence[FoldedText], originals: Sequence[str]
) -> Nearest | None:
    """Return the paragraph nearest to a quotation that is not found, and what differs there.

    ``paragraphs`` are ``originals``, folded. None where the document has no paragraph.
    """
    if not paragraphs:
        return None
    scattered = _scattered(parts, paragraphs)
    if scattered:
        counts = [sum(n in part.paragraphs for part in scattered) for n in range(len(paragraphs))]
        most = counts.index(max(counts))
        missing = (part for part in scattered if most not in part.paragraphs)
        return Nearest(most, tuple(Difference(p.quoted, "") for p in missing), True, scattered)
    quoted = [_words(part, fold_text(part)) for part in parts]
    total = sum(map(len, quoted)) or 1
    best: tuple[float, int, list[_Pair]] | None = None
    alike = _most_alike(parts, paragraphs)
    for number in alike:
        words = _words(originals[number], paragraphs[number])
        if total * len(words) > _MOST_CELLS:
            continue
        cost, pairs = _align(quoted, words)
        if best is None or (cost, number) < best[:2]:
            best = (cost, number, pairs)
    if best is None:
        return Nearest(alike[0], (), False)
    _, number, pairs = best
    same = sum(not pair.differs for pair in pairs)
    found = _differences(pairs, originals[number])
    beside = [pair.document for pair in pairs if pair.document]
    if not found and beside:  # the words are the same, and only spaced in another way
        window = originals[number][beside[0].start : beside[-1].end]
        found = [Difference(" … ".join(parts), " ".join(window.split()))]
    return Nearest(number, tuple(found), same * 2 >= total)


def _scattered(parts: Sequence[str], paragraphs: Sequence[FoldedText]) -> tuple[PartPlaces, ...]:
    """Return where each of several parts stands; nothing unless all of them stand somewhere."""
    found = []
    for part in parts if len(parts) > 1 else ():
        words = fold_text(part).text.strip()
        places = [n for n, text in enumerate(paragraphs) if find_words(words, text) is not None]
        if not places:
            return ()
        found.append(PartPlaces(part, tuple(places)))
    return tuple(found)


def _most_alike(parts: Sequence[str], paragraphs: Sequence[FoldedText]) -> list[int]:
    """Return the numbers of the paragraphs most like a quotation, the likest first."""
    from rapidfuzz import fuzz  # only a quotation that fails needs it

    wanted = [fold_text(part).text for part in parts]

    def unlikeness(number: int) -> float:
        text = paragraphs[number].text
        # A paragraph shorter than the words would be found in them, and be all alike.
        ratios = (fuzz.partial_ratio if len(text) > len(w) else fuzz.ratio for w in wanted)
        return -sum(ratio(w, text) * len(w) for ratio, w in zip(ratios, wanted, strict=True))

    looked_at = _sharing(" ".join(wanted), paragraphs)
    return nsmallest(_CANDIDATES, looked_at, key=lambda n: (unlikeness(n), n))


def _sharing(wanted: str, paragraphs: Sequence[FoldedText]) -> Sequence[int]:
    """Return the numbers of the paragraphs worth looking at: all, unless the document is long."""
    if len(paragraphs) <= _LOOKED_AT:
        return range(len(paragraphs))
    numbers = _by_beginning(tuple(paragraph.text for paragraph in paragraphs))
    shared: dict[int, float] = defaultdict(float)
    for beginning in sorted(_beginnings(wanted) & numbers.keys()):
        for number in numbers[beginning]:
            shared[number] += 1 / len(numbers[beginning])
    best = nlargest(_LOOKED_AT, shared, key=lambda n: (shared[n], -n))
    return best or range(len(paragraphs))


@lru_cache(maxsize=2)
def _by_beginning(texts: tuple[str, ...]) -> Mapping[str, Sequence[int]]:
    """Return which texts have a word that begins so; of one document for all its quotations."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for beginning in _beginnings(text):
            numbers[beginning].append(number)
    return numbers


def _beginnings(text: str) -> set[str]:
    return {word[:_BEGINNING] for word in re.findall(r"\w+", text)}


def _words(original: str, folded: FoldedText) -> list[_Word]:
    found = []
    for match in _WORD.finditer(folded.text):
        start, end = folded.span(*match.span())
        found.append(_Word(match.group(), original[start:end], start, end))
    return found


@lru_cache(maxsize=100_000)
def _unlike(quoted: str, document: str) -> float:
    """Return what it costs to put one word for another, from 0 for the same to 1."""
    from rapidfuzz import fuzz

    if quoted == document:
        return 0.0
    if not (quoted[0].isalnum() and document[0].isalnum()):
        return 1.5  # a sign is not a word misspelt
    return 0.98 - 0.4 * fuzz.ratio(quoted, document) / 100


def _align(
    parts: Sequence[Sequence[_Word]], document: Sequence[_Word]
) -> tuple[float, list[_Pair]]:
    """Return the least cost of laying the words of parts beside a paragraph, and the pairs.

    Words of the paragraph are free where a part begins and at the end.
    """
    words = [word for part in parts for word in part]
    starts = {sum(map(len, parts[:n])) for n in range(len(parts) + 1)}
    width = len(document) + 1
    costs = [[0.0] * width]
    for at, word in enumerate(words, 1):
        above = costs[-1]
        row = [above[0] + 1]
        extra = 0 if at in starts else _EXTRA
        for column in range(1, width):
            beside = above[column - 1] + _unlike(word.folded, document[column - 1].folded)
            row.append(min(beside, above[column] + 1, row[-1] + extra))
        costs.append(row)
    pairs: list[_Pair] = []
    at, column = len(words), width - 1
    while at or column:
        here = costs[at][column]
        free = at in starts
        if column and free and here == costs[at][column - 1]:
            column -= 1
        elif (
            at
            and column
            and here
            == costs[at - 1][column - 1]
            + _unlike(words[at - 1].folded, document[column - 1].folded)
        ):
            at, column = at - 1, column - 1
            pairs.append(_Pair(words[at], document[column]))
        elif at and here == costs[at - 1][column] + 1:
            at -= 1
            pairs.append(_Pair(words[at], None))
        else:
            column -= 1
            pairs.append(_Pair(None, document[column]))
    return costs[-1][-1], pairs[::-1]


def _differences(pairs: Sequence[_Pair], document: str) -> list[Difference]:
    """Return the runs of words that differ, as they are written."""
    found: list[Difference] = []
    run: list[_Pair] = []
    for pair in (*pairs, None):
        if pair is not None and pair.differs:
            run.append(pair)
        elif run:
            quoted = " ".join(p.quoted.original for p in run if p.quoted)
            beside = [p.document for p in run if p.document]
            text = document[beside[0].start : beside[-1].end] if beside else ""
            found.append(Difference(quoted, " ".join(text.split())))
            run = []
    return found

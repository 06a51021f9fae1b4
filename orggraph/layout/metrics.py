"""How wide text is, and where its lines break.

Widths are sums of the advances that the font file states, within one per cent of what a shaper
finds, so that a layout does not depend on the fonts of the machine. PNG and PDF are drawn in Open
Sans, which comes with the package; an SVG is mostly seen in Arial or a font of the same widths,
whose capitals are wider. What is measured fits in both. ``arial.json`` holds the widths of Arial,
which Liberation Sans has as well, each with the letters that are as wide.
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from orggraph.scene.elements import Weight

OPEN_SANS: Mapping[str, str] = MappingProxyType(
    {
        "regular": "OpenSans-Regular.ttf",
        "semibold": "OpenSans-SemiBold.ttf",
        "bold": "OpenSans-Bold.ttf",
    }
)

# Letters that the font lacks are drawn in another one, whose widths nobody knows: ems, rather too
# wide than too narrow, and wide enough for the mark that PNG and PDF show instead.
_WIDE, _OTHER = 1.3, 1.05


class Metrics:
    """Measures text in the fonts of a theme."""

    def __init__(self, files: Mapping[str, str] | None = None, language: str = "en") -> None:
        """Measure with the font ``files`` by weight.

        For weights without a file, the wider of Open Sans and Arial counts. Words that are too long
        for a line are broken as ``language`` breaks them.
        """
        self._files = dict(files or {})
        self._language = language
        self._widths: dict[str, Callable[[str], float]] = {}
        self._wrapped: dict[tuple[str, float, float, str], list[str]] = {}

    def width(self, words: str, size: float, weight: Weight = "regular") -> float:
        """Return the width of one line of text at ``size``, in the same unit as ``size``."""
        if weight not in self._widths:
            own = self._files.get(weight)
            self._widths[weight] = _advances(own) if own else _default_advances(weight)
        return size * sum(map(self._widths[weight], words))

    def wrap(self, words: str, size: float, limit: float, weight: Weight = "regular") -> list[str]:
        """Return ``words`` as lines no wider than ``limit``, as even as the number allows.

        Lines break at white space and after hyphens and slashes; a word wider than the limit is
        broken with a hyphen.
        """
        # A card is set several times, until it is as wide as its lines and neighbours need.
        asked = (words, size, limit, weight)
        if asked not in self._wrapped:
            self._wrapped[asked] = self._wrap(*asked)
        return list(self._wrapped[asked])

    def _wrap(self, words: str, size: float, limit: float, weight: Weight) -> list[str]:
        def measure(text: str) -> float:
            return self.width(text, size, weight)

        pieces = [
            piece._replace(width=measure(piece.text))
            for piece in _pieces(words, limit, measure, self._language)
        ]
        if not pieces:
            return []
        space = measure(" ")
        lines = _fill(pieces, limit, space)
        if len(lines) == 1:
            return lines
        # The narrowest limit with the same number of lines makes them even.
        low, high = max(p.width for p in pieces), limit
        while high - low > 1:
            middle = (low + high) / 2
            tried = _fill(pieces, middle, space)
            if len(tried) == len(lines):
                lines, high = tried, middle
            else:
                low = middle
        return lines


class _Piece(NamedTuple):
    """A part of a text that is not broken.

    It is `glued` to the one before it without a space; one that `ends` its line got a hyphen.
    """

    text: str
    glued: bool
    ends: bool = False
    width: float = 0


def _pieces(
    words: str, limit: float, measure: Callable[[str], float], language: str
) -> Iterable[_Piece]:
    for word in words.split():
        glued = False
        for part in _after_marks(word):
            while measure(part) > limit and len(part) > 1:
                end = _break_of(part, limit, measure, language)
                yield _Piece(part[:end] + "-", glued, ends=True)
                part, glued = part[end:], True
            yield _Piece(part, glued)
            glued = True


def _after_marks(word: str) -> Iterable[str]:
    """Yield the parts of a word that may stand on lines of their own: "IT-/digital-chef"."""
    start = 0
    for i in range(2, len(word) - 2):
        if word[i] in "-–/" and word[i + 1] not in "-–/":
            yield word[start : i + 1]
            start = i + 1
    yield word[start:]


def _break_of(part: str, limit: float, measure: Callable[[str], float], language: str) -> int:
    """Return how many letters stand before the hyphen: the most that fit, by syllables if any."""
    low, high = 1, len(part) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if measure(part[:middle] + "-") <= limit:
            low = middle
        else:
            high = middle - 1
    fitting = [place for place in _syllables(language)(part) if 2 <= place <= low]
    if fitting:
        return fitting[-1]
    while low < len(part) - 1 and unicodedata.combining(part[low]):
        low += 1  # a letter keeps its accents
    return low


@cache
def _syllables(language: str) -> Callable[[str], list[int]]:
    """Return a function from a word to where it may be broken."""
    import pyphen

    found = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=found).positions if found else lambda word: []


def _fill(pieces: list[_Piece], limit: float, space: float) -> list[str]:
    lines, width = [pieces[0].text], pieces[0].width
    for before, piece in pairwise(pieces):
        between = 0 if piece.glued else space
        if width + between + piece.width <= limit and not before.ends:
            lines[-1] += ("" if piece.glued else " ") + piece.text
            width += between + piece.width
        else:
            lines.append(piece.text)
            width = piece.width
    return lines


@cache
def _default_advances(weight: str) -> Callable[[str], float]:
    """Return a function from a character to its advance in ems, in Open Sans or Arial."""
    # Importing the package would import an imaging library, only to know where the files are.
    found = find_spec("ttf_opensans")
    assert found is not None
    assert found.origin is not None
    open_sans = _advances(str(Path(found.origin).parent / "ttf" / OPEN_SANS[weight]))
    arial = _arial("regular" if weight == "regular" else "bold")
    return cache(lambda character: max(open_sans(character), arial.get(character, 0.0)))


def _arial(weight: str) -> Mapping[str, float]:
    """Return the widths of letters in Arial, in ems."""
    table = json.loads(Path(__file__).with_name("arial.json").read_text(encoding="utf-8"))
    return {
        letter: int(width) / table["units"]
        for width, letters in table[weight].items()
        for letter in letters
    }


@cache
def _advances(file: str) -> Callable[[str], float]:
    """Return a function from a character to its advance in ems."""
    from fontTools.ttLib import TTFont

    with TTFont(file, lazy=True) as font:
        glyphs, widths = font.getBestCmap(), font["hmtx"].metrics
        em = font["head"].unitsPerEm

    @cache
    def advance(character: str) -> float:
        glyph = glyphs.get(ord(character))
        if glyph is not None:
            return float(widths[glyph][0]) / float(em)
        if unicodedata.category(character) in ("Mn", "Me", "Cf"):
            return 0.0
        wide = unicodedata.east_asian_width(character) in "WF"
        return _WIDE if wide else _OTHER

    return advance

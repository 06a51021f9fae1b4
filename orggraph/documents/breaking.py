"""Where words may break that are longer than a line may be."""

import re
from collections.abc import Callable
from functools import cache
from typing import Any

_LONG = 24  # letters; shorter words find room in any column
_MOST = 12  # letters without a place to break
_WORD = re.compile(r"\S+")
_HYPHEN = "\u00ad"  # seen only where the line ends
_BREAK = "\u200b"


def softened(
    words: str,
    language: str,
    is_wide: Callable[[str], bool] = lambda word: len(word) > _LONG,
    *,
    anywhere: bool = True,
) -> str:
    """Return ``words`` with marks, which are not seen, where long words may break.

    They are between syllables, as pyphen finds them; where it finds none, among letters,
    unless not ``anywhere``. ``is_wide`` tells which words are too long for a line.
    """

    def soften(found: re.Match[str]) -> str:
        return _soften(found[0], language, anywhere) if is_wide(found[0]) else found[0]

    return _WORD.sub(soften, words)


def _soften(word: str, language: str, anywhere: bool) -> str:
    places = set(syllables(language)(word))
    parts, since = [], 0
    for at, letter in enumerate(word):
        if at in places:
            parts.append(_HYPHEN)
            since = 0
        elif anywhere and since == _MOST:
            parts.append(_BREAK)
            since = 0
        parts.append(letter)
        since += 1
    return "".join(parts)


@cache
def syllables(language: str) -> Any:
    """Return what gives the places in a word where a syllable begins, but the first."""
    import pyphen

    found = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=found).positions if found else lambda word: []

"""Measure text in the columns of a terminal, and fold it into lines.

The standard library's textwrap counts characters, of which some take two columns.
"""

import re
import unicodedata

# A line may break at these; a no-break space is none of them.
_SPACES = re.compile("[ \t\n]+")
# In a cell it may also break after the colons and slashes of an id.
_PIECES = re.compile("[ \t\n]*(?:[^ \t\n:/]*[:/]+(?=[^ \t\n:/])|[^ \t\n]+)")
_VOWELS = frozenset("aeiouyæøåäöüéAEIOUYÆØÅÄÖÜÉ")
_LEAST_SYLLABLE = 3


def display_width(text: str) -> int:
    """Return how many columns a terminal takes for ``text``."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in unicodedata.normalize("NFC", text))


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, width: int) -> str:
    """Return ``text`` with spaces after it to fill ``width`` columns."""
    return text + " " * (width - display_width(text))


def fold_text(text: str, width: int) -> list[str]:
    """Return ``text`` in lines of at most ``width`` columns; a longer word overflows."""
    lines = [""]
    for word in _SPACES.split(text.strip()):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if not lines[-1] or display_width(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(word)
    return lines


def pieces(cell: str) -> list[str]:
    """Return the parts of a cell that stay whole when it is folded, with the space before each."""
    return _PIECES.findall(cell.strip())


def fold_cell(cell: str, width: int) -> list[str]:
    """Return a cell in lines of at most ``width`` columns; a longer word is divided."""
    if display_width(cell) <= width:
        return [cell]
    lines = [""]
    for piece in pieces(cell):
        joined = lines[-1] + piece
        if lines[-1] and display_width(joined) <= width:
            lines[-1] = joined
        else:
            lines.append(piece.strip())
        while display_width(lines[-1]) > width:
            lines[-1:] = _divided(lines[-1], width)
    return lines[1:]


def _divided(word: str, width: int) -> tuple[str, str]:
    """Return the two halves of a word that is too long, the first with a hyphen.

    Words divide before a consonant that a vowel follows, in Danish as in English, by and large.
    Where there is no such place, the word is cut.
    """
    cut = _fitting(word, width)
    for place in range(min(cut - 1, len(word) - _LEAST_SYLLABLE), _LEAST_SYLLABLE - 1, -1):
        before, first, second = (word[place + step] for step in (-1, 0, 1))
        is_syllable = first not in _VOWELS and first not in "hH" and second in _VOWELS
        if is_syllable and before.isalpha() and first.isalpha():
            return word[:place] + "-", word[place:]
    return word[:cut], word[cut:]


def _fitting(text: str, width: int) -> int:
    """Return how many characters of ``text`` fit in ``width`` columns, at least one."""
    cut = 1
    while cut < len(text) and display_width(text[: cut + 1]) <= width:
        cut += 1
    return cut

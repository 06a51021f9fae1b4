"""Measure text in the columns of a terminal, and fold it into lines.

The standard library's textwrap counts characters, of which some take two columns.
"""

import re
import unicodedata

# A line may break at these; a no-break space is none of them.
_SPACES = re.compile("[ \t\n]+")
# In a cell it may also break after the colons and slashes of an id.
_PIECES = re.compile("[ \t\n]*(?:[^ \t\n:/]*[:/]+(?=[^ \t\n:/])|[^ \t\n]+)")


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
    """Return a cell in lines of at most ``width`` columns; a longer piece overflows."""
    if display_width(whole := cell.strip()) <= width:
        return [whole]
    lines = [""]
    for piece in pieces(cell):
        joined = lines[-1] + piece
        if lines[-1] and display_width(joined) > width:
            lines.append(piece.strip())
        else:
            lines[-1] = joined.lstrip() if not lines[-1] else joined
    return lines

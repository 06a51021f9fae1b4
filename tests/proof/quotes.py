"""Quotations in the lines of a document, found by a matcher that is not orggraph's."""

import re
import unicodedata
from functools import cache

_SIGNS = {**dict.fromkeys('“”„«»’‘`"', "'"), **dict.fromkeys("–—‐‑−", "-")}
_DROPPED = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}"))
_FOLDED = str.maketrans(_SIGNS)


@cache
def bare(text: str) -> str:
    """Return a text in one form and with single spaces, but with its own signs and capitals."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_DROPPED).split())


def fold(text: str) -> str:
    """Return a text without what does not matter, a character for each of the bare one."""
    return bare(text).translate(_FOLDED).lower()


@cache
def split_lines(document: str) -> tuple[str, ...]:
    """Return the paragraphs of a document, in which each has one line."""
    return tuple(line.strip() for line in document.split("\n") if line.strip())


@cache
def find_lines(words: str, lines: tuple[str, ...]) -> tuple[int, ...]:
    """Return the numbers of the paragraphs that have these words, from one."""
    return tuple(number for number, line in enumerate(lines, 1) if _has(line, words))


@cache
def _has(line: str, words: str) -> bool:
    low, shown, at = fold(line), bare(line), 0
    for part in filter(None, re.split(r"\s*…\s*", words)):
        wanted = fold(part)
        starts = (at + found.start() for found in re.finditer(f"(?={re.escape(wanted)})", low[at:]))
        places = ((start, start + len(wanted)) for start in starts)
        fitting = (end for start, end in places if is_edge(shown, start) and is_edge(shown, end))
        at = next(fitting, -1)
        if at == -1:
            return False
    return True


def is_edge(line: str, at: int) -> bool:
    """Return whether a word may begin or end at a place: also where two have run together.

    A hyphen, an apostrophe between letters and a point between digits are within a word.
    """
    if at in (0, len(line)):
        return True
    before, behind = line[at - 1], line[at]
    if before.isalnum() and behind.isalnum():
        return before.islower() and behind.isupper()
    if before.isalnum():
        return not _joins(before, behind, line[at + 1 : at + 2])
    return not (behind.isalnum() and _joins(line[max(at - 2, 0)], before, behind))


def _joins(left: str, sign: str, right: str) -> bool:
    if sign in ".,:/":
        return left.isdigit() and right.isdigit()
    return sign in "-‐‑–−" or (sign in "'’" and left.isalnum() and right.isalnum())

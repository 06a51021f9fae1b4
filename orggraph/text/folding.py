"""Fold spellings together, so that a name is found however it is typed."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

# Both spellings of a Danish letter meet in one base letter: "Møller", "Moeller" and "Moller" fold
# alike. NFKD alone would leave ø and æ as they are, since Unicode gives them no decomposition.
# What follows the base letter goes in one step, so that "miljøet" and "miljoeet" fold alike too.
_DIGRAPHS = re.compile("(a)[ae]+|(o)e+")
_LETTERS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "ss"})

# What most European text has beside ASCII, each a letter that folds to one of ASCII.
_USUAL = tuple(zip("øæåöäéüèáíóôëêàâçñúýîï", "oaaoaeueaiooeeaacnuyii", strict=True))
_NO_LETTERS = {code: None for code in range(128) if not (chr(code).isalnum() or code == 10)}

_NUMBERS = re.compile(r"(\d+)")

# In Danish æ, ø and å are letters of their own and come after z, in this order.
_DANISH_ORDER = tuple(zip("æøåäö", "{|}{|", strict=True))


@lru_cache(maxsize=10_000)
def fold(text: str) -> str:
    """Return the key under which ``text`` is looked up.

    Case, diacritics, spaces, hyphens and other punctuation fold away, and so do the ways of writing
    Danish letters: æ/ae/ä, ø/oe/ö/o and å/aa/a. Text without letters or digits keeps its own
    characters, so that its key is empty only when it is.
    """
    composed = unicodedata.normalize("NFKC", text).casefold()
    if composed.isascii():
        kept = "".join(filter(str.isalnum, composed))
    else:
        decomposed = unicodedata.normalize("NFKD", composed).translate(_LETTERS)
        kept = "".join(filter(str.isalnum, decomposed))
    return _DIGRAPHS.sub(r"\1\2", kept) or composed.strip()


def fold_all(texts: Sequence[str]) -> list[str]:
    """Return the keys of many texts, as `fold` does one by one, and many times as fast."""
    together = "\n".join(texts).casefold()
    if not together.isascii():
        for letter, base in _USUAL:
            together = together.replace(letter, base)
    if together.isascii():
        keys = _folded(together)
    else:
        lines = together.split("\n")
        plain = iter(_folded("\n".join(line for line in lines if line.isascii())))
        keys = [next(plain) if line.isascii() else "" for line in lines]
    if len(keys) != len(texts):  # some text has an end of line in it
        return list(map(fold, texts))
    return [key or fold(text) for key, text in zip(keys, texts, strict=True)]


def _folded(lines: str) -> list[str]:
    """Return the keys of lines of ASCII in lower case."""
    kept = lines.translate(_NO_LETTERS)
    # What is replaced often enough is left alone by the pattern, which takes longer.
    for pair in ("aa", "ae", "oe") * 2:
        kept = kept.replace(pair, pair[0])
    if any(pair in kept for pair in ("aa", "ae", "oe")):
        kept = _DIGRAPHS.sub(r"\1\2", kept)
    return kept.split("\n")


def natural_key(text: str) -> tuple[tuple[tuple[int, str], ...], str]:
    """Return the key that sorts numbers in ``text`` by their value: n2 before n10.

    The text itself breaks ties, so that the order is total.
    """
    parts = _NUMBERS.split(text)
    # Words and numbers take turns. A number with more digits is larger, however long it is.
    parts[1::2] = [number.lstrip("0") for number in parts[1::2]]
    return tuple((len(p) if at % 2 else 0, p) for at, p in enumerate(parts)), text


def collation_key(text: str) -> tuple[str, str]:
    """Return the key that sorts ``text`` as a Danish reader expects, and an English one accepts.

    Case and foreign accents do not matter; æ, ø and å follow z. The text itself breaks ties, so
    that the order is total.
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    for letter, sign in _DANISH_ORDER:  # faster than str.translate
        lowered = lowered.replace(letter, sign)
    if lowered.isascii():  # most is by now, and the rest takes long
        return lowered, text
    decomposed = unicodedata.normalize("NFKD", lowered)
    return "".join(c for c in decomposed if not unicodedata.combining(c)), text

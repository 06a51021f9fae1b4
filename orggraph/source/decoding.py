"""The text of a file whose encoding nobody has said, such as a CSV file of a spreadsheet."""

import codecs
import re
from typing import NamedTuple

from orggraph.source.files import decode_text
from orggraph.source.location import Location
from orggraph.source.problems import Problem, problem

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KNOWN = re.compile(
    r"utf-?(8|8-sig|16|32)|ascii|cp(437|850|865|125[0-8])|windows-125[0-8]|mac-?roman"
    r"|(iso-?)?8859-\d{1,2}|latin-?\d{1,2}"
)
_WINDOWS = "windows-1252"
# What people write beside letters: quotes, dashes, signs of money, units and rights.
_USUAL_MARKS = frozenset("\N{NO-BREAK SPACE}€‚„…‘’“”•–—™£§©«»®°±²³´·¼½¾×")
_SAMPLE = 1_000_000


class Decoded(NamedTuple):
    """The text of a file without byte-order mark; `is_guess` where only the bytes told how."""

    text: str
    encoding: str
    is_guess: bool


def decode(data: bytes, shown: str, encoding: str | None = None) -> Decoded | Problem:
    """Return the text in ``data``: by its mark, as UTF-8, or as Windows-1252 by evidence.

    ``encoding`` goes before all of that. ``shown`` is what problems call the file. What is neither
    is refused, and so are control characters.
    """
    found = find_encoding(data, encoding)
    if found is None:
        name = "unknown-encoding" if encoding else "encoding-unclear"
        return problem(name, Location(shown, 0, 0), **({"encoding": encoding} if encoding else {}))
    name, is_guess = found
    if name == "utf-8":
        text = decode_text(data, shown)
    else:
        try:
            read = data.decode(name)
        except UnicodeDecodeError as error:
            return problem("wrong-encoding", Location(shown, 0, 0), encoding=name, at=error.start)
        # Once more in the encoding of all our files, for the same complaints about characters.
        text = decode_text(read.encode("utf-8"), shown)
    return text if isinstance(text, Problem) else Decoded(text, name, is_guess)


def find_encoding(data: bytes, named: str | None = None) -> tuple[str, bool] | None:
    """Return the encoding of text and whether it is a guess; None where it cannot be told.

    The beginning of a file is enough of it. ``named`` is what a person says; None for no such.
    """
    if named is not None:
        return _look_up(named)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name, False
    if b"\0" in data[:_SAMPLE]:
        return _wide(data[:_SAMPLE])
    try:
        # A character cut in two at the end of a beginning is no mistake.
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return (_WINDOWS, True) if _is_windows(data[:_SAMPLE]) else None
    return "utf-8", False


def _look_up(named: str) -> tuple[str, bool] | None:
    name = named.strip().lower().replace("_", "-")
    if not _KNOWN.fullmatch(name):
        return None
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    return ("utf-8" if found == "utf-8-sig" else found), False


def _wide(data: bytes) -> tuple[str, bool] | None:
    """Return which UTF-16 text without a mark is in: every other byte of plain letters is zero."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    most = len(data) // 4
    if odd > most and not even:
        return "utf-16-le", True
    return ("utf-16-be", True) if even > most and not odd else ("utf-8", False)


def _is_windows(data: bytes) -> bool:
    """Whether bytes make sense in Windows-1252: letters within words, marks outside them.

    In the encodings of old Macs and of DOS, Danish letters would be marks in the midst of words.
    """
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return False
    usual, odd = 0, 0
    for found in re.finditer("[^\x00-\x7f]", text):
        sign, at = found.group(), found.start()
        around = text[max(at - 1, 0) : at + 2]
        inside = len(around) == 3 and around[0].isalpha() and around[2].isalpha()
        if sign.isalpha():
            is_usual = sign.lower() != "ƒ" and any(c.isascii() and c.isalpha() for c in around)
        else:
            is_usual = sign in _USUAL_MARKS and (not inside or sign in "’–·")
        usual, odd = usual + is_usual, odd + (not is_usual)
    return odd * 10 <= usual

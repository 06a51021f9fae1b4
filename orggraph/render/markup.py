"""SVG as text: one element a line, everything escaped."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from orggraph.render.svg_geometry import number

# What XML 1.0 has no way to say, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff]")
# Nothing in it has to be written differently, as in nearly all words; to see that is faster.
_PLAIN = re.compile("[ !#-%'-;=?-~\u00a0-\ud7ff]*")
_ODD = re.compile("[^A-Za-z0-9-]")

_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = {**_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}


def printable(words: str) -> str:
    """Return ``words`` with a replacement character for each that files of text cannot hold."""
    return _FORBIDDEN.sub("\ufffd", words)


def leaf(name: str, words: str | None = None, /, **attributes: object) -> str:
    """Return an element without children, with ``words`` as its text.

    An attribute's name is written with `_` for `-`, or with a `_` at its end where Python has the
    name; one whose value is None is left out.
    """
    start = _start(name, attributes)
    if words is None:
        return f"{start}/>"
    return f"{start}>{_escaped(words, _TEXT)}</{name}>"


def branch(name: str, children: Iterable[str], /, **attributes: object) -> list[str]:
    """Return the lines of an element with children, which are lines themselves."""
    return [f"{_start(name, attributes)}>", *(f" {line}" for line in children), f"</{name}>"]


def token(words: str) -> str:
    """Return ``words`` as a part of an id or class: no two the same, no character with a meaning.

    Letters of a to z, digits and hyphens stay; another character becomes its number in base 16
    between underscores.
    """
    return _ODD.sub(lambda odd: f"_{ord(odd.group()):x}_", words)


def has_right_to_left(words: str) -> bool:
    """Whether a part of ``words`` is written from right to left."""
    return bool(_RIGHT_TO_LEFT.search(words))


def _start(name: str, attributes: dict[str, object]) -> str:
    written = (
        f' {_attribute(key)}="{_value(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{''.join(written)}"


def _value(value: object) -> str:
    if isinstance(value, float):
        return number(value)
    return _escaped(str(value), _ATTRIBUTE)


def _escaped(words: str, table: Mapping[int, str]) -> str:
    return words if _PLAIN.fullmatch(words) else printable(words).translate(table)


@cache
def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")

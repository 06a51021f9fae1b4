"""Text inside DOT and Mermaid: everything in it shows as it is, and nothing of it is markup."""

import re

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Letters, digits, and what means nothing to Mermaid, to Markdown or to HTML.
_MEANINGFUL = re.compile(r"[^\w ,()/'.+-]|_")
_LIST_MARKER = re.compile(r"^(\d*)([.)+-])")
_ODD = re.compile("[^A-Za-z0-9]")
_REPLACEMENT = "\ufffd"
_DOT = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n"})
_DOT_LABEL = {**_DOT, ord("&"): "&amp;", ord('"'): "&quot;"}


def one_line(words: str) -> str:
    """Return ``words`` on one line, a replacement character for each that cannot be printed."""
    return " ".join(_UNPRINTABLE.sub(_REPLACEMENT, words).split())


def quote_dot(words: str) -> str:
    """Return ``words`` as a quoted text of DOT, whatever the attribute it is for."""
    return f'"{_UNPRINTABLE.sub(_REPLACEMENT, words).translate(_DOT)}"'


def escape_dot_label(words: str) -> str:
    """Return ``words`` as they stand within the quotes of a label of DOT.

    A backslash would begin an escape such as the node's name, an ampersand a letter's HTML name.
    """
    return _UNPRINTABLE.sub(_REPLACEMENT, words).translate(_DOT_LABEL)


def quote_dot_label(words: str) -> str:
    """Return ``words`` as a quoted label of DOT, which Graphviz shows as they are."""
    return f'"{escape_dot_label(words)}"'


def escape_mermaid(words: str) -> str:
    """Return ``words`` with Mermaid's own codes for all that could mean something to it."""
    # Two dollars begin a formula even as codes; an invisible character parts them.
    parted = one_line(words).replace("$$", "$\u2060$")
    coded = _MEANINGFUL.sub(lambda found: _code(found.group()), parted)
    # "1." or "-" at its beginning would make it an item of a list in Markdown.
    return _LIST_MARKER.sub(lambda found: found[1] + _code(found[2]), coded)


def mermaid_id(id_: str) -> str:
    """Return an id for Mermaid: no two the same, no word that Mermaid keeps for itself."""
    return "n_" + _ODD.sub(lambda odd: f"_{ord(odd.group()):x}_", id_)


def _code(character: str) -> str:
    return f"#{ord(character)};"

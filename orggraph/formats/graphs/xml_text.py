"""Write XML that says what was meant: everything escaped, nothing that XML has no way to say."""

import re

from orggraph.formats.exchange import Remarks
from orggraph.text import shorten

# What XML 1.0 has no way to say, not even escaped.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_VALUE = {**_TEXT, ord('"'): "&quot;", ord("\t"): "&#9;", ord("\n"): "&#10;"}


class XmlText:
    """Escapes text for one file; characters that XML cannot hold are replaced and counted."""

    def __init__(self, remarks: Remarks) -> None:
        self._remarks = remarks

    def text(self, words: str, name: str) -> str:
        """Return words as they stand between tags; ``name`` is told where some are replaced."""
        return self._possible(words, name).translate(_TEXT)

    def value(self, words: str, name: str) -> str:
        """Return words as they stand in an attribute, quotation marks around them."""
        return f'"{self._possible(words, name).translate(_VALUE)}"'

    def _possible(self, words: str, name: str) -> str:
        possible, times = _FORBIDDEN.subn("\ufffd", words)
        if times:
            self._remarks.add("value", shorten(possible), name)
        return possible

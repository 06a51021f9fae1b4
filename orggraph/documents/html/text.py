"""Text within HTML: everything in it shows as it is, and nothing of it is markup."""

import re
from html import escape

from orggraph.documents.breaking import syllables
from orggraph.render.markup import has_right_to_left, printable
from orggraph.views.citations import is_web_address

# Characters that the standard of HTML calls errors beside those that XML cannot hold.
_ODD = re.compile("[\x7f-\x9f\ufdd0-\ufdef]")


# Words that a column may be too narrow for.
_LONG_WORD = re.compile(r"[^\W\d_]{9,}")


def softened(words: str, language: str) -> str:
    """Return words of a table with marks, which are not seen, where long ones may break."""
    return _LONG_WORD.sub(lambda found: _soften(found.group(), language), words)


def _soften(word: str, language: str) -> str:
    ends = [*syllables(language)(word), len(word)]
    return "\u00ad".join(word[a:b] for a, b in zip([0, *ends], ends, strict=False))


def escaped(words: str) -> str:
    """Return ``words`` for the text of an element, or the value of an attribute in quotes."""
    return escape(_ODD.sub("\ufffd", printable(words)))


def linked(words: str, href: str | None) -> str:
    """Return words, as a link where there is an address on the web.

    Words from right to left are kept from turning what stands beside them.
    """
    text = escaped(words)
    if has_right_to_left(words):
        text = f"<bdi>{text}</bdi>"
    if href is None or not is_web_address(href):
        return text
    return f'<a href="{escaped(href)}" rel="noopener noreferrer">{text}</a>'

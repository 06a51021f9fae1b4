"""Ids for nodes that another format knows by something else, such as an IRI."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Mapping
from hashlib import sha256

from orggraph.formats.yaml.fields import ID_PATTERN

_ID = re.compile(ID_PATTERN)
_LAST_PART = re.compile(r"[^/#?:]+(?=[/#?:]*$)")
_LONGEST = 80
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def is_id(text: str) -> bool:
    """Whether ``text`` can be an id as it is."""
    return _ID.fullmatch(text) is not None and len(text) <= _LONGEST


def is_relation_id(text: str) -> bool:
    """Whether a relation can have this id: parts that are ids, with colons between."""
    return all(map(_ID.fullmatch, text.split(":")))


def make_ids(foreign: Collection[str], taken: Collection[str] = ()) -> Mapping[str, str]:
    """Return an id for each foreign one: itself where it can be, else the last part of it.

    Where two would get the same, both get a mark that follows from the whole, so that an id does
    not depend on the order of the input, and what can be an id as it is keeps it. One that is among
    those ``taken`` gets a mark as well.
    """
    made = {text: text if is_id(text) else _shortened(text) for text in sorted(set(foreign))}
    times = Counter(made.values())
    return {
        text: f"{id_}-{make_mark(text)}"
        if id_ in taken or (id_ != text and times[id_] > 1)
        else id_
        for text, id_ in made.items()
    }


def _shortened(text: str) -> str:
    last = _LAST_PART.search(text)
    words = last.group() if last else text
    if is_id(words):
        return words
    return make_slug(words) or f"n-{make_mark(text)}"


def make_slug(words: str) -> str:
    """Return words as an id that people can read and type: ``Møller & Søn`` as ``moeller-soen``.

    Empty where nothing is left of them.
    """
    lower = unicodedata.normalize("NFKC", words).casefold()
    spelled = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    plain = "".join(c for c in spelled if not unicodedata.combining(c))
    return re.sub(r"[\W_]+", "-", plain).strip("-")[:_LONGEST].rstrip("-")


def make_mark(text: str) -> str:
    """Return eight characters that follow from all of ``text``, to tell two ids apart by."""
    return sha256(text.encode("utf-8", "replace")).hexdigest()[:8]

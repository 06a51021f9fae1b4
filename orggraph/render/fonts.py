"""The fonts that pictures of pixels and pages are drawn with, and what they lack."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Set
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from orggraph.errors import OrgGraphError, os_reason
from orggraph.scene import Scene, Text
from orggraph.source.problems import Problem, problem

FALLBACK = "Open Sans"
"""The family that draws what the theme's own font lacks; pip installs it with orggraph."""

_WEIGHTS = (400, 600, 700)
_UNKNOWN = "\ufffd"  # drawn for a character that no font has
_JOINING = "\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f"  # joiners, forms and tags
_ONE_SIGN = re.compile(f"[{_JOINING}]*{_UNKNOWN}(?:[{_JOINING}]+{_UNKNOWN}?)*")
_MOST_TOLD = 20  # characters


def font_files(own: Mapping[str, str]) -> tuple[str, ...]:
    """Return the font files to draw with: the theme's ``own`` first, then Open Sans."""
    from ttf_opensans import opensans

    return (*(own[key] for key in sorted(own)), *(str(opensans(w).path) for w in _WEIGHTS))


def missing_characters(scene: Scene, own: Mapping[str, str]) -> tuple[str, ...]:
    """Return, sorted, the characters of a scene that no font file has a drawing for.

    Emoji and scripts such as Arabic are among them. PNG and PDF show a mark in their place; other
    formats leave them to the program that shows the picture. ``own`` are the theme's font files.
    Raises OrgGraphError for a font file that cannot be read.
    """
    return tuple(sorted(find_lacking({c for text in scene.iter_texts() for c in text.words}, own)))


def tell_missing(characters: Set[str]) -> tuple[Problem, ...]:
    """Return the warning that a mark stands for some characters; none where there are none."""
    if not characters:
        return ()
    more = " …" if len(characters) > _MOST_TOLD else ""
    told = " ".join(sorted(characters)[:_MOST_TOLD]) + more
    return (problem("missing-characters", characters=told),)


def drawable(scene: Scene, own: Mapping[str, str]) -> Scene:
    """Return the scene with a mark for each missing character, and Open Sans as the last font.

    Without the mark, the text of a PDF would say something else than the scene.
    Raises OrgGraphError for a font file that cannot be read.
    """
    lacks = frozenset(missing_characters(scene, own))

    def heal(texts: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(text._replace(words=marked(text.words, lacks)) for text in texts)

    return scene._replace(
        font=f"{scene.font}, '{FALLBACK}'",
        cards=tuple(card._replace(texts=heal(card.texts)) for card in scene.cards),
        routes=tuple(
            route._replace(label=route.label._replace(texts=heal(route.label.texts)))
            if route.label
            else route
            for route in scene.routes
        ),
        texts=heal(scene.texts),
        legend=tuple(entry._replace(text=heal((entry.text,))[0]) for entry in scene.legend),
    )


def find_lacking(characters: Set[str], own: Mapping[str, str]) -> set[str]:
    """Return those of some characters that are drawn, and that no font file has a drawing for.

    Raises OrgGraphError for a font file that cannot be read.
    """
    known = frozenset[int]().union(*map(_characters, font_files(own)))
    return {c for c in characters if ord(c) not in known and _is_drawn(c)}


def marked(words: str, lacking: Set[str]) -> str:
    """Return words with a mark for each sign that is made of ``lacking`` characters.

    A sign may be made of several, such as a family of four: one that no font has joins nothing.
    """
    if not lacking:
        return words
    return _ONE_SIGN.sub(_UNKNOWN, words.translate(dict.fromkeys(map(ord, lacking), _UNKNOWN)))


def family_of(own: Mapping[str, str]) -> str:
    """Return the name that the theme's font files have for their family; Open Sans without any.

    Raises OrgGraphError for a font file that cannot be read.
    """
    for key in ("regular", *sorted(own)):
        if key in own:
            return _family(own[key])
    return FALLBACK


def _is_drawn(character: str) -> bool:
    """Whether a character is a mark on paper, and not a space or an order to the typesetter."""
    category = unicodedata.category(character)
    if "\ufe00" <= character <= "\ufe0f":  # says which form of the letter before it is meant
        return False
    return category[0] not in "CZ" or category == "Co"


@lru_cache(maxsize=16)
def _characters(path: str) -> frozenset[int]:
    with _opened(path) as font:
        return frozenset(font.getBestCmap() or ())


@lru_cache(maxsize=16)
def _family(path: str) -> str:
    with _opened(path) as font:
        # The family of all weights (16) goes before that of up to four (1).
        names = (font["name"].getDebugName(id_) for id_ in (16, 1)) if "name" in font else ()
        return next(filter(None, names), FALLBACK)


@contextmanager
def _opened(path: str) -> Iterator[Any]:
    from fontTools.ttLib import TTFont, TTLibError

    try:
        with Path(path).open("rb") as file, TTFont(file, lazy=True) as font:
            yield font
    except OSError as error:
        raise OrgGraphError("font-unreadable", path=path, reason=os_reason(error)) from error
    except TTLibError as error:
        raise OrgGraphError("font-unreadable", path=path, reason=str(error)) from error

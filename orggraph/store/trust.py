"""What a store says is of the sort that it should be: a seal is no guard against guile.

Each raises TypeError, ValueError or AttributeError, which `orggraph.store.opening.told_damage`
tells. That what is named is there, and that nothing contradicts another, is taken on trust.
"""

from collections.abc import Container, Mapping
from typing import Any

from orggraph.text import LocalText

Said = Any
"""A value that was read: of a column, or in JSON."""

_SURROGATES = range(0xD800, 0xE000)


def as_text(said: Said) -> str:
    """Return a text, which has none of the characters that readers refuse."""
    if type(said) is not str:
        raise TypeError(said)
    if not said.isprintable():
        from orggraph.source.files import CONTROL  # most texts are told to be sound faster

        if CONTROL.search(said) or any(ord(letter) in _SURROGATES for letter in said):
            raise ValueError(said)
    return said


def as_texts(said: Said) -> tuple[str, ...]:
    """Return the texts in a list."""
    return tuple(map(as_text, as_list(said)))


def as_list(said: Said) -> list[Said]:
    """Return a list, and not a text, which could be gone through as well."""
    if type(said) is not list:
        raise TypeError(said)
    return said


def as_number(said: Said) -> int:
    """Return a whole number, which is none below zero."""
    if type(said) is not int or said < 0:
        raise TypeError(said)
    return said


def as_flag(said: Said) -> bool:
    """Return a truth value."""
    if type(said) is not bool:
        raise TypeError(said)
    return said


def as_one_of(said: Said, known: Container[str]) -> str:
    """Return one of the words that there are for something."""
    if as_text(said) not in known:
        raise ValueError(said)
    return str(said)


def as_local_text(said: Mapping[str, Said]) -> LocalText:
    """Return the text in an object by language."""
    if not said:
        raise ValueError(said)
    return LocalText(tuple((language, as_text(words)) for language, words in said.items()))


def as_optional_text(said: Said) -> str | None:
    """Return a text, or None."""
    return None if said is None else as_text(said)

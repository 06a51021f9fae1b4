"""Who is meant by the words in a column of managers: people are written in many ways.

What is tried, in this order: the id, name or address as it is in the list; the name the other way
round; the name among other words, such as a title before it or a remark in brackets after it; the
first and the last name; the part of the address before the @; initials. The first of these that
anybody fits decides, and where it fits several, nobody is guessed at.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from orggraph.formats.tables.ledger import Ledger, Person
from orggraph.text import fold

NOBODY = frozenset(
    fold(word)
    for word in (
        "-", "--", "–", "—", "?", ".", "n/a", "na", "none", "nobody", "nil", "null", "tom",
        "blank", "ingen", "intet", "ikke relevant", "#n/a",
    )
)  # fmt: skip
"""What people write into a cell that is to be empty."""

VACANT = frozenset(
    fold(word)
    for word in ("vacant", "vakant", "vacancy", "ubesat", "ledig", "tbd", "tba", "nn", "n.n.")
)
"""What people write where a post has no holder."""

_BRACKETS = re.compile(r"\s*[(\[<].*?[)\]>]")
_WITHIN = re.compile(r"[(\[<]([^()\[\]<>]+)[)\]>]")
_BETWEEN = re.compile(r"\s*(?:[;/\n]|\s[&+]\s|\s(?:og|and)\s)\s*")
_INITIALS = re.compile(r"(?:\w\.?){2,4}")


_LONGEST = 200  # characters that a name is looked for in


class Found(NamedTuple):
    """Who fits some words; `is_sure` where they are as in the list, or the name turned round."""

    numbers: Sequence[int]
    is_sure: bool


class People:
    """The people of a list by everything that they may be called."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._exact = ledger.index("exact")
        self._turned = ledger.index("turned")

    def add(self, person: Person) -> None:
        """Add a person of the list."""
        values = person.values
        for word in {fold(values.get(n, "")) for n in ("id", "name", "email")} - {""}:
            self._exact.add(word, person.number)
        if "," in (name := values.get("name", "")) and len(name) <= _LONGEST:
            self._turned.add(fold(_turn(name)), person.number)

    @cached_property
    def _loose(self) -> "_Loose":
        """What people may be called beside; most lists have no need of it."""
        return _Loose(self._ledger)

    def find(self, words: str) -> Found:
        """Return who is meant: none, one, or the several that fit equally well."""
        if numbers := self._exact.find(fold(words)) or self._turned.find(fold(words)):
            return Found(numbers, is_sure=True)
        if "," in words and (numbers := self._exact.find(fold(_turn(words)))):
            return Found(numbers, is_sure=True)
        for likely in self._likely(words) if len(words) <= _LONGEST else ():
            if likely:
                return Found(likely, is_sure=False)
        return Found((), is_sure=False)

    def _likely(self, words: str) -> Iterator[Sequence[int]]:
        """Yield those whom words may mean, the most likely first."""
        yield from map(self._named, self._without_remarks(words))
        for shape in (words, _BRACKETS.sub("", words)):
            parts = _turn(shape).split()
            if len(parts) > 1:
                yield self._loose.short.find(fold(parts[0] + parts[-1]))
        for account in (words, *(found[1] for found in _WITHIN.finditer(words))):
            yield self._loose.accounts.find(fold(account.partition("@")[0]))
        if _INITIALS.fullmatch(words) and words.isupper():
            yield self._loose.initials.find(fold(words))

    def _named(self, words: str) -> Sequence[int]:
        folded = fold(words)
        return self._exact.find(folded) or self._turned.find(folded)

    def _without_remarks(self, words: str) -> Iterator[str]:
        """Yield what is left of words without brackets, a title, or what is behind a comma."""
        plain = _BRACKETS.sub("", words).strip()
        if plain != words:
            yield plain
            yield from (found[1].strip() for found in _WITHIN.finditer(words))
        before, comma, behind = plain.partition(",")
        if comma:
            yield from (before, behind)
        parts = plain.split()
        for at in range(1, len(parts)):
            if self._loose.titles.find(fold(" ".join(parts[:at]))):
                yield " ".join(parts[at:])
            if self._loose.titles.find(fold(" ".join(parts[at:]).strip("-–, "))):
                yield " ".join(parts[:at]).rstrip("-–, ")

    def split(self, words: str) -> list[str]:
        """Return the people that a cell names: one where it is somebody as a whole."""
        if self.find(words).is_sure:
            return [words]
        parts = [part for part in _BETWEEN.split(words) if part.strip()]
        by_comma = [part.strip() for part in words.split(",") if part.strip()]
        if self._are_all(parts) or not (by_comma and self.find(words).numbers):
            return by_comma if len(parts) == 1 and self._are_all(by_comma) else parts
        if all(self._exact.find(fold(part)) for part in by_comma):
            return by_comma
        return [words]

    def _are_all(self, parts: list[str]) -> bool:
        return len(parts) > 1 and all(self.find(part).numbers for part in parts)


class _Loose:
    """What the people of a list may be called that is no name of theirs as it stands there."""

    def __init__(self, ledger: Ledger) -> None:
        self.short = ledger.index("short")
        self.accounts = ledger.index("accounts")
        self.initials = ledger.index("initials")
        self.titles = ledger.index("titles")
        for person in ledger.people():
            if person.is_listed:
                self._add(person)

    def _add(self, person: Person) -> None:
        name, number = person.values.get("name", ""), person.number
        if title := person.values.get("title"):
            self.titles.add(fold(title), number)
        account, at, _ = person.values.get("email", "").partition("@")
        if at:
            self.accounts.add(fold(account), number)
        if len(name) > _LONGEST:
            return
        words = [word for word in _BRACKETS.sub("", _turn(name)).split() if word[:1].isalpha()]
        if len(words) > 1:
            self.short.add(fold(words[0] + words[-1]), number)
            # Of Karl Emil Moe both KEM and KM.
            for initials in {"".join(w[0] for w in words), words[0][0] + words[-1][0]}:
                self.initials.add(fold(initials), number)


def _turn(name: str) -> str:
    """Return a name with what stands behind its comma first."""
    last, comma, first = name.partition(",")
    return f"{first} {last}" if comma else name

"""The values of attributes as JSON, and back.

A text is a string where it is in the language of the graph alone, else an object by language, the
original first.
"""

from collections.abc import Callable, Container, Iterable, Mapping
from typing import Any, NamedTuple

from orggraph.model import (
    LINES,
    ROSTERS,
    STATUSES,
    Count,
    Evidence,
    Filling,
    RoleName,
    Statement,
    Term,
)
from orggraph.source import Location
from orggraph.store.trust import (
    as_flag,
    as_list,
    as_local_text,
    as_number,
    as_one_of,
    as_optional_text,
    as_text,
    as_texts,
)
from orggraph.text import LocalText

Json = Any

Place = tuple[int | None, int | None, int | None, int | None]
"""The numbers of a file, of a line in it, and of a letter in that, from 0; and of letters."""

NOWHERE: Place = (None, None, None, None)


class _Any(Container[str]):
    def __contains__(self, item: object) -> bool:
        return True


_ANY = _Any()


class Coding:
    """Says texts in the language of one graph, and places by the files that it comes from.

    `sources` and `types` are those that things may name: any, until more is known.
    """

    def __init__(self, language: str, files: Iterable[str] = ()) -> None:
        """Begin with the language of the graph, and the files that have numbers already."""
        self.language = language
        self.files = list(files)
        self._numbers = {path: number for number, path in enumerate(self.files)}
        self.sources: Container[str] = _ANY
        self.types: Container[str] = _ANY

    def place(self, location: Location | None) -> Place:
        """Return a place as numbers: of the file, the line and the letter."""
        if location is None:
            return NOWHERE
        number = self._numbers.get(location.path)
        if number is None:
            number = self._numbers[location.path] = len(self.files)
            self.files.append(location.path)
        return number, location.line, location.column, location.length

    def location(self, place: Iterable[int | None]) -> Location | None:
        """Return the place that numbers mean."""
        file, line, letter, length = place
        if file is None or line is None or letter is None or length is None:
            return None
        if type(line) is type(letter) is type(length) is int:
            return Location(self.files[file], line, letter, length)
        raise TypeError(place)

    def text(self, text: LocalText) -> Json:
        """Return a text as JSON."""
        values = text.values
        plain = len(values) == 1 and values[0][0] == self.language
        return values[0][1] if plain else dict(values)

    def to_text(self, said: Json) -> LocalText:
        """Return the text in JSON."""
        if isinstance(said, str):
            return LocalText(((self.language, as_text(said)),))
        return as_local_text(said)


class Form(NamedTuple):
    """How the value of an attribute is said in JSON."""

    pack: Callable[[Any, Coding], Json]
    unpack: Callable[[Any, Coding], Any]


def _pack_evidence(evidence: tuple[Evidence, ...], coding: Coding) -> Json:
    return [
        {"source": each.source, "quote": each.quote, "at": coding.place(each.location)}
        for each in evidence
    ]


def _unpack_evidence(said: Json, coding: Coding) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            as_one_of(each["source"], coding.sources),
            as_text(each["quote"]),
            coding.location(each["at"]),
        )
        for each in as_list(said)
    )


def pack_purposes(purposes: tuple[Statement, ...], coding: Coding) -> Json:
    """Return the purposes of a node as JSON."""
    return [
        {
            "text": coding.text(purpose.text),
            "evidence": _pack_evidence(purpose.evidence, coding),
            "status": purpose.status,
        }
        for purpose in purposes
    ]


def _unpack_purposes(said: Json, coding: Coding) -> tuple[Statement, ...]:
    return tuple(
        Statement(
            coding.to_text(each["text"]),
            _unpack_evidence(each["evidence"], coding),
            as_one_of(each["status"], STATUSES),
        )
        for each in as_list(said)
    )


def _pack_role(role: RoleName, coding: Coding) -> Json:
    return {"label": coding.text(role.label), "id": role.id, "rank": role.rank}


def _unpack_role(said: Json, coding: Coding) -> RoleName:
    label, id_, rank = coding.to_text(said["label"]), said["id"], said["rank"]
    return RoleName(label, as_optional_text(id_), as_number(rank))


def _pack_reasons(reasons: tuple[tuple[str, LocalText], ...], coding: Coding) -> Json:
    return [[name, coding.text(why)] for name, why in reasons]


def _unpack_reasons(said: Json, coding: Coding) -> tuple[tuple[str, LocalText], ...]:
    return tuple((as_text(name), coding.to_text(why)) for name, why in as_list(said))


def _unpack_count(said: Json, coding: Coding) -> Count:
    least, most, per = as_list(said)
    limit = None if most is None else as_number(most)
    return Count(as_number(least), limit, as_optional_text(per))


def _word(*known: str) -> Form:
    """Return the form of a word out of some."""
    return Form(lambda value, coding: value, lambda said, coding: as_one_of(said, known))


_ID = Form(lambda value, coding: value, lambda said, coding: as_text(said))
_FLAG = Form(lambda value, coding: value, lambda said, coding: as_flag(said))
_ITEMS = Form(lambda value, coding: list(value), lambda said, coding: as_texts(said))
_PAIRS = Form(
    lambda value, coding: [list(pair) for pair in value],
    lambda said, coding: tuple((as_text(name), as_text(value)) for name, value in as_list(said)),
)
TEXT = Form(lambda value, coding: coding.text(value), lambda said, coding: coding.to_text(said))
_COUNT = Form(lambda value, coding: list(value), _unpack_count)
_TERM = Form(lambda value, coding: value.months, lambda said, coding: Term(as_number(said)))
_FILLINGS = Form(
    lambda value, coding: [list(filling) for filling in value],
    lambda said, coding: tuple(
        Filling(as_one_of(type_, coding.types), as_text(by)) for type_, by in as_list(said)
    ),
)

FORMS: Mapping[str, Form] = {
    "aliases": _ITEMS,
    "title": TEXT,
    "classification": TEXT,
    "identifiers": _PAIRS,
    "roster": _word(*ROSTERS),
    "purposes": Form(pack_purposes, _unpack_purposes),
    "status": _word(*STATUSES),
    "note": TEXT,
    "evidence": Form(_pack_evidence, _unpack_evidence),
    "role": Form(_pack_role, _unpack_role),
    "vote": _FLAG,
    "seat_body": _ID,
    "represents": _ID,
    "seats": _COUNT,
    "term": _TERM,
    "line": _word(*LINES),
    "inferred": Form(_pack_reasons, _unpack_reasons),
    "derived_from": _ITEMS,
    "count": _COUNT,
    "fillings": _FILLINGS,
}

"""What the headings of a table mean."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from orggraph.formats.tables.columns import TABLES, Column, Table
from orggraph.source import Location, Problem, problem
from orggraph.source.guessing import Guesser
from orggraph.text import fold, shorten
from orggraph.vocabulary import APPOINTMENT, Vocabulary

LANGUAGE = "language"
"""What stands behind a heading whose cells tell the language of the text."""

MOST_COLUMNS = 16_384
"""As many as a spreadsheet has."""

_BEHIND = re.compile(r"(.+?)[\s_(]+(\w+)\)?", re.DOTALL)
_LONGEST = 200  # that a heading with a language behind it can be
_CODE = re.compile("[A-Za-z]{2,3}")  # of a language
_LANGUAGES = {"dansk": "da", "danish": "da", "engelsk": "en", "english": "en", "sprog": LANGUAGE}


def is_language(code: str) -> bool:
    """Whether a text is a language's code, such as ``da``."""
    return _CODE.fullmatch(code) is not None


class Slot(NamedTuple):
    """What one column of a file holds: which column of the table, and which part of it.

    `part` is empty, a language's code, `LANGUAGE`, or what is behind the heading of an open one.
    """

    column: Column
    part: str


@cache
def _by_heading(name: str) -> Mapping[str, Column]:
    table = TABLES[name]
    found: dict[str, Column] = {}
    for column in table.columns:
        found.setdefault(fold(column.heading), column)
    for column in table.columns:
        for other in column.others:
            found.setdefault(fold(other), column)
    return found


def find_slot(table: Table, heading: str, vocabulary: Vocabulary) -> Slot | None:
    """Return what a heading means in a table; None for one that it does not have."""
    known = _by_heading(table.name)
    column = known.get(fold(heading))
    if column and not column.is_open:
        return Slot(column, "")
    for column in table.columns:
        if column.is_open and column.name == "fillings":
            found = vocabulary.find_type(heading)
            if found and found[0].family == APPOINTMENT and found[1]:
                return Slot(column, found[0].id)
        elif column.is_open:
            for word in (column.heading, *column.others):
                if heading.casefold().startswith(f"{word} "):
                    return Slot(column, heading[len(word) :].strip())
    if len(heading) < _LONGEST and (found_part := _BEHIND.fullmatch(heading)):
        base, part = found_part[1], found_part[2].lower()
        column = known.get(fold(base))
        part = _LANGUAGES.get(part, part)
        if column and column.is_local and (part == LANGUAGE or is_language(part)):
            return Slot(column, part)
    return None


def find_slots(
    table: Table,
    headings: Sequence[str],
    vocabulary: Vocabulary,
    place: Location,
    named: Mapping[str, str],
) -> tuple[list[Slot | None], list[Problem]]:
    """Return what each heading means, None for those that are not understood, and the problems.

    ``named`` are the headings that a person gave columns, by the name of the column.
    """
    problems: list[Problem] = []
    if len(headings) > MOST_COLUMNS:
        return [], [problem("too-many-columns", place, limit=MOST_COLUMNS)]
    by_name = {column.name: column for column in table.columns}
    said = {heading.strip(): by_name[name] for name, heading in named.items() if name in by_name}
    slots: list[Slot | None] = []
    seen: set[tuple[str, str]] = set()
    for heading in headings:
        found = said.get(heading)
        slot = Slot(found, "") if found else find_slot(table, heading, vocabulary)
        if slot and found is None and slot.part == "" and slot.column in said.values():
            slot = None  # another column was named in its place
        key = (slot.column.name, slot.part) if slot else ("", heading)
        if heading and key in seen:
            problems.append(problem("repeated-heading", place, heading=shorten(heading)))
        seen.add(key)
        slots.append(slot)
    names = {slot.column.name for slot in slots if slot}
    for group in table.required:
        if not names.intersection(group):
            wanted = by_name[group[0]].heading
            guess = Guesser().guess(wanted, [h for h in headings if h][:200])
            problems.append(
                problem(
                    "missing-column", place, did_you_mean=guess, heading=wanted, table=table.name
                )
            )
    return slots, problems


def recognise_table(headings: Iterable[str], vocabulary: Vocabulary) -> str | None:
    """Return the table that headings are of; None for none. At least half must be understood."""
    named = [heading for heading in list(headings)[:MOST_COLUMNS] if heading]
    best: tuple[int, str] | None = None
    for table in TABLES.values():
        slots = [find_slot(table, heading, vocabulary) for heading in named]
        names = {slot.column.name for slot in slots if slot}
        known = sum(slot is not None for slot in slots)
        fits = all(names.intersection(group) for group in table.required)
        if fits and len(names) > 1 and known * 2 >= len(named) and (not best or known > best[0]):
            best = known, table.name
    return best[1] if best else None


def unknown_names(named: Mapping[str, str], known: Iterable[str], place: Location) -> list[Problem]:
    """Return a problem for each column that a person named and that there is not."""
    words = sorted(set(known))
    return [
        problem("no-such-column", place, column=shorten(name), known=", ".join(words))
        for name in named
        if name not in words
    ]

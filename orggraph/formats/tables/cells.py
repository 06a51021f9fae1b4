"""What a cell of a table can hold: how it is read, and how it is written.

A reader raises ValueError for text that it does not understand.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

from orggraph.formats.yaml.fields import parse_id
from orggraph.model import LINES, ROSTERS, STATUSES, Count, Evidence, PartialDate, Term
from orggraph.words import Word

_TRUE = frozenset({"yes", "true", "ja", "y", "j", "x", "1", "sand", "on"})
_FALSE = frozenset({"no", "false", "nej", "n", "0", "falsk", "off"})
_ESCAPED = re.compile(r"\\(?=[;\\\n])|[;\n]", re.MULTILINE)
_SPECIAL = re.compile(r"[;\\\n]")
_WHOLE = re.compile(r"(\d+)[.,]0+")
_DAY_FIRST = re.compile(r"(\d{1,2})([-./])(\d{1,2})\2(\d{4})(?:[ T]0{1,2}[:.]00(?:[:.]00)?)?")
_MIDNIGHT = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]00:00(?::00)?")


class Cell(NamedTuple):
    """A kind of cell. `problem` names the complaint about text that `read` raises ValueError for.

    `read` and `show` are each other's inverse; `choices` are the words that it may be, if few.
    """

    read: Callable[[str], Any]
    show: Callable[[Any], str]
    problem: str = ""
    facts: Mapping[str, object] = MappingProxyType({})
    choices: tuple[str, ...] = ()


def join_items(items: Iterable[str]) -> str:
    """Return items as one cell, with ``; `` between them.

    A backslash goes before a semicolon, a line break or a backslash that belongs to an item.
    """
    return "; ".join(_SPECIAL.sub(lambda found: "\\" + found.group(), item) for item in items)


def split_items(cell: str) -> tuple[str, ...]:
    """Return the items of a cell: what stands between semicolons or line breaks."""
    if not _SPECIAL.search(cell):
        return (cell.strip(),) if cell.strip() else ()
    items, at, item = [], 0, ""
    while found := _ESCAPED.search(cell, at):
        item += cell[at : found.start()]
        at = found.end()
        if found.group() == "\\":
            item += cell[at]
            at += 1
        else:
            items.append(item)
            item = ""
    items.append(item + cell[at:])
    return tuple(item.strip() for item in items if item.strip())


def _text(cell: str) -> str:
    return cell


def read_truth(cell: str) -> bool:
    """Return whether a cell says yes or no, in Danish or English; raises ValueError for neither."""
    word = cell.casefold()
    if word not in _TRUE and word not in _FALSE:
        raise ValueError(cell)
    return word in _TRUE


def _choice(*words: str) -> Cell:
    def read(cell: str) -> str:
        word = cell.casefold()
        if word not in words:
            raise ValueError(cell)
        return word

    return Cell(read, _text, "not-a-choice", {"choices": ", ".join(words)}, words)


@lru_cache(maxsize=10_000)
def read_date(cell: str) -> PartialDate:
    """Return the date in a cell, which a spreadsheet may have written its own way.

    Beside ISO 8601 it may be day, month and year, as people in Europe write it. With slashes some
    put the month first: then only what cannot be misread is read. Raises ValueError.
    """
    if found := _DAY_FIRST.fullmatch(cell):
        day, sign, month, year = found.groups()
        if sign == "/" and int(day) <= 12 and int(month) <= 12 and int(day) != int(month):
            raise ValueError(cell)
        if sign == "/" and int(day) <= 12:
            day, month = (month, day) if int(month) > 12 else (day, month)
        return PartialDate.parse(f"{year}-{int(month):02}-{int(day):02}")
    if found := _MIDNIGHT.fullmatch(cell) or _WHOLE.fullmatch(cell):
        return PartialDate.parse(found[1])
    return PartialDate.parse(cell)


def _read_count(cell: str) -> Count:
    whole = _WHOLE.fullmatch(cell)
    return Count.parse(whole[1] if whole else cell)


def _read_evidence(cell: str) -> tuple[Evidence, ...]:
    return tuple(map(Evidence.parse, split_items(cell)))


def _show_evidence(evidence: tuple[Evidence, ...]) -> str:
    return join_items(map(str, evidence))


def _show_truth(value: bool) -> str:
    return "yes" if value else "no"


TEXT = Cell(_text, _text)
ID = Cell(parse_id, _text, "bad-id")
TRUTH = Cell(
    read_truth, _show_truth, "wrong-shape", {"expected": Word("a-truth")}, ("yes", "no")
)  # fmt: skip
DATE = Cell(read_date, str, "bad-cell-date")
COUNT = Cell(_read_count, str, "bad-count")
TERM = Cell(Term.parse, str, "bad-term")
EVIDENCE = Cell(_read_evidence, _show_evidence, "bad-evidence")
ITEMS = Cell(split_items, join_items)
ROSTER = _choice(*ROSTERS)
STATUS = _choice(*STATUSES)
LINE = _choice(*LINES)

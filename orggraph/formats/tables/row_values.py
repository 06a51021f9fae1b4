"""What is in one row of a table: values by the names of its columns."""

from collections.abc import Sequence
from typing import Any, NamedTuple, Protocol

from orggraph.formats.exchange import Remarks
from orggraph.formats.tables.headings import LANGUAGE, Slot, is_language
from orggraph.model import Evidence
from orggraph.source import Location, Problem, problem
from orggraph.text import LocalText, shorten
from orggraph.vocabulary import Vocabulary


class Row(Protocol):
    """A row of a file: its cells, and where each of them stands."""

    @property
    def cells(self) -> Sequence[str]:
        """The cells, as texts without white space at their ends."""
        ...

    def place(self, at: int) -> Location:
        """Return where the cell of this number stands, or would."""
        ...


class Sheet(NamedTuple):
    """One table in the reading: what its columns hold, and what its rows are read with.

    `headings` tell of columns that are not understood; `language` is that of plain text.
    """

    table: str
    slots: Sequence[Slot | None]
    headings: Sequence[str]
    vocabulary: Vocabulary
    language: str
    remarks: Remarks


Values = dict[str, Any]


def read_row(sheet: Sheet, row: Row) -> tuple[Values, list[Problem]]:
    """Return the values in a row by the names of their columns, and what is wrong with them.

    A text with languages is a `LocalText`; an open column gives a mapping by what is behind its
    heading. What stands in columns that are not understood is counted as a remark.
    """
    values: Values = {}
    problems: list[Problem] = []
    texts: dict[str, dict[str, str]] = {}
    for at, (text, slot) in enumerate(zip(row.cells, sheet.slots, strict=False)):
        if not text:
            continue
        if slot is None:
            heading = sheet.headings[at]
            sheet.remarks.add("column", shorten(text), name=shorten(heading) or str(at + 1))
            continue
        column, part = slot
        if column.is_local:
            texts.setdefault(column.name, {})[part] = text
            continue
        try:
            value = column.cell.read(text)
        except ValueError:
            facts = dict(column.cell.facts)
            said = "found" if column.cell.problem == "wrong-shape" else "text"
            quoted = f"'{shorten(text)}'" if said == "found" else shorten(text)
            facts[said] = quoted
            problems.append(Problem(column.cell.problem, row.place(at), facts))
            continue
        if column.name == "evidence":
            place = row.place(at)
            value = tuple(Evidence(e.source, e.quote, place) for e in value)
        if column.is_open:
            values.setdefault(column.name, {})[part] = value
        else:
            values[column.name] = value
    for name, parts in texts.items():
        found = _local(parts, sheet.language)
        if isinstance(found, LocalText):
            values[name] = found
        elif found is not None:
            parts_at = {
                s.part: at for at, s in enumerate(sheet.slots) if s and s.column.name == name
            }
            place = row.place(parts_at.get(found[0], 0))
            problems.append(_language_problem(found, place))
    return values, problems


def _language_problem(found: tuple[str, str], place: Location) -> Problem:
    if found[0] == LANGUAGE:
        return problem("bad-language", place, code=shorten(found[1]))
    return problem("two-texts", place, code=found[0])


def _local(parts: dict[str, str], language: str) -> LocalText | tuple[str, str] | None:
    """Return a text of its parts; or what is wrong, and the part that is wrong; None for none."""
    own = parts.pop(LANGUAGE, language)
    main = parts.pop("", None)
    if not is_language(own):
        return LANGUAGE, own
    own = own.lower()
    if main is not None:
        if parts.setdefault(own, main) != main:
            return own, own
    elif not parts:
        return None
    elif own not in parts:
        own = next(iter(parts))
    original = parts.pop(own)
    return LocalText.of(original, own, **parts).led_by(language)

"""Rows of tables as parts of a graph, one at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from orggraph.formats.ids import make_slug
from orggraph.formats.tables.headings import Slot
from orggraph.formats.tables.row_values import Row, Sheet, Values, read_row
from orggraph.formats.yaml.fields import INFERABLE
from orggraph.model import (
    Count,
    Filling,
    Node,
    Period,
    Relation,
    RoleName,
    Seat,
    Statement,
    relation_id,
)
from orggraph.source import Location, Problem, problem
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary


class Purpose(NamedTuple):
    """A purpose, and the node that has it."""

    node: str
    statement: Statement


class Placed(NamedTuple):
    """A part of a graph; `place` tells where an attribute of it stands."""

    thing: Node | Relation | Seat | Purpose
    place: Callable[[str], Location]


def iter_things(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Placed | Problem]:
    """Yield what the rows of a table say, and what is wrong with them, a row at a time.

    A row with problems gives only those. No row is kept.
    """
    make = _MAKERS[sheet.table]
    width = len(sheet.slots)
    roster = roster_type(sheet.vocabulary)
    for row in rows:
        if not any(row.cells):
            continue
        if len(row.cells) > width and any(row.cells[width:]):
            at = next(i for i in range(width, len(row.cells)) if row.cells[i])
            yield problem("ragged-row", row.place(at), cells=len(row.cells), headings=width)
            continue
        values, problems = read_row(sheet, row)
        if not problems:
            places = _Places(sheet.slots, row)
            if sheet.table == "members":
                values["type"] = roster
            thing = make(sheet, values, places, problems)
        yield from problems
        if not problems:
            yield Placed(thing, places.find)


def roster_type(vocabulary: Vocabulary) -> str:
    """Return the type of the relations that a table of members holds."""
    rosters = vocabulary.types_of(trait="roster")
    return next(type_ for type_ in vocabulary.types if type_ in rosters)


def read_role(vocabulary: Vocabulary, words: LocalText) -> RoleName:
    """Return the role that is called some words, or the words where there is none."""
    role = vocabulary.find_role(words.original)
    return RoleName(role.label, role.id, role.rank) if role else RoleName(words)


class _Places:
    """Tells where the attributes of one thing stand, when that is asked."""

    __slots__ = ("row", "slots", "swapped")

    def __init__(self, slots: Sequence[Slot | None], row: Row) -> None:
        self.slots, self.row, self.swapped = slots, row, False

    def find(self, attribute: str) -> Location:
        name = _CALLED.get(attribute, attribute)
        if self.swapped:
            name = {"source": "target", "target": "source"}.get(name, name)
        for at, slot in enumerate(self.slots):
            is_filling = slot and slot.column.name == "fillings"
            if slot and (slot.column.name == name or (is_filling and name.startswith(slot.part))):
                return self.row.place(at)
        return self.row.place(0)


_CALLED = {"until": "end", "from": "start"}  # by the names that the model's laws use


def _period(values: Values) -> Period:
    return Period(values.get("start"), values.get("end"))


def _common(values: Values) -> dict[str, Any]:
    return {
        "period": _period(values),
        "status": values.get("status", "stated"),
        "note": values.get("note"),
        "evidence": values.get("evidence", ()),
    }


def _role(sheet: Sheet, values: Values) -> RoleName | None:
    words: LocalText | None = values.get("role")
    return None if words is None else read_role(sheet.vocabulary, words)


def _required(
    values: Values, places: _Places, problems: list[Problem], names: Sequence[str]
) -> bool:
    missing = [name for name in names if not values.get(name)]
    for name in missing:
        heading = next(s.column.heading for s in places.slots if s and s.column.name == name)
        problems.append(problem("empty-cell", places.find(name), heading=heading))
    return not missing


def _node(sheet: Sheet, values: Values, places: _Places, problems: list[Problem]) -> Any:
    name: LocalText | None = values.get("name")
    if "id" not in values and name is not None:
        values["id"] = make_slug(name.original)
    if not values.get("id"):
        problems.append(problem("empty-cell", places.find("id"), heading="id"))
        return None
    if not _required(values, places, problems, ["kind"]):
        return None
    kind = sheet.vocabulary.find_kind(values["kind"])
    by_scheme: Mapping[str, Sequence[str]] = values.get("identifiers", {})
    return Node(
        id=values["id"],
        kind=kind.id if kind else values["kind"],
        name=name or LocalText.of(values["id"], sheet.language),
        aliases=values.get("aliases", ()),
        title=values.get("title"),
        classification=values.get("classification"),
        identifiers=tuple(sorted({(s, v) for s, several in by_scheme.items() for v in several})),
        collective=values.get("collective", False),
        roster=values.get("roster", "unknown"),
        location=places.row.place(0),
        **_common(values),
    )


def _relation(sheet: Sheet, values: Values, places: _Places, problems: list[Problem]) -> Any:
    names = [n for n in ("source", "type", "target") if n != "type" or sheet.table != "members"]
    if not _required(values, places, problems, names):
        return None
    source, type_, target = values["source"], values["type"], values["target"]
    if found := sheet.vocabulary.find_type(type_):
        type_ = found[0].id
        if found[1]:
            source, target = target, source
            places.swapped = True
    seat_body, _, seat = values.get("seat", "").rpartition("/")
    if seat_body == target and found and "roster" in found[0].traits:
        seat_body = ""
    period = _period(values)
    inferred = ((name, values.get(f"inferred_{name}")) for name in INFERABLE)
    return Relation(
        id=values.get("id")
        or relation_id(type_, source=source, target=target, seat=seat, period=period),
        type=type_,
        source=source,
        target=target,
        role=_role(sheet, values),
        vote=values.get("vote"),
        seat=seat or None,
        seat_body=seat_body or None,
        represents=values.get("represents"),
        line=values.get("line", "solid"),
        inferred=tuple(sorted((name, why) for name, why in inferred if why)),
        location=places.row.place(0),
        **_common(values),
    )


def _seat(sheet: Sheet, values: Values, places: _Places, problems: list[Problem]) -> Any:
    if not _required(values, places, problems, ["body", "key"]):
        return None
    by_type: Mapping[str, Sequence[str]] = values.get("fillings", {})
    return Seat(
        body=values["body"],
        key=values["key"],
        name=values.get("name"),
        count=values.get("count", Count()),
        role=_role(sheet, values),
        fillings=tuple(
            sorted({Filling(t, by) for t, several in by_type.items() for by in several})
        ),
        term=values.get("term"),
        vote=values.get("vote"),
        represents=values.get("represents"),
        location=places.row.place(0),
        **_common(values),
    )


def _purpose(sheet: Sheet, values: Values, places: _Places, problems: list[Problem]) -> Any:
    if not _required(values, places, problems, ["node", "text"]):
        return None
    status = values.get("status", "stated")
    return Purpose(values["node"], Statement(values["text"], values.get("evidence", ()), status))


_MAKERS: dict[str, Callable[[Sheet, Values, _Places, list[Problem]], Any]] = {
    "nodes": _node,
    "relations": _relation,
    "members": _relation,
    "seats": _seat,
    "purposes": _purpose,
}

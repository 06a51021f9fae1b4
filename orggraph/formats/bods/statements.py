"""The statements of a BODS file, of any version, each as the record it is about.

Until 0.3 a statement names those that it replaces; since 0.4 a record has statements that follow
each other, and the last of them counts.
"""

from collections.abc import Iterable
from typing import NamedTuple

from orggraph.formats.exchange import Remarks
from orggraph.source import Location, Problem
from orggraph.source.json_reading import JsonObject, wrong_shape
from orggraph.source.yaml_tree import YamlMap, YamlNode, YamlText

_KINDS = {
    "entity": "entity", "person": "person", "relationship": "relationship",
    "entityStatement": "entity", "personStatement": "person",
    "ownershipOrControlStatement": "relationship",
}  # fmt: skip
_STATUSES = ("new", "updated", "closed")


class Statement(NamedTuple):
    """What is said of an entity, a person or a relationship.

    `record` is what others refer to it by; `names` are all ids that mean it; `fields` are the
    members that tell of it.
    """

    kind: str
    record: str
    names: tuple[str, ...]
    fields: JsonObject
    place: Location
    is_closed: bool


class _Found(NamedTuple):
    kind: str
    record: str
    id: str
    date: str
    status: str
    replaces: tuple[str, ...]
    fields: JsonObject
    place: Location


def read_statements(
    nodes: Iterable[YamlNode], remarks: Remarks, problems: list[Problem]
) -> list[Statement]:
    """Return the statements that count, in the order of their records.

    Those that later ones replace are remarked, and so is what is no statement of these kinds.
    """
    found = []
    for node in nodes:
        if not isinstance(node, YamlMap):
            problems.append(wrong_shape("a-mapping", node))
        elif (statement := _read(node, remarks, problems)) is not None:
            found.append(statement)
    replaced = {id_ for statement in found for id_ in statement.replaces if id_ != statement.id}
    latest: dict[str, _Found] = {}
    names: dict[str, set[str]] = {}
    for statement in sorted(found, key=_in_time):
        if statement.id in replaced:
            remarks.add("replaced", f"{statement.place}: {statement.id}")
            continue
        if (earlier := latest.get(statement.record)) is not None:
            remarks.add("replaced", f"{earlier.place}: {earlier.id}")
        latest[statement.record] = statement
        known = names.setdefault(statement.record, {statement.record})
        known |= {statement.id, *_all_replaced(statement, found)}
    return [
        Statement(s.kind, s.record, tuple(sorted(names[s.record] - {""})), s.fields, s.place,
                  s.status == "closed")
        for s in latest.values()
    ]  # fmt: skip


def _in_time(statement: _Found) -> tuple[str, str, int, str, Location]:
    """Return what statements are sorted by; of one day, what closes a record comes last."""
    status = statement.status
    rank = _STATUSES.index(status) if status in _STATUSES else 0
    return statement.record, statement.date, rank, statement.id, statement.place


def _all_replaced(last: _Found, found: Iterable[_Found]) -> set[str]:
    """Return the ids that a statement replaces, and those that these replaced before."""
    by_id = {statement.id: statement.replaces for statement in found}
    seen: set[str] = set()
    waiting = list(last.replaces)
    while waiting:
        id_ = waiting.pop()
        if id_ not in seen:
            seen.add(id_)
            waiting.extend(by_id.get(id_, ()))
    return seen


def _read(node: YamlMap, remarks: Remarks, problems: list[Problem]) -> _Found | None:
    whole = JsonObject(node, problems)
    said = _text(whole, "recordType") or _text(whole, "statementType")
    id_ = _text(whole, "statementId") or _text(whole, "statementID")
    record = _text(whole, "recordId") or id_
    if said not in _KINDS or not record:
        remarks.add("class" if said not in _KINDS else "unnamed", node.location, said or "–")
        return None
    date, status = _text(whole, "statementDate"), _text(whole, "recordStatus")
    replaces = _replaced(whole)
    details = whole.take_map("recordDetails")
    if details is not None:
        remark_rest(whole, remarks)
    fields = JsonObject(details, problems) if details is not None else whole
    return _Found(_KINDS[said], record, id_, date, status, replaces, fields, node.location)


def _replaced(whole: JsonObject) -> tuple[str, ...]:
    one = whole.take_text("replacesStatement")  # of 0.1
    items = whole.take_list("replacesStatements")
    for item in items:
        if not isinstance(item, YamlText):
            whole.problems.append(wrong_shape("a-text", item))
    several = [item.text for item in items if isinstance(item, YamlText)]
    return (one.text, *several) if one else tuple(several)


def _text(fields: JsonObject, key: str) -> str:
    found = fields.take_text(key)
    return found.text if found else ""


def remark_rest(fields: JsonObject, remarks: Remarks) -> None:
    """Count the members that nobody took."""
    for key, value in fields.iter_left():
        remarks.add("property", value.location, key)

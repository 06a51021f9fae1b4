"""What differs between two things that are the same one, attribute by attribute."""

from collections.abc import Iterator, Mapping
from dataclasses import fields

from orggraph.changes.change import FieldChange
from orggraph.model import (
    Count,
    Node,
    Period,
    Relation,
    RoleName,
    RuleSetting,
    Seat,
    SetAside,
    Source,
    Statement,
    Term,
)
from orggraph.text import LocalText

Thing = Node | Relation | Seat | Source | RuleSetting

# Quotations have a list of their own, and of what is the same thing the ids are renames.
_ELSEWHERE = ("evidence", "id", "key", "body")
_NAMES = {"fillings": "filled_by", "seats": "count"}


def compare_fields(old: Thing, moved: Thing, new: Thing) -> tuple[FieldChange, ...]:
    """Return the attributes of a thing that differ, in the order that the thing has them.

    ``moved`` is the old thing under the ids of the new version, which is what is compared; the
    values are those of ``old``, as it was written. Ids and quotations are not compared here.
    """
    if moved == new:
        return ()
    was, before, now = _attributes(old), _attributes(moved), _attributes(new)
    found = tuple(
        FieldChange(name, _unset(was.get(name)), _unset(now.get(name)))
        for name in dict.fromkeys((*now, *before))
        if before.get(name) != now.get(name)
    )
    return found or tuple(_compare_raw(moved, new))


def _compare_raw(old: Thing, new: Thing) -> Iterator[FieldChange]:
    """Yield what differs though it reads the same, such as the order of a text's languages.

    What a role is called is the vocabulary's to tell.
    """
    for attribute in _compared(new):
        was, now = _unquoted(getattr(old, attribute)), _unquoted(getattr(new, attribute))
        if was != now and not (isinstance(was, RoleName) and was.id):
            yield FieldChange(attribute, str(was), str(now))


def _unquoted(value: object) -> object:
    """Return a value without the quotations of purposes, of which there is a list elsewhere."""
    if not isinstance(value, tuple):
        return value
    bare = (i._replace(evidence=()) if isinstance(i, Statement) else i for i in value)
    return value if isinstance(value, Count | Period | Term | RoleName) else tuple(bare)


def _compared(thing: Thing) -> list[str]:
    names = [attribute.name for attribute in fields(thing) if attribute.compare]
    return [name for name in names if name not in _ELSEWHERE]


def _attributes(thing: Thing) -> dict[str, object]:
    """Return the attributes of a thing as plain values, by the names that a data file has."""
    plain: dict[str, object] = {}
    for name in _compared(thing):
        plain |= _plain(_NAMES.get(name, name), getattr(thing, name))
    return plain


def _plain(name: str, value: object) -> Mapping[str, object]:
    """Return a value as one or more plain ones."""
    match value:
        case LocalText():
            return local_values(name, value)
        case Period(start, end):
            return {"from": start and str(start), "until": end and str(end)}
        case RoleName(label, id_, _):
            return {name: id_} if id_ else local_values(name, label)
        case Count() | Term():
            return {name: str(value)}
        case tuple() if name == "identifiers":
            return {name: tuple(": ".join(pair) for pair in value)}
        case tuple() if name == "inferred":
            return {
                key: words
                for what, why in value
                for key, words in local_values(f"inferred.{what}", why).items()
            }
        case tuple():
            return {name: tuple(map(_told, value))}
    return {name: value}


def _told(item: object) -> str:
    """Return one of several as words."""
    match item:
        case Statement():
            words = " / ".join(item.text.all())
            return words if item.status == "stated" else f"{words} ({item.status})"
        case SetAside():
            return f"{item.quote}: {' / '.join(item.reason.all())}"
    return str(item)


def local_values(name: str, text: LocalText) -> dict[str, object]:
    """Return a text by its languages, and which of them it was written in where it has several."""
    values: dict[str, object] = {f"{name}.{code}": words for code, words in text.values}
    return {**values, f"{name}.language": text.language} if len(text.values) > 1 else values


def _unset(value: object) -> object:
    return None if value == () else value

"""Things as rows of a database, and back: short for what most things do not say."""

import pickle
from collections.abc import Mapping
from dataclasses import fields
from marshal import dumps, loads
from typing import Any

from orggraph.model import Node, Relation, Seat
from orggraph.source import Location
from orggraph.text import LocalText

Row = tuple[Any, ...]
Place = tuple[int | None, int | None, int | None]
"""The number of a file, a line in it, and a letter in that."""


def _defaults(thing: type[Node | Relation | Seat], *others: str) -> Mapping[str, Any]:
    """Return the default of each attribute that has no column of its own, by name."""
    named = {"location", *others}
    return {field.name: field.default for field in fields(thing) if field.name not in named}


_NODE = _defaults(Node, "id", "kind", "name", "collective")
_RELATION = _defaults(Relation, "id", "type", "source", "target")
_SEAT = _defaults(Seat, "body", "key")


def pack_node(node: Node, place: Place) -> Row:
    """Return a node as a row: id, kind, collective, name, the rest, and where it stands."""
    name = dumps(node.name.values)
    return (node.id, node.kind, node.collective, name, _rest(node, _NODE), *place)


def unpack_node(row: Row) -> Node:
    """Return the node in a row, without where it stands."""
    id_, kind, collective, name, rest = row
    return Node(
        id=id_,
        kind=kind,
        name=LocalText(loads(name)),
        collective=bool(collective),
        **_unpacked(rest),
    )


def pack_relation(relation: Relation, rank: int, place: Place) -> Row:
    """Return a relation as a row: id, source, rank and name of its type, target, and so on."""
    rest = _rest(relation, _RELATION)
    return (relation.id, relation.source, rank, relation.type, relation.target, rest, *place)


def unpack_relation(row: Row, location: Location | None = None) -> Relation:
    """Return the relation in a row: id, source, type, target, the rest; and where it stands."""
    id_, source, type_, target, rest = row
    return Relation(
        id=id_, source=source, type=type_, target=target, location=location, **_unpacked(rest)
    )


def pack_seat(seat: Seat, order: tuple[bool, int], place: Place) -> Row:
    """Return a seat as a row: body, what it is sorted by, key, the rest, and where it stands."""
    return (seat.body, *order, seat.key, _rest(seat, _SEAT), *place)


def unpack_seat(row: Row) -> Seat:
    """Return the seat in a row: body, key, the rest; without where it stands."""
    body, key, rest = row
    return Seat(body=body, key=key, **_unpacked(rest))


def _rest(thing: Node | Relation | Seat, defaults: Mapping[str, Any]) -> bytes | None:
    rest = {
        name: value
        for name, default in defaults.items()
        # Most are the default itself, which is told faster than what is equal to it.
        if (value := getattr(thing, name)) is not default and value != default
    }
    return pickle.dumps(rest, pickle.HIGHEST_PROTOCOL) if rest else None


def _unpacked(rest: bytes | None) -> dict[str, Any]:
    # Nobody else can write the file that this comes from.
    return pickle.loads(rest) if rest else _NOTHING


_NOTHING: dict[str, Any] = {}

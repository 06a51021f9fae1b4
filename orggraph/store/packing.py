"""Things as rows, and back.

What people ask for has a column; what most things do not say is JSON in one of them.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any

from orggraph.model import (
    ALWAYS,
    Node,
    PartialDate,
    Period,
    Relation,
    Seat,
    Statement,
    relation_id,
)
from orggraph.store.forms import FORMS, TEXT, Coding, Form, Json, pack_purposes
from orggraph.store.trust import as_optional_text, as_text

Row = tuple[Any, ...]

PLACE = ("file", "line", "letter", "length")
NODE = ("id", "kind", "name", "collective", "start", "until", "more", *PLACE)
RELATION = (
    "id", "type", "source", "target", "seat", "start", "until", "derived", "more", *PLACE,
)  # fmt: skip
SEAT = ("body", "key", "start", "until", "more", *PLACE)
"""The columns of things, in the order in which they are packed here."""


_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


def _rest(thing: type[Node | Relation | Seat], *columns: str) -> list[tuple[str, Any, Form]]:
    """Return the attributes without a column: their names, defaults and forms."""
    own = {"id", "period", "location", *columns}
    forms = {**FORMS, "name": TEXT}  # that of a seat
    return [(f.name, f.default, forms[f.name]) for f in fields(thing) if f.name not in own]


_NODE = _rest(Node, "kind", "name", "collective")
_RELATION = _rest(Relation, "type", "source", "target", "seat")
_SEAT = _rest(Seat, "body", "key")


class Packing(Coding):
    """Packs the things of one graph: in its language, with the files that they come from."""

    def node(self, node: Node) -> Row:
        """Return a node as a row of the columns `NODE`."""
        place = self.place(node.location)  # first, so that files are numbered as they are read
        more = self._more(node, _NODE)
        name = self.text(node.name)
        if not isinstance(name, str):
            more["name"], name = name, node.name.original
        dates = _dates(node.period)
        return (node.id, node.kind, name, node.collective, *dates, _said(more), *place)

    def to_node(self, row: Row) -> Node:
        """Return the node in a row of the columns `NODE`."""
        id_, kind, name, collective, start, until, more, *place = row
        said = _unsaid(more)
        name = said.pop("name", name)
        return Node(
            id=as_text(id_),
            kind=kind,
            name=self.to_text(name),
            collective=bool(collective),
            period=_period(start, until),
            location=self.location(place),
            **self._unpacked(said),
        )

    def relation(self, relation: Relation) -> Row:
        """Return a relation as a row of the columns `RELATION`, with ids for its type and ends."""
        return (
            None if relation.id == relation.usual_id else relation.id,
            relation.type,
            relation.source,
            relation.target,
            relation.seat,
            *_dates(relation.period),
            relation.is_derived,
            _said(self._more(relation, _RELATION)),
            *self.place(relation.location),
        )

    def to_relation(self, row: Row) -> Relation:
        """Return the relation in a row of the columns `RELATION`."""
        id_, type_, source, target, seat, start, until, _, more, *place = row
        period = _period(start, until)
        if id_ is None:
            id_ = relation_id(type_, source=source, target=target, seat=seat, period=period)
        else:
            as_text(id_)
        return Relation(
            id=id_,
            type=type_,
            source=source,
            target=target,
            seat=as_optional_text(seat),
            period=period,
            location=self.location(place),
            **(self._unpacked(_decode(more)) if more else _NOTHING),
        )

    def seat(self, seat: Seat) -> Row:
        """Return a seat as a row of the columns `SEAT`, with the id of its body."""
        more = _said(self._more(seat, _SEAT))
        return (seat.body, seat.key, *_dates(seat.period), more, *self.place(seat.location))

    def to_seat(self, row: Row) -> Seat:
        """Return the seat in a row of the columns `SEAT`."""
        body, key, start, until, more, *place = row
        return Seat(
            body=body,
            key=as_text(key),
            period=_period(start, until),
            location=self.location(place),
            **self._unpacked(_unsaid(more)),
        )

    def purpose(self, purpose: Statement) -> str:
        """Return a purpose of a node, as JSON."""
        return _encode(pack_purposes((purpose,), self))

    def with_purposes(self, more: str | None, purposes: Iterable[str]) -> str:
        """Return the JSON of a node with its purposes, each of them packed."""
        said = _unsaid(more) | {"purposes": [_decode(purpose)[0] for purpose in purposes]}
        # In the order in which all of it would be packed at once; the name comes last.
        order = [*(name for name, _, _ in _NODE), "name"]
        return _encode(dict(sorted(said.items(), key=lambda each: order.index(each[0]))))

    def _more(
        self, thing: Node | Relation | Seat, attributes: list[tuple[str, Any, Form]]
    ) -> dict[str, Json]:
        return {
            name: form.pack(value, self)
            for name, default, form in attributes
            # Most are the default itself, which is told faster than what is equal to it.
            if (value := getattr(thing, name)) is not default and value != default
        }

    def _unpacked(self, said: Mapping[str, Json]) -> dict[str, Any]:
        # The name of a seat is the only text that has no form under its own name.
        return {name: FORMS.get(name, TEXT).unpack(value, self) for name, value in said.items()}


_NOTHING: Mapping[str, Any] = {}


def _said(more: dict[str, Json]) -> str | None:
    return _encode(more) if more else None


def _unsaid(more: str | None) -> dict[str, Json]:
    return _decode(more) if more else {}


def _dates(period: Period) -> tuple[str | None, str | None]:
    if period is ALWAYS:
        return None, None
    start, until = period
    return (None if start is None else str(start), None if until is None else str(until))


@lru_cache(4_096)
def _period(start: str | None, until: str | None) -> Period:
    if start is None and until is None:
        return ALWAYS
    return Period(*(None if text is None else PartialDate.parse(text) for text in (start, until)))

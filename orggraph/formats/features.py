"""What a format can carry of the model, feature by feature, and what is lost of a graph by it.

A format says which features it carries. From that follow the loss report of a conversion and the
law of the round trip: what is read again is what was written, without the features that are lost.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, replace
from typing import Any, NamedTuple, TypeVar

from orggraph.formats.exchange import Content, Remarks
from orggraph.model import (
    Node,
    Parts,
    Relation,
    RoleName,
    RuleSetting,
    Seat,
    SetAside,
    Source,
    Statement,
)
from orggraph.text import LocalText
from orggraph.vocabulary import core_vocabulary

Thing = Node | Relation | Seat
T = TypeVar("T", Node, Relation, Seat)


class _Group(NamedTuple):
    """Attributes of a thing that are one feature; each has its default where it is not carried."""

    thing: type[Thing]
    attributes: tuple[str, ...]


_ATTRIBUTES = {
    "node.identifiers": _Group(Node, ("identifiers",)),
    "node.aliases": _Group(Node, ("aliases",)),
    "node.title": _Group(Node, ("title",)),
    "node.classification": _Group(Node, ("classification",)),
    "node.collective": _Group(Node, ("collective",)),
    "node.roster": _Group(Node, ("roster",)),
    "node.purposes": _Group(Node, ("purposes",)),
    "node.dates": _Group(Node, ("period",)),
    "node.status": _Group(Node, ("status",)),
    "node.note": _Group(Node, ("note",)),
    "node.evidence": _Group(Node, ("evidence",)),
    "relation.role": _Group(Relation, ("role",)),
    "relation.vote": _Group(Relation, ("vote",)),
    "relation.seat": _Group(Relation, ("seat", "seat_body")),
    "relation.represents": _Group(Relation, ("represents",)),
    "relation.dates": _Group(Relation, ("period",)),
    "relation.line": _Group(Relation, ("line",)),
    "relation.status": _Group(Relation, ("status",)),
    "relation.inferred": _Group(Relation, ("inferred",)),
    "relation.note": _Group(Relation, ("note",)),
    "relation.evidence": _Group(Relation, ("evidence",)),
    "seat.name": _Group(Seat, ("name",)),
    "seat.count": _Group(Seat, ("count",)),
    "seat.role": _Group(Seat, ("role",)),
    "seat.fillings": _Group(Seat, ("fillings",)),
    "seat.term": _Group(Seat, ("term",)),
    "seat.vote": _Group(Seat, ("vote",)),
    "seat.represents": _Group(Seat, ("represents",)),
    "seat.dates": _Group(Seat, ("period",)),
    "seat.status": _Group(Seat, ("status",)),
    "seat.note": _Group(Seat, ("note",)),
    "seat.evidence": _Group(Seat, ("evidence",)),
}
_DEFAULTS: dict[type[Thing], dict[str, Any]] = {
    thing: {field.name: field.default for field in fields(thing)}
    for thing in (Node, Relation, Seat)
}
FEATURES = (
    "title", "translations", "sources", "rules", "vocabulary",
    "seats", "relation.id", *_ATTRIBUTES,
)  # fmt: skip
"""All features, by name: of the graph, of its parts as wholes, and of their attributes."""


def all_but(*features: str) -> frozenset[str]:
    """Return all features without some; raises KeyError for one that there is not."""
    for feature in features:
        if feature not in FEATURES:
            raise KeyError(feature)
    return frozenset(FEATURES) - set(features)


def find_losses(content: Content, carries: Collection[str] | None) -> Remarks:
    """Return what of ``content`` a format loses that carries these features, counted.

    Each is counted by the things that have it: the nodes with a note, the seats with a term.
    """
    lost = Remarks()
    if carries is None:
        return lost
    missing = [feature for feature in FEATURES if feature not in carries]
    # Attributes are looked at all together, since content may be long to go through.
    groups = {f: _ATTRIBUTES[f] for f in missing if f in _ATTRIBUTES}
    counted = _count_set(content, groups)
    for feature in missing:
        if feature in groups:
            if feature in counted:
                times, example = counted[feature]
                lost.add(feature, example, times=times)
            continue
        for example in _iter_set(content, feature):
            lost.add(feature, example)
    return lost


def _count_set(content: Content, groups: Mapping[str, _Group]) -> dict[str, tuple[int, str]]:
    """Return how many things have each of some features, and the first that has."""
    counted: dict[str, tuple[int, str]] = {}
    for kind, defaults in _DEFAULTS.items():
        tests = [
            (feature, name, defaults[name])
            for feature, group in groups.items()
            if group.thing is kind
            for name in group.attributes
        ]
        for thing in _things(content, kind) if tests else ():
            found = {f for f, name, default in tests if getattr(thing, name) != default}
            for feature in found:
                times, example = counted.get(feature, (0, thing.id))
                counted[feature] = times + 1, example
    return counted


def keep(parts: Parts, carries: Collection[str] | None) -> Parts:
    """Return what is left of ``parts`` in a format that carries these features."""
    if carries is None:
        return parts
    relations = tuple(_cleared(relation, carries) for relation in parts.relations)
    if "seats" not in carries:
        relations = tuple(replace(r, seat=None, seat_body=None) for r in relations)
    if "relation.id" not in carries:
        relations = tuple(replace(r, id=r.usual_id) for r in relations)
    kept = replace(
        parts,
        nodes=tuple(_cleared(node, carries) for node in parts.nodes),
        relations=relations,
        seats=tuple(_cleared(seat, carries) for seat in parts.seats if "seats" in carries),
        sources=parts.sources if "sources" in carries else (),
        settings=parts.settings if "rules" in carries else (),
        title=parts.title if "title" in carries else None,
        vocabulary=parts.vocabulary if "vocabulary" in carries else core_vocabulary(),
    )
    return kept if "translations" in carries else _untranslated(kept)


def _iter_set(content: Content, feature: str) -> Iterator[str]:
    """Yield what has a feature that is no attribute, by the id of each thing."""
    match feature:
        case "title" if content.title:
            yield content.title.original
        case "sources":
            yield from content.sources
        case "rules":
            yield from (setting.code for setting in content.settings)
        case "vocabulary":
            yield from _own_terms(content)
        case "seats":
            yield from (seat.id for seat in content.iter_seats())
        case "relation.id":
            yield from (r.id for r in content.iter_stated() if r.id != r.usual_id)
        case "translations":
            yield from _translated(content)


def _translated(content: Content) -> Iterator[str]:
    if content.title and _untranslated(content.title) != content.title:
        yield content.title.original
    yield from (s.id for s in content.sources.values() if _untranslated(s) != s)
    yield from (s.code for s in content.settings if _untranslated(s) != s)
    yield from (t.id for t in _things(content) if _untranslated(t) != t)


def _things(content: Content, *kinds: type[Thing]) -> Iterator[Thing]:
    if Node in kinds or not kinds:
        yield from content.iter_nodes()
    if Seat in kinds or not kinds:
        yield from content.iter_seats()
    if Relation in kinds or not kinds:
        yield from content.iter_stated()


def _own_terms(content: Content) -> Iterator[str]:
    core, own = core_vocabulary(), content.vocabulary
    pairs: tuple[tuple[Any, Any], ...] = (
        (own.families, core.families), (own.types, core.types), (own.roles, core.roles),
    )  # fmt: skip
    for terms, known in pairs:
        yield from (id_ for id_, term in terms.items() if known.get(id_) != term)


def _cleared(thing: T, carries: Collection[str]) -> T:
    """Return a thing without the features that are not carried."""
    defaults = _DEFAULTS[type(thing)]
    lost = {
        name: defaults[name]
        for feature, group in _ATTRIBUTES.items()
        if group.thing is type(thing) and feature not in carries
        for name in group.attributes
    }
    return replace(thing, **lost) if lost else thing


def _untranslated(value: Any) -> Any:
    """Return a value with each text in the language that it was written in alone."""
    match value:
        case LocalText():
            return LocalText(value.values[:1])
        case RoleName():
            # What a role of the vocabulary is called is not the data's to lose.
            return value if value.id else value._replace(label=_untranslated(value.label))
        case Parts() | Node() | Relation() | Seat() | Source() | SetAside() | RuleSetting():
            texts = {f.name: _untranslated(getattr(value, f.name)) for f in fields(value)}
            return replace(value, **texts)
        case Statement():
            return value._replace(text=_untranslated(value.text))
        case tuple() if type(value) is tuple:
            return tuple(_untranslated(item) for item in value)
        case _:
            return value

"""What a graph says of the whole, as rows: its title, terms, sources and rules."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from orggraph.model import OFF, SEVERITIES, RuleSetting, SetAside, Source
from orggraph.source import Location
from orggraph.store.forms import NOWHERE
from orggraph.store.packing import Packing, Row
from orggraph.store.trust import (
    as_local_text,
    as_number,
    as_one_of,
    as_optional_text,
    as_text,
    as_texts,
)
from orggraph.text import LocalText
from orggraph.vocabulary import Family, Kind, RelationType, Role, Vocabulary

_SOURCE = ("publisher", "date", "url", "file", "sha256")


class Head(NamedTuple):
    """What a graph says of the whole, but for its counts."""

    title: LocalText | None
    language: str
    vocabulary: Vocabulary
    sources: Mapping[str, Source]
    settings: tuple[RuleSetting, ...]


def iter_rows(head: Head, packing: Packing) -> Iterator[tuple[str, Row]]:
    """Yield the rows of a head, each with its table, numbers first."""
    vocabulary = head.vocabulary
    for rank, kind in enumerate(vocabulary.kinds.values()):
        said = _said(
            label=dict(kind.label.values),
            sections=kind.sections,
            iri=kind.iri,
            aliases=kind.aliases,
        )
        yield "kind", (rank, kind.id, kind.label.in_language(head.language), said)
    for rank, family in enumerate(vocabulary.families.values()):
        said = _said(label=dict(family.label.values))
        yield "family", (rank, family.id, family.label.in_language(head.language), said)
    for rank, type_ in enumerate(vocabulary.types.values()):
        labels = (text.in_language(head.language) for text in (type_.label, type_.inverse))
        yield "type", (rank, type_.id, type_.family, *labels, _said(**_pack_type(type_)))
    for number, role in enumerate(vocabulary.roles.values()):
        said = _said(label=dict(role.label.values), rank=role.rank, aliases=role.aliases)
        yield "role", (number, role.id, role.label.in_language(head.language), said)
    for number, source in enumerate(head.sources.values()):
        said = _said(**_pack_source(source, packing))
        yield "source", (number, source.id, source.title.original, said)
    for number, setting in enumerate(head.settings):
        place = packing.place(setting.location)
        said = _said(reason=packing.text(setting.reason), subjects=setting.subjects)
        row = number, setting.code, setting.severity, setting.reason.original
        yield "rule", (*row, said, *place)


def _pack_type(type_: RelationType) -> dict[str, Any]:
    return {
        "label": dict(type_.label.values),
        "inverse": dict(type_.inverse.values),
        "sources": sorted(type_.sources),
        "targets": sorted(type_.targets),
        "traits": sorted(type_.traits),
        "aliases": type_.aliases,
        "inverse_aliases": type_.inverse_aliases,
        "iri": type_.iri,
    }


def _pack_source(source: Source, packing: Packing) -> dict[str, Any]:
    more: dict[str, Any] = {"title": packing.text(source.title)}
    if source.location is not None:
        more["at"] = packing.place(source.location)
    more |= {name: getattr(source, name) for name in _SOURCE if getattr(source, name) is not None}
    if source.set_aside:
        more["set_aside"] = [
            [aside.quote, packing.text(aside.reason), packing.place(aside.location)]
            for aside in source.set_aside
        ]
    return more


def unpack_vocabulary(rows: Mapping[str, list[Row]]) -> Vocabulary:
    """Return the terms in the rows of ``kind``, ``family``, ``type`` and ``role``, in order."""
    kinds = (
        Kind(
            as_text(id_),
            as_local_text(more["label"]),
            as_texts(more["sections"]),
            as_optional_text(more["iri"]),
            as_texts(more["aliases"]),
        )
        for _, id_, _, more in _unsaid(rows["kind"])
    )
    found = (
        Family(as_text(id_), as_local_text(more["label"]))
        for _, id_, _, more in _unsaid(rows["family"])
    )
    families = {family.id: family for family in found}
    types = (
        RelationType(
            as_text(id_),
            as_one_of(family, families),
            as_local_text(more["label"]),
            as_local_text(more["inverse"]),
            frozenset(as_texts(more["sources"])),
            frozenset(as_texts(more["targets"])),
            frozenset(as_texts(more["traits"])),
            as_texts(more["aliases"]),
            as_texts(more["inverse_aliases"]),
            as_optional_text(more["iri"]),
        )
        for _, id_, family, _, _, more in _unsaid(rows["type"])
    )
    roles = (
        Role(
            as_text(id_),
            as_local_text(more["label"]),
            as_number(more["rank"]),
            as_texts(more["aliases"]),
        )
        for _, id_, _, more in _unsaid(rows["role"])
    )
    return Vocabulary(
        {kind.id: kind for kind in kinds},
        families,
        {type_.id: type_ for type_ in types},
        {role.id: role for role in roles},
    )


def unpack_source(row: Row, packing: Packing, home: Location | None) -> Source:
    """Return the source in a row of ``source``, its number first.

    Its document is near ``home``, or where None is given near the file that it was read from.
    """
    _, id_, _, said = row
    more = json.loads(said)
    asides = tuple(
        SetAside(as_text(quote), packing.to_text(reason), packing.location(where))
        for quote, reason, where in more.get("set_aside", ())
    )
    return Source(
        id=as_text(id_),
        title=packing.to_text(more["title"]),
        set_aside=asides,
        location=home or packing.location(more.get("at", NOWHERE)),
        **{name: as_text(more[name]) for name in _SOURCE if name in more},
    )


def unpack_setting(row: Row, packing: Packing) -> RuleSetting:
    """Return the setting of a rule in a row of ``rule``, its number first."""
    _, code, severity, _, said, *place = row
    more = json.loads(said)
    return RuleSetting(
        code=as_text(code),
        severity=as_one_of(severity, (OFF, *SEVERITIES)),
        reason=packing.to_text(more["reason"]),
        subjects=as_texts(more["subjects"]),
        location=packing.location(place),
    )


def _said(**more: Any) -> str:
    return json.dumps(more, ensure_ascii=False)


def _unsaid(rows: list[Row]) -> Iterator[Row]:
    return ((*row[:-1], json.loads(row[-1])) for row in rows)

"""Read the relations that stand under a node, and the members of a body."""

from collections.abc import Mapping

from orggraph.formats.yaml.context import (
    Context,
    is_absent,
    items,
    period_of,
    places_of,
    read_role,
)
from orggraph.formats.yaml.fields import RELATION_FIELDS
from orggraph.model import Relation, relation_id
from orggraph.source import Location
from orggraph.source.fields import Read, read_map, read_text
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.vocabulary import Kind, RelationType


def read_relations(
    file: Context, node: str, type_: RelationType, value: YamlNode, *, inverse: bool
) -> None:
    """Read what stands under a label: an id, a list of ids, or ids with attributes."""
    if is_absent(value):
        return
    if isinstance(value, YamlMap):
        for key, attributes in value.entries:
            several = attributes.items if isinstance(attributes, YamlList) else (attributes,)
            for each in several:
                _add_relation(file, node, type_, key, each, inverse=inverse)
    elif isinstance(value, YamlList):
        for item in value.items:
            read_relations(file, node, type_, item, inverse=inverse)
    elif read_text(value, file.reading) is not None:
        _add_relation(file, node, type_, value, None, inverse=inverse)


def _add_relation(
    file: Context,
    node: str,
    type_: RelationType,
    other: YamlText,
    attributes: YamlNode | None,
    *,
    inverse: bool,
) -> None:
    if attributes is None or is_absent(attributes):
        read = Read({}, {}, other.location)
    else:
        read = read_map(attributes, RELATION_FIELDS, file.reading)
    source, target = (other.text, node) if inverse else (node, other.text)
    end = "source" if inverse else "target"
    put_relation(file, type_, source, target, read, other.location, {end: other.location})


def put_relation(
    file: Context,
    type_: RelationType,
    source: str,
    target: str,
    read: Read,
    place: Location,
    ends: Mapping[str, Location],
) -> None:
    """Add a relation to the draft; ``ends`` tells where its source and target stand."""
    source, target = source.strip(), target.strip()
    seat_body, _, seat = (read.get("seat") or "").rpartition("/")
    if "roster" in type_.traits and seat_body == target:
        seat_body = ""
    period = period_of(read)
    relation = Relation(
        id=read.get("id")
        or relation_id(type_.id, source=source, target=target, seat=seat, period=period),
        type=type_.id,
        source=source,
        target=target,
        role=read_role(file, read),
        vote=read.get("vote"),
        seat=seat or None,
        seat_body=seat_body or None,
        represents=read.get("represents"),
        period=period,
        line=read.get("line", "solid"),
        status=read.get("status", "stated"),
        inferred=read.get("inferred", ()),
        note=read.get("note"),
        evidence=read.get("evidence", ()),
        location=place,
    )
    file.draft.relations.append(relation)
    file.draft.put_places(relation, {**places_of(read), **ends})


def read_members(file: Context, body: str, value: YamlNode) -> None:
    """Read the members of a body: who holds which seat."""
    roster = next(t for t in file.vocabulary.types.values() if "roster" in t.traits)
    for item in items(file, value):
        if isinstance(item, YamlMap):
            _read_member(file, body, roster, item)
        elif read_text(item, file.reading) is not None and isinstance(item, YamlText):
            _add_relation(file, body, roster, item, None, inverse=True)


def _read_member(file: Context, body: str, roster: RelationType, item: YamlMap) -> None:
    named: list[tuple[Kind | None, YamlText]] = []

    def other(key: YamlText, value: YamlNode) -> bool:
        kind = file.vocabulary.find_kind(key.text)
        if kind is None and key.text not in ("member", "medlem"):
            return False
        if read_text(value, file.reading) is not None and isinstance(value, YamlText):
            named.append((kind, value))
        return True

    kinds = tuple(file.vocabulary.kinds)
    read = read_map(
        item, RELATION_FIELDS, file.reading, other=other, other_words=lambda: (*kinds, "member")
    )
    if len(named) != 1:
        file.reading.report("one-member", item.location, kinds=", ".join((*kinds, "member")))
        return
    kind, member = named[0]
    if kind is not None:
        file.draft.expected_kinds.append((member, kind.id))
    put_relation(
        file, roster, member.text, body, read, member.location, {"source": member.location}
    )

"""Read the properties of one FollowTheMoney entity as the keys of a data file."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from orggraph.formats.dates import find_date
from orggraph.formats.exchange import Remarks
from orggraph.formats.ftm.terms import DATES, LINK_FIELDS, LINKS, NODES, OTHER_NAMES
from orggraph.source import Location
from orggraph.source.yaml_tree import YamlNode, YamlText

_SHOWN = 60


@dataclass
class Entity:
    """An entity with its properties, each a list of values, and its extension."""

    id: str
    schema: str
    location: Location
    properties: dict[str, list[YamlText]] = field(default_factory=dict)
    extension: dict[str, YamlNode] = field(default_factory=dict)

    def add(self, name: str, values: list[YamlText]) -> None:
        """Add values of a property, each once."""
        for value in values:
            known = self.properties.setdefault(name, [])
            if all(value.text != other.text for other in known):
                known.append(value)


def read_node_fields(entity: Entity, remarks: Remarks) -> dict[str, Any]:
    """Return what a node says, as keys of a data file; what is not understood is remarked.

    The reference to another node is not among it.
    """
    schema = NODES[entity.schema]
    left = dict(entity.properties)
    if schema.reference:
        left.pop(schema.reference[0], None)
    names = left.pop("name", [])
    read = _fields(entity, {k: v for k, v in schema.fields.items() if k != "name"}, left, remarks)
    aliases = names[1:]
    for key in OTHER_NAMES:
        aliases += left.pop(key, [])
    if names:
        read["name"] = names[0]
    else:
        remarks.add("nameless", entity.id, entity.schema)
        read["name"] = entity.id
    by_text = {alias.text: alias for alias in reversed(aliases)}
    if unique := [alias for alias in aliases if by_text.get(alias.text) is alias]:
        read["aliases"] = unique
    if found := {key: left.pop(key) for key in list(left) if key in schema.identifiers}:
        read["identifiers"] = found
    if schema.said and "classification" not in read:
        read["classification"] = schema.said
    elif schema.said:
        remarks.add("value", f"{entity.id}: {entity.schema}", "schema")
    _tell_rest(entity, left, remarks)
    return read


def read_link_fields(entity: Entity, remarks: Remarks) -> dict[str, Any]:
    """Return what a relation says, as keys of a data file, without its ends."""
    schema = LINKS[entity.schema]
    left = dict(entity.properties)
    left.pop(schema.source, None)
    left.pop(schema.target, None)
    read = _fields(entity, LINK_FIELDS, left, remarks)
    if schema.role:
        read.setdefault("role", schema.role)
    _tell_rest(entity, left, remarks)
    return read


def _fields(
    entity: Entity,
    fields: Mapping[str, str],
    left: dict[str, list[YamlText]],
    remarks: Remarks,
) -> dict[str, Any]:
    """Take properties that have one value to us; further values are remarked."""
    read: dict[str, Any] = {}
    for name, ours in fields.items():
        for value in left.pop(name, []):
            text = find_date(value.text) if ours in DATES else value.text
            if text is not None and ours not in read:
                read[ours] = value._replace(text=text)
            if text != value.text or read[ours].text != text:
                shown = f"{entity.id}: {value.text}"[:_SHOWN]
                remarks.add("value", shown, f"{entity.schema}.{name}")
    return read


def _tell_rest(entity: Entity, left: Mapping[str, list[YamlText]], remarks: Remarks) -> None:
    for name, values in left.items():
        shown = f"{entity.id}: {values[0].text}"[:_SHOWN]
        remarks.add("property", shown, f"{entity.schema}.{name}", times=len(values))

"""Write FollowTheMoney entities as JSON lines.

A relation that the model has no schema for is an `UnknownLink` with the words of its type as role.
What no property can hold is in the member `orggraph` beside the properties, in the words of a data
file; readers of FollowTheMoney take such members as context and leave them alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from orggraph.formats.entries import Entries
from orggraph.formats.exchange import Content, Output, Remarks, WriteOptions
from orggraph.formats.extension import as_texts, find_differences, find_former_ids
from orggraph.formats.ftm.entities import Entity, read_link_fields, read_node_fields
from orggraph.formats.ftm.terms import (
    EXTENSION,
    HEAD_SCHEMA,
    LINK_FIELDS,
    LINKS,
    NO_ROLE,
    NODES,
    OTHER_NAMES,
    SCHEME,
    WRITTEN_LINKS,
    find_by_trait,
    schema_of,
)
from orggraph.formats.ids import is_id, make_mark, make_slug
from orggraph.formats.json_text import render_json
from orggraph.model import Node, Relation
from orggraph.source import Location
from orggraph.source.json_reading import plain
from orggraph.source.yaml_tree import YamlText
from orggraph.vocabulary import core_vocabulary

Json = dict[str, Any]
_LONGEST = 200
_SAFE_ID = re.compile(r"[0-9a-zA-Z](?:[0-9a-zA-Z.\-]*[0-9a-zA-Z])?")  # as its library checks them
_NOWHERE = Location("", 0, 0)


def write_ftm(content: Content, options: WriteOptions) -> Output:
    """Return a graph as entities, one a line; all of it comes back when it is read again."""
    lines = (f"{render_json(e, indent=None)}\n".encode() for e in _Writer(content).iter_entities())
    return Output({"": lines}, Remarks())


class _Writer:
    def __init__(self, content: Content) -> None:
        self.content = content
        self.entries = Entries(content)
        self.nodes = {node.id: node for node in content.iter_nodes()}
        self.schemata = {
            n.id: schema_of(n.kind, n.classification.original if n.classification else None)
            for n in self.nodes.values()
        }
        self.ids = self._make_ids()
        self._extensions: dict[str, Json] = {id_: {} for id_ in self.nodes}
        self._references: dict[str, dict[str, list[str]]] = {id_: {} for id_ in self.nodes}

    def iter_entities(self) -> Iterator[Json]:
        """Yield the entities: what stands at the top, the nodes, the relations."""
        for seat in self.content.iter_seats():
            seats = self._extensions[seat.body].setdefault("seats", {})
            seats[seat.key] = as_texts(self.entries.seat(seat))
        links = [r for r in self.content.iter_stated() if not self._refers(r)]
        head = as_texts(self.entries.head())
        id_ = self._free_id("orggraph")
        title = self.content.title.original if self.content.title else "orggraph"
        yield _entity(id_, HEAD_SCHEMA, {"name": [title]}, {"graph": head})
        for node in self.nodes.values():
            yield self._node(node)
        for relation in links:
            yield self._link(relation)

    def _make_ids(self) -> dict[str, str]:
        """Return FollowTheMoney's id of each node: the one that it had, where it has one."""
        had = find_former_ids(self.nodes, SCHEME)
        times = Counter(had.values())
        ids = {id_: value for id_, value in had.items() if times[value] == 1}
        self._taken = {*ids.values(), *filter(_is_safe, self.nodes)}
        for id_ in self.nodes:
            if id_ not in ids:
                ids[id_] = id_ if _is_safe(id_) else self._free_id(id_)
        return ids

    def _free_id(self, id_: str) -> str:
        """Return an id that FollowTheMoney takes and that no other entity has."""
        safe = id_ if _is_safe(id_) else f"{_safe_words(id_)}{make_mark(id_)}"
        while safe in self._taken:
            safe += "0"
        self._taken.add(safe)
        return safe

    def _node(self, node: Node) -> Json:
        name = self.schemata[node.id]
        schema = NODES[name]
        own = self.ids[node.id]
        entry = as_texts(self.entries.node(node))
        texts = {
            "name": node.name,
            "title": node.title,
            "classification": node.classification,
            "note": node.note,
        }
        said: dict[str, list[str]] = {}
        for key, ours in schema.fields.items():
            text = texts.get(ours)
            if ours == "classification" and schema.said:
                continue
            if text is not None:
                said[key] = [text.original]
            elif ours in ("from", "until") and ours in entry:
                said[key] = [entry[ours]]
        if node.aliases:
            said[OTHER_NAMES[0]] = list(dict.fromkeys(node.aliases))
        for scheme, value in node.identifiers:
            if scheme in schema.identifiers:
                said.setdefault(scheme, []).append(value)
        read = self._read_again(own, name, said)
        said |= self._references[node.id]
        if own != node.id:
            read.setdefault("identifiers", {})[SCHEME] = [own]
        extension: Json = {}
        if own != node.id or not is_id(own):
            extension["id"] = node.id
        has_parent = bool(self._references[node.id]) and name == "Organization"
        if node.kind != ("body" if has_parent else schema.kind):
            extension["kind"] = node.kind
        extension |= find_differences(entry, read) | self._extensions[node.id]
        return _entity(own, name, said, extension)

    def _refers(self, relation: Relation) -> bool:
        """Keep a relation as a property of its source, where that says all of it."""
        schema = NODES[self.schemata[relation.source]]
        if schema.reference is None or self.entries.relation(relation):
            return False
        name, iri = schema.reference
        core = core_vocabulary().types
        if relation.type not in core or core[relation.type].iri != iri:
            return False
        if self.nodes[relation.target].kind not in ("organisation", "body"):
            return False
        targets = self._references[relation.source].setdefault(name, [])
        targets.append(self.ids[relation.target])
        return True

    def _link(self, relation: Relation) -> Json:
        name = self._schema_of(relation)
        link = LINKS[name]
        entry = as_texts(self.entries.relation(relation))
        type_ = self.content.vocabulary.types[relation.type]
        said: dict[str, list[str]] = {}
        for key, ours in LINK_FIELDS.items():
            if ours == "role" and name not in NO_ROLE and relation.role:
                said[key] = [relation.role.label.original]
            elif ours == "role" and link.trait is None:
                said[key] = [type_.label.in_language(self.content.language)]
            elif ours == "note" and relation.note:
                said[key] = [relation.note.original]
            elif ours in ("from", "until") and ours in entry:
                said[key] = [entry[ours]]
        own = self._free_id(relation.id)
        read = self._read_again(own, name, said)
        read["id"] = own
        if own == relation.id:
            entry = {"id": own, **entry}
        extension = find_differences(entry, read)
        if link.trait is None:
            extension["type"] = relation.type
        ends = {
            link.source: [self.ids[relation.source]],
            link.target: [self.ids[relation.target]],
        }
        return _entity(own, name, ends | said, extension)

    def _schema_of(self, relation: Relation) -> str:
        kinds = self.nodes[relation.source].kind, self.nodes[relation.target].kind
        core = core_vocabulary()
        for name in WRITTEN_LINKS:
            link = LINKS[name]
            fits = all(kind in ends for kind, ends in zip(kinds, link.ends, strict=True))
            if fits and find_by_trait(core, link.trait) in (relation.type, None):
                return name
        raise AssertionError(relation)  # the last of them takes everything

    def _read_again(self, id_: str, schema: str, said: dict[str, list[str]]) -> Json:
        """Return what the reader makes of an entity."""
        entity = Entity(id_, schema, _NOWHERE)
        for key, values in said.items():
            entity.add(key, [YamlText(value, False, _NOWHERE) for value in values])
        read = read_node_fields if schema in NODES else read_link_fields
        again: Json = plain(read(entity, Remarks()))
        return again


def _is_safe(id_: str) -> bool:
    return len(id_) <= _LONGEST and _SAFE_ID.fullmatch(id_) is not None


def _safe_words(id_: str) -> str:
    """Return what is left of an id in ASCII, with a hyphen after it."""
    words = re.sub("[^0-9a-z]+", "-", make_slug(id_.replace(":", " "))).strip("-")
    return f"{words}-" if words else ""


def _entity(id_: str, schema: str, properties: dict[str, list[str]], extension: Json) -> Json:
    entity: Json = {"id": id_, "schema": schema, "properties": properties}
    return entity | ({EXTENSION: extension} if extension else {})

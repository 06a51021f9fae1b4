"""Read FollowTheMoney entities, as JSON lines or as a list.

Persons, organisations and positions are nodes; an organisation with a parent is a body. Links of
persons and organisations are relations; a directorship is a membership with the role of a director.
An unknown link says nothing that a relation could, so only those that we wrote are relations.
"""

from functools import partial
from typing import Any

from orggraph.formats.document import Document
from orggraph.formats.exchange import Gathered, Origin, ReadOptions, Remarks, unreadable
from orggraph.formats.ftm.entities import Entity, read_link_fields, read_node_fields
from orggraph.formats.ftm.terms import EXTENSION, LINKS, NODES, SCHEME, find_by_trait
from orggraph.formats.ids import is_relation_id, make_ids
from orggraph.formats.links import Link, add_links
from orggraph.source import Location, Problem, problem
from orggraph.source.json_reading import JsonObject, plain, show, wrong_shape
from orggraph.source.json_tree import parse_json_lines
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.vocabulary import core_vocabulary

_BESIDE = {"caption", "datasets", "referents", "first_seen", "last_seen", "last_change", "target"}
_BODY = "body"


def read_ftm(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what the entities of a file say.

    Problems in the draft: what is no JSON, what has the wrong type, a file without any entity.
    Remarks: schemata, properties, values and references that are not understood.
    """
    text = origin.read_text()
    if isinstance(text, Problem):
        return unreadable(text)
    values, problems = parse_json_lines(text, origin.shown)
    if not values and not problems:
        problems.append(problem("ftm-nothing", Location(origin.shown, 0, 0)))
    reader = _Reader(origin.shown, problems)
    for value in values:
        reader.add(value)
    gathered = reader.read(options)
    gathered.draft.problems.extend(problems)
    gathered.draft.texts[origin.shown] = text
    return gathered


class _Reader:
    def __init__(self, shown: str, problems: list[Problem]) -> None:
        self.document = Document(shown)
        self.problems = problems
        self.remarks = Remarks()
        self.entities: dict[str, Entity] = {}
        self._vocabulary = core_vocabulary()
        self._ids: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self._links: list[Link] = []

    def add(self, value: YamlNode) -> None:
        """Add an entity, or what another line says of the same one."""
        if not isinstance(value, YamlMap):
            self.problems.append(wrong_shape("a-mapping", value))
            return
        said = JsonObject(value, self.problems)
        id_, schema = said.take_text("id"), said.take_text("schema")
        if id_ is None or schema is None:
            missing = "id" if id_ is None else "schema"
            self.problems.append(problem("missing-key", value.location, key=missing))
            return
        entity = self.entities.setdefault(id_.text, Entity(id_.text, schema.text, value.location))
        if entity.schema != schema.text:
            self.remarks.add("value", f"{id_.text}: {schema.text}", "schema")
        for name, values in _entries(said.take_map("properties")):
            entity.add(name, self._values(values))
        for name, node in _entries(said.take_map(EXTENSION)):
            entity.extension.setdefault(name, node)
        for name, node in said.iter_left():
            if name not in _BESIDE:
                self.remarks.add("property", show(node), name)

    def read(self, options: ReadOptions) -> Gathered:
        """Return what all the entities say."""
        self._ids = self._make_ids()
        for entity in self.entities.values():
            if "graph" in entity.extension:
                graph = entity.extension["graph"]
                if isinstance(graph, YamlMap):
                    self.document.head.update(_entries(graph))
                else:
                    self.problems.append(wrong_shape("a-mapping", graph))
            elif entity.id in self._ids:
                self._read_node(entity)
        for entity in self.entities.values():
            self._read_references(entity)
            if entity.schema in LINKS:
                self._read_link(entity)
            elif entity.id not in self._ids and "graph" not in entity.extension:
                self.remarks.add("class", entity.id, entity.schema)
        add_links(self.document, self._links)
        gathered = self.document.gather(options.language)
        gathered.remarks = self.remarks
        return gathered

    def _values(self, node: YamlNode) -> list[YamlText]:
        """Return the values of a property; an entity in place of its id is its id."""
        values: list[YamlText] = []
        for item in node.items if isinstance(node, YamlList) else (node,):
            if isinstance(item, YamlMap):
                inner = dict(_entries(item)).get("id")
                self.add(item)
                item = inner if inner is not None else item
            if isinstance(item, YamlText):
                if item.text.strip() and not item.is_absent:
                    values.append(item._replace(text=item.text.strip(), plain=False))
            else:
                self.problems.append(wrong_shape("a-text", item))
        return values

    def _make_ids(self) -> dict[str, str]:
        nodes = [
            entity
            for entity in self.entities.values()
            if entity.schema in NODES and "graph" not in entity.extension
        ]
        own = {n.id: str(plain(n.extension["id"])) for n in nodes if "id" in n.extension}
        others = [node.id for node in nodes if node.id not in own]
        return own | dict(make_ids(others, taken=set(own.values())))

    def _read_node(self, entity: Entity) -> None:
        schema = NODES[entity.schema]
        id_ = self._ids[entity.id]
        fields = read_node_fields(entity, self.remarks)
        if entity.id != id_:
            fields.setdefault("identifiers", {})[SCHEME] = [entity.id]
        extension = dict(entity.extension)
        kind = schema.kind
        if schema.reference and schema.said is None and kind != "post":
            parents = entity.properties.get(schema.reference[0], [])
            kind = _BODY if any(p.text in self._ids for p in parents) else kind
        kind = str(plain(extension.pop("kind", kind)))
        if kind not in self._vocabulary.kinds:
            self.problems.append(problem("json-kind", entity.location, kind=kind))
            kind = schema.kind
        extension.pop("id", None)
        self._kinds[id_] = kind
        self.document.add_node(kind, id_, fields | extension, entity.location)

    def _read_references(self, entity: Entity) -> None:
        if entity.id not in self._ids:
            return
        reference = NODES[entity.schema].reference
        if reference is None:
            return
        name, iri = reference
        type_ = next(t.id for t in self._vocabulary.types.values() if t.iri == iri)
        for value in entity.properties.get(name, []):
            if target := self._find(entity, name, value):
                self._put(self._ids[entity.id], type_, target, {}, entity)

    def _read_link(self, entity: Entity) -> None:
        schema = LINKS[entity.schema]
        fields = read_link_fields(entity, self.remarks)
        if is_relation_id(entity.id):
            fields["id"] = entity.id
        else:
            self.remarks.add("value", entity.id, f"{entity.schema}.id")
        extension = dict(entity.extension)
        given = extension.pop("type", None)
        type_ = find_by_trait(self._vocabulary, schema.trait) if given is None else plain(given)
        if type_ is None:
            self.remarks.add("class", entity.id, entity.schema)
            return
        ends = [entity.properties.get(end, []) for end in (schema.source, schema.target)]
        if not all(ends):
            missing = schema.target if ends[0] else schema.source
            self.remarks.add("reference", entity.id, f"{entity.schema}.{missing}")
            return
        pairs = [(source, target) for source in ends[0] for target in ends[1]]
        for source, target in pairs:
            one = self._find(entity, schema.source, source)
            other = self._find(entity, schema.target, target)
            if one and other:
                said = {k: v for k, v in (fields | extension).items() if not _is_absent(v)}
                if len(pairs) > 1:
                    said.pop("id", None)
                self._put(one, str(type_), other, said, entity)

    def _put(
        self, source: str, type_: str, target: str, fields: dict[str, Any], entity: Entity
    ) -> None:
        known = self._vocabulary.types.get(type_)
        if known and (
            self._kinds[source] not in known.sources or self._kinds[target] not in known.targets
        ):
            self.remarks.add("value", f"{entity.id}: {source}, {target}", entity.schema)
            return
        content = partial(str, entity.id)
        self._links.append(Link(source, type_, target, fields, entity.location, content))

    def _find(self, entity: Entity, name: str, value: YamlText) -> str | None:
        if value.text in self._ids and self._ids[value.text] in self._kinds:
            return self._ids[value.text]
        self.remarks.add("reference", value.text, f"{entity.schema}.{name}")
        return None


def _is_absent(value: Any) -> bool:
    return isinstance(value, YamlText) and value.is_absent


def _entries(node: YamlMap | None) -> list[tuple[str, YamlNode]]:
    return [] if node is None else [(key.text, value) for key, value in node.entries]

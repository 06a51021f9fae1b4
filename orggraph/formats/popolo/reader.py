"""Read Popolo JSON.

A person, an organization and a post are nodes; a membership is a relation to the organization, to
the post, or to both. An organization with a parent is a body, one without is an organisation.
What Popolo has no room for stands in the member `orggraph` of an object, in the words of a data
file, and goes before what Popolo says.
"""

from collections import Counter
from functools import partial
from typing import Any

from orggraph.formats.document import Document
from orggraph.formats.exchange import Gathered, Origin, ReadOptions, Remarks, unreadable
from orggraph.formats.ids import is_relation_id, make_ids
from orggraph.formats.links import Link, add_links
from orggraph.formats.popolo.collecting import Collected, Key, Thing
from orggraph.formats.popolo.objects import read_extension, read_fields
from orggraph.formats.popolo.terms import (
    CLASSES,
    HOLDS,
    MEMBER_OF,
    NODE_CLASSES,
    ORGANIZATION_KINDS,
    SCHEME,
    find_by_iri,
)
from orggraph.source import Location, Problem, problem
from orggraph.source.json_reading import JsonObject, plain
from orggraph.source.json_tree import parse_json
from orggraph.source.yaml_tree import YamlMap, YamlText
from orggraph.vocabulary import core_vocabulary


def read_popolo(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what a file of Popolo JSON says.

    Problems in the draft: what is no JSON, what has the wrong type, a file without any object of a
    class that is known. Remarks: members, classes and references that are not understood.
    """
    text = origin.read_text()
    if isinstance(text, Problem):
        return unreadable(text)
    root, problems = parse_json(text, origin.shown)
    remarks = Remarks()
    collected = Collected(remarks, problems)
    if root is not None:
        collected.add_file(root)
    if not problems and not collected.things and collected.extension is None:
        problems.append(problem("popolo-nothing", Location(origin.shown, 0, 0)))
    if root is None or not (collected.things or collected.extension):
        return unreadable(*problems, texts={origin.shown: text})
    gathered = _Reader(origin.shown, collected, options.language).read()
    gathered.draft.problems.extend(problems)
    gathered.draft.texts[origin.shown] = text
    gathered.remarks = remarks
    return gathered


class _Reader:
    def __init__(self, shown: str, collected: Collected, language: str | None) -> None:
        self.collected = collected
        self.remarks = collected.remarks
        self.problems = collected.problems
        self.document = Document(shown)
        if collected.extension is not None:
            head = {key.text: value for key, value in collected.extension.entries}
            self.document.head.update(head)
        own = self.document.head.get("language")
        self.language = language
        self.names_in = own.text if isinstance(own, YamlText) else language or "en"
        self._types = core_vocabulary().types
        self._links: list[Link] = []
        self._kinds: dict[str, str] = {}
        self._extensions = {
            thing.key: read_extension(thing, self.problems) for thing in collected.things.values()
        }
        self._ids = self._make_ids()

    def read(self) -> Gathered:
        for thing in self.collected.of(*NODE_CLASSES):
            self._read_node(thing)
        for thing in self.collected.of("membership"):
            self._read_membership(thing)
        add_links(self.document, self._links)
        return self.document.gather(self.language)

    def _make_ids(self) -> dict[Key, str]:
        """Return our id of each node: the one it brings with it, or one made of Popolo's."""
        ids: dict[Key, str] = {}
        foreign: dict[Key, str] = {}
        things = list(self.collected.of(*NODE_CLASSES))
        times = Counter(t.key[1] for t in things if "id" not in self._extensions[t.key])
        for thing in things:
            own = self._extensions[thing.key].get("id")
            if isinstance(own, YamlText):
                ids[thing.key] = own.text
            else:
                # A person and a post may have the same id there.
                class_name, id_ = thing.key
                foreign[thing.key] = id_ if times[id_] == 1 else f"{class_name}/{id_}"
        made = make_ids(list(foreign.values()), taken=set(ids.values()))
        return ids | {key: made[whole] for key, whole in foreign.items()}

    def _read_node(self, thing: Thing) -> None:
        class_name, foreign = thing.key
        class_ = CLASSES[class_name]
        id_ = self._ids[thing.key]
        fields = read_fields(thing, self.names_in, self.remarks, self.problems)
        if thing.has_id and foreign != id_:
            fields.setdefault("identifiers", {}).setdefault(SCHEME, []).append(foreign)
        extension = dict(self._extensions[thing.key])
        extension.pop("id", None)
        kind = class_.kind
        parent = thing.refers_to.get("parent")
        if class_name == "organization":
            kind = ORGANIZATION_KINDS[parent in self._ids]
        kind = str(plain(extension.pop("kind", kind)))
        if kind not in core_vocabulary().kinds:
            self.problems.append(problem("json-kind", thing.location, kind=kind))
            kind = class_.kind
        self._kinds[id_] = kind
        self._read_relations(id_, extension)
        fields = {**fields, **extension}
        self.document.add_node(kind, id_, fields, thing.location)
        for reference in class_.references:
            target = self._find(thing, reference.name)
            type_ = find_by_iri(self._types, reference.iri)
            if target and type_:
                self._links.append(Link(id_, type_, target, {}, thing.location))

    def _read_relations(self, id_: str, extension: dict[str, Any]) -> None:
        """Take the relations that Popolo has no class for out of an extension."""
        holder = extension.pop("relations", None)
        if holder is None:
            return
        entry = YamlMap(((YamlText("relations", True, holder.location), holder),), holder.location)
        for item in JsonObject(entry, self.problems).take_maps("relations"):
            said = JsonObject(item, self.problems)
            type_, target = said.take_text("type"), said.take_text("target")
            if type_ is None or target is None:
                missing = "type" if type_ is None else "target"
                self.problems.append(problem("missing-key", item.location, key=missing))
                continue
            attributes = dict(said.iter_left())
            self._links.append(Link(id_, type_.text, target.text, attributes, item.location))

    def _read_membership(self, thing: Thing) -> None:
        fields = read_fields(thing, self.names_in, self.remarks, self.problems)
        if thing.has_id and is_relation_id(thing.key[1]):
            fields["id"] = thing.key[1]
        elif thing.has_id:
            self.remarks.add("value", thing.key[1], "memberships.id")
        if represents := self._find(thing, "on_behalf_of"):
            fields["represents"] = represents
        member = self._find(thing, "person") or self._find(thing, "member")
        body, post = self._find(thing, "organization"), self._find(thing, "post")
        fields |= self._extensions[thing.key]
        shown = thing.key[1].rpartition("/")[2]
        if member is None or (body is None and post is None):
            if not {"person", "member"} & set(thing.refers_to):
                self.remarks.add("reference", shown, "memberships.person_id")
            elif not {"organization", "post"} & set(thing.refers_to):
                self.remarks.add("reference", shown, "memberships.organization_id")
            return
        if body is not None:
            self._link(member, MEMBER_OF, body, fields, thing)
        if post is not None:
            if body is not None and "id" in fields:
                fields = {**fields, "id": f"{plain(fields['id'])}:post"}
            self._link(member, HOLDS, post, fields, thing)

    def _link(
        self, source: str, iri: str, target: str, fields: dict[str, Any], thing: Thing
    ) -> None:
        type_ = find_by_iri(self._types, iri)
        assert type_ is not None
        kinds = self._kinds
        fitting = self._types[type_]
        if kinds[source] not in fitting.sources or kinds[target] not in fitting.targets:
            self.remarks.add("value", f"{source}, {target}", "memberships.member")
            return
        content = partial(_content, thing)
        self._links.append(Link(source, type_, target, fields, thing.location, content))

    def _find(self, thing: Thing, name: str) -> str | None:
        """Return our id of what a thing refers to; None for nothing, which is told."""
        key = thing.refers_to.get(name)
        if key is None:
            return None
        candidates = [(class_name, key[1]) for class_name in NODE_CLASSES[:2]]
        for candidate in [key] if key[0] else candidates:
            if candidate in self._ids:
                return self._ids[candidate]
        section = CLASSES[thing.key[0]].section
        self.remarks.add("reference", key[1], f"{section}.{name}_id")
        return None


def _content(thing: Thing) -> str:
    return repr((plain(thing.as_map()), sorted(thing.refers_to.items())))

"""Write Popolo JSON.

Whatever another reader of Popolo would not get from what is written in Popolo's own words is put
in the member `orggraph`: the writer reads each object again as the reader does, and adds what
differs. Ids of nodes in the extension are ours; ids elsewhere are Popolo's.
"""

from collections import Counter
from typing import Any

from orggraph.formats.entries import Entries
from orggraph.formats.exchange import Content, Output, Remarks, WriteOptions
from orggraph.formats.extension import as_texts, find_differences, find_former_ids
from orggraph.formats.ids import is_id
from orggraph.formats.json_text import render_json
from orggraph.formats.popolo.collecting import Thing
from orggraph.formats.popolo.objects import read_fields
from orggraph.formats.popolo.terms import (
    CLASSES,
    EXTENSION,
    HOLDS,
    MEMBER_OF,
    NODE_CLASSES,
    ORGANIZATION_KINDS,
    SCHEME,
    find_by_iri,
)
from orggraph.model import Node, Relation
from orggraph.source import Location
from orggraph.source.json_reading import plain
from orggraph.source.json_tree import parse_json
from orggraph.source.yaml_tree import YamlMap
from orggraph.vocabulary import core_vocabulary

Json = dict[str, Any]


def write_popolo(content: Content, options: WriteOptions) -> Output:
    """Return a graph as Popolo JSON; all of it comes back when it is read again."""
    return Output({"": [f"{render_json(_Writer(content).document())}\n".encode()]}, Remarks())


class _Writer:
    def __init__(self, content: Content) -> None:
        self.content = content
        self.entries = Entries(content)
        self.nodes = {node.id: node for node in content.iter_nodes()}
        self.classes = {node.id: _class_of(node) for node in self.nodes.values()}
        self.ids = self._make_ids()
        self._extensions: dict[str, Json] = {id_: {} for id_ in self.nodes}
        self._references: dict[str, Json] = {id_: {} for id_ in self.nodes}
        self._memberships: list[Json] = []
        # By what they mean in W3C ORG, which Popolo's terms are taken from.
        core = core_vocabulary().types
        self._member_of, self._holds = find_by_iri(core, MEMBER_OF), find_by_iri(core, HOLDS)
        self._reference_of = {
            (name, find_by_iri(core, reference.iri)): reference
            for name, class_ in CLASSES.items()
            for reference in class_.references
            if reference.iri
        }

    def document(self) -> Json:
        """Return the whole file."""
        for seat in self.content.iter_seats():
            seats = self._extensions[seat.body].setdefault("seats", {})
            seats[seat.key] = as_texts(self.entries.seat(seat))
        for relation in self.content.iter_stated():
            self._put_relation(relation)
        document: Json = {CLASSES[name].section: [] for name in NODE_CLASSES}
        for node in self.nodes.values():
            document[CLASSES[self.classes[node.id]].section].append(self._node(node))
        document[CLASSES["membership"].section] = self._memberships
        document[EXTENSION] = as_texts(self.entries.head())
        return document

    def _make_ids(self) -> dict[str, str]:
        """Return Popolo's id of each node: the one that it had there, where it has one."""
        had = find_former_ids(self.nodes, SCHEME)
        times = Counter((self.classes[id_], value) for id_, value in had.items())
        return {
            id_: had[id_] if id_ in had and times[self.classes[id_], had[id_]] == 1 else id_
            for id_ in self.nodes
        }

    def _node(self, node: Node) -> Json:
        class_name = self.classes[node.id]
        class_ = CLASSES[class_name]
        entry = as_texts(self.entries.node(node))
        own = self.ids[node.id]
        said: Json = {"id": own}
        original = {"name": node.name, "note": node.note, "classification": node.classification}
        for key, ours in class_.fields.items():
            text = original.get(ours)
            if text is not None:
                said[key] = text.original
            elif ours in entry:
                said[key] = entry[ours]
        if class_.other_names == "other_names":
            said |= self._other_names(node)
        elif node.aliases and class_.other_names:
            said[class_.other_names] = list(node.aliases)
        known = [pair for pair in node.identifiers if pair != (SCHEME, own)]
        if known:
            said["identifiers"] = [{"scheme": s, "identifier": value} for s, value in known]
        said |= self._references[node.id]
        read = self._read_again(class_name, said)
        if own != node.id:
            read.setdefault("identifiers", {}).setdefault(SCHEME, []).append(own)
        extension: Json = {}
        if own != node.id or not is_id(own):
            extension["id"] = node.id
        if node.kind != self._kind_read(class_name, said):
            extension["kind"] = node.kind
        extension |= find_differences(entry, read) | self._extensions[node.id]
        return said | ({EXTENSION: extension} if extension else {})

    def _other_names(self, node: Node) -> Json:
        names = [{"name": alias} for alias in node.aliases]
        if node.name.language == self.content.language:
            others = sorted(node.name.translations.items())
            names += [{"name": v, "lang": k} for k, v in others if k != node.name.language]
        return {"other_names": names} if names else {}

    def _kind_read(self, class_name: str, said: Json) -> str:
        """Return what kind a reader takes it for, by Popolo's own words."""
        if class_name == "organization":
            return ORGANIZATION_KINDS["parent_id" in said]
        return CLASSES[class_name].kind

    def _put_relation(self, relation: Relation) -> None:
        entry = as_texts(self.entries.relation(relation))
        source, target = self.classes[relation.source], self.classes[relation.target]
        reference = self._reference_of.get((source, relation.type))
        said = self._references[relation.source]
        if reference and not entry and reference.to == target:
            key = f"{reference.name}_id"
            if said.setdefault(key, self.ids[relation.target]) == self.ids[relation.target]:
                return
        if relation.type == self._member_of and source != "post" and target == "organization":
            self._memberships.append(self._membership(relation, entry, "organization"))
        elif relation.type == self._holds:
            self._memberships.append(self._membership(relation, entry, "post"))
        else:
            other = {"type": relation.type, "target": relation.target, **entry}
            self._extensions[relation.source].setdefault("relations", []).append(other)

    def _membership(self, relation: Relation, entry: Json, target: str) -> Json:
        """Return a membership of an organization, or one by which a post is held."""
        member = self.ids[relation.source]
        said: Json = {"id": relation.id}
        if self.classes[relation.source] == "person":
            said["person_id"] = member
        else:
            said["member"] = {"@type": "Organization", "id": member}
        said[f"{target}_id"] = self.ids[relation.target]
        if relation.role:
            said["role"] = relation.role.label.original
        represents = relation.represents
        if represents and self.classes[represents] == "organization":
            said["on_behalf_of_id"] = self.ids[represents]
        if relation.period.start:
            said["start_date"] = str(relation.period.start)
        if relation.period.end:
            said["end_date"] = str(relation.period.end)
        read = self._read_again("membership", said) | {"id": relation.id}
        if "on_behalf_of_id" in said:
            read["represents"] = represents
        extension = find_differences({"id": relation.id, **entry}, read)
        return said | ({EXTENSION: extension} if extension else {})

    def _read_again(self, class_name: str, said: Json) -> Json:
        """Return what the reader makes of an object."""
        tree, _ = parse_json(render_json(said), "")
        assert isinstance(tree, YamlMap)
        skipped = {"id", "member"} | {k for k in said if k.endswith("_id")}
        entries = {key.text: (key, node) for key, node in tree.entries if key.text not in skipped}
        thing = Thing((class_name, ""), True, Location("", 0, 0), entries)
        read: Json = plain(read_fields(thing, self.content.language, Remarks(), []))
        return read


def _class_of(node: Node) -> str:
    fitting = (name for name in NODE_CLASSES if CLASSES[name].kind == node.kind)
    return next(fitting, "organization")

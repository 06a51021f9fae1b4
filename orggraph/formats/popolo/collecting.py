"""Collect the objects of a Popolo file, wherever they stand: in lists, embedded, or alone."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from orggraph.formats.exchange import Remarks
from orggraph.formats.ids import make_slug
from orggraph.formats.popolo.terms import (
    CLASSES,
    EXTENSION,
    NODE_CLASSES,
    guess_class,
)
from orggraph.source import Location, Problem
from orggraph.source.json_reading import is_empty, plain, show, wrong_shape
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText

Key = tuple[str, str]
"""The class of an object and its id; a text made of its content where it has none."""


@dataclass
class Thing:
    """An object with what stands in its place by itself; `refers_to` has the others by name."""

    key: Key
    has_id: bool
    location: Location
    entries: dict[str, tuple[YamlText, YamlNode]] = field(default_factory=dict)
    refers_to: dict[str, Key] = field(default_factory=dict)

    def as_map(self) -> YamlMap:
        """Return its own members as one object."""
        return YamlMap(tuple(self.entries.values()), self.location)


class Collected:
    """All objects of a file by class and id, each once."""

    def __init__(self, remarks: Remarks, problems: list[Problem]) -> None:
        self.things: dict[Key, Thing] = {}
        self.remarks = remarks
        self.problems = problems
        self.extension: YamlMap | None = None

    def add_file(self, root: YamlNode) -> None:
        """Collect what a file holds: lists by class, a list of objects, or one object."""
        if isinstance(root, YamlMap) and any(self._is_section(*entry) for entry in root.entries):
            self._add_sections(root)
            return
        for item in root.items if isinstance(root, YamlList) else (root,):
            self._add_alone(item)

    def of(self, *classes: str) -> Iterator[Thing]:
        """Yield the things of some classes, in the order in which they came up."""
        yield from (thing for thing in self.things.values() if thing.key[0] in classes)

    def _is_section(self, key: YamlText, value: YamlNode) -> bool:
        # An object alone has lists under the same names; but it has an id or a name beside them.
        return isinstance(value, YamlList) and key.text in {c.section for c in CLASSES.values()}

    def _add_sections(self, root: YamlMap) -> None:
        keys = {key.text for key, _ in root.entries}
        if keys & {"id", "name", "label"}:
            self._add_alone(root)
            return
        sections = {class_.section: name for name, class_ in CLASSES.items()}
        for key, value in root.entries:
            if key.text == EXTENSION and isinstance(value, YamlMap):
                self.extension = value
            elif is_empty(value):
                continue
            elif key.text not in sections:
                several = value.items if isinstance(value, YamlList) else (value,)
                example = _shown(several[0])
                self.remarks.add("class", example, key.text, times=len(several))
            else:
                for item in self._items(value):
                    self._add(sections[key.text], item)

    def _add_alone(self, item: YamlNode) -> None:
        if not isinstance(item, YamlMap):
            self.problems.append(wrong_shape("a-mapping", item))
        elif class_ := guess_class(key.text for key, _ in item.entries):
            self._add(class_, item)
        else:
            self.remarks.add("class", _shown(item), "object")

    def _items(self, value: YamlNode) -> Iterator[YamlMap]:
        if not isinstance(value, YamlList):
            self.problems.append(wrong_shape("a-list", value))
            return
        for item in value.items:
            if isinstance(item, YamlMap):
                yield item
            elif not is_empty(item):
                self.problems.append(wrong_shape("a-mapping", item))

    def _add(self, class_name: str, node: YamlMap, back: dict[str, Key] | None = None) -> Key:
        """Collect an object and those embedded in it; return the key it is known by."""
        class_ = CLASSES[class_name]
        entries = {key.text: (key, value) for key, value in node.entries if not is_empty(value)}
        back = back or {}
        key, has_id = self._key(class_name, node, entries, back)
        thing = Thing(key, has_id, node.location, entries, dict(back))
        for reference in class_.references:
            if by_id := self._text(entries.pop(f"{reference.name}_id", None)):
                thing.refers_to[reference.name] = reference.to, by_id
            embedded = entries.pop(reference.name, None)
            if embedded and isinstance(embedded[1], YamlMap):
                thing.refers_to[reference.name] = self._add(reference.to, embedded[1])
            elif embedded:
                self.problems.append(wrong_shape("a-mapping", embedded[1]))
        if class_name == "membership":
            self._add_member(thing)
        for inner in class_.lists:
            if inner.key in entries:
                for item in self._items(entries.pop(inner.key)[1]):
                    self._add(inner.of, item, {inner.back: key})
        self._put(thing)
        return key

    def _add_member(self, thing: Thing) -> None:
        """Take a member that is not said to be a person or an organization by its place."""
        if by_id := self._text(thing.entries.pop("member_id", None)):
            thing.refers_to["member"] = "", by_id
        if not (found := thing.entries.pop("member", None)):
            return
        node = found[1]
        if not isinstance(node, YamlMap):
            self.problems.append(wrong_shape("a-mapping", node))
            return
        members = {key.text: value for key, value in node.entries}
        type_ = members.get("@type")
        is_organization = isinstance(type_, YamlText) and type_.text.endswith("Organization")
        class_name = "organization" if is_organization else guess_class(members)
        entries = tuple(entry for entry in node.entries if entry[0].text != "@type")
        if set(members) <= {"id", "@type"}:
            if by_id := self._text(next(iter(entries), None)):
                thing.refers_to["member"] = class_name or "", by_id
        else:
            known = class_name if class_name in NODE_CLASSES else "person"
            thing.refers_to["member"] = self._add(known, YamlMap(entries, node.location))

    def _key(
        self,
        class_name: str,
        node: YamlMap,
        entries: dict[str, tuple[YamlText, YamlNode]],
        back: dict[str, Key],
    ) -> tuple[Key, bool]:
        if found := self._text(entries.pop("id", None)):
            return (class_name, found), True
        content = plain(node)
        whole = repr((content, sorted(back.items())))
        mark = sha256(whole.encode("utf-8", "replace")).hexdigest()[:12]
        words = str(content.get("name") or content.get("label") or class_name)
        return (class_name, f"/{mark}/{make_slug(words) or mark}"), False

    def _text(self, entry: tuple[YamlText, YamlNode] | None) -> str | None:
        if entry is None:
            return None
        if isinstance(entry[1], YamlText):
            return entry[1].text.strip()
        self.problems.append(wrong_shape("a-text", entry[1]))
        return None

    def _put(self, thing: Thing) -> None:
        """Keep a thing, or add what it says to what is known of it; what differs is told."""
        known = self.things.get(thing.key)
        if known is None:
            self.things[thing.key] = thing
            return
        if not thing.has_id:
            self.remarks.add("said-twice", thing.key[1].rpartition("/")[2], thing.key[0])
            return
        for name, entry in thing.entries.items():
            if plain(known.entries.setdefault(name, entry)[1]) != plain(entry[1]):
                self.remarks.add("value", f"{thing.key[1]}: {_shown(entry[1])}", name)
        for name, key in thing.refers_to.items():
            if known.refers_to.setdefault(name, key) != key:
                self.remarks.add("value", f"{thing.key[1]}: {key[1]}", name)


def _shown(node: YamlNode) -> str:
    """Return what a thing is known by, to a person who looks for it in the file."""
    if isinstance(node, YamlMap):
        members = {key.text: value for key, value in node.entries}
        named = (members.get(key) for key in ("id", "name", "label", "url", "value"))
        node = next((word for word in named if isinstance(word, YamlText)), node)
    return show(node)

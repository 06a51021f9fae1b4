"""A data file in the making: what a reader of another format has understood, in our own words.

Readers put strings, lists and mappings into it as a person would write them into a data file, and
the reader of data files does the checking, so that every format is held to the same rules.
"""

from collections.abc import Mapping
from typing import Any

from orggraph.formats.draft import Draft
from orggraph.formats.exchange import Gathered
from orggraph.formats.yaml.reader import read_file, read_language, read_vocabulary
from orggraph.source import Location
from orggraph.source.fields import Reading
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.vocabulary import core_vocabulary

Plain = Mapping[str, Any]
"""What stands under a key of a data file: texts, truth values, numbers, lists, mappings and parts
of a tree that has been read (`YamlNode`), by key; a key may be such a part too, with its place."""


class Document:
    """The nodes, relations and seats that a reader has understood, by their places in the file."""

    def __init__(self, shown: str) -> None:
        self.start = Location(shown, 0, 0)
        self.shown = shown
        self.head: dict[str, Any] = {}
        """What stands at the top: title, language, sources, vocabulary, rules."""
        self._nodes: list[tuple[str, str, Plain, Location]] = []
        self._ids: set[str] = set()
        self._relations: dict[str, list[tuple[str, str, Plain, Location]]] = {}
        self._seats: dict[str, list[tuple[str, Plain, Location]]] = {}

    def __contains__(self, node: str) -> bool:
        return node in self._ids

    def add_node(self, kind: str, id_: str, fields: Plain, place: Location | None = None) -> None:
        """Add a node of a kind, such as ``body``; ``fields`` are the keys of a data file.

        ``fields`` may have ``seats`` as a data file has them. The same id twice is an error that
        the reading reports.
        """
        self._nodes.append((kind, id_, fields, place or self.start))
        self._ids.add(id_)

    def add_relation(
        self,
        source: str,
        type_: str,
        target: str,
        attributes: Plain | None = None,
        place: Location | None = None,
    ) -> None:
        """Add a relation from a node that is in the document, or will be.

        ``type_`` is an id or a label of the vocabulary; ``attributes`` are the keys that a data
        file has there: role, vote, seat, represents, from, until, line, status, note, evidence, id.
        """
        found = (type_, target, attributes or {}, place or self.start)
        self._relations.setdefault(source, []).append(found)

    def add_seat(self, body: str, key: str, fields: Plain, place: Location | None = None) -> None:
        """Add a seat of a body; ``fields`` are the keys of a data file."""
        self._seats.setdefault(body, []).append((key, fields, place or self.start))

    def gather(self, language: str | None = None) -> Gathered:
        """Return the draft of all that was added; ``language`` is that of plain text.

        The language in `head` goes before it. Relations from and seats of nodes that are not in
        the document raise KeyError: to tell of them is the reader's own.
        """
        root = self._root(language)
        if left := [*self._relations, *self._seats]:
            raise KeyError(left[0])
        draft = Draft(core_vocabulary())
        draft.language = read_language(root)
        reading = Reading(draft.language or "en")
        read_vocabulary(root, draft, reading)
        read_file(root, draft, reading)
        draft.problems.extend(reading.problems)
        return Gathered(draft)

    def _root(self, language: str | None) -> YamlMap:
        head = dict(self.head)
        if language and not head.get("language"):
            head["language"] = language
        entries = [(_text(k, self.start), _tree(v, self.start)) for k, v in head.items()]
        sections: dict[str, list[tuple[YamlText, YamlNode]]] = {}
        kinds = core_vocabulary().kinds
        for kind, id_, fields, place in self._nodes:
            node = _tree(fields, place)
            assert isinstance(node, YamlMap)
            more = (*self._relations_of(id_), *self._seats_of(id_))
            full = YamlMap((*node.entries, *more), place)
            heading = kinds[kind].sections[0] if kind in kinds else kind
            sections.setdefault(heading, []).append((_text(id_, place), full))
        entries += [
            (_text(heading, self.start), YamlMap(tuple(nodes), self.start))
            for heading, nodes in sections.items()
        ]
        return YamlMap(tuple(entries), self.start)

    def _relations_of(self, node: str) -> list[tuple[YamlText, YamlNode]]:
        """Return an entry for each relation: the reader takes one label many times."""
        return [
            (
                _text(type_, place),
                YamlMap(((_text(target, place), _tree(attributes, place)),), place),
            )
            for type_, target, attributes, place in self._relations.pop(node, ())
        ]

    def _seats_of(self, node: str) -> list[tuple[YamlText, YamlNode]]:
        seats = self._seats.pop(node, None)
        if not seats:
            return []
        place = seats[0][2]
        found = tuple((_text(key, at), _tree(fields, at)) for key, fields, at in seats)
        return [(_text("seats", place), YamlMap(found, place))]


def _text(text: str, place: Location) -> YamlText:
    return YamlText(text, False, place)


def _key(key: object, place: Location) -> YamlText:
    return key if isinstance(key, YamlText) else _text(str(key), place)


def _tree(value: Any, place: Location) -> YamlNode:
    """Return a plain value as the tree of a data file, all of it at one place."""
    if isinstance(value, (YamlText, YamlList, YamlMap)):
        return value
    if isinstance(value, Mapping):
        entries = ((_key(key, place), _tree(item, place)) for key, item in value.items())
        return YamlMap(tuple(entries), place)
    if isinstance(value, (list, tuple)):
        return YamlList(tuple(_tree(item, place) for item in value), place)
    if value is None:
        return YamlText("", True, place)
    if isinstance(value, bool):
        value = "yes" if value else "no"
    return _text(str(value), place)

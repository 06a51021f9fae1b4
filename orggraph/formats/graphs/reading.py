"""Make a graph of nodes and edges with attributes, as formats of graphs have them.

What orggraph writes itself is understood whole; of what others write, what can be understood is,
and the rest is told, attribute by attribute.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Any

from orggraph.formats.document import Document
from orggraph.formats.exchange import Gathered, ReadOptions, Remarks
from orggraph.formats.graphs.fields import Fields, text_of
from orggraph.formats.graphs.raw import (
    RawEdge,
    RawGraph,
    RawNode,
    choose_ids,
    find_unique,
    show_ends,
)
from orggraph.formats.graphs.types import MEANINGS, EdgeTypes, Meaning
from orggraph.formats.ids import is_relation_id
from orggraph.formats.yaml.nodes import iter_reserved_words
from orggraph.model import PartialDate, Period, relation_id
from orggraph.source import Problem, problem
from orggraph.source.fields import Reading
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import TextList, shorten
from orggraph.vocabulary import Vocabulary, core_vocabulary
from orggraph.vocabulary.reading import extend_vocabulary

Attributes = Mapping[str, YamlNode]

_KINDS = ("kind", "type", "category", "class")
_NAMES = ("label", "name")
_HEAD = ("title", "sources", "vocabulary", "rules")
_SHOWN = 10  # types that are added
_UNSAID = "body"  # the kind that says least: a part of an organisation, of whatever sort


def gather(
    raw: RawGraph, shown: str, scheme: str, options: ReadOptions, remarks: Remarks
) -> Gathered:
    """Return the draft of a graph; ``scheme`` is that of ids which cannot be ids here."""
    made = _Maker(raw, shown, scheme, options, remarks).make()
    made.remarks = remarks
    return made


class _Maker:
    def __init__(
        self, raw: RawGraph, shown: str, scheme: str, options: ReadOptions, remarks: Remarks
    ) -> None:
        self.raw = raw
        self.scheme = scheme
        self.remarks = remarks
        self.document = Document(shown)
        self.notices: list[Problem] = []
        self.guessed: dict[str, list[str]] = defaultdict(list)
        self.kinds = core_vocabulary()
        self._read_head(options)
        self.types = EdgeTypes(self.vocabulary, self.language)
        self.ids = choose_ids(raw.nodes)

    def make(self) -> Gathered:
        """Return the draft of it all."""
        sound = self._sound_edges()
        edges = list(zip(sound, self.types.find_meanings(sound), strict=True))
        for edge, meaning in edges:
            if not edge.directed and not self.types.is_symmetric(meaning.type):
                self.remarks.add("value", show_ends(edge), "undirected")
        wanted = self._wanted_kinds(edges)
        for node in self.raw.nodes:
            self._add_node(node, wanted)
        times: Counter[str] = Counter()
        once = find_unique(edge.id for edge in self.raw.edges if edge.id)
        for edge, meaning in edges:
            self._add_edge(edge, meaning, times, once)
        self._add_seats()
        self._add_types()
        self._tell_guesses()
        gathered = self.document.gather(self.language)
        gathered.notices.extend(self.notices)
        return gathered

    # The graph itself

    def _read_head(self, options: ReadOptions) -> None:
        fields = Fields(self.raw.attributes, self.remarks)
        rest = fields.rest()
        self.seats = fields.take("seats")
        language = fields.take_text("language")
        known = language and language.isascii() and language.isalpha() and len(language) in (2, 3)
        self.language = (language or "").lower() if known else options.language or "en"
        head: dict[str, Any] = {"language": self.language} if known else {}
        title = fields.take("title", "name")
        title = rest.pop("title", title)
        sources = rest.get("sources")
        self.sources = {k.text for k, _ in sources.entries} if isinstance(sources, YamlMap) else ()
        for key in [key for key in rest if key not in _HEAD]:
            self.remarks.add("property", _shown(rest.pop(key)), shorten(key))
        self.document.head |= head | {"title": title} | rest
        fields.tell_left()
        vocabulary = rest.get("vocabulary")
        self.vocabulary: Vocabulary = extend_vocabulary(
            self.kinds, vocabulary, Reading(self.language), reserved=iter_reserved_words()
        )

    def _tell_guesses(self) -> None:
        start = self.document.start
        if added := list(self.types.added().values()):
            words = ", ".join([*added[:_SHOWN], *(["…"] if len(added) > _SHOWN else [])])
            self.notices.append(problem("edge-type-added", start, words=words))
        if count := self.types.names_left:
            self.notices.append(problem("edge-names-many", start, count=count))
        for kind, ids in self.guessed.items():
            label = TextList([self.kinds.kinds[kind].label])
            self.notices.append(
                problem(
                    "node-kind-guessed",
                    start,
                    kind=label,
                    count=len(ids),
                    example=shorten(min(ids)),
                )
            )

    def _add_types(self) -> None:
        added = self.types.terms()
        if not added:
            return
        own = self.document.head.get("vocabulary")
        if isinstance(own, YamlMap):
            for key, value in own.entries:
                if isinstance(value, YamlMap):
                    pairs = {k.text: v for k, v in value.entries}
                    added[key.text] = pairs | added.get(key.text, {})
        self.document.head["vocabulary"] = added

    def _add_seats(self) -> None:
        if not isinstance(self.seats, YamlList):
            if self.seats is not None:
                self.remarks.add("value", _shown(self.seats), "seats")
            return
        for item in self.seats.items:
            entry = {k.text: v for k, v in item.entries} if isinstance(item, YamlMap) else {}
            body, key = text_of(entry.pop("body", None)), text_of(entry.pop("key", None))
            if body is None or key is None:
                self.remarks.add("value", _shown(item), "seats")
            elif body not in self.document:
                self.remarks.add("reference", f"{body}/{key}", "seats")
            else:
                self.document.add_seat(body, key, entry, item.location)

    # Nodes

    def _add_node(self, node: RawNode, wanted: Mapping[str, set[str]]) -> None:
        id_ = self.ids[node.id]
        fields = Fields(node.attributes, self.remarks)
        rest = fields.rest()
        rest.pop("id", None)
        if fields.text("name") and fields.text("label") == node.id:
            fields.take("label")  # networkx writes the id there where a node has no label
        entry: dict[str, Any] = {"name": fields.take_name(*_NAMES) or shorten(node.id)}
        kind, told = self._kind(fields)
        if told:
            entry["classification"] = told
        if kind is None:
            kind = self._usual_kind(wanted.get(node.id))
            self.guessed[kind].append(node.id)
        entry |= fields.take_node(self.sources)
        if node.id != id_:
            entry["identifiers"] = _with_identifier(entry.get("identifiers"), self.scheme, node.id)
        fields.tell_left()
        self.document.add_node(kind, id_, entry | rest, node.place)

    def _kind(self, fields: Fields) -> tuple[str | None, str | None]:
        """Return the kind that an attribute names, else what the attribute says."""
        told = None
        for key in _KINDS:
            words = fields.text(key)
            if words and (kind := self.kinds.find_kind(words)):
                fields.take(key)
                return kind.id, told
            told = told or (fields.take_text(key) if words else None)
        return None, told

    def _usual_kind(self, fitting: set[str] | None) -> str:
        """Return the kind of a node that has none: one that its edges allow."""
        if not fitting or _UNSAID in fitting:
            return _UNSAID
        return next(kind for kind in self.kinds.kinds if kind in fitting)

    def _wanted_kinds(self, edges: list[tuple[RawEdge, Meaning]]) -> dict[str, set[str]]:
        """Return the kinds that the edges allow each node, by its id in the file."""
        wanted: dict[str, set[str]] = {}
        for edge, meaning in edges:
            if type_ := self.vocabulary.types.get(meaning.type):
                ends = (edge.source, type_.sources), (edge.target, type_.targets)
                for node, kinds in ends:
                    wanted.setdefault(node, set(self.kinds.kinds)).intersection_update(kinds)
        return wanted

    # Edges

    def _sound_edges(self) -> list[RawEdge]:
        """Return the edges between nodes of the file; of others it is told."""
        sound = []
        for edge in self.raw.edges:
            missing = [end for end in (edge.source, edge.target) if end not in self.ids]
            fields = Fields(edge.attributes, Remarks())
            if missing:
                self.remarks.add("reference", show_ends(edge), "edge")
            elif fields.text("derived") == "true":
                self.remarks.add("class", show_ends(edge), "derived")
            else:
                sound.append(edge)
        return sound

    def _add_edge(
        self, edge: RawEdge, meaning: Meaning, times: Counter[str], once: set[str]
    ) -> None:
        source, target = self.ids[edge.source], self.ids[edge.target]
        if meaning.inverse:
            source, target = target, source
        fields = Fields(edge.attributes, self.remarks)
        rest = fields.rest()
        rest.pop("id", None)
        self._take_meaning(fields, meaning)
        called = fields.take_named(meaning.called, MEANINGS)
        entry = fields.take_relation(self.sources, self.ids)
        if called is not None and ("note" in entry or "note" in rest):
            self.remarks.add("property", _shown(called), "label")
        elif called is not None:
            entry["note"] = called
        fields.tell_left()
        usual = _usual_id(meaning.type, source, target, entry)
        if edge.id in once and edge.id != usual and is_relation_id(edge.id or ""):
            entry["id"] = edge.id
        elif edge.id != usual:
            if edge.id:
                self.remarks.add("value", shorten(edge.id), "id")
            times[usual] += 1
            if times[usual] > 1:
                entry["id"] = f"{source}:{make_part(meaning.type)}:{target}:{times[usual]}"
        self.document.add_relation(source, meaning.type, target, entry | rest, edge.place)

    def _take_meaning(self, fields: Fields, meaning: Meaning) -> None:
        """Take what names the type of an edge, and what only repeats it."""
        used = False
        for key in MEANINGS:
            words = fields.text(key)
            if words is None:
                continue
            known = self.vocabulary.find_type(words)
            is_same = known is not None and known[0].id == meaning.type
            is_own = meaning.type not in self.vocabulary.types and any(map(str.isalpha, words))
            if is_same or (is_own and not used and not meaning.called):
                fields.take(key)
                used = True


def make_part(type_: str) -> str:
    """Return the id of a type as it can stand in the id of a relation."""
    return "_".join(type_.split())


def _usual_id(type_: str, source: str, target: str, entry: Mapping[str, Any]) -> str:
    seat = (text_of(entry.get("seat")) or "").rpartition("/")[2]
    start = text_of(entry.get("from"))
    period = Period(PartialDate.parse(start) if start else None)
    return relation_id(type_, source=source, target=target, seat=seat, period=period)


def _with_identifier(known: Any, scheme: str, value: str) -> dict[str, Any]:
    pairs: dict[str, Any] = {}
    if isinstance(known, YamlMap):
        pairs = {key.text: item for key, item in known.entries}
    so_far = pairs.get(scheme)
    items = list(so_far.items) if isinstance(so_far, YamlList) else [so_far] if so_far else []
    if value not in [text_of(item) for item in items]:
        items.append(value)
    return pairs | {scheme: items}


def _shown(node: YamlNode) -> str:
    return shorten(node.text) if isinstance(node, YamlText) else "…"

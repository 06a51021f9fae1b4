"""Read one YAML data file into a draft. References are resolved when all files are read."""

from collections.abc import Iterator

from orggraph.formats.draft import Draft
from orggraph.formats.yaml_fields import (
    NODE_FIELDS,
    PURPOSE_FIELDS,
    RELATION_FIELDS,
    SEAT_FIELDS,
    SET_ASIDE_FIELDS,
    SOURCE_FIELDS,
    parse_id,
)
from orggraph.model import (
    Count,
    Filling,
    Node,
    Period,
    Relation,
    RoleName,
    Seat,
    SetAside,
    Source,
    Statement,
    relation_id,
)
from orggraph.source import Location
from orggraph.source.fields import (
    LOCAL_TEXT,
    Read,
    Reading,
    read_map,
    read_text,
    shorten,
    suggest,
)
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import LocalText
from orggraph.vocabulary import APPOINTMENT, Kind, RelationType, extend_vocabulary

HEADINGS = ("title", "language", "sources", "vocabulary")
"""The headings of a data file, beside those of the kinds."""


def read_language(root: YamlMap) -> str | None:
    """Return the language that a file says its plain text is in."""
    for key, value in root.entries:
        if key.text == "language" and isinstance(value, YamlText) and not value.is_absent:
            return value.text.strip().lower()
    return None


def read_vocabulary(root: YamlMap, draft: Draft, reading: Reading) -> None:
    """Add the terms of one file to the draft's vocabulary; all files may then use them."""
    for key, value in root.entries:
        if key.text == "vocabulary" and not _is_absent(value):
            draft.vocabulary = extend_vocabulary(draft.vocabulary, value, reading)


def read_file(root: YamlMap, draft: Draft, reading: Reading) -> None:
    """Add what one file says to the draft."""
    _FileReader(draft, reading).read(root)


def _is_absent(node: YamlNode) -> bool:
    return isinstance(node, YamlText) and node.is_absent


class _FileReader:
    """Reads the headings of one file, and under them nodes, relations, seats and members."""

    def __init__(self, draft: Draft, reading: Reading) -> None:
        self.draft = draft
        self.reading = reading
        self.vocabulary = draft.vocabulary

    def read(self, root: YamlMap) -> None:
        kinds = self.vocabulary.kinds.values()
        sections = {heading: kind for kind in kinds for heading in kind.sections}
        for key, value in root.entries:
            if key.text in sections:
                if not _is_absent(value):
                    self._read_section(value, sections[key.text])
            elif key.text == "sources":
                if not _is_absent(value):
                    for id_, place, node in self._iter_ids(value):
                        self._read_source(id_, place, node)
            elif key.text == "title":
                self._read_title(key, value)
            elif key.text == "language":
                if not isinstance(value, YamlText):
                    self.reading.expected("a-text", value)
            elif key.text not in HEADINGS:
                guess = suggest(key.text, [*HEADINGS, *(k.sections[0] for k in kinds)])
                self.reading.report(
                    "unknown-key", key.location, key=shorten(key.text), did_you_mean=guess
                )

    def _read_title(self, key: YamlText, value: YamlNode) -> None:
        title = None if _is_absent(value) else LOCAL_TEXT.read(value, self.reading)
        if title is not None and self.draft.title is not None:
            self.reading.report("second-title", key.location, title=self.draft.title.original)
        elif title is not None:
            self.draft.title = title

    def _iter_ids(self, node: YamlNode) -> Iterator[tuple[str, Location, YamlNode]]:
        """Yield the entries of a mapping whose keys are ids."""
        if not isinstance(node, YamlMap):
            self.reading.expected("a-mapping", node)
            return
        for key, value in node.entries:
            try:
                yield parse_id(key.text), key.location, value
            except ValueError:
                self.reading.report("bad-id", key.location, id=shorten(key.text))

    # Sources

    def _read_source(self, id_: str, place: Location, node: YamlNode) -> None:
        set_aside: list[SetAside] = []

        def other(key: YamlText, value: YamlNode) -> bool:
            if key.text not in ("set aside", "set_aside"):
                return False
            for item in self._items(value):
                read = read_map(item, SET_ASIDE_FIELDS, self.reading)
                if read.get("quote") and read.get("reason"):
                    set_aside.append(SetAside(read.get("quote"), read.get("reason")))
            return True

        read = read_map(
            node, SOURCE_FIELDS, self.reading, other=other, other_words=lambda: ["set aside"]
        )
        date = read.get("date")
        source = Source(
            id=id_,
            title=read.get("title") or LocalText.of(id_),
            publisher=read.get("publisher"),
            date=str(date) if date else None,
            url=read.get("url"),
            file=read.get("file"),
            set_aside=tuple(set_aside),
            location=place,
        )
        self.draft.sources.append(source)

    def _items(self, node: YamlNode) -> tuple[YamlNode, ...]:
        if _is_absent(node):
            return ()
        if isinstance(node, YamlList):
            return node.items
        self.reading.expected("a-list", node)
        return ()

    # Nodes

    def _read_section(self, section: YamlNode, kind: Kind) -> None:
        for id_, place, node in self._iter_ids(section):
            self._read_node(id_, place, node, kind)

    def _read_node(self, id_: str, place: Location, node: YamlNode, kind: Kind) -> None:
        if isinstance(node, YamlText):  # a name and nothing else
            name = LOCAL_TEXT.read(node, self.reading) or LocalText.of(id_)
            self.draft.nodes.append(Node(id=id_, kind=kind.id, name=name, location=place))
            return
        purposes: list[Statement] = []

        def other(key: YamlText, value: YamlNode) -> bool:
            if key.text == "members":
                self._read_members(id_, value)
            elif key.text == "seats":
                for seat_key, seat_place, seat in (
                    () if _is_absent(value) else self._iter_ids(value)
                ):
                    self._read_seat(id_, seat_key, seat_place, seat)
            elif key.text in ("purpose", "purposes"):
                items = value.items if isinstance(value, YamlList) else (value,)
                purposes.extend(filter(None, map(self._purpose, items)))
            elif found := self.vocabulary.find_type(key.text):
                self._read_relations(id_, found[0], value, inverse=found[1])
            else:
                return False
            return True

        read = read_map(
            node,
            NODE_FIELDS,
            self.reading,
            other=other,
            other_words=self._node_words,
        )
        node_read = Node(
            id=id_,
            kind=kind.id,
            name=self._translated("name", read) or LocalText.of(id_),
            aliases=read.get("aliases", ()),
            title=read.get("title"),
            classification=read.get("classification"),
            collective=read.get("collective", False),
            roster=read.get("roster", "unknown"),
            purposes=tuple(purposes),
            period=_period(read),
            status=read.get("status", "stated"),
            note=read.get("note"),
            evidence=read.get("evidence", ()),
            location=place,
        )
        self.draft.nodes.append(node_read)
        self.draft.put_places(node_read, _places(read))

    def _node_words(self) -> Iterator[str]:
        """Yield the keys of a node beside its fields."""
        yield from ("members", "seats", "purposes")
        yield from (words for words, _, _ in self.vocabulary.iter_labels())

    def _translated(self, name: str, read: Read) -> LocalText | None:
        """Return a text with the translations that stand beside it under ``en`` and ``da``."""
        text: LocalText | None = read.get(name)
        if text is None:
            return None
        known = text.translations
        for code in ("da", "en"):
            words = read.get(code)
            if words and known.setdefault(code, words) != words:
                line = read.places[name].line + 1
                self.reading.report("repeated-language", read.places[code], code=code, line=line)
        original = known.pop(text.language)
        return LocalText.of(original, text.language, **known).led_by(self.reading.lead)

    def _purpose(self, node: YamlNode) -> Statement | None:
        if isinstance(node, YamlText):
            text = LOCAL_TEXT.read(node, self.reading)
            return None if text is None else Statement(text)
        read = read_map(node, PURPOSE_FIELDS, self.reading)
        if not (text := self._translated("text", read)):
            return None
        status = read.get("status", "stated")
        return Statement(text, read.get("evidence", ()), status)

    # Relations

    def _read_relations(
        self, node: str, type_: RelationType, value: YamlNode, *, inverse: bool
    ) -> None:
        """Read what stands under a label: an id, a list of ids, or ids with attributes."""
        if _is_absent(value):
            return
        if isinstance(value, YamlMap):
            for key, attributes in value.entries:
                several = attributes.items if isinstance(attributes, YamlList) else (attributes,)
                for each in several:
                    self._add_relation(node, type_, key, each, inverse=inverse)
        elif isinstance(value, YamlList):
            for item in value.items:
                self._read_relations(node, type_, item, inverse=inverse)
        elif read_text(value, self.reading) is not None:
            self._add_relation(node, type_, value, None, inverse=inverse)

    def _add_relation(
        self,
        node: str,
        type_: RelationType,
        other: YamlText,
        attributes: YamlNode | None,
        *,
        inverse: bool,
    ) -> None:
        if attributes is None or _is_absent(attributes):
            read = Read({}, {}, other.location)
        else:
            read = read_map(attributes, RELATION_FIELDS, self.reading)
        source, target = (other.text, node) if inverse else (node, other.text)
        end = "source" if inverse else "target"
        self._put_relation(type_, source, target, read, other.location, end)

    def _put_relation(
        self, type_: RelationType, source: str, target: str, read: Read, place: Location, end: str
    ) -> None:
        source, target = source.strip(), target.strip()
        seat_body, _, seat = (read.get("seat") or "").rpartition("/")
        if "roster" in type_.traits and seat_body == target:
            seat_body = ""
        period = _period(read)
        relation = Relation(
            id=read.get("id")
            or relation_id(type_.id, source=source, target=target, seat=seat, period=period),
            type=type_.id,
            source=source,
            target=target,
            role=self._role(read),
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
        self.draft.relations.append(relation)
        self.draft.put_places(relation, {**_places(read), end: place})

    def _read_members(self, body: str, value: YamlNode) -> None:
        roster = next(t for t in self.vocabulary.types.values() if "roster" in t.traits)
        for item in self._items(value):
            if isinstance(item, YamlMap):
                self._read_member(body, roster, item)
            elif read_text(item, self.reading) is not None and isinstance(item, YamlText):
                self._add_relation(body, roster, item, None, inverse=True)

    def _read_member(self, body: str, roster: RelationType, item: YamlMap) -> None:
        named: list[tuple[Kind | None, YamlText]] = []

        def other(key: YamlText, value: YamlNode) -> bool:
            kind = self.vocabulary.find_kind(key.text)
            if kind is None and key.text not in ("member", "medlem"):
                return False
            if read_text(value, self.reading) is not None and isinstance(value, YamlText):
                named.append((kind, value))
            return True

        kinds = tuple(self.vocabulary.kinds)
        read = read_map(
            item, RELATION_FIELDS, self.reading, other=other, other_words=lambda: (*kinds, "member")
        )
        if len(named) != 1:
            self.reading.report("one-member", item.location, kinds=", ".join((*kinds, "member")))
            return
        kind, member = named[0]
        if kind is not None:
            self.draft.expected_kinds.append((member, kind.id))
        self._put_relation(roster, member.text, body, read, member.location, "source")

    def _role(self, read: Read) -> RoleName | None:
        words: LocalText | None = read.get("role")
        if words is None:
            return None
        role = self.vocabulary.find_role(words.original)
        return RoleName(role.label, role.id, role.rank) if role else RoleName(words)

    # Seats

    def _read_seat(self, body: str, key: str, place: Location, node: YamlNode) -> None:
        fillings: dict[Filling, Location] = {}

        def other(word: YamlText, value: YamlNode) -> bool:
            found = self.vocabulary.find_type(word.text)
            if not found or found[0].family != APPOINTMENT or not found[1]:
                return False
            for item in value.items if isinstance(value, YamlList) else (value,):
                text = read_text(item, self.reading)
                if text is not None:
                    fillings.setdefault(Filling(found[0].id, text), item.location)
            return True

        read = (
            Read({}, {}, place)
            if _is_absent(node)
            else read_map(node, SEAT_FIELDS, self.reading, other=other, other_words=self._fillings)
        )
        seat = Seat(
            body=body,
            key=key,
            name=read.get("name"),
            count=read.get("count", Count()),
            role=self._role(read),
            fillings=tuple(sorted(fillings)),
            term=read.get("term"),
            vote=read.get("vote"),
            represents=read.get("represents"),
            period=_period(read),
            status=read.get("status", "stated"),
            note=read.get("note"),
            evidence=read.get("evidence", ()),
            location=place,
        )
        self.draft.seats.append(seat)
        by_filling = {str(filling): where for filling, where in fillings.items()}
        self.draft.put_places(seat, {**by_filling, **_places(read)})

    def _fillings(self) -> Iterator[str]:
        """Yield the keys that say who fills a seat."""
        for words, type_, inverse in self.vocabulary.iter_labels():
            if inverse and type_.family == APPOINTMENT:
                yield words


def _period(read: Read) -> Period:
    return Period(read.get("start"), read.get("end"))


def _places(read: Read) -> dict[str, Location]:
    """Return where the fields stand, by the names that the model's laws use."""
    places = dict(read.places)
    if "end" in places:
        places["until"] = places["end"]
    return places

"""Read the nodes of a file."""

from collections.abc import Iterator
from functools import partial

from orggraph.formats.yaml.context import Context, iter_ids, period_of, places_of
from orggraph.formats.yaml.fields import NODE_FIELDS, PURPOSE_FIELDS
from orggraph.formats.yaml.relations import read_members, read_relations
from orggraph.formats.yaml.seats import read_seat
from orggraph.model import Node, Statement
from orggraph.source import Location
from orggraph.source.fields import LOCAL_TEXT, Read, read_map
from orggraph.source.yaml_tree import YamlList, YamlNode, YamlText
from orggraph.text import LocalText
from orggraph.vocabulary import Kind


def read_node(file: Context, id_: str, place: Location, node: YamlNode, kind: Kind) -> None:
    """Read one node, with the relations, seats and members that stand under it."""
    if isinstance(node, YamlText):  # a name and nothing else
        name = LOCAL_TEXT.read(node, file.reading) or LocalText.of(id_)
        file.draft.nodes.append(Node(id=id_, kind=kind.id, name=name, location=place))
        return
    purposes: list[Statement] = []

    def other(key: YamlText, value: YamlNode) -> bool:
        if key.text == "members":
            read_members(file, id_, value)
        elif key.text == "seats":
            for seat_key, seat_place, seat in iter_ids(file, value):
                read_seat(file, id_, seat_key, seat_place, seat)
        elif key.text in ("purpose", "purposes"):
            several = value.items if isinstance(value, YamlList) else (value,)
            purposes.extend(p for item in several if (p := _purpose(file, item)))
        elif found := file.vocabulary.find_type(key.text):
            read_relations(file, id_, found[0], value, inverse=found[1])
        else:
            return False
        return True

    words = partial(_node_words, file)
    read = read_map(node, NODE_FIELDS, file.reading, other=other, other_words=words)
    node_read = Node(
        id=id_,
        kind=kind.id,
        name=_translated(file, "name", read) or LocalText.of(id_),
        aliases=read.get("aliases", ()),
        title=read.get("title"),
        classification=read.get("classification"),
        identifiers=read.get("identifiers", ()),
        collective=read.get("collective", False),
        roster=read.get("roster", "unknown"),
        purposes=tuple(purposes),
        period=period_of(read),
        status=read.get("status", "stated"),
        note=read.get("note"),
        evidence=read.get("evidence", ()),
        location=place,
    )
    file.draft.nodes.append(node_read)
    file.draft.put_places(node_read, places_of(read))


def iter_reserved_words() -> Iterator[str]:
    """Yield the keys of a node that no relation can be called."""
    yield from (key for field in NODE_FIELDS for key in field.written)
    yield from ("members", "seats", "purpose", "purposes")


def _node_words(file: Context) -> Iterator[str]:
    """Yield the keys of a node beside its fields."""
    yield from ("members", "seats", "purposes")
    yield from (words for words, _, _ in file.vocabulary.iter_labels())


def _translated(file: Context, name: str, read: Read) -> LocalText | None:
    """Return a text with the translations that stand beside it under ``en`` and ``da``."""
    text: LocalText | None = read.get(name)
    if text is None:
        return None
    known = text.translations
    for code in ("da", "en"):
        words = read.get(code)
        if words and known.setdefault(code, words) != words:
            line = read.places[name].line + 1
            file.reading.report("repeated-language", read.places[code], code=code, line=line)
    original = known.pop(text.language)
    return LocalText.of(original, text.language, **known).led_by(file.reading.lead)


def _purpose(file: Context, node: YamlNode) -> Statement | None:
    if isinstance(node, YamlText):
        text = LOCAL_TEXT.read(node, file.reading)
        return None if text is None else Statement(text)
    read = read_map(node, PURPOSE_FIELDS, file.reading)
    if not (text := _translated(file, "text", read)):
        return None
    status = read.get("status", "stated")
    return Statement(text, read.get("evidence", ()), status)

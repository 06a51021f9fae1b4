"""Take the attributes of a node or an edge one by one, and tell those that nobody takes."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any

from orggraph.formats.exchange import Remarks
from orggraph.formats.graphs.attributes import REST
from orggraph.model import LINES, ROSTERS, STATUSES, PartialDate
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import shorten

_TRUTHS = frozenset({"true", "false", "yes", "no"})
_NOTES = ("note", "description", "comment")
# What follows from the rest of a graph: written for others, and found again by ourselves.
_REPEATED = frozenset({"family", "seats", "term", "derived", "derived_from"})


class Fields:
    """The attributes of one thing. Names are looked up without regard to case."""

    def __init__(self, attributes: Mapping[str, YamlNode], remarks: Remarks) -> None:
        self._left = {name: node for name, node in attributes.items() if not _is_empty(node)}
        self._names = {name.casefold(): name for name in reversed(self._left)}
        self._remarks = remarks

    def text(self, name: str) -> str | None:
        """Return the text of an attribute, which stays; None for no such, or none that is text."""
        return text_of(self._left.get(self._names.get(name, "")))

    def take(self, *names: str) -> YamlNode | None:
        """Take the first of some attributes that is there."""
        for name in names:
            if (found := self._left.pop(self._names.get(name, ""), None)) is not None:
                return found
        return None

    def take_text(self, name: str) -> str | None:
        """Take an attribute that is a text; another stays."""
        return None if self.text(name) is None else text_of(self.take(name))

    def take_named(self, words: str | None, names: Iterable[str]) -> YamlNode | None:
        """Take the first of some attributes that says just ``words``."""
        found = (name for name in names if words is not None and self.text(name) == words)
        return self.take(*found)

    def rest(self) -> dict[str, YamlNode]:
        """Take what orggraph has written of its own, by the keys of a data file."""
        found = self._left.get(REST)
        if not isinstance(found, YamlMap):
            return {}
        del self._left[REST]
        return {key.text: value for key, value in found.entries}

    def take_name(self, *names: str) -> Any:
        """Take the name, with its translations; the first of ``names`` is the name as it is."""
        name = next(filter(None, map(self.take_text, names)), None)
        translated = self._left.get("names")
        if not isinstance(translated, YamlMap) or not translated.entries:
            return name
        del self._left["names"]
        # Whoever changes a name in another program changes it in the graph's own language.
        first, *others = ((key.text, value) for key, value in translated.entries)
        return dict([(first[0], name or first[1]), *others])

    def take_node(self, sources: Collection[str]) -> dict[str, Any]:
        """Take what a data file says of a node, beside its name and kind."""
        entry: dict[str, Any] = {}
        for key in ("title", "classification"):
            self._put(entry, key, _is_text)
        self._put(entry, "collective", _is_truth)
        self._put(entry, "roster", _among(ROSTERS))
        self._put(entry, "aliases", _is_texts)
        self._put(entry, "identifiers", lambda node: isinstance(node, YamlMap))
        self._put(entry, "purposes", _is_texts)
        return entry | self._take_common(sources)

    def take_relation(self, sources: Collection[str], nodes: Mapping[str, str]) -> dict[str, Any]:
        """Take what a data file says of a relation, beside its type, ends and id."""
        entry: dict[str, Any] = {}
        self._put(entry, "role", _is_text)
        self._put(entry, "vote", _is_truth)
        self._put(entry, "represents", _is_text)
        self._put(entry, "line", _among(LINES))
        self._put(entry, "inferred", lambda node: isinstance(node, YamlMap))
        if represented := text_of(entry.get("represents")):
            entry["represents"] = nodes.get(represented, represented)
        seat, body = self.take_text("seat"), self.take_text("seat_body")
        if seat:
            entry["seat"] = f"{body}/{seat}" if body else seat
        for name in _REPEATED:
            self.take(name)
        return entry | self._take_common(sources)

    def tell_left(self) -> None:
        """Remark on each attribute that nobody has taken."""
        for name, node in self._left.items():
            self._remarks.add("property", _shown(node), shorten(name))
        self._left.clear()

    def _take_common(self, sources: Collection[str]) -> dict[str, Any]:
        entry: dict[str, Any] = {}
        self._put(entry, "from", _is_date, "from", "start")
        self._put(entry, "until", _is_date, "until", "end")
        self._put(entry, "status", _among(STATUSES))
        self._put(entry, "note", _is_text, *_NOTES)
        self._put(entry, "evidence", lambda node: _rests_on(node, sources))
        return entry

    def _put(
        self,
        entry: dict[str, Any],
        key: str,
        is_sound: Callable[[YamlNode], bool],
        *names: str,
    ) -> None:
        """Put an attribute under a key of a data file, where it can be understood as that."""
        found = next((n for n in names or (key,) if self._names.get(n) in self._left), key)
        node = self.take(found)
        if node is not None and is_sound(node):
            entry[key] = node
        elif node is not None:
            self._remarks.add("value", _shown(node), found)


def text_of(node: Any) -> str | None:
    """Return the text of a scalar that is not absent or empty; None for anything else."""
    if isinstance(node, str):
        return node
    return node.text.strip() or None if isinstance(node, YamlText) and not node.is_absent else None


def _is_empty(node: YamlNode) -> bool:
    if isinstance(node, YamlText):
        return node.is_absent or not node.text.strip()
    return not (node.items if isinstance(node, YamlList) else node.entries)


def _is_text(node: YamlNode) -> bool:
    return isinstance(node, YamlText)


def _is_texts(node: YamlNode) -> bool:
    return all(isinstance(item, YamlText) for item in _items(node))


def _is_truth(node: YamlNode) -> bool:
    return isinstance(node, YamlText) and node.text.strip().casefold() in _TRUTHS


def _is_date(node: YamlNode) -> bool:
    try:
        return isinstance(node, YamlText) and bool(PartialDate.parse(node.text))
    except ValueError:
        return False


def _among(words: Collection[str]) -> Callable[[YamlNode], bool]:
    return lambda node: isinstance(node, YamlText) and node.text in words


def _rests_on(node: YamlNode, sources: Collection[str]) -> bool:
    """Whether each piece of evidence is of a source that the file has."""
    texts = [item.text if isinstance(item, YamlText) else "" for item in _items(node)]
    return all(text.partition(":")[0].strip() in sources for text in texts)


def _items(node: YamlNode) -> Iterator[YamlNode]:
    yield from node.items if isinstance(node, YamlList) else (node,)


def _shown(node: YamlNode) -> str:
    return shorten(node.text) if isinstance(node, YamlText) else "…"

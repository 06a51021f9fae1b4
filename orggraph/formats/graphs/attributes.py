"""What formats of graphs write of a node and of a relation: plain attributes, and the rest.

The attributes are those of `OrgGraph.to_networkx`. What they have no room for, such as translations
and seats, stands under one further name, in the words of a data file; nothing stands twice.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from orggraph.formats.entries import Entries
from orggraph.formats.exchange import Content
from orggraph.formats.graphs.networkx_graph import node_attributes, relation_attributes
from orggraph.formats.ids import is_id
from orggraph.model import Node, Relation

REST = "orggraph"
"""The attribute that holds what no other attribute can."""

_PLAIN = frozenset(
    {"title", "classification", "note", "role"}
)  # held where they are in one language
_ALWAYS = frozenset(
    {"name", "en", "da", "aliases", "identifiers", "collective", "roster", "from", "until"}
    | {"status", "evidence", "id", "vote", "represents", "seat", "line"}
)


class GraphAttributes:
    """The parts of one graph as attributes, for a format that knows nodes by ids of a scheme.

    A node that was read under an id which is none here keeps it as an identifier of that scheme,
    and is written under it again. Only those ids are kept while writing.
    """

    def __init__(self, content: Content, scheme: str) -> None:
        self.content = content
        self._entries = Entries(content)
        self._scheme = scheme
        self._foreign: dict[str, str] = {}
        self._taken: set[str] = set()

    def head(self) -> dict[str, Any]:
        """Return the attributes of the graph itself; its seats are in `iter_seats`."""
        content, entry = self.content, self._entries.head()
        title = entry.get("title")
        rest = {k: v for k, v in entry.items() if k not in ("title", "language")}
        if title is not None and not isinstance(title, str):
            rest["title"] = title
        found = {"title": content.title.original if content.title else None}
        return found | {"language": content.language, REST: rest}

    def iter_seats(self) -> Iterator[dict[str, Any]]:
        """Yield the seats, each with its body and its key."""
        for seat in self.content.iter_seats():
            yield {"body": seat.body, "key": seat.key, **self._entries.seat(seat)}

    def write_id(self, id_: str) -> str:
        """Return the id that a node is written under; after all nodes it is known for each."""
        return self._foreign.get(id_, id_)

    def node(self, node: Node) -> dict[str, Any]:
        """Return the attributes of a node."""
        entry = self._entries.node(node)
        rest = {k: v for k, v in entry.items() if not self._is_held(k, v)}
        self._remember(node)
        if self.write_id(node.id) != node.id or not is_id(node.id):
            rest["id"] = node.id
        return _without_place(node_attributes(node)) | _rest(rest)

    def relation(self, relation: Relation) -> dict[str, Any]:
        """Return the attributes of a relation."""
        entry = self._entries.relation(relation)
        found = _without_place(relation_attributes(self.content.vocabulary, relation))
        rest = {k: v for k, v in entry.items() if not self._is_held(k, v)}
        return found | _rest(rest)

    @staticmethod
    def _is_held(key: str, value: Any) -> bool:
        """Return whether the attribute of this name tells all that a data file would."""
        if key in _PLAIN:
            return isinstance(value, str)
        if key in ("purposes", "inferred"):
            parts = value.values() if isinstance(value, Mapping) else value
            return all(isinstance(part, str) for part in parts)
        return key in _ALWAYS

    def _remember(self, node: Node) -> None:
        """Keep the id that the file had for a node which cannot have it here."""
        for scheme, value in node.identifiers:
            if scheme == self._scheme and not is_id(value) and value not in self._taken:
                self._foreign[node.id] = value
                self._taken.add(value)
                return


def _without_place(attributes: dict[str, Any]) -> dict[str, Any]:
    # Where it stood in the file that it was read from means nothing in another.
    return {name: value for name, value in attributes.items() if name != "location"}


def _rest(rest: dict[str, Any]) -> dict[str, Any]:
    return {REST: rest} if rest else {}

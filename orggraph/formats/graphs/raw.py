"""A graph as a file has it, before it is known what it means."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orggraph.formats.exchange import Remarks
from orggraph.formats.graphs.fields import Fields, text_of
from orggraph.formats.ids import is_relation_id, make_ids
from orggraph.source import Location
from orggraph.source.yaml_tree import YamlNode
from orggraph.text import shorten

Attributes = Mapping[str, YamlNode]


class RawNode(NamedTuple):
    """A node as a file has it."""

    id: str
    attributes: Attributes
    place: Location


class RawEdge(NamedTuple):
    """An edge as a file has it: its ends by the ids of the file."""

    id: str | None
    source: str
    target: str
    directed: bool
    attributes: Attributes
    place: Location


class RawGraph(NamedTuple):
    """What a file of a graph says, before it is known what it means."""

    attributes: Attributes
    nodes: Sequence[RawNode]
    edges: Sequence[RawEdge]


def choose_ids(nodes: Sequence[RawNode]) -> dict[str, str]:
    """Return the ids of nodes by those of the file: as orggraph wrote them, or made of them."""
    chosen = dict(make_ids([node.id for node in nodes]))
    for node in nodes:
        own = text_of(Fields(node.attributes, Remarks()).rest().get("id"))
        if own and is_relation_id(own) and ":" not in own:
            chosen[node.id] = own
    return chosen


def find_unique(ids: Iterable[str]) -> set[str]:
    """Return the ids that are there once."""
    return {id_ for id_, times in Counter(ids).items() if times == 1}


def show_ends(edge: RawEdge) -> str:
    """Return what an edge joins, as an example of it."""
    return shorten(f"{edge.source} → {edge.target}")

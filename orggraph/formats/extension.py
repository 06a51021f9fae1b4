"""What another format cannot hold, as the keys of a data file that are put beside its own.

A writer reads again what it has written in the format's own words, and puts what differs into the
extension; so the two cannot fall apart.
"""

from collections.abc import Mapping
from typing import Any

from orggraph.model import Node, identifiers_by_scheme
from orggraph.source.json_reading import plain

Keys = dict[str, Any]


def as_texts(entry: Mapping[str, Any]) -> Keys:
    """Return an entry of a data file as dicts, lists and texts."""
    texts: Keys = plain(dict(entry))
    return texts


def find_former_ids(nodes: Mapping[str, Node], scheme: str) -> dict[str, str]:
    """Return the ids that nodes had in the format that they were read from, by their own.

    Only where there is one, and it is not the id of another node.
    """
    found = {id_: identifiers_by_scheme(node).get(scheme, []) for id_, node in nodes.items()}
    return {id_: v[0] for id_, v in found.items() if len(v) == 1 and v[0] not in nodes}


def find_differences(entry: Keys, read: Keys) -> Keys:
    """Return what makes of ``read`` what ``entry`` says; None takes a key away."""
    more: Keys = {key: value for key, value in entry.items() if not _same(value, read.get(key))}
    return more | {key: None for key in read if key not in entry}


def _same(value: Any, other: Any) -> bool:
    """Return whether two values of a field are the same; one text alone is a list of one."""
    if isinstance(value, dict) and isinstance(other, dict):
        return value.keys() == other.keys() and all(_same(v, other[k]) for k, v in value.items())
    if isinstance(value, list) != isinstance(other, list):
        return _listed(value) == _listed(other)
    return bool(value == other)


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]

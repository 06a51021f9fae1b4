"""What came or went along with a node, so that it is told there."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from orggraph.changes.change import Change, ChangeKind, Diff


class Along(NamedTuple):
    """What came or went along with nodes, by the change of the node; `told` are all of these."""

    homes: Mapping[tuple[ChangeKind, str], Sequence[Change[Any]]]
    told: frozenset[int]

    def of(self, area: str, change: Change[Any]) -> Sequence[Change[Any]]:
        """Return what came or went along with a change of an area, if it is one of nodes."""
        return self.homes.get((change.kind, change.one.id), ()) if area == "nodes" else ()


def group_by_home(diff: Diff) -> Along:
    """Return the relations, seats and members that came or went along with a node.

    A relation is told with the end that came or went, the source where both did. Members are told
    with their body; who joins or leaves a body that stays is told of that body.
    """
    nodes = {(c.kind, c.one.id) for c in diff.nodes if c.kind is not ChangeKind.CHANGED}
    ends: list[tuple[Change[Any], tuple[str, ...]]] = [
        *((change, (change.one.source, change.one.target)) for change in diff.relations),
        *((change, (change.one.body,)) for change in diff.seats),
        *((change, (change.one.target,)) for change in diff.members),
    ]
    homes: dict[tuple[ChangeKind, str], list[Change[Any]]] = {}
    for change, ids in ends:
        if home := next((key for id_ in ids if (key := (change.kind, id_)) in nodes), None):
            homes.setdefault(home, []).append(change)
    return Along(homes, frozenset(id(each) for home in homes.values() for each in home))

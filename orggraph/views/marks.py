"""What became of things between two versions, in a picture of both."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from orggraph.changes.change import ChangeKind
from orggraph.model import Graph, Node, Relation, Seat
from orggraph.scene import Change
from orggraph.text import LocalText
from orggraph.words import say

T = TypeVar("T", Node, Seat, Relation)


class Marks:
    """What became of the nodes, relations and seats of a graph that is two versions in one."""

    def __init__(
        self,
        graph: Graph,
        kinds: Mapping[str, ChangeKind] = MappingProxyType({}),
        former: Mapping[str, LocalText] = MappingProxyType({}),
    ) -> None:
        """Tell of what is in ``graph``; ``kinds`` and ``former`` are by id, as in a `Union`."""
        self._graph = graph
        self._kinds = kinds
        self.former = former

    def of(self, thing: Node | Seat | Relation | None) -> Change | None:
        """Return what became of a thing; None where it is as it was, or where there is none.

        What is derived came, went or changed with what it follows from.
        """
        if thing is None or not self._kinds:
            return None
        ids = [thing.id]
        if isinstance(thing, Relation) and thing.id not in self._kinds:
            ids += thing.derived_from
        found = {self._kinds[id_].value for id_ in ids if id_ in self._kinds}
        # Of a seat that changed, a new member is new, and one who left has left.
        order: tuple[Change, ...] = ("removed", "added", "changed")
        return next((change for change in order if change in found), None)

    @cached_property
    def present(self) -> Graph:
        """The graph without what was removed: by it, seats and members are counted."""
        if ChangeKind.REMOVED not in self._kinds.values():
            return self._graph
        parts = self._graph.parts
        nodes = tuple(self._kept(parts.nodes))
        ids = {node.id for node in nodes}
        seats = [seat for seat in self._kept(parts.seats) if {seat.body, *_per(seat)} <= ids]
        relations = [r for r in self._kept(parts.relations) if {r.source, r.target} <= ids]
        present = type(self._graph).from_sound(
            replace(parts, nodes=nodes, seats=tuple(seats), relations=tuple(relations))
        )
        present.day = self._graph.day
        return present

    def _kept(self, things: Iterable[T]) -> Iterable[T]:
        return (thing for thing in things if self._kinds.get(thing.id) != ChangeKind.REMOVED)


def _per(seat: Seat) -> Iterable[str]:
    return () if seat.count.per is None else (seat.count.per,)


def tell_change(words: str, change: Change | None, language: str) -> str:
    """Return ``words`` with what became of what they tell, where it is not as it was."""
    if change is None:
        return words
    return f"{say(f'picture-{change}', language)}: {words}"

"""What became of things between two versions, in a picture of both."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from orggraph.changes.change import ChangeKind
from orggraph.changes.union import Union
from orggraph.model import Graph, Node, Relation, Seat
from orggraph.scene import Change
from orggraph.words import say

T = TypeVar("T", Node, Seat, Relation)


class Marks:
    """What became of the nodes, relations and seats of a graph that is two versions in one."""

    def __init__(self, graph: Graph, union: Union | None = None) -> None:
        """Tell of what is in ``graph``, which is that of ``union`` or a part of it."""
        self._graph = graph
        self._things = union.marks if union else {}
        self._lines = union.lines if union else {}
        self.former = union.former if union else {}

    def of(self, thing: Node | Seat | Relation | None) -> Change | None:
        """Return what became of a thing; None where it is as it was, or where there is none.

        What is derived came, went or changed with what it follows from.
        """
        if thing is None:
            return None
        found = {kind.value for kind in self._kinds_of(thing)}
        # Of a seat that changed, a new member is new, and one who left has left.
        order: tuple[Change, ...] = ("removed", "added", "changed")
        return next((change for change in order if change in found), None)

    def _kinds_of(self, thing: Node | Seat | Relation) -> Iterable[ChangeKind]:
        """Return the marks of a thing, or else of what it follows from: relations and seats."""
        if not isinstance(thing, Relation):
            found = [self._things.get(thing.id)]
        elif thing.id in self._lines:
            found = [self._lines[thing.id]]
        else:
            # The id of a seat has a slash, and none that is written for a relation has.
            found = [
                (self._things if "/" in id_ else self._lines).get(id_) for id_ in thing.derived_from
            ]
        return filter(None, found)

    @cached_property
    def present(self) -> Graph:
        """The graph without what was removed: by it, seats and members are counted."""
        if ChangeKind.REMOVED not in (*self._things.values(), *self._lines.values()):
            return self._graph
        parts = self._graph.parts
        # What hung on a node that was removed was removed with it.
        present = type(self._graph).from_sound(
            replace(
                parts,
                nodes=tuple(self._kept(parts.nodes)),
                seats=tuple(self._kept(parts.seats)),
                relations=tuple(self._kept(parts.relations)),
            )
        )
        present.day = self._graph.day
        return present

    def _kept(self, things: Iterable[T]) -> Iterable[T]:
        return (thing for thing in things if self.of(thing) != "removed")


def tell_change(words: str, change: Change | None, language: str) -> str:
    """Return ``words`` with what became of what they tell, where it is not as it was."""
    if change is None:
        return words
    return f"{say(f'picture-{change}', language)}: {words}"

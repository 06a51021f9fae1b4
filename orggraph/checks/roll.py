"""The nodes of a graph, numbered in little room, and which of them are there on a day."""

from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Self

from orggraph.model import Node, PartialDate, Period

_LEAST = 16

_KEPT = 4_096

Holds = Callable[[Period], bool | None]

SURE, OPEN, GONE = 0, 1, 2
"""What a node is on a day: there for certain, perhaps, or certainly not."""


class Roll:
    """The ids of nodes, numbered as they come: some twenty bytes each, where a dict takes 150.

    It is a table of numbers with open addressing (Peterson 1957), beside the ids themselves in one
    piece. Nothing is taken for another: an id is compared letter by letter.
    """

    def __init__(self) -> None:
        self._ids = bytearray()
        self._ends = array("Q", [0])
        self._table = array("L", bytes(_LEAST * array("L").itemsize))

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, id_: str) -> None:
        """Give the next number to an id that has none."""
        if 2 * len(self) >= len(self._table):
            self._grow()
        said = id_.encode()
        self._ids += said
        self._ends.append(len(self._ids))
        self._table[self._place(said)] = len(self)

    def number(self, id_: str) -> int:
        """Return the number of an id, from zero; raises KeyError where it has none."""
        found = self._table[self._place(id_.encode())]
        if not found:
            raise KeyError(id_)
        return found - 1

    def _said(self, number: int) -> bytearray:
        return self._ids[self._ends[number] : self._ends[number + 1]]

    def _place(self, said: bytes | bytearray) -> int:
        """Return where in the table the number of an id stands, plus one, or where it is to."""
        table, ids, ends = self._table, self._ids, self._ends
        last = len(table) - 1
        place = hash(bytes(said)) & last
        while (found := table[place]) and ids[ends[found - 1] : ends[found]] != said:
            place = place + 1 & last
        return place

    def _grow(self) -> None:
        self._table = array("L", bytes(2 * len(self._table) * self._table.itemsize))
        for number in range(len(self)):
            self._table[self._place(self._said(number))] = number + 1


class Presence:
    """Which nodes of a graph are there on a day."""

    def __init__(self, roll: Roll, states: bytearray, holds: Holds) -> None:
        """Take the nodes that have a number, what each is on the day, and what holds on it."""
        self.roll, self.holds = roll, holds
        self._states = states
        self._all_sure = not any(states)

    @classmethod
    def of(cls, nodes: Iterable[Node], day: PartialDate) -> Self:
        """Return which nodes are there on a day."""
        roll, states = Roll(), bytearray()
        # Of many things few have dates that no other has.
        holds = lru_cache(_KEPT)(lambda period: period.holds_on(day))
        known: Mapping[bool | None, int] = {True: SURE, None: OPEN, False: GONE}
        for node in nodes:
            roll.add(node.id)
            states.append(known[holds(node.period)] if node.period else SURE)
        return cls(roll, states, holds)

    def is_sure(self, node: str) -> bool:
        """Whether a node is certainly there."""
        return self._all_sure or self._states[self.roll.number(node)] == SURE

    def may_be(self, node: str) -> bool:
        """Whether a node may be there."""
        return self._all_sure or self._states[self.roll.number(node)] != GONE


class Marks:
    """Which nodes are marked: a byte each, however many are."""

    def __init__(self, roll: Roll) -> None:
        self._roll = roll
        self._marked = bytearray(len(roll))

    def add(self, *nodes: str) -> None:
        """Mark nodes."""
        for node in nodes:
            self._marked[self._roll.number(node)] = 1

    def __contains__(self, node: str) -> bool:
        return bool(self._marked[self._roll.number(node)])

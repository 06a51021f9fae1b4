"""Between two ranks: which line turns at which height.

A channel is the room between two ranks. Lines come into it upright from pins at both of its edges,
and turn at a track. Where an upright piece from above and one from below stand at the same place,
the one from above must turn first. This is channel routing, see T. Yoshimura and E. S. Kuh,
"Efficient Algorithms for Channel Routing", IEEE Transactions on Computer-Aided Design 1 (1982).
"""

import heapq
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import permutations
from typing import NamedTuple

from orggraph.layout import sizes

_MOST_TO_IMPROVE = 60
"""Channels with more lines than this keep the first order that works."""


class Wire(NamedTuple):
    """A line in a channel: where it comes in from above, and from below."""

    id: str
    uppers: tuple[float, ...]
    lowers: tuple[float, ...]

    @property
    def ends(self) -> tuple[float, ...]:
        """All places where it comes in."""
        return self.uppers + self.lowers

    @property
    def is_straight(self) -> bool:
        """Whether it goes through without a turn."""
        return len(set(self.ends)) == 1


class Clash(NamedTuple):
    """Two lines of which the `first` must turn before the `second`, and where they would touch."""

    first: str
    second: str
    upper: float
    lower: float


def find_clashes(wires: Sequence[Wire]) -> tuple[Clash, ...]:
    """Return what keeps the lines of a channel from being put in order, if anything does."""
    needs = _find_needs(wires)
    placed = set(_in_order([wire.id for wire in wires], needs))
    return tuple(
        clash
        for clashes in needs.values()
        for clash in clashes
        if clash.first not in placed and clash.second not in placed
    )


def find_tracks(wires: Sequence[Wire]) -> dict[str, int]:
    """Return the track of each line that turns, 0 at the top; straight lines have none.

    Lines have tracks of their own where they would touch. Crossings are few, not the fewest.
    """
    turning = [wire for wire in wires if not wire.is_straight]
    needs = _find_needs(turning)
    by_id = {wire.id: wire for wire in turning}
    preferred = [wire.id for wire in sorted(turning, key=_preference)]
    order = _in_order(preferred, needs)
    order += [id_ for id_ in preferred if id_ not in set(order)]
    if len(order) <= _MOST_TO_IMPROVE:
        order = _improve(order, by_id, {(c.first, c.second) for cs in needs.values() for c in cs})
    return _levels([by_id[id_] for id_ in order])


def _preference(wire: Wire) -> tuple[float, str]:
    """Order lines that go the same way so that they do not cross each other."""
    upper = sum(wire.uppers) / len(wire.uppers)
    if not wire.lowers:
        return (max(wire.uppers) - min(wire.uppers), wire.id)  # the narrow one within the wide one
    lower = sum(wire.lowers) / len(wire.lowers)
    return (-upper if lower > upper else upper, wire.id)


def _find_needs(wires: Sequence[Wire]) -> dict[str, list[Clash]]:
    """Return which line must turn before which others, and where."""
    lowers = sorted((x, wire.id) for wire in wires if not wire.is_straight for x in wire.lowers)
    places = [x for x, _ in lowers]
    needs: dict[str, list[Clash]] = defaultdict(list)
    for wire in wires:
        if wire.is_straight:
            continue
        for x in wire.uppers:
            low, high = bisect_right(places, x - sizes.CLEAR), bisect_left(places, x + sizes.CLEAR)
            for lower, other in lowers[low:high]:
                if other != wire.id:
                    needs[wire.id].append(Clash(wire.id, other, x, lower))
    return needs


def _in_order(ids: Sequence[str], needs: Mapping[str, Sequence[Clash]]) -> list[str]:
    """Return the ids so that needs are met, else as given; those on cycles are left out."""
    waiting: dict[str, int] = defaultdict(int)
    for clashes in needs.values():
        for clash in clashes:
            waiting[clash.second] += 1
    place = {id_: i for i, id_ in enumerate(ids)}
    ready = [i for id_, i in place.items() if not waiting[id_]]
    heapq.heapify(ready)
    order = []
    while ready:
        id_ = ids[heapq.heappop(ready)]
        order.append(id_)
        for clash in needs.get(id_, ()):
            waiting[clash.second] -= 1
            if not waiting[clash.second]:
                heapq.heappush(ready, place[clash.second])
    return order


def _improve(order: list[str], wires: Mapping[str, Wire], needs: set[tuple[str, str]]) -> list[str]:
    """Move each line to where that saves most crossings, as long as it does and breaks no need."""
    order = list(order)
    costs = {
        (one, other): _crossings(wires[one], wires[other]) for one, other in permutations(order, 2)
    }
    for _ in order:
        before = list(order)
        for id_ in before:
            at = order.index(id_)
            best, goal = 0, at
            for way in (range(at + 1, len(order)), range(at - 1, -1, -1)):
                saved = 0
                for place in way:
                    other = order[place]
                    pair = (id_, other) if place > at else (other, id_)
                    if pair in needs:
                        break
                    saved += costs[pair] - costs[pair[::-1]]
                    if saved > best:
                        best, goal = saved, place
            order.insert(goal, order.pop(at))
        if order == before:
            break
    return order


def _crossings(above: Wire, below: Wire) -> int:
    """Return how often two lines cross when the one turns above the other."""
    crossed = sum(min(above.ends) < x < max(above.ends) for x in below.uppers)
    return crossed + sum(min(below.ends) < x < max(below.ends) for x in above.lowers)


def _levels(wires: Sequence[Wire]) -> dict[str, int]:
    """Return the first free track of each line in turn, below all before it that it touches."""
    marks = sorted({x for wire in wires for x in (min(wire.ends), max(wire.ends))})
    heights = [0] * len(marks)
    levels = {}
    for wire in wires:
        low = bisect_left(marks, min(wire.ends) - sizes.LINES_APART)
        high = bisect_right(marks, max(wire.ends) + sizes.LINES_APART)
        level = max(heights[low:high])
        heights[low:high] = [level + 1] * (high - low)
        levels[wire.id] = level
    return levels

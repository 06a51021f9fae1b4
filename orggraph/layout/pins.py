"""Where lines begin and end at the sides of blocks, and where they pass a rank: the pins.

Pins of one side keep as far apart as their labels need. Within that they move until lines are as
straight as they can be.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.blocks import Block
from orggraph.layout.places import Layers, find_passages
from orggraph.layout.plan import Net, Sides
from orggraph.layout.runs import Pin, find_runs
from orggraph.layout.spread import Slot, spread

_SWEEPS = 3
_NEARLY = 3 * sizes.CORNER
"""Lines that are out of true by less than this are made straight where there is room."""
_MOST_PUSHES = 60
_SLACK = 4.0
"""How much of the room between pins may be given up for that."""


class _Side(NamedTuple):
    """The side of a block, or the room between two blocks of a rank.

    `halves` are the half extents of its pins, `low` and `high` the room for them, `middles` where
    they are at first. Passages in one room stay in the order in which the engine has put them.
    """

    halves: Mapping[Pin, float]
    low: float
    high: float
    rank: int
    middles: Mapping[Pin, float]

    def place_in_order(self, pin: Pin, wish: float) -> tuple[float, float, Pin]:
        """Return what puts the pins of a side in order."""
        return (self.middles[pin] if pin.side == "through" else 0.0, wish, pin)


class PinBoard:
    """The pins of a picture, which can be moved along their sides."""

    def __init__(
        self,
        blocks: Mapping[str, Block],
        ranks: Mapping[str, int],
        nets: Sequence[Net],
        needs: Sides,
        layers: Layers,
    ) -> None:
        """Put every pin on its side, as near to what it faces as possible."""
        self.runs = find_runs(nets, ranks)
        self._above: dict[Pin, list[Pin]] = defaultdict(list)
        self._below: dict[Pin, list[Pin]] = defaultdict(list)
        for run in (run for channel in self.runs.values() for run in channel):
            for upper in run.uppers:
                self._below[upper] += run.lowers or [p for p in run.uppers if p != upper]
            for lower in run.lowers:
                self._above[lower] += run.uppers
        self._trunks = {Pin("lower", n.id, ranks[n.block]) for n in nets if len(n.legs) > 1}
        self._sides = [
            *_block_sides(blocks, ranks, needs, layers),
            *_passage_sides(nets, ranks, layers),
        ]
        self.where = {pin: x for side in self._sides for pin, x in side.middles.items()}
        self._order: dict[Pin, tuple[_Side, list[Pin]]] = {}
        self._settle()

    def room(self, pin: Pin) -> tuple[float, float]:
        """Return how far to the left and right a pin can be moved, as the two places."""
        side, order = self._order[pin]
        at, half = order.index(pin), side.halves[pin]
        low, high = side.low + half, side.high - half
        if at > 0:
            low = self.where[order[at - 1]] + side.halves[order[at - 1]] + half
        if at < len(order) - 1:
            high = self.where[order[at + 1]] - side.halves[order[at + 1]] - half
        return low, high

    def move(self, pin: Pin, place: float, *, slack: float = 0) -> bool:
        """Move a pin; return False, and do nothing, where it has no room for that.

        It may come nearer to others than it should by ``slack``.
        """
        low, high = self.room(pin)
        if not low - slack <= place <= high + slack:
            return False
        self.where[pin] = place
        return True

    def _settle(self) -> None:
        down = sorted(self._sides, key=lambda side: side.rank)
        for _ in range(_SWEEPS):
            for side in reversed(down):
                self._arrange(side, self._below)
            for side in down:
                self._arrange(side, self._above)
        for below, uppers in sorted(self._above.items()):
            self._straighten(uppers[0], below)

    def _arrange(self, side: _Side, facing: Mapping[Pin, Collection[Pin]]) -> None:
        """Move the pins of a side towards what they face, in the order of what they face."""
        if len(side.halves) == 1:
            self._arrange_only(side, facing)
            return
        if not any(facing.get(pin) for pin in side.halves):
            if not any(pin in self._order for pin in side.halves):
                self._put(side, sorted(side.halves), dict(self.where))
            return
        wishes = {}
        for pin in side.halves:
            faced = facing.get(pin)
            wishes[pin] = (
                sum(self.where[p] for p in faced) / len(faced) if faced else self.where[pin]
            )
        order = sorted(side.halves, key=lambda pin: side.place_in_order(pin, wishes[pin]))
        # A trunk leaves in the middle of its card, whatever it leads to.
        wishes |= {pin: side.middles[pin] for pin in order if pin in self._trunks}
        self._put(side, order, wishes)

    def _arrange_only(self, side: _Side, facing: Mapping[Pin, Collection[Pin]]) -> None:
        """Do the same on a side with one pin, as nearly all are in a large picture, but faster.

        At a card, it is in the middle where the line cannot be straight.
        """
        ((pin, half),) = side.halves.items()
        faced = facing.get(pin)
        if pin not in self._order:
            self._order[pin] = (side, [pin])
        elif not faced:
            return
        wish = side.middles[pin]
        if faced and pin not in self._trunks:
            wish = sum([self.where[p] for p in faced]) / len(faced)
            if pin.side != "through" and not side.low <= wish <= side.high:
                wish = side.middles[pin]
        low, high = side.low + half, side.high - half
        self.where[pin] = round(min(max(wish, low), high) if low <= high else (low + high) / 2)

    def _put(self, side: _Side, order: list[Pin], wishes: Mapping[Pin, float]) -> None:
        slots = [Slot(wishes[pin], side.halves[pin]) for pin in order]
        places = spread(slots, side.low, side.high)
        for pin, place in zip(order, places, strict=True):
            self.where[pin] = round(place)
            self._order[pin] = (side, order)

    def _straighten(self, above: Pin, below: Pin) -> None:
        """Make a line straight that nearly is, where that makes no other line crooked."""
        high, low = self.where[above], self.where[below]
        if 0 < abs(high - low) < _NEARLY:
            for slack in (0, _SLACK):
                if self.move(below, high, slack=slack) or self.move(above, low, slack=slack):
                    return
            self.where |= self._push(below, high) or self._push(above, low) or {}

    def _push(self, pin: Pin, place: float) -> dict[Pin, float] | None:
        """Return where pins are when one is moved and pushes others; None where there is no room.

        Pushed pins keep their distances, and take the other ends of straight lines with them.
        """
        forward = place > self.where[pin]
        moved = {pin: place}
        waiting = [pin]
        for _ in range(_MOST_PUSHES):
            if not waiting:
                return moved
            at = waiting.pop()
            side, order = self._order[at]
            half = side.halves[at]
            if not side.low + half <= moved[at] <= side.high - half:
                return None
            follows: dict[Pin, float] = {}
            beside = order.index(at) + (1 if forward else -1)
            if 0 <= beside < len(order):
                apart = half + side.halves[order[beside]]
                follows[order[beside]] = moved[at] + (apart if forward else -apart)
            for other in (*self._above.get(at, ()), *self._below.get(at, ())):
                if self.where[other] == self.where[at]:
                    follows[other] = moved[at]
            for other, least in follows.items():
                now = moved.get(other, self.where[other])
                if (now < least) if forward else (now > least):
                    moved[other] = least
                    waiting.append(other)
        return None


def _block_sides(
    blocks: Mapping[str, Block], ranks: Mapping[str, int], needs: Sides, layers: Layers
) -> Iterable[_Side]:
    for block in blocks.values():
        rank, start, end = ranks[block.id], layers.start(block.id), layers.end(block.id)
        # Of a stack, the front card has the upper side, and the one farthest behind the lower.
        behind = block.cards[0].card.behind if len(block.cards) == 1 else 0
        start, end = start + sizes.CORNER, end - sizes.CORNER
        lower = {Pin("lower", k, rank): half for k, half in needs.lower.get(block.id, {}).items()}
        upper = {Pin("upper", k, rank): half for k, half in needs.upper.get(block.id, {}).items()}
        middle = layers.middles[block.id]
        if lower:
            yield _Side(lower, start + behind, end, rank, dict.fromkeys(lower, middle))
        if upper and block.spine is not None:
            spine, half = layers.start(block.id) + block.spine, max(upper.values())
            yield _Side(upper, spine - half, spine + half, rank, dict.fromkeys(upper, spine))
        elif upper:
            yield _Side(upper, start, end - behind, rank, dict.fromkeys(upper, middle))


def _passage_sides(
    nets: Iterable[Net], ranks: Mapping[str, int], layers: Layers
) -> Iterable[_Side]:
    """Yield a side for each room between two blocks of a rank that lines pass through."""
    legs = {passage.id: legs for passage, legs in find_passages(nets, ranks).items()}
    near = sizes.CARDS_APART / 2
    for rank, row in enumerate(layers.ranks):
        at = 0
        for is_block, group in groupby(row, key=ranks.__contains__):
            ids = list(group)
            if not is_block:
                low, high = layers.start(ids[0]), layers.end(ids[-1])
                if at > 0:
                    low = min(low, layers.end(row[at - 1]) + near)
                if at + len(ids) < len(row):
                    high = max(high, layers.start(row[at + len(ids)]) - near)
                middles = {
                    Pin("through", leg, rank): layers.middles[id_]
                    for id_ in ids
                    for leg in legs[id_]
                }
                halves = dict.fromkeys(middles, sizes.LINES_APART / 2)
                yield _Side(halves, low, high, rank, middles)
            at += len(ids)

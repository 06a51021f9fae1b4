"""Where blocks stand across the flow, and the passages of lines between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.blocks import Block
from orggraph.layout.engines import Engine, Spot
from orggraph.layout.orient import Pull
from orggraph.layout.plan import Net
from orggraph.layout.spread import Slot, spread


class Passage(NamedTuple):
    """Where the lines from one block to another pass a rank between them."""

    upper: str
    lower: str
    rank: int

    @property
    def id(self) -> str:
        """An id that no block has."""
        return f"{self.upper}\n{self.lower}\n{self.rank}"


class Layers(NamedTuple):
    """What stands in each rank, from left to right, and where its middle is."""

    ranks: tuple[tuple[str, ...], ...]
    middles: Mapping[str, float]
    extents: Mapping[str, float]

    def start(self, id_: str) -> float:
        """Return where something begins."""
        return self.middles[id_] - self.extents[id_] / 2

    def end(self, id_: str) -> float:
        """Return where something ends."""
        return self.middles[id_] + self.extents[id_] / 2


def find_passages(nets: Iterable[Net], ranks: Mapping[str, int]) -> dict[Passage, list[str]]:
    """Return the passages that nets need, each with the legs that go through it."""
    legs: dict[Passage, list[str]] = defaultdict(list)
    for net in nets:
        for leg in net.legs:
            for rank in range(ranks[net.block] + 1, ranks[leg.block]):
                legs[Passage(net.block, leg.block, rank)].append(leg.id)
    return legs


def find_layers(
    blocks: Mapping[str, Block],
    ranks: Mapping[str, int],
    nets: Sequence[Net],
    pulls: Iterable[Pull],
    engine: Engine,
) -> Layers:
    """Return what stands where in each rank, as the engine says, without any overlap.

    ``pulls`` are between blocks.
    """
    passages = find_passages(nets, ranks)
    spots = [Spot(block.id, ranks[block.id], block.across) for block in blocks.values()]
    spots += [
        Spot(p.id, p.rank, len(legs) * sizes.LINES_APART, slim=True)
        for p, legs in sorted(passages.items())
    ]
    weights = {(pull.upper, pull.lower): pull.weight for pull in pulls}
    place = {block: number for number, block in enumerate(blocks)}
    pairs = {(net.block, leg.block) for net in nets if not net.flat for leg in net.legs}
    links = [
        piece
        for upper, lower in sorted(pairs, key=lambda pair: (place[pair[0]], place[pair[1]]))
        for piece in _chain(upper, lower, ranks, weights.get((upper, lower), 1))
    ]
    gap = sizes.CARDS_APART
    wishes = engine.find_places(spots, links, gap=gap)
    rows: dict[int, list[Spot]] = defaultdict(list)
    for spot in sorted(spots, key=lambda spot: (wishes[spot.id], spot.id)):
        rows[spot.rank].append(spot)
    middles: dict[str, float] = {}
    for row in rows.values():
        slots = [
            Slot(wishes[spot.id], spot.width / 2 + gap / (6 if spot.slim else 2)) for spot in row
        ]
        middles |= zip((spot.id for spot in row), map(round, spread(slots)), strict=True)
    in_ranks = tuple(tuple(spot.id for spot in rows[rank]) for rank in sorted(rows))
    return Layers(in_ranks, middles, {spot.id: spot.width for spot in spots})


def _chain(upper: str, lower: str, ranks: Mapping[str, int], weight: int) -> Iterable[Pull]:
    """Yield the pieces of a line through the ranks; those between passages are to be straight."""
    between = range(ranks[upper] + 1, ranks[lower])
    stops = [upper, *(Passage(upper, lower, rank).id for rank in between), lower]
    for i, (above, below) in enumerate(pairwise(stops)):
        inner = 0 < i < len(stops) - 2
        yield Pull(above, below, weight * (8 if inner else 2 if len(stops) > 2 else 1))

"""The ways of the lines: from pin to pin, upright and level pieces in turn."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orggraph.layout.blocks import Block
from orggraph.layout.flows import Flows
from orggraph.layout.pins import PinBoard
from orggraph.layout.places import Layers
from orggraph.layout.plan import Leg, Net, far_pin
from orggraph.layout.runs import Pin
from orggraph.views.content import Link

Place = tuple[float, float]
"""Across and along the flow."""


class Way(NamedTuple):
    """The way of one link, from its upper card to its lower one.

    `label` is the label's middle; where `is_told`, another line of the trunk has its words.
    """

    link: Link
    upper: str
    places: tuple[Place, ...]
    label: Place | None = None
    is_told: bool = False


class Router:
    """Draws nets over blocks that have their places."""

    def __init__(
        self,
        blocks: Mapping[str, Block],
        ranks: Mapping[str, int],
        layers: Layers,
        board: PinBoard,
        flows: Flows,
    ) -> None:
        self._blocks = blocks
        self._ranks = ranks
        self._layers = layers
        self._where = board.where
        self._flows = flows

    def route(self, nets: Iterable[Net]) -> tuple[Way, ...]:
        """Return the way of each link."""
        return tuple(way for net in nets for way in self._route_net(net))

    def _route_net(self, net: Net) -> Iterable[Way]:
        rank = self._ranks[net.block]
        start = Pin("lower", net.id, rank)
        across = self._where[start]
        trunk = None
        if net.label:
            row = self._flows.channel_start(rank) + self._flows.channels[rank].upper_row
            trunk = (across, row)
        begin = (across, self._lower_edge(net.block))
        if net.flat:
            yield self._flat(net, begin, trunk)
            return
        told = False
        for leg in net.legs:
            told = told and trunk is not None
            places = [begin, *self._descend(net, leg, across)]
            label = trunk
            if leg.label:
                last = self._ranks[leg.block] - 1
                row = self._flows.channel_start(last) + self._flows.channels[last].lower_row
                label = (places[-1][0], row)
            for link in leg.links:
                way = simplify([*places, *self._enter(leg, link)])
                yield Way(link, net.card, way, label, is_told=told)
                told = True

    def _descend(self, net: Net, leg: Leg, across: float) -> list[Place]:
        """Return the turns of a leg from its trunk to the side of its block."""
        places: list[Place] = []
        run = net.id
        for rank in range(self._ranks[net.block], self._ranks[leg.block]):
            last = rank == self._ranks[leg.block] - 1
            pin = Pin("upper" if last else "through", leg.id, rank + 1)
            below = self._where[pin]
            track = self._flows.channels[rank].tracks.get(run)
            if track is not None and below != across:
                turn = self._flows.channel_start(rank) + track
                places += [(across, turn), (below, turn)]
            across, run = below, leg.id
        return [*places, (across, self._start(leg.block))]

    def _enter(self, leg: Leg, link: Link) -> list[Place]:
        """Return the last piece to a card of a stack: along the spine, then to its side."""
        block = self._blocks[leg.block]
        if block.spine is None:
            return []
        placed = next(p for p in block.cards if p.card.id in (link.source, link.target))
        spine = self._layers.start(block.id) + block.spine
        middle = self._start(block.id) + placed.flow + placed.card.box.height / 2
        side = self._layers.start(block.id) + placed.across
        return [(spine, middle), (side, middle)]

    def _flat(self, net: Net, begin: Place, label: Place | None) -> Way:
        leg = net.legs[0]
        rank = self._ranks[net.block]
        end = self._where[Pin("lower", far_pin(leg), rank)]
        turn = self._flows.channel_start(rank) + self._flows.channels[rank].tracks[net.id]
        places = [begin, (begin[0], turn), (end, turn), (end, self._lower_edge(leg.block))]
        return Way(leg.links[0], net.card, simplify(places), label)

    def _start(self, block: str) -> float:
        return self._flows.start(self._blocks[block], self._ranks[block])

    def _lower_edge(self, block: str) -> float:
        return self._start(block) + self._blocks[block].flow


def simplify(places: Sequence[Place]) -> tuple[Place, ...]:
    """Return a way without the places at which it goes straight on."""
    kept: list[Place] = []
    for place in places:
        if kept and place == kept[-1]:
            continue
        if len(kept) > 1 and (
            kept[-2][0] == kept[-1][0] == place[0] or kept[-2][1] == kept[-1][1] == place[1]
        ):
            kept.pop()
        kept.append(place)
    return tuple(kept)

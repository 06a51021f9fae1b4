"""Plan a picture before anything has a place: blocks, nets, and the room that they need.

A block is a card, or a column of leaf cards below one superior. A net is a line, or several of one
sort that leave the same card together (a trunk). A leg is the part of a net that goes to one block.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.cards import Words
from orggraph.layout.orient import Pull
from orggraph.scene import Change
from orggraph.views.content import Link


class Leg(NamedTuple):
    """The part of a net that goes to one block: one link, or one for each card of a stack."""

    id: str
    block: str
    links: tuple[Link, ...]
    label: Words | None = None


class Net(NamedTuple):
    """Lines that leave the lower side of one block together.

    `card` is the card that they leave. `label` is the label of all of them, on the trunk. A `flat`
    net joins two blocks of the same rank, and has one leg, that ends at a lower side as well.
    """

    id: str
    block: str
    card: str
    legs: tuple[Leg, ...]
    label: Words | None = None
    flat: bool = False


class Stack(NamedTuple):
    """Leaves that stand in a column. `id` is the first of them."""

    id: str
    cards: tuple[str, ...]


def find_stacks(
    links: Sequence[Link], pulls: Iterable[Pull], least: int, most: int = 12
) -> tuple[Stack, ...]:
    """Return the columns that leaves are put in: nodes with a single line, to the same superior.

    Lines of one column are of the same sort. There are no columns of fewer than ``least`` cards,
    and none of more than ``most``; columns of one superior are of nearly the same length.
    """
    degree: dict[str, int] = defaultdict(int)
    for link in links:
        degree[link.source] += 1
        degree[link.target] += 1
    uppers = {pull.lower: pull.upper for pull in pulls}
    groups: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for link in links:
        for leaf, other in ((link.source, link.target), (link.target, link.source)):
            if degree[leaf] == 1 and uppers.get(leaf) == other:
                groups[(other, *_sort(link, other), link.label)].append(leaf)
    stacks = []
    for leaves in groups.values():
        if len(leaves) >= least:
            columns = -(-len(leaves) // most)
            length = -(-len(leaves) // columns)
            parts = (leaves[i : i + length] for i in range(0, len(leaves), length))
            stacks += [Stack(part[0], tuple(part)) for part in parts]
    return tuple(stacks)


def _sort(link: Link, upper: str) -> tuple[object, ...]:
    """Return what lines must have in common to leave a card as one trunk."""
    marks = (link.arrow, link.mutual, link.dotted, link.marked, link.change)
    return (link.source == upper, link.family, link.types, *marks)


Labels = Mapping[tuple[str, Change | None], Words | None]
"""The measured labels of links, by what stands on them."""


def find_nets(
    links: Sequence[Link],
    block_of: Mapping[str, str],
    ranks: Mapping[str, int],
    labels: Labels,
) -> tuple[Net, ...]:
    """Return the nets that draw ``links``; ``ranks`` are by block."""
    groups: dict[tuple[object, ...], list[Link]] = defaultdict(list)
    flat: list[Net] = []
    for link in links:
        source, target = block_of[link.source], block_of[link.target]
        if ranks[source] == ranks[target]:
            leg = Leg(link.id, target, (link,))
            flat.append(Net(link.id, source, link.source, (leg,), labels[link.said], flat=True))
        else:
            upper = link.source if ranks[source] < ranks[target] else link.target
            groups[(upper, *_sort(link, upper))].append(link)
    nets = [_net(group, str(key[0]), block_of, labels) for key, group in groups.items()]
    return tuple(sorted([*nets, *flat], key=lambda net: net.id))


def _net(
    links: Sequence[Link],
    upper: str,
    block_of: Mapping[str, str],
    labels: Labels,
) -> Net:
    by_block: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        by_block[block_of[link.target if link.source == upper else link.source]].append(link)
    # One label for all stands on the trunk; else each leg has its own.
    shared = len(links) > 1 and len({link.label for link in links}) == 1
    legs = tuple(
        Leg(group[0].id, block, tuple(group), None if shared else labels[group[0].said])
        for block, group in by_block.items()
    )
    label = labels[links[0].said] if shared else None
    return Net(legs[0].id, block_of[upper], upper, legs, label)


class Sides(NamedTuple):
    """What a block's upper and lower sides must have room for: half extents by net or leg."""

    upper: Mapping[str, Mapping[str, float]]
    lower: Mapping[str, Mapping[str, float]]

    def least(self, block: str) -> float:
        """Return how long the sides of a block are at least."""
        sides = (self.upper.get(block, {}), self.lower.get(block, {}))
        return max(map(_length, sides)) + 2 * sizes.CORNER


def _length(pins: Mapping[str, float]) -> float:
    """Return how long a side is for its pins; where there are many, with room to move them."""
    return 2 * sum(pins.values()) + (sizes.PLAY if len(pins) > 2 else 0)


def find_sides(nets: Iterable[Net], *, down: bool) -> Sides:
    """Return the room that nets need at the sides of blocks; pins are known by net or leg."""
    upper: dict[str, dict[str, float]] = defaultdict(dict)
    lower: dict[str, dict[str, float]] = defaultdict(dict)
    for net in nets:
        lower[net.block][net.id] = _half(net.label, down=down)
        for leg in net.legs:
            if net.flat:
                lower[leg.block][far_pin(leg)] = _half(None, down=down)
            else:
                upper[leg.block][leg.id] = _half(leg.label, down=down)
    return Sides(upper, lower)


def far_pin(leg: Leg) -> str:
    """Return what the pin at the far end of a flat net is called."""
    return f"{leg.id}\n"


def _half(label: Words | None, *, down: bool) -> float:
    if label is None:
        return sizes.LINES_APART / 2
    extent = label.width + sizes.LABELS_APART if down else label.height + sizes.ROW_GAP
    return max(extent, sizes.LINES_APART) / 2

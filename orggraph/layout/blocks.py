"""Blocks: the boxes that a layout engine sees, made of cards.

Across is along a rank, flow is from superior to subordinate: with superiors above, across is x and
flow is y; with superiors to the left it is the other way round.
"""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.plan import Sides, Stack
from orggraph.scene import Box, Card


class Placed(NamedTuple):
    """A card in a block: its distance from the block's corner, across and along the flow."""

    card: Card
    across: float = 0
    flow: float = 0


class Block(NamedTuple):
    """A card, or a column of cards with a `spine` beside them (its distance across)."""

    id: str
    cards: tuple[Placed, ...]
    across: float
    flow: float
    spine: float | None = None


def extent(card: Card, *, down: bool) -> tuple[float, float]:
    """Return how far a card reaches across and along the flow, with the cards behind it."""
    _, _, width, height = card.outline
    return (width, height) if down else (height, width)


def build_blocks(
    cards: Iterable[str],
    stacks: Iterable[Stack],
    sides: Sides,
    build: Callable[[str, float, float], Card],
    ranks: Mapping[str, int],
    *,
    down: bool,
) -> Mapping[str, Block]:
    """Return the blocks by id; ``build`` makes a card by id, of a least width and height."""
    stacked = {card for stack in stacks for card in stack.cards}
    single = [card_id for card_id in cards if card_id not in stacked]
    blocks = {}
    # With superiors to the left, cards of one rank stand under each other, and look best as wide.
    widths: dict[int, float] = defaultdict(float)
    for card_id in () if down else single:
        width = build(card_id, 0, 0).box.width
        widths[ranks[card_id]] = max(widths[ranks[card_id]], width)
    for card_id in single:
        least = sides.least(card_id)
        card = build(card_id, *((least, 0) if down else (widths[ranks[card_id]], least)))
        across, flow = extent(card, down=down)
        blocks[card_id] = Block(card_id, (Placed(card),), across, flow)
    for stack in stacks:
        column = [build(card_id, 0, 0) for card_id in stack.cards]
        widest = max(card.box.width for card in column)
        spine = max(sides.upper[stack.id].values())
        wide = [build(card.id, widest, 0) for card in column]
        blocks[stack.id] = _column(stack.id, wide, spine)
    return blocks


def _column(id_: str, cards: Sequence[Card], spine: float) -> Block:
    """Return cards under each other, all of one width, right of the spine that leads to them."""
    spine = 2 * math.ceil(spine / 2)
    placed, flow = [], 0.0
    for card in cards:
        placed.append(Placed(card, across=spine + sizes.SPINE, flow=flow))
        flow += extent(card, down=True)[1] + sizes.STACK_GAP
    across = spine + sizes.SPINE + max(extent(card, down=True)[0] for card in cards)
    return Block(id_, tuple(placed), across, flow - sizes.STACK_GAP, spine)


def card_box(placed: Placed, across: float, flow: float, *, down: bool) -> Box:
    """Return where a card is when the corner of its block is at ``across`` and ``flow``."""
    a, f = across + placed.across, flow + placed.flow
    box = placed.card.box
    return box._replace(x=a, y=f) if down else box._replace(x=f, y=a)

"""Arrange cards and lines: from content to things with places, without a title or a page yet."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from orggraph.layout.align import align
from orggraph.layout.blocks import build_blocks
from orggraph.layout.cards import Cards, measure_label
from orggraph.layout.components import Arrangement, find_components, pack
from orggraph.layout.drawn import at_origin, draw_cards, draw_route
from orggraph.layout.engines import Engine
from orggraph.layout.flows import find_flows
from orggraph.layout.metrics import Metrics
from orggraph.layout.orient import Pull, find_pulls
from orggraph.layout.pins import PinBoard
from orggraph.layout.places import find_layers
from orggraph.layout.plan import find_nets, find_sides, find_stacks
from orggraph.layout.routing import Router
from orggraph.themes.theme import Theme
from orggraph.views.content import Content

Progress = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""


class Stacking(NamedTuple):
    """Leaves stand in columns of at most `most` where a superior has `least` of them or more."""

    least: int
    most: int = 12


class Manner(NamedTuple):
    """How to arrange: looks, engine, superiors above (`down`) or to the left, and columns."""

    theme: Theme
    metrics: Metrics
    engine: Engine
    down: bool = True
    stacking: Stacking | None = None


def arrange(
    content: Content,
    manner: Manner,
    *,
    ratio: float = 1.6,
    progress: Progress = lambda done: None,
) -> Arrangement:
    """Return where cards and lines go.

    Parts that no line joins are laid out one by one, and put beside and below each other in about
    the ``ratio`` of width to height. ``progress`` is told how much is done. Raises EngineError.
    """
    arranged = []
    done = 0.0
    parts = find_components(content)
    loose = [part.cards[0] for part in parts if len(part.cards) == 1]
    cards = Cards(manner.theme, manner.metrics, content.language)
    width = max((cards.build(card).box.width for card in loose), default=0.0)
    for part in parts:
        share = len(part.cards) / len(content.cards)
        # Cards without lines are as wide as each other, so that they stand in columns.
        least = width if len(part.cards) == 1 else 0.0
        arranged.append(_arrange_part(part, manner, _part_of(progress, done, share), least))
        done += share
    return pack(arranged, ratio)


def _part_of(progress: Progress, start: float, share: float) -> Progress:
    return lambda done: progress(start + share * done)


def _arrange_part(
    content: Content, manner: Manner, progress: Progress, least: float
) -> Arrangement:
    """Return where the cards and lines go of a part that lines hold together.

    Cards are at least ``least`` wide.
    """
    theme, metrics, engine, down, stacking = manner
    by_kind = {kind: place for place, (kind, _) in enumerate(content.kinds)}
    cards = sorted(content.cards, key=lambda card: by_kind.get(card.kind, len(by_kind)))
    pulls = find_pulls([card.id for card in cards], content.links)
    stacks = find_stacks(content.links, pulls, *stacking) if stacking else ()
    block_of = {card.id: card.id for card in cards}
    block_of |= {card: stack.id for stack in stacks for card in stack.cards}
    pulls = _between_blocks(pulls, block_of)
    ranks = dict(engine.find_ranks(_unique(block_of[card.id] for card in cards), pulls))
    said = {link.said for link in content.links}
    labels = {each: measure_label(each[0], metrics, each[1]) for each in said}
    nets = find_nets(content.links, block_of, ranks, labels)
    needs = find_sides(nets, down=down)
    setter = Cards(theme, metrics, content.language)
    contents = {card.id: card for card in cards}
    blocks = build_blocks(
        contents,
        stacks,
        needs,
        lambda id_, width, height: setter.build(
            contents[id_], width=max(width, least), height=height
        ),
        ranks,
        down=down,
    )
    # The stages take about these shares with thousands of cards.
    progress(0.5)
    layers = find_layers(blocks, ranks, nets, pulls, engine)
    board = PinBoard(blocks, ranks, nets, needs, layers)
    layers = align(layers, board, nets, blocks)
    board = PinBoard(blocks, ranks, nets, needs, layers)
    progress(0.7)
    flows = find_flows(blocks, ranks, nets, board, down=down)
    ways = Router(blocks, ranks, layers, board, flows).route(nets)
    progress(0.9)
    placed = draw_cards(blocks, ranks, layers, flows, down=down)
    routes = [draw_route(way, theme, labels[way.link.said], down=down) for way in ways]
    return at_origin(placed, sorted(routes, key=lambda route: route.id))


def _unique(ids: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(ids))


def _between_blocks(pulls: Iterable[Pull], block_of: Mapping[str, str]) -> tuple[Pull, ...]:
    weights: dict[tuple[str, str], int] = {}
    for pull in pulls:
        ends = block_of[pull.upper], block_of[pull.lower]
        weights[ends] = weights.get(ends, 0) + pull.weight
    return tuple(Pull(*ends, weight) for ends, weight in weights.items())

"""From places to parts of a scene: cards and lines, in pixels, with their looks."""

from collections.abc import Mapping, Sequence

from orggraph.layout import sizes
from orggraph.layout.blocks import Block, card_box
from orggraph.layout.cards import Words
from orggraph.layout.components import Arrangement
from orggraph.layout.flows import Flows
from orggraph.layout.places import Layers
from orggraph.layout.routing import Way
from orggraph.layout.signs import make_sign
from orggraph.scene import Box, Card, Label, LineStyle, Point, Route, Text
from orggraph.themes.theme import Theme

_SECONDARY = (4.0, 3.0)
"""The dashes of a dotted, that is a secondary, line."""


def draw_cards(
    blocks: Mapping[str, Block],
    ranks: Mapping[str, int],
    layers: Layers,
    flows: Flows,
    *,
    down: bool,
) -> list[Card]:
    """Return the cards of all blocks at their places."""
    cards = []
    for block in blocks.values():
        across, flow = layers.start(block.id), flows.start(block, ranks[block.id])
        for placed in block.cards:
            box = card_box(placed, across, flow, down=down)
            cards.append(placed.card.moved(box.x, box.y))
    return sorted(cards, key=lambda card: card.id)


def draw_route(way: Way, theme: Theme, words: Words | None, *, down: bool) -> Route:
    """Return the route of a link along its way; ``words`` are those of its label."""
    link = way.link
    style = theme.family(link.family)
    if link.dotted:
        style = style._replace(dash=_SECONDARY)
    if link.change:
        width = style.width + sizes.CHANGED_WIDTHS[link.change]
        style = style._replace(colour=theme.change(link.change), width=round(width, 2))
    points = [Point(a, f) if down else Point(f, a) for a, f in way.places]
    from_source = way.upper == link.source
    label = None
    if words and way.label:
        across, flow = way.label
        label = _label(words, *((across, flow) if down else (flow, across)), style, theme)
        texts = tuple(text._replace(href=link.href) for text in label.texts)
        label = label._replace(texts=texts)
        if way.is_told:
            label = label._replace(texts=(), sign=None)
    return Route(
        id=link.id,
        source=link.source,
        target=link.target,
        family=link.family,
        types=link.types,
        relations=link.relations,
        points=tuple(points if from_source else reversed(points)),
        style=style,
        description=link.description,
        start="arrow" if link.mutual else "none",
        end="arrow" if link.arrow else "none",
        dash_from="source" if from_source else "target",
        label=label,
        halo=theme.highlight if link.marked else None,
        change=link.change,
        href=link.href,
    )


def _label(words: Words, x: float, y: float, style: LineStyle, theme: Theme) -> Label:
    """Return a label with its middle at ``x`` and ``y``."""
    box = Box(x - words.width / 2, y - words.height / 2, words.width, words.height)
    sign = None
    if words.change:
        at = box.x + 3 + sizes.ROW_SIGN / 2
        sign = make_sign(words.change, at, y, sizes.ROW_SIGN, theme)
        x += (sizes.ROW_SIGN + sizes.SIGN_GAP) / 2
    leading = sizes.LABEL * sizes.LEADING
    first = y - len(words.lines) * leading / 2 + leading / 2 + sizes.LABEL * 0.35
    texts = tuple(
        Text(
            x=round(x, 2),
            y=round(first + number * leading, 2),
            words=line,
            size=sizes.LABEL,
            width=width,
            colour=style.colour,
            role="label",
            anchor="middle",
            struck=words.change == "removed",
            change=None if number else words.change,
        )
        for number, (line, width) in enumerate(words.lines)
    )
    return Label(box, texts, sign)


def at_origin(cards: Sequence[Card], routes: Sequence[Route]) -> Arrangement:
    """Return cards and routes moved so that the corner of them all is at the origin."""
    halo = 8 if any(card.halo for card in cards) else 0
    boxes = [card.box for card in cards] + [route.label.box for route in routes if route.label]
    points = [point for route in routes for point in route.points]
    if not boxes:
        return Arrangement((), (), 0, 0)
    left = min([*(box.x for box in boxes), *(p.x for p in points)]) - halo
    top = min([*(box.y for box in boxes), *(p.y for p in points)]) - halo
    behind = max((card.behind for card in cards), default=0.0)
    right = max([*(box.right for box in boxes), *(p.x for p in points)]) + halo + behind
    bottom = max([*(box.bottom for box in boxes), *(p.y for p in points)]) + halo + behind
    left, top = int(left // 1), int(top // 1)
    return Arrangement(
        tuple(card.moved(-left, -top) for card in cards),
        tuple(route.moved(-left, -top) for route in routes),
        right - left,
        bottom - top,
    )

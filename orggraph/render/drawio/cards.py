"""Cards as cells of draw.io: one box with the card's words, and the parts that belong to it.

Bar, icon, rules and signs are parts of the box: a click on one selects the card, and they move and
grow with it. A card that the marker pen goes around is a part of the pen's own box, likewise.
"""

from collections.abc import Iterator
from html import escape

from orggraph.render import svg_geometry as geometry
from orggraph.render.drawio import cells
from orggraph.render.drawio.shapes import shape_of_path, shape_of_stack
from orggraph.render.markup import token
from orggraph.scene import Box, Card
from orggraph.scene.elements import LAYER
from orggraph.scene.icons import GRID, ICONS
from orggraph.text.escapes import one_line

_OUTLINE = 1.5
_HALO = 6.0
_MOST_LAYERS = 3
_TOP = 5  # what draw.io keeps free above words that begin at the top of a box


def card_id(card: str) -> str:
    """Return the id of the cell of the card with an id."""
    return f"card.{token(card)}"


def cell_box(card: Card) -> Box:
    """Return the box of a card's cell: that of the card, with the cards of its stack."""
    behind = LAYER * (min(card.layers, _MOST_LAYERS) - 1)
    return card.box._replace(width=card.box.width + behind, height=card.box.height + behind)


def draw_card(card: Card, corner: float) -> Iterator[str]:
    """Yield the cells of a card of a picture."""
    id_, box, parent = card_id(card.id), cell_box(card), cells.LAYER_ID
    if card.halo:
        around = Box(box.x - _HALO, box.y - _HALO, box.width + 2 * _HALO, box.height + 2 * _HALO)
        style = {
            **_rounded(corner + _HALO),
            **{"fillColor": card.halo, "strokeColor": "none", "container": 0, "collapsible": 0},
        }
        parent = f"{id_}.halo"
        yield from cells.vertex(parent, around, style, connectable=False)
        box = box._replace(x=_HALO, y=_HALO)
    data = {"tooltip": escape(one_line(card.label)), "node": card.id, "kind": card.kind}
    yield from draw_body(card, corner, id_, box, parent, data, part=bool(card.halo))


def draw_body(
    card: Card,
    corner: float,
    id_: str,
    box: Box,
    parent: str,
    data: dict[str, str] | None = None,
    *,
    part: bool = False,
) -> Iterator[str]:
    """Yield the cell of a card at ``box`` in its parent, and its parts."""
    at = card.box
    style: dict[str, object] = _ground(card, corner, cell_box(card))
    style |= {"html": 1, "fillColor": card.fill, "strokeColor": card.line, "strokeWidth": _OUTLINE}
    if card.border:
        style |= cells.stroke(card.border)
    style |= {"container": 0, "collapsible": 0, "dropTarget": 0, **({"part": 1} if part else {})}
    label = ""
    if card.texts:
        first = card.texts[0]
        left = min(text.x for text in card.texts) - at.x
        style |= {"align": "left", "verticalAlign": "top", "spacing": 0, "spacingLeft": left}
        style |= {
            "spacingTop": -_TOP,
            "whiteSpace": "wrap",
            "fontSize": first.size,
            "fontColor": first.colour,
        }
        label = cells.stacked(card.texts, at.y)
    yield from cells.vertex(id_, box, style, parent=parent, label=label, data=data)
    yield from _parts(card.moved(-at.x, -at.y), corner, id_)


def _ground(card: Card, corner: float, box: Box) -> dict[str, object]:
    layers = min(card.layers, _MOST_LAYERS)
    if layers == 1:
        return _rounded(min(corner, box.width / 2, box.height / 2))
    return {"shape": shape_of_stack(layers, LAYER, corner, box.width, box.height)}


def _rounded(radius: float) -> dict[str, object]:
    # Sizes of corners are those of the whole circle.
    return {"rounded": 1, "absoluteArcSize": 1, "arcSize": 2 * radius}


def _parts(card: Card, corner: float, parent: str) -> Iterator[str]:
    """Yield what is on a card that stands at 0, 0."""
    if card.bar_width:
        over = (card.border.width if card.border else _OUTLINE) / 2
        box = Box(-over, -over, card.bar_width + over, card.box.height + 2 * over)
        whole = Box(0, 0, card.box.width + 2 * over, box.height)
        data = geometry.bar(whole, box.width, corner + over)
        style = _part(shape_of_path(data, box.width, box.height), card.bar)
        yield from cells.vertex(f"{parent}.bar", box, style, parent=parent, connectable=False)
    if card.icon in ICONS:
        style = _part(shape_of_path(ICONS[card.icon], GRID, GRID), card.bar_ink)
        yield from cells.vertex(
            f"{parent}.icon", card.icon_box, style, parent=parent, connectable=False
        )
    for at, rule in enumerate(card.rules):
        yield from cells.rule_cell(f"{parent}.rule.{at}", rule, parent=parent, part=True)
    for at, sign in enumerate(card.signs):
        yield from cells.sign_cell(f"{parent}.sign.{at}", sign, parent=parent, part=True)


def _part(shape: str, colour: str) -> dict[str, object]:
    return {"shape": shape, "fillColor": colour, "strokeColor": "none", "part": 1}

"""Cards on slides: each a group that moves as one, whose first part is the card with its text.

Connectors are glued to that part; what is glued follows when the group is moved. The bar and the
icon have colours of their own, which one shape cannot have, so they are parts of the group.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from orggraph.render.markup import branch, leaf
from orggraph.render.pptx.frame import Room
from orggraph.render.pptx.palette import filled, rgb
from orggraph.render.pptx.paths import Shade, geometry, peeking, rounded
from orggraph.render.pptx.sheet import Sheet
from orggraph.render.pptx.sites import sites
from orggraph.render.pptx.text import body, lines_box, placed, text_box
from orggraph.render.svg_geometry import bar
from orggraph.render.svg_signs import SHAPES, STROKE
from orggraph.scene import Box, Card, LineStyle, Point, Rule, Sign
from orggraph.scene.elements import LAYER
from orggraph.scene.icons import GRID, ICONS
from orggraph.text.escapes import one_line

OUTLINE = 1.5
"""The width of a card's outline, in pixels."""

PEN = 6.0
"""How far a marker pen reaches beside what it marks, in pixels."""

_ROOM_RIGHT = 2.0
_LONGEST_NAME = 250  # PowerPoint takes 255
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst>"
)


class Part(NamedTuple):
    """A shape without text: what is drawn where."""

    name: str
    box: Box
    shades: tuple[Shade, ...]
    fill: str | None
    line: list[str]
    seen: Box


def card_group(sheet: Sheet, card: Card, ports: Sequence[Point]) -> tuple[int, list[str]]:
    """Return the number of the shape that lines are glued to, and the group that it is in."""
    name = one_line(card.label.split(";")[0] or card.id)[:_LONGEST_NAME]
    group = sheet.number()
    halo = [*_halo(sheet, card)]
    number = sheet.number()
    label = one_line(card.label)
    shapes = [
        *halo,
        *_box(sheet, card, number, name, ports),
        *decoration(sheet, card),
        *_rules(sheet, card.rules),
        *_badges(sheet, card),
        *(line for sign in card.signs for line in sign_shape(sheet, sign)),
    ]
    box = _grown(card.outline, PEN) if card.halo else card.outline
    return number, grouped(group, name, sheet.frame.room(box), shapes, label)


def decoration(sheet: Sheet, card: Card, corner: float | None = None) -> list[str]:
    """Return the bar and the icon of a card."""
    corner = sheet.scene.corner if corner is None else corner
    lines: list[str] = []
    if card.bar_width:
        over = (card.border.width if card.border else OUTLINE) / 2
        edge = _grown(card.box, over)
        data = bar(edge, card.bar_width + over, corner + over)
        box = edge._replace(width=card.bar_width + over)
        lines += shape(sheet, Part("Bar", box, (Shade(data),), sheet.palette.bar(card), [], box))
    if card.icon in ICONS:
        grid = Box(0, 0, GRID, GRID)
        shades = (Shade(ICONS[card.icon]),)
        part = Part("Icon", card.icon_box, shades, sheet.palette.bar_ink(card), [], grid)
        lines += shape(sheet, part)
    return lines


def shape(sheet: Sheet, part: Part) -> list[str]:
    """Return a shape without text, which readers of alternative text pass over."""
    room = sheet.frame.room(part.box)
    return branch(
        "p:sp",
        [
            *branch(
                "p:nvSpPr",
                [
                    f"{leaf('p:cNvPr', id=sheet.number(), name=part.name)[:-2]}>{_DECORATIVE}"
                    "</p:cNvPr>",
                    leaf("p:cNvSpPr"),
                    leaf("p:nvPr"),
                ],
            ),
            *branch(
                "p:spPr",
                [
                    *placed(room),
                    *geometry(part.shades, part.seen, (room.width, room.height)),
                    filled(part.fill) if part.fill else leaf("a:noFill"),
                    *(part.line or branch("a:ln", [leaf("a:noFill")])),
                ],
            ),
        ],
    )


def sign_shape(sheet: Sheet, sign: Sign) -> list[str]:
    """Return a sign: a disc, and a plus, a minus or a tilde on it."""
    grid = Box(0, 0, GRID, GRID)
    disc = Shade("M8 0A8 8 0 0 1 8 16A8 8 0 0 1 8 0Z", stroke=False)
    mark = Shade(SHAPES[sign.change], fill=False)
    width = sheet.frame.length(STROKE * sign.box.width / GRID)
    pen = branch("a:ln", [filled(rgb(sign.ink)), leaf("a:round")], w=width, cap="rnd")
    part = Part("Sign", sign.box, (disc, mark), rgb(sign.fill), pen, grid)
    return shape(sheet, part)


def grouped(number: int, name: str, room: Room, shapes: list[str], label: str = "") -> list[str]:
    """Return shapes as a group with alternative text."""
    frame = [
        leaf("a:off", x=room.x, y=room.y),
        leaf("a:ext", cx=room.width, cy=room.height),
        leaf("a:chOff", x=room.x, y=room.y),
        leaf("a:chExt", cx=room.width, cy=room.height),
    ]
    return branch(
        "p:grpSp",
        [
            *branch(
                "p:nvGrpSpPr",
                [
                    leaf("p:cNvPr", id=number, name=name, descr=label or None),
                    leaf("p:cNvGrpSpPr"),
                    leaf("p:nvPr"),
                ],
            ),
            *branch("p:grpSpPr", branch("a:xfrm", frame)),
            *shapes,
        ],
    )


def dashes(style: LineStyle) -> list[str]:
    """Return the dashes of a line, which are measured in its width."""
    if not style.dash:
        return [leaf("a:prstDash", val="solid")]
    long = [max(round(length / style.width * 100_000), 1) for length in style.dash]
    if len(long) % 2:  # an odd pattern takes two rounds
        long *= 2
    pairs = zip(long[::2], long[1::2], strict=True)
    return branch("a:custDash", (leaf("a:ds", d=dash, sp=gap) for dash, gap in pairs))


def plain_shape(
    sheet: Sheet, card: Card, number: int, name: str, ports: Sequence[Point], corner: float
) -> list[str]:
    """Return the shape of a card with its stack and its text."""
    frame = sheet.frame
    room = frame.room(card.outline)
    front = frame.room(card.box)
    behind = [card.box.moved(n * LAYER, n * LAYER) for n in range(card.layers - 1, 0, -1)]
    # What is hidden is not drawn: not every program draws one path over the other.
    shades = [Shade(rounded(box, corner), stroke=False) for box in behind]
    shades += [Shade(peeking(box, corner, LAYER), fill=False) for box in behind]
    shades.append(Shade(rounded(card.box, corner)))
    style = card.border or LineStyle(card.line, OUTLINE)
    outline = branch(
        "a:ln",
        [filled(sheet.palette.outline(card)), *dashes(style), leaf("a:round")],
        w=frame.length(style.width),
    )
    flush = [text for text in card.texts if text.anchor == "start"]
    size = room.width, room.height
    text = (front.width, front.height) if card.layers > 1 else None
    return branch(
        "p:sp",
        [
            *branch(
                "p:nvSpPr",
                [leaf("p:cNvPr", id=number, name=name), leaf("p:cNvSpPr"), leaf("p:nvPr")],
            ),
            *branch(
                "p:spPr",
                [
                    *placed(room),
                    *geometry(shades, card.outline, size, sites(card, ports, frame), text),
                    filled(sheet.palette.fill(card)),
                    *outline,
                ],
            ),
            *body(sheet, flush, card.box, right=_ROOM_RIGHT, fit=sheet.has_own_fonts),
        ],
    )


def _box(sheet: Sheet, card: Card, number: int, name: str, ports: Sequence[Point]) -> list[str]:
    return plain_shape(sheet, card, number, name, ports, sheet.scene.corner)


def _halo(sheet: Sheet, card: Card) -> Iterator[str]:
    if card.halo:
        box = _grown(card.outline, PEN)
        shade = Shade(rounded(box, sheet.scene.corner + PEN))
        yield from shape(sheet, Part("Marker", box, (shade,), rgb(card.halo), [], box))


def _rules(sheet: Sheet, rules: Sequence[Rule]) -> Iterator[str]:
    for rule in rules:
        yield from rule_line(sheet, rule)


def rule_line(sheet: Sheet, rule: Rule) -> list[str]:
    """Return a thin line that separates."""
    (x1, y1), (x2, y2) = rule.start, rule.end
    pen = branch("a:ln", [filled(sheet.palette.rule(rule))], w=sheet.frame.length(1))
    name = leaf("p:cNvPr", id=sheet.number(), name="Line")
    return branch(
        "p:cxnSp",
        [
            *branch(
                "p:nvCxnSpPr",
                [f"{name[:-2]}>{_DECORATIVE}</p:cNvPr>", leaf("p:cNvCxnSpPr"), leaf("p:nvPr")],
            ),
            *branch(
                "p:spPr",
                [
                    *placed(sheet.frame.room(Box(x1, y1, x2 - x1, y2 - y1))),
                    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>',
                    *pen,
                ],
            ),
        ],
    )


def _badges(sheet: Sheet, card: Card) -> Iterator[str]:
    """Yield boxes for texts that do not begin where the others do, such as what is folded."""
    for text in card.texts:
        if text.anchor != "start":
            yield from text_box(sheet, (text,), lines_box((text,)), name="Badge", wrap=False)


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)

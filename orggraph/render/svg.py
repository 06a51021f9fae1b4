"""Writer for SVG.

The look is in presentation attributes, which office programs understand better than style sheets;
classes and ids are for those who want to style or link to a part.
"""

from collections.abc import Iterator, Sequence

from orggraph.render import svg_geometry as geometry
from orggraph.render.markup import branch, has_right_to_left, leaf, token
from orggraph.render.svg_geometry import number
from orggraph.render.svg_signs import draw_sign
from orggraph.render.text import describe
from orggraph.render.trunks import shared_lengths
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Box, Card, LegendEntry, LineStyle, Point, Route, Rule, Scene, Text
from orggraph.scene.elements import LAYER
from orggraph.scene.icons import GRID, ICONS
from orggraph.text.escapes import one_line

_OUTLINE = 1.5  # the width of a card's outline
_HALO = 6.0  # how far a marker pen reaches beside what it marks
_MOST_LAYERS = 3
_WEIGHTS = {"regular": None, "semibold": 600, "bold": 700}


def draw(scene: Scene, size: tuple[float, float] | None = None) -> str:
    """Return a scene as an SVG document.

    It is as large as its paper, or else as the scene; ``size`` is another width and height in
    pixels, for programs that know no millimetres.
    """
    name = token(scene.id)
    if not name[:1].isalpha():  # as an id has to begin
        name = f"picture-{name}"
    width, height = (f"{number(length)}{unit}" for length, unit in _size(scene, size))
    return "\n".join(
        [
            *branch(
                "svg",
                _children(scene, name),
                xmlns="http://www.w3.org/2000/svg",
                id=name,
                width=width,
                height=height,
                viewBox=f"0 0 {number(scene.width)} {number(scene.height)}",
                role="graphics-document document",
                aria_labelledby=f"{name}-title",
                aria_describedby=f"{name}-desc",
                lang=scene.language,
                font_family=scene.font,
            ),
            "",
        ]
    )


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the one scene as a file of SVG."""
    return draw(scenes[0]).encode()


def _size(scene: Scene, size: tuple[float, float] | None) -> Iterator[tuple[float, str]]:
    unit = "mm" if scene.paper and not size else ""
    for length in size or scene.paper or (scene.width, scene.height):
        yield length, unit


def _children(scene: Scene, name: str) -> Iterator[str]:
    yield leaf("title", one_line(scene.title), id=f"{name}-title")
    yield leaf("desc", "\n".join(describe(scene)), id=f"{name}-desc")
    yield leaf(
        "rect",
        class_="background",
        width=float(scene.width),
        height=float(scene.height),
        fill=scene.background,
    )
    yield from _group("rules", map(_rule, scene.rules))
    yield from _group("halos", _halos(scene))
    skips = shared_lengths(scene.routes, scene.corner)
    routes = (
        line
        for route in scene.routes
        for line in _route(route, scene, name, skips.get(route.id, 0.0))
    )
    yield from _group("routes", routes)
    yield from _group("cards", (line for card in scene.cards for line in _card(card, scene, name)))
    yield from _group("labels", (line for route in scene.routes for line in _label(route)))
    yield from _group("texts", map(_text, scene.texts))
    yield from _group("legend", (line for one in scene.legend for line in _entry(one, scene)))


def _group(class_: str, lines: Iterator[str]) -> list[str]:
    """Return the lines as a group; nothing for none."""
    inside = list(lines)
    # What stands on the lines is in their own descriptions too.
    hidden = "true" if class_ == "labels" else None
    return branch("g", inside, class_=class_, aria_hidden=hidden) if inside else []


def _halos(scene: Scene) -> Iterator[str]:
    for route in scene.routes:
        if route.halo:
            yield leaf(
                "path",
                class_="halo",
                d=geometry.path(geometry.tidy(route.points), scene.corner),
                fill="none",
                stroke=route.halo,
                stroke_width=2 * _HALO,
                stroke_linecap="round",
                stroke_linejoin="round",
            )
            # The pen goes over the words as well, rather than through their middle.
            if route.label and (route.label.texts or route.label.sign):
                yield _rectangle(route.label.box, _HALO, "halo", route.halo)
    for card in scene.cards:
        if card.halo:
            depth = (min(card.layers, _MOST_LAYERS) - 1) * LAYER
            whole = card.box._replace(width=card.box.width + depth, height=card.box.height + depth)
            yield _rectangle(_grown(whole, _HALO), scene.corner + _HALO, "halo", card.halo)


def _route(route: Route, scene: Scene, name: str, skip: float) -> list[str]:
    description = one_line(route.description)
    types = (f"type-{token(type_)}" for type_ in route.types)
    classes = ["route", f"family-{token(route.family)}", *types, *_change(route.change)]
    lines = branch(
        "g",
        [leaf("title", description), *_line(route, scene.corner, skip)],
        id=f"{name}-route-{token(route.id)}",
        class_=" ".join(classes),
        role="img",
        aria_label=description,
    )
    return _linked(lines, route.href)


def _change(change: str | None) -> list[str]:
    return [f"change-{change}"] if change else []


def _linked(lines: list[str], href: str | None, **attributes: object) -> list[str]:
    """Return the lines as a link, where there is an address; the page opens beside the picture."""
    if not href:
        return lines
    opened = {"href": href, "target": "_blank", "rel": "noopener", **attributes}
    return branch("a", lines, **opened)


def _line(route: Route, corner: float, skip: float = 0.0) -> Iterator[str]:
    style = route.style
    for stroke in geometry.strokes(route, corner, skip):
        yield leaf(
            "path",
            d=geometry.path(stroke.points, corner),
            fill="none",
            stroke=style.colour,
            stroke_width=float(style.width),
            stroke_linejoin="round",
            stroke_dasharray=_dashes(style),
            stroke_dashoffset=stroke.offset if style.dash and stroke.offset else None,
        )
    for head in geometry.arrows(route, skip):
        corners = "L".join(f"{number(point.x)} {number(point.y)}" for point in head)
        yield leaf("path", class_="arrow", d=f"M{corners}Z", fill=style.colour)


def _card(card: Card, scene: Scene, name: str) -> list[str]:
    label = one_line(card.label)
    return branch(
        "g",
        [leaf("title", label), *_body(card, scene.corner)],
        id=f"{name}-card-{token(card.id)}",
        class_=" ".join(["card", f"kind-{token(card.kind)}", *_change(card.change)]),
        # What is inside an image cannot be reached; links have to be.
        role="group" if any(text.href for text in card.texts) else "img",
        aria_label=label,
    )


def _body(card: Card, corner: float) -> Iterator[str]:
    for layer in range(min(card.layers, _MOST_LAYERS) - 1, -1, -1):
        box = card.box.moved(layer * LAYER, layer * LAYER)
        class_ = "layer" if layer else "box"
        yield _rectangle(box, corner, class_, card.fill, card.line, card.border)
    if card.bar_width:
        # Over the outline as well, so that the edge is of one colour.
        over = (card.border.width if card.border else _OUTLINE) / 2
        edge = _grown(card.box, over)
        data = geometry.bar(edge, card.bar_width + over, corner + over)
        yield leaf("path", class_="bar", d=data, fill=card.bar)
    if card.icon in ICONS:
        x, y, width, _ = card.icon_box
        place = f"translate({number(x)} {number(y)}) scale({width / GRID:.4g})"
        yield leaf("path", class_="icon", d=ICONS[card.icon], fill=card.bar_ink, transform=place)
    yield from map(_rule, card.rules)
    for text in card.texts:
        yield from _linked([_text(text)], text.href)
    for sign in card.signs:
        yield from draw_sign(sign)


def _label(route: Route) -> list[str]:
    if not route.label:
        return []
    class_ = f"label family-{token(route.family)}"
    sign = draw_sign(route.label.sign) if route.label.sign else []
    texts = route.label.texts
    # The line itself is the link that is told and reached; its words are for the pointer alone.
    words = (line for t in texts for line in _linked([_text(t)], t.href, tabindex=-1))
    return branch("g", [*sign, *words], class_=class_)


def _entry(entry: LegendEntry, scene: Scene) -> list[str]:
    sample: list[str] = []
    if entry.card:
        sample += _body(entry.card, min(scene.corner, entry.card.box.height / 4))
    if entry.style:
        sample += _line(_sample(entry, entry.style), scene.corner)
    if entry.sign:
        sample += draw_sign(entry.sign)
    return branch("g", [*sample, _text(entry.text)], class_="legend-entry")


def _sample(entry: LegendEntry, style: LineStyle) -> Route:
    """Return a straight line through the middle of the entry's box."""
    middle = entry.box.y + entry.box.height / 2
    points = Point(entry.box.x, middle), Point(entry.box.right, middle)
    return Route("", "", "", "", (), (), points, style, "", end=entry.mark)


def _rectangle(
    box: Box,
    corner: float,
    class_: str,
    fill: str,
    line: str | None = None,
    border: LineStyle | None = None,
) -> str:
    return leaf(
        "rect",
        class_=class_,
        x=float(box.x),
        y=float(box.y),
        width=float(box.width),
        height=float(box.height),
        rx=float(min(corner, box.width / 2, box.height / 2)),
        fill=fill,
        stroke=border.colour if border else line,
        stroke_width=float(border.width) if border else _OUTLINE if line else None,
        stroke_dasharray=_dashes(border) if border else None,
    )


def _dashes(style: LineStyle) -> str | None:
    return " ".join(map(number, style.dash)) or None


def _rule(rule: Rule) -> str:
    (x1, y1), (x2, y2) = rule.start, rule.end
    return leaf(
        "path",
        class_="rule",
        d=f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}",
        fill="none",
        stroke=rule.colour,
        stroke_width=1,
    )


def _text(text: Text) -> str:
    return leaf(
        "text",
        one_line(text.words),
        class_=token(text.role),
        x=float(text.x),
        y=float(text.y),
        font_size=float(text.size),
        font_weight=_WEIGHTS[text.weight],
        fill=text.colour,
        text_anchor=None if text.anchor == "start" else text.anchor,
        text_decoration="line-through" if text.struck else None,
        # The order of the words is that of their own script, while `x` stays the left side.
        unicode_bidi="plaintext" if has_right_to_left(text.words) else None,
    )


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)


WRITER = Writer(("svg",), "SVG", write)

"""Writer for Mermaid: a flowchart for wikis and Markdown pages."""

import json
from collections.abc import Iterator, Sequence

from orggraph.render.graph_text import card_words, headings, label_words, main_heading, pattern
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Card, Route, Scene
from orggraph.text.escapes import escape_mermaid, one_line

_DIRECTIONS = {"up": "BT", "down": "TB", "right": "LR", "left": "RL"}
_OPPOSITE = {"up": "down", "down": "up", "right": "left", "left": "right"}
# By whether the line is solid, and its marks.
_LINKS = {
    (True, "none", "arrow"): "-->",
    (True, "arrow", "none"): "-->",
    (True, "arrow", "arrow"): "<-->",
    (True, "none", "none"): "---",
    (False, "none", "arrow"): "-.->",
    (False, "arrow", "none"): "-.->",
    (False, "arrow", "arrow"): "<-.->",
    (False, "none", "none"): "-.-",
}


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the one scene as a flowchart, without its places."""
    return ("\n".join(_lines(scenes[0])) + "\n").encode()


def _lines(scene: Scene) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(one_line(scene.title), ensure_ascii=False)}"
    yield "---"
    yield f"flowchart {_DIRECTIONS[main_heading(scene)]}"
    cards = _in_order(scene)
    names = {card.id: f"n{at}" for at, card in enumerate(cards, start=1)}
    looks = {look: f"k{at}" for at, look in enumerate(_looks(scene), start=1)}
    for card in cards:
        yield f'  {names[card.id]}["{_label(card_words(card))}"]:::{looks[_look_of(card)]}'
    routes = [route for route in scene.routes if route.source in names and route.target in names]
    for route in routes:
        yield f"  {_link(route, names)}"
    yield from _ranks(scene, names)
    for look, card in _looks(scene).items():
        ink = card.texts[0].colour if card.texts else card.line
        yield f"  classDef {looks[look]} fill:{card.fill},stroke:{card.line},color:{ink}" + (
            _border(card)
        )
    for at, route in enumerate(routes):
        yield f"  linkStyle {at} {_look(route)}"


def _in_order(scene: Scene) -> list[Card]:
    """Return the cards in the direction of the flow, as they stand in the picture.

    Where lines go in a circle, Mermaid takes those to lead on that lead from a card to a later one.
    """
    heading = main_heading(scene)
    sign = -1 if heading in ("up", "left") else 1
    if heading in ("up", "down"):
        return sorted(scene.cards, key=lambda card: (sign * card.box.y, card.box.x))
    return sorted(scene.cards, key=lambda card: (sign * card.box.x, card.box.y))


def _ranks(scene: Scene, names: dict[str, str]) -> Iterator[str]:
    """Yield a link that is not seen for each line against the flow.

    Without it, Mermaid would put the line's target after its source.
    """
    heading, ways = main_heading(scene), headings(scene)
    routes = [route for route in scene.routes if route.id in ways]
    done = {(r.source, r.target) for r in routes if ways[r.id] == heading}
    for route in routes:
        back = route.target, route.source
        if ways[route.id] == _OPPOSITE[heading] and back not in done:
            done.add(back)
            yield f"  {names[back[0]]} ~~~ {names[back[1]]}"


def _look_of(card: Card) -> tuple[str, str | None]:
    return card.kind, card.change


def _looks(scene: Scene) -> dict[tuple[str, str | None], Card]:
    """Return the first card of each look: of each kind, and each change of it."""
    looks: dict[tuple[str, str | None], Card] = {}
    for card in scene.cards:
        looks.setdefault(_look_of(card), card)
    return looks


def _border(card: Card) -> str:
    """Return the outline of a card where it is not the usual one."""
    if card.border is None:
        return ""
    dashes = " ".join(f"{length:g}" for length in card.border.dash)
    width = f",stroke-width:{card.border.width:g}px"
    return f"{width},stroke-dasharray:{dashes}" if dashes else width


def _link(route: Route, names: dict[str, str]) -> str:
    ends = names[route.source], names[route.target]
    if (route.start, route.end) == ("arrow", "none"):  # Mermaid has no arrow that points back
        ends = ends[::-1]
    link = _LINKS[not route.style.dash, route.start, route.end]
    label = _label(label_words(route))
    return f'{ends[0]} {link}|"{label}"| {ends[1]}' if label else f"{ends[0]} {link} {ends[1]}"


def _look(route: Route) -> str:
    style = route.style
    look = f"stroke:{style.colour},stroke-width:{style.width:g}px,color:{style.colour}"
    if pattern(style.dash) == "solid":
        return look
    # A comma would end the property.
    return f"{look},stroke-dasharray:{' '.join(f'{length:g}' for length in style.dash)}"


def _label(lines: list[str]) -> str:
    return "<br/>".join(escape_mermaid(line) for line in lines)


WRITER = Writer(("mmd", "mermaid"), "Mermaid", write)

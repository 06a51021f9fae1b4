"""Writer for DOT, the language of Graphviz: what is in the picture, for other layouts of it."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from orggraph.render.graph_text import (
    Pattern,
    card_words,
    headings,
    label_words,
    main_heading,
    pattern,
)
from orggraph.render.markup import token
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Card, Route, Scene
from orggraph.text.escapes import escape_dot_label, one_line

if TYPE_CHECKING:
    from graphviz import Digraph

_PLAIN_ID = re.compile("[A-Za-z][A-Za-z0-9_-]*")
_MARKS = {
    ("none", "arrow"): "forward",
    ("arrow", "none"): "back",
    ("arrow", "arrow"): "both",
    ("none", "none"): "none",
}
_BACKWARDS = {"forward": "back", "back": "forward", "both": "both", "none": "none"}


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the one scene as DOT.

    Cards rank as in the picture: a line is written from the card above to the one below it, its
    arrowhead where it belongs.
    """
    from graphviz import Digraph

    scene = scenes[0]
    sideways = main_heading(scene) in ("right", "left")
    graph = Digraph(
        one_line(scene.id).replace("\\", "\\\\"),
        graph_attr={
            "rankdir": "LR" if sideways else "TB",
            "bgcolor": scene.background,
            "label": _label([one_line(scene.title)]),
            "labelloc": "t",
            "fontname": _font(scene),
        },
        node_attr={"shape": "box", "style": "rounded,filled", "fontname": _font(scene)},
        edge_attr={"fontname": _font(scene)},
    )
    names = {
        card.id: card.id if _PLAIN_ID.fullmatch(card.id) else f"~{at}"
        for at, card in enumerate(scene.cards, start=1)
    }
    for card in scene.cards:
        ink = card.texts[0].colour if card.texts else card.line
        graph.node(
            names[card.id],
            _label(card_words(card)),
            color=card.line,
            fillcolor=card.fill,
            fontcolor=ink,
            tooltip=_label([one_line(card.label)]),
            **_border(card),
            **{"class": " ".join([token(card.kind), *_change(card.change)])},
        )
    ways = headings(scene)
    for route in scene.routes:
        _add(graph, route, names, backwards=ways.get(route.id) in ("up", "left"))
    text: str = graph.source
    return text.encode()


def _add(graph: "Digraph", route: Route, names: dict[str, str], *, backwards: bool) -> None:
    if not (route.source in names and route.target in names):
        return
    ends, mark = (names[route.source], names[route.target]), _MARKS[route.start, route.end]
    style: Pattern = pattern(route.style.dash)
    graph.edge(
        *(ends[::-1] if backwards else ends),
        _label(label_words(route)) if route.label or route.change else None,
        dir=_BACKWARDS[mark] if backwards else mark,
        style=style,
        color=route.style.colour,
        fontcolor=route.style.colour,
        penwidth=f"{route.style.width:g}",
        tooltip=_label([one_line(route.description)]),
        **{"class": " ".join([token(route.family), *_change(route.change)])},
    )


def _change(change: str | None) -> list[str]:
    return [f"change-{change}"] if change else []


def _border(card: Card) -> dict[str, str]:
    """Return the outline of a card where it is not the usual one."""
    if card.border is None:
        return {}
    style = ",".join(["rounded", "filled", *(["dashed"] if card.border.dash else [])])
    return {"penwidth": f"{card.border.width:g}", "style": style}


def _label(lines: list[str]) -> str:
    """Return lines as Graphviz shows them as they are: angle brackets make them no HTML."""
    from graphviz import nohtml

    plain: str = nohtml(escape_dot_label("\n".join(lines)))
    return plain


def _font(scene: Scene) -> str:
    """Return the first of the scene's fonts, which is all that Graphviz takes."""
    return scene.font.split(",")[0].strip(" '\"")


WRITER = Writer(("dot", "gv"), "Graphviz DOT", write)

"""Writer for draw.io (diagrams.net): cards and glued connectors that can be edited there.

One page a scene, as plain XML that is not compressed. Every cell has the same id in each file that
shows it, and its data (``node``, ``kind``, ``relations``, ``types``, ``family``) where draw.io
shows that of shapes.
"""

from collections.abc import Iterator, Sequence
from html import escape

from orggraph.render.drawio import cells
from orggraph.render.drawio.cards import draw_body, draw_card
from orggraph.render.drawio.lines import draw_halo, draw_route, draw_sample
from orggraph.render.markup import branch, leaf, token
from orggraph.render.svg_geometry import number
from orggraph.render.text import describe
from orggraph.render.writer import Settings, Writer
from orggraph.scene import Box, LegendEntry, Scene
from orggraph.scene.measure import text_box
from orggraph.scene.units import MM_PER_INCH
from orggraph.text.escapes import one_line

_UNITS_PER_INCH = 100  # of draw.io's paper


def write(scenes: Sequence[Scene], settings: Settings) -> bytes:
    """Return the scenes as a file of draw.io, in UTF-8."""
    pages = (line for at, scene in enumerate(scenes, start=1) for line in _page(scene, at))
    return "\n".join([*branch("mxfile", pages, host="orggraph", compressed="false"), ""]).encode()


def _page(scene: Scene, number_: int) -> list[str]:
    layer = (leaf("mxCell", id="0"), leaf("mxCell", id=cells.LAYER_ID, parent="0"))
    model = branch(
        "mxGraphModel",
        branch("root", [*layer, *_cells(scene)]),
        **{"grid": 0, "gridSize": 10, "guides": 1, "tooltips": 1, "connect": 1, "arrows": 1},
        **{"fold": 0, "page": 1, **_paper(scene), "background": scene.background},
        **{"math": 0, "shadow": 0},
    )
    return branch("diagram", model, id=f"{token(scene.id)}.{number_}", name=one_line(scene.title))


def _paper(scene: Scene) -> dict[str, object]:
    """Return the size of the page. A picture that is fit to its paper is printed as large as it."""
    if not scene.paper:
        return {"pageScale": 1, "pageWidth": scene.width, "pageHeight": scene.height}
    width, height = (length / MM_PER_INCH * _UNITS_PER_INCH for length in scene.paper)
    scale = f"{scene.width / width:.4f}"
    return {"pageScale": scale, "pageWidth": number(width), "pageHeight": number(height)}


def _cells(scene: Scene) -> Iterator[str]:
    cards = {card.id: card for card in scene.cards}
    for at, rule in enumerate(scene.rules):
        yield from cells.rule_cell(f"rule.{at}", rule)
    for route in scene.routes:
        yield from draw_halo(route, cards, scene.corner)
    for card in scene.cards:
        yield from draw_card(card, scene.corner)
    # The words of a line hide what is below them: they come after lines of the same trunk.
    for route in sorted(scene.routes, key=lambda route: bool(route.label and route.label.texts)):
        yield from draw_route(route, cards, scene.corner, scene.background)
    for at, text in enumerate(scene.texts):
        told = "\n".join(describe(scene)) if text.role == "title" else ""
        tooltip = escape(told).replace("\n", "<br>")
        yield from cells.words_cell(f"text.{at}", text, tooltip=tooltip)
    if scene.legend:
        yield from _legend(scene)


def _legend(scene: Scene) -> Iterator[str]:
    """Yield the legend as a group, which moves as one."""
    boxes = [box for entry in scene.legend for box in (entry.box, text_box(entry.text))]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    width = max(box.right for box in boxes) - x
    whole = Box(x, y, width, max(box.bottom for box in boxes) - y)
    style = {"group": None, "collapsible": 0}
    yield from cells.vertex("legend", whole, style, connectable=False)
    for at, entry in enumerate(scene.legend):
        yield from _entry(entry.moved(-x, -y), f"legend.{at}", scene.corner)


def _entry(entry: LegendEntry, id_: str, corner: float) -> Iterator[str]:
    if entry.card:
        box = entry.card.box
        small = min(corner, box.height / 4)
        yield from draw_body(entry.card, small, f"{id_}.card", box, "legend")
    if entry.style:
        yield from draw_sample(entry, entry.style, f"{id_}.line", "legend")
    if entry.sign:
        yield from cells.sign_cell(f"{id_}.sign", entry.sign, parent="legend")
    yield from cells.words_cell(f"{id_}.text", entry.text, parent="legend")


WRITER = Writer(("drawio",), "draw.io", write, many=True)

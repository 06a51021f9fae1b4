"""Cells of draw.io: boxes, lines, and the words on them.

Words are HTML within an attribute of XML, and so escaped twice. The format is told at
https://www.drawio.com/docs/reference/file-format/, the geometry of lines by mxGeometry of mxGraph.
"""

from collections.abc import Mapping, Sequence
from html import escape

from orggraph.render.markup import branch, leaf
from orggraph.render.svg_geometry import number
from orggraph.scene import Box, LineStyle, Point, Rule, Sign, Text
from orggraph.text.escapes import one_line

LAYER_ID = "1"
"""The id of the layer in which all cells are."""

LINE_HEIGHT = 1.2
_MIDDLE = 0.3465  # of Arial: how far the baseline is below the middle of a line, in font sizes
_ALIGN = {"start": "left", "middle": "center", "end": "right"}
_WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
_SIGNS = {"added": "+", "removed": "−", "changed": "~"}

Style = Mapping[str, object]

Place = tuple[float, Point]
"""A place on a line: how far along, from -1 to 1, and how far off from there."""


def vertex(
    id_: str,
    box: Box,
    style: Style,
    *,
    parent: str = LAYER_ID,
    label: str = "",
    data: Mapping[str, str | None] | None = None,
    connectable: bool = True,
    at: Place | None = None,
) -> list[str]:
    """Return the lines of a box. ``box`` is from the corner of its parent; ``label`` is HTML.

    ``at`` is where its corner is on a parent that is a line, which it follows.
    """
    size = {"width": float(box.width), "height": float(box.height)}
    if at:
        offset = leaf("mxPoint", x=float(at[1].x), y=float(at[1].y), as_="offset")
        on_line = {"x": ratio(at[0]), **size, "relative": 1, "as_": "geometry"}
        geometry = branch("mxGeometry", [offset], **on_line)
    else:
        corner = {"x": float(box.x), "y": float(box.y)}
        geometry = [leaf("mxGeometry", **corner, **size, as_="geometry")]
    told = {"vertex": 1, "parent": parent, "connectable": None if connectable else 0}
    return _cell(id_, geometry, style, label, data, told)


def edge(
    id_: str,
    style: Style,
    geometry: Sequence[str],
    *,
    ends: tuple[str, str] | None = None,
    parent: str = LAYER_ID,
    label: str = "",
    data: Mapping[str, str | None] | None = None,
) -> list[str]:
    """Return the lines of a line; ``ends`` are the ids of the cells that it is glued to."""
    source, target = ends or (None, None)
    told = {"edge": 1, "parent": parent, "source": source, "target": target}
    return _cell(id_, geometry, style, label, data, told)


def line_geometry(
    points: Sequence[Point],
    *,
    at: Place | None = None,
    ends: tuple[Point, Point] | None = None,
) -> list[str]:
    """Return where a line runs: its corners, its ``ends`` where nothing is there to glue it to.

    ``at`` is where its label stands.
    """
    inside = []
    for point, name in zip(ends or (), ("sourcePoint", "targetPoint"), strict=False):
        inside.append(leaf("mxPoint", x=float(point.x), y=float(point.y), as_=name))
    corners = [leaf("mxPoint", x=float(point.x), y=float(point.y)) for point in points]
    if corners:
        inside += branch("Array", corners, as_="points")
    if at:
        inside.append(leaf("mxPoint", x=float(at[1].x), y=float(at[1].y), as_="offset"))
    along = ratio(at[0]) if at else None
    return branch("mxGeometry", inside, x=along, relative=1, as_="geometry")


def stroke(style: LineStyle) -> dict[str, object]:
    """Return the style of a line: its colour, its width and its dashes."""
    told: dict[str, object] = {"strokeColor": style.colour, "strokeWidth": float(style.width)}
    if style.dash:
        # As long as it says, however wide the line is.
        told |= {"dashed": 1, "fixDash": 1, "dashPattern": " ".join(map(number, style.dash))}
    return told


def words_cell(id_: str, text: Text, *, parent: str = LAYER_ID, **more: str) -> list[str]:
    """Return the lines of a cell that is one line of text, and nothing else."""
    shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
    height = LINE_HEIGHT * text.size
    top = text.y - _MIDDLE * text.size - height / 2
    box = Box(text.x - shift * text.width, top, text.width, height)
    style = {
        **{"text": None, "html": 1, "align": _ALIGN[text.anchor], "verticalAlign": "middle"},
        **{"spacing": 0, "strokeColor": "none", "fillColor": "none"},
        **{"fontSize": text.size, "fontColor": text.colour},
    }
    return vertex(id_, box, style, parent=parent, label=inline(text), data=more)


def rule_cell(id_: str, rule: Rule, *, parent: str = LAYER_ID, part: bool = False) -> list[str]:
    """Return the lines of a thin line: a box of its colour, a pixel high or wide."""
    (x1, y1), (x2, y2) = rule.start, rule.end
    box = Box(min(x1, x2), min(y1, y2), abs(x2 - x1) or 1.0, abs(y2 - y1) or 1.0)
    style = {"fillColor": rule.colour, "strokeColor": "none", **({"part": 1} if part else {})}
    return vertex(id_, box, style, parent=parent, connectable=False)


def sign_cell(
    id_: str,
    sign: Sign,
    *,
    parent: str = LAYER_ID,
    part: bool = False,
    at: Place | None = None,
) -> list[str]:
    """Return the lines of a sign of what changed: a disc with a plus, a minus or a tilde.

    ``at`` is its corner's place on a parent that is a line.
    """
    style = {
        **{"ellipse": None, "html": 1, "fillColor": sign.fill, "strokeColor": "none"},
        **{"fontColor": sign.ink, "fontStyle": 1, "fontSize": 0.8 * sign.box.height},
        **{"spacing": 0, **({"part": 1} if part else {})},
    }
    label = _SIGNS[sign.change]
    return vertex(id_, sign.box, style, parent=parent, label=label, connectable=False, at=at)


def inline(text: Text) -> str:
    """Return a text as HTML, with its weight, struck out where it is, linked where it leads."""
    words = escape(one_line(text.words))
    if text.struck:
        words = f"<s>{words}</s>"
    if text.href:
        # In the colour of the text: it is underlined as a link is.
        words = f'<a href="{escape(text.href)}" style="color:{text.colour}">{words}</a>'
    return f'<span style="font-weight:{_WEIGHTS[text.weight]}">{words}</span>'


def stacked(texts: Sequence[Text], top: float) -> str:
    """Return the lines of a card as HTML, each where it stands below ``top``.

    Texts of the same height are in one line.
    """
    left = min(text.x for text in texts)
    rows: dict[float, list[Text]] = {}
    for text in sorted(texts, key=lambda text: (text.y, text.x)):
        rows.setdefault(text.y, []).append(text)
    told, end = [], top
    for y, row in rows.items():
        first = row[0]
        height = LINE_HEIGHT * first.size
        start = y - _MIDDLE * first.size - height / 2
        look = (
            f"margin:{number(start - end)}px 0 0 {number(first.x - left)}px;"
            f"font-size:{number(first.size)}px;line-height:{number(height)}px;"
            f"color:{first.colour};white-space:nowrap;text-align:left;unicode-bidi:plaintext"
        )
        told.append(f'<div style="{look}">{_row(row)}</div>')
        end = start + height
    return "".join(told)


def ratio(value: float) -> str:
    """Return a share as a text that is the same everywhere."""
    written = f"{value:.5f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def _row(row: Sequence[Text]) -> str:
    """Return texts beside each other: each as wide as it is far to the next."""
    told = []
    for text, after in zip(row, (*row[1:], None), strict=True):
        if after is None:
            told.append(inline(text))
            continue
        width = number(after.x - text.x)
        told.append(f'<span style="display:inline-block;width:{width}px">{inline(text)}</span>')
    return "".join(told)


def _cell(
    id_: str,
    geometry: Sequence[str],
    style: Style,
    label: str,
    data: Mapping[str, str | None] | None,
    told: Mapping[str, object],
) -> list[str]:
    """Return a cell; one with data of its own stands in an object that holds it."""
    written = "".join(
        f"{key};" if value is None else f"{key}={_value(value)};" for key, value in style.items()
    )
    kept = {key: value for key, value in (data or {}).items() if value}
    if not kept:
        return branch("mxCell", geometry, id=id_, value=label, style=written, **told)
    cell = branch("mxCell", geometry, style=written, **told)
    return branch("object", cell, label=label, **kept, id=id_)


def _value(value: object) -> str:
    return number(value) if isinstance(value, float) else str(value)

"""What stands around a picture on its slide: title, header, footnote, rules and legend."""

from collections.abc import Iterator
from itertools import groupby

from orggraph.render.markup import branch, leaf
from orggraph.render.pptx.cards import (
    Part,
    decoration,
    grouped,
    plain_shape,
    rule_line,
    shape,
    sign_shape,
)
from orggraph.render.pptx.frame import (
    EMU_PER_INCH,
    PIXEL,
    TITLE_SIZE,
    Room,
    content,
    stands_apart,
)
from orggraph.render.pptx.lines import sample
from orggraph.render.pptx.palette import rgb
from orggraph.render.pptx.paths import Shade, rounded
from orggraph.render.pptx.sheet import Sheet
from orggraph.render.pptx.text import LANGUAGES, body, lines_box, placed, text_box
from orggraph.scene import Box, LegendEntry
from orggraph.scene.units import POINTS_PER_INCH
from orggraph.text.escapes import one_line
from orggraph.words import say

_EDGE = 10.0  # pixels of the backdrop around the picture

_SLACK = 1.15
"""How much wider boxes are than what is in them was measured, for other fonts."""


def title(sheet: Sheet) -> list[str]:
    """Return the title in the place that the layout has for it; nothing where there is none.

    A title that does not stand apart has the place and the look that the scene gives it.
    """
    words = one_line(sheet.scene.title)
    if not words:
        return []
    texts = [text for text in sheet.scene.texts if text.role == "title"]
    name = leaf("p:cNvPr", id=sheet.number(), name=say("slide-title", sheet.scene.language))
    if sheet.title:
        return _own_title(sheet, words, name, sheet.title)
    about = [
        name,
        '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
        '<p:nvPr><p:ph type="title"/></p:nvPr>',
    ]
    if sheet.frame.apart or not texts:
        language = LANGUAGES.get(sheet.scene.language, "en-GB")
        run = branch("a:r", [leaf("a:rPr", lang=language, dirty=0), leaf("a:t", words)])
        inside = [*_fitted(sheet.title_share), leaf("a:lstStyle"), *branch("a:p", run)]
        shown = [leaf("p:spPr"), *branch("p:txBody", inside)]
    else:
        box = lines_box(texts)
        box = box._replace(width=max(sheet.scene.width - box.x - texts[0].x, box.width))
        place = branch("p:spPr", placed(sheet.frame.room(box)))
        shown = [*place, *body(sheet, texts, box)]
    return branch("p:sp", [*branch("p:nvSpPr", about), *shown])


def _fitted(share: int) -> list[str]:
    """Return how text stands in its shape: with letters of a size that is ``share`` per cent."""
    if share == 100:
        return [leaf("a:bodyPr")]
    return branch("a:bodyPr", [leaf("a:normAutofit", fontScale=share * 1000)])


def _own_title(sheet: Sheet, words: str, name: str, room: Room) -> list[str]:
    """Return the title as a box of text, where the layout has no place for it."""
    size = round(TITLE_SIZE * PIXEL / EMU_PER_INCH * POINTS_PER_INCH * 100)
    language = LANGUAGES.get(sheet.scene.language, "en-GB")
    look = leaf("a:rPr", lang=language, sz=size, b=1, dirty=0)
    run = branch("a:r", [look, leaf("a:t", words)])
    about = [name, leaf("p:cNvSpPr", txBox="1"), leaf("p:nvPr")]
    shape = [*placed(room), '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', leaf("a:noFill")]
    inside = [leaf("a:bodyPr", wrap="square"), leaf("a:lstStyle"), *branch("a:p", run)]
    return branch(
        "p:sp",
        [
            *branch("p:nvSpPr", about),
            *branch("p:spPr", shape),
            *branch("p:txBody", inside),
        ],
    )


def backdrop(sheet: Sheet) -> list[str]:
    """Return a card below the whole picture, in the colour that its words can be read on."""
    if not sheet.needs_backdrop:
        return []
    inner = content(sheet.scene)
    box = Box(inner.x - _EDGE, inner.y - _EDGE, inner.width + 2 * _EDGE, inner.height + 2 * _EDGE)
    shade = Shade(rounded(box, sheet.scene.corner))
    return shape(sheet, Part("Backdrop", box, (shade,), sheet.palette.ground(), [], box))


def texts(sheet: Sheet) -> Iterator[str]:
    """Yield the texts around the picture except its title, each block of lines as one box.

    Where the title stands apart, a header does not stand above it: a template has its own.
    """
    for role, group in groupby(sheet.scene.texts, key=lambda text: text.role):
        lines = list(group)
        if role == "title" or (sheet.frame.apart and stands_apart(lines[0])):
            continue
        key = "slide-footnote" if role == "footnote" else "slide-text"
        box = lines_box(lines, _SLACK)
        if lines[0].anchor == "start":
            box = box._replace(width=min(box.width, sheet.scene.width - box.x))
        yield from text_box(sheet, lines, box, name=say(key, sheet.scene.language))


def labels(sheet: Sheet) -> Iterator[str]:
    """Yield the words on lines, on the ground of the slide, so that the lines have gaps there."""
    for route in sheet.scene.routes:
        label = route.label
        if label is None or not (label.texts or label.sign):
            continue
        ground = rgb(route.halo) if route.halo else sheet.palette.ground()
        name = one_line(" ".join(text.words for text in label.texts) or route.description)
        if label.texts:
            yield from text_box(sheet, label.texts, label.box, name=name, fill=ground, wrap=False)
        if label.sign:
            yield from sign_shape(sheet, label.sign)


def rules(sheet: Sheet) -> Iterator[str]:
    """Yield the thin lines around the picture."""
    for rule in sheet.scene.rules:
        yield from rule_line(sheet, rule)


def legend(sheet: Sheet) -> list[str]:
    """Return the legend as one group; nothing where there is none."""
    entries = sheet.scene.legend
    if not entries:
        return []
    group = sheet.number()
    shapes = [line for entry in entries for line in _entry(sheet, entry)]
    boxes = [box for entry in entries for box in (entry.box, lines_box([entry.text], _SLACK))]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    name = say("slide-legend", sheet.scene.language)
    told = "; ".join(one_line(entry.text.words) for entry in entries)
    room = sheet.frame.room(Box(x, y, right - x, bottom - y))
    return grouped(group, name, room, shapes, f"{name}: {told}")


def _entry(sheet: Sheet, entry: LegendEntry) -> Iterator[str]:
    name = one_line(entry.text.words)
    if entry.card:
        corner = min(sheet.scene.corner, entry.card.box.height / 4)
        inside = [
            *plain_shape(sheet, entry.card, sheet.number(), name, (), corner),
            *decoration(sheet, entry.card, corner),
        ]
        number_ = sheet.number()
        yield from grouped(number_, name, sheet.frame.room(entry.card.outline), inside)
    if entry.style:
        yield from sample(sheet, entry, entry.style)
    if entry.sign:
        yield from sign_shape(sheet, entry.sign)
    yield from text_box(sheet, [entry.text], lines_box([entry.text], _SLACK), name=name)

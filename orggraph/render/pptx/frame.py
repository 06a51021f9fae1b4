"""Where the parts of a scene stand on a slide, in English Metric Units: 914,400 an inch."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from orggraph.scene import Box, Point, Scene, Text
from orggraph.scene.units import MM_PER_INCH, PIXELS_PER_INCH, POINTS_PER_INCH

EMU_PER_INCH = 914_400
PIXEL = EMU_PER_INCH / PIXELS_PER_INCH
"""The units of a pixel of a scene that is as large as it is."""

SLIDE = (12_192_000, 6_858_000)
"""The usual size of slides: 13.333 by 7.5 inches."""

BASELINE, LEADING = 1.08, 1.32
"""How far its baseline is below the top of a line, and the next one below it, in sizes of text.

Where lines have an exact height, programs put what is more than the letters need above them.
"""

TITLE_SIZE = 24.0
"""The size of a title that stands apart from the picture, in pixels."""

_MARGIN, _TOP, _BELOW_TITLE = 32.0, 30.0, 76.0
_PEN = 6.0
_EMU_PER_MM = EMU_PER_INCH / MM_PER_INCH


class Room(NamedTuple):
    """A part of a slide, in units: its left and upper side, and its size."""

    x: int
    y: int
    width: int
    height: int


class Frame(NamedTuple):
    """How a scene stands on its slide: a pixel of it is `scale` units, its corner at `x`, `y`.

    Where the title is `apart`, it does not stand where it does in the scene.
    """

    scale: float
    x: float
    y: float
    apart: bool = False

    def at(self, point: Point) -> tuple[int, int]:
        """Return a place on the slide."""
        return round(self.x + point.x * self.scale), round(self.y + point.y * self.scale)

    def length(self, pixels: float) -> int:
        """Return a length on the slide."""
        return round(pixels * self.scale)

    def room(self, box: Box) -> Room:
        """Return the room on the slide that a box of the scene takes."""
        x, y = self.at(Point(box.x, box.y))
        right, bottom = self.at(Point(box.right, box.bottom))
        return Room(x, y, right - x, bottom - y)

    def points(self, pixels: float) -> int:
        """Return a size of text in hundredths of a point."""
        return max(round(pixels * self.scale / EMU_PER_INCH * POINTS_PER_INCH * 100), 100)


def slide_size(scenes: Iterable[Scene]) -> tuple[int, int]:
    """Return the size of slides for scenes: their paper's where all have one, else the usual."""
    papers = {scene.paper for scene in scenes}
    if len(papers) == 1 and (paper := papers.pop()):
        width, height = (round(length * _EMU_PER_MM) for length in paper)
        # A slide's paper is rounded to hundredths of a millimetre.
        near = all(abs(a - b) < 1_000 for a, b in zip((width, height), SLIDE, strict=True))
        return SLIDE if near else (width, height)
    return SLIDE


def frame(scene: Scene, size: tuple[int, int], room: Room | None = None) -> Frame:
    """Return how a scene stands on a slide of ``size``.

    A scene on a paper of that shape fills the slide. Of others, the title stands apart, and the
    rest in ``room``, which else is what the title leaves. Nothing is enlarged.
    """
    paper = scene.paper
    if room is None and paper and abs(paper[0] * size[1] / size[0] - paper[1]) < 1:
        full = paper[0] * _EMU_PER_MM / scene.width
        return Frame(min(full, size[0] / scene.width), 0, 0)
    given = room or _room_below(scene, size)
    inner = content(scene)
    usual = paper[0] * _EMU_PER_MM / scene.width if paper else PIXEL
    scale = min(usual, given.width / inner.width, given.height / inner.height)
    x = given.x + (given.width - inner.width * scale) / 2 - inner.x * scale
    y = given.y + (given.height - inner.height * scale) / 2 - inner.y * scale
    return Frame(scale, x, y, apart=True)


def title_room(size: tuple[int, int]) -> Room:
    """Return where a title stands that is apart from its picture."""
    left = round(_MARGIN * PIXEL)
    return Room(left, round(_TOP * PIXEL), size[0] - 2 * left, round(TITLE_SIZE * LEADING * PIXEL))


def smallest_text(scene: Scene, frame: Frame) -> float:
    """Return the size of the smallest text of a scene on its slide, in points."""
    sizes = [text.size for text in scene.iter_texts() if not stands_apart(text)]
    return min(sizes, default=TITLE_SIZE) * frame.scale / EMU_PER_INCH * POINTS_PER_INCH


def stands_apart(text: Text) -> bool:
    """Whether a text of the scene goes with a title that stands apart."""
    return text.role in ("title", "header")


def _room_below(scene: Scene, size: tuple[int, int]) -> Room:
    margin = round(_MARGIN * PIXEL)
    top = round((_BELOW_TITLE if scene.title else _MARGIN) * PIXEL)
    return Room(margin, top, size[0] - 2 * margin, size[1] - top - margin)


def content(scene: Scene) -> Box:
    """Return the room that a scene takes in itself, without its title and its margins."""
    boxes = [*_boxes(scene)] or [Box(0, 0, scene.width, scene.height)]
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(x, y, max(right - x, 1.0), max(bottom - y, 1.0))


def _boxes(scene: Scene) -> Iterator[Box]:
    for card in scene.cards:
        yield _grown(card.outline, _PEN if card.halo else 1)
    for route in scene.routes:
        pen = _PEN if route.halo else 1
        yield from (_grown(Box(x, y, 0, 0), pen) for x, y in route.points)
        if route.label:
            yield route.label.box
    for entry in scene.legend:
        yield entry.box
    for rule in scene.rules:
        yield from (Box(x, y, 0, 0) for x, y in (rule.start, rule.end))
    texts: Sequence[Text] = (*scene.texts, *(entry.text for entry in scene.legend))
    for text in texts:
        if not stands_apart(text):
            shift = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor]
            top = text.y - BASELINE * text.size
            yield Box(text.x - shift * text.width, top, text.width, LEADING * text.size)


def _grown(box: Box, by: float) -> Box:
    return Box(box.x - by, box.y - by, box.width + 2 * by, box.height + 2 * by)

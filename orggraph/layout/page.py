"""Put an arrangement on a page: title, legend, footnote, margins, and the paper's shape."""

from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.components import Arrangement
from orggraph.layout.metrics import Metrics
from orggraph.layout.surroundings import Surroundings
from orggraph.scene import LegendEntry, Point, Rule, Scene, Text
from orggraph.scene.units import MM_PER_INCH, PIXELS_PER_INCH, POINTS_PER_INCH
from orggraph.themes.theme import Theme
from orggraph.views.content import Content

PAPERS = {
    "slide": (338.67, 190.5),
    "a4": (297.0, 210.0),
    "a4-portrait": (210.0, 297.0),
    "a3": (420.0, 297.0),
    "a3-portrait": (297.0, 420.0),
}
"""The sizes of papers in millimetres; a slide is 13.33 by 7.5 inches."""

SMALLEST_ON_SLIDE, SMALLEST_IN_PRINT = 7.0, 5.0
"""The smallest text that can be read, in points."""

_MM, _PT = PIXELS_PER_INCH / MM_PER_INCH, POINTS_PER_INCH / PIXELS_PER_INCH
_MOST, _LEAST_WIDTH = 1.35, 420.0
_STEPS = 20
_FREE_RATIO = 1.6

_LESS = 0.6
"""On a picture that is scaled down, the legend gets smaller as well, but less: by this power."""


def smallest_text(arrangement: Arrangement, scale: float) -> float:
    """Return the size of the smallest text of an arrangement on its paper, in points."""
    texts = [text.size for card in arrangement.cards for text in card.texts]
    texts += [t.size for route in arrangement.routes if route.label for t in route.label.texts]
    return min(texts, default=sizes.NAME) * scale * _PT


class _Frame(NamedTuple):
    """What stands around a picture, and the room that it leaves: `room` from `top` on.

    A free page has as much room as the picture needs.
    """

    width: float
    margin: float
    unit: float
    head: tuple[Text, ...]
    top: float
    legend: tuple[LegendEntry, ...]
    legend_height: float
    foot: tuple[Text, ...]
    below: float
    inner: float
    room: float


class Page:
    """Sets one page."""

    def __init__(self, content: Content, theme: Theme, metrics: Metrics, paper: str) -> None:
        """Set the page of ``content`` on a paper, which is a key of `PAPERS` or ``free``."""
        self._content = content
        self._theme = theme
        self._around = Surroundings(content, theme, metrics)
        self.size = PAPERS.get(paper)

    @property
    def ratio(self) -> float:
        """The width of the room for the picture to its height, about."""
        return self.size[0] / (0.8 * self.size[1]) if self.size else _FREE_RATIO

    def find_scale(self, arrangement: Arrangement) -> float:
        """Return by how much an arrangement is scaled to fit its paper; 1 for a free picture.

        A small picture is enlarged a little, a large one is made as small as it must be.
        """
        if self.size is None or self._fits(arrangement, _MOST):
            return 1.0 if self.size is None else _MOST
        low, high = 0.0, _MOST
        for _ in range(_STEPS):
            middle = (low + high) / 2
            low, high = (middle, high) if self._fits(arrangement, middle) else (low, middle)
        return max(low, 0.001)

    def _fits(self, arrangement: Arrangement, scale: float) -> bool:
        frame = self._frame(arrangement, scale)
        return arrangement.width <= frame.inner and arrangement.height <= frame.room

    def build(self, arrangement: Arrangement, scale: float) -> Scene:
        """Return the scene of an arrangement at a scale, with title, legend and footnote around."""
        frame = self._frame(arrangement, scale)
        margin, unit = frame.margin, frame.unit
        base = frame.top + frame.room
        height = base + frame.below + margin
        dx = round(margin + (frame.inner - arrangement.width) / 2)
        dy = round(frame.top + (frame.room - arrangement.height) / 2)
        line = base + 20 * unit
        rule = Rule(Point(margin, line), Point(frame.width - margin, line), self._theme.rule)
        legend_top = line + 14 * unit
        foot_top = legend_top + frame.legend_height
        return Scene(
            id=self._content.id,
            title=self._content.title,
            language=self._content.language,
            description=self._content.title,
            width=round(frame.width, 2),
            height=round(height, 2),
            background=self._theme.background,
            font=self._theme.font.family,
            corner=sizes.CORNER,
            cards=tuple(card.moved(dx, dy) for card in arrangement.cards),
            routes=tuple(route.moved(dx, dy) for route in arrangement.routes),
            legend=tuple(entry.moved(margin, legend_top) for entry in frame.legend),
            texts=(*frame.head, *(text.moved(margin, foot_top) for text in frame.foot)),
            rules=(rule,) if frame.below else (),
            outline=self._content.outline,
            paper=self.size,
        )

    def _frame(self, arrangement: Arrangement, scale: float) -> _Frame:
        # On a paper, the title keeps its size when the picture gets smaller.
        unit = 1 / scale
        margin = sizes.MARGIN * unit
        width = max(arrangement.width, _LEAST_WIDTH) + 2 * margin
        if self.size:
            width = self.size[0] * _MM * unit
        inner = width - 2 * margin
        head, top = self._around.head(margin, margin, inner, unit)
        small = unit**_LESS
        legend, legend_height = self._around.legend(inner, small)
        foot, foot_height = self._around.foot(inner, small)
        below = legend_height + foot_height
        below += 34 * unit if below else 0
        top += 24 * unit if head else 0
        room = arrangement.height
        if self.size:
            room = self.size[1] * _MM * unit - margin - below - top
        return _Frame(
            width=width,
            margin=margin,
            unit=unit,
            head=head,
            top=top,
            legend=legend,
            legend_height=legend_height,
            foot=foot,
            below=below,
            inner=inner,
            room=room,
        )

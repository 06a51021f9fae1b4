"""What the parts of one slide share while it is written."""

from collections.abc import Callable
from itertools import count

from orggraph.render.pptx.frame import Frame, Room
from orggraph.render.pptx.palette import Palette
from orggraph.scene import Scene

_FIRST = 2  # the slide's own tree is 1


class Sheet:
    """A slide that is being written: its scene, where that stands, its colours and its numbers.

    `link` takes an address and returns the id by which the slide refers to it. `title` is the room
    of a title that the layout has no place for, and `title_share` how large its letters are, in
    per cent of the layout's. Where `has_own_fonts`, text is not in the fonts
    that it was measured in, but in those of a template; where the ground of that has a colour of
    its own, the picture `needs_backdrop`.
    """

    def __init__(
        self,
        scene: Scene,
        frame: Frame,
        palette: Palette,
        link: Callable[[str], str],
        title: Room | None = None,
        *,
        title_share: int = 100,
        has_own_fonts: bool = False,
        needs_backdrop: bool = False,
    ) -> None:
        self.scene = scene
        self.frame = frame
        self.palette = palette
        self.link = link
        self.title = title
        self.title_share = title_share
        self.has_own_fonts = has_own_fonts
        self.needs_backdrop = needs_backdrop
        self._numbers = count(_FIRST)

    def number(self) -> int:
        """Return a number that no shape of the slide has yet."""
        return next(self._numbers)

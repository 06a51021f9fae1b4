"""Lay out a picture: choose how, and put it on its page."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from orggraph.layout.arrange import Manner, Progress, Stacking, arrange
from orggraph.layout.components import Arrangement
from orggraph.layout.engines import Engine, EngineError, find_engine
from orggraph.layout.metrics import Metrics
from orggraph.layout.page import SMALLEST_IN_PRINT, SMALLEST_ON_SLIDE, Page, smallest_text
from orggraph.scene import Scene
from orggraph.source.problems import Problem
from orggraph.themes.theme import Theme
from orggraph.views.content import Content
from orggraph.views.view import Direction, Leaves, Paper

MOST_FOR_ENGINE = 600
"""Pictures with more cards or lines than this are laid out by our own engine for large trees."""

_STACKINGS = (Stacking(3), Stacking(3, most=4))
"""The columns that are tried where a picture does not fit its page without."""
_MOST_TO_TRY = 200
"""Larger pictures are tried with the first of them only."""
_COMFORT, _BETTER = 0.85, 1.1
"""What fits its page at the one scale is good enough; else the best by the other is taken."""
_WIDEST = 1800
"""How wide a free picture is at most where leaves can be stacked, in pixels."""


class LaidOut(NamedTuple):
    """A scene, and what is to be said about it, such as that it is too large for its paper."""

    scene: Scene
    notices: tuple[Problem, ...] = ()


def lay_out(
    content: Content,
    theme: Theme,
    *,
    direction: Direction = "down",
    paper: Paper = "free",
    leaves: Leaves = "auto",
    engine: str | None = None,
    progress: Progress = lambda done: None,
) -> LaidOut:
    """Return the scene of a picture; ``progress`` is told how much is done, from 0 to 1.

    The same input gives the same scene on every machine, as far as the engine does: the embedded
    one up to `MOST_FOR_ENGINE` cards, our own always. Raises EngineError where the ``engine`` that
    is asked for is unknown, missing, or fails; where none is asked for, our own takes its place.
    """
    metrics = Metrics(theme.font.files, content.language)
    notices: list[Problem] = []
    large = max(len(content.cards), len(content.links)) > MOST_FOR_ENGINE
    page = Page(content, theme, metrics, paper)
    chosen = find_engine(engine or ("tidy" if large else "embedded"))

    def tried(used: Engine) -> Arrangement:
        plain = Manner(theme, metrics, used, down=direction == "down")
        options = (
            arrange(content, manner, ratio=page.ratio, progress=progress)
            for manner in _manners(plain, leaves, len(content.cards))
        )
        return _best(options, page)

    try:
        best = tried(chosen)
    except EngineError as error:
        if engine is not None:
            raise
        notices.append(Problem("engine-replaced", facts={"reason": error}))
        best = tried(find_engine("tidy"))
    scale = page.find_scale(best)
    size = smallest_text(best, scale)
    if page.size and size < (SMALLEST_ON_SLIDE if paper == "slide" else SMALLEST_IN_PRINT):
        facts = {"size": round(size, 1), "paper": paper}
        notices.append(Problem("too-large-for-paper", facts=facts))
    scene = page.build(best, scale)
    progress(1)
    return LaidOut(scene, tuple(notices))


def _manners(plain: Manner, leaves: Leaves, cards: int) -> Sequence[Manner]:
    """Return the ways to try: without columns of leaves, and with them.

    With superiors to the left, leaves stand under each other in any case.
    """
    if not plain.down or leaves == "spread":
        return (plain,)
    if leaves == "stacked":
        return (plain._replace(stacking=Stacking(2)),)
    stacked = [plain._replace(stacking=stacking) for stacking in _STACKINGS]
    if cards > MOST_FOR_ENGINE:
        return stacked[:1]
    return (plain, *(stacked if cards <= _MOST_TO_TRY else stacked[:1]))


def _best(options: Iterable[Arrangement], page: Page) -> Arrangement:
    """Return the first that is comfortable on its page, else the one that is scaled down least."""
    best: tuple[float, Arrangement] | None = None
    for option in options:
        fit = page.find_scale(option) if page.size else min(_WIDEST / max(option.width, 1), 1)
        if best is None or fit > _BETTER * best[0]:
            best = (fit, option)
        if fit >= _COMFORT:
            break
    assert best is not None
    return best[1]

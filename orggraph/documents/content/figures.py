"""The figures of a report: views as pictures, with words for those who do not see them."""

from collections.abc import Callable, Iterator

from orggraph.documents.content.parts import Making
from orggraph.documents.content.prose import ended, names_in_sentence
from orggraph.documents.document import Block, Figure, Paragraph, Run
from orggraph.documents.options import ReportOptions
from orggraph.drawing.compose import draw_view
from orggraph.drawing.drawing import Drawing
from orggraph.errors import OrgGraphError
from orggraph.model import Graph
from orggraph.reports.teller import Teller
from orggraph.scene import Scene
from orggraph.source import Problem, ReadError
from orggraph.text import LocalText
from orggraph.text.escapes import one_line
from orggraph.views.view import View
from orggraph.vocabulary import REPORTING

MOST_WHOLE = 400
"""How many nodes are drawn all together, where no view says what to draw."""

_MOST_NAMED = 6

Progress = Callable[[float], None]


def tell_figures(
    making: Making,
    whole: Graph,
    options: ReportOptions,
    progress: Progress,
    notify: Callable[[Problem], None],
) -> Iterator[Block]:
    """Yield the views of ``whole`` as figures; one of all of it, or of its top, without views.

    ``notify`` is told what the maker of a view should know. Raises OrgGraphError for a view that
    does not fit the data, with its name.
    """
    tell = making.tell
    views = options.views
    if views is None:
        views = _usual(tell)
    if not views:
        return
    yield making.heading(1, tell.say("chapter-figures"))
    for number, view in enumerate(views):
        part = _part(progress, number / len(views), 1 / len(views))
        drawing = _draw(whole, _titled(tell, view), options, tell.language, part)
        for notice in drawing.notices:
            notify(notice)
        yield from (_figure(making, scene) for scene in drawing.scenes)
    if options.views is None and len(tell.graph) > MOST_WHOLE:
        told = tell.say("figure-is-part", number=tell.number(len(tell.graph)))
        yield Paragraph((Run(told, quiet=True),))


def _part(progress: Progress, start: float, share: float) -> Progress:
    return lambda done: progress(start + done * share)


def _usual(tell: Teller) -> tuple[View, ...]:
    """Return the view of the whole; of very much, that of what is next to one of its tops."""
    if not len(tell.graph):
        return ()
    if len(tell.graph) <= MOST_WHOLE:
        return (View(paper="a4", pages=True),)
    types = tell.graph.vocabulary.types_of(family=REPORTING)
    top = next(iter(tell.graph.index.tops(types)), None)
    return () if top is None else (View(paper="a4", pages=True, around=top, depth=1),)


def _titled(tell: Teller, view: View) -> View:
    """Return a view with a title, which its pages are told apart from others by."""
    if tell.text(view.title or tell.graph.title):
        return view
    return view._replace(title=LocalText.of(tell.say("figure-untitled"), tell.language))


def _draw(
    whole: Graph, view: View, options: ReportOptions, language: str, progress: Progress
) -> Drawing:
    view = view._replace(as_of=options.as_of or view.as_of, theme=options.theme or view.theme)
    try:
        return draw_view(whole, view, language, progress=progress)
    except OrgGraphError as error:
        if options.views is None:
            raise
        reason = error.problems[0] if isinstance(error, ReadError) else error
        raise OrgGraphError("in-view", view=view.id, reason=reason) from error


def _figure(making: Making, scene: Scene) -> Figure:
    number = making.next_figure()
    outline = tuple("  " * item.depth + one_line(item.words) for item in scene.outline)
    caption = one_line(scene.title)
    # Pictures that stand in one document need names of their own.
    named = scene._replace(id=f"figure-{number}", title=caption)
    return Figure(number, named, caption, _alternative(making.tell, named), outline)


def _alternative(tell: Teller, scene: Scene) -> str:
    """Return what a picture shows in a sentence or two."""
    cards = [card.id for card in scene.cards]
    facts = {
        "title": ended(scene.title),
        "cards": _counted(tell, "card", len(cards)),
        "lines": _counted(tell, "line", len(scene.routes)),
        "names": names_in_sentence(tell, cards, _MOST_NAMED),
    }
    return ended(tell.say("figure-shows", **facts))


def _counted(tell: Teller, what: str, number: int) -> str:
    return tell.say(f"picture-{what}{'' if number == 1 else 's'}", number=tell.number(number))

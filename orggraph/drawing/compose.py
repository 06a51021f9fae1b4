"""From a graph and a view to a picture."""

from orggraph.drawing.drawing import Drawing
from orggraph.drawing.paging import lay_out_pages, tell_notices
from orggraph.drawing.quotes import find_quotes
from orggraph.layout import LaidOut, Progress, lay_out
from orggraph.model import Graph
from orggraph.queries.names import find_node
from orggraph.themes.checking import find_theme_problems, find_unused_styles
from orggraph.themes.reading import find_theme
from orggraph.themes.theme import Theme
from orggraph.views.content import Content
from orggraph.views.select import choose
from orggraph.views.view import View


def draw_view(
    graph: Graph,
    view: View,
    language: str | None = None,
    *,
    progress: Progress = lambda done: None,
) -> Drawing:
    """Return the picture of a graph that a view asks for.

    Without ``language`` it is in the first of the view's, else in that of the data. ``progress`` is
    told now and then how much is done, from 0 to 1. Raises OrgGraphError for names that the graph
    does not know, and for what cannot be laid out.
    """
    content = choose(graph, view, language or languages_of(view, graph)[0])
    return draw_content(graph, content, view, find_theme(view.theme), progress)


def draw_content(
    graph: Graph, content: Content, view: View, theme: Theme, progress: Progress
) -> Drawing:
    """Return the picture that says ``content``, which is that of a view of ``graph``."""
    # Pictures that stand together on one web page need names of their own.
    content = content._replace(id=f"{_name(graph, view)}-{content.language}")

    def page_of(content: Content, progress: Progress = lambda done: None) -> LaidOut:
        return lay_out(
            content,
            theme,
            direction=view.direction,
            paper=view.paper,
            leaves=view.leaves,
            engine=view.engine,
            progress=progress,
        )

    if view.pages:
        pages = lay_out_pages(content, view.paper, page_of, progress)
        told = tuple(tell_notices(pages))
    else:
        pages = (page_of(content, progress),)
        told = pages[0].notices
    unused = find_unused_styles(theme, graph.vocabulary.kinds, graph.vocabulary.families)
    notices = (*find_theme_problems(theme), *unused, *told)
    scenes = tuple(page.scene for page in pages)
    return Drawing(scenes, notices, theme.font.files, find_quotes(graph, scenes))


def languages_of(view: View, graph: Graph) -> tuple[str, ...]:
    """Return the languages that a view is drawn in."""
    return view.languages or (graph.language,)


def _name(graph: Graph, view: View) -> str:
    """Return the id of a view; of one that has none, the id of the node it is around."""
    if view.id == View().id and view.around is not None:
        return find_node(graph, view.around).id
    return view.id

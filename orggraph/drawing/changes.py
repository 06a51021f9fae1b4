"""From two versions of a graph to one picture of what changed between them."""

from orggraph.changes.change import Diff
from orggraph.changes.compare import compare
from orggraph.changes.union import unite
from orggraph.drawing.compose import draw_content, languages_of
from orggraph.drawing.drawing import Drawing
from orggraph.layout import Progress
from orggraph.themes.reading import find_theme
from orggraph.views.changes import Comparison
from orggraph.views.excerpt import keep_changed
from orggraph.views.select import choose
from orggraph.views.view import View

MOST_CARDS = 60
"""A picture with more cards than this shows what changed and what is next to it, if not asked."""


def draw_changes(
    diff: Diff,
    view: View,
    language: str | None = None,
    *,
    only_changed: bool | None = None,
    progress: Progress = lambda done: None,
) -> Drawing:
    """Return one picture of two versions, in which additions, removals and changes are marked.

    What is as it was is grey; what differs has a colour and a sign. The versions are called what
    the diff calls them. With ``only_changed`` the picture has what changed and what is next to it;
    by default it does where it would have too many cards. A path of the view is not marked: it
    would be one through both versions. Raises OrgGraphError as `draw_view` does.
    """
    if view.as_of is not None:  # what holds on that day in one version only came or went
        versions = (graph.restricted(as_of=view.as_of) for graph in (diff.old, diff.new))
        diff = compare(*versions, labels=diff.labels)
    union = unite(diff)
    graph = union.graph
    view = view._replace(path=None)
    told = language or languages_of(view, graph)[0]
    content = choose(graph, view, told, Comparison(union, *diff.labels))
    if only_changed or (only_changed is None and len(content.cards) > MOST_CARDS):
        content = keep_changed(content)
    return draw_content(graph, content, view, find_theme(view.theme).muted(), progress)

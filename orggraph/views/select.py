"""Choose what a picture says of a graph."""

from orggraph.model import Graph
from orggraph.queries.telling import Telling
from orggraph.views.cards import tell_cards
from orggraph.views.changes import Comparison, tell_changes
from orggraph.views.content import Content
from orggraph.views.legend import (
    tell_families,
    tell_footnote,
    tell_kinds,
    tell_provenance,
    tell_title,
    tell_types,
)
from orggraph.views.links import tell_links
from orggraph.views.marks import Marks
from orggraph.views.outline import tell_outline
from orggraph.views.scope import find_scope
from orggraph.views.view import View


def choose(
    graph: Graph, view: View, language: str, comparison: Comparison | None = None
) -> Content:
    """Return what the picture of a view says of a graph, in one language.

    The same graph gives the same content, whatever the order of its files. With a ``comparison``
    the graph is two versions in one, and is marked with what became of things between them. Raises
    UnknownNodeError and UnknownTermError for names in the view that the graph does not know, and
    OrgGraphError for a path that there is not, or where the view leaves nothing to draw.
    """
    scope = find_scope(graph, view)
    tell = Telling(scope.graph, language)
    marks = Marks(scope.graph, comparison and comparison.union)
    cards = tell_cards(tell, scope, view.members, marks)
    links = tell_links(tell, scope, view.parallel, view.labels, marks)
    types = tell_types(tell, links)
    compares = comparison.message(language) if comparison else ""
    provenance = " · ".join(filter(None, (compares, tell_provenance(tell, view))))
    title = tell_title(tell, view)
    if comparison:
        title = tell.say("changes-in", title=title) if title else tell.say("changes-title")
    content = Content(
        id=view.id,
        title=title,
        footnote=tell_footnote(provenance, language, cards, links),
        provenance=provenance,
        language=language,
        cards=cards,
        links=links,
        kinds=tell_kinds(tell, cards),
        families=tell_families(types, links),
        outline=(),
        path=tuple(map(tell.name, scope.path)),
        types=types,
        changes=tell_changes(language, cards, links),
        compares=compares,
    )
    return content._replace(outline=tell_outline(content))

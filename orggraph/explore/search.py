"""Search as somebody types: by the same names as the command line looks up."""

from collections.abc import Iterator
from itertools import chain, islice

from orggraph.explore.blocks import Json
from orggraph.explore.ground import Ground
from orggraph.explore.scenes import Picture
from orggraph.explore.spec import Spec
from orggraph.model import Graph, Node
from orggraph.model.names import names_of
from orggraph.queries.names import find_similar
from orggraph.reports.teller import Teller
from orggraph.text import fold, shorten

MOST_FOUND = 20
_LONGEST = 200
_LEAST_TO_GUESS = 3


def tell_search(ground: Ground, spec: Spec, query: str, picture: Picture | None) -> list[Json]:
    """Return the nodes that ``query`` may mean, the likeliest first.

    Whole ids and names come before identifiers, those before names that begin so, and those before
    names with it anywhere in them; misspelt ones last, where nothing else fits. ``picture`` is what
    is shown, if it is at hand: ``where`` is the card that has the node.
    """
    graph = ground.graph_of(spec)
    tell = Teller(graph, spec.lang, ground.sources)
    query = query[:_LONGEST].strip()
    cards = _cards(picture)
    found = list(islice(_iter_found(graph, query), MOST_FOUND))
    if not found and len(fold(query)) >= _LEAST_TO_GUESS:
        found = [id_ for id_ in find_similar(graph, query) if id_ in graph.nodes]
    graph.index.read_ahead(found)
    return [{**search_row(tell, graph.nodes[id_], query), "where": cards.get(id_)} for id_ in found]


def search_row(tell: Teller, node: Node, query: str = "") -> Json:
    """Return what the list of nodes found has of one."""
    return {
        "id": node.id,
        "name": tell.name(node.id),
        "kind": node.kind,
        "kind_label": tell.kind(node),
        "note": _note(tell, node, query),
    }


def _iter_found(graph: Graph, query: str) -> Iterator[str]:
    if not query:
        return
    key, names = fold(query), graph.index.names
    exact = (query,) if query in graph.nodes else ()
    ways = (exact, names.of_key(key), names.of_identifier(query), names.starting(key))
    seen: set[str] = set()
    for id_ in chain(*ways, names.containing(key)):
        if id_ not in seen and id_ in graph.nodes:
            seen.add(id_)
            yield id_


def _note(tell: Teller, node: Node, query: str) -> str:
    """Return what tells a node from others of its name; else the name by which it was found."""
    said = tell.text(node.title) or tell.text(node.classification)
    if said:
        return shorten(said, 80)
    key, name = fold(query), tell.name(node.id)
    if not key or key in fold(name):
        return ""
    other = next((each for each in names_of(node)[1:] if key in fold(each)), "")
    return shorten(other, 80)


def _cards(picture: Picture | None) -> dict[str, str]:
    """Return which card shows a node: its own, else the first that lists it."""
    if picture is None:
        return {}
    cards = picture.info["cards"]
    found = {member: card["node"] for card in reversed(cards) for member in card["members"]}
    return {**found, **{card["node"]: card["node"] for card in cards}}

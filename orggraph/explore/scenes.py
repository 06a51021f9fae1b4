"""Pictures for a page: drawn as files are, with what the page has to know about each."""

from collections import Counter, OrderedDict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from threading import RLock
from typing import Any, NamedTuple

from orggraph.drawing.compose import draw_content
from orggraph.drawing.drawing import Drawing
from orggraph.errors import OrgGraphError
from orggraph.explore.filters import choose_relations
from orggraph.explore.ground import Ground
from orggraph.explore.spec import Spec
from orggraph.layout import Progress
from orggraph.model import Graph, Relation
from orggraph.queries.rosters import SeatState, find_seats
from orggraph.render.markup import token
from orggraph.reports.teller import Teller
from orggraph.scene import Card, Route, Scene, Text
from orggraph.views.content import Content
from orggraph.views.options import with_options
from orggraph.views.scope import Scope, find_scope
from orggraph.views.select import choose
from orggraph.views.view import Paper, View

MOST_CARDS = 1_500
"""The most cards of one picture: laying out more takes too long, and nobody could read it."""

_KEPT = 32


class Picture(NamedTuple):
    """What a page is given of a picture, as JSON, and the drawing to save."""

    info: Mapping[str, Any]
    drawing: Drawing


class Scenes:
    """The pictures of a graph, one laid out at a time, and the last ones kept."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._kept: OrderedDict[Spec, Picture] = OrderedDict()
        self._lock = RLock()

    def find(self, spec: Spec, progress: Progress = lambda done: None) -> Picture:
        """Return the picture of what is shown.

        Raises UnknownNodeError and UnknownTermError for what the data does not have, and
        OrgGraphError for what cannot be drawn.
        """
        with self._lock:
            if spec not in self._kept:
                self._kept[spec] = draw_picture(self._ground, spec, progress)
                if len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(spec)
            return self._kept[spec]

    def draw_slide(self, spec: Spec) -> Drawing:
        """Return what is shown laid out for a slide, as `draw` does; raises as `find` does."""
        with self._lock:
            return _draw(self._ground, spec, "slide")[1]

    def kept(self, spec: Spec) -> Picture | None:
        """Return a picture if it is at hand."""
        return self._kept.get(spec)


def draw_picture(ground: Ground, spec: Spec, progress: Progress = lambda done: None) -> Picture:
    """Return the picture of what is shown; raises as `Scenes.find` does."""
    content, drawing = _draw(ground, spec, "free", progress)
    with ground.lock:
        return Picture(_tell(ground, spec, content, drawing), drawing)


def _draw(
    ground: Ground, spec: Spec, paper: Paper, progress: Progress = lambda done: None
) -> tuple[Content, Drawing]:
    theme = ground.setup.find_theme(spec.theme)
    with ground.lock:
        scope_of(ground, spec)  # before it is laid out, which takes long
        view = view_of(ground, spec)._replace(paper=paper)
        content = choose(ground.graph, view, spec.lang)
    return content, draw_content(ground.graph, content, view, theme, progress)


def refuse_large(spec: Spec, nodes: Collection[str]) -> None:
    """Raise OrgGraphError where a picture would have too many cards: these, or more."""
    if len(nodes) > MOST_CARDS:
        key = "explore-too-many-around" if spec.around else "explore-too-many"
        raise OrgGraphError(key, count=len(nodes), most=MOST_CARDS)


def view_of(ground: Ground, spec: Spec) -> View:
    """Return the view that is shown.

    Raises OrgGraphError where all is asked for of a graph that is too large, or nothing is left.
    """
    if ground.is_large and spec.around is None:
        raise OrgGraphError("explore-too-many", count=len(ground.graph.nodes), most=MOST_CARDS)
    for node in (spec.around, *(spec.path or ())):
        if node is not None:
            ground.require(ground.graph, node)
    said: dict[str, object] = {
        "around": spec.around,
        "depth": spec.depth,
        "side": spec.side,
        "path": spec.path,
        "as_of": spec.as_of,
        "members": spec.members,
    }
    if ground.cards is not None:
        said["nodes"] = sorted({*ground.cards, *((spec.around,) if spec.around else ())})
    said.update(choose_relations(ground.graph.vocabulary, spec))
    return with_options(View(), said)


def scope_of(ground: Ground, spec: Spec) -> Scope:
    """Return which nodes and relations a picture has; raises as `Scenes.find` does."""
    # In a large graph, what is far too much is known from what is nearer, long before it is found.
    nearer = range(1, spec.depth) if ground.is_large and spec.depth else ()
    for depth in nearer:
        near = find_scope(ground.graph, view_of(ground, spec._replace(depth=depth)))
        refuse_large(spec, near.nodes)
    scope = find_scope(ground.graph, view_of(ground, spec))
    refuse_large(spec, scope.nodes)
    return scope


def relations_shown(scope: Scope, spec: Spec) -> Iterator[Relation]:
    """Yield the relations that a picture tells: its lines, and those that cards tell of members."""
    yield from scope.relations
    if spec.members == "inside":
        drawn = {relation.id for relation in scope.relations}
        types_of = scope.graph.vocabulary.types_of
        inside = types_of(trait="roster") | types_of(trait="incumbency")
        for node in sorted(scope.nodes):
            for relation in scope.graph.relations_to(node, inside):
                if relation.id not in drawn:
                    yield relation


def _tell(ground: Ground, spec: Spec, content: Content, drawing: Drawing) -> dict[str, Any]:
    scene = _without_links(drawing.scenes[0])
    whole = spec.unfiltered._replace(path=None) if spec.is_filtered else spec
    scope = find_scope(ground.graph, view_of(ground, whole))
    types = Counter(relation.type for relation in relations_shown(scope, spec))
    family_of = ground.graph.vocabulary.types
    families = Counter[str]()
    for type_, count in types.items():
        families[family_of[type_].family] += count
    folded = {card.id: card.folded for card in content.cards}
    graph = ground.graph_of(spec)
    labels = _label_places(scene)
    name = _name(scene)
    return {
        "svg": drawing._replace(scenes=(scene,)).to_svg(),
        "width": scene.width,
        "height": scene.height,
        "title": scene.title,
        "cards": [_card(ground, spec, graph, card, name, folded[card.id]) for card in scene.cards],
        "routes": [_route(route, name, labels.get(route.id)) for route in scene.routes],
        "outline": [{"depth": item.depth, "words": item.words} for item in scene.outline],
        "counts": {"families": _sorted(families), "types": _sorted(types)},
        "date": None if spec.as_of is None else str(spec.as_of),
        "notices": [notice.message(spec.lang) for notice in drawing.notices],
    }


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _without_links(scene: Scene) -> Scene:
    """Return the scene without its links: a page has them in what it tells beside the picture."""
    cards = (
        card._replace(texts=tuple(text._replace(href=None) for text in card.texts))
        for card in scene.cards
    )
    routes = (
        route._replace(
            href=None,
            label=route.label
            and route.label._replace(
                texts=tuple(text._replace(href=None) for text in route.label.texts)
            ),
        )
        for route in scene.routes
    )
    return scene._replace(cards=tuple(cards), routes=tuple(routes))


def _name(scene: Scene) -> str:
    """Return how the ids of the elements of a picture begin, as `orggraph.render.svg` has it."""
    name = token(scene.id)
    return name if name[:1].isalpha() else f"picture-{name}"


def _label_places(scene: Scene) -> Mapping[str, int]:
    """Return which of the groups of words in a picture is that of a line, by the line's id."""
    labelled = (route.id for route in scene.routes if route.label)
    return {route: place for place, route in enumerate(labelled)}


def _card(
    ground: Ground, spec: Spec, graph: Graph, card: Card, name: str, folded: int
) -> dict[str, Any]:
    members: list[str] = []
    if spec.members == "inside":
        memberships = (*graph.memberships_of(card.id), *_incumbents(graph, card.id))
        members = list(dict.fromkeys(relation.source for relation in memberships))
    return {
        "dom": f"{name}-card-{token(card.id)}",
        "node": card.id,
        "x": card.box.x,
        "y": card.box.y,
        "width": card.box.width,
        "height": card.box.height,
        "folded": folded,
        "members": members,
        "rows": _rows(card, Teller(graph, spec.lang, ground.sources), members),
        "findings": len(ground.findings_on(spec.as_of).get(card.id, ())),
        "state": _state(graph, card.id),
    }


def _rows(card: Card, tell: Teller, members: Sequence[str]) -> list[dict[str, Any]]:
    """Return at which height of a picture each line of a card is that names a member of it."""
    named = {tell.name(member): member for member in reversed(members)}
    rows: list[dict[str, Any]] = []
    lines: list[Text] = []
    for text in card.texts:
        if text.role != "member":
            continue
        lines.append(text)
        # A long name stands on several lines.
        ends = (lines[at:] for at in range(len(lines)))
        whole = next((end for end in ends if _words(end) in named), [])
        if whole:
            rows += ({"node": named[_words(whole)], "y": line.y} for line in whole)
            lines = []
    return rows


def _words(lines: Iterable[Text]) -> str:
    return " ".join(line.words for line in lines)


def _incumbents(graph: Graph, post: str) -> Collection[Relation]:
    return graph.relations_to(post, graph.vocabulary.types_of(trait="incumbency"))


def _state(graph: Graph, body: str) -> str | None:
    """Return how the seats of a body stand: one vacant, all filled, or not known; None for none."""
    if not graph.seats_of(body):
        return None
    states = {status.state for status in find_seats(graph, body)} - {SeatState.CLOSED}
    if SeatState.VACANT in states:
        return "vacant"
    known = {SeatState.FILLED, SeatState.OVER_FILLED}
    return None if not states else "filled" if states <= known else "unknown"


def _route(route: Route, name: str, label: int | None) -> dict[str, Any]:
    return {
        "dom": f"{name}-route-{token(route.id)}",
        "relations": list(route.relations),
        "source": route.source,
        "target": route.target,
        "family": route.family,
        "types": list(route.types),
        "dom_label": label,
    }

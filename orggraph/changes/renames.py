"""Find nodes and sources that are the same under another id."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping

from orggraph.changes.pairing import iter_candidates, likeness, pair_best
from orggraph.model import Evidence, Graph, Node, Source
from orggraph.text import fold

_MOST_ROUNDS = 5  # each finds more by the neighbours that the one before found
_LEAST_NEAR = 0.5  # of the surroundings of two nodes with other names
_LEAST_SHARED = 2
_LEAST_LIKE = 85  # of 100, of their names

Traits = frozenset[Hashable]


def find_renamed_nodes(old: Graph, new: Graph) -> dict[str, str]:
    """Return the new ids of the nodes that have another one, by the old ids.

    Two nodes are one where they are of the same kind, and some register knows them by the same
    identifier; or they have the same name in any spelling; or an
    alias or translation in common, and something around them; or names that are much alike, and
    mostly the same around them. A node that fits several equally well fits none.
    """
    gone = [node for node in old.nodes.values() if node.id not in new.nodes]
    come = [node for node in new.nodes.values() if node.id not in old.nodes]
    renamed: dict[str, str] = {}
    for _ in range(_MOST_ROUNDS if gone and come else 0):
        back = {now: was for was, now in renamed.items()}
        left = [node for node in gone if node.id not in renamed]
        open_ = [node for node in come if node.id not in back]
        found = pair_best(_node_scores(old, left, new, open_, renamed))
        renamed |= found
        if not found:
            break
    return dict(sorted(renamed.items()))


def find_renamed_sources(old: Graph, new: Graph) -> dict[str, str]:
    """Return the new ids of the sources that have another one: the same document or title."""
    gone = {id_: _document(source) for id_, source in old.sources.items() if id_ not in new.sources}
    come = {id_: _document(source) for id_, source in new.sources.items() if id_ not in old.sources}
    pairs = iter_candidates(gone, come)
    return pair_best({(was, now): likeness(gone[was], come[now]) for was, now in pairs})


def _document(source: Source) -> Traits:
    known = {"file": source.file, "url": source.url, "sha256": source.sha256}
    titles = {("title", fold(title)) for title in source.title.all()}
    return frozenset(titles | {(key, value) for key, value in known.items() if value})


def _node_scores(
    old: Graph,
    gone: Iterable[Node],
    new: Graph,
    come: Iterable[Node],
    renamed: Mapping[str, str],
) -> dict[tuple[str, str], tuple[int, float, float]]:
    """Return how well nodes go together that do at all: by name, surroundings and likeness."""
    came = set(renamed.values())

    def was(id_: str) -> str | None:
        return renamed.get(id_, id_ if id_ in new.nodes else None)

    def now(id_: str) -> str | None:
        return id_ if id_ in old.nodes or id_ in came else None

    near_old = {node.id: _surroundings(old, node, was) for node in gone}
    near_new = {node.id: _surroundings(new, node, now) for node in come}
    traits_old = {id_: near | _spellings(old.nodes[id_]) for id_, near in near_old.items()}
    traits_new = {id_: near | _spellings(new.nodes[id_]) for id_, near in near_new.items()}
    scores = {}
    for pair in iter_candidates(traits_old, traits_new):
        nodes = old.nodes[pair[0]], new.nodes[pair[1]]
        score = _score(*nodes, near_old[pair[0]], near_new[pair[1]])
        if score is not None:
            scores[pair] = score
    return scores


def _score(old: Node, new: Node, near: Traits, nearby: Traits) -> tuple[int, float, float] | None:
    from rapidfuzz import fuzz  # only where something may be renamed

    if old.kind != new.kind:
        return None
    close = likeness(near, nearby)
    if {*old.identifiers} & {*new.identifiers}:
        return 3, close, 100.0
    if {*map(fold, old.name.all())} & {*map(fold, new.name.all())}:
        return 2, close, 100.0
    alike = fuzz.ratio(fold(old.name.original), fold(new.name.original))
    if _spellings(old) & _spellings(new) and (close or not (near or nearby)):
        return 1, close, alike
    shared = len(near & nearby)
    if shared >= _LEAST_SHARED and close >= _LEAST_NEAR and alike >= _LEAST_LIKE:
        return 0, close, alike
    return None


def _spellings(node: Node) -> Traits:
    names = (node.id, *node.name.all(), *node.aliases)
    return frozenset((*((node.kind, fold(name)) for name in names), *node.identifiers))


def _surroundings(graph: Graph, node: Node, known: Callable[[str], str | None]) -> Traits:
    """Return what stands around a node, as far as it is in both versions, and what it rests on."""

    def iter_all() -> Iterator[tuple[Hashable, ...]]:
        for relation in (*graph.relations_from(node.id), *graph.relations_to(node.id)):
            other = known(relation.other_end(node.id))
            if other is not None and not relation.is_derived:
                outward = relation.source == node.id
                yield ("relation", relation.type, outward, other)
        for seat in graph.seats_of(node.id):
            yield ("seat", seat.key)
        for evidence in _quotes(node):
            yield ("quote", evidence.quote)

    return frozenset(iter_all())


def _quotes(node: Node) -> Iterator[Evidence]:
    yield from node.evidence
    for purpose in node.purposes:
        yield from purpose.evidence

"""The cards of a picture as a forest: each below its main superior, if it has one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from orggraph.views.content import CardContent, Link


class Forest(NamedTuple):
    """Trees of cards, by id. `below` has the subordinates of each card that has any, in order."""

    roots: tuple[str, ...]
    below: Mapping[str, tuple[str, ...]]

    def nodes(self, roots: Iterable[str] | None = None) -> Iterator[str]:
        """Yield all cards, or those of the trees of some ``roots``; superiors come first."""
        waiting = list(self.roots if roots is None else roots)[::-1]
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(self.below.get(node, ()))


def find_forest(cards: Sequence[CardContent], links: Iterable[Link]) -> Forest:
    """Return each card below the superior that it has the strongest link with.

    Trees and subordinates stand in the order of the cards. A circle of superiors becomes a tree
    below the first of them.
    """
    superiors = _find_superiors(links)
    places = {card.id: place for place, card in enumerate(cards)}
    roots: list[str] = []
    seen: dict[str, str] = {}
    for card in cards:
        node = card.id
        way = []
        while node not in seen:
            seen[node] = card.id
            way.append(node)
            node = superiors.get(node, node)
        if way and seen[node] == card.id:
            roots.append(min(way[way.index(node) :], key=places.__getitem__))  # of a circle, if any
    tops = set(roots)
    below: dict[str, list[str]] = defaultdict(list)
    for card in cards:
        if card.id not in tops:
            below[superiors[card.id]].append(card.id)
    in_order = tuple(card.id for card in cards if card.id in tops)
    return Forest(in_order, {node: tuple(nodes) for node, nodes in below.items()})


def _find_superiors(links: Iterable[Link]) -> dict[str, str]:
    """Return the main superior of each card that has one."""
    best: dict[str, tuple[int, str]] = {}
    for link in links:
        if link.above is None:
            continue
        ends = (link.target, link.source)
        superior, other = ends if link.above == "target" else ends[::-1]
        found = (-link.strength, superior)
        if other not in best or found < best[other]:
            best[other] = found
    return {other: superior for other, (_, superior) in best.items()}

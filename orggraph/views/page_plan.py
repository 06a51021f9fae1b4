"""Which cards stand on which page, where a picture is too large for one.

A page shows the top of a tree, or of several small ones. A card whose subordinates have no room
there is the top of a tree on a later page.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from types import MappingProxyType
from typing import NamedTuple

from orggraph.views.content import Content, Link
from orggraph.views.forest import Forest, find_forest

_LEAST = 2  # a superior and one below it


class PagePlan(NamedTuple):
    """One page: the `tops` of the trees on it, and all its `cards`, by id.

    A card that is no top stands on this page only as what it is; as a top it may stand on others.
    """

    tops: tuple[str, ...]
    cards: frozenset[str]


class Room(NamedTuple):
    """How many cards a page has room for: of one tree `alone`, and where it is `shared`."""

    alone: int
    shared: int


class _Part(NamedTuple):
    """The top of a tree, and the cards below it that stand on the same page."""

    top: str
    lower: tuple[str, ...]


def plan_pages(
    content: Content, *, most: int, rooms: Mapping[str, Room] = MappingProxyType({})
) -> tuple[PagePlan, ...]:
    """Return the pages of a picture, with about ``most`` cards each.

    ``rooms`` says how many there may be where some cards are the top, if it is something else. The
    order of cards and lines does not matter.
    """
    cards = sorted(content.cards, key=lambda card: card.id)
    forest = _hang_loose(find_forest(cards, content.links), content.links)

    def room(top: str) -> Room:
        return rooms.get(top, Room(most, most))

    pages: list[PagePlan] = []
    left = 0
    for part in _parts(forest, lambda top: max(room(top).alone, _LEAST)):
        needed = {part.top, *part.lower}
        shared = room(part.top).shared
        before = pages[-1] if pages else PagePlan((), frozenset())
        together = before.cards | needed
        if not pages or len(together) > min(left, shared):
            pages.append(PagePlan((part.top,), frozenset(needed)))
            left = shared
        else:
            pages[-1] = PagePlan((*before.tops, part.top), together)
            left = min(left, shared)
    return tuple(pages)


def _hang_loose(forest: Forest, links: Iterable[Link]) -> Forest:
    """Return the forest with cards that stand alone put below those they have most lines with."""
    loose = {root for root in forest.roots if root not in forest.below}
    if not loose:
        return forest
    lines: dict[str, Counter[str]] = {node: Counter() for node in forest.nodes()}
    for link in links:
        lines[link.source][link.target] += 1
        lines[link.target][link.source] += 1
    below = {node: list(nodes) for node, nodes in forest.below.items()}
    superiors = {lower: node for node, nodes in below.items() for lower in nodes}
    hung: set[str] = set()
    # Those next to a tree first; then those next to them; then one of the rest begins a tree.
    wave = sorted(node for node in loose if lines[node].keys() - loose)
    for start in sorted(loose, key=lambda node: (-len(lines[node]), node)):
        while wave:
            for node in wave:
                below.setdefault(_host(lines[node], loose, superiors), []).append(node)
            loose -= set(wave)
            hung |= set(wave)
            wave = sorted({other for node in wave for other in lines[node]} & loose)
        if start in loose:
            loose.remove(start)
            wave = sorted(lines[start].keys() & loose)
    roots = tuple(root for root in forest.roots if root not in hung)
    return Forest(roots, {node: tuple(nodes) for node, nodes in below.items()})


def _host(lines: Mapping[str, int], loose: set[str], superiors: Mapping[str, str]) -> str:
    """Return with which card, not loose itself, there are most lines; or else in which group."""
    hosts = {node: amount for node, amount in lines.items() if node not in loose}
    groups = Counter(superiors.get(host) for host in hosts)
    return min(hosts, key=lambda host: (-hosts[host], -groups[superiors.get(host)], host))


def _parts(forest: Forest, room: Callable[[str], int]) -> Iterator[_Part]:
    """Yield the parts of all trees, those of one subtree after each other."""
    sizes: dict[str, int] = {}
    for node in reversed(tuple(forest.nodes())):
        sizes[node] = 1 + sum(sizes[lower] for lower in forest.below.get(node, ()))
    waiting = list(reversed(forest.roots))
    while waiting:
        top = waiting.pop()
        most = room(top)
        later: list[str] = []
        for siblings in _split(forest.below.get(top, ()), sizes, most):
            lower, cut = _fill(siblings, forest.below, most)
            yield _Part(top, lower)
            later += cut
        waiting += reversed(later)


def _split(siblings: Sequence[str], sizes: Mapping[str, int], most: int) -> Iterator[Sequence[str]]:
    """Yield siblings in as many portions as they need, about even, with small trees whole."""
    if len(siblings) < most:
        yield siblings
        return
    weights = [sizes[node] if sizes[node] <= most // 2 else 1 for node in siblings]
    portions = ceil(sum(weights) / (most - 1))
    even = ceil(sum(weights) / portions)
    start, weight = 0, 0
    for place, added in enumerate(weights):
        if weight and weight + added > even:
            yield siblings[start:place]
            start, weight = place, 0
        weight += added
    yield siblings[start:]


def _fill(
    siblings: Sequence[str], below: Mapping[str, Sequence[str]], most: int
) -> tuple[tuple[str, ...], list[str]]:
    """Return what stands on a page besides the top, and those whose subordinates do not."""
    lower = list(siblings)
    cut = []
    for node in lower:  # which grows meanwhile
        more = below.get(node, ())
        if len(lower) + len(more) < most:
            lower += more
        elif more:
            cut.append(node)
    return tuple(lower), cut

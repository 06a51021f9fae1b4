"""The part of a picture of two versions in which they differ."""

from collections import defaultdict
from collections.abc import Iterable

from orggraph.views.changes import tell_changes
from orggraph.views.content import Content, Link
from orggraph.views.legend import tell_families, tell_footnote
from orggraph.views.outline import tell_outline
from orggraph.words import say

_MOST_NEIGHBOURS = 12  # of a card; more would hide what changed


def keep_changed(content: Content) -> Content:
    """Return a picture of what changed and of what is next to it; all of it where nothing did.

    Cards say how many of their neighbours are left out.
    """
    kept = find_changed(content)
    if not kept:
        return content
    neighbours = _find_neighbours(content.links)
    cards = tuple(
        card._replace(folded=card.folded + len(neighbours[card.id] - kept))
        for card in content.cards
        if card.id in kept
    )
    links = tuple(link for link in content.links if {link.source, link.target} <= kept)
    kinds = {card.kind for card in cards}
    provenance = " · ".join(
        filter(None, (content.provenance, say("only-changed", content.language)))
    )
    part = content._replace(
        cards=cards,
        links=links,
        kinds=tuple(kind for kind in content.kinds if kind[0] in kinds),
        families=tell_families(content.types, links),
        changes=tell_changes(content.language, cards, links),
        provenance=provenance,
        footnote=tell_footnote(provenance, content.language, cards, links),
        outline=(),
    )
    return part._replace(outline=tell_outline(part))


def find_changed(content: Content) -> frozenset[str]:
    """Return the ids of the cards on which, or at the ends of whose lines, something changed.

    With them are the cards that lines join to those that themselves came, went or changed; of one
    that has many such neighbours its superiors only.
    """
    told = {card.id for card in content.cards if any(card.changes)}
    nodes = {card.id for card in content.cards if card.change}
    neighbours = _find_neighbours(content.links)
    for link in content.links:
        ends = link.source, link.target
        if link.change:
            told.update(ends)
        for node, other in (ends, ends[::-1]):
            is_superior = link.above is not None and other == getattr(link, link.above)
            if node in nodes and (is_superior or len(neighbours[node]) <= _MOST_NEIGHBOURS):
                told.add(other)
    return frozenset(told)


def _find_neighbours(links: Iterable[Link]) -> dict[str, set[str]]:
    neighbours: dict[str, set[str]] = defaultdict(set)
    for link in links:
        neighbours[link.source].add(link.target)
        neighbours[link.target].add(link.source)
    return neighbours

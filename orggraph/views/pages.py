"""A picture on several pages, with references between them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from orggraph.views.changes import tell_changes
from orggraph.views.content import CardContent, Content, Link
from orggraph.views.legend import tell_families, tell_footnote
from orggraph.views.marks import tell_change
from orggraph.views.outline import tell_outline
from orggraph.views.page_plan import PagePlan
from orggraph.words import say

MOST_NAMES = 8
"""How many far ends of lines that say the same are named on one card; the others name it."""


def tell_pages(content: Content, plans: Sequence[PagePlan]) -> tuple[Content, ...]:
    """Return the pages of a picture as they are planned, in the order in which they are read.

    Each card is on a page, and on several where its subordinates have pages of their own; it says
    which, and shows its members on the first of those. Each line is on one page, or else both its
    ends say where the other is. What fits on one page is returned as it is.
    """
    if len(plans) <= 1:
        return (content,)
    places = _find_places(plans)
    drawn = [_page_of(link, places) for link in content.links]
    lines: dict[int, list[Link]] = defaultdict(list)
    for link, page in zip(content.links, drawn, strict=True):
        if page is not None:
            lines[page].append(link)
    far = [link for link, page in zip(content.links, drawn, strict=True) if page is None]
    remarks = _tell_far(content, far, places)
    cards = {card.id: card for card in content.cards}
    order = {card.id: place for place, card in enumerate(content.cards)}
    return tuple(
        _page(
            content,
            [
                _card(cards[id_], places[id_], page, remarks[id_], content.language)
                for id_ in sorted(plan.cards, key=order.__getitem__)
            ],
            lines[page],
            page,
            len(plans),
        )
        for page, plan in enumerate(plans, start=1)
    )


class _Place(NamedTuple):
    """Where a card is, by page numbers from 1: `first`, where it belongs, and where it goes on."""

    first: int
    others: tuple[int, ...]

    @property
    def all(self) -> tuple[int, ...]:
        return (self.first, *self.others)

    @property
    def whole(self) -> int:
        """The page with all that is said of the card."""
        return self.others[0] if self.others else self.first


def _find_places(plans: Sequence[PagePlan]) -> dict[str, _Place]:
    found: dict[str, list[int]] = defaultdict(list)
    for page, plan in enumerate(plans, start=1):
        for id_ in plan.cards:
            found[id_].append(page)
    return {id_: _Place(pages[0], tuple(pages[1:])) for id_, pages in found.items()}


def _page_of(link: Link, places: Mapping[str, _Place]) -> int | None:
    """Return the first page with both ends of a line."""
    source, target = places[link.source], places[link.target]
    return min(set(source.all) & set(target.all), default=None)


def _tell_far(
    content: Content, links: Sequence[Link], places: Mapping[str, _Place]
) -> Mapping[str, list[str]]:
    """Return what cards say of lines whose other end is on no page with them."""
    names = {card.id: card.name for card in content.cards}
    groups: dict[tuple[str, str], list[Link]] = defaultdict(list)
    for link in links:
        for group in _groups(link, content.language):
            groups[group].append(link)
    long = {group for group, members in groups.items() if len(members) > MOST_NAMES}
    told: dict[str, list[str]] = defaultdict(list)
    for group in groups:
        card, words = group
        ends = [_other(link, card) for link in groups[group]]
        # Where both ends have many, the source names them.
        named = group not in long or any(
            link.source == card and _groups(link, content.language)[1] in long
            for link in groups[group]
        )
        tell = _tell_ends if named else _tell_number
        told[card].append(f"{words}: {tell(ends, names, places, content.language)}")
    return told


def _groups(link: Link, language: str) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return under which words the two ends of a line tell it."""
    inverse = link.words if link.mutual or not link.arrow else link.inverse
    told = (tell_change(words, link.change, language) for words in (link.words, inverse))
    return (link.source, next(told)), (link.target, next(told))


def _other(link: Link, card: str) -> str:
    return link.target if link.source == card else link.source


def _tell_ends(
    ends: Iterable[str], names: Mapping[str, str], places: Mapping[str, _Place], language: str
) -> str:
    """Return the names of cards, each page said once."""
    in_order = sorted(ends, key=lambda end: (places[end].whole, names[end], end))
    return "; ".join(
        say(
            "on-page", language, names=", ".join(dict.fromkeys(names[e] for e in group)), pages=page
        )
        for page, group in groupby(in_order, key=lambda end: places[end].whole)
    )


def _tell_number(
    ends: Sequence[str], names: Mapping[str, str], places: Mapping[str, _Place], language: str
) -> str:
    pages = {places[end].whole for end in ends}
    key = "many-on-page" if len(pages) == 1 else "many-on-pages"
    return say(key, language, number=len(ends), pages=_numbers(pages))


def _card(
    card: CardContent, place: _Place, page: int, remarks: Sequence[str], language: str
) -> CardContent:
    """Return what a card says on a page: all of it on one of them, and where the others are."""
    added = tuple(remarks) if page == place.whole else ()
    added += tuple(_references(place, page, language))
    if not added:
        return card
    return card._replace(
        label="; ".join((card.label, *added)),
        subtitles=(*card.subtitles, *added),
        rows=card.rows if page == place.whole else (),
    )


def _references(place: _Place, page: int, language: str) -> Iterator[str]:
    if page != place.first:
        yield say("from-page", language, page=place.first)
    elif place.others:
        key = "to-page" if len(place.others) == 1 else "to-pages"
        yield say(key, language, pages=_numbers(place.others))


def _numbers(pages: Iterable[int]) -> str:
    """Return numbers of pages in short: 2, 4–7."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(
        f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs
    )


def _page(
    content: Content, cards: Sequence[CardContent], links: Sequence[Link], page: int, pages: int
) -> Content:
    kinds = {card.kind for card in cards}
    key = "page-of" if content.title else "page-number"
    made = content._replace(
        id=f"{content.id}-{page:0{len(str(pages))}}",
        footnote=tell_footnote(content.provenance, content.language, cards, links),
        title=say(key, content.language, title=content.title, page=page, pages=pages),
        cards=tuple(cards),
        links=tuple(links),
        kinds=tuple(kind for kind in content.kinds if kind[0] in kinds),
        families=tell_families(content.types, links),
        outline=(),
        path=content.path if any(card.marked for card in cards) else (),
        changes=tell_changes(content.language, cards, links),
    )
    return made._replace(outline=tell_outline(made))

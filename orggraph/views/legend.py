"""What stands around a picture: its title, its footnote, and what the legend explains."""

from collections.abc import Iterable, Iterator, Sequence

from orggraph.model import Source
from orggraph.queries.telling import Telling
from orggraph.views.cards import MARK
from orggraph.views.content import CardContent, Link, LinkType
from orggraph.views.view import View
from orggraph.words import say

_MOST_WORDS = 6
_MOST_SOURCES = 3


def tell_kinds(tell: Telling, cards: Iterable[CardContent]) -> tuple[tuple[str, str], ...]:
    """Return the kinds of the cards with their words, in the order of the vocabulary."""
    used = {card.kind for card in cards}
    kinds = tell.graph.vocabulary.kinds.values()
    return tuple((kind.id, _capital(tell.text(kind.label))) for kind in kinds if kind.id in used)


def tell_types(tell: Telling, links: Iterable[Link]) -> tuple[LinkType, ...]:
    """Return the types of the lines with their labels, by family, in the vocabulary's order."""
    used = {type_ for link in links for type_ in link.types}
    vocabulary = tell.graph.vocabulary
    return tuple(
        LinkType(type_.id, family, tell.label(type_.id))
        for family in vocabulary.families
        for type_ in vocabulary.types.values()
        if type_.family == family and type_.id in used
    )


def tell_families(types: Iterable[LinkType], links: Iterable[Link]) -> tuple[tuple[str, str], ...]:
    """Return the families of the lines, with the words of those among ``types`` that are drawn."""
    used = {type_ for link in links for type_ in link.types}
    words: dict[str, list[str]] = {}
    for type_ in types:
        if type_.id in used:
            words.setdefault(type_.family, []).append(type_.words)
    return tuple(
        (family, _capital(" / ".join(_some(told, _MOST_WORDS)))) for family, told in words.items()
    )


def tell_title(tell: Telling, view: View) -> str:
    """Return the title of a view, or else of the graph; empty where neither has one."""
    return tell.text(view.title or tell.graph.title)


def tell_footnote(
    provenance: str, language: str, cards: Sequence[CardContent], links: Iterable[Link]
) -> str:
    """Return where a picture is from, and what the marks mean that are in it."""
    parts = [provenance]
    if has_mark(cards, links):
        parts.append(tell_mark(language))
    if any(card.folded for card in cards):
        parts.append(say("mark-folded", language))
    return " · ".join(filter(None, parts))


def tell_provenance(tell: Telling, view: View) -> str:
    """Return the footnote of a view, or else the sources and the date."""
    return tell.text(view.footnote) or " · ".join(_sources(tell))


def _sources(tell: Telling) -> Iterator[str]:
    sources = [_source(tell, source) for source in tell.graph.sources.values()]
    if sources:
        key = "picture-source" if len(sources) == 1 else "picture-sources"
        yield tell.say(key, sources="; ".join(_some(sources, _MOST_SOURCES)))
    if tell.graph.day:
        yield _capital(tell.say("picture-date", date=tell.graph.day))


def _source(tell: Telling, source: Source) -> str:
    told = (tell.text(source.title), source.publisher, source.date)
    return ", ".join(dict.fromkeys(" ".join(part.split()) for part in told if part))


def _some(words: Sequence[str], most: int) -> list[str]:
    shown = list(dict.fromkeys(words))
    return shown if len(shown) <= most else [*shown[:most], "…"]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def tell_mark(language: str) -> str:
    """Return what the mark of inferred statements means."""
    return say("mark-inferred", language, mark=MARK)


def has_mark(cards: Iterable[CardContent], links: Iterable[Link]) -> bool:
    """Whether the mark of inferred statements stands anywhere in a picture."""
    texts = [link.label for link in links]
    for card in cards:
        texts += [card.name, *card.subtitles]
        texts += [words for row in card.rows for words in (row.words, row.beside)]
    return any(MARK in text for text in texts)

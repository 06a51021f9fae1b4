"""What stands around a picture: its title, its footnote, and what the legend explains."""

from collections.abc import Iterable, Iterator, Sequence

from orggraph.model import Source
from orggraph.queries.telling import Telling
from orggraph.views.cards import MARK
from orggraph.views.content import CardContent, Link
from orggraph.views.view import View
from orggraph.words import say

_MOST_WORDS = 6
_MOST_SOURCES = 3


def tell_kinds(tell: Telling, cards: Iterable[CardContent]) -> tuple[tuple[str, str], ...]:
    """Return the kinds of the cards with their words, in the order of the vocabulary."""
    used = {card.kind for card in cards}
    kinds = tell.graph.vocabulary.kinds.values()
    return tuple((kind.id, _capital(tell.text(kind.label))) for kind in kinds if kind.id in used)


def tell_families(tell: Telling, links: Iterable[Link]) -> tuple[tuple[str, str], ...]:
    """Return the families of the lines with the labels of their types that are drawn."""
    used = {type_ for link in links for type_ in link.types}
    vocabulary = tell.graph.vocabulary
    told = []
    for family in vocabulary.families:
        types = [type_ for type_ in vocabulary.types if type_ in used]
        words = [tell.label(id_) for id_ in types if vocabulary.types[id_].family == family]
        if words:
            told.append((family, _capital(" / ".join(_some(words, _MOST_WORDS)))))
    return tuple(told)


def tell_title(tell: Telling, view: View) -> str:
    """Return the title of a view, or else of the graph; empty where neither has one."""
    return tell.text(view.title or tell.graph.title)


def tell_footnote(
    tell: Telling, view: View, cards: Iterable[CardContent], links: Iterable[Link]
) -> str:
    """Return the footnote of a view, or else the sources and the date; then what the mark means."""
    parts = [tell.text(view.footnote)] if view.footnote else list(_provenance(tell))
    if has_mark(cards, links):
        parts.append(tell_mark(tell.language))
    return " · ".join(filter(None, parts))


def _provenance(tell: Telling) -> Iterator[str]:
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

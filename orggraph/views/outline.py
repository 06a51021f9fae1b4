"""A picture in words: the same for a reader who does not see it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from orggraph.queries.telling import say_number
from orggraph.scene import OutlineItem
from orggraph.views.cards import MARK, row_words
from orggraph.views.content import CardContent, Content, Link
from orggraph.views.forest import find_forest
from orggraph.views.legend import tell_mark
from orggraph.views.marks import tell_change
from orggraph.words import say


def tell_outline(content: Content) -> tuple[OutlineItem, ...]:
    """Return all that a picture says: the marked path, then each card with the lines from it.

    Superiors come before those below them, and each line stands once, under its source. What the
    outline of ``content`` is by now does not matter.
    """
    told = tuple(_iter_items(content))
    mark = tell_mark(content.language)
    # The outline names every line, also those without words in the picture.
    if mark not in content.footnote and any(MARK in item.words for item in told):
        return (*told, OutlineItem(0, mark))
    return told


def _iter_items(content: Content) -> Iterator[OutlineItem]:
    language = content.language
    if content.compares:
        yield OutlineItem(0, content.compares)
    if content.path:
        yield OutlineItem(0, say("outline-path", language, nodes=" → ".join(content.path)))
    cards = {card.id: card for card in content.cards}
    leaving: dict[str, list[Link]] = defaultdict(list)
    for link in content.links:
        leaving[link.source].append(link)
    for id_ in find_forest(content.cards, content.links).nodes():
        card = cards[id_]
        yield OutlineItem(0, tell_change(f"{card.name} ({card.kind_words})", card.change, language))
        for words in filter(None, card.subtitles):
            yield OutlineItem(1, words)
        if card.summary:
            yield OutlineItem(1, tell_change(card.summary, card.summary_change, language))
        for row in card.rows:
            yield OutlineItem(1, tell_change(row_words(row), row.change, language))
        for link in leaving[id_]:
            yield OutlineItem(1, _line(link, cards, language))
        if card.folded:
            yield OutlineItem(1, say("folded", language, number=say_number(card.folded, language)))


def _line(link: Link, cards: Mapping[str, CardContent], language: str) -> str:
    words = tell_change(f"{link.words}: {cards[link.target].name}", link.change, language)
    remarks = [say("both-ways", language)] if link.mutual else []
    remarks += [say("dotted", language)] if link.dotted else []
    return f"{words} ({', '.join(remarks)})" if remarks else words

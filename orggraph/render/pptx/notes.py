"""The notes of a slide: what it shows in words, and the words that it rests on."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from orggraph.render.text import describe
from orggraph.scene import Scene
from orggraph.text.escapes import one_line
from orggraph.words import say

_DEEPEST = 8  # levels of a paragraph, from 0

Quotes = Mapping[tuple[str, str], tuple[str, ...]]
"""Quotations by the language that they are told in and the relation that rests on them."""


class NoteLine(NamedTuple):
    """A paragraph of the notes, by its depth; `href` is the address of its words."""

    depth: int
    words: str
    href: str | None = None


def find_notes(scene: Scene, quotes: Quotes) -> tuple[NoteLine, ...]:
    """Return the notes of a scene."""
    return tuple(_iter_lines(scene, quotes))


def write_notes(slide: Any, scene: Scene, quotes: Quotes) -> None:
    """Write the notes of a slide."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:  # the notes of a template have no place for them
        return
    lines = find_notes(scene, quotes)
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.level = min(line.depth, _DEEPEST)
        run = paragraph.add_run()
        run.text = line.words
        if line.href:
            run.hyperlink.address = line.href


def _iter_lines(scene: Scene, quotes: Quotes) -> Iterator[NoteLine]:
    first, *_ = describe(scene)[:-1] or [""]
    if first:
        yield NoteLine(0, first)
    yield from (NoteLine(item.depth, one_line(item.words)) for item in scene.outline)
    for text in scene.texts:
        if text.role == "footnote":
            yield NoteLine(0, one_line(text.words))
    found = list(_evidence(scene, quotes))
    if found:
        yield NoteLine(0, say("slide-evidence", scene.language))
        yield from found


def _evidence(scene: Scene, quotes: Quotes) -> Iterator[NoteLine]:
    """Yield each statement that rests on words, and below it the words."""
    for route in scene.routes:
        told = [q for id_ in route.relations for q in quotes.get((scene.language, id_), ())]
        if told or route.href:
            yield NoteLine(0, one_line(route.description), route.href)
            yield from (NoteLine(1, one_line(quote)) for quote in dict.fromkeys(told))
    for card in scene.cards:
        for text in card.texts:
            if text.href:
                yield NoteLine(0, one_line(text.words), text.href)

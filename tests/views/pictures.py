"""What the tests ask of contents, in few words."""

from pathlib import Path

from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.views.content import CardContent, Content, Link
from orggraph.views.select import choose
from orggraph.views.view import View

DATA = Path(__file__).parents[2] / "data"


def govtech() -> Graph:
    return read_graph(DATA, Graph)


def picture(graph: Graph, language: str = "en", **view: object) -> Content:
    return choose(graph, View(**view), language)  # type: ignore[arg-type]


def cards(content: Content) -> set[str]:
    return {card.id for card in content.cards}


def card(content: Content, id_: str) -> CardContent:
    return next(card for card in content.cards if card.id == id_)


def rows(content: Content, id_: str) -> list[tuple[str, str]]:
    return [(row.words, row.beside) for row in card(content, id_).rows]


def lines(content: Content) -> set[str]:
    """Return each line as ``source label target``."""
    return {f"{link.source} [{link.label}] {link.target}" for link in content.links}


def link(content: Content, source: str, target: str, family: str | None = None) -> Link:
    (found,) = (
        link
        for link in content.links
        if (link.source, link.target) == (source, target) and family in (None, link.family)
    )
    return found


def outline(content: Content) -> str:
    return "\n".join("  " * item.depth + item.words for item in content.outline)

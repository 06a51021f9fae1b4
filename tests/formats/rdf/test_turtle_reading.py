"""Quoted texts of Turtle, against rdflib's own parser."""

import pytest
import rdflib
from hypothesis import example, given
from hypothesis import strategies as st
from rdflib.plugins.parsers.notation3 import BadSyntax, SinkParser

from orggraph.formats.rdf.turtle_reading import load_turtle

MARKS = st.sampled_from(
    ["a", "ø", "🌳", '"', "'", "\\", "\n", "\r", "\\u00e6", "\\U0001F333", "\\t"]
)
QUOTES = st.sampled_from(['"', "'", '"""', "'''"])


def said(text: str) -> list[tuple[str, str]]:
    graph = rdflib.Graph(bind_namespaces="none")
    load_turtle(text, graph, "http://base.invalid/")
    return sorted((str(s), str(o)) for s, _, o in graph)


def said_by_rdflib(text: str) -> list[tuple[str, str]] | None:
    """Return what rdflib reads; None for what it refuses."""
    graph = rdflib.Graph(bind_namespaces="none")
    try:
        graph.parse(data=text, format="turtle", publicID="http://base.invalid/")
    except (SyntaxError, AssertionError, IndexError):
        return None
    return sorted((str(s), str(o)) for s, _, o in graph)


@given(QUOTES, st.lists(MARKS).map("".join))
@example('"""', 'a""')
@example('"""', '"')
@example('"', "\\U00110000")
@example("'", "\\")
def test_texts_are_what_rdflib_reads(quote: str, inner: str) -> None:
    text = f"<a:a> <a:b> {quote}{inner}{quote} .\n<a:c> <a:b> {quote}x{quote} ."
    expected = said_by_rdflib(text)
    if expected is None:
        with pytest.raises((BadSyntax, IndexError)):
            said(text)
    else:
        assert said(text) == expected


def test_half_an_escape_is_refused_where_it_stands() -> None:
    with pytest.raises(BadSyntax) as raised:
        said('<a:a> <a:b> "\\u00g0" .')
    assert raised.value._i == 13


def test_long_texts_are_not_put_together_by_rdflib(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(SinkParser, "strconst", refuse)
    assert said('<a:a> <a:b> "one \\"word\\" or two" .') == [("a:a", 'one "word" or two')]

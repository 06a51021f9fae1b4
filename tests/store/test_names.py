"""Names are found in a store whatever is in them, and misspelt ones where there are very many."""

from collections.abc import Callable, Iterator

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.formats.loader import read_graph
from orggraph.model import Graph, Node, Parts
from orggraph.queries.names import find_node
from orggraph.store import names
from orggraph.text import LocalText, fold
from tests.formats.laws import SHIPPED
from tests.store.helpers import stored

ODD = (
    'a "quoted" name', "'; DROP TABLE node; --", "a AND b", "NEAR(a b)", "a*b*c", "^start",
    "key:value", "100 %", "under_score", "a\nb", "æøå", "🙂🙂🙂", "ab\U0010ffff", "ab\U0010ffffc",
    "ab", "ac", "a", "x" * 300,
)  # fmt: skip


def graph_of(*called: str) -> Graph:
    """Return a graph of nodes that are called something."""
    nodes = (
        Node(id=f"n{number:03}", kind="body", name=LocalText.of(name))
        for number, name in enumerate(called)
    )
    return Graph(Parts(tuple(nodes)))


@pytest.fixture
def many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every store be one of very many names."""
    monkeypatch.setattr(names, "_FEW", 0)


@pytest.mark.parametrize("name", ODD)
def test_odd_names_are_found_by_every_part(name: str) -> None:
    memory = graph_of(*ODD)
    one, other, key = memory.index.names, stored(memory).index.names, fold(name)
    spans = [(start, end) for start in range(9) for end in range(start, len(key) + 1)]
    for part in {key, *(key[start:end] for start, end in spans)}:
        assert list(other.of_key(part)) == list(one.of_key(part))
        assert list(other.starting(part)) == list(one.starting(part))
        assert list(other.containing(part)) == list(one.containing(part))


def test_a_part_that_only_has_the_same_trigrams_is_none() -> None:
    found = stored(graph_of("abcd bcde", "abcde")).index.names
    assert list(found.containing("abcde")) == ["n001"]
    assert list(found.containing("cdx")) == []


def test_what_is_in_a_million_names_is_read_as_it_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = stored(graph_of(*(f"abc{number}" for number in range(500))))
    ask = graph.index.names._ask  # type: ignore[attr-defined]
    plans: list[str] = []

    def watched(query: str, *values: object) -> Iterator[object]:
        if "name_part" in query:
            plans.extend(row[3] for row in ask(f"EXPLAIN QUERY PLAN {query}", *values))
        yield from ask(query, *values)

    monkeypatch.setattr(graph.index.names, "_ask", watched)
    assert next(graph.index.names.containing("bc1")) == "n001"
    assert plans
    assert not any("TEMP B-TREE" in step for step in plans)


def test_what_begins_a_million_names_is_read_as_it_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    graph = stored(graph_of(*(f"a{number}" for number in range(500))))
    taken: list[object] = []
    ask = graph.index.names._ask  # type: ignore[attr-defined]

    plans: list[str] = []

    def counted(query: str, *values: object) -> object:
        plans.extend(row[3] for row in ask(f"EXPLAIN QUERY PLAN {query}", *values))
        for row in ask(query, *values):
            taken.append(row)
            yield row

    monkeypatch.setattr(graph.index.names, "_ask", counted)
    starting = graph.index.names.starting("a")
    assert next(starting) == "n000"
    assert len(taken) == 1
    assert plans
    assert not any("TEMP B-TREE" in step for step in plans)  # nothing is put in order before


@pytest.mark.usefixtures("many")
@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("styregrupen", "styregruppe"),
        ("strategisk styergruppe", "styregruppe"),
        ("forretningsudvlaget", "forretningsudvalg"),
        ("midtjyland", "region"),
    ],
)
def test_a_misspelt_name_is_guessed_among_many_as_among_few(said: str, meant: str) -> None:
    memory = read_graph(SHIPPED["govtech"], Graph)
    graph = stored(memory)
    keys = set(memory.index.names.resembling(""))
    found = list(graph.index.names.resembling(fold(said)))
    assert found == sorted(found)
    assert set(found) < keys
    assert any(meant in id_ for _, id_ in found)


@pytest.mark.usefixtures("many")
def test_those_that_have_most_in_common_come_into_the_short_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(names, "_SHORTLIST", 1)
    # The rarest part of what is said is in another name than most of it.
    called = ("fghzz", "abcdefzz", "abcq", "bcdq", "cdeq", "defq")
    other = stored(graph_of(*called)).index.names
    assert list(other.resembling("abcdefgh")) == [("abcdefzz", "n001")]
    assert list(other.resembling("xq")) == []
    assert list(other.resembling("")) == []


@pytest.mark.usefixtures("many")
def test_what_is_like_nothing_is_told_so() -> None:
    graph = stored(read_graph(SHIPPED["govtech"], Graph))
    with pytest.raises(UnknownNodeError) as caught:
        find_node(graph, "qqqqqqqqqq")
    assert caught.value.candidates == ()


def test_one_name_of_many_nodes_and_many_names_of_one(load_text: Callable[[str], Graph]) -> None:
    memory = load_text(
        "bodies: {b: {name: Udvalg, aliases: [Udvalget, udvalg]}, a: {name: Udvalg, en: Udvalg}}"
    )
    graph = stored(memory)
    assert list(graph.index.names.of_key("udvalg")) == ["a", "b"]
    assert list(graph.index.names.starting("udv")) == ["a", "b"]
    assert list(graph.index.names.containing("valg")) == ["a", "b"]
    assert list(graph.index.names.resembling("")) == list(memory.index.names.resembling(""))

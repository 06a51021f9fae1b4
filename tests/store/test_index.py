"""A graph on a store is the graph in memory: the same things, in the same order, however asked."""

import pickle
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.errors import OrgGraphError
from orggraph.formats.loader import read_graph
from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import Graph, PartialDate, Parts
from orggraph.store.index import StoredIndex
from orggraph.vocabulary import Vocabulary
from tests.formats.laws import SHIPPED
from tests.properties.strategies import partial_dates, parts
from tests.store.comparing import Types, hold_against, hold_restrictions, hold_rosters
from tests.store.helpers import put, store_of, stored

FEW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
DAYS = (PartialDate(2025), PartialDate(1990))

shipped = pytest.mark.parametrize("path", SHIPPED.values(), ids=SHIPPED)


def types_of(vocabulary: Vocabulary) -> list[Types]:
    """Return sets of types: those of reporting, and those that things are derived from."""
    rosters = vocabulary.types_of(trait="roster")
    return [
        vocabulary.types_of(family="reporting"),
        vocabulary.types_of(family="appointment") | rosters,
    ]


@shipped
def test_shipped_data_is_the_same_on_a_store(path: Path) -> None:
    graph = read_graph(path, Graph)
    other, types = stored(graph), types_of(graph.vocabulary)
    assert other == graph
    hold_rosters(graph, other)
    hold_against(graph.index, other.index, types)
    hold_restrictions(graph.index, other.index, DAYS, types)


@FEW
@given(parts(), st.lists(partial_dates, max_size=1))
def test_any_graph_is_the_same_on_a_store(given_: Parts, days: list[PartialDate]) -> None:
    graph = Graph(given_)
    other, types = stored(graph), types_of(graph.vocabulary)
    assert other == graph
    assert Graph(other.parts) == graph
    hold_rosters(graph, other)
    hold_against(graph.index, other.index, types)
    hold_restrictions(graph.index, other.index, days, types)


@FEW
@given(parts())
def test_what_comes_back_is_written_as_it_was(given_: Parts) -> None:
    graph = Graph(given_)
    other = stored(graph)
    assert dump_yaml(other) == dump_yaml(graph)


@shipped
def test_shipped_data_comes_back_to_the_byte(path: Path) -> None:
    graph = read_graph(path, Graph)
    assert dump_yaml(stored(graph)) == dump_yaml(graph)


@shipped
def test_a_store_of_a_store_is_the_same_to_the_byte(path: Path) -> None:
    graph = read_graph(path, Graph)
    assert store_of(stored(graph)) == store_of(graph)


def test_what_was_read_is_not_what_the_file_says_later(
    load_text: Callable[[str], Graph], tmp_path: Path
) -> None:
    """A file is replaced whole: who has the older one open keeps its answers."""
    path = put(load_text("bodies: {a: {name: A}}"), tmp_path)
    older = Graph.over(StoredIndex(path, "x"))
    newer = put(load_text("bodies: {b: {name: B}, c: {name: C}}"), tmp_path, "new.orgdb")
    newer.replace(path)
    assert list(older.nodes) == ["a"]
    assert list(older.index.names.of_key("a")) == ["a"]
    assert list(Graph.over(StoredIndex(path, "x")).nodes) == ["b", "c"]


def test_many_threads_read_one_graph() -> None:
    graph = read_graph(SHIPPED["govtech"], Graph)
    other = stored(graph)

    def ask(node: str) -> tuple[object, ...]:
        walk = [relation.id for relation in other.iter_relations()]
        return other.nodes[node], list(other.relations_from(node)), walk

    nodes = list(graph.nodes) * 8
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(ask, nodes))
    walk = [relation.id for relation in graph.iter_relations()]
    assert found == [(graph.nodes[node], list(graph.relations_from(node)), walk) for node in nodes]


def test_walks_do_not_disturb_each_other() -> None:
    graph = stored(read_graph(SHIPPED["govtech"], Graph))
    one, other = iter(graph.relations.values()), iter(graph.relations.values())
    together = [(first, graph.nodes[first.source], next(other)) for first in one]
    assert all(first == second for first, _, second in together)
    assert len(together) == len(graph.relations)


def test_a_graph_on_a_store_is_not_sent_elsewhere() -> None:
    graph = stored(read_graph(SHIPPED["whole"], Graph))
    with pytest.raises(TypeError, match=r"(?i)pickle"):
        pickle.dumps(graph)


def test_only_ids_are_found() -> None:
    graph = stored(read_graph(SHIPPED["govtech"], Graph))
    with pytest.raises(KeyError):
        graph.nodes["nobody"]
    assert object() not in graph.nodes
    assert graph.nodes.get("nobody") is None


@shipped
def test_a_sound_store_is_verified(path: Path) -> None:
    graph = stored(read_graph(path, Graph))
    with pytest.raises(OrgGraphError):  # it was deleted when it had been opened
        graph.index.verify()


def test_a_file_that_was_damaged_since_is_noticed(tmp_path: Path) -> None:
    path = put(read_graph(SHIPPED["govtech"], Graph), tmp_path)
    index = StoredIndex(path, "x")
    index.verify()
    index.restricted(PartialDate(2025), ()).verify()
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)
    with pytest.raises(OrgGraphError):
        index.restricted(PartialDate(2025), ()).verify()

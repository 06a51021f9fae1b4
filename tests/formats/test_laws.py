"""The laws of all formats: what is written reads back the same, and the same bytes come again.

The formats are those of the registry, so that a new one is held to the laws from its first day.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from orggraph.formats.exchange import Content, WriteOptions
from orggraph.formats.features import FEATURES, find_losses, keep
from orggraph.formats.loader import read_graph
from orggraph.formats.registry import FORMATS, find_format
from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import Graph, Node, Parts, Relation, Seat
from orggraph.model.integrity import find_violations
from tests.formats.laws import BOTH_WAYS, SHIPPED, read_files, write
from tests.properties.strategies import parts
from tests.properties.test_round_trip import shuffled

EXAMPLES = 10
SLOW = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
every_format = pytest.mark.parametrize("name", BOTH_WAYS)


@cache
def shipped(name: str) -> Graph:
    return read_graph(SHIPPED[name], Graph)


def test_no_format_is_forgotten() -> None:
    formats = {name: find_format(name) for name in FORMATS}
    assert [name for name, f in formats.items() if f.is_read and f.write] == BOTH_WAYS
    assert {name: f.name for name, f in formats.items()} == {name: name for name in FORMATS}


def test_the_whole_graph_has_every_feature() -> None:
    found = find_losses(shipped("whole"), frozenset()).all()
    assert {remark.what for remark in found} == set(FEATURES)


def holds(graph: Graph, name: str) -> None:
    """Check the law of the round trip for one graph."""
    format_ = find_format(name)
    left = keep(graph.parts, format_.carries)
    written = write(graph, format_)
    again = read_files(written.files, format_)
    assert write(again, format_).files == written.files
    if not written.remarks:
        assert dump_yaml(again) == dump_yaml(Graph(left))  # first, since it tells what differs
        assert again == Graph(left)
    assert set(again.nodes) == set(graph.nodes)


@every_format
@SLOW
@given(parts())
def test_what_is_written_reads_back_the_same(name: str, whole: Parts) -> None:
    assume(not find_violations(keep(whole, find_format(name).carries)))
    holds(Graph(whole), name)


@every_format
@pytest.mark.parametrize("data", SHIPPED)
def test_shipped_data_reads_back_the_same(name: str, data: str) -> None:
    holds(shipped(data), name)


@every_format
def test_empty_graph_reads_back_the_same(name: str) -> None:
    holds(Graph(Parts(language="da")), name)


@every_format
@SLOW
@given(parts(), st.randoms(use_true_random=False))
def test_the_order_of_the_parts_never_shows(name: str, whole: Parts, mix: Random) -> None:
    format_ = find_format(name)
    assert write(Graph(whole), format_) == write(Graph(shuffled(whole, mix)), format_)


@every_format
def test_nothing_is_declared_lost_that_is_not(name: str) -> None:
    format_, graph = find_format(name), shipped("whole")
    carries = frozenset(FEATURES) if format_.carries is None else format_.carries
    again = read_files(write(graph, format_).files, format_)
    said = {remark.what for remark in find_losses(graph, carries).all()}
    found = {remark.what for remark in find_losses(again, frozenset()).all()}
    assert said == set(FEATURES) - carries
    assert not said & found


@pytest.mark.parametrize("name", FORMATS)
def test_text_is_utf_8_and_ends_with_one_line_end(name: str) -> None:
    format_ = find_format(name)
    if format_.write is None:
        return
    for data in write(shipped("whole"), format_).files.values():
        if not data.startswith((b"PK", b"PAR1", b"SQLite")):
            text = data.decode("utf-8")
            assert text.endswith("\n")
            assert not text.endswith("\n\n")


class Once:
    """A graph of which each thing can be had once, and which counts what has been taken."""

    def __init__(self, graph: Graph) -> None:
        self.title, self.language = graph.title, graph.language
        self.vocabulary, self.sources = graph.vocabulary, graph.sources
        self.settings = graph.settings
        self.taken = 0
        self._nodes, self._seats = iter(graph.iter_nodes()), iter(graph.iter_seats())
        self._stated = graph.iter_stated()

    def iter_nodes(self) -> Iterator[Node]:
        return self._counted(self._nodes)

    def iter_seats(self) -> Iterator[Seat]:
        return self._counted(self._seats)

    def iter_stated(self) -> Iterator[Relation]:
        return self._counted(self._stated)

    def _counted(self, things: Iterator[Any]) -> Iterator[Any]:
        for thing in things:
            self.taken += 1
            yield thing


@pytest.mark.parametrize("name", FORMATS)
def test_stream_takes_each_thing_once_and_only_when_asked(name: str) -> None:
    format_, graph = find_format(name), shipped("python")
    if format_.write is None or not format_.streams or name in ("csv", "orgdb"):
        return  # which columns a table has is known when all of it has been seen once
    once = Once(graph)
    content: Content = once
    output = format_.write(content, WriteOptions())
    assert once.taken == 0
    files = {}
    for file, pieces in output.files.items():
        before = once.taken
        stream = iter(pieces)
        first = next(stream, b"")
        assert once.taken - before < 20
        files[file] = b"".join(chain([first], stream))
    assert files == write(graph, format_).files
    known = len(graph.nodes) + len(list(graph.iter_stated()))
    assert known <= once.taken <= known + len(graph.seats)  # some have no place for seats

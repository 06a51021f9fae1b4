"""Reading what was written gives the same graph; writing what was read, the same text."""

import random
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.formats.loader import read_graph
from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import Graph, PartialDate, Parts
from orggraph.model.integrity import find_violations
from tests.properties.strategies import partial_dates, parts

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def load(text: str) -> Graph:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(text.encode())
        return read_graph(path, Graph)


def shuffled(whole: Parts, mix: random.Random) -> Parts:
    return replace(
        whole,
        **{
            name: tuple(mix.sample(getattr(whole, name), len(getattr(whole, name))))
            for name in ("nodes", "relations", "seats", "sources")
        },
    )


@SLOW
@given(parts())
def test_a_written_graph_reads_back_the_same(whole: Parts) -> None:
    graph = Graph(whole)
    text = dump_yaml(graph)
    again = load(text)
    assert again == graph
    assert list(again.relations) == list(graph.relations)
    assert dump_yaml(again) == text


@SLOW
@given(parts(), st.randoms(use_true_random=False))
def test_the_order_of_the_parts_never_shows(whole: Parts, mix: random.Random) -> None:
    one, other = Graph(whole), Graph(shuffled(whole, mix))
    assert one == other
    assert dump_yaml(one) == dump_yaml(other)


@SLOW
@given(parts(), partial_dates)
def test_a_graph_on_a_date_is_sound_and_reads_back(whole: Parts, date: PartialDate) -> None:
    restricted = Graph(whole).restricted(as_of=date)
    assert find_violations(restricted.parts) == []
    assert load(dump_yaml(restricted)) == restricted
    assert set(restricted.relations) <= set(Graph(whole).relations)


@SLOW
@given(parts())
def test_every_derived_relation_names_what_it_follows_from(whole: Parts) -> None:
    graph = Graph(whole)
    for relation in graph.relations.values():
        for origin in relation.derived_from:
            assert origin in graph.seats or not graph.relations[origin].is_derived
        assert relation.is_derived == (relation not in whole.relations)


@SLOW
@given(parts())
def test_a_written_graph_is_laid_out_for_people(whole: Parts) -> None:
    text = dump_yaml(Graph(whole))
    assert "\t" not in text
    assert "!!" not in text or "!!" in str(whole)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    headings = [n for n, line in enumerate(text.split("\n")) if line[:1].isalpha()]
    head = {"title", "language"}
    lines = text.split("\n")
    assert all(lines[n - 1] == "" for n in headings if lines[n].partition(":")[0] not in head)

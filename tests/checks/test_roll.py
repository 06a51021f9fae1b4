"""Nodes numbered in little room, what is tied to each, and where word may go."""

import random
import sys

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.checks import neighbours
from orggraph.checks.neighbours import Neighbours
from orggraph.checks.roll import Marks, Presence, Roll
from orggraph.checks.word import Word
from orggraph.model import Graph, Node, PartialDate, Period
from orggraph.text import LocalText
from tests.checks.organisations import sound_parts
from tests.properties.strategies import CHARACTERS


@given(st.sets(st.text(CHARACTERS, min_size=1)))
def test_every_id_has_its_number(ids: set[str]) -> None:
    roll = Roll()
    expected = {id_: number for number, id_ in enumerate(ids)}
    for id_ in ids:
        roll.add(id_)
    assert {id_: roll.number(id_) for id_ in ids} == expected
    assert len(roll) == len(ids)
    for other in ("", "æ" * 40, *(f"{id_} " for id_ in ids)):
        if other not in ids:
            with pytest.raises(KeyError):
                roll.number(other)


def test_a_roll_takes_little_room() -> None:
    roll = Roll()
    for number in range(20_000):
        roll.add(f"unit-{number}")
    held = sum(map(sys.getsizeof, vars(roll).values()))
    assert held < 20_000 * 50
    assert roll.number("unit-19999") == 19_999


def _node(id_: str, start: str | None = None, end: str | None = None) -> Node:
    dates = (PartialDate.parse(said) if said else None for said in (start, end))
    return Node(id=id_, kind="body", name=LocalText.of(id_, "en"), period=Period(*dates))


def test_who_is_there_on_a_day() -> None:
    nodes = [_node("a"), _node("b", end="2024"), _node("c", start="2025"), _node("d", "2020")]
    there = Presence.of(nodes, PartialDate(2025, 6, 1))
    assert [there.is_sure(node.id) for node in nodes] == [True, False, False, True]
    assert [there.may_be(node.id) for node in nodes] == [True, False, True, True]
    with pytest.raises(KeyError):
        there.may_be("e")


def test_marks_are_of_the_nodes_that_were_marked() -> None:
    marks = Marks(Presence.of(map(_node, "abc"), PartialDate(2025)).roll)
    marks.add("a", "c")
    assert [node in marks for node in "abc"] == [True, False, True]


@pytest.mark.parametrize("kept", [0, 3, 1_000_000])
def test_who_is_tied_to_whom(kept: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neighbours, "_KEPT", kept)
    graph = Graph(sound_parts(1, 20))
    types = graph.vocabulary.types_of(family="membership")
    pairs = {(r.source, r.target) for r in graph.iter_relations(types)}
    roll = Presence.of(graph.nodes.values(), PartialDate(2025)).roll
    near = Neighbours(graph, types, roll)
    for one in graph.nodes:
        for other in graph.nodes:
            expected = (one, other) in pairs or (other, one) in pairs
            assert near.are_tied(one, other) is expected
    assert len(pairs) > 10
    for relation in graph.iter_relations(types):
        for node in (relation.source, relation.target):
            others = [r for r in graph.relations.values() if r.type in types and r != relation]
            expected_ = [r.other_end(node) for r in others if node in (r.source, r.target)]
            assert sorted(near.of(node, but=relation.id)) == sorted(expected_)


@pytest.mark.parametrize("seed", range(8))
def test_word_goes_where_networkx_finds_a_way(seed: int) -> None:
    graph = Graph(sound_parts(seed, 25))
    vocabulary = graph.vocabulary
    net: nx.DiGraph[str] = nx.DiGraph()
    net.add_nodes_from(graph.nodes)
    inside: dict[str, set[str]] = {node: {node} for node in graph.nodes}
    for relation in graph.relations.values():
        type_ = vocabulary.types[relation.type]
        if type_.family in ("structure", "membership"):
            net.add_edge(relation.target, relation.source)
            inside[relation.target].add(relation.source)
        elif type_.family in ("contact", "support", "reporting"):
            net.add_edge(relation.source, relation.target)
            if type_.is_symmetric:
                net.add_edge(relation.target, relation.source)
    pairs = [(one, other) for one in graph.nodes for other in graph.nodes]
    random.Random(seed).shuffle(pairs)
    word, answers = Word(graph), set()
    for one, other in pairs:
        expected = any(nx.has_path(net, one, end) for end in inside[other])
        assert word.reaches(one, other) is expected
        answers.add(expected)
    assert answers == {True, False}

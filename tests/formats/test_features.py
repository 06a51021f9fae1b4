"""What a format carries, what that loses of a graph, and what is left."""

from dataclasses import fields

import pytest
from hypothesis import given

from orggraph.formats.features import FEATURES, all_but, find_losses, keep
from orggraph.model import Graph, Node, Parts, Relation, Seat
from orggraph.words import PHRASES
from tests.conftest import LoadText
from tests.properties.strategies import parts
from tests.properties.test_round_trip import SLOW

TEXT = """
title: T
language: da
sources: {law: {title: Lov}}
rules: {G001: {severity: off, reason: fordi}}
vocabulary: {types: {feeds: {family: support, label: feeds, inverse: fed by}}}
organisations: {town: {name: By, en: Town, identifiers: {cvr: 1}}}
bodies:
  board:
    name: Råd
    aliases: [R]
    from: 2020
    seats: {chair: {role: chair, term: 2 years, appointed by: town, evidence: "law: a b"}}
    members: [{person: ann, seat: chair, vote: yes, note: n}]
    feeds: {town: {id: own, line: dotted}}
persons: {ann: Ann}
"""


def lost(graph: Graph, *features: str) -> dict[str, tuple[int, str]]:
    found = find_losses(graph, all_but(*features))
    return {remark.key: (remark.times, remark.example) for remark in found.all()}


def test_each_loss_is_counted_by_the_things_that_have_it(load_text: LoadText) -> None:
    graph = load_text(TEXT)
    assert lost(graph, *FEATURES) == {
        "title": (1, "T"),
        "translations": (1, "town"),
        "sources": (1, "law"),
        "rules": (1, "G001"),
        "vocabulary": (1, "feeds"),
        "seats": (1, "board/chair"),
        "relation.id": (1, "own"),
        "node.identifiers": (1, "town"),
        "node.aliases": (1, "board"),
        "node.dates": (1, "board"),
        "relation.vote": (1, "ann:member_of:board:chair"),
        "relation.seat": (1, "ann:member_of:board:chair"),
        "relation.line": (1, "own"),
        "relation.note": (1, "ann:member_of:board:chair"),
        "seat.role": (1, "board/chair"),
        "seat.fillings": (1, "board/chair"),
        "seat.term": (1, "board/chair"),
        "seat.evidence": (1, "board/chair"),
    }
    assert lost(graph, "node.aliases") == {"node.aliases": (1, "board")}
    assert find_losses(graph, None).all() == ()


def test_what_is_not_carried_is_what_is_not_kept(load_text: LoadText) -> None:
    graph = load_text(TEXT)
    left = keep(graph.parts, all_but("seats", "node.aliases", "relation.id", "translations"))
    assert left.seats == ()
    assert [node.aliases for node in left.nodes] == [(), (), ()]
    assert {r.id for r in left.relations} == {"ann:member_of:board", "board:feeds:town"}
    assert {r.seat for r in left.relations} == {None}
    town = next(node for node in left.nodes if node.id == "town")
    assert town.name.values == (("da", "By"),)


def test_a_thing_counts_once_whatever_it_says_and_loses_it_all(load_text: LoadText) -> None:
    """A relation that names the body of its seat has two attributes that are one feature."""
    graph = load_text("""
        bodies:
          a: {name: A, aliases: [B, C], appoints: {p: {seat: board/chair}}}
          board: {name: Board, aliases: [D], seats: {chair: {role: chair}}}
        persons: {p: P}
    """)
    (relation,) = graph.iter_stated()
    assert (relation.seat_body, relation.seat) == ("board", "chair")
    assert lost(graph, "relation.seat") == {"relation.seat": (1, relation.id)}
    assert lost(graph, "node.aliases") == {"node.aliases": (2, "a")}
    for feature in ("seats", "relation.seat"):
        (left,) = keep(graph.parts, all_but(feature)).relations
        assert (left.seat_body, left.seat) == (None, None)


@SLOW
@given(parts())
def test_what_is_kept_loses_nothing_more(whole: Parts) -> None:
    graph = Graph(whole)
    for feature in FEATURES:
        if feature == "vocabulary":  # relations of the file's own types would be left without
            continue
        left = keep(whole, all_but(feature))
        again = lost(Graph.from_sound(left), feature)
        assert again == {}
        is_lost = bool(lost(graph, feature))
        assert is_lost == (Graph.from_sound(left) != graph)
    assert keep(whole, None) is whole


@pytest.mark.parametrize("thing", [Node, Relation, Seat])
def test_every_attribute_of_the_model_is_a_feature(thing: type) -> None:
    from orggraph.formats.features import _ATTRIBUTES

    told = {a for group in _ATTRIBUTES.values() if group.thing is thing for a in group.attributes}
    # What a thing is, rather than what is said of it; `seats` and `term` of a relation are derived.
    itself = {"id", "kind", "name", "type", "source", "target", "body", "key", "location"}
    derived = {"seats", "term", "derived_from"} if thing is Relation else set()
    itself -= {"name"} if thing is Seat else set()
    assert {field.name for field in fields(thing)} - itself - derived == told


def test_every_feature_has_words() -> None:
    assert [feature for feature in FEATURES if f"gap.{feature}" not in PHRASES] == []


def test_an_unknown_feature_is_refused() -> None:
    with pytest.raises(KeyError):
        all_but("node.colour")

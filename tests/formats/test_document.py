"""What a reader of another format has understood becomes a draft as a data file does."""

import pytest

from orggraph.formats.document import Document
from orggraph.formats.loader import finish
from orggraph.model import Graph
from orggraph.source import Location, ReadError
from tests.conftest import LoadText, told


def test_a_document_is_the_data_file_that_it_could_have_been(load_text: LoadText) -> None:
    made = Document("x.json")
    made.head = {"title": {"da": "T"}, "language": "da", "sources": {"law": {"title": "Lov"}}}
    made.add_node("person", "ann", {"name": "Ann"})
    made.add_node("body", "board", {"name": "Råd", "collective": True, "evidence": ["law: a b"]})
    made.add_node("body", "top", {"name": "Top", "from": 2020})
    made.add_seat("board", "chair", {"role": "chair", "count": 1, "appointed by": "top"})
    made.add_seat("board", "two", {"count": "2"})
    made.add_relation("ann", "member_of", "board", {"seat": "chair", "vote": False})
    made.add_relation("board", "reports_to", "top", {"from": "2021"})
    made.add_relation("board", "reports_to", "top", {"from": "2022"})
    made.add_relation("board", "informs", "top")
    text = """
title: {da: T}
language: da
sources: {law: {title: Lov}}
persons: {ann: Ann}
bodies:
  board:
    name: Råd
    collective: yes
    evidence: "law: a b"
    seats: {chair: {role: chair, appointed by: top}, two: {count: 2}}
    members: [{person: ann, seat: chair, vote: no}]
    reports to: {top: [{from: 2021}, {from: 2022}]}
    informs: top
  top: {name: Top, from: 2020}
"""
    assert finish(made.gather().draft, Graph) == load_text(text)
    assert "board" in made
    assert "nobody" not in made


def test_each_thing_keeps_its_place() -> None:
    made = Document("x.json")
    made.add_node("body", "a", {"name": "A"}, Location("x.json", 4, 2))
    made.add_relation("a", "reports_to", "b", {}, Location("x.json", 7, 1))
    with pytest.raises(ReadError) as caught:
        finish(made.gather().draft, Graph)
    assert told(caught.value.problems) == ["8:2 M101"]
    assert made.gather().draft.nodes[0].location == Location("x.json", 4, 2)


def test_wrong_values_are_problems_of_the_file() -> None:
    made = Document("x.json")
    made.head = {"title": [1]}
    made.add_node("body", "a b", {"name": "A"}, Location("x.json", 1, 0))
    made.add_node("body", "c", {"name": {"x": None}, "from": "soon"}, Location("x.json", 2, 0))
    made.add_node("ghost", "d", {"name": "D"}, Location("x.json", 3, 0))
    found = made.gather().draft.problems
    assert {problem.location.line for problem in found if problem.location} == {0, 1, 2}


def test_the_same_id_twice_is_told() -> None:
    made = Document("x.json")
    made.add_node("body", "a", {"name": "A"}, Location("x.json", 1, 0))
    made.add_node("person", "a", {"name": "A"}, Location("x.json", 2, 0))
    with pytest.raises(ReadError) as caught:
        finish(made.gather().draft, Graph)
    assert told(caught.value.problems) == ["3:1 M102"]


def test_a_relation_of_nobody_is_the_readers_mistake() -> None:
    made = Document("x.json")
    made.add_relation("ghost", "reports_to", "a")
    with pytest.raises(KeyError):
        made.gather()


def test_the_language_of_plain_text_can_be_said() -> None:
    made = Document("x.json")
    made.add_node("body", "a", {"name": "Råd"})
    graph = finish(made.gather("da").draft, Graph)
    assert (graph.language, graph.node("a").name.language) == ("da", "da")


def test_the_language_of_the_file_itself_goes_first() -> None:
    made = Document("x.json")
    made.head["language"] = "sv"
    made.add_node("body", "a", {"name": "Råd"})
    assert finish(made.gather("da").draft, Graph).language == "sv"

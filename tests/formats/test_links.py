"""Relations that would be one by their ids."""

from random import Random

from orggraph.formats.document import Document
from orggraph.formats.links import Link, add_links
from orggraph.source import Location
from orggraph.source.yaml_tree import YamlText

PLACE = Location("x.json", 0, 0)


def link(content: str, **attributes: object) -> Link:
    return Link("a", "member_of", "b", attributes, PLACE, lambda: content)


def ids(*links: Link) -> list[str]:
    document = Document("x.json")
    document.add_node("person", "a", {"name": "A"})
    document.add_node("body", "b", {"name": "B"})
    add_links(document, links)
    draft = document.gather().draft
    assert not draft.problems
    return sorted(relation.id for relation in draft.relations)


def test_one_alone_gets_the_usual_id_and_is_not_looked_into() -> None:
    def content() -> str:
        raise AssertionError

    assert ids(Link("a", "member_of", "b", {}, PLACE, content)) == ["a:member_of:b"]


def test_others_alike_get_marks_whatever_their_order() -> None:
    links = [link("one"), link("two"), link("three")]
    found = ids(*links)
    assert len(set(found)) == 3
    assert all(id_.startswith("a:member_of:b:") for id_ in found)
    assert found == ids(*Random(1).sample(links, 3))


def test_a_given_id_stays_and_counts() -> None:
    found = ids(link("one", id="a:member_of:b"), link("two"))
    assert "a:member_of:b" in found
    assert len(set(found)) == 2


def test_an_absent_id_is_none() -> None:
    null = YamlText("null", True, PLACE)
    assert len(set(ids(link("one", id=null), link("two", id=None)))) == 2


def test_those_that_begin_on_other_days_are_not_alike() -> None:
    assert ids(link("one", **{"from": "2001"}), link("two", **{"from": "2002"})) == [
        "a:member_of:b:2001", "a:member_of:b:2002",
    ]  # fmt: skip


def test_an_odd_date_is_left_to_the_reading() -> None:
    assert link("one", **{"from": ["2001"]}).id == link("one", **{"from": "soon"}).id

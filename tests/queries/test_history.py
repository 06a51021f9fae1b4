"""What was when."""

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import Graph, PartialDate
from orggraph.queries.history import find_history
from tests.conftest import LoadText
from tests.queries.build import shuffled

BOARD = """\
    organisations: {town: Town}
    bodies:
      b:
        name: B
        from: 2018
        seats:
          chair: {role: chair, appointed by: town, term: 3 years, from: 2019}
          plain: {count: 2}
        reports to: {town: {from: 2018-01}}
        members:
          - {person: ann, seat: chair, from: 2019-01-01, until: 2022}
          - {person: bo, seat: chair, from: 2023-01-01}
          - {person: ann, seat: plain}
          - {post: head, until: 2018-01-01}
    posts: {head: {name: Head, held by: {bo: {from: 2022, until: 2022}}}}
    persons: {ann: Ann, bo: {name: Bo, until: 2040}}
    """


@pytest.fixture
def graph(load_text: LoadText) -> Graph:
    return load_text(BOARD)


def events(graph: Graph, node: str, day: str | None = None) -> list[str]:
    found = find_history(graph, node, on=PartialDate.parse(day) if day else None)
    return [
        f"{event.date or f'({event.when.latest})'} {event.turn} {event.thing.id}"
        for event in found.events
    ]


def test_a_body_has_its_dates_its_seats_and_its_members_in_order_of_time(graph: Graph) -> None:
    assert events(graph, "b") == [
        "2018 begins b",  # a year before its months, and a month before its days
        "2018-01 begins b:reports_to:town:2018-01",
        "2018-01-01 ends head:member_of:b",
        "2019 begins b/chair",
        "2019-01-01 begins ann:member_of:b:chair:2019-01-01",
        "2022 ends ann:member_of:b:chair:2019-01-01",  # what ends before what begins
        "2022 begins bo:holds:head:2022",
        "2022 ends bo:holds:head:2022",  # unless it began then itself
        "2023-01-01 begins bo:member_of:b:chair:2023-01-01",
        "(2025-12-31) ends bo:member_of:b:chair:2023-01-01",
    ]


def test_only_what_follows_from_a_term_is_computed(graph: Graph) -> None:
    found = find_history(graph, "b").events
    computed = [event for event in found if event.is_computed]
    assert [(e.thing.id, str(e.when.earliest)) for e in computed] == [
        ("bo:member_of:b:chair:2023-01-01", "2025-12-31")
    ]


def test_a_person_has_a_career(graph: Graph) -> None:
    assert events(graph, "bo") == [
        "2018-01-01 ends head:member_of:b",  # of the post that Bo holds
        "2022 begins bo:holds:head:2022",
        "2022 ends bo:holds:head:2022",
        "2023-01-01 begins bo:member_of:b:chair:2023-01-01",
        "(2025-12-31) ends bo:member_of:b:chair:2023-01-01",
        "2040 ends bo",
    ]


def test_a_post_has_its_holders(graph: Graph) -> None:
    assert [event.split()[1:] for event in events(graph, "head")] == [
        ["ends", "head:member_of:b"],
        ["begins", "bo:holds:head:2022"],
        ["ends", "bo:holds:head:2022"],
    ]


def test_who_appoints_has_what_follows_from_seats_and_members(graph: Graph) -> None:
    # The rule is no member: it does not end with a term.
    assert [e for e in events(graph, "town") if "town:appoints:b/" in e] == [
        "2019 begins town:appoints:b/chair"
    ]
    assert "2022 ends town:appoints:ann/ann:member_of:b:chair:2019-01-01" in events(graph, "town")
    assert not any("appoints" in event for event in events(graph, "b"))


def test_what_has_no_date_is_told_apart(graph: Graph) -> None:
    undated = [thing.id for thing in find_history(graph, "b").undated]
    assert undated == ["b/plain", "ann:member_of:b:plain"]


def test_on_a_date_nothing_later_is_told(graph: Graph) -> None:
    assert events(graph, "b", "2019")[-1] == "2019-01-01 begins ann:member_of:b:chair:2019-01-01"
    assert events(graph, "b", "2022-06")[-1] == "2022 ends bo:holds:head:2022"  # it may be by then
    assert events(graph, "b", "2017") == []
    on = PartialDate(2019)
    assert find_history(graph, "b", on=on).until == on


def test_on_a_date_what_needs_a_later_node_is_not_told(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies: {a: {name: A, informs: b}, b: {name: B, from: 2020}}
        """
    )
    found = [find_history(graph, "a", on=on).undated for on in (PartialDate(2019), None)]
    assert [len(undated) for undated in found] == [0, 1]


def test_the_order_of_the_file_tells_nothing(graph: Graph) -> None:
    for seed in range(5):
        assert events(Graph(shuffled(graph.parts, seed)), "b") == events(graph, "b")


def test_a_node_that_is_not_there_is_refused(graph: Graph) -> None:
    with pytest.raises(UnknownNodeError):
        find_history(graph, "nobody")

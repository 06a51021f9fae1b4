"""Search as somebody types."""

import pytest

from orggraph import OrgGraph
from orggraph.explore.desk import Desk
from tests.explore.helpers import desk_of


def ids(desk: Desk, q: str, **said: str) -> list[str]:
    return [each["id"] for each in desk.answer("search", {"q": q, **said})]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        *[("raadet", "rådet"), ("RADET", "rådet"), ("island council", "rådet")],
        *[("byen", "kommunen"), ("aase", "åse"), ("moeller", "åse")],
        *[("drifts", "udvalget"), ("utvalget", "udvalget")],
    ],
)
def test_names_are_found_as_on_the_command_line(desk: Desk, typed: str, found: str) -> None:
    assert ids(desk, typed)[0] == found


def test_whole_names_come_before_beginnings_and_those_before_parts(desk: Desk) -> None:
    assert ids(desk, "bo") == ["bo"]
    assert ids(desk, "råd") == ["rådet"]
    assert ids(desk, "r")[:1] == ["rådet"]
    assert set(ids(desk, "r")) > {"rådet", "udvalget"}


def test_what_is_unlike_everything_finds_nothing(desk: Desk) -> None:
    assert ids(desk, "") == ids(desk, "   ") == []
    assert ids(desk, "qqqqqqqqqq") == []
    assert ids(desk, "x" * 100_000) == []


def test_every_answer_of_the_command_line_is_among_them(govtech: OrgGraph) -> None:
    desk = desk_of(govtech)
    for node in govtech.nodes.values():
        for name in (node.id, *node.name.all(), *node.aliases):
            assert govtech.find_node(name).id == ids(desk, name)[0]


def test_no_more_than_twenty(govtech: OrgGraph) -> None:
    assert len(ids(desk_of(govtech), "e")) == 20


def test_who_is_gone_on_the_date_is_not_found(load_text: object) -> None:
    graph = load_text("bodies: {a: {name: Alfa, until: 2020}, b: {name: Alfabet}}")  # type: ignore[operator]
    assert ids(desk_of(graph), "alfa") == ["a", "b"]
    assert ids(desk_of(graph), "alfa", as_of="2021") == ["b"]


def test_a_number_of_a_register_finds_whom_it_is_of(load_text: object) -> None:
    graph = load_text("organisations: {a: {name: A, identifiers: {cvr: 29190925}}, b: {name: B}}")  # type: ignore[operator]
    assert ids(desk_of(graph), " 29190925 ") == ["a"]


def test_what_is_told_of_each(island: OrgGraph) -> None:
    desk = desk_of(island)
    (found,) = desk.answer("search", {"q": "aase", "lang": "en"})
    assert found == {
        "id": "åse",
        "name": "Åse Møller",
        "kind": "person",
        "kind_label": "person",
        "note": "director",
        "where": None,
    }
    (found,) = desk.answer("search", {"q": "byen"})
    assert found["note"] == "Byen"


def test_where_is_the_card_that_has_the_node(island: OrgGraph) -> None:
    desk = desk_of(island)
    desk.answer("scene", {})
    assert desk.answer("search", {"q": "bo"})[0]["where"] == "rådet"
    assert desk.answer("search", {"q": "rådet"})[0]["where"] == "rådet"
    assert desk.answer("search", {"q": "bo", "theme": "dark"})[0]["where"] is None

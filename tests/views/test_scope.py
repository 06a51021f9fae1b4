"""Which nodes are cards, and which relations are lines."""

from dataclasses import replace

import pytest

from orggraph.errors import OrgGraphError, UnknownNodeError, UnknownTermError
from orggraph.model import Graph, PartialDate, Parts, Period
from orggraph.source import ReadError
from tests.conftest import LoadText
from tests.queries.build import graph_of, node
from tests.views.pictures import card, cards, govtech, lines, picture

CHAIN = graph_of(
    "a reports_to b", "b reports_to c", "c reports_to d", "a informs x", "c informs y", alone=["z"]
)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return govtech()


def test_nothing_chosen_is_everything_that_no_card_tells(graph: Graph) -> None:
    content = picture(graph)
    insiders = {"jesper-thyrring-moeller", "bo-fristed", "struer", "herning", "skanderborg"}
    assert not insiders & cards(content)
    # Members with lines of their own keep their cards; whoever employs them only does not.
    assert {"daily-leader", "responsible-chief", "reference-group-members"} <= cards(content)
    assert {"non-participating", "head-of-itk", "aarhus", "it-responsibles"} <= cards(content)


def test_everyone_is_a_card_where_members_are_nodes(graph: Graph) -> None:
    content = picture(graph, members="nodes")
    assert cards(content) == set(graph.nodes)
    drawn = {id_ for link in content.links for id_ in link.relations}
    assert drawn == set(graph.relations)


def test_isolated_nodes_are_drawn_only_where_nothing_else_restricts() -> None:
    assert "z" in cards(picture(CHAIN))
    assert "z" not in cards(picture(CHAIN, families=("contact",)))
    assert cards(picture(CHAIN, without=("c",))) == {"a", "b", "x"}  # d and y have lost their line


def test_families_and_types_choose_lines_in_any_language(graph: Graph) -> None:
    for words in ("reporting", "rapportering"):
        assert {link.family for link in picture(graph, families=(words,)).links} == {"reporting"}
    for words in ("inddrager", "involved by"):
        content = picture(graph, types=(words,))
        assert cards(content) == {"it-responsibles", "professionals"}
    both = picture(graph, families=("reporting",), types=("inddrager",))
    assert {link.family for link in both.links} == {"reporting", "contact"}


def test_relations_that_follow_from_seats_can_be_left_out(graph: Graph) -> None:
    stated = picture(graph, derived=False)
    drawn = {id_ for link in stated.links for id_ in link.relations}
    assert drawn
    assert not any(graph.relations[id_].is_derived for id_ in drawn)
    assert not any(link.family == "appointment" for link in stated.links)


def test_nodes_named_are_exactly_those_drawn(graph: Graph) -> None:
    content = picture(graph, nodes=("KD-Net", "styregruppen", "Eva Kanstrup", "herning"))
    assert cards(content) == {"kd-net", "styregruppe", "eva-kanstrup", "herning"}
    told = {(link.source, link.target) for link in content.links}
    # The roster tells that Eva is a member, and the line to the body that she is appointed.
    assert ("eva-kanstrup", "herning") in told
    assert ("kd-net", "eva-kanstrup") not in told
    assert ("eva-kanstrup", "styregruppe") not in told
    # Where the body is no card, nothing else tells it.
    apart = picture(graph, nodes=("KD-Net", "Eva Kanstrup"))
    assert lines(apart) == {"kd-net [appoints*] eva-kanstrup"}
    assert picture(graph, nodes=("KD-Net", "Eva Kanstrup"), members="hidden").links == ()


def test_kinds_choose_nodes_and_named_ones_come_along(graph: Graph) -> None:
    assert cards(picture(graph, kinds=("organ",))) == {
        n.id for n in graph.nodes.values() if n.kind == "body"
    }
    more = cards(picture(graph, kinds=("body",), nodes=("region",)))
    assert "region" in more
    assert {graph.nodes[id_].kind for id_ in more - {"region"}} == {"body"}


def test_a_node_that_is_named_is_drawn_without_lines_too() -> None:
    assert cards(picture(CHAIN, nodes=("z",), families=("reporting",))) == {"z"}


def test_a_member_with_members_of_its_own_keeps_its_card(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies: {board: {name: Board, members: [{body: panel}]}, panel: {name: Panel, members: [p]}}
        persons: {p: P}
        """
    )
    assert cards(picture(graph)) == {"board", "panel"}


def test_without_leaves_out(graph: Graph) -> None:
    assert "kd-net" not in cards(picture(graph, without=("Kommunaldirektørnetværket",)))


@pytest.mark.parametrize(
    ("depth", "side", "expected", "folded"),
    [
        (0, "both", "b", {"b": 2}),
        (1, "both", "a b c", {"a": 1, "b": 0, "c": 2}),
        (1, "above", "b c", {"b": 1, "c": 2}),
        (1, "below", "a b", {"a": 1, "b": 1}),
        (2, "below", "a b x", {"a": 0, "b": 1, "x": 0}),
        (None, "above", "b c d y", {"b": 1, "c": 0, "d": 0, "y": 0}),
    ],
)
def test_around_goes_as_far_and_to_the_side_as_asked(
    depth: int | None, side: str, expected: str, folded: dict[str, int]
) -> None:
    content = picture(CHAIN, around="b", depth=depth, side=side)
    assert cards(content) == set(expected.split())
    assert {c.id: c.folded for c in content.cards} == folded


def test_the_strongest_relation_says_who_is_above() -> None:
    graph = graph_of("a reports_to b", "a appoints b", "a informs b")
    assert cards(picture(graph, around="b", side="above")) == {"b"}
    assert cards(picture(graph, around="b", side="below")) == {"a", "b"}


def test_what_is_left_out_by_name_or_kind_is_not_folded() -> None:
    content = picture(CHAIN, around="b", depth=1, without=("x",))
    assert card(content, "a").folded == 0
    graph = graph_of("p reports_to b", "q reports_to p", kinds={"p": "post"})
    assert card(picture(graph, around="b", depth=0, kinds=("body",)), "b").folded == 0


def test_a_member_asked_for_is_drawn_with_its_body(graph: Graph) -> None:
    content = picture(graph, around="jesper", depth=1)
    assert cards(content) == {"jesper-thyrring-moeller", "styregruppe", "struer", "kd-net"}
    assert "jesper-thyrring-moeller [chair] styregruppe" in lines(content)


def test_the_path_is_in_the_picture_and_marked(graph: Graph) -> None:
    content = picture(graph, families=("reporting",), path=("følgegruppe", "kd-net"))
    stops = {"følgegruppe", "govtech", "styregruppe", "kd-net"}
    assert {c.id for c in content.cards if c.marked} == stops
    assert {(k.source, k.target) for k in content.links if k.marked} == {
        ("følgegruppe", "govtech"), ("govtech", "styregruppe"), ("styregruppe", "kd-net"),
    }  # fmt: skip
    named = picture(graph, nodes=("region",), path=("følgegruppe", "kd-net"))
    assert cards(named) == stops | {"region"}
    near = picture(graph, around="kd-net", depth=0, path=("følgegruppe", "kd-net"))
    assert cards(near) == stops
    # What the path shows is not folded: of the neighbours of KD-Net, none is left.
    assert card(near, "kd-net").folded == 0
    assert not any(c.marked for c in picture(graph).cards)


def test_a_path_through_a_roster_is_drawn_as_a_line(graph: Graph) -> None:
    content = picture(graph, families=("reporting",), path=("jesper", "styregruppe"))
    (marked,) = (link for link in content.links if link.marked)
    assert (marked.source, marked.target) == ("jesper-thyrring-moeller", "styregruppe")


def test_a_path_that_there_is_not_says_so() -> None:
    with pytest.raises(OrgGraphError) as caught:
        picture(CHAIN, path=("a", "z"))
    assert "connects a and z" in caught.value.message("en")
    assert "forbinder a og z" in caught.value.message("da")


def test_a_picture_of_nothing_is_refused() -> None:
    with pytest.raises(OrgGraphError, match="nothing is left to draw"):
        picture(CHAIN, families=("support",))
    with pytest.raises(OrgGraphError, match="the data has no nodes"):
        picture(graph_of())
    gone = Graph(Parts((replace(node("a"), period=Period(None, PartialDate(2020))),)))
    with pytest.raises(OrgGraphError, match="at the date 2024"):
        picture(gone, as_of=PartialDate(2024))


@pytest.mark.parametrize("field", ["nodes", "without", "around", "path"])
def test_unknown_nodes_are_refused(field: str) -> None:
    value = {"around": "nobody", "path": ("a", "nobody")}.get(field, ("nobody",))
    with pytest.raises(UnknownNodeError):
        picture(CHAIN, **{field: value})


@pytest.mark.parametrize("field", ["families", "types", "kinds"])
def test_unknown_terms_are_refused(field: str) -> None:
    with pytest.raises(UnknownTermError):
        picture(CHAIN, **{field: ("nonsense",)})


def test_the_date_leaves_out_what_does_not_hold() -> None:
    graph = graph_of("a reports_to b @2010..2019", "a reports_to c @2020..", alone=["d"])
    content = picture(graph, as_of=PartialDate(2024))
    assert {(k.source, k.target) for k in content.links} == {("a", "c")}
    assert len(picture(graph).links) == 2
    assert content.footnote == "As of 2024"
    # What is left out may be gone on the date already.
    assert picture(graph, as_of=PartialDate(2024), without=("d",)).links


def test_employers_are_drawn_where_that_is_asked_for_by_type(load_text: LoadText) -> None:
    graph = load_text(
        """\
        organisations: {town: Town}
        bodies: {board: {name: Board, members: [ann]}}
        persons: {ann: {name: Ann, employed by: town}}
        """
    )
    assert cards(picture(graph)) == {"board"}
    assert cards(picture(graph, types=("employed by",))) == {"ann", "town"}
    assert cards(picture(graph, members="nodes")) == {"ann", "board", "town"}
    assert cards(picture(graph, types=("member of",))) == {"board"}
    assert cards(picture(graph, kinds=("person", "body"))) == {"board"}


@pytest.mark.parametrize(
    ("view", "key"),
    [
        ({"path": ("a", "c"), "without": ("b",)}, "path"),  # in the middle of it
        ({"around": "a", "without": ("A",)}, "around"),
        ({"nodes": ("a",), "without": ("A",)}, "nodes"),
    ],
)
def test_what_is_left_out_cannot_be_needed(view: dict[str, object], key: str) -> None:
    with pytest.raises(ReadError, match=f"is left out here, and needed by '{key}'"):
        picture(CHAIN, **view)


def test_a_marked_line_counts_all_its_places_whatever_else_is_left_out(graph: Graph) -> None:
    content = picture(graph, path=("kd-net", "styregruppe"), families=("reporting",))
    assert "kd-net [appoints 3] styregruppe" in lines(content)


@pytest.mark.parametrize(("side", "shown"), [("above", {"a", "b"}), ("below", {"b", "c"})])
def test_of_equally_strong_relations_the_first_in_the_graph_says_who_is_above(
    side: str, shown: set[str]
) -> None:
    graph = graph_of("b appoints a", "a appoints b", "c appoints b", "b appoints c")
    assert cards(picture(graph, around="b", depth=1, side=side)) == shown

"""Which node a person means."""

import itertools
from collections.abc import Iterable, Iterator

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import Graph, PartialDate, Parts, Period
from orggraph.model.memory import MemoryIndex
from orggraph.queries.names import (
    MOST_CANDIDATES,
    MOST_COMPLETIONS,
    find_completions,
    find_node,
    find_similar,
)
from orggraph.text import LocalText
from tests.queries.build import node

GRAPH = Graph(
    Parts(
        nodes=(
            node(
                "følgegruppe",
                name=LocalText.of("Følgegruppen", "da", en="The reference group"),
                aliases=("reference group", "FG"),
            ),
            node("styregruppe", name=LocalText.of("Den strategiske styregruppe", "da")),
            node("kd-net", name=LocalText.of("KD-Net", "da")),
            node("struer", "organisation", name=LocalText.of("Struer Kommune", "da")),
            node("herning", "organisation", name=LocalText.of("Herning Kommune", "da")),
            node("jtm", "person", name=LocalText.of("Jesper Thyrring Møller", "da")),
            node("board", name=LocalText.of("Board")),
            node("board-2", name=LocalText.of("Board of Trustees")),
        )
    )
)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("kd-net", "kd-net"),
        ("KD net", "kd-net"),
        ("kdnet", "kd-net"),
        ("Følgegruppen", "følgegruppe"),
        ("foelgegruppen", "følgegruppe"),
        ("FOLGEGRUPPEN", "følgegruppe"),
        ("følgegruppe", "følgegruppe"),
        ("følgegruppe\N{COMBINING DIAERESIS}", "følgegruppe"),
        ("the REFERENCE-group", "følgegruppe"),
        ("reference group", "følgegruppe"),
        ("fg", "følgegruppe"),
        ("den strategiske", "styregruppe"),
        ("strategiske", "styregruppe"),
        ("Thyrring", "jtm"),
        ("moeller", "jtm"),
        ("Møller", "jtm"),
        ("board", "board"),
        ("BOARD", "board"),
        ("trustees", "board-2"),
    ],
)
def test_a_node_is_found_by_any_of_its_names_in_any_usual_spelling(words: str, meant: str) -> None:
    assert find_node(GRAPH, words).id == meant


def test_a_whole_name_comes_before_the_beginning_of_another() -> None:
    graph = Graph(Parts((node("a", name=LocalText.of("Net")), node("b", name=LocalText.of("Netto")),
                         node("c", name=LocalText.of("Intranet")))))  # fmt: skip
    assert find_node(graph, "net").id == "a"
    assert find_node(graph, "nett").id == "b"
    assert find_node(graph, "ranet").id == "c"


def test_the_beginning_of_a_name_comes_before_its_middle() -> None:
    graph = Graph(Parts((node("a", name=LocalText.of("Udvalget")), node("b", name=LocalText.of(
        "Forretningsudvalget")))))  # fmt: skip
    assert find_node(graph, "udval").id == "a"


def test_an_exact_id_comes_before_the_name_of_another() -> None:
    graph = Graph(Parts((node("a", name=LocalText.of("b")), node("b", name=LocalText.of("a")))))
    assert (find_node(graph, "a").id, find_node(graph, "b").id) == ("a", "b")
    with pytest.raises(UnknownNodeError):
        find_node(graph, "A")


@pytest.mark.parametrize(
    ("words", "candidates"),
    [("kommune", ("herning", "struer")), ("gruppe", ("styregruppe", "følgegruppe"))],
)
def test_a_part_of_several_names_is_refused_with_them_all(
    words: str, candidates: tuple[str, ...]
) -> None:
    with pytest.raises(UnknownNodeError) as caught:
        find_node(GRAPH, words)
    assert (caught.value.key, caught.value.candidates) == ("ambiguous-node", candidates)
    assert all(candidate in caught.value.message("da") for candidate in candidates)


def test_a_name_shared_by_two_is_refused_even_where_it_is_whole() -> None:
    graph = Graph(Parts((node("a", name=LocalText.of("Net")), node("b", aliases=("NET",)))))
    with pytest.raises(UnknownNodeError) as caught:
        find_node(graph, "net")
    assert (caught.value.key, caught.value.candidates) == ("ambiguous-node", ("a", "b"))


def test_candidates_stand_by_the_names_that_fit_and_whole_names_by_id() -> None:
    graph = Graph(
        Parts(
            (
                node("a", name=LocalText.of("Zoo by the sea")),
                node("b", name=LocalText.of("Bath by the sea"), aliases=("Sea",)),
                node("c", name=LocalText.of("Arch by the sea")),
                node("d", name=LocalText.of("SEA")),
            )
        )
    )
    for words, candidates in {"the sea": ("c", "b", "a"), "sea": ("b", "d")}.items():
        with pytest.raises(UnknownNodeError) as caught:
            find_node(graph, words)
        assert caught.value.candidates == candidates


class _Endless:
    """The names of a register without end, each of which begins and ends in the same way."""

    def __init__(self, ids: Iterable[str]) -> None:
        self._ids = ids

    def of_key(self, key: str) -> list[str]:
        return []

    def of_identifier(self, value: str) -> list[str]:
        return []

    def starting(self, key: str) -> Iterator[str]:
        return itertools.cycle(self._ids) if key == "skole" else iter(())

    containing = starting

    def resembling(self, key: str) -> Iterator[tuple[str, str]]:
        raise AssertionError(key)


def endless() -> Graph:
    index = MemoryIndex(Parts(tuple(node(f"skole-{i:04}") for i in range(1_000))))
    index.names = _Endless(index.nodes)  # type: ignore[assignment]
    return Graph.over(index)


def test_of_a_register_no_more_candidates_are_taken_than_are_told() -> None:
    with pytest.raises(UnknownNodeError) as caught:
        find_node(endless(), "Skole")
    assert caught.value.candidates == tuple(f"skole-{i:04}" for i in range(MOST_CANDIDATES))
    assert caught.value.message().count("skole-") // 2 == 8


def test_of_a_register_some_completions_are_offered_and_names_before_words() -> None:
    assert len(find_completions(endless(), "skole")) == MOST_COMPLETIONS
    assert len(find_completions(endless(), "", limit=3)) == 3
    words = [node(f"a{i}", name=LocalText.of(f"A {i} school")) for i in range(3)]
    graph = Graph(Parts((*words, node("z", name=LocalText.of("School")))))
    assert [n.id for n in find_completions(graph, "school", limit=2)] == ["a0", "z"]


def test_a_word_is_completed_though_its_first_letter_folds_into_the_one_before() -> None:
    graph = Graph(Parts((node("x", name=LocalText.of("Data ejere", "da")),)))
    assert [n.id for n in find_completions(graph, "ejer")] == ["x"]


def test_of_many_candidates_a_few_are_shown() -> None:
    graph = Graph(Parts(tuple(node(f"skole-{i:02}") for i in range(20))))
    with pytest.raises(UnknownNodeError) as caught:
        find_node(graph, "skole")
    assert len(caught.value.candidates) == 20
    message = caught.value.message()
    assert (message.count("skole-") // 2, message.endswith("…")) == (8, True)


@pytest.mark.parametrize(
    ("words", "first"),
    [("styregrupen", "styregruppe"), ("Jasper Moller", "jtm"), ("følgegrupen", "følgegruppe")],
)
def test_a_misspelt_name_is_refused_with_the_likest_first(words: str, first: str) -> None:
    with pytest.raises(UnknownNodeError) as caught:
        find_node(GRAPH, words)
    assert (caught.value.key, caught.value.candidates[0]) == ("unknown-node", first)
    assert first in str(caught.value)


@pytest.mark.parametrize("words", ["", "   ", "qxqxqxqx", "!?"])
def test_what_is_like_nothing_is_refused_without_candidates(words: str) -> None:
    with pytest.raises(UnknownNodeError) as caught:
        find_node(GRAPH, words)
    assert (caught.value.key, caught.value.candidates) == ("no-node-like", ())


def test_no_more_alike_are_found_than_asked_for_and_each_once() -> None:
    found = find_similar(GRAPH, "Følgegruppe", limit=2)
    assert (found[0], len(found), len(set(found))) == ("følgegruppe", 2, 2)


@pytest.mark.parametrize(
    ("beginning", "ids"),
    [
        ("str", ["styregruppe", "struer"]),
        ("KOM", ["herning", "struer"]),
        ("foel", ["følgegruppe"]),
        ("net", []),
        ("The ref", ["følgegruppe"]),
        ("møl", ["jtm"]),
        ("zzz", []),
    ],
)
def test_completions_begin_a_name_or_a_word_of_one(beginning: str, ids: list[str]) -> None:
    assert [n.id for n in find_completions(GRAPH, beginning)] == ids


def test_nothing_typed_completes_to_every_node_by_name() -> None:
    found = [n.id for n in find_completions(GRAPH, "")]
    assert found == [
        "board", "board-2", "styregruppe", "følgegruppe", "herning", "jtm", "kd-net", "struer",
    ]  # fmt: skip


def test_a_node_that_is_gone_on_the_date_is_named_with_it() -> None:
    ended = Period(None, PartialDate(2020))
    graph = Graph(
        Parts(
            nodes=(
                node("port", name=LocalText.of("Havnen", "da", en="The port"), period=ended),
                node("airport"),
                node("seaport"),
            )
        )
    )
    assert find_node(graph, "port").id == "port"
    then = graph.restricted(as_of=PartialDate(2031))
    later = then.restricted(types=()).restricted(as_of=PartialDate(2031))
    for words in ("port", "havn", "The port"):
        for dated in (then, later):
            with pytest.raises(UnknownNodeError) as caught:
                find_node(dated, words)
            assert caught.value.message("en").startswith("not there at the date 2031: port (The p")
            assert caught.value.message("da").startswith("findes ikke pr. 2031: port (Havnen); ")
    assert find_node(then, "airport").id == "airport"
    assert find_node(then, "air").id == "airport"
    with pytest.raises(UnknownNodeError) as caught:
        find_node(then, "ort")
    assert caught.value.candidates == ("airport", "seaport")
    assert find_node(graph.restricted(as_of=PartialDate(2019)), "port").id == "port"
    for words, key in (("airprot", "unknown-node"), ("qxqx", "no-node-like")):
        with pytest.raises(UnknownNodeError) as caught:
            find_node(then, words)
        assert caught.value.key == key


def test_a_node_is_found_by_what_registers_know_it_by() -> None:
    by_cvr = node("a", name=LocalText.of("A"), identifiers=(("cvr", "29190925"),))
    named_so = node("b", name=LocalText.of("29190926"), identifiers=(("cvr", "5"),))
    other = node("c", name=LocalText.of("C"), identifiers=(("ean", "29190926"), ("x", "2")))
    graph = Graph(Parts((by_cvr, named_so, other)))
    assert find_node(graph, " 29190925 ").id == "a"
    assert find_node(graph, "29190926").id == "b"
    assert find_node(graph, "2").id == "c"


def test_a_dated_graph_finds_what_is_there_beyond_what_is_gone() -> None:
    ended = Period(None, PartialDate(2020))
    gone = [node(f"skole-{i:03}", period=ended) for i in range(2 * MOST_CANDIDATES)]
    then = Graph(Parts((*gone, node("skole-z")))).restricted(as_of=PartialDate(2031))
    assert find_node(then, "skole").id == "skole-z"
    with pytest.raises(UnknownNodeError) as caught:
        find_node(then, "skole-0")
    assert (caught.value.key, len(caught.value.candidates)) == ("node-not-then", MOST_CANDIDATES)


def test_equally_like_names_stand_by_id() -> None:
    nodes = [node(id_, name=LocalText.of(f"Udvalg {id_ * 3}")) for id_ in ("b", "c", "a")]
    assert find_similar(Graph(Parts(tuple(nodes))), "Udvaglet") == ["a", "b", "c"]

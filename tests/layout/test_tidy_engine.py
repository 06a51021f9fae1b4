"""Our own layout for large trees."""

import random
import tracemalloc
from itertools import pairwise

import pytest

from orggraph.layout.engines import Spot
from orggraph.layout.orient import Pull
from orggraph.layout.tidy_engine import TidyEngine

ENGINE = TidyEngine()
GAP = 20


def tree(seed: int, size: int) -> tuple[list[Spot], list[Pull]]:
    chance = random.Random(seed)
    pulls = [Pull(f"n{chance.randrange(max(0, n - 9), n)}", f"n{n}", 8) for n in range(1, size)]
    ranks = ENGINE.find_ranks([f"n{n}" for n in range(size)], pulls)
    return [Spot(id_, rank, chance.choice([40, 80, 200])) for id_, rank in ranks.items()], pulls


def assert_apart(spots: list[Spot], places: dict[str, float]) -> None:
    for rank in {spot.rank for spot in spots}:
        row = sorted((s for s in spots if s.rank == rank), key=lambda s: places[s.id])
        for one, other in pairwise(row):
            room = sum(s.width / 2 + GAP / (6 if s.slim else 2) for s in (one, other))
            assert places[other.id] - places[one.id] >= room - 1e-6


def test_ranks_follow_the_superior_that_counts_most() -> None:
    pulls = [Pull("a", "b", 8), Pull("b", "c", 3), Pull("a", "c", 5), Pull("c", "d", 1)]
    assert ENGINE.find_ranks("dcba", pulls) == {"a": 0, "b": 1, "c": 1, "d": 2}
    even = [Pull("b", "c", 8), Pull("a", "c", 8), Pull("a", "b", 1)]
    assert ENGINE.find_ranks("abc", even) == {"a": 0, "b": 1, "c": 1}
    assert ENGINE.find_ranks("ab", []) == {"a": 0, "b": 0}
    assert ENGINE.find_ranks("", []) == {}


@pytest.mark.parametrize("seed", range(8))
def test_nothing_overlaps_and_superiors_stand_in_the_middle(seed: int) -> None:
    spots, pulls = tree(seed, 120)
    places = dict(ENGINE.find_places(spots, pulls, gap=GAP))
    assert places.keys() == {spot.id for spot in spots}
    assert_apart(spots, places)
    for spot in spots:
        below = [places[pull.lower] for pull in pulls if pull.upper == spot.id]
        if below:
            assert places[spot.id] == pytest.approx((min(below) + max(below)) / 2)


def test_subtrees_nest_as_near_as_their_outlines_allow() -> None:
    """A narrow deep subtree stands right beside a wide flat one, below its overhang."""
    spots = [Spot("top", 0, 40), Spot("a", 1, 40), Spot("b", 1, 40)]
    spots += [Spot(f"a{n}", 2, 100) for n in range(3)]
    pulls = [Pull("top", "a", 8), Pull("top", "b", 8), *(Pull("a", f"a{n}", 8) for n in range(3))]
    places = ENGINE.find_places(spots, pulls, gap=GAP)
    assert places["b"] - places["a"] == pytest.approx(60)


def test_a_deep_tree_beside_a_shallow_one() -> None:
    """Either side may be the deeper; its depths go on bounding what comes after."""
    for order in ("abc", "bac", "cab"):
        spots = [Spot("top", 0, 40), *(Spot(id_, 1, 40) for id_ in order)]
        spots += [Spot("a2", 2, 300), Spot("a3", 3, 40), Spot("c2", 2, 300), Spot("c3", 3, 300)]
        pulls = [Pull("top", id_, 8) for id_ in order]
        pulls += [Pull(f"{id_}", f"{id_}2", 8) for id_ in "ac"]
        pulls += [Pull(f"{id_}2", f"{id_}3", 8) for id_ in "ac"]
        assert_apart(spots, dict(ENGINE.find_places(spots, pulls, gap=GAP)))


def test_passages_hang_below_their_upper_end_and_have_room() -> None:
    spots = [
        Spot("top", 0, 60), Spot("left", 1, 100), Spot("right", 1, 100), Spot("low", 2, 100),
        Spot("past", 1, 16, slim=True),
    ]  # fmt: skip
    pulls = [Pull("top", "left", 8), Pull("top", "right", 8), Pull("right", "low", 8)]
    pulls += [Pull("top", "past", 2), Pull("past", "low", 2)]
    places = dict(ENGINE.find_places(spots, pulls, gap=GAP))
    assert_apart(spots, places)
    # It leads to the right, so it stands there, and the top stands over its cards.
    assert places["past"] > places["left"]
    assert places["top"] == pytest.approx((places["left"] + places["right"]) / 2)


def test_a_chain_of_passages_goes_through_all_ranks() -> None:
    spots = [Spot(f"n{n}", n, 50) for n in range(5)]
    spots += [Spot(f"p{n}", n, 16, slim=True) for n in (1, 2, 3)]
    pulls = [Pull(f"n{n}", f"n{n + 1}", 8) for n in range(4)]
    way = ["n0", "p1", "p2", "p3", "n4"]
    pulls += [Pull(a, b, 2) for a, b in pairwise(way)]
    places = dict(ENGINE.find_places(spots, pulls, gap=GAP))
    assert_apart(spots, places)
    assert places["p1"] == places["p2"] == places["p3"]


def test_trees_apart_stand_beside_each_other() -> None:
    spots = [Spot("a", 0, 40), Spot("b", 0, 60), Spot("b2", 1, 300), Spot("c", 0, 40)]
    assert_apart(spots, dict(ENGINE.find_places(spots, [Pull("b", "b2", 8)], gap=GAP)))
    assert ENGINE.find_places([], [], gap=GAP) == {}


def test_a_deep_chain_is_no_trouble() -> None:
    """No recursion, and memory that grows with the chain, not with its square."""
    size = 5000
    nodes = [f"n{n}" for n in range(size)]
    pulls = [Pull(a, b, 8) for a, b in pairwise(nodes)]
    for order in (nodes, nodes[::-1]):
        ranks = ENGINE.find_ranks(order, pulls)
        assert [ranks[node] for node in nodes] == list(range(size))
    tracemalloc.start()
    try:
        places = ENGINE.find_places([Spot(n, ranks[n], 50) for n in nodes], pulls, gap=GAP)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(set(places.values())) == 1
    assert peak < 2_000 * size  # the square would be 8 bytes times 25 million

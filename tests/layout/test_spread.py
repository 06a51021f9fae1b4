"""Things on a line, against every other way to put them there that we can think of."""

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.layout.spread import Slot, spread

SLOTS = st.lists(
    st.builds(Slot, st.integers(-200, 200).map(float), st.integers(1, 40).map(float)), max_size=9
)
HAIR = 1e-6


def cost(slots: list[Slot], places: list[float]) -> float:
    return sum((s.wish - p) ** 2 for s, p in zip(slots, places, strict=True))


def is_fair(slots: list[Slot], places: list[float]) -> bool:
    """Whether none overlaps the one before it."""
    return all(
        b - a >= slots[i].half + slots[i + 1].half - 1e-9
        for i, (a, b) in enumerate(pairwise(places))
    )


def test_nothing_needs_no_room() -> None:
    assert spread([]) == []
    assert spread([], 0, 10) == []


def test_wishes_come_true_where_there_is_room() -> None:
    assert spread([Slot(0, 5), Slot(10, 5), Slot(30, 5)]) == [0, 10, 30]


def test_two_that_want_the_same_place_stand_at_both_sides_of_it() -> None:
    assert spread([Slot(50, 10), Slot(50, 10)]) == [40, 60]
    assert spread([Slot(60, 10), Slot(40, 10)]) == [40, 60]
    assert spread([Slot(0, 10), Slot(0, 5), Slot(0, 10)]) == [-15, 0, 15]


def test_limits_hold() -> None:
    assert spread([Slot(0, 5), Slot(0, 5)], 0) == [5, 15]
    assert spread([Slot(0, 5), Slot(0, 5)], None, 0) == [-15, -5]
    assert spread([Slot(100, 5)], 0, 50) == [45]


def test_what_does_not_fit_stands_evenly_around_the_middle() -> None:
    assert spread([Slot(0, 10), Slot(90, 10), Slot(5, 10)], 0, 40) == [0, 20, 40]


@settings(max_examples=120, deadline=None)
@given(SLOTS, st.randoms(use_true_random=False))
def test_no_small_change_is_nearer_to_the_wishes(slots: list[Slot], chance: random.Random) -> None:
    """The least squares of a convex problem: what no small step betters is the best there is."""
    places = spread(slots)
    assert is_fair(slots, places)
    best = cost(slots, places)
    for _ in range(30):
        for size in (0.01, 1, 20):
            low = chance.randrange(len(slots)) if slots else 0
            high = chance.randint(low, len(slots))
            step = chance.uniform(-size, size)
            moved = [p + step if low <= i < high else p for i, p in enumerate(places)]
            assert not is_fair(slots, moved) or cost(slots, moved) >= best - HAIR


@settings(max_examples=100, deadline=None)
@given(SLOTS.filter(bool), st.integers(-150, 0), st.integers(400, 900))
def test_within_limits_it_is_the_best_as_well(slots: list[Slot], low: int, size: int) -> None:
    total = sum(2 * s.half for s in slots)
    high = low + max(size, total)
    places = spread(slots, low, high)
    assert is_fair(slots, places)
    assert places[0] - slots[0].half >= low - HAIR
    assert places[-1] + slots[-1].half <= high + HAIR
    best = cost(slots, places)
    for at in range(len(slots)):
        for other in range(at, len(slots)):
            for step in (-5.0, -0.1, 0.1, 5.0):
                moved = [p + step if at <= i <= other else p for i, p in enumerate(places)]
                inside = moved[0] - slots[0].half >= low and moved[-1] + slots[-1].half <= high
                assert not (inside and is_fair(slots, moved)) or cost(slots, moved) >= best - 1e-3


@pytest.mark.parametrize("seed", range(20))
def test_brute_force_finds_nothing_better(seed: int) -> None:
    chance = random.Random(seed)
    slots = [Slot(chance.randint(0, 12), chance.choice([1, 2])) for _ in range(4)]
    best = min(cost(slots, list(places)) for places in _grids(range(-8, 22), slots, []))
    assert cost(slots, spread(slots)) <= best + HAIR


def _grids(line: range, slots: list[Slot], begun: list[int]) -> list[list[int]]:
    """Every way to put slots at whole places."""
    if len(begun) == len(slots):
        return [begun]
    at = len(begun)
    least = begun[-1] + int(slots[at - 1].half + slots[at].half) if begun else line.start
    return [way for x in range(least, line.stop) for way in _grids(line, slots, [*begun, x])]

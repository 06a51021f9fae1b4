"""What is found is counted, and the first of each kind kept."""

import random
from collections import Counter

import pytest

from orggraph.checks.tally import Kept, Tally
from orggraph.source import Location, Problem, problem, sort_problems


def found(at: int, code: str = "no-superior") -> Problem:
    return problem(code, Location("a.yaml", at, 0), subjects=[f"n{at}"], body=f"B{at}")


@pytest.mark.parametrize("most", [0, 1, 7, 100, 1_000, None])
@pytest.mark.parametrize("order", ["forwards", "backwards", "anyhow"])
def test_the_first_of_each_kind_are_kept(most: int | None, order: str) -> None:
    everything = [found(at, name) for at in range(300) for name in ("no-superior", "no-chair")]
    if order == "backwards":
        everything.reverse()
    elif order == "anyhow":
        random.Random(3).shuffle(everything)
    tally = Tally[str](lambda each: each.code, most)
    for each in everything:
        tally.add(each)
    kept = tally.close()
    assert kept == sort_problems(kept)
    counts = Counter(each.code for each in kept)
    assert all(counts[code] + tally.left_out[code] == 300 for code in ("G001", "G022"))
    expected = min(300, 300 if most is None else most)
    assert [each for each in kept if each.code == "G001"] == [found(at) for at in range(expected)]


def test_equal_findings_are_one_and_those_without_a_place_come_last() -> None:
    tally = Tally[str](lambda each: each.code, 3)
    nowhere = problem("no-superior", subjects=["x"], body="X")
    for each in (nowhere, found(2), found(1), found(2), nowhere, found(1)):
        tally.add(each)
    assert tally.close() == (found(1), found(2), nowhere)
    assert not tally.left_out


def test_of_findings_at_one_place_the_first_are_kept_whenever_they_come() -> None:
    here = Location("a.yaml", 1, 0)
    everything = [problem("no-superior", here, subjects=[n], body=n) for n in "abcdefghij"]
    tally = Tally[str](lambda each: each.code, 3)
    for each in reversed(everything):
        tally.add(each)
    assert tally.close() == tuple(everything[:3])
    assert tally.left_out == {"G001": 7}


def test_no_more_is_held_than_is_needed() -> None:
    tally = Tally[str](lambda each: each.code, 5)
    for at in range(1_000, 0, -1):
        tally.add(found(at))
        assert len(tally._kept["G001"]) <= 10
    assert [each.location.line for each in tally.close() if each.location] == [1, 2, 3, 4, 5]
    assert tally.left_out == {"G001": 995}


def test_things_in_order_are_kept_from_the_first_on() -> None:
    kept = Kept[int](lambda number: "odd" if number % 2 else "even", 2)
    assert list(kept.passing(iter(range(7)))) == list(range(7))
    assert kept.first == [0, 1]
    assert kept.left_out == {"even": 3, "odd": 2}

"""Rows that are made as they are read."""

import tracemalloc
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.queries.rows import KEPT, Rows, by_batch, has_more_than, watched
from orggraph.queries.selection import NodeList

MANY = KEPT + 1


class Made:
    """Makes numbers, and counts how many it has made."""

    def __init__(self, count: int) -> None:
        self.count, self.made = count, 0

    def __call__(self) -> Iterator[int]:
        for number in range(self.count):
            self.made += 1
            yield number


@pytest.mark.parametrize("count", [0, 1, 7, KEPT, MANY, 2 * KEPT])
def test_rows_are_the_tuple_of_their_items(count: int) -> None:
    expected = tuple(range(count))
    for _ in range(2):
        rows = Rows(Made(count))
        assert (tuple(rows), tuple(rows)) == (expected, expected)
        assert (len(rows), bool(rows)) == (count, bool(count))
        assert rows == expected
        assert expected == rows
        assert rows == Rows(Made(count))
        assert hash(rows) == hash(expected)
        assert rows[:3] == expected[:3]
        assert list(reversed(rows)) == list(reversed(expected))
        assert (count in rows, -1 in rows, count - 1 in rows) == (False, False, bool(count))
        assert NodeList(rows) == NodeList(expected)  # type: ignore[arg-type]
    with pytest.raises(IndexError):
        Rows(Made(count))[count]


@given(st.lists(st.integers(0, 1), max_size=4), st.lists(st.integers(0, 1), max_size=4))
def test_rows_equal_what_has_the_same_items_only(one: list[int], other: list[int]) -> None:
    rows = Rows(lambda: one)
    assert (rows == tuple(other)) is (rows == Rows(lambda: other)) is (one == other)
    assert rows != one


def test_few_are_made_once_and_many_again() -> None:
    few, many = Made(KEPT), Made(MANY)
    for made in (few, many):
        rows = Rows(made)
        assert sum(1 for _ in rows) == sum(1 for _ in rows) == made.count
    assert (few.made, many.made) == (KEPT, 2 * MANY)


@pytest.mark.parametrize("ask", [len, list, tuple, sorted, lambda rows: rows[5], hash, reversed])
def test_what_needs_them_all_makes_them_once(ask: Callable[[Rows[int]], object]) -> None:
    rows = Rows(made := Made(MANY))
    ask(rows)
    assert (len(rows), rows[-1], list(rows)[7], made.made) == (MANY, MANY - 1, 7, MANY)


def test_no_more_are_made_than_asked_for() -> None:
    rows = Rows(made := Made(MANY))
    assert (bool(rows), made.made) == (True, 1)
    assert (next(iter(rows)), made.made) == (0, 2)
    assert (rows.has_more_than(9), made.made) == (True, 12)
    assert (repr(rows), made.made) == ("<Rows: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …>", 33)
    doubled = rows.map(lambda number: 2 * number)
    assert (next(iter(doubled)), made.made) == (0, 34)
    assert repr(Rows(Made(2))) == "<Rows: 0, 1>"


@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_whether_there_are_more(count: int) -> None:
    for items in (Rows(Made(count)), tuple(range(count))):
        assert [has_more_than(items, least) for least in range(3)] == [count > n for n in range(3)]


def test_reading_many_takes_the_memory_of_few() -> None:
    rows = Rows(lambda: (bytes(1_000) for _ in range(50_000)))
    tracemalloc.start()
    try:
        assert sum(map(len, rows)) == 50_000_000
        assert tracemalloc.get_traced_memory()[1] < 10_000_000
    finally:
        tracemalloc.stop()


def test_whoever_watches_is_told_how_far_along_it_is() -> None:
    told: list[float] = []
    answer = watched(NodeList(Rows(Made(1_000), lambda: 800)), told.append)  # type: ignore[arg-type]
    assert (len(answer.nodes), told) == (1_000, [0, 0.32, 0.64, 0.96, 1])
    assert watched(NodeList(()), told.append) == NodeList(())
    assert watched("text", told.append) == "text"
    unknown = NodeList(Rows(Made(3)))  # type: ignore[arg-type]
    assert (watched(unknown, told.append), len(told)) == (unknown, 5)


def test_batches_begin_small() -> None:
    sizes = [len(batch) for batch in by_batch(range(100), 32, 4)]
    assert sizes == [4, 8, 16, 32, 32, 8]
    assert [len(batch) for batch in by_batch(range(5), 2)] == [2, 2, 1]

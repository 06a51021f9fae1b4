"""Circles of lines, held against networkx."""

from itertools import accumulate

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from orggraph.model.cycles import find_cycles

LINES = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=20)


def numbered(lines: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return lines as the search takes them: by their source, where those of each begin."""
    counts = [sum(source == node for source, _ in lines) for node in range(8)]
    return [0, *accumulate(counts)], [target for _, target in sorted(lines)]


@given(LINES)
def test_there_is_a_circle_where_networkx_finds_one(lines: list[tuple[int, int]]) -> None:
    first, targets = numbered(lines)
    graph = nx.MultiDiGraph(lines)
    found = list(find_cycles(first, targets))
    assert bool(found) == (not nx.is_directed_acyclic_graph(graph))


@given(LINES)
def test_each_circle_leads_back_and_without_their_last_lines_there_is_none(
    lines: list[tuple[int, int]],
) -> None:
    first, targets = numbered(lines)
    sources = [source for source, _ in sorted(lines)]
    found = list(find_cycles(first, targets))
    for circle in found:
        following = [*circle[1:], circle[0]]
        assert [targets[line] for line in circle] == [sources[line] for line in following]
        assert len({sources[line] for line in circle}) == len(circle)
    closing = [circle[-1] for circle in found]
    assert len(set(closing)) == len(closing)
    left = [pair for line, pair in enumerate(sorted(lines)) if line not in closing]
    assert list(find_cycles(*numbered(left))) == []


def test_a_very_long_line_is_followed_to_its_end() -> None:
    count = 50_000
    ring = [*range(1, count), 0]
    (circle,) = find_cycles(list(range(count + 1)), ring)
    assert circle == list(range(count))

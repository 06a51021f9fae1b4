"""Count who reports to each node, once, so that nobody has to walk through them later."""

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator

UNKNOWN = -1
"""The count of those whom several lines lead to: some would be counted twice."""


def count_below(
    lines: Iterable[tuple[int, int]], nodes: int
) -> tuple[Iterator[tuple[int, int]], int]:
    """Return how many report to each node, at all levels, and how many nodes report to any.

    Lines are numbers of nodes from 1 to ``nodes``: of one and of its superior. They lead in no
    circle, and a pair may come more than once. The counts are of the nodes that have anybody under
    them, `UNKNOWN` for those under whom somebody has two superiors. It takes 14 bytes a node, and
    more only for each line that is not the first from its node.
    """
    superior = array("i", bytes(4 * (nodes + 1)))
    waiting = array("i", bytes(4 * (nodes + 1)))  # lines that are yet to be counted
    below = array("i", bytes(4 * (nodes + 1)))
    leads = bytearray(nodes + 1)
    shared = bytearray(nodes + 1)
    others: dict[int, set[int]] = defaultdict(set)
    for node, target in lines:
        if not superior[node]:
            superior[node] = target
        elif target == superior[node] or target in others.get(node, ()):
            continue
        else:
            others[node].add(target)
        waiting[target] += 1
        leads[target] = 1
    led = nodes + 1 - superior.count(0)
    for leaf in range(1, nodes + 1):
        done = [leaf] if superior[leaf] and not leads[leaf] else []
        while done:
            node = done.pop()
            for target in (superior[node], *others.get(node, ())):
                if not target:
                    continue
                below[target] += below[node] + 1
                shared[target] |= shared[node] | (node in others)
                waiting[target] -= 1
                if not waiting[target]:
                    done.append(target)
    leaders = (node for node in range(1, nodes + 1) if leads[node])
    return ((node, UNKNOWN if shared[node] else below[node]) for node in leaders), led


def add_counts(store: sqlite3.Connection, types: Iterable[int], nodes: int) -> int:
    """Put in how many report to each node, by relations of some types, given by their numbers.

    Return how many nodes report to any.
    """
    among = ", ".join(map(str, sorted(types)))
    query = f"SELECT source, target FROM relation WHERE type IN ({among})"
    counts, led = count_below(store.execute(query), nodes)
    store.execute("BEGIN")
    store.executemany("INSERT INTO below VALUES (?, ?)", counts)
    store.execute("COMMIT")
    return led

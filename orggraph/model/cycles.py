"""Find the circles that lines lead in, with a few bytes for each line."""

from array import array
from collections.abc import Iterator, Sequence


def find_cycles(first: Sequence[int], targets: Sequence[int]) -> Iterator[list[int]]:
    """Yield one cycle for each line that leads back, by depth-first search (Tarjan 1972).

    Nodes and lines are numbers: the lines of node ``n`` are ``first[n]`` up to ``first[n + 1]``,
    and each leads to the node in ``targets``. A cycle is the numbers of its lines. The search keeps
    a stack of its own, since a line may be longer than Python's; beside what it is given it takes
    16 bytes a node.
    """
    count = len(first) - 1
    following = array("i", first)  # the next line to go along from a node
    depth = array("i", bytes(4 * count))  # 0 not seen yet, -1 done, else the place on the way
    trail = array("i")  # the lines that led here
    for start in range(count):
        if depth[start]:
            continue
        way = array("i", (start,))
        depth[start] = 1
        while way:
            node = way[-1]
            line = following[node]
            if line == first[node + 1]:
                way.pop()
                depth[node] = -1
                if trail:
                    trail.pop()
                continue
            following[node] = line + 1
            target = targets[line]
            if depth[target] > 0:
                yield [*trail[depth[target] - 1 :], line]
            elif depth[target] == 0:
                trail.append(line)
                way.append(target)
                depth[target] = len(way)

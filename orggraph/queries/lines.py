"""Reporting lines: up from a node, down from it, and where two of them meet.

Relations run from the one below to the one above; these functions speak of superiors and
subordinates instead. An outline visits each node once: where a line comes back to one already
shown, it says so and goes no further.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from orggraph.model import Graph, Relation
from orggraph.text import collation_key


class OutlineRow(NamedTuple):
    """A node in an outline, `depth` levels under its root.

    `relation` is the one that leads to it, None for a root; `repeated` says that the node stands
    above already, where its own line is shown.
    """

    depth: int
    node: str
    relation: Relation | None = None
    repeated: bool = False


class Chain(NamedTuple):
    """The reporting line of a node up to the top, with a branch for each superior."""

    node: str
    rows: tuple[OutlineRow, ...]

    @property
    def tops(self) -> tuple[str, ...]:
        """Where the line ends: the superiors that report to nobody."""
        return _leaves(self.rows)


class Tree(NamedTuple):
    """Everything that reports to a node, or to the tops of the whole graph where that is None.

    `outside` counts the nodes that stand in no reporting line, where the whole graph was asked for.
    """

    node: str | None
    rows: tuple[OutlineRow, ...]
    outside: int = 0


class CommonSuperiors(NamedTuple):
    """The lowest common superiors of some nodes, with the line from each node to each of them."""

    nodes: tuple[str, ...]
    superiors: tuple[str, ...]
    lines: tuple[tuple[str, str, tuple[Relation, ...]], ...]
    """For each node and each superior, the shortest reporting line between them."""
    line_ends: tuple[tuple[str, tuple[str, ...]], ...]
    """For each node, where its reporting line ends."""


def find_superiors(graph: Graph, node: str) -> list[Relation]:
    """Return the reporting relations from a node to its superiors, solid lines first."""
    found = [r for r in graph.relations_from(node) if graph.is_reporting(r)]
    return sorted(found, key=lambda r: (r.line != "solid", *_by_name(graph, r.target), r.id))


def find_subordinates(graph: Graph, node: str) -> list[Relation]:
    """Return the reporting relations to a node from its subordinates, by name."""
    found = [r for r in graph.relations_to(node) if graph.is_reporting(r)]
    return sorted(found, key=lambda r: (*_by_name(graph, r.source), r.id))


def find_chain(graph: Graph, node: str) -> Chain:
    """Return the reporting line from a node to the top; raises UnknownNodeError."""
    graph.node(node)
    return Chain(node, tuple(_outline([node], lambda n: find_superiors(graph, n), upward=True)))


def find_tree(graph: Graph, node: str | None = None) -> Tree:
    """Return all that reports to a node, or the whole of the reporting lines.

    Raises UnknownNodeError.
    """
    if node is not None:
        graph.node(node)
        roots, outside = [node], 0
    else:
        reporting = [r for r in graph.relations.values() if graph.is_reporting(r)]
        below, above = {r.source for r in reporting}, {r.target for r in reporting}
        roots = sorted(above - below, key=lambda n: _by_name(graph, n))
        outside = len(graph.nodes.keys() - below - above)
    rows = _outline(roots, lambda n: find_subordinates(graph, n), upward=False)
    return Tree(node, tuple(rows), outside)


def find_common(graph: Graph, nodes: Sequence[str]) -> CommonSuperiors:
    """Return the lowest common superiors of two nodes or more.

    A node counts among its own superiors, as in the usual definition of a lowest common ancestor
    (Aho, Hopcroft and Ullman 1973): where one of the nodes leads the other, it is the answer. With
    several superiors there may be several answers, none of which reports to another. Raises
    UnknownNodeError.
    """
    lines = {graph.node(node).id: _lines_up(graph, node) for node in nodes}
    shared = set.intersection(*(set(line) for line in lines.values()))
    # What is above a shared superior is shared too, so one step up tells all that are not lowest.
    not_lowest = {
        relation.target
        for superior in shared
        for relation in graph.relations_from(superior)
        if graph.is_reporting(relation)
    }
    lowest = sorted(shared - not_lowest, key=lambda n: _by_name(graph, n))
    return CommonSuperiors(
        tuple(lines),
        tuple(lowest),
        tuple((node, top, _line_to(top, lines[node])) for node in lines for top in lowest),
        tuple((node, tuple(find_line_ends(graph, node))) for node in lines),
    )


def find_line_ends(graph: Graph, node: str) -> list[str]:
    """Return where a node's reporting line ends: itself, if it reports to nobody."""
    tops = [n for n in _lines_up(graph, node) if not find_superiors(graph, n)]
    return sorted(tops, key=lambda n: _by_name(graph, n))


def _lines_up(graph: Graph, node: str) -> dict[str, Relation | None]:
    """Return each superior of a node with the last relation of the shortest line to it.

    The node itself is among them, with None.
    """
    arrivals: dict[str, Relation | None] = {node: None}
    level = [node]
    while level:
        above: list[str] = []
        for below in level:
            for relation in find_superiors(graph, below):
                if relation.target not in arrivals:
                    arrivals[relation.target] = relation
                    above.append(relation.target)
        level = above
    return arrivals


def _line_to(superior: str, arrivals: Mapping[str, Relation | None]) -> tuple[Relation, ...]:
    """Return the line that arrives at a superior, from its beginning."""
    line: list[Relation] = []
    relation = arrivals[superior]
    while relation is not None:
        line.append(relation)
        relation = arrivals[relation.source]
    return tuple(reversed(line))


def _outline(
    roots: Iterable[str], next_relations: Callable[[str], list[Relation]], *, upward: bool
) -> Iterator[OutlineRow]:
    """Yield the nodes reached from ``roots``, each under the one that leads to it."""
    seen: set[str] = set()
    waiting: list[OutlineRow] = [OutlineRow(0, root) for root in reversed(list(roots))]
    while waiting:
        row = waiting.pop()
        if row.node in seen:
            if next_relations(row.node):
                row = OutlineRow(row.depth, row.node, row.relation, repeated=True)
            yield row
            continue
        seen.add(row.node)
        yield row
        for relation in reversed(next_relations(row.node)):
            end = relation.target if upward else relation.source
            waiting.append(OutlineRow(row.depth + 1, end, relation))


def _leaves(rows: Sequence[OutlineRow]) -> tuple[str, ...]:
    following = [*rows[1:], OutlineRow(0, "")]
    ends = (
        row.node
        for row, after in zip(rows, following, strict=True)
        if after.depth <= row.depth and not row.repeated
    )
    return tuple(dict.fromkeys(ends))


def _by_name(graph: Graph, node: str) -> tuple[str, str]:
    return collation_key(graph.nodes[node].name.original)

"""Reporting lines: up from a node, down from it, and where two of them meet.

Relations run from the one below to the one above; these functions speak of superiors and
subordinates instead. An outline visits each node once: where a line comes back to one already
shown, it says so and goes no further.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from orggraph.model import Graph, Relation
from orggraph.model.index import AHEAD
from orggraph.queries.rows import Rows, by_batch
from orggraph.text import collation_key
from orggraph.vocabulary import REPORTING

_AT_FIRST = 8  # nodes: the first rows come at once


class OutlineRow(NamedTuple):
    """A node in an outline, `depth` levels under its root.

    `relation` is the one that leads to it, None for a root; `repeated` says that the node stands
    above already, where its own line is shown. `folded` is how many report to it, at all levels,
    where the outline is cut off at it. `is_last` says that no other follows under the same node.
    """

    depth: int
    node: str
    relation: Relation | None = None
    repeated: bool = False
    folded: int = 0
    is_last: bool = True


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

    The rows are made as they are read (`Rows`). `outside` counts the nodes that stand in no
    reporting line, where the whole graph was asked for.
    """

    node: str | None
    rows: Sequence[OutlineRow]
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
    return _superiors(graph, node, _reporting(graph))


def find_subordinates(graph: Graph, node: str) -> list[Relation]:
    """Return the reporting relations to a node from its subordinates, by name."""
    return _subordinates(graph, node, _reporting(graph))


def find_chain(graph: Graph, node: str) -> Chain:
    """Return the reporting line from a node to the top; raises UnknownNodeError."""
    graph.node(node)
    types = _reporting(graph)
    rows = _outline([node], lambda nodes: {nodes[0]: _superiors(graph, nodes[0], types)}, _target)
    return Chain(node, tuple(rows))


def find_tree(graph: Graph, node: str | None = None, *, depth: int | None = None) -> Tree:
    """Return all that reports to a node, or the whole of the reporting lines.

    With ``depth`` it is cut off that many levels below the node, or the tops: who is further down
    is only counted, also those who are shown elsewhere since they report to several. The rows are
    made as they are read; of whom they have shown they keep those who lead anyone. Raises
    UnknownNodeError.
    """
    types = _reporting(graph)
    if node is not None:
        graph.node(node)
        roots: Collection[str] = [node]
        outside = 0
    else:
        roots = graph.index.tops(types)
        names = _names(graph, roots)
        roots = sorted(roots, key=lambda n: names[n])
        outside = graph.index.count_apart(types)

    def rows() -> Iterator[OutlineRow]:
        for row in _outline(roots, lambda nodes: _below(graph, nodes, types), _source, depth=depth):
            if row.depth == depth and not row.repeated:
                yield row._replace(folded=graph.index.count_below(row.node, types))
            else:
                yield row

    def about() -> int:
        whole = graph.undated or graph  # which is counted already, or can be fast
        return len(whole.nodes) if node is None else whole.index.count_below(node, types) + 1

    return Tree(node, Rows(rows, about if depth is None else None), outside)


def find_common(graph: Graph, nodes: Sequence[str]) -> CommonSuperiors:
    """Return the lowest common superiors of two nodes or more.

    A node counts among its own superiors, as in the usual definition of a lowest common ancestor
    (Aho, Hopcroft and Ullman 1973): where one of the nodes leads the other, it is the answer. With
    several superiors there may be several answers, none of which reports to another. Raises
    UnknownNodeError.
    """
    types = _reporting(graph)
    lines = {graph.node(node).id: _lines_up(graph, node, types) for node in nodes}
    shared = set.intersection(*(set(line) for line in lines.values()))
    # What is above a shared superior is shared too, so one step up tells all that are not lowest.
    not_lowest = {
        relation.target for superior in shared for relation in graph.relations_from(superior, types)
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
    types = _reporting(graph)
    tops = [n for n in _lines_up(graph, node, types) if not graph.relations_from(n, types)]
    return sorted(tops, key=lambda n: _by_name(graph, n))


def _lines_up(graph: Graph, node: str, types: Collection[str]) -> dict[str, Relation | None]:
    """Return each superior of a node with the last relation of the shortest line to it.

    The node itself is among them, with None.
    """
    arrivals: dict[str, Relation | None] = {node: None}
    level = [node]
    while level:
        above: list[str] = []
        for below in level:
            for relation in _superiors(graph, below, types):
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
    roots: Iterable[str],
    follow: Callable[[Sequence[str]], Mapping[str, Sequence[Relation]]],
    end_of: Callable[[Relation], str],
    *,
    depth: int | None = None,
) -> Iterator[OutlineRow]:
    """Yield the nodes reached from ``roots``, each under the one that leads to it.

    ``follow`` gives the relations that lead on from a node, and is told which are asked for after
    it, to give theirs too or not. With ``depth`` no row is deeper. What is cut off there is not
    shown above.
    """
    shown: set[str] = set()  # those that lead on
    known: dict[str, Sequence[Relation]] = {}
    most = _AT_FIRST
    waiting = [OutlineRow(0, root, is_last=not at) for at, root in enumerate(reversed(list(roots)))]
    while waiting:
        row = waiting.pop()
        if row.node in shown:
            yield row._replace(repeated=True)
            continue
        yield row
        if row.depth == depth:
            continue
        if row.node not in known:
            coming = (row, *islice(reversed(waiting), AHEAD))
            wanted = dict.fromkeys(_coming(coming, known, end_of, depth))
            known |= follow([node for node in islice(wanted, most) if node not in shown])
            most = min(2 * most, AHEAD)
        following = known.pop(row.node)
        if following:
            shown.add(row.node)
        below = row.depth + 1
        waiting += [
            OutlineRow(below, end_of(relation), relation, is_last=not at)
            for at, relation in enumerate(reversed(following))
        ]


def _coming(
    rows: Iterable[OutlineRow],
    known: Mapping[str, Sequence[Relation]],
    end_of: Callable[[Relation], str],
    depth: int | None,
) -> Iterator[str]:
    """Yield the nodes that what leads on from will be asked for, and is not known."""
    for row in rows:
        if row.node not in known:
            if row.depth != depth:
                yield row.node
        elif depth is None or row.depth + 1 < depth:
            yield from (end for end in map(end_of, known[row.node]) if end not in known)


def _source(relation: Relation) -> str:
    return relation.source


def _target(relation: Relation) -> str:
    return relation.target


def _leaves(rows: Sequence[OutlineRow]) -> tuple[str, ...]:
    following = [*rows[1:], OutlineRow(0, "")]
    ends = (
        row.node
        for row, after in zip(rows, following, strict=True)
        if after.depth <= row.depth and not row.repeated
    )
    return tuple(dict.fromkeys(ends))


def _reporting(graph: Graph) -> frozenset[str]:
    return graph.vocabulary.types_of(family=REPORTING)


def _superiors(graph: Graph, node: str, types: Collection[str]) -> list[Relation]:
    found = graph.relations_from(node, types)
    return sorted(found, key=lambda r: (r.line != "solid", *_by_name(graph, r.target), r.id))


def _subordinates(graph: Graph, node: str, types: Collection[str]) -> list[Relation]:
    return _below(graph, [node], types)[node]


def _below(graph: Graph, nodes: Sequence[str], types: Collection[str]) -> dict[str, list[Relation]]:
    """Return the reporting relations to some nodes from their subordinates, by name."""
    found = graph.index.relations_to_each(nodes, types)
    names = _names(graph, [r.source for relations in found.values() for r in relations])
    return {
        node: sorted(relations, key=lambda r: (*names[r.source], r.id))
        for node, relations in found.items()
    }


def _names(graph: Graph, nodes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the keys that sort some nodes by name."""
    names: dict[str, tuple[str, str]] = {}
    for batch in by_batch(nodes, AHEAD):
        graph.index.read_ahead(batch)
        names.update((node, _by_name(graph, node)) for node in batch)
    return names


def _by_name(graph: Graph, node: str) -> tuple[str, str]:
    return collation_key(graph.nodes[node].name.original)

"""What can be asked of an organisation, as methods.

A method imports what answers it, so that each question loads no more than it needs.
"""

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Self

from orggraph.model import Graph, Node, PartialDate, TimeSpan
from orggraph.queries.times import as_date, parse_date, parse_span

if TYPE_CHECKING:
    from orggraph.changes.change import Diff
    from orggraph.checks.check import CheckReport
    from orggraph.evidence.coverage import Coverage
    from orggraph.queries.description import Description
    from orggraph.queries.history import History
    from orggraph.queries.lines import Chain, CommonSuperiors, Tree
    from orggraph.queries.paths import PathResult
    from orggraph.queries.rosters import Roster
    from orggraph.queries.selection import NodeList, RelationList
    from orggraph.queries.terms import TermList


class Questions(Graph):
    """A graph that answers questions.

    Nodes are named as people name them: by id, name, alias or translated name, in any usual
    spelling. A name that fits none or several raises UnknownNodeError with the candidates.
    """

    def find_node(self, name: str) -> Node:
        """Return the node that ``name`` means."""
        from orggraph.queries import names

        return names.find_node(self, name)

    def find_path(self, source: str, target: str, *, strict: bool = False) -> "PathResult":
        """Return how ``source`` reaches ``target``, and what kind of line that is.

        With ``strict`` only a reporting line will do.
        """
        from orggraph.queries import paths

        start, end = self.find_node(source).id, self.find_node(target).id
        return paths.find_path(self, source=start, target=end, strict=strict)

    def find_paths(self, source: str, target: str, *, strict: bool = False) -> "PathResult":
        """Return every shortest path from ``source`` to ``target``."""
        from orggraph.queries import paths

        start, end = self.find_node(source).id, self.find_node(target).id
        return paths.find_paths(self, source=start, target=end, strict=strict)

    def find_who(self, relation: str, target: str | None = None) -> "RelationList":
        """Return who does ``relation`` to ``target``: ``find_who("appoints", "styregruppe")``."""
        from orggraph.queries import selection

        return selection.find_who(self, relation, target=self._id(target))

    def find_whom(self, relation: str, source: str | None = None) -> "RelationList":
        """Return to whom ``source`` does ``relation``: ``find_whom("appoints", "kd-net")``."""
        from orggraph.queries import selection

        return selection.find_whom(self, relation, source=self._id(source))

    def find_chain(self, node: str) -> "Chain":
        """Return the reporting line of a node up to the top."""
        from orggraph.queries import lines

        return lines.find_chain(self, self.find_node(node).id)

    def find_tree(self, node: str | None = None, *, depth: int | None = None) -> "Tree":
        """Return everything that reports to a node, or all reporting lines.

        With ``depth`` only that many levels: who is further down is counted.
        """
        from orggraph.queries import lines

        return lines.find_tree(self, self._id(node), depth=depth)

    def find_common(self, *nodes: str) -> "CommonSuperiors":
        """Return the lowest common superiors of two nodes or more."""
        from orggraph.queries import lines

        return lines.find_common(self, [self.find_node(node).id for node in nodes])

    def find_roster(self, body: str) -> "Roster":
        """Return the members and seats of a body."""
        from orggraph.queries import rosters

        return rosters.find_roster(self, self.find_node(body).id)

    def find_terms(
        self,
        node: str | None = None,
        *,
        within: str | TimeSpan | None = None,
        on: str | PartialDate | None = None,
        everyone: bool = False,
    ) -> "TermList":
        """Return who sits until when, in ``node`` or everywhere, on a day such as today.

        ``within`` a span such as "6 months" only terms that run out in it, or have. Those who have
        left come with ``everyone`` only; a graph `as_of` a date no longer has them.
        """
        from orggraph.queries import terms

        span = parse_span(within) if isinstance(within, str) else within
        return terms.find_terms(
            self, self._id(node), within=span, on=as_date(on), everyone=everyone
        )

    def find_history(self, node: str, *, on: str | PartialDate | None = None) -> "History":
        """Return what was when for a node; with ``on`` as it could be told on that day."""
        from orggraph.queries import history

        return history.find_history(self, self.find_node(node).id, on=as_date(on))

    def find_nodes(self, *, kind: str | None = None) -> "NodeList":
        """Return the nodes of a kind, or all."""
        from orggraph.queries import selection

        return selection.find_nodes(self, kind=kind)

    def find_relations(
        self,
        *,
        node: str | None = None,
        families: Collection[str] = (),
        types: Collection[str] = (),
    ) -> "RelationList":
        """Return the relations of a node, of some families and types, or all."""
        from orggraph.queries import selection

        chosen = self.vocabulary.choose_types(families=families, types=types)
        return selection.find_relations(self, types=chosen, node=self._id(node))

    def describe(self, node: str) -> "Description":
        """Return everything known about a node."""
        from orggraph.queries import description

        return description.describe(self, self.find_node(node).id)

    def check(
        self,
        sources: Mapping[str, str] | None = None,
        *,
        most: int | None = 10_000,
        progress: Callable[[float], None] = lambda done: None,
    ) -> "CheckReport":
        """Hold the graph against its sources and rules; ``sources`` are files by source id.

        The first ``most`` findings of each rule are told one by one, and as many quotations and
        seats; the others are counted. ``progress`` is told how much is done, from 0 to 1. A store
        is verified first, the whole of it. Raises OrgGraphError where it is damaged.
        """
        from orggraph.checks.check import check
        from orggraph.evidence.verify import Sources
        from orggraph.formats.loader import with_lines

        self.index.verify()
        found = check(self, Sources(self, sources), most=most, progress=progress)
        return found._replace(problems=with_lines(found.problems))

    def find_coverage(self, source: str, sources: Mapping[str, str] | None = None) -> "Coverage":
        """Return what rests on each paragraph of a source."""
        from orggraph.evidence.coverage import find_coverage
        from orggraph.evidence.verify import Sources

        return find_coverage(self, Sources(self, sources), source)

    def diff(self, newer: Graph, sources: Mapping[str, str] | None = None) -> "Diff":
        """Return what changed from this version to a newer one; ``sources`` as for `check`."""
        from orggraph.changes.compare import compare
        from orggraph.evidence.verify import Sources

        old, new = (
            Sources(graph, {i: f for i, f in (sources or {}).items() if i in graph.sources})
            for graph in (self, newer)
        )
        return compare(self, newer, old_sources=old, new_sources=new)

    def as_of(self, date: str) -> Self:
        """Return the graph without what certainly does not hold on ``date``, such as 2025-03."""
        return self.restricted(as_of=parse_date(date))

    def only(self, *, families: Collection[str] = (), types: Collection[str] = ()) -> Self:
        """Return the graph with the relations of some families and types only."""
        return self.restricted(types=self.vocabulary.choose_types(families=families, types=types))

    def _id(self, name: str | None) -> str | None:
        return None if name is None else self.find_node(name).id

"""The ways from a node to its neighbours, and which of several between two nodes is the best."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from orggraph.model import Graph, Relation
from orggraph.vocabulary import REPORTING


class Cost(NamedTuple):
    """What a path costs, in the order in which that counts."""

    against: int = 0
    not_reporting: int = 0
    hops: int = 0

    def plus(self, other: "Cost") -> "Cost":
        """Return what two paths after each other cost."""
        return Cost(self[0] + other[0], self[1] + other[1], self[2] + other[2])


class Step(NamedTuple):
    """A way from a node to a neighbour: a relation, in its direction or against it."""

    source: str
    target: str
    cost: Cost
    relation: Relation
    forward: bool


CHEAPEST = Cost(0, 0, 1)
"""What a step costs at the least: that of a reporting relation."""

_LINK = Cost(0, 1, 1)
_AGAINST = Cost(1, 1, 1)


class Ways:
    """The steps that a path in a graph may take, each found from either of its ends."""

    def __init__(
        self, graph: Graph, *, along: Collection[str] | None, against: Collection[str] | None
    ) -> None:
        """Allow relations of some types ``along`` their direction, and of some ``against`` it.

        None is all types. What is symmetric counts as along its direction either way.
        """
        vocabulary = graph.vocabulary
        self._graph = graph
        self._along = along
        self._against = against
        self._rank_of = vocabulary.rank_of
        self._reporting = vocabulary.types_of(family=REPORTING)
        self._symmetric = vocabulary.types_of(trait="symmetric")

    def leaving(self, node: str) -> Iterable[Step]:
        """Return the best step from a node to each neighbour, as `arriving` does."""
        best: dict[str, Step] = {}
        for relation in self._graph.relations_from(node, self._along):
            self._keep_better(best, relation.target, self._step_along(relation))
        if self._against is None or self._against:
            for relation in self._graph.relations_to(node, self._against):
                self._keep_better(best, relation.source, self._step_against(relation))
        return best.values()

    def arriving(self, node: str) -> Iterable[Step]:
        """Return the best step to a node from each neighbour.

        It is the cheapest; then one that is stated; then the first by vocabulary.
        """
        best: dict[str, Step] = {}
        for relation in self._graph.relations_to(node, self._along):
            self._keep_better(best, relation.source, self._step_along(relation))
        if self._against is None or self._against:
            for relation in self._graph.relations_from(node, self._against):
                self._keep_better(best, relation.target, self._step_against(relation))
        return best.values()

    def _keep_better(self, best: dict[str, Step], neighbour: str, step: Step) -> None:
        rival = best.setdefault(neighbour, step)
        if rival is not step and self._preference(step) < self._preference(rival):
            best[neighbour] = step

    def _step_along(self, relation: Relation) -> Step:
        cost = CHEAPEST if relation.type in self._reporting else _LINK
        return Step(relation.source, relation.target, cost, relation, forward=True)

    def _step_against(self, relation: Relation) -> Step:
        symmetric = relation.type in self._symmetric
        cost = _LINK if symmetric else _AGAINST
        return Step(relation.target, relation.source, cost, relation, forward=symmetric)

    def _preference(self, step: Step) -> tuple[object, ...]:
        relation = step.relation
        # What the source states in so many words comes before what follows from it.
        indirect = (relation.status != "stated", relation.is_derived)
        return (step.cost, indirect, self._rank_of(relation.type), relation.id)

"""Ask all rules of a graph, going through it no more often than need be."""

from collections.abc import Iterator
from itertools import groupby

from orggraph.checks.case import BODY, Case
from orggraph.checks.place import Place, iter_nodes
from orggraph.checks.proof import iter_proven
from orggraph.checks.registry import OF_GRAPHS, OF_LINES, OF_NODES, OF_PLACES, OF_RELATIONS
from orggraph.checks.steps import Steps
from orggraph.model import Relation
from orggraph.queries.seats import SeatStatus
from orggraph.source import Problem


def judge(case: Case, steps: Steps | None = None) -> Iterator[Problem | SeatStatus]:
    """Yield what the rules find in a case, and on the way the state of every seat in order.

    Relations come first, and what is to be known of all of them; then each node with its seats and
    members; then what is about the whole. ``steps`` is told how far that is.
    """
    steps = steps or Steps(0, lambda done: None)
    yield from _judge_relations(case, steps)
    if case.whole.sources:
        for seat in case.whole.seats.values():
            case.facts.proven.add(*iter_proven(seat))
    yield from _judge_nodes(case, steps)
    for rule in OF_GRAPHS:
        yield from rule(case)


def _judge_relations(case: Case, steps: Steps) -> Iterator[Problem]:
    """Yield what is found in the relations, which come by source and type, and note the facts."""
    relations = steps.over(case.whole.iter_relations())
    reporting = case.types.reporting
    for (_, type_), group in groupby(relations, key=lambda r: (r.source, r.type)):
        together = []
        for relation in group:
            _note(case, relation)
            if not relation.is_derived:
                for rule in OF_RELATIONS:
                    yield from rule(case, relation)
            if type_ in reporting:
                together.append(relation)
        for of_line in OF_LINES if together else ():
            yield from of_line(case, together)


def _note(case: Case, relation: Relation) -> None:
    """Note what rules have to know of all relations."""
    facts, types = case.facts, case.types
    if relation.type in types.lines:
        facts.is_lined = True
    if relation.evidence:
        facts.proven.add(*iter_proven(relation))
    chooses = relation.type in types.fills or relation.type in types.choosing
    if chooses and relation.seat and not relation.is_derived:
        facts.direct.append(relation.id)
    other = relation.represents
    if other is None or other in facts.represented:
        return
    # It is asked of bodies only, and of those whom something represents on the day.
    if case.is_of_kind(other, BODY) and case.left_of(relation):
        facts.represented.add(other)


def _judge_nodes(case: Case, steps: Steps) -> Iterator[Problem | SeatStatus]:
    """Yield what is found in the nodes, one after the other, and the states of their seats."""
    vocabulary = case.whole.vocabulary
    seating = set().union(*(vocabulary.types[type_].targets for type_ in case.types.rosters))
    seating.add(BODY)
    for node, seats in steps.over(iter_nodes(case), weight=Steps.OF_A_PLACE):
        for of_node in OF_NODES:
            yield from of_node(case, node)
        if seats or node.kind in seating:
            place = Place(case, node, seats)
            for rule in OF_PLACES:
                yield from rule(case, place)
            yield from place.statuses

"""Rules of oversight: nobody watches over themselves, and who watches is told."""

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial

from orggraph.checks.appointments import find_components
from orggraph.checks.case import BODY, ORGANISATION, PERSON, POST, Case
from orggraph.checks.word import Word
from orggraph.model import Relation
from orggraph.source import Problem, problem

_KEPT = 256
"""Of how many nodes what was found out is kept."""


def find_overseers_within(case: Case) -> Iterator[Problem]:
    """Yield the overseers that take part in the decisions of the body that they oversee."""
    for relation in _oversight(case):
        members = case.members(relation.target) if _is_body(case, relation.target) else ()
        if any(member.node == relation.source and member.decides for member in members):
            yield problem(
                "overseer-is-member",
                relation.location,
                subjects=[relation.source, relation.target],
                overseer=case.name(relation.source),
                overseen=case.name(relation.target),
            )


def find_people_on_both_sides(case: Case) -> Iterator[Problem]:
    """Yield who decides in a body, and in another or a post that the body oversees.

    Who controls is to be another than who is controlled, as in the Danish Companies Act
    (selskabsloven) § 111 for a supervisory board. An organisation is no side: its members and staff
    may well have their say in a body over it, or under it. Nor is a committee that a body forms of
    its own.
    """
    deciders = lru_cache(_KEPT)(partial(_deciders, case))
    for relation in _oversight(case):
        inside = deciders(relation.target)
        both = inside & deciders(relation.source) if _is_body(case, relation.source) else set()
        if not both or both == inside or _is_part(case, relation):
            continue
        for member in case.members(relation.source):
            if member.decides and _persons(case, member.node) & both:
                yield problem(
                    "on-both-sides",
                    member.relation.location,
                    subjects=[member.node, relation.source, relation.target],
                    member=case.name(member.node),
                    overseer=case.name(relation.source),
                    overseen=case.name(relation.target),
                )


def find_mutual_oversight(case: Case) -> Iterator[Problem]:
    """Yield each circle of oversight."""
    overseen: dict[str, set[str]] = defaultdict(set)
    for relation in _oversight(case):
        # Only an overseer can be overseen in a circle: few are kept.
        if case.graph.relations_from(relation.target, case.types.oversight):
            overseen[relation.source].add(relation.target)
    circles = list(map(frozenset, find_components(overseen)))
    circle_of = {node: circle for circle in circles for node in circle}
    last: dict[frozenset[str], Relation] = {}
    for relation in _oversight(case) if circles else ():
        its = circle_of.get(relation.source)
        if its and relation.target in its:
            last[its] = max(last.get(its, relation), relation, key=lambda r: r.location or ("",))
    for circle in circles:
        names = case.names(sorted(circle))
        place = last[circle].location
        yield problem("mutual-oversight", place, subjects=sorted(circle), nodes=names)


def find_overseers_below(case: Case) -> Iterator[Problem]:
    """Yield the overseers that report to whom they oversee, directly or up the line.

    What oversees a whole organisation may well report to somebody in it, or to it.
    """
    above = lru_cache(_KEPT)(partial(_above, case))
    for relation in _oversight(case):
        is_party = case.is_of_kind(relation.target, ORGANISATION)
        if not is_party and relation.target in above(relation.source):
            yield problem(
                "overseer-reports-to-overseen",
                relation.location,
                subjects=[relation.source, relation.target],
                overseer=case.name(relation.source),
                overseen=case.name(relation.target),
            )


def find_uninformed_overseers(case: Case) -> Iterator[Problem]:
    """Yield the overseers whom nothing from the overseen reaches, by any line or person."""
    word = Word(case.graph)
    for relation in _oversight(case):
        if not word.reaches(relation.target, relation.source):
            yield problem(
                "overseer-uninformed",
                relation.location,
                subjects=[relation.source, relation.target],
                overseer=case.name(relation.source),
                overseen=case.name(relation.target),
            )


def _oversight(case: Case) -> Iterator[Relation]:
    return case.certain(case.graph.iter_relations(case.types.oversight))


def _is_body(case: Case, node: str) -> bool:
    return case.is_of_kind(node, BODY)


def _is_part(case: Case, relation: Relation) -> bool:
    parts = case.graph.relations_from(relation.target, case.types.parts)
    return any(part.target == relation.source for part in parts)


def _persons(case: Case, member: str) -> set[str]:
    """Return a member, and who certainly holds it where it is a post."""
    return {member, *case.certain_holders(member)}


def _deciders(case: Case, node: str) -> set[str]:
    """Return who certainly decides in a body, or holds a post, with the posts they do it by."""
    if not _is_body(case, node):
        return _persons(case, node) if case.is_of_kind(node, PERSON, POST) else set()
    singles = (m.node for m in case.members(node) if m.decides)
    return set().union(
        *(_persons(case, each) for each in singles if not case.whole.nodes[each].collective)
    )


def _above(case: Case, node: str) -> set[str]:
    """Return all that a node certainly reports to by solid lines, up the line."""
    above: set[str] = set()
    waiting = [node]
    while waiting:
        lines = case.graph.relations_from(waiting.pop(), case.types.reporting)
        new = {r.target for r in lines if r.line == "solid" and case.holds(r)} - above
        above |= new
        waiting += new
    return above

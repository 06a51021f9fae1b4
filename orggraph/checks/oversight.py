"""Rules of oversight: nobody watches over themselves, and who watches is told."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache, partial

from orggraph.checks.appointments import find_components
from orggraph.checks.case import BODY, ORGANISATION, PERSON, POST, Case
from orggraph.model import Graph, Relation
from orggraph.source import Problem, problem
from orggraph.vocabulary import REPORTING


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
    deciders = cache(partial(_deciders, case))
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
    relations = list(_oversight(case))
    for relation in relations:
        overseen[relation.source].add(relation.target)
    for circle in find_components(overseen):
        last = max(
            (r for r in relations if {r.source, r.target} <= circle),
            key=lambda r: r.location or ("",),
        )
        names = case.names(sorted(circle))
        yield problem("mutual-oversight", last.location, subjects=sorted(circle), nodes=names)


def find_overseers_below(case: Case) -> Iterator[Problem]:
    """Yield the overseers that report to whom they oversee, directly or up the line.

    What oversees a whole organisation may well report to somebody in it, or to it.
    """
    above = cache(partial(_above, _find_superiors(case)))
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
    word = _Word(case.graph)
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
    oversees = case.graph.vocabulary.types_of(trait="oversight")
    return (relation for relation in case.relations if relation.type in oversees)


def _is_body(case: Case, node: str) -> bool:
    return case.is_of_kind(node, BODY)


def _is_part(case: Case, relation: Relation) -> bool:
    parts = case.graph.vocabulary.types_of(family="structure", trait="upward")
    out = case.graph.relations_from(relation.target)
    return any(r.type in parts and r.target == relation.source for r in out)


def _persons(case: Case, member: str) -> set[str]:
    """Return a member, and who certainly holds it where it is a post."""
    return {member, *case.certain_holders.get(member, ())}


def _deciders(case: Case, node: str) -> set[str]:
    """Return who certainly decides in a body, or holds a post, with the posts they do it by."""
    if not _is_body(case, node):
        return _persons(case, node) if case.is_of_kind(node, PERSON, POST) else set()
    singles = (m.node for m in case.members(node) if m.decides)
    return set().union(
        *(_persons(case, each) for each in singles if not case.graph.nodes[each].collective)
    )


def _find_superiors(case: Case) -> dict[str, set[str]]:
    """Return to whom each node certainly reports by solid lines."""
    superiors: dict[str, set[str]] = defaultdict(set)
    for relation in case.graph.relations.values():
        if relation.line == "solid" and case.graph.is_reporting(relation) and case.holds(relation):
            superiors[relation.source].add(relation.target)
    return superiors


def _above(superiors: Mapping[str, set[str]], node: str) -> set[str]:
    """Return all that a node reports to, up the line."""
    above: set[str] = set()
    waiting = [node]
    while waiting:
        new = superiors.get(waiting.pop(), set()) - above
        above |= new
        waiting += new
    return above


class _Word:
    """Where word may go in a graph: by reporting, contact and support, and by who is in what."""

    def __init__(self, graph: Graph) -> None:
        vocabulary = graph.vocabulary
        inwards = vocabulary.types_of(family="structure") | vocabulary.types_of(family="membership")
        told = vocabulary.types_of(family="contact") | vocabulary.types_of(family="support")
        told |= vocabulary.types_of(family=REPORTING)
        onwards: dict[str, set[str]] = defaultdict(set)
        self._inside: dict[str, set[str]] = defaultdict(set)
        for relation in graph.relations.values():
            # Who is in it may carry the word, however many links that takes.
            if relation.type in inwards:
                onwards[relation.target].add(relation.source)
                self._inside[relation.target].add(relation.source)
            elif relation.type in told:
                onwards[relation.source].add(relation.target)
                if vocabulary.types[relation.type].is_symmetric:
                    onwards[relation.target].add(relation.source)
        # Of those who all hear from each other one will do: a search then passes them at once.
        circles = find_components(onwards)
        self._first = {node: min(circle) for circle in circles for node in circle}
        self._heard: dict[str, set[str]] = {}
        self._before: dict[str, set[str]] = defaultdict(set)
        for node, ends in onwards.items():
            for end in ends:
                self._before[self._one(end)].add(self._one(node))

    def _one(self, node: str) -> str:
        return self._first.get(node, node)

    def reaches(self, node: str, overseer: str) -> bool:
        """Return whether word from a node may reach an overseer, or somebody in it."""
        return self._one(node) in self._heard_by(overseer)

    def _heard_by(self, node: str) -> set[str]:
        if node in self._heard:
            return self._heard[node]
        waiting = [self._one(each) for each in (node, *self._inside.get(node, ()))]
        heard = set(waiting)
        while waiting:
            new = self._before.get(waiting.pop(), set()) - heard
            heard |= new
            waiting += new
        self._heard[node] = heard
        return heard

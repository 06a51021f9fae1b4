"""Rules of oversight: nobody watches over themselves, and who watches is told."""

from collections import defaultdict
from collections.abc import Iterator

from orggraph.checks.appointments import find_components
from orggraph.checks.case import BODY, ORGANISATION, PERSON, POST, Case
from orggraph.model import Graph, Relation
from orggraph.source import Problem, problem


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
    may well have their say in a body over it. Nor is a committee that a body forms of its own.
    """
    for relation in _oversight(case):
        over = case.members(relation.source)
        inside = _deciders(case, relation.target)
        if inside <= _deciders(case, relation.source) or _is_part(case, relation):
            continue
        for member in over:
            if member.decides and _persons(case, member.node) & inside:
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
    for relation in _oversight(case):
        is_party = case.is_of_kind(relation.target, ORGANISATION)
        if not is_party and relation.target in _above(case, relation.source):
            yield problem(
                "overseer-reports-to-overseen",
                relation.location,
                subjects=[relation.source, relation.target],
                overseer=case.name(relation.source),
                overseen=case.name(relation.target),
            )


def find_uninformed_overseers(case: Case) -> Iterator[Problem]:
    """Yield the overseers whom nothing from the overseen reaches, by any line or person."""
    graph = case.graph
    people = graph.vocabulary.types_of(family="membership")
    for relation in _oversight(case):
        overseers = {relation.source}
        overseers |= {r.source for r in graph.relations_to(relation.source) if r.type in people}
        if overseers.isdisjoint(_told_by(graph, relation.target)):
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
    return {member} | _sources(case, member, "incumbency")


def _deciders(case: Case, node: str) -> set[str]:
    """Return who certainly decides in a body, or holds a post, with the posts they do it by."""
    if not _is_body(case, node):
        return _persons(case, node) if case.is_of_kind(node, PERSON, POST) else set()
    singles = (m.node for m in case.members(node) if m.decides)
    return set().union(
        *(_persons(case, each) for each in singles if not case.graph.nodes[each].collective)
    )


def _sources(case: Case, node: str, trait: str) -> set[str]:
    types = case.graph.vocabulary.types_of(trait=trait)
    found = (r for r in case.graph.relations_to(node) if r.type in types)
    return {relation.source for relation in found if case.holds(relation)}


def _above(case: Case, node: str) -> set[str]:
    """Return all that a node certainly reports to by solid lines, up the line."""
    above: set[str] = set()
    waiting = [node]
    while waiting:
        for relation in case.graph.relations_from(waiting.pop()):
            new = relation.target not in above and relation.line == "solid"
            if new and case.graph.is_reporting(relation) and case.holds(relation):
                above.add(relation.target)
                waiting.append(relation.target)
    return above


def _told_by(graph: Graph, node: str) -> set[str]:
    """Return who is in a node, and whom anything may reach from it.

    Word goes by reporting, contact and support.
    """
    vocabulary = graph.vocabulary
    contact = vocabulary.types_of(family="contact") | vocabulary.types_of(family="support")
    inwards = vocabulary.types_of(family="structure") | vocabulary.types_of(family="membership")
    told: set[str] = set()
    # Who is in it may carry the word, however many links that takes.
    waiting, seen = [node], {node}
    while waiting:
        at = waiting.pop()
        ends = [r.target for r in graph.relations_from(at) if graph.is_reporting(r)]
        ends += [r.target for r in graph.relations_from(at) if r.type in contact]
        symmetric = (r for r in graph.relations_to(at) if r.type in contact)
        ends += [r.source for r in symmetric if vocabulary.types[r.type].is_symmetric]
        inside = [r.source for r in graph.relations_to(at) if r.type in inwards]
        told.update(ends, inside)
        for end in (*ends, *inside):
            if end not in seen:
                seen.add(end)
                waiting.append(end)
    return told

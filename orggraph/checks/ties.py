"""Rules of representation and contact: that there is somebody at the other end."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from orggraph.checks.case import BODY, ORGANISATION, POST, Case, Member
from orggraph.source import Problem, problem


def find_represented_gone(case: Case) -> Iterator[Problem]:
    """Yield the members who represent what certainly is not on the day."""
    for member, represented in _representations(case):
        if case.whole.nodes[represented].period.is_past(case.day):
            yield problem(
                "represents-what-is-gone",
                member.relation.location,
                subjects=[member.node, represented],
                member=case.name(member.node),
                represented=case.name(represented),
                day=case.day,
            )


def find_represented_strangers(case: Case) -> Iterator[Problem]:
    """Yield the members whom nothing else ties to what they represent, nor their body to it.

    A tie may go by way of one other node, such as the employer.
    """
    tied = _find_tied(case)
    for member, represented in _representations(case):
        near = {*_near(case, tied, member), member.relation.target}
        if represented not in near and near.isdisjoint(tied[represented]):
            yield problem(
                "represents-a-stranger",
                member.relation.location,
                subjects=[member.node, represented],
                member=case.name(member.node),
                represented=case.name(represented),
                body=case.name(member.relation.target),
            )


def find_represented_others(case: Case) -> Iterator[Problem]:
    """Yield who represents an organisation, is employed by another, and has no tie to the first.

    A tie may go by way of one other node, as where one is part of the other.
    """
    employment = case.graph.vocabulary.types_of(trait="employment")
    tied = _find_tied(case)
    for member, represented in _representations(case):
        employers = [
            r.target
            for r in case.graph.relations_from(member.node)
            if r.type in employment and case.holds(r)
        ]
        if not employers or not case.is_of_kind(represented, ORGANISATION):
            continue
        near = _near(case, tied, member)
        if represented in near or not near.isdisjoint(tied[represented]):
            continue
        yield problem(
            "represents-another",
            member.relation.location,
            subjects=[member.node, represented, *employers],
            member=case.name(member.node),
            represented=case.name(represented),
            employers=case.names(employers),
        )


def find_contacts_without_people(case: Case) -> Iterator[Problem]:
    """Yield the mutual contacts with a body that is said to be without members.

    Only a complete roster says that nobody is there; that of an organisation is not its staff.
    """
    contacts = case.graph.vocabulary.types_of(family="contact", trait="symmetric")
    # Whoever may have a post in it, or be employed or seated there, may answer.
    peopled = {r.target for r in case.graph.relations.values() if r.type not in contacts}
    for relation in case.relations:
        if relation.type not in contacts:
            continue
        for end in (relation.source, relation.target):
            node = case.graph.nodes[end]
            is_empty = node.roster == "complete" and end not in peopled
            if is_empty and case.is_of_kind(end, BODY):
                yield problem(
                    "contact-without-people",
                    relation.location,
                    subjects=[relation.id, end],
                    node=case.name(end),
                    other=case.name(relation.other_end(end)),
                )


def _representations(case: Case) -> Iterator[tuple[Member, str]]:
    """Yield each member with whom it stands for, as the membership says or else the seat.

    What is gone is taken out of a graph on a date, so that the whole one has to tell.
    """
    for body in case.graph.nodes:
        for member in case.members(body):
            relation = case.whole.relations[member.relation.id]
            seat = case.whole.seats.get(relation.seat_id or "")
            represented = relation.represents or (seat.represents if seat else None)
            if represented and represented != member.node:
                yield member, represented


Ties = Mapping[str, Mapping[str, Collection[str]]]
"""What each node is tied to, and by which relations."""


def _find_tied(case: Case) -> Ties:
    """Return what relations tie to each node, whenever that was, but for representation."""
    represents = case.whole.vocabulary.types_of(trait="representation")
    tied: dict[str, dict[str, list[str]]] = {node: defaultdict(list) for node in case.whole.nodes}
    for relation in case.whole.relations.values():
        if relation.type not in represents:
            tied[relation.source][relation.target].append(relation.id)
            tied[relation.target][relation.source].append(relation.id)
    return tied


def _near(case: Case, tied: Ties, member: Member) -> set[str]:
    """Return a member and all that is tied to them or their posts, but for the membership."""
    near = {node for node, by in tied[member.node].items() if {*by} != {member.relation.id}}
    posts = (node for node in near if case.whole.nodes[node].kind == POST)
    return {member.node, *near}.union(*(tied[post] for post in posts))

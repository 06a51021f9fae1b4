"""Rules of representation and contact: that there is somebody at the other end."""

from collections.abc import Iterator

from orggraph.checks.case import BODY, ORGANISATION, POST, Case, Member
from orggraph.model import Relation
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
    for member, represented in _representations(case):
        near = {*_near(case, member), member.relation.target}
        if not _are_tied(case, represented, near):
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
    for member, represented in _representations(case):
        employers = [
            r.target
            for r in case.graph.relations_from(member.node)
            if r.type in employment and case.holds(r)
        ]
        near = _near(case, member)
        if not employers or not case.is_of_kind(represented, ORGANISATION):
            continue
        if _are_tied(case, represented, near):
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
    for relation in case.relations:
        if relation.type not in contacts:
            continue
        for end in (relation.source, relation.target):
            node = case.graph.nodes[end]
            # Whoever may have a post in it, or be employed or seated there, may answer.
            people = [r for r in case.graph.relations_to(end) if r.type not in contacts]
            is_empty = node.roster == "complete" and not case.graph.memberships_of(end)
            if is_empty and not people and case.is_of_kind(end, BODY):
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


def _near(case: Case, member: Member) -> set[str]:
    """Return a member and all that relations tie to them or their posts, but for the membership."""
    graph = case.whole
    represents = graph.vocabulary.types_of(trait="representation")

    def tied(node: str) -> set[str]:
        ties = (*graph.relations_from(node), *graph.relations_to(node))
        return {
            r.other_end(node) for r in ties if r.type not in represents and r != member.relation
        }

    near = tied(member.node)
    posts = (node for node in near if graph.nodes[node].kind == POST)
    return {member.node, *near}.union(*map(tied, posts))


def _are_tied(case: Case, node: str, others: set[str]) -> bool:
    """Whether any relation joins a node and one of some others, beside representation itself."""
    represents = case.whole.vocabulary.types_of(trait="representation")

    def ties(relation: Relation) -> bool:
        return relation.type not in represents and relation.other_end(node) in others

    whole = case.whole
    return node in others or any(
        map(ties, (*whole.relations_from(node), *whole.relations_to(node)))
    )

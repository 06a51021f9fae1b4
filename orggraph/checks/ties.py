"""Rules of representation and contact: that there is somebody at the other end."""

from collections.abc import Collection, Iterator

from orggraph.checks.case import BODY, ORGANISATION, POST, Case, Member
from orggraph.checks.place import Place
from orggraph.source import Problem, problem


def find_represented_gone(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the members who represent what certainly is not on the day."""
    for member, represented in _representations(case, place):
        if case.whole.nodes[represented].period.is_past(case.day):
            yield problem(
                "represents-what-is-gone",
                member.relation.location,
                subjects=[member.node, represented],
                member=case.name(member.node),
                represented=case.name(represented),
                day=case.day,
            )


def find_represented_strangers(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the members whom nothing else ties to what they represent, nor their body to it.

    A tie may go by way of one other node, such as the employer.
    """
    for member, represented in _representations(case, place):
        near = {*_near(case, member), member.relation.target}
        if not _is_tied(case, near, represented):
            yield problem(
                "represents-a-stranger",
                member.relation.location,
                subjects=[member.node, represented],
                member=case.name(member.node),
                represented=case.name(represented),
                body=case.name(member.relation.target),
            )


def find_represented_others(case: Case, place: Place) -> Iterator[Problem]:
    """Yield who represents an organisation, is employed by another, and has no tie to the first.

    A tie may go by way of one other node, as where one is part of the other.
    """
    for member, represented in _representations(case, place):
        employments = case.graph.relations_from(member.node, case.types.employment)
        employers = [relation.target for relation in filter(case.holds, employments)]
        if not employers or not case.is_of_kind(represented, ORGANISATION):
            continue
        if _is_tied(case, _near(case, member), represented):
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
    contacts = case.graph.iter_relations(case.types.contacts)
    for relation in case.certain(contacts):
        for end in (relation.source, relation.target):
            node = case.whole.nodes[end]
            if node.roster != "complete" or not case.is_of_kind(end, BODY):
                continue
            # Whoever may have a post in it, or be employed or seated there, may answer.
            if not case.graph.relations_to(end, case.types.but_contacts):
                yield problem(
                    "contact-without-people",
                    relation.location,
                    subjects=[relation.id, end],
                    node=case.name(end),
                    other=case.name(relation.other_end(end)),
                )


def _representations(case: Case, place: Place) -> Iterator[tuple[Member, str]]:
    """Yield each member with whom it stands for, as the membership says or else the seat.

    What is gone is taken out of a graph on a date, so that the whole one has to tell.
    """
    for member in place.members:
        relation = case.whole.relations[member.relation.id]
        seat = case.whole.seats.get(relation.seat_id or "")
        represented = relation.represents or (seat.represents if seat else None)
        if represented and represented != member.node:
            yield member, represented


def _is_tied(case: Case, near: Collection[str], represented: str) -> bool:
    """Return whether what is represented is among some nodes, or tied to one of them."""
    return represented in near or any(case.ties.are_tied(node, represented) for node in near)


def _near(case: Case, member: Member) -> set[str]:
    """Return a member and all that is tied to them or their posts, but for the membership."""
    near = set(case.ties.of(member.node, but=member.relation.id))
    posts = [node for node in near if case.whole.nodes[node].kind == POST]
    return {member.node, *near}.union(*(case.ties.of(post) for post in posts))

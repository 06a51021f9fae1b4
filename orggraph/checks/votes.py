"""Rules of voting and of the chair."""

from collections import Counter
from collections.abc import Iterator
from math import inf

from orggraph.checks.case import CHAIR, OFFICES, POST, SECRETARY, Case, Member
from orggraph.model import Node, Seat
from orggraph.queries.seats import is_beside
from orggraph.source import Problem, problem
from orggraph.text import LocalText
from orggraph.words import Word


def find_voteless_chairs(case: Case) -> Iterator[Problem]:
    """Yield the chairs without a vote: the seat where that says so, else the member.

    Who chairs may have a vote by another place in the body.
    """
    for seat in case.graph.seats.values():
        in_role = seat.role is not None and seat.role.id == CHAIR
        if in_role and seat.vote is False and case.holds(seat) and not _votes_otherwise(case, seat):
            yield problem(
                "chair-without-vote",
                seat.location,
                subjects=[seat.body, seat.id],
                chair=case.seat_name(seat),
                body=case.name(seat.body),
            )
    for body in case.graph.nodes:
        for member in case.members(body):
            own = member.relation.role or member.relation.vote is not None
            is_voteless = member.is_in_role(CHAIR) and member.vote is False
            if own and is_voteless and not _may_vote(case, body, member):
                yield problem(
                    "chair-without-vote",
                    member.relation.location,
                    subjects=[body, member.node],
                    chair=case.name(member.node),
                    body=case.name(body),
                )


def _votes_otherwise(case: Case, seat: Seat) -> bool:
    """Return whether somebody who may hold a seat may have a vote of their own, or other place."""
    members = case.graph.memberships_of(seat.body)
    holders = {m.source for m in members if m.seat == seat.key}
    return any(m.source in holders and (m.seat != seat.key or m.vote) for m in members)


def _may_vote(case: Case, body: str, member: Member) -> bool:
    """Return whether a member may have a place in a body that does not say that it has no vote."""
    sittings = (r for r in case.graph.relations_from(member.node) if r.target == body)
    places = (case.member(r) for r in sittings if r.type == member.relation.type)
    return any(place.vote is not False for place in places)


def find_several_chairs(case: Case) -> Iterator[Problem]:
    """Yield the bodies that certainly have more chairs at once than their seats provide for.

    A post and the person who holds it are one chair, and who may stand in for the holder of a seat
    is none.
    """
    for body in case.graph.nodes:
        chairs = [m for m in case.members(body) if m.is_in_role(CHAIR) and not m.may_stand_in]
        everyone = dict.fromkeys(m.node for m in chairs)
        names = [n for n in everyone if everyone.keys().isdisjoint(case.holders.get(n, ()))]
        if len(names) > 1 and len(names) > _places_of_chairs(case, body):
            last = max(chairs, key=lambda m: m.relation.location or ("",))
            yield problem(
                "several-chairs",
                last.relation.location,
                subjects=[body, *names],
                body=case.name(body),
                chairs=case.names(names),
            )


def _places_of_chairs(case: Case, body: str) -> float:
    seats = (s for s in case.graph.seats_of(body) if s.role is not None and s.role.id == CHAIR)
    return sum(inf if s.count.maximum is None or s.count.per else s.count.maximum for s in seats)


def find_no_chair(case: Case) -> Iterator[Problem]:
    """Yield the bodies whose seats and members are all told, and none of them is the chair.

    Where a role is in words of the file's own, they may mean the chair, and so may a post in the
    body or on it; and a seat or member may be called a chair, whatever its role.
    """
    chair = case.graph.vocabulary.roles[CHAIR]
    words = [word.casefold() for word in (*chair.label.translations.values(), *chair.aliases)]
    for body in case.bodies:
        members = case.members(body.id)
        seats = list(case.graph.seats_of(body.id))
        if not (seats and len(members) > 1 and case.is_complete(body.id)):
            continue
        roles = [*(seat.role for seat in seats), *(m.role for m in members)]
        near = [r.source for r in case.graph.relations_to(body.id)]
        texts = [text for seat in seats for text in (LocalText.of(seat.key), seat.name)]
        texts += [text for n in near for text in _said_of(case.graph.nodes[n])]
        told = " ".join(value for text in texts if text for value in text.translations.values())
        is_called = any(word in told.casefold() for word in words)
        has_post = any(case.graph.nodes[node].kind == POST for node in near)
        if is_called or has_post:
            continue
        if not any(role and role.id in (None, CHAIR) for role in roles):
            yield problem("no-chair", body.location, subjects=[body.id], body=case.name(body.id))


def _said_of(node: Node) -> Iterator[LocalText | None]:
    yield node.name
    yield node.title


def find_voting_secretaries(case: Case) -> Iterator[Problem]:
    """Yield the secretaries who are said to vote."""
    for body in case.graph.nodes:
        for member in case.members(body):
            if member.is_in_role(SECRETARY) and member.vote:
                yield problem(
                    "secretary-votes",
                    member.relation.location,
                    subjects=[body, member.node],
                    member=case.name(member.node),
                    body=case.name(body),
                )


def find_votes_against_seats(case: Case) -> Iterator[Problem]:
    """Yield the members of whom the opposite is said than of their seat.

    Who sits there in a role beside it, as a deputy may, is not bound by its rule.
    """
    for body in case.graph.nodes:
        for member in case.members(body):
            seat = member.seat
            if seat and None not in (seat.vote, member.relation.vote):
                if is_beside(seat, member.relation):
                    continue
                if seat.vote == member.relation.vote:
                    continue
                yield problem(
                    "vote-against-seat",
                    member.relation.location,
                    subjects=[member.node, seat.id],
                    member=case.name(member.node),
                    seat=case.seat_name(seat),
                    body=case.name(body),
                    own=Word("yes" if member.vote else "no"),
                    rule=Word("yes" if seat.vote else "no"),
                )


def find_even_votes(case: Case) -> Iterator[Problem]:
    """Yield the bodies that may tie: an even number of votes, every one of them told.

    The number is open where one person may have two of the seats, as a chair elected among the
    members, where a member has another vote than the seat, and where several share a place.
    """
    for body in case.bodies:
        seats = case.graph.seats_of(body.id)
        fixed = all(
            case.holds(seat)
            and seat.vote is not None
            and seat.count.per is None
            and seat.count.minimum == seat.count.maximum
            for seat in seats
        )
        seated = {m.node for m in case.members(body.id) if m.seat}
        outside = [m for m in case.members(body.id) if m.seat is None and m.node not in seated]
        told = case.is_complete(body.id) and all(m.vote is not None for m in outside)
        if not (seats and fixed and told) or _may_share_votes(case, body.id):
            continue
        votes = sum(seat.count.minimum for seat in seats if seat.vote)
        votes += sum(bool(m.vote) for m in outside)
        if votes and votes % 2 == 0:
            yield problem(
                "even-votes",
                body.location,
                subjects=[body.id],
                body=case.name(body.id),
                votes=votes,
            )


def _may_share_votes(case: Case, body: str) -> bool:
    """Return whether the votes in a body may be others than its seats and members have each."""
    members = case.members(body)
    voters = Counter(m.node for m in members if m.vote)
    among = any(
        seat.vote and seat.role and seat.role.id in OFFICES and filling.by == body
        for seat in case.graph.seats_of(body)
        for filling in seat.fillings
    )
    return (
        among
        or any(count > 1 or case.graph.nodes[node].collective for node, count in voters.items())
        or any(m.seat and m.seat.vote != m.vote for m in members)
        or any(not voters.keys().isdisjoint(case.holders.get(node, ())) for node in voters)
    )


def find_outside_seats(case: Case) -> Iterator[Problem]:
    """Yield the members who hold no seat, where a body has seats and is all written down.

    Who only sits in needs none, nor who holds another place; and a role in words of the file's own
    may be that of a deputy.
    """
    for body in case.bodies:
        if case.graph.seats_of(body.id) and case.is_complete(body.id):
            seated = {m.node for m in case.members(body.id) if m.relation.seat}
            for member in case.members(body.id):
                if member.node in seated or not _needs_seat(case, member):
                    continue
                yield problem(
                    "member-outside-seats",
                    member.relation.location,
                    subjects=[body.id, member.node],
                    member=case.name(member.node),
                    body=case.name(body.id),
                )


def _needs_seat(case: Case, member: Member) -> bool:
    return member.decides and not case.graph.nodes[member.node].collective

"""Rules of voting and of the chair."""

from collections import Counter
from collections.abc import Iterator
from math import inf

from orggraph.checks.case import CHAIR, OFFICES, POST, SECRETARY, Case, Member
from orggraph.checks.place import Place
from orggraph.model import Seat
from orggraph.queries.seats import is_beside
from orggraph.source import Problem, problem
from orggraph.text import LocalText
from orggraph.words import Word


def find_voteless_chairs(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the chairs without a vote: the seat where that says so, else the member.

    Who chairs may have a vote by another place in the body.
    """
    for seat in place.seats:
        in_role = seat.role is not None and seat.role.id == CHAIR
        if in_role and seat.vote is False and case.holds(seat) and not _votes_otherwise(case, seat):
            yield problem(
                "chair-without-vote",
                seat.location,
                subjects=[seat.body, seat.id],
                chair=case.seat_name(seat),
                body=case.name(seat.body),
            )
    for member in place.members:
        own = member.relation.role or member.relation.vote is not None
        is_voteless = member.is_in_role(CHAIR) and member.vote is False
        if own and is_voteless and not _may_vote(case, place.id, member):
            yield problem(
                "chair-without-vote",
                member.relation.location,
                subjects=[place.id, member.node],
                chair=case.name(member.node),
                body=case.name(place.id),
            )


def _votes_otherwise(case: Case, seat: Seat) -> bool:
    """Return whether somebody who may hold a seat may have a vote of their own, or other place."""
    members = case.memberships(seat.body)
    holders = {m.source for m in members if m.seat == seat.key}
    return any(m.source in holders and (m.seat != seat.key or m.vote) for m in members)


def _may_vote(case: Case, body: str, member: Member) -> bool:
    """Return whether a member may have a place in a body that does not say that it has no vote."""
    sittings = case.graph.relations_from(member.node, (member.relation.type,))
    places = (case.member(sitting) for sitting in sittings if sitting.target == body)
    return any(place.vote is not False for place in places)


def find_several_chairs(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the bodies that certainly have more chairs at once than their seats provide for.

    A post and the person who holds it are one chair, and who may stand in for the holder of a seat
    is none.
    """
    chairs = [m for m in place.members if m.is_in_role(CHAIR) and not m.may_stand_in]
    everyone = dict.fromkeys(m.node for m in chairs)
    if len(everyone) < 2:
        return
    names = [n for n in everyone if everyone.keys().isdisjoint(case.holders(n))]
    if len(names) > 1 and len(names) > _places_of_chairs(place):
        last = max(chairs, key=lambda m: m.relation.location or ("",))
        yield problem(
            "several-chairs",
            last.relation.location,
            subjects=[place.id, *names],
            body=case.name(place.id),
            chairs=case.names(names),
        )


def _places_of_chairs(place: Place) -> float:
    seats = (s for s in place.seats if s.role is not None and s.role.id == CHAIR)
    return sum(inf if s.count.maximum is None or s.count.per else s.count.maximum for s in seats)


def find_no_chair(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the bodies whose seats and members are all told, and none of them is the chair.

    Where a role is in words of the file's own, they may mean the chair, and so may a post in the
    body or on it; and a seat or member may be called a chair, whatever its role.
    """
    members, seats = place.members, place.seats
    if not (place.is_body and seats and len(members) > 1 and case.is_complete(place.id)):
        return
    roles = [*(seat.role for seat in seats), *(m.role for m in members)]
    if any(role and role.id in (None, CHAIR) for role in roles):
        return
    near = [case.whole.nodes[r.source] for r in case.graph.relations_to(place.id)]
    if any(node.kind == POST for node in near):
        return
    texts = [text for seat in seats for text in (LocalText.of(seat.key), seat.name)]
    texts += [text for node in near for text in (node.name, node.title)]
    told = " ".join(value for text in texts if text for value in text.translations.values())
    chair = case.graph.vocabulary.roles[CHAIR]
    words = (word.casefold() for word in (*chair.label.translations.values(), *chair.aliases))
    if not any(word in told.casefold() for word in words):
        yield problem(
            "no-chair", place.node.location, subjects=[place.id], body=case.name(place.id)
        )


def find_voting_secretaries(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the secretaries who are said to vote."""
    for member in place.members:
        if member.is_in_role(SECRETARY) and member.vote:
            yield place.problem_of("secretary-votes", member)


def find_votes_against_seats(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the members of whom the opposite is said than of their seat.

    Who sits there in a role beside it, as a deputy may, is not bound by its rule.
    """
    for member in place.members:
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
                body=case.name(place.id),
                own=Word("yes" if member.vote else "no"),
                rule=Word("yes" if seat.vote else "no"),
            )


def find_even_votes(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the bodies that may tie: an even number of votes, every one of them told.

    The number is open where one person may have two of the seats, as a chair elected among the
    members, where a member has another vote than the seat, and where several share a place.
    """
    if not (place.is_body and place.seats):
        return
    fixed = all(
        case.holds(seat)
        and seat.vote is not None
        and seat.count.per is None
        and seat.count.minimum == seat.count.maximum
        for seat in place.seats
    )
    if not fixed or not case.is_complete(place.id):
        return
    seated = {m.node for m in place.members if m.seat}
    outside = [m for m in place.members if m.seat is None and m.node not in seated]
    if not all(m.vote is not None for m in outside) or _may_share_votes(case, place):
        return
    votes = sum(seat.count.minimum for seat in place.seats if seat.vote)
    votes += sum(bool(m.vote) for m in outside)
    if votes and votes % 2 == 0:
        yield problem(
            "even-votes",
            place.node.location,
            subjects=[place.id],
            body=case.name(place.id),
            votes=votes,
        )


def _may_share_votes(case: Case, place: Place) -> bool:
    """Return whether the votes in a body may be others than its seats and members have each."""
    members = place.members
    voters = Counter(m.node for m in members if m.vote)
    among = any(
        seat.vote and seat.role and seat.role.id in OFFICES and filling.by == place.id
        for seat in place.seats
        for filling in seat.fillings
    )
    return (
        among
        or any(count > 1 or case.whole.nodes[node].collective for node, count in voters.items())
        or any(m.seat and m.seat.vote != m.vote for m in members)
        or any(not voters.keys().isdisjoint(case.holders(node)) for node in voters)
    )


def find_outside_seats(case: Case, place: Place) -> Iterator[Problem]:
    """Yield the members who hold no seat, where a body has seats and is all written down.

    Who only sits in needs none, nor who holds another place; and a role in words of the file's own
    may be that of a deputy.
    """
    if not (place.is_body and place.seats and case.is_complete(place.id)):
        return
    seated = {m.node for m in place.members if m.relation.seat}
    for member in place.members:
        if member.node in seated or not _needs_seat(case, member):
            continue
        yield place.problem_of("member-outside-seats", member)


def _needs_seat(case: Case, member: Member) -> bool:
    return member.decides and not case.whole.nodes[member.node].collective

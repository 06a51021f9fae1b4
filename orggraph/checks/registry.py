"""All the rules of governance, in one place."""

from collections.abc import Callable, Iterator

from orggraph.checks import appointments, lines, oversight, proof, seats, ties, votes
from orggraph.checks.case import Case
from orggraph.source import Problem

Rule = Callable[[Case], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    seats.find_ill_filled,
    lines.find_outside_lines,
    lines.find_two_superiors,
    lines.find_unreported,
    appointments.find_self_appointing,
    appointments.find_self_appointed,
    appointments.find_circles,
    appointments.find_appointers_gone,
    appointments.find_no_filling,
    appointments.find_appointed_and_elected,
    votes.find_voteless_chairs,
    votes.find_several_chairs,
    votes.find_no_chair,
    votes.find_voting_secretaries,
    votes.find_votes_against_seats,
    votes.find_even_votes,
    votes.find_outside_seats,
    seats.find_expired,
    seats.find_unknown_ends,
    seats.find_overlaps,
    seats.find_sitting_twice,
    ties.find_represented_gone,
    ties.find_represented_strangers,
    ties.find_represented_others,
    ties.find_contacts_without_people,
    oversight.find_overseers_within,
    oversight.find_people_on_both_sides,
    oversight.find_mutual_oversight,
    oversight.find_overseers_below,
    oversight.find_uninformed_overseers,
    proof.find_unproven,
    proof.find_unproven_nodes,
    proof.find_unreasoned,
)
"""Each yields what it finds in a case; code, severity and sentence are in `orggraph.words`."""

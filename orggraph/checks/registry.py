"""All the rules of governance, by what each of them is asked of."""

from collections.abc import Callable, Iterator, Sequence

from orggraph.checks import appointments, lines, oversight, proof, seats, ties, votes
from orggraph.checks.case import Case
from orggraph.checks.place import Place
from orggraph.model import Node, Relation
from orggraph.source import Problem

OF_RELATIONS: tuple[Callable[[Case, Relation], Iterator[Problem]], ...] = (
    proof.find_unproven,
    proof.find_unreasoned,
)
"""Each is asked of every relation that is written down, whenever it holds."""

OF_LINES: tuple[Callable[[Case, Sequence[Relation]], Iterator[Problem]], ...] = (
    lines.find_two_superiors,
)
"""Each is asked of all relations of one reporting type that lead from one node."""

OF_NODES: tuple[Callable[[Case, Node], Iterator[Problem]], ...] = (
    proof.find_unproven_nodes,
    proof.find_unreasoned_nodes,
)
"""Each is asked of every node, whenever it is there."""

OF_PLACES: tuple[Callable[[Case, Place], Iterator[Problem]], ...] = (
    seats.find_ill_filled,
    lines.find_outside_lines,
    lines.find_unreported,
    appointments.find_self_appointing,
    appointments.find_self_appointed,
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
    proof.find_unproven_seats,
    proof.find_unreasoned_seats,
)
"""Each is asked of every node that has seats, or in which somebody may sit."""

OF_GRAPHS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    appointments.find_circles,
    appointments.find_members_chosen_twice,
    ties.find_contacts_without_people,
    oversight.find_overseers_within,
    oversight.find_people_on_both_sides,
    oversight.find_mutual_oversight,
    oversight.find_overseers_below,
    oversight.find_uninformed_overseers,
)
"""Each is asked of the graph as a whole, and goes through what it is about by itself.

Every rule yields what it finds; code, severity and sentence are in `orggraph.words`.
"""

"""The order in which a graph keeps its things, whatever the order that they came in."""

from collections.abc import Callable

from orggraph.model.relations import Relation
from orggraph.model.roles import NO_RANK, RoleName
from orggraph.model.seats import Seat
from orggraph.model.settings import RuleSetting
from orggraph.vocabulary import Vocabulary


def relation_order(vocabulary: Vocabulary) -> Callable[[Relation], tuple[str, int, str, str]]:
    """Return what tells the place of a relation: its source, type, target and id."""
    rank_of = vocabulary.rank_of
    return lambda relation: (
        relation.source, rank_of(relation.type), relation.target, relation.id
    )  # fmt: skip


def seat_order(seat: Seat) -> tuple[str, bool, int, str]:
    """Return what tells the place of a seat: its body, and in that its role and key."""
    return (seat.body, *role_order(seat.role, vote=seat.vote), seat.key)


def setting_order(setting: RuleSetting) -> tuple[object, ...]:
    """Return what tells the place of a rule's setting."""
    return (setting.code, setting.subjects, setting.severity, setting.reason.original)


def role_order(role: RoleName | None, *, vote: bool | None) -> tuple[bool, int]:
    """Return what tells the place of a role: who votes comes first, then by role, then the rest."""
    return (vote is False, role.rank if role else NO_RANK)

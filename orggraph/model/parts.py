"""What a graph is made of, before anything is derived or indexed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from orggraph.model.dates import PartialDate
from orggraph.model.evidence import Source
from orggraph.model.nodes import Node
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat
from orggraph.model.settings import RuleSetting
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary, core_vocabulary


@dataclass(frozen=True)
class Parts:
    """What a graph is made of, as it was written: nothing derived, in any order."""

    nodes: tuple[Node, ...] = ()
    relations: tuple[Relation, ...] = ()
    seats: tuple[Seat, ...] = ()
    sources: tuple[Source, ...] = ()
    settings: tuple[RuleSetting, ...] = ()
    title: LocalText | None = None
    language: str = "en"
    vocabulary: Vocabulary = field(default_factory=core_vocabulary)


class Restriction:
    """Tells what is left of things on a date, so that what is left still fits together.

    What certainly does not hold is left out, and so is what hangs on it; where dates are too coarse
    to tell, it stays.
    """

    def __init__(
        self,
        when: PartialDate,
        has_node: Callable[[str], bool],
        has_seat: Callable[[str], bool],
    ) -> None:
        """Take the date, and what tells whether a node or a seat is there on it, by its id."""
        self.when, self._has_node, self._has_seat = when, has_node, has_seat

    def may_hold(self, thing: Node | Relation | Seat) -> bool:
        """Return whether a thing by itself may hold on the date."""
        return not thing.period or thing.period.holds_on(self.when) is not False

    def seat(self, seat: Seat) -> Seat | None:
        """Return what is left of a seat; None where it is not there."""
        per = seat.count.per
        if not (self.may_hold(seat) and self._has_node(seat.body)):
            return None
        if per is not None and not self._has_node(per):
            return None
        fillings = tuple(filling for filling in seat.fillings if self._has_node(filling.by))
        represents = self._if_there(seat.represents)
        if (fillings, represents) == (seat.fillings, seat.represents):
            return seat
        return replace(seat, fillings=fillings, represents=represents)

    def relation(self, relation: Relation) -> Relation | None:
        """Return what is left of a relation that was written down; None where it is not there."""
        ends = (relation.source, relation.target)
        if not (self.may_hold(relation) and all(map(self._has_node, ends))):
            return None
        is_seated = relation.seat_id is not None and self._has_seat(relation.seat_id)
        represents = self._if_there(relation.represents)
        if represents == relation.represents and (is_seated or relation.seat is None):
            return relation
        return replace(
            relation,
            represents=represents,
            seat=relation.seat if is_seated else None,
            seat_body=relation.seat_body if is_seated else None,
        )

    def settings(self, settings: Iterable[RuleSetting]) -> tuple[RuleSetting, ...]:
        """Return settings for the subjects that are there; one for none of them is left out."""
        found: dict[object, RuleSetting] = {}  # two may be for the same, once others are gone
        for setting in settings:
            there = (s for s in setting.subjects if self._has_node(s) or self._has_seat(s))
            subjects = tuple(there)
            if subjects or not setting.subjects:
                found.setdefault((setting.code, subjects), replace(setting, subjects=subjects))
        return tuple(found.values())

    def _if_there(self, id_: str | None) -> str | None:
        return id_ if id_ is not None and self._has_node(id_) else None


def holding_on(parts: Parts, when: PartialDate) -> Parts:
    """Return the parts that may hold on a date, and that still fit together."""
    present: set[str] = set()
    seated: set[str] = set()
    left = Restriction(when, present.__contains__, seated.__contains__)
    nodes = tuple(filter(left.may_hold, parts.nodes))
    present.update(node.id for node in nodes)
    seats = tuple(filter(None, map(left.seat, parts.seats)))
    seated.update(seat.id for seat in seats)
    relations = tuple(filter(None, map(left.relation, parts.relations)))
    settings = left.settings(parts.settings)
    return replace(parts, nodes=nodes, seats=seats, relations=relations, settings=settings)

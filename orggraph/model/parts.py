"""What a graph is made of, before anything is derived or indexed."""

from collections.abc import Collection, Iterable
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


def holding_on(parts: Parts, when: PartialDate) -> Parts:
    """Return the parts that may hold on a date, and that still fit together.

    What certainly does not hold is left out, and so is what hangs on it; where dates are too coarse
    to tell, it stays.
    """

    def may_hold(thing: Node | Relation | Seat) -> bool:
        return thing.period.holds_on(when) is not False

    nodes = tuple(filter(may_hold, parts.nodes))
    present = {node.id for node in nodes}
    seats = tuple(
        replace(
            seat,
            fillings=tuple(filling for filling in seat.fillings if filling.by in present),
            represents=_among(present, seat.represents),
        )
        for seat in filter(may_hold, parts.seats)
        if seat.body in present and (seat.count.per is None or seat.count.per in present)
    )
    seat_ids = {seat.id for seat in seats}
    relations = tuple(
        replace(
            relation,
            represents=_among(present, relation.represents),
            seat=relation.seat if relation.seat_id in seat_ids else None,
            seat_body=relation.seat_body if relation.seat_id in seat_ids else None,
        )
        for relation in filter(may_hold, parts.relations)
        if {relation.source, relation.target} <= present
    )
    settings = _settings_among(present | seat_ids, parts.settings)
    return replace(parts, nodes=nodes, seats=seats, relations=relations, settings=settings)


def _settings_among(
    present: Collection[str], settings: Iterable[RuleSetting]
) -> tuple[RuleSetting, ...]:
    """Return the settings with the subjects that are there; one for none of them is left out."""
    found: dict[object, RuleSetting] = {}  # two may be for the same, once others are gone
    for setting in settings:
        subjects = tuple(subject for subject in setting.subjects if subject in present)
        if subjects or not setting.subjects:
            found.setdefault((setting.code, subjects), replace(setting, subjects=subjects))
    return tuple(found.values())


def _among(present: Collection[str], id_: str | None) -> str | None:
    return id_ if id_ in present else None

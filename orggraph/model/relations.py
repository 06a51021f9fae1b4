"""Relations: typed, directed statements about two nodes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from orggraph.model.dates import ALWAYS, Period
from orggraph.model.evidence import Evidence
from orggraph.model.roles import RoleName
from orggraph.model.seats import Count, Term
from orggraph.source import Location
from orggraph.text import LocalText

STATUSES = ("stated", "inferred")
LINES = ("solid", "dotted")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A statement that `source` relates to `target` in the way of `type`.

    `seat` is the key of a seat: of the target where that is None in `seat_body`, else of that body.
    `inferred` tells, by name of the attribute, why one that the source does not state is set all
    the same; `status` tells it of the whole. A derived relation names the seats and relations that
    it follows from; `seats` and `term` are those of the seat that it fills.
    """

    id: str
    type: str
    source: str
    target: str
    role: RoleName | None = None
    vote: bool | None = None
    seat: str | None = None
    seat_body: str | None = None
    represents: str | None = None
    seats: Count | None = None
    term: Term | None = None
    period: Period = ALWAYS
    line: str = "solid"
    status: str = "stated"
    inferred: tuple[tuple[str, LocalText], ...] = ()
    note: LocalText | None = None
    evidence: tuple[Evidence, ...] = ()
    derived_from: tuple[str, ...] = ()
    location: Location | None = field(default=None, compare=False)

    @property
    def is_derived(self) -> bool:
        """Whether it follows from seats and members and stands nowhere in the file itself."""
        return bool(self.derived_from)

    @property
    def seat_id(self) -> str | None:
        """The id of the seat in the whole graph."""
        return None if self.seat is None else f"{self.seat_body or self.target}/{self.seat}"

    @property
    def reasons(self) -> Mapping[str, LocalText]:
        """Why attributes that the source does not state are set, by attribute."""
        return dict(self.inferred)

    @property
    def usual_id(self) -> str:
        """The id that it has where the file gives it none."""
        return relation_id(
            self.type, source=self.source, target=self.target, seat=self.seat, period=self.period
        )

    def other_end(self, node: str) -> str:
        """Return the id of the node at the other end than ``node``."""
        return self.target if node == self.source else self.source


def relation_id(
    type_: str, *, source: str, target: str, seat: str | None = None, period: Period = ALWAYS
) -> str:
    """Return the id of a relation that the file gives none: what it says, and nothing of where.

    A seat and a start tell apart what would otherwise be one relation said twice, such as two terms
    of one member.
    """
    parts = [source, type_, target]
    if seat:
        parts.append(seat)
    if period.start:
        parts.append(str(period.start))
    return ":".join(parts)

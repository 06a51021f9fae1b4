"""Seats: the rule for who sits in a body, apart from the members who do."""

import re
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from orggraph.model.dates import ALWAYS, Period
from orggraph.model.evidence import Evidence
from orggraph.model.roles import RoleName
from orggraph.source import Location
from orggraph.text import LocalText

# Compiled when they are first used: a graph that is not read from words needs neither.
_COUNT = r"(\d{1,6})\s*(?:([-–+])\s*(\d{1,6})?)?(?:\s+(?:per|pr\.?)\s+(\S+))?"
_TERM = r"(?i)(\d{1,3})\s*(years?|år|months?|måneder|måned|y|m)"


class Count(NamedTuple):
    """How many a seat is for.

    `maximum` None is no limit; `per` is a collective, each member of which brings that many.
    """

    minimum: int = 1
    maximum: int | None = 1
    per: str | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``1``, ``4-6``, ``2+`` or ``1 per participating``; raises ValueError otherwise."""
        found = re.fullmatch(_COUNT, text.strip())
        if not found:
            raise ValueError(text)
        low, sign, high, per = found.groups()
        minimum = int(low)
        if sign is None:
            maximum: int | None = minimum
        elif sign == "+" and high is None:
            maximum = None
        elif sign != "+" and high is not None:
            maximum = int(high)
        else:
            raise ValueError(text)
        if maximum is not None and (maximum < minimum or maximum == 0):
            raise ValueError(text)
        return cls(minimum, maximum, per)

    @property
    def amount(self) -> str:
        """The number or range alone, such as ``4-6``."""
        if self.maximum is None:
            return f"{self.minimum}+"
        if self.maximum == self.minimum:
            return str(self.minimum)
        return f"{self.minimum}-{self.maximum}"

    def __str__(self) -> str:
        return f"{self.amount} per {self.per}" if self.per else self.amount


ONE = Count()
"""A seat for one."""


class Term(NamedTuple):
    """How long a member sits, in months."""

    months: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``3 years``, ``3 år``, ``18 months``; raises ValueError for anything else."""
        found = re.fullmatch(_TERM, text.strip())
        if not found or int(found[1]) == 0:
            raise ValueError(text)
        return cls(int(found[1]) * (1 if found[2].casefold().startswith("m") else 12))

    @property
    def amount(self) -> tuple[int, str]:
        """The length as a number and its unit, ``year`` where it is whole years."""
        whole_years = self.months % 12 == 0
        return (self.months // 12, "year") if whole_years else (self.months, "month")

    def __str__(self) -> str:
        number, unit = self.amount
        return f"{number} {unit}{'' if number == 1 else 's'}"


class Filling(NamedTuple):
    """A way a seat is filled: a relation type of the appointment family, and who does it."""

    type: str
    by: str

    def __str__(self) -> str:
        return f"{self.type} by {self.by}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """The rule for one or more places in a body.

    `key` names it within `body`; `fillings` are the appointments that fill it; `vote` is None where
    nothing is said; `represents` is the node that its holders stand for.
    """

    body: str
    key: str
    name: LocalText | None = None
    count: Count = ONE
    role: RoleName | None = None
    fillings: tuple[Filling, ...] = ()
    term: Term | None = None
    vote: bool | None = None
    represents: str | None = None
    period: Period = ALWAYS
    status: str = "stated"
    note: LocalText | None = None
    evidence: tuple[Evidence, ...] = ()
    location: Location | None = field(default=None, compare=False)

    @property
    def id(self) -> str:
        """The seat's name in the whole graph: body and key."""
        return f"{self.body}/{self.key}"

"""Dates that may be known only to the year or the month, and spans between them."""

import re
from datetime import date
from typing import NamedTuple, Self

_PARTIAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate(NamedTuple):
    """A date known to the day, the month or the year (ISO 8601 with reduced accuracy)."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2025``, ``2025-03`` or ``2025-03-01``; raises ValueError for anything else."""
        found = _PARTIAL.fullmatch(text.strip())
        if not found:
            raise ValueError(text)
        parsed = cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]
        parsed.first_day()  # raises ValueError for a day that does not exist
        return parsed

    @classmethod
    def today(cls) -> Self:
        """Return today's date, by the clock of this machine."""
        now = date.today()
        return cls(now.year, now.month, now.day)

    def first_day(self) -> date:
        """Return the earliest day that this can mean."""
        month = 1 if self.month is None else self.month
        return date(self.year, month, 1 if self.day is None else self.day)

    def last_day(self) -> date:
        """Return the latest day that this can mean."""
        from calendar import monthrange  # only dates that are compared need it

        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        parts = f"{self.year:04}", self.month, self.day
        return "-".join(f"{part:02}" if isinstance(part, int) else part for part in parts if part)


class Period(NamedTuple):
    """A span of time, both ends included; an end that is None is open or not known."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def holds_on(self, when: PartialDate) -> bool | None:
        """Return whether the span covers ``when``, or None where the dates are too coarse to tell.

        A date matters as far as it is known: 2025 may lie before 2025-06 or after it.
        """
        first, last = when.first_day(), when.last_day()
        if self.start and last < self.start.first_day():
            return False
        if self.end and first > self.end.last_day():
            return False
        begun = not self.start or first >= self.start.last_day()
        lasting = not self.end or last <= self.end.first_day()
        return True if begun and lasting else None

    @property
    def is_reversed(self) -> bool:
        """Whether it certainly ends before it starts."""
        return bool(self.start and self.end and self.end.last_day() < self.start.first_day())

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None


ALWAYS = Period()
"""The span of what has no dates."""

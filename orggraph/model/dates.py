"""Dates that may be known only to the year or the month, and spans between them."""

import re
from datetime import date, timedelta
from typing import NamedTuple, Self

# Compiled when it is first used: most calls name no span.
_SPAN = (
    r"(?i)(\d{1,4})\s*"
    r"(?:(y|years?|år)|(m|months?|måned|måneder)|(w|weeks?|uge|uger)|(d|days?|dage?))"
)
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


class DayRange(NamedTuple):
    """A day that is known to lie between two days, both included; certain where they are one."""

    earliest: date
    latest: date

    def is_before(self, day: PartialDate) -> bool | None:
        """Return whether it lies before ``day``; None where either is too coarse to tell."""
        if self.latest < day.first_day():
            return True
        return False if self.earliest >= day.last_day() else None

    @classmethod
    def of(cls, when: PartialDate) -> Self:
        """Return the days that a date can mean."""
        return cls(when.first_day(), when.last_day())

    @classmethod
    def of_last_day(cls, start: PartialDate, months: int) -> Self:
        """Return what the last day can be of ``months`` that begin with the day ``start``.

        It is the day before the one of the same number; where the last month has no such day, the
        last day of that month, as Regulation (EEC, Euratom) 1182/71, article 3, counts. A later
        start never gives an earlier end, so the ends of the one are those of the other. What would
        lie beyond the year 9999 is the last day of it.
        """
        first, last = start.first_day(), start.last_day()
        return cls(_last_day(first, months), _last_day(last, months))


class TimeSpan(NamedTuple):
    """A length of time, in months or in days."""

    months: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``6 months``, ``6 måneder``, ``90 days``, ``1 år``; raises ValueError otherwise."""
        from unicodedata import normalize  # å may be typed as a and a ring

        found = re.fullmatch(_SPAN, normalize("NFC", text.strip()))
        if not found:
            raise ValueError(text)
        number = int(found[1])
        if found[2] or found[3]:
            return cls(months=number * (12 if found[2] else 1))
        return cls(days=number * (7 if found[4] else 1))

    @property
    def amount(self) -> tuple[int, str]:
        """The length as a number and its unit: ``year``, ``month`` or ``day``."""
        if self.months:
            years, months = divmod(self.months, 12)
            return (self.months, "month") if months else (years, "year")
        return self.days, "day"

    def __str__(self) -> str:
        number, unit = self.amount
        return f"{number} {unit}{'' if number == 1 else 's'}"

    def after(self, day: date) -> date:
        """Return the day that lies this long after ``day``.

        It has the same number in its month, or is the last day of a month that has no such day; the
        last day of the year 9999 where it would be later.
        """
        from calendar import monthrange

        years, month = divmod(day.month - 1 + self.months, 12)
        year, month = day.year + years, month + 1
        if year > date.max.year:
            return date.max
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
        return moved + timedelta(days=min(self.days, (date.max - moved).days))


def _last_day(start: date, months: int) -> date:
    after = TimeSpan(months).after(start)
    # Where the month has no day of that number, its last day is the last of the term.
    return after - timedelta(days=1) if after.day == start.day and after < date.max else after


class Period(NamedTuple):
    """A span of time, both ends included; an end that is None is open or not known."""

    start: PartialDate | None = None
    end: PartialDate | None = None

    def holds_on(self, when: PartialDate) -> bool | None:
        """Return whether the span covers ``when``, or None where the dates are too coarse to tell.

        A date matters as far as it is known: 2025 may lie before 2025-06 or after it. What begins
        in 2025 and ends on 2025-03-01 has begun by then, since nothing ends before it begins.
        """
        first, last = when.first_day(), when.last_day()
        if self.is_past(when) or self.is_to_come(when):
            return False
        begun, lasting = True, True
        if self.start:
            latest = self.start.last_day()
            begun = first >= (min(latest, self.end.last_day()) if self.end else latest)
        if self.end:
            earliest = self.end.first_day()
            lasting = last <= (max(earliest, self.start.first_day()) if self.start else earliest)
        return True if begun and lasting else None

    def is_past(self, when: PartialDate) -> bool:
        """Return whether the span has certainly ended before ``when``."""
        return self.end is not None and self.end.last_day() < when.first_day()

    def is_to_come(self, when: PartialDate) -> bool:
        """Return whether the span certainly begins after ``when``."""
        return self.start is not None and when.last_day() < self.start.first_day()

    @property
    def is_reversed(self) -> bool:
        """Whether it certainly ends before it starts."""
        return bool(self.start and self.end and self.end.last_day() < self.start.first_day())

    def __bool__(self) -> bool:
        return self.start is not None or self.end is not None


ALWAYS = Period()
"""The span of what has no dates."""

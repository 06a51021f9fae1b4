"""Dates and spans of time as people write them in a question."""

from orggraph.errors import UnknownTermError
from orggraph.model import PartialDate, TimeSpan


def parse_span(text: str) -> TimeSpan:
    """Return the span of time that ``text`` is; raises UnknownTermError for what is none."""
    try:
        return TimeSpan.parse(text)
    except ValueError:
        raise UnknownTermError("no-span", words=text) from None


def parse_date(text: str) -> PartialDate:
    """Return the date that ``text`` is; raises UnknownTermError for what is none."""
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise UnknownTermError("no-date", words=text) from None


def as_date(said: str | PartialDate | None) -> PartialDate | None:
    """Return a date as it is, or the one that a text such as ``2025-03`` says."""
    return parse_date(said) if isinstance(said, str) else said

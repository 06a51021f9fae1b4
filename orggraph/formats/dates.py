"""Dates as other formats have them: with a time of day or a time zone, which ours have not."""

import re

from orggraph.model import PartialDate

_DATE = re.compile(r"(\d{4}(?:-\d{2}){0,2})(?:T[\d:.,+Z-]*|Z|[+-]\d{2}:\d{2})?", re.ASCII)


def find_date(text: str) -> str | None:
    """Return the date in a text of ISO 8601 or XML Schema, as exact as it is; None for no date.

    The time of day and the zone are left off, so that a text which had them is not what comes out.
    """
    found = _DATE.fullmatch(text.strip())
    try:
        return found and str(PartialDate.parse(found[1]))
    except ValueError:
        return None

"""What may be said of a report."""

from typing import NamedTuple

from orggraph.model import PartialDate
from orggraph.views.view import View


class ReportOptions(NamedTuple):
    """What a report is to be like.

    - `language`: that of the report; None for that of the data.
    - `title`: None for the data's own.
    - `date`: the date that stands on it; None for today.
    - `as_of`: the date that it tells of; None for all that is written down.
    - `views`: its figures, in this order; None for one picture of the whole.
    - `theme`: that of all figures, and of the report; None for what each view says.
    - `files`: the names of the data's files, as they are told; where there are none, those that
      the data itself knows.
    """

    language: str | None = None
    title: str | None = None
    date: PartialDate | None = None
    as_of: PartialDate | None = None
    views: tuple[View, ...] | None = None
    theme: str | None = None
    files: tuple[str, ...] = ()


STANDARD = ReportOptions()

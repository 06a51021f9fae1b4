"""Dates and spans that are none are told, with what was written."""

from collections.abc import Callable

import pytest

from orggraph.errors import UnknownTermError
from orggraph.model import PartialDate, TimeSpan
from orggraph.queries.times import parse_date, parse_span


def test_dates_and_spans_are_read() -> None:
    assert parse_date("2025-03") == PartialDate(2025, 3)
    assert parse_span("6 måneder") == TimeSpan(months=6)


@pytest.mark.parametrize("parse", [parse_date, parse_span])
def test_what_is_none_is_told(parse: Callable[[str], object]) -> None:
    with pytest.raises(UnknownTermError) as raised:
        parse("i går")
    assert "i går" in str(raised.value)

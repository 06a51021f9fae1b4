from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.model import ALWAYS, PartialDate, Period

DATES = st.dates(date(1990, 1, 1), date(1993, 12, 31))


def partial(day: date, accuracy: int) -> PartialDate:
    return PartialDate(*(day.year, day.month, day.day)[:accuracy])


PARTIAL = st.builds(partial, DATES, st.integers(1, 3))


def period(text: str) -> Period:
    start, end = (PartialDate.parse(p) if p.strip() else None for p in text.split("/"))
    return Period(start, end)


@pytest.mark.parametrize("text", ["2025", "2025-03", "2025-03-01", "0001", "2024-02-29"])
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    assert str(PartialDate.parse(text)) == text
    assert str(PartialDate.parse(f" {text}\n")) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "25",
        "2025-3",
        "2025-13",
        "2025-00",
        "2025-02-30",
        "2025-01-00",
        "2025-02-29",
        "0000",
        "2025-03-01T00:00",
        "01-03-2025",
        "marts 2025",
        "2025-",
        "-2025",
        "20250301",
    ],
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        PartialDate.parse(text)


def test_a_coarse_date_spans_its_days() -> None:
    assert PartialDate(2024).first_day() == date(2024, 1, 1)
    assert PartialDate(2024).last_day() == date(2024, 12, 31)
    assert PartialDate(2024, 2).last_day() == date(2024, 2, 29)
    assert PartialDate(2024, 2, 5).first_day() == PartialDate(2024, 2, 5).last_day()


@pytest.mark.parametrize(
    ("span", "when", "holds"),
    [
        ("/", "2025", True),
        ("2025/", "2025-06", None),
        ("2025/", "2025", None),
        ("2025/", "2026", True),
        ("2025/", "2024-12-31", False),
        ("2025-03/", "2025-03-31", True),
        ("2025-03/", "2025-03-30", None),
        ("2025-03/", "2025", None),
        ("2025-03/", "2025-02", False),
        ("/2025", "2025-06", None),
        ("/2025", "2024", True),
        ("/2025", "2025-01-01", True),
        ("/2025", "2026", False),
        ("/2025-06-30", "2025-06-30", True),
        ("/2025-06-30", "2025-07-01", False),
        ("/2025-06-30", "2025", None),
        ("2025-03-01/2025-03-01", "2025-03-01", True),
        ("2024/2026", "2025", True),
    ],
)
def test_whether_a_span_covers_a_date(span: str, when: str, holds: bool | None) -> None:
    assert period(span).holds_on(PartialDate.parse(when)) is holds


@given(st.none() | PARTIAL, st.none() | PARTIAL, DATES, st.integers(1, 3))
def test_a_coarser_date_is_never_surer_than_the_day_it_holds(
    start: PartialDate | None, end: PartialDate | None, day: date, accuracy: int
) -> None:
    span = Period(start, end)
    coarse = span.holds_on(partial(day, accuracy))
    if coarse is not None and not span.is_reversed:
        assert span.holds_on(partial(day, 3)) is coarse


@pytest.mark.parametrize(
    ("span", "reversed_"),
    [
        ("2026/2025", True),
        ("2025-06/2025", False),
        ("2025/2025-06", False),
        ("2025-06/2025-05", 1),
        ("/2025", False),
        ("2025/", False),
        ("2025-03-02/2025-03-01", True),
    ],
)
def test_a_span_is_reversed_only_for_certain(span: str, reversed_: bool) -> None:
    assert period(span).is_reversed is bool(reversed_)


def test_a_span_without_dates_is_empty_and_always_holds() -> None:
    assert not ALWAYS
    assert period("2025/")
    assert period("/2025")
    assert ALWAYS.holds_on(PartialDate(1)) is True

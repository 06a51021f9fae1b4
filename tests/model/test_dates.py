from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.model import ALWAYS, DayRange, PartialDate, Period, TimeSpan

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


@given(st.none() | PARTIAL, st.none() | PARTIAL, PARTIAL)
def test_a_span_holds_where_it_does_for_all_days_that_its_dates_may_mean(
    start: PartialDate | None, end: PartialDate | None, when: PartialDate
) -> None:
    span = Period(start, end)
    # The first and the last day of each say as much as all days between them.
    held = {
        (not first or first <= day) and (not last or day <= last)
        for first in ends(start, end)
        for last in ends(end, start)
        if not first or not last or first <= last
        for day in ends(when, start, end)
    }
    if not span.is_reversed:
        assert span.holds_on(when) is (held.pop() if len(held) == 1 else None)


def ends(when: PartialDate | None, *others: PartialDate | None) -> set[date | None]:
    """Return the days of a date that matter: its ends, and where those of others lie in it."""
    if when is None:
        return {None}
    first, last = when.first_day(), when.last_day()
    marks = {day for other in others if other for day in (other.first_day(), other.last_day())}
    near = {day + timedelta(days=by) for day in marks for by in (-1, 0, 1)}
    return {first, last, *(day for day in near if first <= day <= last)}


@pytest.mark.parametrize(
    ("span", "when", "holds"),
    [
        ("2025/2025-03-01", "2025-03-01", True),  # nothing ends before it begins
        ("2025-06-01/2025", "2025-06-01", True),
        ("2025/2025-03-01", "2025-02-28", None),
    ],
)
def test_one_end_narrows_what_the_other_may_mean(span: str, when: str, holds: bool | None) -> None:
    assert period(span).holds_on(PartialDate.parse(when)) is holds


@pytest.mark.parametrize(
    ("start", "months", "earliest", "latest"),
    [
        ("2022", 36, "2024-12-31", "2025-12-30"),
        ("2022-03", 36, "2025-02-28", "2025-03-30"),
        ("2022-03-01", 36, "2025-02-28", "2025-02-28"),
        ("2023-01-31", 1, "2023-02-28", "2023-02-28"),
        ("2024-01-31", 1, "2024-02-29", "2024-02-29"),
        ("2023-01-29", 1, "2023-02-28", "2023-02-28"),
        ("2023-01-28", 1, "2023-02-27", "2023-02-27"),
        ("2024-02-29", 12, "2025-02-28", "2025-02-28"),
        ("2024-02-29", 48, "2028-02-28", "2028-02-28"),
        ("2024-12-01", 1, "2024-12-31", "2024-12-31"),
        ("9999", 12, "9999-12-31", "9999-12-31"),
    ],
)
def test_the_last_day_of_a_term_is_counted_by_the_calendar(
    start: str, months: int, earliest: str, latest: str
) -> None:
    found = DayRange.of_last_day(PartialDate.parse(start), months)
    assert list(map(str, found)) == [earliest, latest]


@given(DATES, st.integers(1, 400), st.integers(1, 60))
def test_who_starts_later_never_leaves_earlier(day: date, later: int, months: int) -> None:
    one, other = (partial(d, 3) for d in (day, day + timedelta(days=later)))
    assert DayRange.of_last_day(one, months) <= DayRange.of_last_day(other, months)


@given(DATES, st.integers(1, 2), st.integers(1, 60), st.data())
def test_a_coarse_start_allows_the_ends_of_its_days(
    day: date, accuracy: int, months: int, data: st.DataObject
) -> None:
    start = partial(day, accuracy)
    found = DayRange.of_last_day(start, months)
    one = data.draw(st.dates(start.first_day(), start.last_day()))
    (end, _) = DayRange.of_last_day(partial(one, 3), months)
    assert found.earliest <= end <= found.latest


@pytest.mark.parametrize(
    ("text", "span", "shown", "after"),
    [
        ("6 months", TimeSpan(6), "6 months", "2026-02-28"),
        ("6 måneder", TimeSpan(6), "6 months", "2026-02-28"),
        ("6 ma\u030aneder", TimeSpan(6), "6 months", "2026-02-28"),
        ("1 år", TimeSpan(12), "1 year", "2026-08-31"),
        ("1 ÅR", TimeSpan(12), "1 year", "2026-08-31"),
        ("90 days", TimeSpan(0, 90), "90 days", "2025-11-29"),
        ("90 dage", TimeSpan(0, 90), "90 days", "2025-11-29"),
        ("2 uger", TimeSpan(0, 14), "14 days", "2025-09-14"),
        ("1d", TimeSpan(0, 1), "1 day", "2025-09-01"),
        ("9000 years", TimeSpan(108000), "9000 years", "9999-12-31"),
    ],
)
def test_a_span_of_time_is_read_in_both_languages(
    text: str, span: TimeSpan, shown: str, after: str
) -> None:
    found = TimeSpan.parse(text)
    assert (found, str(found), str(found.after(date(2025, 8, 31)))) == (span, shown, after)


@pytest.mark.parametrize("text", ["", "months", "6", "-6 months", "6 moons", "1.5 years", "6 m m"])
def test_what_is_no_span_of_time_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        TimeSpan.parse(text)

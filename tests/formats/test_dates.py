"""Dates of other formats."""

import pytest

from orggraph.formats.dates import find_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2011", "2011"),
        ("2011-05", "2011-05"),
        (" 2011-05-31 ", "2011-05-31"),
        ("2011-05-31T23:59:59.5+02:00", "2011-05-31"),
        ("2011-05-31T00:00:00Z", "2011-05-31"),
        ("2011-05-31Z", "2011-05-31"),
        ("2011-05:00", "2011"),
        ("2011-13", None),
        ("2011-02-30", None),
        ("2011-05-31T", "2011-05-31"),
        ("2011-05-31Tomorrow", None),
        ("31-05-2011", None),
        ("٢٠١١", None),
        ("", None),
    ],
)
def test_a_date_is_as_exact_as_it_is_written(text: str, date: str | None) -> None:
    assert find_date(text) == date

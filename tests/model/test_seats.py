import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.model import Count, Filling, Seat, Term


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("1", Count(1, 1)),
        (" 2 ", Count(2, 2)),
        ("4-6", Count(4, 6)),
        ("4 – 6", Count(4, 6)),
        ("0-3", Count(0, 3)),
        ("2+", Count(2, None)),
        ("0+", Count(0, None)),
        ("1 per participating", Count(1, 1, "participating")),
        ("1-2 per kommuner", Count(1, 2, "kommuner")),
        ("2+ pr. kommuner", Count(2, None, "kommuner")),
        ("3-3", Count(3, 3)),
    ],
)
def test_a_number_of_seats_is_read(text: str, count: Count) -> None:
    assert Count.parse(text) == count


@pytest.mark.parametrize(
    "text",
    ["", "0", "0-0", "6-4", "-1", "4-", "+", "2+3", "two", "1.5", "1 per", "1 per a b", "1234567"],
)
def test_what_is_no_number_of_seats_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Count.parse(text)


@given(
    st.integers(0, 20), st.none() | st.integers(0, 20), st.sampled_from([None, "k", "kommuner-1"])
)
def test_a_count_is_read_as_it_is_written(low: int, more: int | None, per: str | None) -> None:
    high = None if more is None else low + more
    if high == 0:
        return
    count = Count(low, high, per)
    assert Count.parse(str(count)) == count
    assert count.amount == str(count).partition(" per ")[0]


@pytest.mark.parametrize(
    ("text", "months", "written"),
    [
        ("3 years", 36, "3 years"),
        ("1 year", 12, "1 year"),
        ("3 år", 36, "3 years"),
        ("18 months", 18, "18 months"),
        ("1 month", 1, "1 month"),
        ("24 måneder", 24, "2 years"),
        ("1 måned", 1, "1 month"),
        ("2y", 24, "2 years"),
        ("6M", 6, "6 months"),
    ],
)
def test_a_term_is_read(text: str, months: int, written: str) -> None:
    term = Term.parse(text)
    assert term.months == months
    assert str(term) == written
    assert Term.parse(written) == term


@pytest.mark.parametrize("text", ["", "3", "years", "0 years", "3 weeks", "-1 year", "1000 years"])
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        Term.parse(text)


def test_a_term_tells_its_unit() -> None:
    assert Term(36).amount == (3, "year")
    assert Term(18).amount == (18, "month")


def test_a_seat_is_named_by_its_body() -> None:
    seat = Seat(body="board", key="chair", fillings=(Filling("appoints", "region"),))
    assert seat.id == "board/chair"
    assert seat.count == Count(1, 1)
    assert str(seat.fillings[0]) == "appoints by region"

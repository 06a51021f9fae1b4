"""How text is measured, folded and laid out in a table."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.reports import tables
from orggraph.reports.blocks import Table
from orggraph.reports.columns import display_width, fold_cell, fold_text, pad, pieces


def plain(text: str) -> str:
    return text


def table_lines(table: Table, width: int | None, style: tables.Style) -> list[str]:
    return list(tables.table_lines(table, width, style))


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("æøå", 3), ("A\N{COMBINING RING ABOVE}", 1), ("x\N{SOFT HYPHEN}y", 2),
     ("x\N{COMBINING CARON}", 1), ("東京", 4), ("ＡＢ", 4), ("→ “x”", 5)],
)  # fmt: skip
def test_text_has_the_width_that_a_terminal_gives_it(text: str, width: int) -> None:
    assert display_width(text) == width
    assert pad(text, 6) == text + " " * (6 - width)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 13, ["one two three"]),
        ("one two three", 12, ["one two", "three"]),
        ("one two three", 3, ["one", "two", "three"]),
        ("  one \n two\t", 20, ["one two"]),
        ("", 5, [""]),
        ("東京 都庁", 9, ["東京 都庁"]),
        ("東京 都庁", 8, ["東京", "都庁"]),
    ],
)
def test_prose_folds_between_words_only(text: str, width: int, lines: list[str]) -> None:
    assert fold_text(text, width) == lines


@pytest.mark.parametrize(
    ("cell", "width", "lines"),
    [
        ("kort", 4, ["kort"]),
        ("ad omveje", 9, ["ad omveje"]),
        ("ad omveje", 8, ["ad", "omveje"]),
        ("et forretningsudvalg", 9, ["et", "forretningsudvalg"]),
        ("board:reports_to:council", 17, ["board:reports_to:", "council"]),
        ("a/b/c", 4, ["a/b/", "c"]),
        ("på 12:30", 6, ["på 12:", "30"]),
        ("", 4, [""]),
    ],
)
def test_a_cell_folds_between_words_and_after_the_marks_of_an_id(
    cell: str, width: int, lines: list[str]
) -> None:
    assert fold_cell(cell, width) == lines


WORDS = st.lists(
    st.text("abeio dørækst東:/-1", min_size=1, max_size=14), min_size=1, max_size=5
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(WORDS, st.integers(2, 20))
def test_a_folded_cell_fits_where_its_words_do_and_loses_nothing(cell: str, width: int) -> None:
    lines = fold_cell(cell, width)
    assert all(display_width(line) <= width for line in lines if len(pieces(line)) > 1)
    assert "".join("".join(lines).split()) == "".join(cell.split())


def test_the_widest_column_gives_first() -> None:
    table = Table(("a", "b"), (("kort", "en meget længere tekst med mange ord i"),))
    assert table_lines(table, 30, plain) == [
        "a     b",
        "────  ────────────────────────",
        "kort  en meget længere tekst",
        "      med mange ord i",
    ]


def test_words_stay_whole_as_long_as_there_are_columns() -> None:
    table = Table(("a", "b"), (("kommunaldirektør", "et forretningsudvalg"),))
    assert table_lines(table, 35, plain)[2:] == [
        "kommunaldirektør  et",
        "                  forretningsudvalg",
    ]
    assert table_lines(table, 34, plain) == ["a  kommunaldirektør", "b  et forretningsudvalg"]


def test_where_columns_cannot_fit_each_row_is_a_list() -> None:
    table = Table(
        ("navn", "x"),
        (("Den strategiske styregruppe", "12345678901234567890"), ("B", ""), ("C", "d")),
    )
    assert table_lines(table, 26, str.upper) == [
        "NAVN  Den strategiske",
        "      styregruppe",
        "X     12345678901234567890",
        "",
        "NAVN  B",
        "",
        "NAVN  C",
        "X     d",
    ]


def test_headings_are_styled_and_rows_are_not() -> None:
    lines = table_lines(Table(("a", "b"), (("c", "d"),)), None, str.upper)
    assert lines == ["A  B", "─  ─", "c  d"]


def test_a_table_that_just_fits_is_left_as_it_is() -> None:
    table = Table(("a", "b"), (("12345", "1234567890 12"),))
    assert table_lines(table, 20, plain) == table_lines(table, None, plain)
    assert len(table_lines(table, 19, plain)) == 4

"""Cells and headings, and what they can be taken for."""

import pytest

from orggraph.formats.tables.cells import read_date
from tests.formats.tables.helpers import read_as


@pytest.mark.parametrize(
    ("cell", "date"),
    [("05/05/2025", "2025-05-05"), ("13/02/2025", "2025-02-13"), ("02/13/2025", "2025-02-13"),
     ("3.4.2025", "2025-04-03"), ("2025,0", "2025"), ("2025-03-01 00:00:00", "2025-03-01")],
)  # fmt: skip
def test_a_date_that_cannot_be_misread_is_read(cell: str, date: str) -> None:
    assert str(read_date(cell)) == date


@pytest.mark.parametrize(("headings", "language"), [("id,Art,name", "en"), ("id,Art,Navn", "da")])
def test_one_danish_heading_makes_no_danish_table(headings: str, language: str) -> None:
    assert read_as("csv", f"{headings}\na,body,A\n").graph.language == language

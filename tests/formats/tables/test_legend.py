"""Tests of the sheet that explains a workbook."""

import io

import openpyxl
import pytest

from orggraph.formats.tables.columns import TABLES
from orggraph.model import Graph
from orggraph.words import PHRASES
from tests.formats.tables.helpers import as_xlsx, read_as

BOARD = """
language: {language}
bodies:
  board:
    name: Bestyrelsen
    roster: complete
    members: [{{person: ida, vote: no}}]
persons:
  ida: {{name: Ida}}
"""


def legend_of(language: str, title: str) -> list[tuple[str, str, str]]:
    graph: Graph = read_as("yaml", BOARD.format(language=language)).graph
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(graph)))
    return [
        tuple(str(cell or "") for cell in row)  # type: ignore[misc]
        for row in book[title].iter_rows(values_only=True)
    ]


@pytest.mark.parametrize(
    ("language", "title", "expected"),
    [
        (
            "en",
            "legend",
            [
                ("members", "body", "the id of the body"),
                ("members", "member", "the id of the member"),
                ("words of", "vote", ""),
                ("", "complete", "every member is written down"),
                ("", "dotted", "a secondary line"),
            ],
        ),
        (
            "da",
            "forklaring",
            [
                ("members", "body", "organets id"),
                ("members", "member", "medlemmets id"),
                ("værdier i", "vote", ""),
                ("", "complete", "alle medlemmer er skrevet ned"),
                ("", "dotted", "en sekundær linje"),
            ],
        ),
    ],
)
def test_it_explains_columns_and_words_in_the_language_of_the_graph(
    language: str, title: str, expected: list[tuple[str, str, str]]
) -> None:
    lines = legend_of(language, title)
    assert [line for line in expected if line not in lines] == []


def test_every_word_of_a_list_is_explained() -> None:
    lines = legend_of("da", "forklaring")
    first = next(number for number, line in enumerate(lines) if line[0] == "værdier i")
    words = [line for line in lines[first:] if line[1] and not line[0]]
    assert len(words) > 30
    assert [line for line in words if not line[2]] == []


def test_every_table_and_every_column_has_an_explanation() -> None:
    keys = {table.help for table in TABLES.values()}
    keys |= {column.help for table in TABLES.values() for column in table.columns}
    assert len(keys) > 50
    assert keys - PHRASES.keys() == set()

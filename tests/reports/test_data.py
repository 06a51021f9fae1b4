"""Reports for other programs: CSV that is safe to open, JSON with the fields that are promised."""

import csv
import io
import json
from typing import Any

import pytest

from orggraph import OrgGraph
from orggraph.model import Graph, Parts
from orggraph.queries.selection import find_nodes
from orggraph.reports.blocks import Record, Report
from orggraph.reports.formats import FORMATS, write
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller
from orggraph.text import LocalText
from tests.queries.build import node
from tests.reports.conftest import QUESTIONS, told


def csv_of(*records: Record) -> list[dict[str, str]]:
    text = write(Report(dict, lambda: records, tuple), "csv")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (3, "3"),
        (-3, "-3"),
        ("", ""),
        ('a, "b"\nc', 'a, "b"\nc'),
        ("a-b", "a-b"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\n=1"),
        ("\n=1", "'\n=1"),
        (["=1", "b"], "'=1; b"),
        (("a", None, True), "a; ; true"),
        ({"da": "x", "en": "=y"}, "da: x; en: '=y"),
        ([{"source": "d", "quote": "a … b"}, {"source": "e", "quote": "c"}], "d: a … b; e: c"),
        ([{"id": "r1"}, {"id": "r2"}], "r1; r2"),
    ],
)
def test_a_cell_is_text_that_no_spreadsheet_runs(value: Any, cell: str) -> None:
    assert csv_of({"k": value, "l": "x"}) == [{"k": cell, "l": "x"}]


def test_a_hostile_name_is_no_formula() -> None:
    graph = Graph(Parts((node("a", name=LocalText.of('=HYPERLINK("http://x")')),)))
    told = write(report(Teller(graph, "en"), find_nodes(graph)), "csv")
    assert next(csv.DictReader(io.StringIO(told)))["name"] == '\'=HYPERLINK("http://x")'


def test_no_records_are_no_lines() -> None:
    assert write(Report(dict, tuple, tuple), "csv") == ""


def test_json_is_indented_and_in_ascii_where_asked_for() -> None:
    made = Report(lambda: {"navn": "Ærø"}, tuple, tuple)
    assert write(made, "json") == '{\n  "navn": "Ærø"\n}\n'
    assert write(made, "json", ascii_only=True) == '{\n  "navn": "\\u00c6r\\u00f8"\n}\n'


def test_there_are_four_formats_and_no_fifth() -> None:
    assert FORMATS == ("text", "json", "csv", "markdown")
    with pytest.raises(ValueError, match="'xml' is none of text, json, csv, markdown"):
        write(Report(dict, tuple, tuple), "xml")


RELATION = (
    "id source source_name source_kind type family target target_name target_kind role vote seat "
    "seats term represents from until status derived evidence location"
)
PROMISED = {
    "relations": [([], RELATION), (["evidence"], "source quote status paragraph")],
    "who": [([], RELATION)],
    "whom": [([], RELATION)],
    "nodes": [([], "id kind name names aliases title collective location")],
    "path-links": [
        (None, "tier hops explanation"),
        (
            ["hops"],
            "source source_name type family label target target_name direction evidence",
        ),
    ],
    "check": [
        (None, "problems evidence seats"),
        (["problems"], "code severity message location subjects"),
        (["seats"], "body seat count filled state"),
    ],
    "coverage": [
        (None, "source total covered set_aside paragraphs"),
        (["paragraphs"], "paragraph start status rests_on"),
    ],
}


@pytest.mark.parametrize("question", PROMISED)
def test_json_has_the_fields_that_are_promised(harbour: OrgGraph, question: str) -> None:
    data = json.loads(harbour.report(QUESTIONS[question](harbour), "json"))
    for way, fields in PROMISED[question]:
        rows = [data] if way is None else data
        for key in way or ():
            rows = rows[key] if isinstance(rows, dict) else [x for row in rows for x in row[key]]
        assert rows
        for row in rows:
            assert set(fields.split()) <= set(row)


def test_json_values_mean_what_they_say(harbour: OrgGraph) -> None:
    relations = {r["id"]: r for r in told(harbour, harbour.find_relations()).data()}
    assert list(relations) == list(harbour.relations)
    seat = relations["council:appoints:board/chair"]
    assert (seat["seats"], seat["term"], seat["derived"]) == ("1", "4 years", True)
    assert (seat["source_kind"], seat["target_name"]) == ("body", "The board")
    assert seat["evidence"][0]["status"] == "verified"
    member = relations["master:member_of:board"]
    assert (member["vote"], member["role"], member["evidence"]) == (False, "secretary", [])
    assert relations["ada:member_of:board:chair"]["location"] == "harbour.yaml:63:18"
    check = told(harbour, harbour.check()).data()
    assert check["evidence"] == {"verified": 6, "not_found": 1, "ambiguous": 1, "unchecked": 1}
    assert [s["state"] for s in check["seats"]] == ["filled", "over-filled", "vacant", "unknown"]
    for question, tier in (("path-reporting", "reporting"), ("path-links", "links"),
                           ("path-connected", "connected"), ("path-apart", "none")):  # fmt: skip
        assert told(harbour, QUESTIONS[question](harbour)).data()["tier"] == tier


@pytest.mark.parametrize("question", QUESTIONS)
def test_csv_rows_have_the_keys_of_json(harbour: OrgGraph, question: str) -> None:
    made = told(harbour, QUESTIONS[question](harbour))
    records = made.records()
    assert len({tuple(record) for record in records}) <= 1
    parsed = list(csv.DictReader(io.StringIO(write(made, "csv"))))
    assert [list(row) for row in parsed] == [list(record) for record in records]

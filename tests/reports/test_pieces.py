"""Answers of any length: written piece by piece, in the memory of a few rows."""

import csv
import gc
import io
import json
import tracemalloc
from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph import OrgGraph
from orggraph.queries import rows as rows_module
from orggraph.queries.rows import Rows
from orggraph.reports import tables, teller
from orggraph.reports.blocks import Outline, OutlineLine, Record, Report, Table
from orggraph.reports.formats import FORMATS, write, write_pieces
from orggraph.reports.teller import Teller
from tests.properties.indexes import INDEXES
from tests.queries.build import parts_of
from tests.queries.counting import counted
from tests.reports.conftest import told

FEW = 200
SIZE = 6_000
Question = Callable[[OrgGraph], object]
QUESTIONS: dict[str, Question] = {
    "tree": lambda org: org.find_tree("top"),
    "whole tree": lambda org: org.find_tree(),
    "nodes": lambda org: org.find_nodes(),
    "relations": lambda org: org.find_relations(),
    "who": lambda org: org.find_who("reporting"),
}


@pytest.fixture(scope="module")
def register() -> OrgGraph:
    """Return a hierarchy of ten below each."""
    superiors = (f"n{i // 10:05}" if i >= 10 else "top" for i in range(1, SIZE))
    return OrgGraph(parts_of(*(f"n{i:05} reports_to {top}" for i, top in enumerate(superiors, 1))))


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few rows be kept and measured."""
    monkeypatch.setattr(rows_module, "KEPT", FEW)
    monkeypatch.setattr(teller, "MEASURED", FEW)
    monkeypatch.setattr(tables, "MEASURED", FEW)


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("question", ["tree", "relations", "nodes"])
def test_an_answer_takes_the_memory_of_a_few_rows(
    register: OrgGraph, question: str, format_: str
) -> None:
    gc.disable()  # as the command line does: what is left behind in cycles stays
    tracemalloc.start()
    try:
        made = told(register, QUESTIONS[question](register))
        assert sum(map(len, write_pieces(made, format_))) > 20 * SIZE
        # In memory all nodes are sorted at once, by keys that take as much as text does.
        assert tracemalloc.get_traced_memory()[1] < (2_500_000 if question == "nodes" else 900_000)
    finally:
        tracemalloc.stop()
        gc.enable()


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("question", ["tree", "whole tree", "relations"])
def test_the_first_lines_come_at_once(register: OrgGraph, question: str, format_: str) -> None:
    graph, index = counted(register)
    org = OrgGraph.over(graph.index)
    pieces = write_pieces(told(org, QUESTIONS[question](org)), format_)
    assert "".join(islice(pieces, 8))
    # A row names two nodes, which are looked up once or more, and those of a table are measured.
    assert index.read + sum(index.asked.values()) < 25 * FEW


@pytest.mark.parametrize("format_", FORMATS)
def test_a_tree_is_walked_once(register: OrgGraph, format_: str) -> None:
    graph, index = counted(register)
    org = OrgGraph.over(graph.index)
    assert write(told(org, org.find_tree("top")), format_)
    assert SIZE <= index.asked.total() < 1.2 * SIZE


@pytest.mark.parametrize("question", ["tree", "relations", "nodes"])
def test_a_store_is_asked_for_many_things_at_a_time(question: str) -> None:
    parts = parts_of(*(f"n{i:04} reports_to n{i * 7 % 1_000:04}" for i in range(1_000, 2_000)),
                     *(f"n{i:04} reports_to top" for i in range(1_000)))  # fmt: skip
    org = OrgGraph.over(INDEXES["stored"](parts).index)
    asked: list[str] = []
    org.index._database.set_trace_callback(asked.append)  # type: ignore[attr-defined]
    assert org.report(QUESTIONS[question](org), "csv")
    assert len(asked) < 100


@pytest.mark.parametrize("question", QUESTIONS)
def test_json_and_csv_have_every_row(register: OrgGraph, question: str) -> None:
    result = QUESTIONS[question](register)
    rows = result[1] if "tree" in question else result[0]  # type: ignore[index]
    data = json.loads(register.report(result, "json"))
    found = data["rows"] if "tree" in question else data
    assert [row.get("node", row.get("id")) for row in found] == [
        getattr(row, "node", None) or row.id for row in rows
    ]
    cells = list(csv.DictReader(io.StringIO(register.report(result, "csv"))))
    assert [list(row) for row in cells[:1]] == [list(row) for row in found[:1]]
    assert len(cells) == len(found)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(VALUES, max_size=4), st.booleans())
def test_json_is_what_the_json_module_makes_of_it(items: list[Any], ascii_only: bool) -> None:
    for data, plain in (
        (Rows(lambda: items), items),
        ({"a": 1, "å": Rows(lambda: items), "c": items}, {"a": 1, "å": items, "c": items}),
        (items, items),
    ):
        made = write(Report(lambda data=data: data, tuple, tuple), "json", ascii_only=ascii_only)  # type: ignore[misc]
        assert made == json.dumps(plain, indent=2, ensure_ascii=ascii_only) + "\n"


ROWS = st.tuples(st.integers(0, 3), st.sampled_from(["a", "en linje med ord"]))


@given(st.lists(ROWS, min_size=1), st.sampled_from([None, 24]))
def test_an_outline_is_drawn_forwards_as_backwards(
    drawn: list[tuple[int, str]], width: int | None
) -> None:
    depth, lines = 0, []
    for at, (deeper, text) in enumerate(drawn):
        depth = min(deeper, depth + 1) if at else 0
        lines.append(OutlineLine(depth, text, "note" * (deeper % 2)))
    last = []
    for at, line in enumerate(lines):
        later = (other.depth for other in lines[at + 1 :])
        last.append(next((depth < line.depth for depth in later if depth <= line.depth), True))
    known = [line._replace(is_last=is_last) for line, is_last in zip(lines, last, strict=True)]
    shown = [
        write(Report(dict, tuple, lambda each=each: [Outline(each)]), "text", width=width)  # type: ignore[misc]
        for each in (tuple(lines), Rows(lambda: known))
    ]
    assert shown[0] == shown[1]
    branches = [line for line in shown[0].splitlines() if "─ " in line]
    assert len(branches) == sum(line.depth > 0 for line in lines)


def table_of(count: int, *, last: tuple[str, str]) -> Table:
    rows = [(f"{i}", "") for i in range(count - 1)]
    graph, _ = counted(parts_of(alone=["a"]))
    return Teller(graph, "en").table(("name", "title"), [*rows, last])


def text_of(table: Table, width: int | None) -> list[str]:
    return write(Report(dict, tuple, lambda: [table]), "text", width=width).splitlines()


def test_a_table_of_few_rows_is_measured_whole() -> None:
    last = ("a very long name indeed", "x")
    lines = text_of(table_of(FEW, last=last), None)
    assert lines[1] == "─" * len(last[0]) + "  ─────"
    assert text_of(table_of(FEW, last=("1", "")), None)[0] == "name"


def test_of_a_long_table_the_first_rows_are_measured_and_nothing_is_left_out() -> None:
    last = ("a very long name indeed", "the only one")
    lines = text_of(table_of(FEW + 1, last=last), None)
    assert lines[:3] == ["name  title", "────  ─────", "0"]
    assert lines[-1] == "a very long name indeed  the only one"
    assert len(lines) == FEW + 3
    folded = text_of(table_of(FEW + 1, last=last), 80)
    assert folded[:3] == lines[:3]
    assert folded[FEW + 2 :] == ["a     the", "very  only", "long  one", "name", "indeed"]
    narrow = text_of(table_of(FEW + 1, last=last), 6)
    assert narrow[:3] == ["name   0", "", "name   1"]
    assert " ".join(narrow).split()[-9:] == "a very long name indeed title the only one".split()


def test_a_mark_is_explained_whether_or_not_its_lines_were_read() -> None:
    org = OrgGraph(parts_of("b reports_to a", "c reports_to b"))
    made = told(org, org.find_tree("a", depth=1))
    assert len(tuple(made.blocks())) == 2
    assert "further down" in write(made, "text")
    assert len(tuple(told(org, org.find_tree("a")).blocks())) == 1


def test_a_record_may_have_any_value() -> None:
    record: Record = {"a": 1, "b": None, "c": [], "d": {}, "e": [{"f": "é\n"}], 5: object}
    made = write(Report(lambda: Rows(lambda: [record]), tuple, tuple), "json")
    assert made == json.dumps([record], indent=2, ensure_ascii=False, default=str) + "\n"

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from orggraph.formats.exchange import Origin
from orggraph.formats.loader import read
from orggraph.model import Graph, Parts
from tests.formats.tables.helpers import as_csv, as_xlsx, put, read_as
from tests.properties.strategies import parts

DATA = Path(__file__).parents[3] / "data"


@settings(max_examples=40, deadline=None)
@given(parts())
def test_csv_comes_back_as_it_was(drawn: Parts) -> None:
    graph = Graph.from_sound(drawn)
    files = as_csv(graph)
    with tempfile.TemporaryDirectory() as directory:
        back = read(put(files, Path(directory)), Graph, "csv")
    assert back.graph == graph
    assert back.remarks == ()
    assert as_csv(back.graph) == files


@settings(max_examples=30, deadline=None)
@given(parts())
def test_a_workbook_comes_back_as_it_was(drawn: Parts) -> None:
    graph = Graph.from_sound(drawn)
    data = as_xlsx(graph)
    back = read_as("xlsx", data)
    assert back.graph == graph
    assert (back.remarks, back.notices) == ((), ())
    assert as_xlsx(back.graph) == data


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_shipped_data_comes_back(form: str, tmp_path: Path) -> None:
    graph = read(Origin("data", DATA), Graph).graph
    if form == "csv":
        back = read(put(as_csv(graph), tmp_path), Graph)
        assert set(as_csv(graph)) >= {"nodes.csv", "relations.csv", "seats.csv", "members.csv"}
    else:
        back = read_as("xlsx", as_xlsx(graph))
    assert back.format.name == form
    assert back.graph == graph
    member = next(m for m in back.graph.iter_stated() if m.location and m.seat)
    assert member.location is not None
    assert "members" in member.location.path
    assert member.location.line > 0

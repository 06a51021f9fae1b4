"""Tables as Parquet: written and read, our own and those of others."""

import csv
import io
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from pyarrow import parquet

from orggraph.errors import OrgGraphError
from orggraph.formats.convert import convert
from orggraph.formats.exchange import Origin, ReadOptions, WriteOptions
from orggraph.formats.loader import Imported, read
from orggraph.formats.registry import choose, find_format, recognise
from orggraph.formats.tables import parquet_reading, parquet_rows, parquet_writing
from orggraph.formats.tables.csv_rows import unguard
from orggraph.formats.tables.parquet_format import PARQUET
from orggraph.model import Graph, Parts
from orggraph.source import ReadError
from tests.formats.laws import SHIPPED, write
from tests.formats.tables.helpers import as_csv, put
from tests.properties.strategies import parts

NODES = {"id": ["a", "b"], "kind": ["body", "person"], "name": ["A", "Bø"]}


def as_parquet(graph: Graph) -> Mapping[str, bytes]:
    return write(graph, PARQUET).files


def file_of(columns: Mapping[str, Any] | pa.Table, **options: Any) -> bytes:
    """Return a file as others write it."""
    table = columns if isinstance(columns, pa.Table) else pa.table(dict(columns))
    out = io.BytesIO()
    parquet.write_table(table, out, **options)
    return out.getvalue()


def read_one(data: bytes, options: ReadOptions | None = None) -> Imported[Graph]:
    return read(Origin("x.parquet", data=data), Graph, None, options or ReadOptions())


def wrong(data: bytes) -> list[tuple[str, str]]:
    with pytest.raises(ReadError) as caught:
        read_one(data)
    for problem in caught.value.problems:
        assert problem.message("da") != problem.message("en")
    return [(p.name, str(p.location)) for p in caught.value.problems]


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(parts())
def test_parquet_comes_back_as_it_was(drawn: Parts) -> None:
    graph = Graph.from_sound(drawn)
    files = as_parquet(graph)
    with TemporaryDirectory() as directory:
        back = read(put(files, Path(directory)), Graph)
    assert back.format.name == "parquet"
    assert back.graph == graph
    assert (back.remarks, back.notices) == ((), ())
    assert as_parquet(back.graph) == files


@pytest.mark.parametrize("name", SHIPPED)
def test_cells_are_those_of_csv_with_null_for_nothing(name: str) -> None:
    graph = read(Origin(name, SHIPPED[name]), Graph).graph
    files, texts = as_parquet(graph), as_csv(graph)
    assert {*files} == {f.replace(".csv", ".parquet") for f in texts} | {"edges.parquet"}
    for file, text in texts.items():
        head, *rows = csv.reader(io.StringIO(text.decode(), newline=""))
        table = parquet.read_table(io.BytesIO(files[file.replace(".csv", ".parquet")]))
        assert table.column_names == head
        shown = {None: "", True: "yes", False: "no"}
        found = [[shown.get(c, c) for c in row.values()] for row in table.to_pylist()]
        # CSV has an apostrophe before what a spreadsheet would take for a formula.
        assert found == [[unguard(cell) for cell in row] for row in rows]


def test_truth_is_a_truth_value_and_all_else_is_text() -> None:
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    schema = parquet.read_schema(io.BytesIO(as_parquet(graph)["nodes.parquet"]))
    assert schema.field("collective").type == pa.bool_()
    others = {schema.field(name).type for name in schema.names if name != "collective"}
    assert others == {pa.string()}
    members = parquet.read_schema(io.BytesIO(as_parquet(graph)["members.parquet"]))
    assert members.field("vote").type == pa.bool_()


@pytest.mark.parametrize("name", SHIPPED)
def test_edges_are_all_relations_in_their_order(name: str) -> None:
    graph = read(Origin(name, SHIPPED[name]), Graph).graph
    table = parquet.read_table(io.BytesIO(as_parquet(graph)["edges.parquet"]))
    assert table.column_names == (
        "id type family source target rank status line start end derived".split()
    )
    types = dict(zip(table.column_names, table.schema.types, strict=True))
    assert {n for n, t in types.items() if t == pa.int32()} == {"rank", "derived"}
    assert {t for n, t in types.items() if n not in ("rank", "derived")} == {pa.string()}
    rows = table.to_pylist()
    assert [row["id"] for row in rows] == list(graph.relations)
    assert {row["derived"] for row in rows} == {0, 1}
    order = list(graph.vocabulary.types)
    for row, relation in zip(rows, graph.relations.values(), strict=True):
        assert (row["source"], row["target"]) == (relation.source, relation.target)
        assert order[row["rank"]] == row["type"] == relation.type
        assert row["family"] == graph.vocabulary.types[relation.type].family
        assert row["start"] == (str(relation.period.start) if relation.period.start else None)
        assert row["end"] == (str(relation.period.end) if relation.period.end else None)
        assert (row["status"], row["line"]) == (relation.status, relation.line)
        assert row["derived"] == relation.is_derived


def test_empty_graph_has_edges_all_the_same() -> None:
    files = as_parquet(Graph(Parts()))
    assert {*files} == {"graph.parquet", "edges.parquet"}
    assert parquet.read_table(io.BytesIO(files["edges.parquet"])).num_rows == 0


def test_rows_are_written_by_groups(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = read(Origin("python", SHIPPED["python"]), Graph).graph
    whole = {name: parquet.read_table(io.BytesIO(data)) for name, data in as_parquet(graph).items()}
    monkeypatch.setattr(parquet_writing, "_AT_ONCE", 7)
    monkeypatch.setattr(parquet_writing, "_GROUP", 21)
    files = as_parquet(graph)
    for name, data in files.items():
        known = parquet.read_metadata(io.BytesIO(data))
        sizes = [known.row_group(at).num_rows for at in range(known.num_row_groups)]
        assert sum(sizes) == whole[name].num_rows
        assert sizes[:-1] == [21] * (len(sizes) - 1)
        assert parquet.read_table(io.BytesIO(data)) == whole[name]
    monkeypatch.setattr(parquet_rows, "_ROWS", 5)
    with TemporaryDirectory() as directory:
        assert read(put(files, Path(directory)), Graph).graph == graph


def test_pieces_come_a_group_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    graph = read(Origin("python", SHIPPED["python"]), Graph).graph
    monkeypatch.setattr(parquet_writing, "_AT_ONCE", 5)
    monkeypatch.setattr(parquet_writing, "_GROUP", 5)
    taken: list[str] = []
    relations = {id_: _Told(relation, taken) for id_, relation in graph.relations.items()}
    monkeypatch.setattr(graph, "relations", relations)
    monkeypatch.setattr(parquet_writing.Tables, "used", lambda self: {})
    output = parquet_writing.write_parquet(graph, WriteOptions())
    assert taken == []
    next(iter(output.files["edges.parquet"]))
    assert 0 < len(taken) <= 10


class _Told:
    """A relation that tells when it is looked at."""

    def __init__(self, relation: Any, taken: list[str]) -> None:
        self.__dict__.update(relation=relation, taken=taken)

    def __getattr__(self, name: str) -> Any:
        if name == "id":
            self.taken.append(self.relation.id)
        return getattr(self.relation, name)


FOREIGN = {
    "id": [7, 8],
    "kind": pa.array(["body", "person"]).dictionary_encode(),
    "name": pa.array([" Åen ", "Bo"], pa.large_string()),
    "title": pa.array([b"Chef", "Dør".encode()], pa.binary()),
    "classification": [None, None],
    "aliases": [["x; y", None, "z"], None],
    "identifier cvr": pa.array([12345678, None], pa.uint64()),
    "identifier nr": [1.0, 2.5],
    "identifier sum": [Decimal("1.50"), None],
    "collective": [True, None],
    "from": [date(2020, 2, 29), None],
    "until": [datetime(2021, 3, 1), datetime(2022, 1, 1)],
    "evidence": pa.array([None, []], pa.list_(pa.string())),
}


@pytest.mark.parametrize("dictionary", [True, False])
def test_values_of_all_types_are_understood(dictionary: bool) -> None:
    found = read_one(file_of(FOREIGN, use_dictionary=dictionary))
    first, second = found.graph.node("7"), found.graph.node("8")
    assert (first.name.original, first.title and first.title.original) == ("Åen", "Chef")
    assert second.title is not None
    assert second.title.original == "Dør"
    assert first.aliases == ("x; y", "z")
    assert first.identifiers == (("cvr", "12345678"), ("nr", "1"), ("sum", "1.50"))
    assert second.identifiers == (("nr", "2.5"),)
    assert (first.collective, second.collective) == (True, False)
    assert (str(first.period.start), str(first.period.end)) == ("2020-02-29", "2021-03-01")
    assert found.remarks == ()


@pytest.mark.parametrize(
    ("array", "texts"),
    [
        (pa.array([1, None], pa.int8()), ["1", ""]),
        (pa.array([1e20, float("nan")]), ["1e+20", "nan"]),
        (pa.array([1.5], pa.float16()), ["1.5"]),
        (pa.array([datetime(2020, 1, 1, 12, 30)], pa.timestamp("ns")), ["2020-01-01 12:30:00"]),
        (pa.array([datetime(2020, 1, 1, 23, tzinfo=UTC)], pa.timestamp("ms", "Europe/Copenhagen")),
         ["2020-01-02"]),
        (pa.array([datetime(2020, 1, 1, tzinfo=UTC)], pa.timestamp("us", "Nowhere/At_all")),
         ["2020-01-01"]),
        (pa.array([date(2020, 1, 2)], pa.date64()), ["2020-01-02"]),
        (pa.array([time(8, 30)], pa.time32("s")), ["08:30:00"]),
        (pa.array(["x", None, "x"]).dictionary_encode(), ["x", "", "x"]),
        (pa.array([None], pa.null()), [""]),
        (pa.array(["y"], pa.string_view()), ["y"]),
        (pa.array([["a;b", "c"], None]), ["a\\;b; c", ""]),
        (pa.array([[1, True and 2]], pa.list_(pa.int64())), ["1; 2"]),
        (pa.array([{"a": [1, "æ"][1]}]), ['{"a": "æ"}']),
        (pa.array([[("k", 1)]], pa.map_(pa.string(), pa.int64())), ['[["k", 1]]']),
    ],
)  # fmt: skip
def test_value_is_the_text_that_a_person_sees(array: pa.Array, texts: list[str]) -> None:
    from orggraph.formats.tables.parquet_cells import texts_of

    assert texts_of(array) == (texts, {})


def test_list_of_people_is_read_as_one() -> None:
    people = {"Navn": ["Ida Lund", "Bo Krag"], "Leder": [None, "Ida Lund"], "Nr": [1, 2]}
    found = read_one(file_of(people))
    (line,) = found.graph.iter_stated()
    assert (line.source, line.target) == ("bo-krag", "ida-lund") or line.source
    assert [n.name for n in found.notices] == ["columns-found"]


def test_columns_can_be_named() -> None:
    data = file_of({"p": ["A", "B"], "q": ["", "A"]})
    found = read_one(data, ReadOptions(columns={"name": "p", "manager": "q"}))
    assert len(list(found.graph.iter_stated())) == 1


def test_unknown_columns_are_told_of_nested_or_not() -> None:
    data = file_of(NODES | {"phone": [12, None], "place": [{"x": 1.5}, None]})
    found = read_one(data)
    assert [(r.key, r.times, r.example) for r in found.remarks] == [
        ("column: phone", 1, "12"), ("column: place", 1, '{"x": 1.5}'),
    ]  # fmt: skip


@pytest.mark.parametrize("name", [[{"da": "A"}, {"da": "B"}], [["A"], ["B"]], [[["A"]], [["B"]]]])
def test_nested_column_that_should_be_text_is_told_with_its_place(name: list[Any]) -> None:
    assert wrong(file_of(NODES | {"name": name})) == [("nested-column", "x.parquet:1:3")]


def test_wrong_cell_has_its_row_and_column() -> None:
    data = file_of(
        {"id": ["a", "b c", "d"], "kind": ["body"] * 3, "name": ["A", "B", "C\0"],
         "from": ["2025-13", None, "x"]}
    )  # fmt: skip
    assert wrong(data) == [
        ("bad-cell-date", "x.parquet:1:4"),
        ("bad-id", "x.parquet:2:1"),
        ("control-character", "x.parquet:3:3"),
    ]


@pytest.mark.parametrize("dictionary", [True, False])
@pytest.mark.parametrize("type_", [pa.string(), pa.binary()])
def test_bytes_that_are_no_text_are_told_with_their_place(
    dictionary: bool, type_: pa.DataType
) -> None:
    raw = pa.array([b"A", b"\xf8re", None], pa.binary())
    names = pa.Array.from_buffers(type_, 3, raw.buffers())
    table = {"id": ["a", "b", "c"], "kind": ["body"] * 3, "name": names}
    data = file_of(table, use_dictionary=dictionary)
    assert wrong(data) == [("cell-not-text", "x.parquet:2:3")]


def test_law_that_is_broken_is_told_with_the_row() -> None:
    with TemporaryDirectory() as folder:
        files = {
            "nodes.parquet": file_of(NODES),
            "relations.parquet": file_of(
                {"source": ["a", "b"], "type": ["part of", "part of"], "target": ["x", "a"]}
            ),
        }
        origin = put(files, Path(folder) / "in")
        with pytest.raises(ReadError) as caught:
            read(origin, Graph)
    assert [(p.name, str(p.location)) for p in caught.value.problems] == [
        ("unknown-node", "in/relations.parquet:1:3"),
        ("wrong-source-kind", "in/relations.parquet:2:1"),
    ]


def test_broken_files_are_told() -> None:
    whole = file_of(NODES)
    for data in (b"PAR1", whole[:-9], whole[: len(whole) // 2], b"PAR1" + b"\0" * 100 + b"PAR1"):
        assert wrong(data) == [("parquet-broken", "x.parquet:1:1")]
    torn = bytearray(whole)
    torn[30:60] = b"\xff" * 30
    assert [name for name, _ in wrong(bytes(torn))] == ["parquet-broken"]


def test_missing_and_empty_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError) as caught:
        read(Origin("none.parquet", tmp_path / "none.parquet"), Graph)
    assert [p.name for p in caught.value.problems] == ["file-missing"]
    assert wrong(file_of(pa.table({}))) == [("empty-table", "x.parquet:1:1")]
    assert [name for name, _ in wrong(file_of({"x": [1], "y": [2]}))] == ["no-staff"]
    with pytest.raises(ReadError, match=r"no \*\.parquet file in 'empty'; name one nodes\.parquet"):
        read(put({}, tmp_path / "empty"), Graph, "parquet")


def test_copy_of_the_relations_is_not_read(tmp_path: Path) -> None:
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    files = as_parquet(graph)
    with pytest.raises(ReadError) as caught:
        read_one(files["edges.parquet"])
    assert [p.name for p in caught.value.problems] == ["edges-not-read"]
    # What others call so is theirs.
    own = {"source": ["a"], "type": ["part of"], "target": ["b"]}
    put({"edges.parquet": file_of(own)}, tmp_path)
    found = read(Origin("edges.parquet", tmp_path / "edges.parquet"), Graph)
    assert [(r.source, r.target) for r in found.graph.iter_stated()] == [("a", "b")]


def test_rows_that_are_many_and_small_in_the_file_are_refused_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parquet_reading, "MOST_BYTES", 1_000_000)
    nothing = pa.nulls(200_000, pa.string())
    data = file_of({"id": nothing, "kind": nothing})
    assert len(data) < 10_000
    assert wrong(data) == [("too-much-for-memory", "x.parquet:1:1")]


def test_rows_that_come_to_too_many_letters_are_refused_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(parquet_reading, "MOST_BYTES", 1_000_000)
    monkeypatch.setattr(parquet_rows, "_ROWS", 100)
    ids = [f"n{n}" for n in range(1_000)]
    data = file_of({"id": ids, "kind": ["body"] * 1_000, "name": ["x" * 2_000] * 1_000})
    assert wrong(data) == [("too-much-for-memory", "x.parquet:401:1")]


def test_a_value_that_stands_once_in_the_file_stands_once_in_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.formats.tables.helpers import peak_of

    long = pa.DictionaryArray.from_arrays(pa.array([0] * 1_000, pa.int32()), ["x" * 300_000])
    table = {"id": [f"n{n}" for n in range(1_000)], "kind": ["body"] * 1_000, "name": long}
    data = file_of(table, store_schema=False)
    assert [name for name, _ in wrong(data)] == ["too-much-for-memory"]
    monkeypatch.setattr(parquet_reading, "MOST_BYTES", 10**9)
    assert peak_of(lambda: read_one(data)) < 50_000_000  # and not 300 MB


def test_files_beside_each_other_belong_together(tmp_path: Path) -> None:
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    imported = Imported(graph, find_format("yaml"))
    made = convert(imported, choose("x.parquet"), tmp_path / "x.parquet")
    assert str(tmp_path / "x-edges.parquet") in made.files
    found = read(Origin("x-nodes.parquet", tmp_path / "x-nodes.parquet"), Graph)
    assert set(found.graph.relations) == set(graph.relations)
    assert {n.name for n in found.notices} == {"read-beside"}


def test_two_kinds_of_tables_are_not_guessed_between(tmp_path: Path) -> None:
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    origin = put(as_parquet(graph), tmp_path / "in")
    assert recognise(origin).name == "parquet"
    put({"staff.csv": b"x\n"}, tmp_path / "in")
    assert recognise(origin).name == "parquet"
    put(as_csv(graph), tmp_path / "in")
    with pytest.raises(OrgGraphError, match="both as CSV and as Parquet"):
        recognise(origin)
    with pytest.raises(OrgGraphError, match="would be read with what is written"):
        convert(Imported(graph, PARQUET), find_format("csv"), tmp_path / "in")
    assert read(origin, Graph, "parquet").graph == graph
    put({"x.yaml": b""}, tmp_path / "in")
    with pytest.raises(OrgGraphError, match="both data files and tables"):
        recognise(origin)


def test_without_the_library_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    data = file_of(NODES)
    for name in [n for n in sys.modules if n.partition(".")[0] == "pyarrow"]:
        monkeypatch.setitem(sys.modules, name, None)
    assert wrong(data) == [("parquet-library-missing", "x.parquet:1:1")]
    with pytest.raises(OrgGraphError, match=r"pip install 'orggraph\[parquet\]'"):
        write(Graph(Parts()), PARQUET)


@pytest.mark.parametrize("name", ["x", "x.bin", "-", "x.pq"])
def test_parquet_is_known_by_its_first_bytes(name: str) -> None:
    assert recognise(Origin(name, data=file_of(NODES))).name == "parquet"

"""JSON Lines and Parquet go by way of the disk too: the same bytes, and the same problems."""

import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from orggraph.errors import OrgGraphError
from orggraph.formats import convert as in_memory
from orggraph.formats.exchange import Origin
from orggraph.formats.json_lines import lines_format
from orggraph.formats.loader import read
from orggraph.formats.registry import find_format
from orggraph.formats.streaming import conversion
from orggraph.formats.streaming.conversion import convert_large
from orggraph.formats.tables import parquet_rows
from orggraph.model import Graph, Parts
from orggraph.source import ReadError
from tests.formats.laws import SHIPPED, write
from tests.formats.streaming.memory import find_peak
from tests.properties.strategies import parts

SLOW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
Files = Mapping[str, bytes]


@pytest.fixture(autouse=True)
def all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "LARGE", 1)


def put(folder: Path, files: Files) -> Origin:
    """Write files, and return where they are read from: the one alone, or the directory."""
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    alone = next(iter(files)) if len(files) == 1 else ""
    return Origin(alone or "in", folder / alone)


def same(files: Files, target: str = "jsonl") -> Any:
    """Return what becomes of files both ways: what was said and written, or what is wrong."""
    format_ = find_format(target)
    outcomes: list[Any] = []
    with TemporaryDirectory() as name:
        origin = put(Path(name) / "in", files)
        source = "jsonl" if origin.shown.endswith("l") else None  # though no line may be one
        for way in ("memory", "disk"):
            out = Path(name) / way
            out.mkdir()
            path = out / ("graph" if target == "csv" else f"graph.{target}")
            try:
                if way == "disk":
                    made = convert_large(origin, source, format_, path)
                    assert made is not None
                else:
                    made = in_memory.convert(read(origin, Graph, source), format_, path)
            except ReadError as error:
                outcomes.append([(str(p), p.excerpt) for p in error.problems])
                continue
            found = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}
            outcomes.append((made._replace(files=()), found))
    assert outcomes[1] == outcomes[0]
    return outcomes[0]


def as_lines(graph: Graph) -> Files:
    return {"x.jsonl": write(graph, find_format("jsonl")).files[""]}


def as_tables(graph: Graph) -> Files:
    return write(graph, find_format("parquet")).files


@pytest.mark.parametrize("make", [as_lines, as_tables])
@pytest.mark.parametrize("target", ["jsonl", "csv", "graphml"])
@SLOW
@given(parts())
def test_random_graph_is_converted_as_in_memory(
    make: Callable[[Graph], Files], target: str, whole: Parts
) -> None:
    same(make(Graph(whole)), target)


@pytest.mark.parametrize("make", [as_lines, as_tables])
@pytest.mark.parametrize("data", SHIPPED)
def test_shipped_data_is_converted_as_in_memory(make: Callable[[Graph], Files], data: str) -> None:
    graph = read(Origin(data, SHIPPED[data]), Graph).graph
    _, written = same(make(graph))
    (text,) = written.values()
    back = read(Origin("x.jsonl", data=text), Graph).graph
    assert back.relations == graph.relations
    assert back.nodes == graph.nodes


def broken_lines(text: bytes, mix: Random) -> bytes:
    """Return lines shuffled, repeated, dropped, cut, and with members changed."""
    head, *rows = text.decode().split("\n")[:-1]
    for _ in range(mix.randint(0, 3)):
        if not rows:
            break
        at = mix.randrange(len(rows))
        match mix.randrange(7):
            case 0:
                rows.insert(mix.randrange(len(rows) + 1), rows[at])
            case 1:
                rows.pop(at)
            case 2:
                rows[at] = rows[at][: mix.randrange(len(rows[at]))]
            case 3:
                mix.shuffle(rows)
            case 4:
                rows.insert(at, mix.choice([head, "{}", "", " ", '{"node": 1}', "[]", "x"]))
            case _:
                try:
                    line = json.loads(rows[at])
                    ((_, said),) = line.items()
                    key = mix.choice([*said, "more"])
                    said[key] = mix.choice(["nobody", "", None, {}, ["a"], 7, "a", True])
                    rows[at] = json.dumps(line)
                except (ValueError, TypeError, AttributeError):
                    continue
    first = [head] if mix.random() < 0.9 else []
    return "\n".join([*first, *rows]).encode()


@settings(SLOW, max_examples=120)
@given(parts(), st.randoms(use_true_random=False))
def test_broken_lines_have_the_same_problems(whole: Parts, mix: Random) -> None:
    text = broken_lines(as_lines(Graph(whole))["x.jsonl"], mix)
    if text.strip():
        same({"x.jsonl": text})


@settings(SLOW, max_examples=40)
@given(parts(), st.randoms(use_true_random=False))
def test_broken_tables_have_the_same_problems(whole: Parts, mix: Random) -> None:
    files = dict(as_tables(Graph(whole)))
    name = mix.choice(sorted(files))
    table = parquet.read_table(io.BytesIO(files[name]))
    rows = table.to_pylist()
    if rows:
        column = mix.choice(table.column_names)
        mix.choice(rows)[column] = mix.choice([None, *(row[column] for row in rows)])
        if mix.random() < 0.3:
            rows.append(mix.choice(rows))
    out = io.BytesIO()
    parquet.write_table(pa.Table.from_pylist(rows, schema=table.schema), out)
    files[name] = out.getvalue()
    same(files)


def test_lines_in_any_order_are_the_same_graph() -> None:
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    head, *rows = as_lines(graph)["x.jsonl"].splitlines(keepends=True)
    straight = same({"x.jsonl": head + b"".join(rows)})
    assert same({"x.jsonl": head + b"\n" + b"".join(reversed(rows))}) == straight


def test_key_may_be_written_with_escapes() -> None:
    lines = (
        rb'{"relati\u006fn": {"source": "b", "type": "part of", "target": "a"}}',
        b'{"node": {"id": "a", "kind": "body", "name": "A"}}',
        rb'{"n\u006fde": {"id": "b", "kind": "body", "name": "B"}}',
        rb'{"n\u006fthing": {}}',
    )
    _, written = same({"x.jsonl": b"\n".join(lines[:3])})
    assert b'"source": "b", "type": "part_of", "target": "a"' in written["graph.jsonl"]
    ((told, excerpt),) = same({"x.jsonl": b"\n".join(lines)})
    assert told.startswith("x.jsonl:4:2")
    assert excerpt == lines[3].decode()


@pytest.mark.parametrize(
    "text",
    [
        b"\n \n",
        '{"node": {"id": "å"'.encode("cp1252"),
        b'{"node": {"id": "a", "kind": "body", "name": "a\x01"}}',
        b'\xef\xbb\xbf{"node": {"id": "a", "kind": "body", "name": "A"}}\r\n',
    ],
)
def test_bytes_are_told_as_in_memory(text: bytes) -> None:
    same({"x.jsonl": text})


def test_line_that_is_too_long_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    from orggraph.formats.json_lines import lines
    from orggraph.formats.streaming import lines as streaming

    monkeypatch.setattr(lines, "MOST_LETTERS", 100)
    monkeypatch.setattr(streaming, "MOST_LETTERS", 100)
    node = '{"node": {"id": "a", "kind": "body", "name": "A"}}'
    long = f'{{"relation": {{"source": "{"x" * 200}"}}}}'
    ((told, _),) = same({"x.jsonl": f"{node}\n{long}\nx\n".encode()})
    assert told.startswith("x.jsonl:2:1: error X604")


def test_rows_come_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet_rows, "_ROWS", 3)
    graph = read(Origin("python", SHIPPED["python"]), Graph).graph
    same(as_tables(graph))


def test_list_of_people_in_parquet() -> None:
    out = io.BytesIO()
    people = {"Navn": ["Åse", "Bo", "Bo"], "Leder": [None, "Åse", "Zoë"], "Nr": [1, 2, 2]}
    parquet.write_table(pa.table(people), out)
    made, _ = same({"people.parquet": out.getvalue()}, "csv")
    assert made.notices


def test_nodes_called_by_their_names_are_left_to_memory(tmp_path: Path) -> None:
    files = {}
    for name, columns in {
        "nodes": {"id": ["a", "b"], "kind": ["body"] * 2, "name": ["Board A", "Board B"]},
        "relations": {"source": ["Board A"], "type": ["part_of"], "target": ["board b"]},
    }.items():
        out = io.BytesIO()
        parquet.write_table(pa.table(columns), out)
        files[f"{name}.parquet"] = out.getvalue()
    origin = put(tmp_path / "in", files)
    assert convert_large(origin, None, find_format("dot"), tmp_path / "x.dot") is None


def test_target_that_needs_all_is_refused_for_what_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    format_ = lines_format.JSON_LINES
    assert format_.large is not None
    changed = format_._replace(large=format_.large._replace(most=10))
    monkeypatch.setattr(lines_format, "JSON_LINES", changed)
    graph = read(Origin("whole", SHIPPED["whole"]), Graph).graph
    origin = put(tmp_path / "in", as_lines(graph))
    with pytest.raises(OrgGraphError, match="jsonl"):
        convert_large(origin, None, find_format("popolo"), tmp_path / "x.json")


def test_standard_input_is_no_different(tmp_path: Path) -> None:
    data = administration(as_lines, 30)["x.jsonl"]
    made = convert_large(Origin("-", data=data), None, find_format("jsonl"), tmp_path / "x.jsonl")
    assert made is not None
    written = (tmp_path / "x.jsonl").read_bytes()
    assert (
        written == write(read(Origin("-", data=data), Graph).graph, find_format("jsonl")).files[""]
    )


@pytest.mark.parametrize("make", [as_lines, as_tables])
def test_progress_goes_from_nothing_to_all_and_never_back(
    make: Callable[[Graph], Files], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parquet_rows, "_ROWS", 500)
    origin = put(tmp_path / "in", administration(make, 12_000))
    told: list[float] = []
    convert_large(origin, None, find_format("dot"), tmp_path / "x.dot", show=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 4


def administration(make: Callable[[Graph], Files], size: int) -> Files:
    if make is as_lines:
        nodes = [{"id": f"p{at}", "kind": "post", "name": f"Post {at}"} for at in range(size)]
        lines = [
            {"source": f"p{at}", "type": "reports_to", "target": f"p{(at - 1) // 8}"}
            for at in range(1, size)
        ]
        rows = [*({"node": n} for n in nodes), *({"relation": r} for r in lines)]
        return {"x.jsonl": "\n".join(map(json.dumps, rows)).encode()}
    tables = {
        "nodes": {
            "id": [f"p{at}" for at in range(size)],
            "kind": ["post"] * size,
            "name": [f"Post number {at}" for at in range(size)],
        },
        "relations": {
            "source": [f"p{at}" for at in range(1, size)],
            "type": ["reports_to"] * (size - 1),
            "target": [f"p{(at - 1) // 8}" for at in range(1, size)],
        },
    }
    files = {}
    for name, columns in tables.items():
        out = io.BytesIO()
        parquet.write_table(pa.table(columns), out)
        files[f"{name}.parquet"] = out.getvalue()
    return files


@pytest.mark.parametrize("make", [as_lines, as_tables])
def test_memory_does_not_grow_with_the_rows(make: Callable[[Graph], Files], tmp_path: Path) -> None:
    peaks = []
    for size in (3_000, 6_000):
        folder = tmp_path / f"{size}"
        folder.mkdir()
        origin = put(folder / "in", administration(make, size))
        assert origin.path is not None
        peaks.append(find_peak(origin.path, "jsonl"))
    # A graph of 3,000 posts more would take some 6 MB (see `test_conversion`).
    assert peaks[1] - peaks[0] < 2_000_000

"""Large tables are converted by way of the disk: the same bytes, and the same problems."""

from collections.abc import Iterator
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.errors import OrgGraphError
from orggraph.formats import convert as in_memory
from orggraph.formats.convert import Conversion, LossyError
from orggraph.formats.exchange import Format, Origin, Output, Remarks, WriteOptions
from orggraph.formats.loader import read
from orggraph.formats.registry import FORMATS, find_format
from orggraph.formats.streaming import conversion, text
from orggraph.formats.streaming.conversion import convert_large
from orggraph.formats.tables import csv_format
from orggraph.model import Graph, Parts
from orggraph.source import ReadError
from tests.formats.streaming.memory import find_peak
from tests.properties.strategies import parts

SLOW = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
HERE = Path(__file__)
SHIPPED = {
    "whole": HERE.parents[1] / "whole.yaml",
    "data": HERE.parents[3] / "data",
    "python": HERE.parents[3] / "data" / "python",
}
STREAMING = [name for name in FORMATS if find_format(name).streams]


@pytest.fixture(autouse=True)
def all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "LARGE", 1)


def put(folder: Path, files: dict[str, bytes]) -> Origin:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return Origin("tables", folder)


def tables_of(graph: Graph) -> dict[str, bytes]:
    format_ = find_format("csv")
    assert format_.write is not None
    files = format_.write(graph, WriteOptions()).files
    return {name: b"".join(pieces) for name, pieces in files.items()}


def converted(origin: Origin, target: Format, out: Path, *, streamed: bool) -> object:
    """Return what was written and said, or the problems that kept it from being written."""
    out.mkdir()
    path = out / "tables" if target.name == "csv" else out / "graph"
    try:
        made: Conversion | None = None
        if streamed:
            made = convert_large(origin, "csv", target, path)
        if made is None:  # on purpose, or for headings that are those of no table
            made = in_memory.convert(read(origin, Graph, "csv"), target, path)
    except ReadError as error:
        return told(error)
    if target.open is not None:
        # Files have numbers in the order in which they are come upon; all else is the same.
        return made._replace(files=()), repr(target.open(Origin("graph", path)).parts)
    written = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return made._replace(files=()), written


def told(error: ReadError) -> list[str]:
    return [str(problem) for problem in error.problems]


def same(files: dict[str, bytes], target: Format, *, alone: str = "") -> object:
    """Return what becomes of files both ways, of a directory or of one ``alone``."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        origin = put(folder / "in", files)
        origin = Origin(alone, folder / "in" / alone) if alone else origin
        memory = converted(origin, target, folder / "memory", streamed=False)
        assert converted(origin, target, folder / "disk", streamed=True) == memory
        return memory


@pytest.mark.parametrize("name", STREAMING)
@SLOW
@given(parts())
def test_random_graph_is_converted_as_in_memory(name: str, whole: Parts) -> None:
    same(tables_of(Graph(whole)), find_format(name))


@pytest.mark.parametrize("name", STREAMING)
@pytest.mark.parametrize("data", SHIPPED)
def test_shipped_data_is_converted_as_in_memory(name: str, data: str) -> None:
    graph = read(Origin(data, SHIPPED[data]), Graph).graph
    made = same(tables_of(graph), find_format(name))
    assert isinstance(made, tuple)


def broken(files: dict[str, bytes], mix: Random) -> dict[str, bytes]:
    """Return files with cells of their rows swapped, repeated, emptied, or turned round."""
    changed = {}
    for name, data in files.items():
        first, *rows = data.decode("utf-8").splitlines(keepends=True)
        for _ in range(mix.randint(0, 3)):
            if rows:
                at = mix.randrange(len(rows))
                match mix.randrange(5):
                    case 0:
                        rows.insert(mix.randrange(len(rows) + 1), rows[at])
                    case 1:
                        rows.pop(at)
                    case 2:
                        cells = rows[at].rstrip("\n").split(",")
                        one, other = mix.choices(range(len(cells)), k=2)
                        cells[one], cells[other] = cells[other], cells[one]
                        rows[at] = ",".join(cells) + "\n"
                    case 3:
                        cells = rows[at].rstrip("\n").split(",")
                        cells[mix.randrange(len(cells))] = mix.choice(
                            ["nobody", "", "2025-13", "a"]
                        )
                        rows[at] = ",".join(cells) + "\n"
                    case 4:
                        mix.shuffle(rows)
        changed[name] = "".join((first, *rows)).encode()
    return changed


@settings(SLOW, max_examples=30)
@given(parts(), st.randoms(use_true_random=False))
def test_broken_graph_has_the_same_problems(whole: Parts, mix: Random) -> None:
    same(broken(tables_of(Graph(whole)), mix), find_format("csv"))


def shipped_tables() -> dict[str, bytes]:
    return tables_of(read(Origin("whole", SHIPPED["whole"]), Graph).graph)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encoding_is_found_and_said_as_in_memory(encoding: str) -> None:
    rows = [f"n{at},body,Række {at} på øen" for at in range(200)]
    text = "id,kind,name\n" + "\n".join(rows) + "\n"
    made = same({"nodes.csv": text.encode(encoding)}, find_format("csv"))
    assert isinstance(made, tuple)
    assert bool(made[0].notices) == (encoding != "utf-8-sig")
    assert "Række 7 på øen" in made[1]["tables/nodes.csv"].decode()


def test_encoding_that_shows_late_is_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_HEAD", 1000)
    monkeypatch.setattr(text, "_PIECE", 100)
    rows = "".join(f"n{at},body,Row {at}\n" for at in range(500))
    data = f"id,kind,name\n{rows}late,body,Øen på vejen\n".encode("cp1252")
    made = same({"nodes.csv": data}, find_format("csv"))
    assert isinstance(made, tuple)
    assert "Øen på vejen" in made[1]["tables/nodes.csv"].decode()


@pytest.mark.parametrize("bad", [b"\x00", b"\x07", "\ufffe".encode(), b"a\r\n\x85\n\x01", b"\xc3"])
@pytest.mark.parametrize("piece", [64, 100_000])
def test_characters_that_no_text_has_are_placed(
    bad: bytes, piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "_PIECE", piece)
    rows = b"".join(b"n%d,body,R\xc3\xb8w\r\n" % at for at in range(100))
    data = b"\xef\xbb\xbfid,kind,name\n" + rows + b"x,body,a b" + bad + b",\n" + rows
    found = same({"nodes.csv": data}, find_format("csv"))
    assert isinstance(found, list)


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("nodes.csv", "a,body,Twice\n"),
        ("nodes.csv", "x,boddy,X\n"),
        ("nodes.csv", 'x,body,"never closed\n'),
        ("nodes.csv", "x,body,X,y,z\n"),
        ("relations.csv", "a,reports_to,nobody\n"),
        ("relations.csv", "a,reports_to,Board of B\n"),
        ("relations.csv", "a,reports_to,b\nb,reports_to,c\nc,reports_to,a\n"),
        ("relations.csv", "a,reports_to,x\nx,part_of,b\nb,reports_to,a\nx,reports_to,a\n"),
        ("relations.csv", "a,informs,b\na,informs,b\n"),
        ("relations.csv", "a,nonsense,b\na,reports_to,b\nb,reports_to,a\n"),
        ("relations.csv", "a,part_of,a\n"),
        ("relations.csv", "p,part_of,a\n"),
        ("relations.csv", "a,,b\n"),
    ],
)
def test_what_is_wrong_is_told_as_in_memory(name: str, more: str) -> None:
    files = {
        "nodes.csv": "id,kind,name\na,body,A\nb,body,Board B\nc,body,C\np,person,P\n",
        "relations.csv": "source,type,target\n",
    }
    files[name] += more
    found = same({name: data.encode() for name, data in files.items()}, find_format("csv"))
    assert isinstance(found, list)
    assert found


def test_nodes_may_be_called_by_their_names_as_in_memory() -> None:
    files = {
        "nodes.csv": b"id,kind,name\na,body,Board A\nb,body,Board B\n",
        "relations.csv": b"source,type,target\nBoard A,part_of,board b\n",
    }
    made = same(files, find_format("csv"))
    assert isinstance(made, tuple)
    assert b"a,part_of,b" in made[1]["tables/relations.csv"]


def test_problems_beyond_a_thousand_are_counted(tmp_path: Path) -> None:
    rows = "".join(f"a,reports_to,x{at}\n" for at in range(1500))
    origin = put(
        tmp_path,
        {
            "nodes.csv": b"id,kind,name\na,body,A\n",
            "relations.csv": f"source,type,target\n{rows}".encode(),
        },
    )
    with pytest.raises(ReadError) as caught:
        convert_large(origin, None, find_format("csv"), tmp_path / "out")
    names = [p.name for p in caught.value.problems]
    assert names.count("unknown-node") == 1000
    (more,) = [p for p in caught.value.problems if p.name == "more-problems"]
    assert more.facts["count"] == 500
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError, OSError])
def test_interrupted_conversion_leaves_the_old_file_and_nothing_else(
    error: type[BaseException], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("SQLITE_TMPDIR", str(temporary))
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "graph").write_text("old")
    origin = put(tmp_path / "in", shipped_tables())

    def pieces() -> Iterator[bytes]:
        yield b"new"
        raise error

    target = find_format("dot")._replace(
        write=lambda content, options: Output({"": pieces()}, Remarks())
    )
    with pytest.raises(error):
        convert_large(origin, None, target, tmp_path / "out" / "graph")
    assert [p.name for p in (tmp_path / "out").iterdir()] == ["graph"]
    assert (tmp_path / "out" / "graph").read_text() == "old"
    assert not [*temporary.iterdir()]


def test_nothing_is_written_where_strict_refuses(tmp_path: Path) -> None:
    origin = put(tmp_path, shipped_tables())
    with pytest.raises(LossyError) as caught:
        convert_large(origin, None, find_format("dot"), tmp_path / "x.dot", strict=True)
    assert caught.value.conversion.lost
    assert not (tmp_path / "x.dot").exists()


def test_progress_goes_from_nothing_to_all_and_never_back(tmp_path: Path) -> None:
    origin = put(tmp_path, administration(12_000))
    told: list[float] = []
    convert_large(origin, None, find_format("dot"), tmp_path / "x.dot", show=told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len(told) > 5


def test_small_tables_and_other_formats_are_left_to_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = put(tmp_path, shipped_tables())
    dot = find_format("dot")
    whole = Origin("whole.yaml", SHIPPED["whole"])
    assert convert_large(whole, None, dot, tmp_path / "x.dot") is None
    assert convert_large(origin, None, find_format("popolo"), tmp_path / "x.json") is None
    monkeypatch.setattr(conversion, "LARGE", 10_000_000)
    assert convert_large(origin, None, dot, tmp_path / "x.dot") is None
    assert not [*tmp_path.glob("x.*")]


def test_too_much_for_memory_names_what_streams(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    origin = put(tmp_path, shipped_tables())
    csv = find_format("csv")
    assert csv.large is not None
    monkeypatch.setattr(csv_format, "CSV", csv._replace(large=csv.large._replace(most=100)))
    with pytest.raises(OrgGraphError, match="graphml"):
        convert_large(origin, None, find_format("popolo"), tmp_path / "x.json")


def administration(size: int) -> dict[str, bytes]:
    nodes = "".join(f"p{at},post,Post number {at},2020-01-01\n" for at in range(size))
    relations = "".join(f"p{at},reports_to,p{(at - 1) // 8}\n" for at in range(1, size))
    return {
        "nodes.csv": f"id,kind,name,from\n{nodes}".encode(),
        "relations.csv": f"source,type,target\n{relations}".encode(),
    }


@pytest.mark.parametrize("name", ["csv", "dot", "graphml"])
def test_memory_does_not_grow_with_the_rows(name: str, tmp_path: Path) -> None:
    peaks = []
    for size in (3_000, 9_000):
        folder = tmp_path / f"{size}" / "in"
        folder.mkdir(parents=True)
        put(folder, administration(size))
        peaks.append(find_peak(folder, name))
    # A graph of 6,000 posts more would take some 12 MB; the numbers of nodes and lines take 24
    # bytes each, and what is looked up often is remembered.
    assert peaks[1] - peaks[0] < 4_000_000

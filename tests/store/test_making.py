"""A store is written whole or not at all, and the same to the byte wherever it is written."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from orggraph.cli.run import run
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.store.index import StoredIndex
from orggraph.store.seal import is_sealed, seal
from tests.formats.laws import ROOT, SHIPPED
from tests.store.helpers import NAME, put, store_of

CONVERT = "from orggraph.cli.run import run; raise SystemExit(run({args!r}))"
KILLED = """
import os, signal
from pathlib import Path
Path.replace = lambda *args: os.kill(os.getpid(), signal.SIGKILL)
"""
LIMITED = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, ({size}, {size}))
"""

# Python itself writes half a file of bytecode, without a word, where there is a limit.
QUIET = {"ORGGRAPH_LANG": "en", "ORGGRAPH_CACHE": "off", "PYTHONDONTWRITEBYTECODE": "1"}

posix = pytest.mark.skipif(sys.platform == "win32", reason="it has no such signals and limits")


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Return the path of a store that others are about to be written over."""
    (tmp_path / "out").mkdir()
    return put(read_graph(SHIPPED["python"], Graph), tmp_path / "out")


def convert(to: Path, before: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Convert the shipped data in a process of its own, in which something is done before."""
    args = ["convert", str(SHIPPED["govtech"]), str(to)]
    return subprocess.run(
        [sys.executable, "-c", before + CONVERT.format(args=args)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**QUIET, **environment},
    )


def test_it_is_the_same_wherever_it_is_written(tmp_path: Path) -> None:
    one, other = tmp_path / "one.orgdb", tmp_path / "other.orgdb"
    (tmp_path / "temporary").mkdir()
    assert convert(one, PYTHONHASHSEED="1").returncode == 0
    assert convert(other, PYTHONHASHSEED="2", TMPDIR=str(tmp_path / "temporary")).returncode == 0
    assert one.read_bytes() == other.read_bytes()
    assert str(tmp_path).encode() not in one.read_bytes()
    assert list((tmp_path / "temporary").iterdir()) == []


@posix
def test_a_writer_that_is_killed_leaves_the_older_file(older: Path) -> None:
    before = older.read_bytes()
    assert convert(older, KILLED).returncode == -signal.SIGKILL
    assert older.read_bytes() == before
    # What it has written has another name, and nobody takes it for a store of that name.
    assert [path.suffix for path in older.parent.iterdir() if path != older] == [".tmp"]


@posix
@pytest.mark.parametrize("size", [0, 5_000, 100_000])
def test_a_full_disk_leaves_the_older_file(older: Path, tmp_path: Path, size: int) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    before = older.read_bytes()
    done = convert(older, LIMITED.format(size=size), TMPDIR=str(temporary))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert done.stderr.count("\n") == 1
    assert older.read_bytes() == before
    assert list(older.parent.iterdir()) == [older]
    assert list(temporary.iterdir()) == []


def test_who_reads_the_older_file_keeps_its_answers(older: Path) -> None:
    reader = Graph.over(StoredIndex(older, NAME))
    assert run(["convert", str(SHIPPED["govtech"]), str(older)]) == 0
    assert reader == read_graph(SHIPPED["python"], Graph)
    newer = read_graph(SHIPPED["govtech"], Graph)
    assert Graph.over(StoredIndex(older, NAME)).relations == newer.relations


def test_there_is_one_seal_on_it(tmp_path: Path) -> None:
    path = put(read_graph(SHIPPED["whole"], Graph), tmp_path)
    assert path.read_bytes().count(b"orggraph-seal:") == 1
    assert is_sealed(path, whole=True)
    path.write_bytes(path.read_bytes().replace(b"orggraph-seal:", b"orggraph-sea!:"))
    assert not is_sealed(path, whole=False)
    with pytest.raises(AssertionError):
        seal(path)


def test_nobody_learns_from_it_where_things_were(tmp_path: Path) -> None:
    (tmp_path / "hidden").mkdir()
    file = tmp_path / "hidden" / "a.yaml"
    file.write_text("bodies: {a: {name: A}}", encoding="utf-8")
    graph = read_graph(file, Graph)
    assert graph.nodes["a"].location is not None
    assert b"hidden" not in store_of(graph)

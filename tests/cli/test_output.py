"""Long answers: they begin at once, stop when nobody reads on, and show how far they are."""

import csv
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from orggraph.cli import output, progress
from orggraph.cli.run import run
from orggraph.errors import OrgGraphError
from orggraph.reports.blocks import Report
from tests.cli.conftest import Ask, Screen

SIZE = 5_000


@pytest.fixture(scope="module")
def register(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of a hierarchy with ten below each."""
    folder = tmp_path_factory.mktemp("register")
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "kind", "name"))
        rows.writerows((f"n{i}", "body", f"Ærø {i}") for i in range(SIZE))
    with (folder / "relations.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("source", "type", "target"))
        rows.writerows((f"n{i}", "reports_to", f"n{(i - 1) // 10}") for i in range(1, SIZE))
    assert run(["convert", str(folder), str(folder / "x.orgdb")]) == 0
    return folder / "x.orgdb"


CALLS = [["tree", "n0"], ["tree"], ["relations"], ["nodes"], ["who", "reports to"]]


@pytest.mark.parametrize("format_", ["text", "csv", "json", "markdown"])
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_a_reader_may_go_away_in_the_middle(register: Path, call: list[str], format_: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "orggraph", "-d", register, *call, "--format", format_],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    assert process.stderr is not None
    assert len(process.stdout.read(100)) == 100
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), told) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_what_cannot_be_written_to_the_end_is_an_error(register: Path, call: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "orggraph", "-d", register, "--lang", "en", *call],
            stdout=full, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr == b"cannot write the answer: no space left on the device\n"


@pytest.mark.parametrize("format_", ["text", "json"])
def test_a_store_tells_all_that_its_tables_say(ask: Ask, register: Path, format_: str) -> None:
    for call in (["tree"], ["relations"], ["nodes"]):
        stored = ask("-d", str(register), *call, "--format", format_)
        tables = ask("-d", str(register.parent), *call, "--format", format_)
        # The store names the tables from where it is itself.
        assert stored == tables._replace(out=tables.out.replace(f"{register.parent}{os.sep}", ""))


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
@pytest.mark.parametrize("watched", [True, False])
def test_a_file_that_somebody_waits_for_shows_how_far_it_is(
    register: Path, tmp_path: Path, call: list[str], watched: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    screen = Screen("utf-8", terminal=watched)
    with (tmp_path / "out").open("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        monkeypatch.setattr(sys, "stderr", screen)
        assert run(["-d", str(register), "--lang", "da", *call]) == 0
    assert (tmp_path / "out").stat().st_size > 10 * SIZE
    assert ("Svarer" in screen.text()) is watched
    assert ("100%" in screen.text()) is watched


@pytest.mark.parametrize("kind", ["terminal", "pipe"])
def test_where_the_answer_itself_is_seen_nothing_else_is_shown(
    register: Path, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1)
    screen = Screen("utf-8", terminal=True)
    monkeypatch.setattr(sys, "stderr", screen)
    if kind == "terminal":
        monkeypatch.setattr(sys, "stdout", Screen("utf-8", terminal=True))
        assert run(["-d", str(register), "nodes"]) == 0
    else:
        reading, writing = os.pipe()
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            os.close(reading)
            monkeypatch.setattr(sys, "stdout", pipe)
            assert run(["-d", str(register), "nodes"]) == 0
    assert screen.text() == ""


def test_pieces_are_written_together_and_none_waits_long(monkeypatch: pytest.MonkeyPatch) -> None:
    assert list(output._gathered([])) == [""]
    assert list(output._gathered(["a", "b"])) == ["ab"]
    many = list(output._gathered("x" for _ in range(300_000)))
    assert "".join(many) == "x" * 300_000
    assert len(many) < 12
    assert len(many[0]) < 5_000
    clock = iter(range(100))
    monkeypatch.setattr(output, "monotonic", lambda: next(clock))
    assert list(output._gathered(["a", "b"])) == ["a", "b", ""]


def test_nothing_more_is_made_when_nobody_reads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    made = 0

    def records() -> Iterator[dict[str, str]]:
        nonlocal made
        while made < 10_000:
            made += 1
            yield {"a": "x" * 100}

    monkeypatch.setattr(output, "setting", lambda name, default: "csv")
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        output.print_report(Report(dict, records, tuple))  # type: ignore[arg-type]
    assert made < 1_000


def test_an_error_halfway_is_told_after_what_was_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def records() -> Iterator[dict[str, str]]:
        yield from ({"a": "x" * 100} for _ in range(1_000))
        raise OrgGraphError("no-name", name="x")

    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setattr(output, "setting", lambda name, default: "csv")
    with pytest.raises(OrgGraphError):
        output.print_report(Report(dict, records, tuple))  # type: ignore[arg-type]
    monkeypatch.undo()
    assert capsys.readouterr().out.startswith("a\nxxx")

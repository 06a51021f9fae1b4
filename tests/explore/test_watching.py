"""Data that changes while it is looked at."""

import os
from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.explore.ground import Setup
from orggraph.explore.watching import Watch, error_json
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.source import ReadError
from tests.explore.helpers import ISLAND, put_island


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    later = path.stat().st_mtime_ns + 10_000_000
    os.utime(path, ns=(later, later))  # whatever the clock of the file system is


def watch(folder: Path) -> Watch:
    return Watch(lambda: (read_graph(folder, Graph), ()), folder, Setup())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return put_island(tmp_path / "data")


def title(watched: Watch) -> str:
    state = watched.state()
    assert state.desk is not None
    return str(state.desk.answer("head", {})["title"])


def test_what_stays_is_read_once(data: Path) -> None:
    watched = watch(data)
    first = watched.state()
    assert watched.state() is first
    assert first.desk is not None
    assert first.desk.answer("head", {})["version"] == first.version


def test_a_change_is_read(data: Path) -> None:
    watched = watch(data)
    before = watched.state().version
    write(data / "o.yaml", ISLAND.replace("Øen <1>", "Halvøen"))
    assert title(watched) == "Halvøen"
    assert watched.state().version != before


def test_a_new_file_is_read_and_one_that_goes_is_gone(data: Path) -> None:
    watched = watch(data)
    (data / "new.yaml").write_text("bodies: {ny: {name: Ny}}", encoding="utf-8")
    desk = watched.state().desk
    assert desk is not None
    assert "ny" in desk.ground.graph.nodes
    (data / "new.yaml").unlink()
    desk = watched.state().desk
    assert desk is not None
    assert "ny" not in desk.ground.graph.nodes


def test_another_document_changes_what_became_of_quotations(data: Path) -> None:
    watched = watch(data)

    def status() -> object:
        desk = watched.state().desk
        assert desk is not None
        return desk.answer("checks", {})["evidence"]["not_found"]

    assert status() == 1
    write(data / "brev.txt", "Der står her ikke noget.\n")
    assert status() == 0
    (data / "brev.txt").unlink()
    assert status() == 0


def test_broken_data_is_told_in_place_of_the_picture_until_it_is_mended(data: Path) -> None:
    watched = watch(data)
    before = watched.state().version
    write(data / "o.yaml", "bodies: {a: {name: A, reports to: ingen}}")
    broken = watched.state()
    assert broken.desk is None
    assert broken.version != before
    assert isinstance(broken.error, ReadError)
    (told,) = error_json(broken.error, "da")
    assert told["message"] == broken.error.problems[0].message("da")
    assert (told["severity"], told["code"]) == ("error", "M101")
    assert told["location"].endswith("o.yaml:1:35")
    assert told["excerpt"].startswith("bodies:")
    assert watched.state() is broken
    write(data / "o.yaml", ISLAND)
    assert title(watched) == "Øen <1>"
    for path in data.iterdir():
        path.unlink()
    assert watched.state().desk is None
    data.rmdir()
    assert watched.state().desk is None


def test_whatever_keeps_data_from_being_read_is_told(data: Path) -> None:
    broken: list[Exception] = []

    def load() -> tuple[Graph, tuple[()]]:
        if broken:
            raise broken[0]
        return read_graph(data, Graph), ()

    watched = Watch(load, data, Setup())
    broken.append(ZeroDivisionError("a defect"))
    write(data / "o.yaml", "x")
    state = watched.state()
    assert isinstance(state.error, OrgGraphError)
    (told,) = error_json(state.error, "en")
    assert "a defect" in told["message"]
    assert told["location"] is None


def test_data_that_cannot_be_read_at_all_is_not_begun_with(tmp_path: Path) -> None:
    with pytest.raises(ReadError):
        watch(tmp_path / "nowhere")


def test_what_comes_from_no_file_is_never_read_again(data: Path) -> None:
    graph = read_graph(data, Graph)
    watched = Watch(lambda: (graph, ()), None, Setup())
    first = watched.state()
    write(data / "o.yaml", "x")
    assert watched.state() is first

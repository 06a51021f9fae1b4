"""Debian's Chromium, and the pages that it opens."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser

from orggraph import OrgGraph
from orggraph.explore import embedding
from orggraph.explore.embedding import make_file
from orggraph.explore.ground import Setup
from orggraph.explore.server import Server
from orggraph.explore.watching import Watch
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from tests.explore.browser.tabs import Tab, Tabs
from tests.explore.helpers import put_island

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave these tests out where there is no browser, other than where all of them have to run."""
    if shutil.which("chromium") is None and "CI" not in os.environ:
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="no browser"))


@pytest.fixture(scope="session")
def island_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the data of the island is, which a test may change for a while."""
    return put_island(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="session")
def island_page(island_folder: Path) -> Iterator[str]:
    """Return the address of the island's page, which is served."""
    yield from serve(island_folder)


@pytest.fixture(scope="session")
def island_file(island: OrgGraph, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the island's page in one file."""
    return write_file(island, tmp_path_factory.mktemp("file") / "Øen.html", scenes=24)


@pytest.fixture(scope="session")
def govtech_file(govtech: OrgGraph, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the page of the data that comes with the project: a few pictures."""
    return write_file(govtech, tmp_path_factory.mktemp("file") / "govtech.html", scenes=4)


@pytest.fixture(scope="session")
def tabs(browser: Browser) -> Tabs:
    """Return the tabs of the browser."""
    return Tabs(browser)


@pytest.fixture
def tab(tabs: Tabs) -> Iterator[Tab]:
    """Return an empty tab of the browser, in which nothing may go wrong unseen."""
    opened = Tab(tabs)
    yield opened
    opened.close()
    assert opened.complaints == []


def write_file(graph: OrgGraph, path: Path, *, scenes: int) -> str:
    """Write a page with so many pictures of its own, and return its address."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embedding, "MOST_SCENES", scenes)
        path.write_bytes(make_file(graph, Setup()).data)
    return path.as_uri()


def serve(folder: Path) -> Iterator[str]:
    """Serve the data of a directory while something is done."""
    yield from serve_watched(Watch(lambda: (read_graph(folder, Graph), ()), folder, Setup()))


def serve_watched(watch: Watch) -> Iterator[str]:
    """Serve what is watched while something is done."""
    server = Server(watch)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.address
    server.shutdown()
    server.server_close()

"""Fixtures that turn small YAML texts into graphs, or into what is wrong with them."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.source import Problem, ReadError

# What was read once is kept for the next time; only the tests of that may do so.
os.environ["ORGGRAPH_CACHE"] = "off"

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LoadText = Callable[[str], Graph]
LoadFiles = Callable[..., Graph]
FindProblems = Callable[..., list[Problem]]


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Return Debian's Chromium, which all tests of pages share: a process can drive but one."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = shutil.which("chromium")
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def load_files(tmp_path: Path) -> LoadFiles:
    """Return a function that loads a directory; each keyword is a file: ``a="bodies: …"``."""

    def load(**texts: str) -> Graph:
        for old in tmp_path.glob("*.yaml"):
            old.unlink()
        for name, text in texts.items():
            (tmp_path / f"{name}.yaml").write_text(dedent(text), encoding="utf-8")
        return read_graph(tmp_path, Graph)

    return load


@pytest.fixture
def load_text(load_files: LoadFiles) -> LoadText:
    """Return a function that loads one file from its text."""
    return lambda text: load_files(a=text)


@pytest.fixture
def problems_in(load_files: LoadFiles) -> FindProblems:
    """Return a function that gives the problems of a text, or of several files by name."""

    def find(text: str | None = None, **texts: str) -> list[Problem]:
        with pytest.raises(ReadError) as caught:
            load_files(**(texts if text is None else {"a": text}))
        return list(caught.value.problems)

    return find


def told(problems: Iterable[Problem]) -> list[str]:
    """Return each problem as its place and code, such as ``2:5 R201``."""
    return [
        f"{p.location.line + 1}:{p.location.column + 1} {p.code}" if p.location else f"- {p.code}"
        for p in problems
    ]

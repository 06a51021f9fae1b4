"""A function that checks small data files against a small document."""

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

from orggraph.checks import CheckReport, check
from orggraph.evidence.verify import Sources
from orggraph.model import PartialDate
from orggraph.source import Problem
from tests.conftest import LoadText

Find = Callable[..., list[Problem]]


@pytest.fixture
def examine(load_text: LoadText, tmp_path: Path) -> Callable[..., CheckReport]:
    """Return a function that checks a data file, with the text of its source ``d``."""

    def run(text: str, document: str = "", *, on: str = "2025-06-01") -> CheckReport:
        (tmp_path / "d.txt").write_text(document, encoding="utf-8")
        graph = load_text(dedent(text)).restricted(as_of=PartialDate.parse(on))
        return check(graph, Sources(graph))

    return run


@pytest.fixture
def find(examine: Callable[..., CheckReport]) -> Find:
    """Return a function that gives the findings of one code."""

    def run(code: str, text: str, document: str = "", *, on: str = "2025-06-01") -> list[Problem]:
        return [p for p in examine(text, document, on=on).problems if p.code == code]

    return run

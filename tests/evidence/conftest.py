"""A graph whose source is written for each test."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.evidence.verify import Sources
from orggraph.model import Graph
from tests.conftest import LoadText

GRAPH = """\
    sources:
      d:
        title: The document
        file: {file}
        set aside:
          - {{quote: Not for us, reason: {{en: elsewhere, da: et andet sted}}}}
      bare: {{title: Without a file}}
    bodies:
      a:
        name: A
        evidence: "d: Alpha is a body"
        purposes: [{{text: To exist, evidence: "d: it exists … to exist"}}]
        reports to:
          b: {{evidence: ["d: reports to B", "bare: nobody knows"]}}
        seats:
          s: {{appointed by: b, evidence: "d: B appoints one member"}}
        members: [{{person: p, seat: s, evidence: "d: P is the member"}}]
      b: B
    persons: {{p: P}}
    """

MakeSources = Callable[..., Sources]


@pytest.fixture
def make_graph(load_text: LoadText) -> Callable[..., Graph]:
    """Return a function that makes a graph whose source is the file of that name."""
    return lambda file="d.txt": load_text(GRAPH.format(file=file))


@pytest.fixture
def make_sources(make_graph: Callable[..., Graph], tmp_path: Path) -> MakeSources:
    """Return a function that writes the source with this text and gives the graph's sources."""

    def make(text: str | bytes | None, file: str = "d.txt") -> Sources:
        if text is not None:
            data = text.encode() if isinstance(text, str) else text
            (tmp_path / file).write_bytes(data)
        return Sources(make_graph(file))

    return make

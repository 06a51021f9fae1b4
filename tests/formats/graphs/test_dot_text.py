"""DOT of the data, read by Graphviz."""

import json
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest
from hypothesis import HealthCheck, given, settings

from orggraph.formats.exchange import WriteOptions
from orggraph.formats.graphs.dot_text import DOT
from orggraph.formats.loader import read_graph
from orggraph.model import Graph, Parts
from tests.formats.round_trip import write_out
from tests.properties.strategies import parts

WHOLE = Path(__file__).parents[1] / "whole.yaml"
needs_dot = pytest.mark.skipif(which("dot") is None, reason="Graphviz is not installed")
# A quoted text of DOT: no quotation mark without a backslash, and no backslash alone before its end
_TEXT = r'"(?:[^"\\]|\\.)*"'
_ITEM = rf"\w+=(?:{_TEXT}|\w+)"
_LINE = re.compile(rf"  {_TEXT}(?: -> {_TEXT})? \[{_ITEM}(?:, {_ITEM})*\];")


def canonical(text: str) -> dict[str, object]:
    done = subprocess.run(
        ["dot", "-Tdot_json"], input=text.encode(), capture_output=True, check=True, timeout=60
    )
    assert not done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


@needs_dot
def test_graphviz_reads_every_node_edge_and_attribute() -> None:
    graph = read_graph(WHOLE, Graph)
    found = canonical(write_out(DOT, graph)[0])
    nodes: list[dict[str, str]] = found["objects"]  # type: ignore[assignment]
    edges: list[dict[str, str]] = found["edges"]  # type: ignore[assignment]
    stated = list(graph.iter_stated())
    assert {node["name"]: node["kind"] for node in nodes} == {
        node.id: node.kind for node in graph.iter_nodes()
    }
    assert sorted(edge["type"] for edge in edges) == sorted(r.type for r in stated)
    assert {edge["id"] for edge in edges} == {r.id for r in stated}


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=parts())
def test_every_line_is_of_the_grammar(drawn: Parts) -> None:
    text, _ = write_out(DOT, Graph(drawn))
    for line in text.split("\n")[4 if drawn.title else 3 : -2]:
        assert _LINE.fullmatch(line), line


def test_names_are_in_the_language_that_is_asked_for() -> None:
    graph = read_graph(WHOLE, Graph)
    assert DOT.write is not None
    text = b"".join(DOT.write(graph, WriteOptions(language="en")).files[""]).decode()
    assert 'label="Region Oe"' in text
    assert 'label="Region Oe"' not in write_out(DOT, graph)[0]


def test_only_what_holds_both_ways_has_no_arrow() -> None:
    graph = read_graph(WHOLE, Graph)
    types = graph.vocabulary.types
    edges = [line for line in write_out(DOT, graph)[0].split("\n") if " -> " in line]
    without = sum(", dir=none" in line for line in edges)
    assert 0 < without == sum(types[r.type].is_symmetric for r in graph.iter_stated())

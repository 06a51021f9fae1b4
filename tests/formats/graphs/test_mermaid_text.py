"""Mermaid of the data, by its own rules."""

import html
import re
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from orggraph.formats.exchange import WriteOptions
from orggraph.formats.graphs.mermaid_text import MERMAID
from orggraph.formats.loader import read_graph
from orggraph.model import Graph, Parts
from orggraph.text.escapes import one_line
from tests.formats.round_trip import write_out
from tests.properties.strategies import parts

WHOLE = Path(__file__).parents[1] / "whole.yaml"
# A label, as the grammar's string token has it: no quote inside, whatever comes.
_NODE = re.compile(r'  (n_[A-Za-z0-9_]+)\["([^"]+)"\]:::\w+')
_LINK = re.compile(r'  (n_[A-Za-z0-9_]+) (-->|---|-\.->|-\.-)\|"([^"]+)"\| (n_[A-Za-z0-9_]+)')


def body(text: str) -> list[str]:
    lines = text.split("\n")[:-1]
    return lines[lines.index("flowchart BT") + 1 :]


def shown(label: str) -> str:
    """What a label says: Mermaid turns #N; into a character, by its number."""
    coded = re.sub(r"#(\d+);", lambda found: chr(int(found[1])), label)
    return html.unescape(coded).replace("\u2060", "")


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(drawn=parts())
def test_every_line_is_of_the_grammar_and_words_stay_words(drawn: Parts) -> None:
    graph = Graph(drawn)
    lines = body(write_out(MERMAID, graph)[0])
    nodes = [found for line in lines if (found := _NODE.fullmatch(line))]
    links = [found for line in lines if (found := _LINK.fullmatch(line))]
    assert len(nodes) == len(graph.nodes)
    assert len(nodes) + len(links) == len(lines)
    assert {end for link in links for end in (link[1], link[4])} <= {node[1] for node in nodes}
    for node, found in zip(graph.iter_nodes(), nodes, strict=True):
        words = one_line(node.name.original)
        if words.isalnum():
            assert shown(found[2]) == words


def test_reporting_is_solid_and_names_are_in_the_language_asked_for() -> None:
    graph = read_graph(WHOLE, Graph)
    assert MERMAID.write is not None
    text = b"".join(MERMAID.write(graph, WriteOptions(language="en")).files[""]).decode()
    assert text.startswith('---\ntitle: "The harbour collaboration"\n---\n')
    assert '["Region Oe"]' in text
    solid = [line for line in body(text) if "-->" in line]
    reporting = [r for r in graph.iter_stated() if graph.is_reporting(r) and r.line == "solid"]
    assert len(solid) == len(reporting) > 0

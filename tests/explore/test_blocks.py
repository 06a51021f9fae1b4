"""Blocks as JSON: what is text stays text, and what is known gets its id."""

import json

from orggraph import OrgGraph
from orggraph.explore.blocks import MOST_ROWS, to_json
from orggraph.reports.blocks import (
    Finding,
    Heading,
    Linked,
    Outline,
    OutlineLine,
    Paragraph,
    Route,
    RouteStep,
    Table,
)
from orggraph.reports.teller import Teller


def told(island: OrgGraph, *blocks: object, nodes: tuple[str, ...] = ()) -> object:
    made = to_json(blocks, Teller(island, "da"), nodes)  # type: ignore[arg-type]
    return json.loads(json.dumps(made))


def test_each_block_has_its_name_and_its_parts(island: OrgGraph) -> None:
    assert told(island, Heading("Å"), Paragraph("b", "good")) == [
        {"block": "Heading", "text": "Å", "level": 2},
        {"block": "Paragraph", "text": "b", "tone": "good"},
    ]
    assert told(island, Finding("f", "bad")) == [
        {"block": "Finding", "text": "f", "tone": "bad", "excerpt": None, "column": 0, "length": 1}
    ]


def test_words_that_lead_somewhere_have_the_address(island: OrgGraph) -> None:
    linked = Linked("ord", "https://example.org/#x")
    expected = {"text": "ord", "href": "https://example.org/#x"}
    assert told(island, Paragraph(linked)) == [
        {"block": "Paragraph", "text": expected, "tone": "plain"}
    ]
    table, outline = Table(("h",), ((linked,),)), Outline((OutlineLine(1, linked, "n"),))
    assert told(island, table, outline) == [
        {"block": "Table", "headings": ["h"], "rows": [[expected]]},
        {"block": "Outline", "lines": [{"depth": 1, "text": expected, "note": "n"}]},
    ]


def test_names_of_nodes_have_their_ids(island: OrgGraph) -> None:
    row = ("Åse Møller, direktør", "Åse Møller (Ø Kommune)", "Bo", "Boe", "Åse")
    (table,) = told(island, Table(("",) * 5, (row,)), nodes=("åse", "bo"))  # type: ignore[misc]
    assert table["rows"] == [
        [
            {"text": "Åse Møller, direktør", "node": "åse"},
            {"text": "Åse Møller (Ø Kommune)", "node": "åse"},
            {"text": "Bo", "node": "bo"},
            "Boe",
            "Åse",
        ]
    ]


def test_words_in_a_route_lead_where_they_lead(island: OrgGraph) -> None:
    quoted = Linked("vedtaegt: “x”", "https://example.org/")
    (route,) = told(island, Route("A", (RouteStep("r", (quoted,), "B"),)))  # type: ignore[misc]
    expected = {"text": "vedtaegt: “x”", "href": "https://example.org/"}
    assert route["steps"][0]["details"] == [expected]


def test_a_name_of_two_nodes_means_neither(island: OrgGraph) -> None:
    from dataclasses import replace

    parts = island.parts
    twins = tuple(replace(n, name=island.nodes["bo"].name) for n in parts.nodes if n.id == "åse")
    others = tuple(node for node in parts.nodes if node.id != "åse")
    graph = OrgGraph(replace(parts, nodes=(*others, *twins)))
    (table,) = told(graph, Table(("",), (("Bo",),)), nodes=("åse", "bo"))  # type: ignore[misc]
    assert table["rows"] == [["Bo"]]


def test_a_route_tells_its_steps(island: OrgGraph) -> None:
    route = Route("Bo", (RouteStep("refererer til", ("d",), "Ørådet"),))
    assert told(island, route, nodes=("bo", "rådet")) == [
        {
            "block": "Route",
            "start": {"text": "Bo", "node": "bo"},
            "steps": [
                {
                    "relation": "refererer til",
                    "details": ["d"],
                    "to": {"text": "Ørådet", "node": "rådet"},
                }
            ],
        }
    ]


def test_of_very_long_tables_and_outlines_the_first_lines_are_there(island: OrgGraph) -> None:
    rows = tuple((str(number),) for number in range(MOST_ROWS + 1))
    lines = tuple(OutlineLine(0, str(number)) for number in range(MOST_ROWS + 1))
    table, more, outline, again = told(island, Table(("h",), rows), Outline(lines))  # type: ignore[misc]
    assert (len(table["rows"]), len(outline["lines"])) == (MOST_ROWS, MOST_ROWS)
    assert more == again
    assert more["text"] == "De første 500 er vist; der er flere."
    assert len(told(island, Table(("h",), rows[:-1]))) == 1  # type: ignore[arg-type]

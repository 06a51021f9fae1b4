"""Rules in SQL, against what `orggraph.checks` finds."""

import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from orggraph import OrgGraph, dump
from orggraph.model import Graph, PartialDate, Period
from orggraph.sql import RULES
from orggraph.sql.rules import HOLDERS, LEADS, REACH, RIVALS, TWO_SUPERIORS
from orggraph.words import PROBLEMS
from tests.conftest import LoadText
from tests.queries.build import graph_of, relation
from tests.sql import expected
from tests.sql.graphs import random_graph
from tests.sql.tables import Engine, ask, fill, make_table

DAYS = [PartialDate.parse(text) for text in ("2024-02-29", "2024-02", "2025", "2026-11-23")]
COUNTED = (*RULES, "two-superiors")


def count(engine: Engine, graph: Graph, day: PartialDate) -> dict[str, int]:
    """Return the findings of each rule by its name."""
    fill(engine, graph, day)
    found = {name: ask(engine, rule)[0][0] for name, rule in RULES.items()}
    make_table(engine, "rivals", "node text, type text, superior text, amount integer",
               ask(engine, RIVALS))  # fmt: skip
    make_table(engine, "leads", "source text, target text", ask(engine, LEADS))
    make_table(engine, "holders", "post text, holder text", ask(engine, HOLDERS))
    make_table(engine, "reach", "start text, node text", ask(engine, REACH))
    return found | {"two-superiors": ask(engine, TWO_SUPERIORS)[0][0]}


def own(graph: Graph, day: PartialDate) -> dict[str, int]:
    found = expected.findings(graph, day)
    return {name: found[PROBLEMS[name].code] for name in COUNTED}


@pytest.mark.parametrize("day", DAYS, ids=str)
@pytest.mark.parametrize("seed", range(15))
def test_findings_are_those_of_the_checks(engine: Engine, seed: int, day: PartialDate) -> None:
    graph = random_graph(seed, size=16, dated=True)
    assert count(engine, graph, day) == own(graph, day)


def test_the_random_graphs_have_findings_of_every_rule() -> None:
    found: Counter[str] = Counter()
    for seed in range(15):
        found += Counter(own(random_graph(seed, size=16, dated=True), DAYS[0]))
    assert set(found) == set(COUNTED), found


def test_superiors_of_one_line_are_no_two_though_lines_lead_in_a_circle(engine: Engine) -> None:
    kinds = {"chair": "person", "other": "person", "x": "person", "y": "person"}
    graph = graph_of("x reports_to chair", "x reports_to board", "chair member_of board",
                     "board reports_to chair", "y reports_to chair", "y reports_to other",
                     kinds=kinds)  # fmt: skip
    day = DAYS[-1]
    assert count(engine, graph, day)["two-superiors"] == own(graph, day)["two-superiors"] == 1


@pytest.mark.parametrize(
    ("sentences", "outside"),
    [
        (["a reports_to b", "c informs d"], 2),
        (["a informs b", "c informs d"], 0),  # a graph without any line is not about lines
        (["a reports_to b", "c appoints d"], 1),
    ],
)
def test_who_stands_outside_all_lines(engine: Engine, sentences: list[str], outside: int) -> None:
    graph, day = graph_of(*sentences), DAYS[-1]
    assert count(engine, graph, day)["no-superior"] == own(graph, day)["no-superior"] == outside


def test_a_body_that_fills_its_own_seats_is_no_top_by_that(
    engine: Engine, load_text: LoadText
) -> None:
    graph, day = load_text("""
        bodies:
          a: {name: A, reports to: b}
          b: {name: B}
          c: {name: C, seats: {chair: {role: chair, elected by: c}}}
    """), DAYS[-1]  # fmt: skip
    assert any(r.source == r.target == "c" for r in graph.iter_relations())
    assert count(engine, graph, day)["no-superior"] == own(graph, day)["no-superior"] == 1


def test_who_holds_a_post_takes_part_in_its_lines(engine: Engine) -> None:
    kinds = dict.fromkeys(["holder", "x", "y"], "person") | {"post": "post"}
    graph = graph_of("x reports_to post", "x reports_to board", "holder holds post",
                     "holder member_of board", "y reports_to post", "y reports_to other",
                     kinds=kinds)  # fmt: skip
    day = DAYS[-1]
    assert count(engine, graph, day)["two-superiors"] == own(graph, day)["two-superiors"] == 1


@pytest.mark.parametrize(
    ("start", "end", "day", "holds"),
    [
        (None, "2024-02", "2024-02-29", False),  # it may have ended already
        (None, "2024-02-29", "2024-02-29", True),
        ("2024-02", None, "2024-02-29", True),
        ("2024-02", None, "2024-02-28", False),
        ("2023-02", None, "2023-02-28", True),
        ("2100-02", None, "2100-02-28", True),
        ("2000-02", None, "2000-02-28", False),
        ("2024-04", None, "2024-04-30", True),
        ("2024", "2024-03-01", "2024-03-01", True),
        ("2024-03-01", "2024", "2024-03-01", True),
        ("2025", None, "2025-06", False),
    ],
)
def test_partial_dates_are_read_as_the_model_does(
    engine: Engine, start: str | None, end: str | None, day: str, holds: bool
) -> None:
    span = Period(*(PartialDate.parse(each) if each else None for each in (start, end)))
    when = PartialDate.parse(day)
    assert (span.holds_on(when) is True) is holds
    graph = graph_of(
        relation("a reports_to b", period=span), "a reports_to c", kinds={"a": "person"}
    )
    assert count(engine, graph, when)["two-superiors"] == int(holds)


@pytest.mark.parametrize("seed", range(3))
def test_the_store_answers_from_its_own_views(seed: int, tmp_path: Path) -> None:
    graph, day = random_graph(seed, size=16, dated=True), DAYS[0]
    dump(OrgGraph.from_sound(graph.parts), tmp_path / "a.orgdb")
    uri = f"{(tmp_path / 'a.orgdb').as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as store:
        store.execute("CREATE TEMP TABLE day AS SELECT '2024-02-29' opens, '2024-02-29' closes")
        found = {name: ask(store, rule)[0][0] for name, rule in RULES.items()}
    expected_counts = own(graph, day)
    assert found == {name: expected_counts[name] for name in RULES}

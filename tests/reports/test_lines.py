"""Reporting lines as they are told."""

import json

import pytest

from orggraph import OrgGraph
from tests.queries.build import parts_of


@pytest.fixture(scope="module")
def register() -> OrgGraph:
    """Return one who leads one who leads 1,204."""
    return OrgGraph(
        parts_of("head reports_to top", *(f"n{i:04} reports_to head" for i in range(1_204)))
    )


def test_what_is_further_down_is_counted_as_each_language_writes_numbers(
    register: OrgGraph,
) -> None:
    tree = register.find_tree("top", depth=1)
    english = register.report(tree)
    assert english.splitlines()[1].endswith("reports to; +1,204")
    assert english.splitlines()[-1].startswith("+n: n further down")
    danish = register.report(tree, language="da")
    assert danish.splitlines()[1].endswith("refererer til; +1.204")
    rows = json.loads(register.report(tree, "json"))["rows"]
    assert [row["folded"] for row in rows] == [0, 1204]
    assert register.report(tree, "csv").splitlines()[2].endswith(",1204")


def test_where_all_is_shown_nothing_is_said_of_what_is_not(register: OrgGraph) -> None:
    assert "+" not in register.report(register.find_tree("top", depth=2))
    assert "+" not in register.report(register.find_tree("n0000", depth=1))

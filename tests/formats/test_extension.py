"""What another format cannot hold, as the keys of a data file."""

from typing import Any

import pytest

from orggraph.formats.extension import find_differences, find_former_ids
from tests.conftest import LoadText


@pytest.mark.parametrize(
    ("entry", "read", "more"),
    [
        ({"name": "A"}, {"name": "A"}, {}),
        ({"name": "A", "from": "2020"}, {"name": "A"}, {"from": "2020"}),
        ({"name": {"da": "A", "en": "B"}}, {"name": "A"}, {"name": {"da": "A", "en": "B"}}),
        ({"name": "A"}, {"name": "A", "roster": "complete"}, {"roster": None}),
        ({"aliases": ["A"]}, {"aliases": "A"}, {}),
        ({"identifiers": {"cvr": "1"}}, {"identifiers": {"cvr": ["1"]}}, {}),
        ({"identifiers": {"cvr": "1"}}, {"identifiers": {"se": "1"}},
         {"identifiers": {"cvr": "1"}}),
        ({"aliases": ["A", "B"]}, {"aliases": "A"}, {"aliases": ["A", "B"]}),
    ],
)  # fmt: skip
def test_what_differs_is_kept_and_no_more(
    entry: dict[str, Any], read: dict[str, Any], more: dict[str, Any]
) -> None:
    assert find_differences(entry, read) == more


def test_a_former_id_is_one_alone_and_nobody_elses(load_text: LoadText) -> None:
    graph = load_text("""
        bodies:
          a: {name: A, identifiers: {popolo: x/1}}
          b: {name: B, identifiers: {popolo: [x/2, x/3]}}
          c: {name: C, identifiers: {popolo: a}}
          d: {name: D, identifiers: {cvr: x/4}}
    """)
    assert find_former_ids(graph.nodes, "popolo") == {"a": "x/1"}

"""The harbour of the goldens, and reports of any graph."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.changes.change import Diff
from orggraph.changes.compare import compare
from orggraph.formats.convert import Conversion, convert
from orggraph.formats.exchange import Remark
from orggraph.formats.loader import Imported
from orggraph.formats.registry import find_format
from orggraph.reports.blocks import Report
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller

GOLDEN = Path(__file__).parents[1] / "golden"

QUESTIONS: dict[str, Callable[[OrgGraph], object]] = {
    "path-reporting": lambda org: org.find_path("master", "council"),
    "path-links": lambda org: org.find_path("clubs", "council"),
    "path-connected": lambda org: org.find_path("council", "yard"),
    "path-strict": lambda org: org.find_path("clubs", "council", strict=True),
    "path-apart": lambda org: org.find_path("yard", "island"),
    "path-all": lambda org: org.find_paths("clubs", "town"),
    "path-same": lambda org: org.find_path("yard", "yard"),
    "who": lambda org: org.find_who("appoints", "board"),
    "who-inverse": lambda org: org.find_who("udpeges af", "council"),
    "who-none": lambda org: org.find_who("nominates"),
    "whom": lambda org: org.find_whom("appointment", "clubs"),
    "chain": lambda org: org.find_chain("yard"),
    "chain-top": lambda org: org.find_chain("council"),
    "tree": lambda org: org.find_tree(),
    "tree-of": lambda org: org.find_tree("board"),
    "tree-cut": lambda org: org.find_tree(depth=1),
    "tree-leaf": lambda org: org.find_tree("yard"),
    "common": lambda org: org.find_common("yard", "master"),
    "common-none": lambda org: org.find_common("yard", "clubs"),
    "members": lambda org: org.find_roster("board"),
    "members-none": lambda org: org.find_roster("council"),
    "show-body": lambda org: org.describe("board"),
    "show-person": lambda org: org.describe("cleo"),
    "terms": lambda org: org.find_terms(on="2026-01-01"),
    "terms-within": lambda org: org.find_terms(within="6 months", on="2026"),
    "history": lambda org: org.find_history("board"),
    "history-person": lambda org: org.find_history("cleo", on="2024"),
    "nodes": lambda org: org.find_nodes(),
    "relations": lambda org: org.find_relations(),
    "check": lambda org: org.check(),
    "coverage": lambda org: org.find_coverage("statutes"),
    "convert": lambda org: _conversion(org),
    "diff": lambda org: _versions("harbour-old.yaml", "harbour-new.yaml"),
}


def _conversion(org: OrgGraph) -> Conversion:
    remarks = (
        Remark("property", "birth_date", 2, "1970-01-01"),
        Remark("reference", "post", 1, "x"),
    )
    return convert(Imported(org, find_format("yaml"), remarks), find_format("mermaid"), None)


def _versions(old: str, new: str) -> Diff:
    return compare(load(old), load(new), labels=(old, new))


@pytest.fixture(scope="module")
def harbour() -> Iterator[OrgGraph]:
    """Return the harbour, with the places in it relative to its folder."""
    before = Path.cwd()
    os.chdir(GOLDEN)
    yield load("harbour.yaml")
    os.chdir(before)


def told(org: OrgGraph, result: object, language: str = "en") -> Report:
    return report(Teller(org, language), result)

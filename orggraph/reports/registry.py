"""Which report tells which result."""

from collections.abc import Callable
from typing import Any

from orggraph import queries
from orggraph.reports import lines, lists, nodes, paths
from orggraph.reports.blocks import Report
from orggraph.reports.teller import Teller

REPORTS: dict[type, Callable[[Teller, Any], Report]] = {
    queries.PathResult: paths.report_path,
    queries.Chain: lines.report_chain,
    queries.Tree: lines.report_tree,
    queries.CommonSuperiors: lines.report_common,
    queries.NodeList: lists.report_nodes,
    queries.RelationList: lists.report_relations,
    queries.Roster: nodes.report_roster,
    queries.Description: nodes.report_description,
}


def report(tell: Teller, result: object) -> Report:
    """Return the report of any result; raises TypeError for what is none."""
    maker = REPORTS.get(type(result)) or _finding_reports().get(type(result))
    if maker is None:
        raise TypeError(f"no report tells a {type(result).__name__}")
    return maker(tell, result)


def _finding_reports() -> dict[type, Callable[[Teller, Any], Report]]:
    # Most questions need no checks.
    from orggraph.checks import CheckReport
    from orggraph.evidence import Coverage
    from orggraph.reports.findings import report_check, report_coverage

    return {CheckReport: report_check, Coverage: report_coverage}

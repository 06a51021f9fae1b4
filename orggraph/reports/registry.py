"""Which report tells which result."""

from collections.abc import Callable
from importlib import import_module

from orggraph.reports.blocks import Report
from orggraph.reports.teller import Teller

# By the name of the result's type. A report's module is imported when it is first needed, since
# each command needs one of them.
REPORTS = {
    "PathResult": "paths.report_path",
    "Chain": "lines.report_chain",
    "Tree": "lines.report_tree",
    "CommonSuperiors": "lines.report_common",
    "NodeList": "lists.report_nodes",
    "RelationList": "lists.report_relations",
    "Roster": "nodes.report_roster",
    "Description": "nodes.report_description",
    "CheckReport": "findings.report_check",
    "Coverage": "coverage.report_coverage",
    "TermList": "tenure.report_terms",
    "History": "tenure.report_history",
    "Conversion": "conversion.report_conversion",
    "Diff": "changes.report_diff",
}


def report(tell: Teller, result: object) -> Report:
    """Return the report of any result; raises TypeError for what is none."""
    name = type(result).__name__
    if name not in REPORTS:
        raise TypeError(f"no report tells a {name}")
    module, _, function = REPORTS[name].partition(".")
    maker: Callable[[Teller, object], Report]
    maker = getattr(import_module(f"orggraph.reports.{module}"), function)
    return maker(tell, result)

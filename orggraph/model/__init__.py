"""The model: what an organisation is made of, and what must hold of it."""

from orggraph.model.dates import ALWAYS, DayRange, PartialDate, Period, TimeSpan
from orggraph.model.evidence import Evidence, SetAside, Source, Statement
from orggraph.model.graph import Graph
from orggraph.model.nodes import ROSTERS, Node, identifiers_by_scheme
from orggraph.model.parts import Parts
from orggraph.model.relations import LINES, STATUSES, Relation, relation_id
from orggraph.model.roles import RoleName
from orggraph.model.seats import Count, Filling, Seat, Term
from orggraph.model.settings import OFF, SEVERITIES, RuleSetting, find_rule, iter_rules

__all__ = [
    "ALWAYS",
    "LINES",
    "OFF",
    "ROSTERS",
    "SEVERITIES",
    "STATUSES",
    "Count",
    "DayRange",
    "Evidence",
    "Filling",
    "Graph",
    "Node",
    "PartialDate",
    "Parts",
    "Period",
    "Relation",
    "RoleName",
    "RuleSetting",
    "Seat",
    "SetAside",
    "Source",
    "Statement",
    "Term",
    "TimeSpan",
    "find_rule",
    "identifiers_by_scheme",
    "iter_rules",
    "relation_id",
]

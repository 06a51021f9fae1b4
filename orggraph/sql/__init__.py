"""Questions as SQL over the tables ``nodes`` and ``edges``, the same text for several engines."""

from orggraph.sql.lines import CHAINS, COUNTS, PATHS, SUBORDINATES
from orggraph.sql.rules import RULES
from orggraph.sql.statement import Part, Statement

__all__ = ["CHAINS", "COUNTS", "PATHS", "RULES", "SUBORDINATES", "Part", "Statement"]

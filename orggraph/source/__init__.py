"""Files as they stand: places in them, what is wrong there, and YAML that remembers its places."""

from orggraph.source.location import Location
from orggraph.source.problems import (
    Problem,
    ReadError,
    Severity,
    problem,
    sort_problems,
    with_excerpts,
)

__all__ = [
    "Location",
    "Problem",
    "ReadError",
    "Severity",
    "problem",
    "sort_problems",
    "with_excerpts",
]

"""Questions to the graph: functions that take it and return frozen results."""

from orggraph.queries.description import Description, describe
from orggraph.queries.lines import (
    Chain,
    CommonSuperiors,
    OutlineRow,
    Tree,
    find_chain,
    find_common,
    find_line_ends,
    find_subordinates,
    find_superiors,
    find_tree,
)
from orggraph.queries.names import find_completions, find_node, find_similar
from orggraph.queries.paths import MOST_PATHS, Hop, PathResult, Tier, find_path, find_paths
from orggraph.queries.rosters import (
    Roster,
    RosterRow,
    SeatState,
    SeatStatus,
    find_roster,
    find_seats,
)
from orggraph.queries.selection import (
    NodeList,
    RelationList,
    find_nodes,
    find_relations,
    find_who,
    find_whom,
)

__all__ = [
    "MOST_PATHS",
    "Chain",
    "CommonSuperiors",
    "Description",
    "Hop",
    "NodeList",
    "OutlineRow",
    "PathResult",
    "RelationList",
    "Roster",
    "RosterRow",
    "SeatState",
    "SeatStatus",
    "Tier",
    "Tree",
    "describe",
    "find_chain",
    "find_common",
    "find_completions",
    "find_line_ends",
    "find_node",
    "find_nodes",
    "find_path",
    "find_paths",
    "find_relations",
    "find_roster",
    "find_seats",
    "find_similar",
    "find_subordinates",
    "find_superiors",
    "find_tree",
    "find_who",
    "find_whom",
]

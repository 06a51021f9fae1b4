"""Reporting lines in SQL: the path between two nodes, the line up from one, all that is below one.

Each reads ``edges`` and a table ``asked`` of what is asked about, with the columns ``source`` and
``target`` for paths and ``node`` for all else. A reporting line that leads in a circle has no end:
a sound graph has none (the law ``cycle`` of the model).

SQLite drops no doubles in a recursion that adds by ``UNION ALL``: where very many lines part and
meet again it takes its time, and orggraph's own queries do not.
"""

from orggraph.sql.statement import Part, Statement
from orggraph.vocabulary import REPORTING

_REPORTS = f"e.family = '{REPORTING}'"


def _walk(name: str, near: str, far: str) -> Part:
    """Return all that is reached from what is asked about, from one end of lines to the other."""
    return Part(
        name,
        "start, node, depth",
        f"""
    SELECT DISTINCT a.node, a.node, 0 FROM asked a
    UNION ALL
    SELECT DISTINCT w.start, e.{far}, w.depth + 1
    FROM {name} w JOIN edges e ON e.{near} = w.node
    WHERE {_REPORTS}
    """,
    )


_UP = _walk("up", "source", "target")
_DOWN = _walk("down", "target", "source")

CHAINS = Statement(
    (
        _UP,
        Part(
            "nearest",
            "start, node, depth",
            "SELECT u.start, u.node, min(u.depth) FROM up u GROUP BY u.start, u.node",
        ),
        Part("below", "node", f"SELECT DISTINCT e.source FROM edges e WHERE {_REPORTS}"),
    ),
    f"""
    SELECT n.start AS node, n.depth + 1 AS depth, e.source AS below, e.target AS superior,
        e.id AS relation, e.type, e.line, CASE WHEN b.node IS NULL THEN 1 ELSE 0 END AS is_top
    FROM nearest n JOIN edges e ON e.source = n.node LEFT JOIN below b ON b.node = e.target
    WHERE {_REPORTS}
    """,
)
"""Each relation of the reporting line up from each node, once.

``depth`` is how many relations it takes at least to come to ``superior`` by way of ``below``;
``is_top`` is 1 for a superior that reports to nobody. A node that reports to nobody has no row.
"""

SUBORDINATES = Statement(
    (_DOWN,),
    """
    SELECT d.start AS node, d.node AS subordinate, min(d.depth) AS depth
    FROM down d WHERE d.depth > 0
    GROUP BY d.start, d.node
    """,
)
"""Everybody who reports to each node, directly or by way of others, and over how many levels."""

COUNTS = Statement(
    (
        _DOWN,
        Part(
            "nearest",
            "start, node, depth",
            "SELECT d.start, d.node, min(d.depth) FROM down d GROUP BY d.start, d.node",
        ),
    ),
    """
    SELECT n.start AS node,
        sum(CASE WHEN n.depth = 1 THEN 1 ELSE 0 END) AS direct,
        count(*) - 1 AS subordinates,
        max(n.depth) AS levels
    FROM nearest n GROUP BY n.start
    """,
)
"""How many report to each node: directly, and in all; and over how many levels at most."""

PATHS = Statement(
    (
        Part(
            "up",
            "start, node, depth, previous",
            f"""
            SELECT DISTINCT a.source, a.source, 0, a.source FROM asked a
            UNION ALL
            SELECT DISTINCT u.start, e.target, u.depth + 1, u.node
            FROM up u JOIN edges e ON e.source = u.node
            WHERE {_REPORTS}
            """,
            kept=True,
        ),
        Part(
            "reached",
            "source, target, length",
            """
            SELECT a.source, a.target, min(u.depth)
            FROM asked a JOIN up u ON u.start = a.source AND u.node = a.target
            GROUP BY a.source, a.target
            """,
            kept=True,
        ),
        Part(
            "nowhere",
            "source, target",
            """
            SELECT DISTINCT a.source, a.target
            FROM asked a LEFT JOIN reached r ON r.source = a.source AND r.target = a.target
            WHERE r.source IS NULL
            """,
        ),
        # Back from the target: each step that lies on any shortest path.
        Part(
            "back",
            "source, target, step, node, next_node",
            """
            SELECT r.source, r.target, r.length, r.target, r.target FROM reached r
            UNION ALL
            SELECT DISTINCT b.source, b.target, b.step - 1, u.previous, b.node
            FROM back b JOIN up u ON u.start = b.source AND u.node = b.node AND u.depth = b.step
            WHERE b.step > 0
            """,
        ),
        # Of equal paths the one with the first ids: at each node, the first that leads there.
        Part(
            "onward",
            "source, target, step, node, next_node",
            """
            SELECT b.source, b.target, b.step, b.node, min(b.next_node)
            FROM back b GROUP BY b.source, b.target, b.step, b.node
            """,
            kept=True,
        ),
        Part(
            "way",
            "source, target, step, node, next_node",
            """
            SELECT o.source, o.target, o.step, o.node, o.next_node FROM onward o WHERE o.step = 0
            UNION ALL
            SELECT o.source, o.target, o.step, o.node, o.next_node
            FROM way w JOIN onward o
                ON o.source = w.source AND o.target = w.target
                AND o.step = w.step + 1 AND o.node = w.next_node
            """,
        ),
        # Of parallel relations: what is stated, then not derived, then first in the vocabulary.
        Part(
            "hop",
            "source, target, length, step, node, relation, type, place",
            f"""
            SELECT w.source, w.target, r.length, w.step + 1, w.next_node, e.id, e.type,
                row_number() OVER (
                    PARTITION BY w.source, w.target, w.step
                    ORDER BY CASE WHEN e.status = 'stated' THEN 0 ELSE 1 END,
                        e.derived, e.rank, e.id
                )
            FROM way w
            JOIN reached r ON r.source = w.source AND r.target = w.target
            JOIN edges e ON e.source = w.node AND e.target = w.next_node
            WHERE {_REPORTS} AND w.step < r.length
            """,
        ),
    ),
    f"""
    SELECT r.source, r.target, '{REPORTING}' AS tier, r.length, 0 AS step, r.source AS node,
        NULL AS relation, NULL AS type
    FROM reached r
    UNION ALL
    SELECT h.source, h.target, '{REPORTING}', h.length, h.step, h.node, h.relation, h.type
    FROM hop h WHERE h.place = 1
    UNION ALL
    SELECT n.source, n.target, 'none', NULL, NULL, NULL, NULL, NULL
    FROM nowhere n
    """,
)
"""The canonical reporting path of each pair, a row for each node on it.

``step`` 0 is the source; ``relation`` leads to the node from the one before it. A pair without a
reporting path has one row, with the tier ``none``. Shortest paths level by level, as breadth-first
search has them (Moore 1959), and ties as `orggraph.queries.paths` breaks them.
"""

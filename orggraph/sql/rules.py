"""Rules of governance in SQL: the same findings as `orggraph.checks`, counted.

They read ``nodes`` (id, kind, collective, roster, start, end), ``edges``, ``traits`` (type, trait)
with the traits of the vocabulary, and ``day`` (opens, closes) with the first and the last day of
the date that all is judged on, as ISO 8601. A finding counts as certain, or as not even possible,
by the same reading of partial dates as `orggraph.model.Period`.

The edges do not tell the seat that a derived relation follows from: where a seat is gone and its
holder is not, what follows from the two counts all the same.
"""

from collections.abc import Mapping
from types import MappingProxyType

from orggraph.sql.statement import Part, Statement
from orggraph.vocabulary import REPORTING

_LAST_OF_MONTH = """CASE
    WHEN substr({0}, 6, 2) IN ('04', '06', '09', '11') THEN '-30'
    WHEN substr({0}, 6, 2) <> '02' THEN '-31'
    WHEN CAST(substr({0}, 1, 4) AS INTEGER) % 400 = 0 THEN '-29'
    WHEN CAST(substr({0}, 1, 4) AS INTEGER) % 100 = 0 THEN '-28'
    WHEN CAST(substr({0}, 1, 4) AS INTEGER) % 4 = 0 THEN '-29'
    ELSE '-28' END"""


def _first(when: str) -> str:
    return f"""CASE length({when}) WHEN 4 THEN {when} || '-01-01' WHEN 7 THEN {when} || '-01'
        ELSE {when} END"""


def _last(when: str) -> str:
    of_month = _LAST_OF_MONTH.format(when)
    return f"""CASE length({when}) WHEN 4 THEN {when} || '-12-31' WHEN 7 THEN {when} || {of_month}
        ELSE {when} END"""


_MAY_HOLD = "(s.ended IS NULL OR s.ended >= d.opens) AND (s.begins IS NULL OR s.begins <= d.closes)"
_HOLDS = f"""{_MAY_HOLD}
    AND (s.begun IS NULL
        OR d.opens >= CASE WHEN s.ended IS NOT NULL AND s.ended < s.begun
            THEN s.ended ELSE s.begun END)
    AND (s.ends IS NULL
        OR d.closes <= CASE WHEN s.begins IS NOT NULL AND s.begins > s.ends
            THEN s.begins ELSE s.ends END)"""


def _spans(columns: str, table: str) -> str:
    ends = (_first("t.start"), _last("t.start"), _first("t.end"), _last("t.end"))
    return f"SELECT {columns}, {', '.join(ends)} FROM {table} t"


_ENDS = "begins, begun, ends, ended"
_NODE_SPAN = Part(
    "node_span",
    f"id, kind, collective, roster, {_ENDS}",
    _spans("t.id, t.kind, t.collective, t.roster", "nodes"),
)
_EDGE_SPAN = Part(
    "edge_span",
    f"id, type, family, source, target, line, derived, {_ENDS}",
    _spans("t.id, t.type, t.family, t.source, t.target, t.line, t.derived", "edges"),
)
_DATED_NODE = Part(
    "dated_node",
    "id, kind, collective, roster, is_certain",
    f"""
    SELECT s.id, s.kind, s.collective, s.roster, CASE WHEN {_HOLDS} THEN 1 ELSE 0 END
    FROM node_span s CROSS JOIN day d WHERE {_MAY_HOLD}
    """,
)
_DATED_EDGE = Part(
    "dated_edge",
    "id, type, family, source, target, line, derived, is_certain",
    f"""
    SELECT s.id, s.type, s.family, s.source, s.target, s.line, s.derived,
        CASE WHEN a.is_certain = 1 AND b.is_certain = 1 AND {_HOLDS} THEN 1 ELSE 0 END
    FROM edge_span s CROSS JOIN day d
    JOIN dated_node a ON a.id = s.source JOIN dated_node b ON b.id = s.target
    WHERE {_MAY_HOLD}
    """,
)
_DATED = (_NODE_SPAN, _DATED_NODE, _EDGE_SPAN, _DATED_EDGE)
"""What may hold on the day, as `Graph.restricted` leaves it, and whether it certainly does."""


def _of_trait(trait: str) -> str:
    return f"(SELECT t.type FROM traits t WHERE t.trait = '{trait}')"


_IN_LINES = f"""(e.family = '{REPORTING}'
    OR (e.family = 'structure' AND e.type IN {_of_trait("upward")}))"""

_NO_SUPERIOR = Statement(
    (
        *_DATED,
        Part(
            "placed",
            "node",
            f"""
            SELECT e.source FROM dated_edge e WHERE {_IN_LINES}
            UNION SELECT e.target FROM dated_edge e WHERE {_IN_LINES}
            UNION SELECT e.source FROM dated_edge e WHERE e.source <> e.target
                AND (e.type IN {_of_trait("choosing")} OR e.type IN {_of_trait("oversight")})
            """,
        ),
        Part("lines", "amount", f"SELECT count(*) FROM edges e WHERE {_IN_LINES}"),
    ),
    """
    SELECT count(*) AS findings
    FROM dated_node n CROSS JOIN lines l LEFT JOIN placed p ON p.node = n.id
    WHERE n.kind = 'body' AND n.collective = 0 AND n.is_certain = 1
        AND p.node IS NULL AND l.amount > 0
    """,
)

_SYMMETRIC_CONTACT = f"e.family = 'contact' AND e.type IN {_of_trait('symmetric')}"
_EMPTY_END = """(
    SELECT e.{end} AS node FROM dated_edge e
    WHERE """ + _SYMMETRIC_CONTACT + """ AND e.derived = 0 AND e.is_certain = 1
)"""  # fmt: skip
_CONTACT_WITHOUT_PEOPLE = Statement(
    (
        *_DATED,
        Part(
            "contact_end",
            "node",
            f"""
            SELECT a.node FROM {_EMPTY_END.format(end="source")} a
            UNION ALL
            SELECT b.node FROM {_EMPTY_END.format(end="target")} b
            """,
        ),
        Part(
            "peopled",
            "node",
            f"SELECT DISTINCT e.target FROM dated_edge e WHERE NOT ({_SYMMETRIC_CONTACT})",
        ),
    ),
    """
    SELECT count(*) AS findings
    FROM contact_end c JOIN dated_node n ON n.id = c.node LEFT JOIN peopled p ON p.node = c.node
    WHERE p.node IS NULL AND n.roster = 'complete' AND n.kind = 'body' AND n.collective = 0
    """,
)

_OVERSEER_BELOW = Statement(
    (
        *_DATED,
        Part(
            "oversight",
            "id, source, target",
            f"""
            SELECT e.id, e.source, e.target FROM dated_edge e JOIN dated_node n ON n.id = e.target
            WHERE e.type IN {_of_trait("oversight")} AND e.derived = 0 AND e.is_certain = 1
                AND NOT (n.kind = 'organisation' AND n.collective = 0)
            """,
            kept=True,
        ),
        Part(
            "solid",
            "source, target",
            f"""
            SELECT DISTINCT e.source, e.target FROM dated_edge e
            WHERE e.family = '{REPORTING}' AND e.line = 'solid' AND e.is_certain = 1
            """,
            kept=True,
        ),
        Part(
            "above",
            "start, node, depth",
            """
            SELECT DISTINCT o.source, o.source, 0 FROM oversight o
            UNION ALL
            SELECT DISTINCT a.start, s.target, a.depth + 1
            FROM above a JOIN solid s ON s.source = a.node
            """,
        ),
        Part(
            "reach",
            "start, node",
            "SELECT DISTINCT a.start, a.node FROM above a WHERE a.depth > 0",
        ),
    ),
    """
    SELECT count(*) AS findings
    FROM oversight o JOIN reach v ON v.start = o.source AND v.node = o.target
    """,
)

RULES: Mapping[str, Statement] = MappingProxyType(
    {
        "no-superior": _NO_SUPERIOR,
        "contact-without-people": _CONTACT_WITHOUT_PEOPLE,
        "overseer-reports-to-overseen": _OVERSEER_BELOW,
    }
)
"""The rules that one statement says exactly, by name. Each answers with one row, ``findings``."""

RIVALS = Statement(
    (
        *_DATED,
        Part(
            "solid",
            "node, type, superior",
            f"""
            SELECT DISTINCT e.source, e.type, e.target
            FROM dated_edge e JOIN dated_node n ON n.id = e.source
            WHERE e.family = '{REPORTING}' AND e.line = 'solid' AND e.derived = 0
                AND e.is_certain = 1 AND n.collective = 0
            """,
        ),
        Part(
            "several",
            "node, type, amount",
            """
            SELECT s.node, s.type, count(*) FROM solid s
            GROUP BY s.node, s.type HAVING count(*) > 1
            """,
        ),
    ),
    """
    SELECT s.node, s.type, s.superior, m.amount
    FROM solid s JOIN several m ON m.node = s.node AND m.type = s.type
    """,
)
"""Who certainly has several solid superiors by relations of one type, with each superior."""

LEADS = Statement(
    _DATED,
    f"""
    SELECT e.source, e.target FROM dated_edge e
    WHERE {_IN_LINES} OR e.type IN {_of_trait("roster")} OR e.type IN {_of_trait("incumbency")}
    """,
)
"""Where a line may lead: to whom one reports, what one is part of, sits in or holds."""

HOLDERS = Statement(
    _DATED,
    f"""
    SELECT e.target AS post, e.source AS holder FROM dated_edge e
    WHERE e.type IN {_of_trait("incumbency")}
    """,
)
"""Who may hold each post."""

TWO_SUPERIORS = Statement(
    (
        # A superior is at the top of the rivals if each of the others may report to it.
        Part(
            "top",
            "node, type, superior, amount, beneath",
            """
            SELECT r.node, r.type, r.superior, r.amount, count(DISTINCT o.superior)
            FROM rivals r
            JOIN rivals o ON o.node = r.node AND o.type = r.type AND o.superior <> r.superior
            JOIN reach v ON v.start = o.superior AND v.node = r.superior
            GROUP BY r.node, r.type, r.superior, r.amount
            """,
        ),
        Part(
            "in_line",
            "node, type",
            "SELECT DISTINCT t.node, t.type FROM top t WHERE t.beneath = t.amount - 1",
        ),
        Part("pairs", "node, type", "SELECT DISTINCT r.node, r.type FROM rivals r"),
    ),
    """
    SELECT count(*) AS findings
    FROM pairs p LEFT JOIN in_line i ON i.node = p.node AND i.type = p.type
    WHERE i.node IS NULL
    """,
)
"""The findings of the rule ``two-superiors`` from tables ``rivals`` and ``reach`` (start, node).

``rivals`` is what `RIVALS` finds, and ``reach`` all that `LEADS` lead to from each rival superior,
or from who holds it. They may lead in circles, which no recursion by ``UNION ALL`` comes out of:
``reach`` is for the engine to fill, with ``UNION`` (`REACH`) or by joins until nothing is new.
"""

REACH = Statement(
    (
        Part(
            "reach_all",
            "start, node, depth",
            """
            SELECT r.superior, r.superior, 0 FROM rivals r
            UNION SELECT r.superior, h.holder, 0 FROM rivals r JOIN holders h ON h.post = r.superior
            UNION SELECT o.start, l.target, 1 FROM reach_all o JOIN leads l ON l.source = o.node
            """,
        ),
    ),
    "SELECT DISTINCT o.start, o.node FROM reach_all o WHERE o.depth = 1",
)
"""Fills ``reach`` from tables ``rivals``, ``holders`` and ``leads``; for all engines but Spark."""

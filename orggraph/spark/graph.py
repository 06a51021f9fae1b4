"""A graph in Parquet tables, asked about many nodes at once."""

from collections.abc import Iterable, Sequence
from os import PathLike, fspath
from typing import TYPE_CHECKING, Self
from uuid import uuid4

from orggraph import sql
from orggraph.errors import OrgGraphError, UnknownNodeError
from orggraph.model import PartialDate
from orggraph.spark.asking import ask
from orggraph.spark.rules import count_findings
from orggraph.spark.session import PARTITIONS, open_session, told_errors
from orggraph.spark.tables import read_edges, read_nodes, read_traits
from orggraph.vocabulary import REPORTING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_MOST_TOLD = 5  # ids in a sentence


class SparkGraph:
    """A graph that Spark reads, with questions about many nodes at a time.

    Nodes go by their ids. What is asked about is a list, or a DataFrame with the columns that a
    question names; answers are DataFrames, worked out when they come back. Relations count whenever
    they hold, as in a graph that is not restricted to a date.
    """

    def __init__(
        self,
        tables: str | PathLike[str],
        spark: "SparkSession | None" = None,
        *,
        keep: bool = True,
        max_levels: int = 100,
    ) -> None:
        """Open a directory with ``nodes.parquet`` and ``edges.parquet``, here or at any URI.

        It is read on ``spark``, else on the session at hand, else on a new local one. With ``keep``
        the reporting lines stay with the executors after the first question, until `close`. One of
        more than ``max_levels`` is refused rather than followed for ever. Raises OrgGraphError
        where Spark or Java is missing, and for tables that are not there or lack columns.
        """
        place = fspath(tables)
        self.max_levels = max_levels
        self._spark = open_session(spark, max_levels=max_levels)
        with told_errors(max_levels=max_levels):
            self._nodes = read_nodes(self._spark, place)
            self._edges = read_edges(self._spark, place)
            self._lines = self._edges.where(f"family = '{REPORTING}'")
            if keep:  # where each step up will look for them
                pieces = int(self._spark.conf.get(PARTITIONS) or 200)
                self._lines = self._lines.repartition(pieces, "source").persist()
            self._traits = read_traits(self._spark, place)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of what the executors keep; Spark itself goes on."""
        self._lines.unpersist()

    def paths(self, pairs: "Iterable[tuple[str, str]] | DataFrame") -> "DataFrame":
        """Return the reporting path between the nodes of each pair (``source``, ``target``).

        A row for each node on it: ``source, target, tier, length, step, node, relation, type``.
        Step 0 is the source, and ``relation`` leads to the node. The path is the first one of
        `orggraph.queries.paths.find_path`. A pair without one has one row of the tier ``none``.
        Raises UnknownNodeError.
        """
        return self._ask(sql.PATHS, pairs, ("source", "target"))

    def chains(self, nodes: "Iterable[str] | DataFrame | None" = None) -> "DataFrame":
        """Return the reporting lines up from each node (``node``), or from all.

        A row for each relation in one, once: ``node, depth, below, superior, relation, type, line,
        is_top``; ``depth`` is the least that it takes to come to the superior that way. Raises
        UnknownNodeError.
        """
        return self._ask(sql.CHAINS, nodes, ("node",))

    def subordinates(self, nodes: "Iterable[str] | DataFrame") -> "DataFrame":
        """Return all who report to each node (``node``): ``node, subordinate, depth``.

        Raises UnknownNodeError.
        """
        return self._ask(sql.SUBORDINATES, nodes, ("node",))

    def counts(self, nodes: "Iterable[str] | DataFrame | None" = None) -> "DataFrame":
        """Return how many report to each node, or to all: ``node, direct, subordinates, levels``.

        Raises UnknownNodeError.
        """
        return self._ask(sql.COUNTS, nodes, ("node",))

    def rule_counts(self, day: str | PartialDate | None = None) -> "DataFrame":
        """Return how many findings rules of governance have: ``code, rule, findings``.

        All is judged on ``day``, such as 2026-11-23, else today. These are the rules that nodes and
        relations alone tell exactly; those about seats, terms, votes, members and evidence are not
        among them, nor are circles of oversight. What the data file sets aside is counted.
        """
        on = PartialDate.parse(day) if isinstance(day, str) else day or PartialDate.today()
        tables = {"nodes": self._nodes, "edges": self._edges, "traits": self._traits}
        with told_errors(max_levels=self.max_levels):
            return count_findings(self._spark, tables, on)

    def _ask(
        self,
        statement: sql.Statement,
        asked: "Iterable[object] | DataFrame | None",
        columns: Sequence[str],
    ) -> "DataFrame":
        with told_errors(max_levels=self.max_levels):
            if asked is None:
                about = self._nodes.selectExpr(f"id AS {columns[0]}")
            else:
                about = self._about(asked, columns)
                self._refuse_unknown(about, columns)
            return ask(self._spark, statement, {"edges": self._lines, "asked": about})

    def _about(self, asked: "Iterable[object] | DataFrame", columns: Sequence[str]) -> "DataFrame":
        """Return what is asked about as a table of our own session."""
        from pyspark.sql import DataFrame

        if not isinstance(asked, DataFrame):
            rows = [each if isinstance(each, tuple) else (each,) for each in asked]
            if any(len(r) != len(columns) or not all(isinstance(e, str) for e in r) for r in rows):
                raise OrgGraphError("spark-ill-asked", columns=", ".join(columns), known=rows[:3])
            schema = ", ".join(f"{name} string" for name in columns)
            return self._spark.createDataFrame(rows, schema).distinct()
        if not set(columns) <= set(asked.columns):
            known = ", ".join(asked.columns)
            raise OrgGraphError("spark-ill-asked", columns=", ".join(columns), known=known)
        # Sessions share no tables but these, and what they are made from.
        name = f"orggraph_{uuid4().hex}"
        asked.createGlobalTempView(name)
        try:
            found = self._spark.table(f"global_temp.{name}")
            return found.select(*columns).distinct().localCheckpoint()
        finally:
            self._spark.catalog.dropGlobalTempView(name)

    def _refuse_unknown(self, about: "DataFrame", columns: Sequence[str]) -> None:
        ids = about.selectExpr(f"{columns[0]} AS id")
        for name in columns[1:]:
            ids = ids.union(about.selectExpr(f"{name} AS id"))
        unknown = ids.join(self._nodes, "id", "left_anti").distinct().orderBy("id")
        if told := [str(row[0]) for row in unknown.take(_MOST_TOLD + 1)]:
            more = ", …" if len(told) > _MOST_TOLD else ""
            nodes = ", ".join(f"'{each}'" for each in told[:_MOST_TOLD]) + more
            raise UnknownNodeError("spark-unknown-nodes", candidates=(), nodes=nodes)

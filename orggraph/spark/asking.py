"""Put the statements of `orggraph.sql` to Spark."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orggraph.sql.statement import Part, Statement, with_parts

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def ask(
    spark: "SparkSession", statement: Statement, tables: Mapping[str, "DataFrame"]
) -> "DataFrame":
    """Return the answer to a statement over some tables, worked out and kept by the executors.

    A recursion takes one Spark job a level, with the join on each level dropping doubles. Parts
    that are `kept` are worked out first: Spark would do so anew at each level of what draws on
    them, and takes no totals over one recursion inside another. All else goes to it as one text.
    """
    for name, table in tables.items():
        table.createOrReplaceTempView(name)
    waiting: tuple[Part, ...] = ()
    for part in statement.parts:
        waiting += (part,)
        if part.kept:
            found = spark.sql(with_parts(waiting, f"SELECT * FROM {part.name}"))
            found.localCheckpoint().createOrReplaceTempView(part.name)
            waiting = waiting[:-1]
    return spark.sql(with_parts(waiting, statement.answer)).localCheckpoint()


def find_reach(starts: "DataFrame", leads: "DataFrame") -> "DataFrame":
    """Return all that each start leads to: columns ``start`` and ``node``, without depth.

    ``starts`` has the same columns, with where each sets out; ``leads`` has ``source`` and
    ``target``. Joins a level at a time until one brings nothing new, so that circles end.
    """
    lines = leads.select("source", "target").distinct().localCheckpoint()
    found = None
    front = starts.select("start", "node").distinct()
    while True:
        onwards = front.join(lines, front["node"] == lines["source"])
        front = onwards.selectExpr("start", "target AS node").distinct()
        if found is not None:
            front = front.join(found, ["start", "node"], "left_anti")
        front = front.localCheckpoint()
        if front.isEmpty():
            return front if found is None else found
        found = front if found is None else found.union(front).localCheckpoint()

"""The tables of a graph as Spark reads them, with the columns that the SQL asks for."""

from typing import TYPE_CHECKING

from orggraph.errors import OrgGraphError
from orggraph.spark.session import first_line
from orggraph.vocabulary import core_vocabulary

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_EDGES = {
    **dict.fromkeys(("id", "type", "family", "source", "target"), "string"),
    **{"rank": "int", "status": "string", "line": "string"},
    **{"start": "string", "end": "string", "derived": "int"},
}
_NODES = {"id": "string", "kind": "string"}
# The tables leave out a column that is empty all the way down.
_NODES_TOO = {"collective": ("boolean", "false"), "roster": ("string", "'unknown'")}
_SPAN = {"start": ("start", "from"), "end": ("end", "until")}


def read_edges(spark: "SparkSession", place: str) -> "DataFrame":
    """Return all relations; raises OrgGraphError for a table that is missing or another."""
    path, table = _read(spark, place, "edges")
    _demand(path, table, _EDGES)
    return table.selectExpr(*(f"CAST(`{name}` AS {type_}) AS `{name}`" for name, type_ in
                              _EDGES.items()))  # fmt: skip


def read_nodes(spark: "SparkSession", place: str) -> "DataFrame":
    """Return all nodes; raises OrgGraphError for a table that is missing or another."""
    path, table = _read(spark, place, "nodes")
    _demand(path, table, _NODES)
    columns = [f"CAST(`{name}` AS {type_}) AS `{name}`" for name, type_ in _NODES.items()]
    for name, (type_, default) in _NODES_TOO.items():
        given = f"CAST(`{name}` AS {type_})" if name in table.columns else "NULL"
        columns.append(f"coalesce({given}, {default}) AS `{name}`")
    for name, known in _SPAN.items():
        given = next((f"`{each}`" for each in known if each in table.columns), "NULL")
        columns.append(f"CAST({given} AS string) AS `{name}`")
    return table.selectExpr(*columns).selectExpr(
        "id", "kind", "CAST(collective AS int) AS collective", "roster", "`start`", "`end`"
    )


def read_traits(spark: "SparkSession", place: str) -> "DataFrame":
    """Return the traits of each relation type: the core's, and those that the tables add."""
    known = [(t.id, trait) for t in core_vocabulary().types.values() for trait in t.traits]
    core = spark.createDataFrame(known, "type string, trait string")
    try:
        _, own = _read(spark, place, "type[s]")  # of a pattern Spark logs no alarm
    except OrgGraphError:
        return core  # a graph has this table where it has types of its own
    if not {"id", "traits"} <= set(own.columns):
        return core
    added = own.selectExpr("id AS type", r"explode(split(traits, '\\s*[;\n]\\s*')) AS trait")
    redefined = own.selectExpr("id AS type")
    return core.join(redefined, "type", "left_anti").union(added)


def _read(spark: "SparkSession", place: str, name: str) -> tuple[str, "DataFrame"]:
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    path = f"{place.rstrip('/')}/{name}.parquet"
    try:
        return path, spark.read.parquet(path)
    except (PySparkException, Py4JError) as error:
        raise OrgGraphError("spark-no-table", path=path, reason=first_line(error)) from error


def _demand(path: str, table: "DataFrame", needed: dict[str, str]) -> None:
    if lacking := [name for name in needed if name not in table.columns]:
        raise OrgGraphError(
            "spark-no-column",
            path=path,
            columns=", ".join(lacking),
            known=", ".join(table.columns) or "-",
        )

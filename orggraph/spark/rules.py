"""Count what rules of governance find, on Spark."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orggraph.model import PartialDate
from orggraph.spark.asking import ask, find_reach
from orggraph.sql.rules import HOLDERS, LEADS, RIVALS, RULES, TWO_SUPERIORS
from orggraph.words import PROBLEMS

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_TWO_SUPERIORS = "two-superiors"


def count_findings(
    spark: "SparkSession", tables: Mapping[str, "DataFrame"], day: PartialDate
) -> "DataFrame":
    """Return the code and name of each rule that can be counted, with its findings on a day.

    ``tables`` are ``nodes``, ``edges`` and ``traits``.
    """
    span = [(str(day.first_day()), str(day.last_day()))]
    dated = {**tables, "day": spark.createDataFrame(span, "opens string, closes string")}
    findings = {name: _number(ask(spark, rule, dated)) for name, rule in RULES.items()}
    findings[_TWO_SUPERIORS] = _count_two_superiors(spark, dated)
    rows = [(PROBLEMS[name].code, name, found) for name, found in findings.items()]
    return spark.createDataFrame(sorted(rows), "code string, rule string, findings long")


def _count_two_superiors(spark: "SparkSession", dated: Mapping[str, "DataFrame"]) -> int:
    rivals = ask(spark, RIVALS, dated)
    starts = rivals.selectExpr("superior AS start", "superior AS node").distinct()
    holders = ask(spark, HOLDERS, dated)
    by_post = starts.join(holders, starts["node"] == holders["post"])
    starts = starts.union(by_post.selectExpr("start", "holder AS node"))
    reach = find_reach(starts, ask(spark, LEADS, dated))
    return _number(ask(spark, TWO_SUPERIORS, {"rivals": rivals, "reach": reach}))


def _number(answer: "DataFrame") -> int:
    return int(answer.collect()[0]["findings"])

"""A Spark session that keeps its settings and its noise to itself."""

import logging
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from orggraph.errors import OrgGraphError

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_QUIET = Path(__file__).with_name("quiet.properties")
_TOO_DEEP = "RECURSION_LEVEL_LIMIT_EXCEEDED"
_LOUD = ("SQLQueryContextLogger", "DataFrameQueryContextLogger", "py4j")
PARTITIONS = "spark.sql.shuffle.partitions"
"""Into how many pieces Spark divides what it joins."""


def open_session(given: "SparkSession | None", *, max_levels: int) -> "SparkSession":
    """Return a session of our own beside the one given, the one at hand, or a new one.

    It shares their machines, and neither settings nor names of tables. Raises OrgGraphError where
    the extra `spark` or Java is missing, or Spark does not start.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise OrgGraphError("spark-extra-missing") from error
    at_hand = given or SparkSession.getActiveSession()
    if at_hand is None:
        _find_java()
        try:
            at_hand = _start(SparkSession.builder)
        except (PySparkException, OSError, RuntimeError) as error:
            raise OrgGraphError("spark-no-start", reason=first_line(error)) from error
    own = at_hand.newSession()
    if (at_hand.sparkContext.master or "").startswith("local"):
        # What is on one machine is not worth hundreds of pieces.
        own.conf.set(PARTITIONS, str(max(4, 2 * at_hand.sparkContext.defaultParallelism)))
    else:
        own.conf.set(PARTITIONS, at_hand.conf.get(PARTITIONS) or "200")
    own.conf.set("spark.sql.cteRecursionLevelLimit", str(max_levels))
    own.conf.set("spark.sql.cteRecursionRowLimit", "-1")
    return own


def _find_java() -> None:
    home = os.environ.get("JAVA_HOME")
    program = Path(home, "bin", "java") if home else shutil.which("java")
    if program is None or not Path(program).exists():
        raise OrgGraphError("spark-no-java")


def _start(builder: "SparkSession.Builder") -> "SparkSession":
    quiet = f"-Dlog4j2.configurationFile={_QUIET.as_uri()}"
    options: dict[str, bool | float | int | str | None] = {
        "spark.driver.extraJavaOptions": quiet,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
    }
    return builder.appName("orggraph").config(map=options).getOrCreate()


@contextmanager
def told_errors(*, max_levels: int) -> Iterator[None]:
    """Tell in our words what Spark refuses, without its pages of Java; raises OrgGraphError."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException

    loud = [logging.getLogger(name) for name in _LOUD]
    before = [(each, each.level) for each in loud]
    for each in loud:
        each.setLevel(logging.CRITICAL + 1)
    try:
        yield
    except (PySparkException, Py4JError) as error:
        if _TOO_DEEP in str(error):
            raise OrgGraphError("spark-too-deep", limit=max_levels) from error
        raise OrgGraphError("spark-failed", reason=first_line(error)) from error
    finally:
        for each, level in before:
            each.setLevel(level)


def first_line(error: BaseException) -> str:
    """Return the beginning of what an error says, which goes on for pages in Java."""
    cause = getattr(error, "java_exception", None)
    while cause is not None and cause.getCause() is not None:
        cause = cause.getCause()
    words = str(error) if cause is None else str(cause.toString())
    return next(filter(None, map(str.strip, words.splitlines())), type(error).__name__)[:300]

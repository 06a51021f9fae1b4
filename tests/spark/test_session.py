"""Spark that is not there, and Spark that says nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.spark import SparkGraph
from orggraph.spark.session import told_errors
from tests.queries.build import graph_of
from tests.spark.conftest import WriteTables


def test_without_pyspark_the_command_that_installs_it_is_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    with pytest.raises(OrgGraphError, match=r"pip install 'orggraph\[spark\]'"):
        SparkGraph("tables")


def test_without_java_what_to_install_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sql = pytest.importorskip("pyspark.sql")
    monkeypatch.setattr(sql.SparkSession, "getActiveSession", lambda: None)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(OrgGraphError, match="needs Java 17") as caught:
        SparkGraph("tables")
    assert "kræver Java 17" in caught.value.message("da")
    monkeypatch.delenv("JAVA_HOME")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(OrgGraphError, match="needs Java 17"):
        SparkGraph("tables")


def test_an_error_of_spark_is_one_line() -> None:
    errors = pytest.importorskip("pyspark.errors")
    with (
        pytest.raises(OrgGraphError, match=r"could not answer \(no room\)$"),
        told_errors(max_levels=1),
    ):
        raise errors.PySparkException("\n no room\n  at org.apache.Spark")


@pytest.mark.slow
@pytest.mark.usefixtures("session")  # skips where there is no Java
def test_a_process_of_its_own_starts_spark_and_says_nothing_but_the_answer(
    write_tables: WriteTables,
) -> None:
    place = write_tables(graph_of("æ reports_to b", "b reports_to c"))
    program = (
        "from orggraph.spark import SparkGraph\n"
        f"with SparkGraph({str(place)!r}) as org:\n"
        "    print(sorted(map(tuple, org.subordinates(['c']).collect())))\n"
        "    try:\n        org.chains(['nobody'])\n"
        "    except Exception as error:\n        print(error)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", "SPARK_LOCAL_IP": "127.0.0.1"},
    )  # fmt: skip
    assert done.stdout.splitlines() == [
        "[('c', 'b', 1), ('c', 'æ', 2)]",
        "no nodes have these ids: 'nobody'; ask by the ids in nodes.parquet, not by names",
    ], done.stderr
    assert "ERROR" not in done.stderr
    assert "WARN " not in done.stderr

"""One Spark for all tests: starting Java takes seconds."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from orggraph.formats.exchange import WriteOptions
from orggraph.formats.tables.parquet_writing import write_parquet
from orggraph.model import Graph

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

WriteTables = Callable[[Graph], Path]


@pytest.fixture(scope="session")
def session() -> Iterator["SparkSession"]:
    """Spark in local mode, or a skipped test where there is no Java; CI has to have it."""
    if shutil.which("java") is None:
        if os.environ.get("CI"):
            pytest.fail("java is not installed; .ci/run should have done it")
        pytest.skip("java is not installed")
    sql = pytest.importorskip("pyspark.sql")
    spark = (
        sql.SparkSession.builder.master("local[2]")
        .appName("tests")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("OFF")
    yield spark
    spark.stop()


@pytest.fixture
def write_tables(tmp_path: Path) -> WriteTables:
    """Return a function that writes a graph as Parquet, as ``convert --to parquet`` does."""

    def write(graph: Graph) -> Path:
        place = tmp_path / "tables"
        place.mkdir(exist_ok=True)
        for name, pieces in write_parquet(graph, WriteOptions()).files.items():
            (place / name).write_bytes(b"".join(pieces))
        return place

    return write

"""Engines that run our SQL."""

import os
import sqlite3
from collections.abc import Iterator

import duckdb
import pytest

from tests.sql.tables import Engine


@pytest.fixture(params=["sqlite", "duckdb", "postgresql"])
def engine(request: pytest.FixtureRequest) -> Iterator[Engine]:
    """An empty database; PostgreSQL where ``ORGGRAPH_TEST_POSTGRESQL`` says how to reach one."""
    if request.param == "postgresql":
        address = os.environ.get("ORGGRAPH_TEST_POSTGRESQL")
        if not address:
            pytest.skip("ORGGRAPH_TEST_POSTGRESQL names no database")
        psycopg = pytest.importorskip("psycopg")
        server = psycopg.connect(address)
        cursor = server.cursor()
        cursor.execute("SET search_path TO pg_temp")  # nothing of ours stays behind
        cursor.execute("SET jit TO off")  # of statements that take milliseconds
        yield cursor
        server.rollback()
        server.close()
        return
    database = sqlite3.connect(":memory:") if request.param == "sqlite" else duckdb.connect()
    yield database
    database.close()

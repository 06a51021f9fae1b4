"""The island, and the desk that answers about it."""

from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.explore.desk import Desk
from tests.explore.helpers import desk_of, load_island

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def island(tmp_path_factory: pytest.TempPathFactory) -> OrgGraph:
    """Return a small organisation with dates, seats, quotations, and a name with markup in it."""
    return load_island(tmp_path_factory.mktemp("island"))


@pytest.fixture(scope="session")
def desk(island: OrgGraph) -> Desk:
    """Return the desk of the island."""
    return desk_of(island)


@pytest.fixture(scope="session")
def govtech() -> OrgGraph:
    """Return the organisation that comes with the project."""
    return load(DATA)

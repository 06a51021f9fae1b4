"""What most tests of layouts need: a theme, and its metrics."""

import pytest

from orggraph.layout.metrics import Metrics
from orggraph.themes.reading import find_theme
from orggraph.themes.theme import Theme


@pytest.fixture(scope="session")
def theme() -> Theme:
    return find_theme("light")


@pytest.fixture(scope="session")
def metrics() -> Metrics:
    return Metrics(language="da")

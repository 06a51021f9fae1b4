"""A small organisation to draw."""

from pathlib import Path

import pytest

from orggraph.api.files import load
from orggraph.api.graph import OrgGraph

FERRY = """\
title: {da: Færgen, en: The ferry}
language: da
bodies:
  rådet: {name: Rådet, en: The council}
  styret: {name: Styret, en: The board, reports to: rådet}
  værftet: {name: Værftet, en: The yard, reports to: styret, informs: rådet}
"""


@pytest.fixture
def ferry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> OrgGraph:
    """Return the organisation, in whose directory the test stands."""
    monkeypatch.chdir(tmp_path)
    Path("ferry.yaml").write_text(FERRY, encoding="utf-8")
    Path("diagrams").mkdir()
    return load("ferry.yaml")

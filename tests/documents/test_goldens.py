"""Whole reports, as `golden` has them, to be read aloud before they are kept.

``REGENERATE=1 pytest tests/documents/test_goldens.py`` writes them anew. The figures stand in them
in words.
"""

import os
from pathlib import Path

import pytest

from orggraph import OrgGraph
from orggraph.documents.composing import compose
from orggraph.documents.options import ReportOptions
from orggraph.documents.writers import write_document
from orggraph.evidence.verify import Sources
from orggraph.model import Graph, PartialDate
from orggraph.views.reading import read_views
from orggraph.views.view import View
from tests.data.conftest import org, source_file  # noqa: F401  # fixtures
from tests.documents.conftest import DAY

GOLDEN = Path(__file__).parent / "golden"
DIAGRAMS = Path(__file__).parents[2] / "diagrams"


def compare(name: str, graph: Graph, options: ReportOptions, sources: Sources | None) -> None:
    shown = write_document(compose(graph, options, sources), "md")[0].data.decode("utf-8")
    golden = GOLDEN / name
    if os.environ.get("REGENERATE"):
        golden.write_text(shown, encoding="utf-8", newline="\n")
    assert shown == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_harbour_is_reported_as_before(harbour: OrgGraph, language: str) -> None:
    views = (View(families=("reporting", "appointment")),)
    compare(f"harbour.{language}.md", harbour, ReportOptions(language, date=DAY, views=views), None)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_shipped_data_is_reported_as_before(
    org: OrgGraph,  # noqa: F811
    source_file: Path,  # noqa: F811
    language: str,
) -> None:
    options = ReportOptions(language, date=PartialDate(2026, 11, 23), views=read_views(DIAGRAMS))
    sources = Sources(org, {"organisering": str(source_file)})
    compare(f"govtech.{language}.md", org, options, sources)

"""The first real case, and the document that it rests on."""

import os
from pathlib import Path

import pytest

from orggraph import OrgGraph, load
from orggraph.evidence.documents import Document, read_document
from orggraph.evidence.verify import Sources

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data" / "govtech-midtjylland.yaml"
SHARED = [Path(p) for p in (os.environ.get("ORGGRAPH_SHARED"), ROOT.parent / "shared") if p]


@pytest.fixture(scope="session")
def org() -> OrgGraph:
    return load(DATA)


@pytest.fixture(scope="session")
def source_file() -> Path:
    found = [p for p in (s / "sources" / "govtech-midtjylland.txt" for s in SHARED) if p.exists()]
    if not found:
        pytest.skip("the source document is not at hand; name its folder in $ORGGRAPH_SHARED")
    return found[0]


@pytest.fixture(scope="session")
def sources(org: OrgGraph, source_file: Path) -> Sources:
    return Sources(org, {"organisering": str(source_file)})


@pytest.fixture(scope="session")
def document(source_file: Path) -> Document:
    found = read_document(source_file, "organisering")
    assert isinstance(found, Document)
    return found

"""Quotations that lead to their words, in JSON and Markdown."""

from pathlib import Path

import pytest

from orggraph.evidence.verify import Sources
from orggraph.reports.blocks import Outline, OutlineLine, Report
from orggraph.reports.formats import write
from orggraph.reports.teller import Teller
from tests.conftest import LoadText

DATA = """\
sources: {{d: {{title: D, file: d.txt, url: "{url}"}}}}
bodies: {{a: {{name: A, evidence: "d: {quote}"}}}}
"""


@pytest.mark.parametrize(
    ("url", "quote", "linked"),
    [
        ("https://x.dk/a?b=(c)&d", "bold (board", "https://x.dk/a?b=(c)&d#:~:text=bold%20%28board"),
        ("https://x.dk/<a> b", "the board", "https://x.dk/<a> b"),
        ("javascript:alert(1)", "bold (board", "javascript:alert(1)"),
    ],
)
def test_a_quotation_leads_to_its_words(
    load_text: LoadText, tmp_path: Path, url: str, quote: str, linked: str
) -> None:
    (tmp_path / "d.txt").write_text("The bold (board) meets.", encoding="utf-8")
    graph = load_text(DATA.format(url=url, quote=quote))
    tell = Teller(graph, "en", Sources(graph))
    (record,) = tell.evidence_records(graph.nodes["a"].evidence)
    assert record["url"] == linked
    text = tell.evidence(graph.nodes["a"].evidence[0])
    outline = Outline((OutlineLine(0, text),))
    markdown = write(Report(dict, list, lambda: [outline]), "markdown")
    assert ("](<" in markdown) is url.startswith("http")
    if url.startswith("http"):
        target = linked.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
        assert f"](<{target}>)" in markdown

"""Reports as Markdown, in which data never becomes markup."""

import re

import pytest

from orggraph.model import Graph, Parts
from orggraph.queries.lines import find_tree
from orggraph.queries.paths import find_paths
from orggraph.queries.selection import find_nodes
from orggraph.reports.blocks import (
    Block,
    Finding,
    Heading,
    Outline,
    OutlineLine,
    Paragraph,
    Report,
    Route,
    RouteStep,
    Table,
)
from orggraph.reports.formats import write
from orggraph.reports.markdown import escape
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller
from orggraph.text import LocalText
from tests.queries.build import node, relation

HOSTILE = (
    *("a|b", "||", "*bold*", "_low_", "`code`", "~~gone~~", "back\\slash", "$x$", "http*x"),
    *("<script>alert(1)</script>", "<!-- c -->", "a & b", "&amp;", "[x](http://x)", "![x](y)"),
    *("# title", "- item", "+ item", "1. first", "2) second", "===", "---", "> quote"),
    *("a\nb", "a\n\n# b", "\n- c", "a\tb"),
)


def markdown_of(*blocks: Block) -> str:
    return write(Report(dict, tuple, lambda: blocks), "markdown")


@pytest.mark.parametrize("text", HOSTILE)
def test_everything_that_would_be_markup_is_escaped(text: str) -> None:
    escaped = escape(text)
    assert "\n" not in escaped
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|#~&$]", escaped)
    assert not re.match(r"[-+=#>]|\d+[.)]", escaped)
    shown = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped)
    assert shown == " ".join(text.split())


@pytest.mark.parametrize("text", ["Den strategiske styregruppe", "KD-Net (4-6)", "1.5", "“x” … y"])
def test_usual_words_stay_as_they_are(text: str) -> None:
    assert escape(text) == text


def test_blocks_are_written_in_the_markup_of_markdown() -> None:
    told = markdown_of(
        Heading("H"),
        Paragraph("p", "bad"),
        Table(("a", "b"), (("1", "2"), ("", "x|y"))),
        Outline((OutlineLine(0, "o", "n"), OutlineLine(1, "p"))),
        Finding("f", "bad", "excerpt", 1),
    )
    assert told == (
        "## H\n\np\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n|  | x\\|y |\n\n"
        "- o (n)\n  - p\n\n- f\n"
    )  # fmt: skip


def test_what_a_step_rests_on_stands_under_it_beyond_nine_too() -> None:
    steps = tuple(RouteStep("r", ("why",), f"n{i}") for i in range(1, 11))
    lines = markdown_of(Route("n0", steps)).splitlines()
    assert lines[:2] == ["1. **n0** r **n1**", "   - why"]
    assert lines[-2:] == ["10. **n9** r **n10**", "    - why"]


def hostile_graph(text: str) -> Graph:
    name = LocalText.of(text)
    nodes = (node("a", name=name, title=name), node("b", name=LocalText.of("B")))
    return Graph(Parts(nodes, (relation("a reports_to b", note=name),)))


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_name_is_only_text_in_every_report(text: str) -> None:
    markdown_it = pytest.importorskip("markdown_it")
    render = markdown_it.MarkdownIt("commonmark").enable(["table", "strikethrough"])
    graph = hostile_graph(text)
    shown = " ".join(text.split())
    results = (find_nodes(graph), find_tree(graph), find_paths(graph, source="a", target="b"))
    for result, tags in zip(results, ("table", "ul", "ol"), strict=True):
        told = write(report(Teller(graph, "en"), result), "markdown")
        tokens = render.parse(told)
        allowed = {tags, *"ul ol li p strong table thead tbody tr th td br".split(), ""}
        children = [child for token in tokens for child in token.children or ()]
        assert {t.tag for t in (*tokens, *children)} <= allowed
        assert not any(t.type in ("html_block", "html_inline", "hr") for t in (*tokens, *children))
        texts = ["".join(c.content for c in t.children or ()) for t in tokens if t.type == "inline"]
        assert any(shown in cell for cell in texts)
        rows = [line for line in told.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1

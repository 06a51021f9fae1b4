"""The paragraphs of text, Markdown and HTML."""

from pathlib import Path

import pytest

from orggraph.evidence.documents import Document, read_document, split_text
from orggraph.evidence.html import split_html
from orggraph.source import Problem


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("a\nb\n\nc", ("a b", "c")),
        ("a\n \N{NO-BREAK SPACE} \nb\n\n\n\nc\n", ("a", "b", "c")),
        ("a\r\nb\r\n\r\nc", ("a b", "c")),
        ("list:\n • one\n  two\n • three\nfour", ("list:", "• one two", "• three four")),
        ("- a\n* b\n+ c\n– d\n‣ e", ("- a", "* b", "+ c", "– d", "‣ e")),
        ("1. a\n2) b\n10. c", ("1. a", "2) b", "10. c")),
        ("# Title\ntext\n## Next\nmore", ("# Title", "text", "## Next", "more")),
        ("2024 was\nfine -not a list\n1.5 too", ("2024 was fine -not a list 1.5 too",)),
        ("#nine\nx", ("#nine x",)),
        ("", ()),
        (" \n\n ", ()),
    ],
)
def test_text_is_split_at_empty_lines_items_and_headings(
    text: str, paragraphs: tuple[str, ...]
) -> None:
    assert split_text(text) == paragraphs


@pytest.mark.parametrize(
    ("html", "paragraphs"),
    [
        ("<p>a\n b</p><p>c</p>", ("a b", "c")),
        ("<ul><li>a<li>b</ul>c", ("a", "b", "c")),
        ("a<br>b<br/>c<hr>d", ("a", "b", "c", "d")),
        ("<b>bold</b>er and <i>a</i>", ("bolder and a",)),
        ("<p>R&aring;d &amp; n&aelig;vn &#248;&nbsp;x</p>", ("Råd & nævn ø x",)),
        ("<script>var a = '<p>no</p>';</script><p>yes</p>", ("yes",)),
        ("<style>p {}</style>a<noscript>b</noscript>d", ("ad",)),
        ("<title>T</title><h1>H</h1>x", ("T", "H", "x")),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ("a", "b")),
        ("<div>a<div>b</div>c</div>", ("a", "b", "c")),
        ("<!-- no -->a<![CDATA[x]]>", ("a",)),
        ("</script>a", ("a",)),
        ("<template>a<noscript>b</noscript>c</template>d", ("d",)),
        ("a < b", ("a < b",)),
        ("", ()),
    ],
)
def test_html_is_split_at_its_blocks(html: str, paragraphs: tuple[str, ...]) -> None:
    assert split_html(html) == paragraphs


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [
        ("d.txt", ("<p>a</p>",)),
        ("d.md", ("<p>a</p>",)),
        ("d.html", ("a",)),
        ("d.HTM", ("a",)),
        ("d.xhtml", ("a",)),
    ],
)
def test_the_suffix_tells_how_to_read(
    tmp_path: Path, name: str, paragraphs: tuple[str, ...]
) -> None:
    path = tmp_path / name
    path.write_text("\N{ZERO WIDTH NO-BREAK SPACE}<p>a</p>", encoding="utf-8")
    assert read_document(path, "d") == Document("d", paragraphs)


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_bytes("Århus".encode("cp1252"))
    for name, problem in (("d.txt", "not-utf8"), ("x.txt", "file-missing")):
        found = read_document(tmp_path / name, "d")
        assert isinstance(found, Problem)
        assert found.name == problem

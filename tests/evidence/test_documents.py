"""The paragraphs of text, Markdown and HTML."""

from pathlib import Path

import pytest

from orggraph.evidence.documents import Document, read_document, split_text
from orggraph.evidence.html import split_html
from orggraph.evidence.markdown import split_markdown
from orggraph.source import Problem
from orggraph.source.files import MAX_BYTES


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
        ("a<br>b<br/> c<hr>d", ("a b c", "d")),
        ("a<br>\n<br/>b", ("a", "b")),
        ("x:<br>• a<br>• b", ("x:", "• a", "• b")),
        ("<pre>a\nb\n\nc</pre>d\n\ne", ("a b", "c", "d e")),
        ("a <del>b <s>c</del>d", ("a d",)),
        ("<script />a", ("a",)),
        ("<nav>n</nav><aside>x</aside>a", ("n", "x", "a")),
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
        ("d.md", ("a",)),
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
    found = read_document(path, "d")
    assert isinstance(found, Document)
    assert found.paragraphs == paragraphs
    # What sha256sum says of the file.
    assert found.sha256 == "0a4994784698b5ce4d899e89dc3e99cc72ffb17c29df96d83de3fc0a41a44ebd"


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        ("**Formanden** _udpeges_ af ***KD-net***, __ikke__ af *A*s", (
            "Formanden udpeges af KD-net, ikke af As",
        )),
        ("medlem**mer** og snake_case_name, 2 * 3 * 4, udvalg* (note)", (
            "medlemmer og snake_case_name, 2 * 3 * 4, udvalg* (note)",
        )),
        ("Se [**den** nye](https://x.dk/a_(b) \"t\"), ![kort](a.png), [ref][1] og <https://y.dk>", (
            "Se den nye, kort, ref og https://y.dk",
        )),
        ("`råd_et` og \\*stjerne\\*", ("råd_et og *stjerne*",)),
        ("``a ` b`` &oslash; `&amp;` \\&amp; <b>fed</b>skrift<!-- nej -->", (
            "a ` b ø &amp; &amp; fedskrift",
        )),
        ("~~Rådet~~ Udvalget udpeger", ("Udvalget udpeger",)),
        ("# Om *A* #\ntekst\nTitel\n=====\nmere\n***\nslut", (
            "Om A", "tekst Titel", "mere", "slut",
        )),
        ("> citat\n> over to\n\n1. et\n2. **to**", ("citat over to", "1. et", "2. to")),
        ("| A | **B** |\n|---|:-:|\n| a \\| b | c |\nslut", ("A", "B", "a | b", "c", "slut")),
        ("---\ntitle: x\n---\nA[^1]\n\n[^1]: Note\n\n[1]: https://z.dk", ("A", "Note")),
        ("før\n```yaml\nkode\n```\nefter", ("før", "kode", "efter")),
        ("* a\n* b *c*", ("* a", "* b c")),
        ("", ()),
        ("# \n\n**", ("**",)),
    ],
)  # fmt: skip
def test_markdown_reads_without_its_marks(text: str, paragraphs: tuple[str, ...]) -> None:
    assert split_markdown(text) == paragraphs


@pytest.mark.parametrize("mark", ["*a ", "_a ", "[", "`", "<", "[a](", "~~a", "<!--", "[^"])
def test_marks_that_nothing_ends_are_read_however_many(mark: str) -> None:
    # A rule that looked for the end of each from its beginning would not come back from this.
    assert len(split_markdown(mark * 20_000)) == len(split_markdown(mark * 20))


@pytest.mark.parametrize("line", ["# a{}b", "| a{}b", "```{}`", "***{}x"])
def test_a_line_reads_the_same_however_much_space_it_has(line: str) -> None:
    # Rules that tried each way to divide the space among them would not come back from this.
    assert split_markdown(line.format(" " * 500_000)) == split_markdown(line.format(" " * 5))


def test_the_ends_of_pages_and_lines_do_not_matter(tmp_path: Path) -> None:
    """As pdftotext and Word write them."""
    path = tmp_path / "d.txt"
    path.write_bytes("\ufeffa\r\nb\fc\vd\r\n\r\ne\f".encode())
    found = read_document(path, "d")
    assert isinstance(found, Document)
    assert found.paragraphs == ("a b c d", "e")


def test_a_document_that_is_too_large_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_bytes(b"x" * (MAX_BYTES + 1))
    found = read_document(tmp_path / "d.txt", "d")
    assert isinstance(found, Problem)
    assert (found.name, found.facts["limit"]) == ("document-too-large", 16)


def test_what_cannot_be_read_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "d.txt").write_bytes("Århus".encode("cp1252"))
    for name, problem in (("d.txt", "not-utf8"), ("x.txt", "file-missing")):
        found = read_document(tmp_path / name, "d")
        assert isinstance(found, Problem)
        assert found.name == problem

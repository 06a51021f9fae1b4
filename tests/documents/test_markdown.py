"""Markdown says what the report says, to a reader of Markdown that we did not write."""

import re
from xml.etree import ElementTree

import pytest

from orggraph.documents.document import Document, Figure, Paragraph, Run, Table
from orggraph.documents.writer import DocumentSettings
from orggraph.documents.writers import write_document
from tests.documents.samples import MARKUP, document, hostile_document

markdown_it = pytest.importorskip("markdown_it")


def text_of(made: Document, stem: str | None = None) -> str:
    return write_document(made, "md", DocumentSettings(stem=stem))[0].data.decode("utf-8")


def tokens_of(text: str) -> list:  # type: ignore[type-arg]
    return markdown_it.MarkdownIt("commonmark").enable("table").parse(text)


def words_of(text: str) -> str:
    """Return what a reader sees."""
    inline = [token for token in tokens_of(text) if token.type == "inline"]
    leaves = (leaf for token in inline for leaf in token.children)
    return "\n".join(leaf.content for leaf in leaves if leaf.content)


def test_it_has_the_parts_of_the_report() -> None:
    text = text_of(document())
    kinds = [token.type for token in tokens_of(text)]
    assert kinds.count("table_open") == 1
    assert kinds.count("tr_open") == 5
    heads = [t.tag for t in tokens_of(text) if t.type == "heading_open"]
    assert heads == ["h1", "h2", "h2", "h2", "h3", "h2"]
    assert "*Rapport om organisation og styring*" in text
    assert "- **Dato:** 23. november 2026" in text
    assert "**Tabel 1.** Styregruppens medlemmer" in text
    assert "**Styregruppen** refererer til KD-Net[^1][^2]. Se " in text
    assert "[kommissoriet](<https://example.org/kommissorium?a=1&b=2>)." in text


def test_every_note_is_defined_and_used() -> None:
    text = text_of(document())
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)
    assert defined == ["1", "2", "3"]
    assert set(re.findall(r"\[\^(\d+)\](?!:)", text)) == set(defined)
    note = "[^1]: [Kommissorium, afsnit 3: »refererer til KD-Net«.](<https://example.org/k>)"
    assert note in text


def test_pictures_are_files_beside_it() -> None:
    made = document()
    main, *pictures = write_document(made, "md", DocumentSettings(stem="min rapport"))
    assert [part.end for part in pictures] == ["-1.svg", "-2.svg"]
    text = main.data.decode()
    assert "![Seks enheder og seks linjer.](<min%20rapport-1.svg>)" in text
    assert "**Figur 1.** Hele styringen" in text
    assert "Figuren i ord" not in text
    for part in pictures:
        assert ElementTree.fromstring(part.data).tag.endswith("svg")
    assert b"Seks enheder og seks linjer." in pictures[0].data


def test_the_names_of_many_pictures_are_in_order() -> None:
    figure = next(block for block in document().blocks if isinstance(block, Figure))
    made = document(blocks=tuple(figure._replace(number=n) for n in range(1, 12)))
    parts = write_document(made, "md", DocumentSettings(stem="r"))
    assert [part.end for part in parts][1:3] == ["-01.svg", "-02.svg"]
    assert "](<r-11.svg>)" in parts[0].data.decode()


def test_without_a_place_for_pictures_they_are_told_in_words() -> None:
    parts = write_document(document(), "markdown")
    assert len(parts) == 1
    text = parts[0].data.decode()
    assert "![" not in text
    assert "Figuren i ord:\n\n- KD-Net\n  - Strategisk styregruppe rapporterer til KD-Net" in text


def test_data_never_becomes_markup() -> None:
    made = hostile_document()
    text = text_of(made)
    tokens = tokens_of(text)
    table = next(block for block in made.blocks if isinstance(block, Table))
    assert sum(token.type == "tr_open" for token in tokens) == len(table.rows) + 1
    leaves = [leaf for token in tokens for leaf in token.children or ()]
    kinds = {token.type for token in tokens} | {leaf.type for leaf in leaves}
    assert not {kind for kind in kinds if kind.startswith(("html", "code", "fence", "image"))}
    links = {leaf.attrs["href"] for leaf in leaves if leaf.type == "link_open"}
    assert links == {"https://example.org/"}
    seen = " ".join(words_of(text).split())
    for words in MARKUP:
        if words.isascii() and words.isprintable():
            assert " ".join(words.split()) in seen, ascii(words)


def test_runs_keep_the_spaces_between_them() -> None:
    words = (Run("Lead.", strong=True), Run(" One.", (1,)), Run(" Two."), Run(" ", strong=True))
    text = text_of(document(blocks=(Paragraph(words),)))
    assert "**Lead.** One.[^1] Two.\n" in text


def test_the_same_report_gives_the_same_bytes(harbour_report: Document) -> None:
    assert text_of(harbour_report) == text_of(harbour_report)

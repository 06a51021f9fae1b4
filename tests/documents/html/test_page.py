"""The page is well-formed, has no script, leads nowhere odd, and says all of the report."""

import re
from base64 import b64encode
from hashlib import sha256
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest

from orggraph.documents.document import Document, Figure, Note, Paragraph, Run, Table
from orggraph.documents.html.text import escaped, softened
from orggraph.documents.writer import DocumentSettings
from orggraph.documents.writers import write_document
from orggraph.errors import OrgGraphError
from orggraph.themes.reading import find_theme
from tests.documents.samples import MARKUP, document, hostile_document

SVG = "{http://www.w3.org/2000/svg}"
UNREADABLE = re.compile("[^\t\n\r\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def page_of(made: Document, template: Path | None = None) -> str:
    (part,) = write_document(made, "html", DocumentSettings(template))
    assert part.end == ""
    return part.data.decode("utf-8")


def tree_of(text: str) -> Element:
    """Read a page as XML, which forgives nothing."""
    start = "<!DOCTYPE html>\n"
    assert text.startswith(start)
    return ElementTree.fromstring(text.removeprefix(start))


def text_of(element: Element) -> str:
    return " ".join("".join(element.itertext()).replace("\u00ad", "").split())


@pytest.fixture(params=["sample", "hostile", "harbour"])
def made(request: pytest.FixtureRequest, harbour_report: Document) -> Document:
    """Return one report after the other."""
    others = {"sample": document, "hostile": hostile_document}
    return others[request.param]() if request.param in others else harbour_report


def test_it_tells_its_language_and_its_title() -> None:
    root = tree_of(page_of(document()))
    assert root.get("lang") == "da"
    assert text_of(root.find("head/title")) == "Styringen af GovTech"  # type: ignore[arg-type]
    assert text_of(root.find("body/header/h1")) == "Styringen af GovTech"  # type: ignore[arg-type]
    assert [text_of(e) for e in root.iter("dd")] == ["23. november 2026", "a1b2c3d4"]


def test_there_is_no_script_and_no_style_that_its_policy_forbids(made: Document) -> None:
    root = tree_of(page_of(made))
    names = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert names.isdisjoint({"script", "iframe", "object", "embed", "form", "input", "link", "img"})
    for element in root.iter():
        assert not any(name.startswith("on") or name == "style" for name in element.attrib)


def test_the_policy_has_the_hash_of_the_style() -> None:
    text = page_of(document())
    (style,) = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    policy = tree_of(text).find("head/meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    hashed = b64encode(sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{hashed}';" in policy.get("content", "")
    assert policy.get("content", "").startswith("default-src 'none';")


def test_ids_are_unique_and_links_within_the_page_arrive(made: Document) -> None:
    root = tree_of(page_of(made))
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    inside = [e.get("href", "")[1:] for e in root.iter("a") if e.get("href", "").startswith("#")]
    assert inside
    assert set(inside) <= set(ids)


def test_links_out_of_the_page_are_of_the_web(made: Document) -> None:
    root = tree_of(page_of(made))
    out = [e.get("href", "") for e in root.iter("a") if not e.get("href", "").startswith("#")]
    assert all(href.startswith(("https://", "http://")) for href in out)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x"])
def test_other_addresses_are_no_links(href: str) -> None:
    blocks = (Paragraph((Run("words", href=href),)),)
    notes = (Note(1, (Run("note"),), href),)
    assert href not in page_of(document(blocks=blocks, notes=notes))


def test_headings_go_down_one_level_at_a_time(made: Document) -> None:
    root = tree_of(page_of(made))
    levels = [int(e.tag[1]) for e in root.iter() if re.fullmatch("h[1-6]", e.tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_notes_and_their_numbers_lead_to_each_other() -> None:
    root = tree_of(page_of(document()))
    references = [e for e in root.iter("a") if e.get("role") == "doc-noteref"]
    assert [e.text for e in references[:3]] == ["1", "2", "1"]
    assert [e.get("id") for e in references[:3]] == ["ref-1", "ref-2", None]
    items = root.findall(".//section[@role='doc-endnotes']/ol/li")
    assert [e.get("id") for e in items] == ["note-1", "note-2", "note-3"]
    back = [e.find("a[@role='doc-backlink']") for e in items]
    assert [e.get("href") for e in back if e is not None] == ["#ref-1", "#ref-2", "#ref-3"]
    assert back[0] is not None
    assert back[0].get("aria-label") == "Tilbage til teksten (1)"


def test_a_note_that_nothing_refers_to_has_no_way_back() -> None:
    text = page_of(document(blocks=(), notes=(Note(1, (Run("note"),)),)))
    assert "doc-backlink" not in text
    assert "note-1" in text
    assert 'href="#note-7"' not in page_of(document(blocks=(Paragraph((Run("x", (7,)),)),)))


def test_a_table_has_a_caption_and_headings_of_columns() -> None:
    root = tree_of(page_of(document()))
    (table,) = root.iter("table")
    assert text_of(table.find("caption")) == "Tabel 1. Styregruppens medlemmer"  # type: ignore[arg-type]
    assert {e.get("scope") for e in table.iter("th")} == {"col"}
    assert len(table.findall("tbody/tr")) == 4
    assert len(table.findall("colgroup/col")) == 4
    group = root.find(".//div[@role='group']")
    assert group is not None
    assert group.get("aria-labelledby") == table.find("caption").get("id")  # type: ignore[union-attr]


def test_a_figure_has_its_picture_a_caption_and_words() -> None:
    made = document()
    root = tree_of(page_of(made))
    figures = list(root.iter("figure"))
    drawn = [block for block in made.blocks if isinstance(block, Figure)]
    assert len(figures) == len(drawn) == 2
    for element, figure in zip(figures, drawn, strict=True):
        svg = element.find(f"{SVG}svg")
        assert svg is not None
        assert figure.alternative in text_of(svg.find(f"{SVG}desc"))  # type: ignore[arg-type]
        caption = text_of(element.find("figcaption"))  # type: ignore[arg-type]
        assert caption == f"Figur {figure.number}. {figure.caption}"
        assert text_of(element.find("details/summary")) == "Figuren i ord"  # type: ignore[arg-type]
    outer, inner = figures[0].findall("details/ul/li"), figures[0].findall("details/ul/li/ul/li")
    assert [text_of(e) for e in inner] == ["Strategisk styregruppe rapporterer til KD-Net"]
    assert len(outer) == 1


def test_an_outline_of_any_depth_makes_lists_in_lists() -> None:
    figure = next(block for block in document().blocks if isinstance(block, Figure))
    lines = ("a", "  b", "    c", "  d", "e", "      far", "f")
    root = tree_of(page_of(document(blocks=(figure._replace(outline=lines),))))
    items = root.findall(".//details//li")
    assert [(e.text or "").strip() for e in items] == ["a", "b", "c", "d", "e", "far", "f"]
    assert len(root.findall(".//details/ul/li")) == 3


def test_data_never_becomes_markup() -> None:
    made = hostile_document()
    root = tree_of(page_of(made))
    cells = {text_of(e) for e in root.iter("td")}
    for words in MARKUP:
        shown = " ".join(UNREADABLE.sub("\ufffd", words).split())
        # The first cell of a row has the number of a note behind it.
        assert {shown, f"{shown}1"} & cells, ascii(words)
    plain = page_of(document())
    tags = set(re.findall("<([a-zA-Z]+)", page_of(made)))
    assert tags <= set(re.findall("<([a-zA-Z]+)", plain)) | {"bdi", "span", "path", "rect"}


def test_words_from_right_to_left_keep_to_themselves() -> None:
    text = page_of(document(blocks=(Paragraph((Run("שלום 12"), Run(" (udledt)"))),)))
    assert "<bdi>שלום 12</bdi> (udledt)" in text


@pytest.mark.parametrize("odd", ["\x00", "\x0b", "\x7f", "\x85", "\ufdd0", "\ufffe", "\ud800"])
def test_what_a_page_cannot_hold_is_replaced(odd: str) -> None:
    assert escaped(f"a{odd}b") == "a\ufffdb"


def test_long_words_of_tables_may_break_between_syllables() -> None:
    words = "Forretningsudvalget og Kommune"
    soft = softened(words, "da")
    assert soft.replace("\u00ad", "") == words
    assert "\u00ad" in soft
    assert softened("Kommune", "da") == "Kommune"
    rows = (((Run(words),),),)
    table = Table(1, "C", ("Repræsenterer",), rows, (1.0,))
    page = page_of(document(blocks=(table, Paragraph((Run(words),)))))
    assert page.count(soft) == 1  # in the table alone


def test_columns_are_as_wide_as_they_ask() -> None:
    table = Table(1, "C", ("a", "b"), (), (0.25, 0.755))
    text = page_of(document(blocks=(table,)))
    assert '<col class="w250"/><col class="w755"/>' in text
    assert "col.w250 { width: 25% }" in text
    assert "col.w755 { width: 75.5% }" in text


def test_colours_are_those_of_the_theme() -> None:
    dark = find_theme("dark")
    text = page_of(document(theme=dark))
    assert f"color: {dark.ink}; background: {dark.background}" in text
    assert not re.search("@[a-z-]+@", text)
    printed = text.partition("@media print")[2]
    assert dark.ink not in printed.partition("</style>")[0]  # paper is white
    assert find_theme("light").ink in page_of(document()).partition("@media print")[2]


def test_words_of_the_style_sheet_are_only_words() -> None:
    labels = document().labels._replace(page='"} body { display: none } </style><b>', of="\\")
    text = page_of(document(labels=labels))
    tree_of(text)
    assert text.count("</style>") == 1
    assert "} body {" not in text


def test_a_template_comes_after_our_style(tmp_path: Path) -> None:
    style = tmp_path / "own.css"
    style.write_bytes(
        "\ufeffbody { color: red }\r\n/* </style><script>alert(1)</script> */".encode()
    )
    text = page_of(document(), style)
    first, second = re.findall("<style>(.*?)</style>", text, re.DOTALL)
    assert second.startswith("body { color: red }\n")
    assert "<script>" not in text.replace("<\\/style><script>alert(1)<\\/script>", "")
    for each in (first, second):
        assert b64encode(sha256(each.encode()).digest()).decode() in text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("missing.css", None, "there is no such file"),
        ("latin.css", b"/* \xe6 */", "it is not in UTF-8"),
        ("own.docx", b"", "takes .css"),
    ],
)
def test_a_template_that_cannot_be_used_is_refused(
    tmp_path: Path, name: str, content: bytes | None, reason: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(OrgGraphError) as caught:
        page_of(document(), tmp_path / name)
    assert name in caught.value.message()
    assert reason in caught.value.message()


def test_an_empty_document_is_a_page() -> None:
    bare = document(blocks=(), notes=(), facts=(), subtitle="")
    root = tree_of(page_of(bare))
    assert root.find("body/nav") is None
    assert root.find("body/main") is not None


def test_the_same_report_gives_the_same_bytes(harbour_report: Document) -> None:
    assert page_of(harbour_report) == page_of(harbour_report)


def test_a_table_of_many_columns_has_the_room_of_a_turned_page() -> None:
    tables = [
        Table(count, "T", ("x",) * count, (), (round(1 / count, 3),) * count) for count in (6, 7)
    ]
    text = page_of(document(blocks=tuple(tables)))
    assert text.count('<div class="wide table"') == 1
    assert text.index('<div class="table"') < text.index('<div class="wide table"')
    assert "@page wide { size: A4 landscape }" in text

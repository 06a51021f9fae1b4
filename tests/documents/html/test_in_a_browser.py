"""A browser mends nothing in the page, shuts nobody out, and prints it well."""

import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from orggraph.documents.document import Document
from orggraph.documents.writers import write_document
from tests.documents.samples import document, hostile_document, roster

pytestmark = pytest.mark.skipif(
    shutil.which("chromium") is None and "CI" not in os.environ, reason="no browser"
)

ELEMENTS = """
() => [...document.querySelectorAll('*')].map(e => [e.localName, e.children.length])
"""


class Opened:
    """A page that is open, and what the browser complained of."""

    def __init__(self, page: Page, file: Path) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto(file.as_uri())


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """Return a function that opens a report from a file."""
    page = browser.new_page(viewport={"width": 1100, "height": 900})

    def open_(made: Document) -> Opened:
        file = tmp_path / "report.html"
        file.write_bytes(write_document(made, "html")[0].data)
        return Opened(page, file)

    yield open_
    page.close()


def test_a_browser_mends_nothing_and_loads_nothing(opened: Any, tmp_path: Path) -> None:
    for made in (document(), hostile_document()):
        seen = opened(made)
        text = (tmp_path / "report.html").read_text(encoding="utf-8")
        root = ElementTree.fromstring(text.removeprefix("<!DOCTYPE html>\n"))
        ours = [[e.tag.split("}")[-1], len(e)] for e in root.iter()]
        assert seen.page.evaluate(ELEMENTS) == ours
        assert seen.complaints == []
        assert seen.asked[:1] == seen.asked
        assert seen.page.evaluate("document.compatMode") == "CSS1Compat"


def test_nobody_is_shut_out(opened: Any, harbour_report: Document) -> None:
    seen = opened(harbour_report)
    for width in (1100, 400):
        seen.page.set_viewport_size({"width": width, "height": 900})
        # Only tables scroll to the side.
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    violations = Axe().run(seen.page).response["violations"]
    told = [(each["id"], [n["html"][:80] for n in each["nodes"]]) for each in violations]
    assert told == []


def test_our_style_leaves_pictures_alone(opened: Any, harbour_report: Document) -> None:
    seen = opened(harbour_report)
    sizes = seen.page.evaluate(
        "[...document.querySelectorAll('figure svg text')].map(e =>"
        " [parseFloat(getComputedStyle(e).fontSize), parseFloat(e.getAttribute('font-size'))])"
    )
    assert sizes
    assert all(abs(shown - said) < 0.01 for shown, said in sizes)


def test_on_paper_headings_of_tables_are_repeated_and_pages_have_numbers(opened: Any) -> None:
    seen = opened(document(blocks=(roster(120),)))
    printed = PdfReader(BytesIO(seen.page.pdf(prefer_css_page_size=True)))
    texts = [page.extract_text() for page in printed.pages]
    with_rows = [text for text in texts if "KD-Net" in text]
    assert len(with_rows) >= 3
    assert all("Udpeget af" in text for text in with_rows)
    width, height = (float(each) for each in printed.pages[0].mediabox[2:])
    assert (round(width), round(height)) == (595, 842)
    assert f"Side 2 af {len(texts)}" in texts[1]

"""The shipped diagrams in a browser."""

import re
from pathlib import Path

import pytest

import orggraph
from orggraph.views.reading import read_views
from tests.render.browser import CHROMIUM, assert_alike
from tests.render.conftest import Run

ROOT = Path(__file__).parent.parent.parent
VIEWS = {view.id: view for view in read_views(ROOT / "diagrams")}

# What sticks out of its card or of the page, with the fonts that the browser has.
OUTSIDE = """
<script>
const out = [];
const page = document.querySelector("svg").viewBox.baseVal;
for (const text of document.querySelectorAll("text")) {
  const box = text.getBBox();
  if (box.x + box.width > page.width) out.push(text.textContent);
}
for (const card of document.querySelectorAll("g.card")) {
  const room = card.querySelector(".box").getBBox();
  for (const text of card.querySelectorAll("text")) {
    const box = text.getBBox();
    if (box.x < room.x || box.x + box.width > room.x + room.width) out.push(text.textContent);
  }
}
document.title = `${document.querySelectorAll("text").length} texts, outside: ${out.join("; ")}`;
</script>
"""


@pytest.mark.parametrize("view", VIEWS)
def test_a_browser_shows_what_the_png_shows(view: str, run: Run, tmp_path: Path) -> None:
    picture = orggraph.load(ROOT / "data").draw(VIEWS[view], language="da")
    assert_alike(run, picture.scenes[0], tmp_path)


@pytest.mark.parametrize("path", sorted((ROOT / "diagrams").glob("*.svg")), ids=lambda p: p.name)
def test_text_fits_its_card_in_the_letters_of_arial(path: Path, run: Run, tmp_path: Path) -> None:
    """Liberation Sans has the widths of Arial, and stands in for it here."""
    page = tmp_path / "page.html"
    svg = path.read_text(encoding="utf-8")
    page.write_text(f"<!doctype html><meta charset=utf-8>{svg}{OUTSIDE}", encoding="utf-8")
    seen = run(
        "chromium", *CHROMIUM, f"--user-data-dir={tmp_path / 'p'}", "--dump-dom", page.as_uri()
    ).decode()
    title = re.search(r"<title>(\d+) texts, outside: (.*?)</title>", seen)
    assert title
    assert int(title[1]) > 10
    assert title[2] == ""

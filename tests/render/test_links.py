"""The links of a picture, as a browser has them."""

import json
import re
from html import unescape
from pathlib import Path

import numpy
import pytest

import orggraph
from tests.render.browser import CHROMIUM, screenshot
from tests.render.conftest import Run

URL = 'https://example.org/plan?a=1&b="2"'
DATA = f"""\
sources: {{plan: {{title: Plan, url: '{URL}'}}}}
bodies:
  board: {{name: Rådet, evidence: "plan: et <råd> & “mere”"}}
  works:
    name: Works
    reports to: {{board: {{evidence: "plan: works - reports … to, the board"}}}}
    informs: board
    members: [{{person: ann, evidence: "plan: Ann"}}]
persons: {{ann: Ann}}
"""
SCRIPT = """
<script>
const links = [...document.querySelectorAll("svg a")].map(a => {
  const words = a.querySelector("[aria-label]")?.getAttribute("aria-label") ?? a.textContent;
  const isPlain = text => getComputedStyle(text).textDecorationLine == "none";
  return [decodeURIComponent(a.href.baseVal), a.getAttribute("target"), a.getAttribute("rel"),
          a.tabIndex, words.trim(), a.getBBox().width > 0,
          [...a.querySelectorAll("text")].every(isPlain),
          a.closest("[role=img]") === null];
});
document.title = JSON.stringify(links);
</script>
"""


@pytest.fixture
def svg(tmp_path: Path) -> str:
    file = tmp_path / "data.yaml"
    file.write_text(DATA, encoding="utf-8")
    return orggraph.load(file).draw().to_svg()


def test_a_browser_follows_the_links_and_reaches_each_by_the_keyboard(
    svg: str, run: Run, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><meta charset=utf-8>{svg}{SCRIPT}", encoding="utf-8")
    profile = f"--user-data-dir={tmp_path / 'profile'}"
    shown = run("chromium", *CHROMIUM, profile, "--dump-dom", page.as_uri()).decode()
    title = re.search("<title>(\\[.*?)</title>", shown)
    assert title
    links = json.loads(unescape(title[1]))
    reached = {words: address for address, *_, index, words, _, _, _ in links if index >= 0}
    assert reached == {
        "Rådet": 'https://example.org/plan?a=1&b="2"#:~:text=et <råd> & “mere”',
        "Ann": 'https://example.org/plan?a=1&b="2"#:~:text=Ann',
        "Works reports to Rådet.": (
            'https://example.org/plan?a=1&b="2"#:~:text=works - reports,to, the board'
        ),
    }
    for _, target, rel, _, _, is_seen, is_plain, is_reached in links:
        assert (target, rel) == ("_blank", "noopener")
        assert is_seen
        assert is_plain
        assert is_reached


def test_links_change_nothing_that_is_seen(svg: str, run: Run, tmp_path: Path) -> None:
    bare = re.sub("</?a\\b[^>]*>", "", svg)
    assert bare != svg
    pictures = []
    for name, picture in (("with", svg), ("bare", bare)):
        (tmp_path / name).mkdir()
        pictures.append(numpy.asarray(screenshot(run, picture, (800, 600), tmp_path / name)))
    assert numpy.array_equal(*pictures)

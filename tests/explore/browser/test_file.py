"""The page that is one file, in a real browser, opened from disk and without a network."""

import json
import zlib
from base64 import b64decode
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest

from orggraph import OrgGraph
from orggraph.explore import bundle as bundling
from orggraph.explore.ground import Ground, Setup
from orggraph.explore.head import tell_head
from orggraph.explore.net import tell_net
from orggraph.explore.part import find_part
from orggraph.explore.spec import Spec
from orggraph.model import Graph, PartialDate
from orggraph.queries.paths import find_path
from orggraph.reports.paths import report_path
from orggraph.reports.teller import Teller
from orggraph.text import fold
from orggraph.words import PHRASES, say
from tests.explore.browser.tabs import Tab
from tests.explore.helpers import MARKUP
from tests.queries.test_path_search import graph_at_random
from tests.sql.graphs import random_graph


@pytest.fixture
def offline(tab: Tab) -> Tab:
    """Return a tab that reaches nothing."""
    tab.another(offline=True)
    return tab


def test_a_file_shows_and_tells_without_a_network(offline: Tab, island_file: str) -> None:
    asked: list[str] = []
    offline.page.on("request", lambda request: asked.append(request.url))
    page = offline.open(island_file)
    assert {"Ø Kommune", "Ørådet", "Driftsudvalget", MARKUP} == offline.shown()
    page.fill("#find", "oeraad")
    page.wait_for_selector("#find-list [role=option]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#details h2")
    assert "Åse Møller" in page.inner_text("#details")
    page.locator("#details .relations button", has_text="Ørådet refererer til").click()
    page.wait_for_selector("#details mark")
    page.select_option("#language", "en")
    offline.until("document.documentElement.lang === 'en'")
    offline.settle()
    assert "The island council" in offline.shown()
    page.click("#as-list")
    page.wait_for_selector("#listing table")
    assert MARKUP in page.inner_text("#listing")
    assert "explore-" not in page.inner_text("body")
    assert {urlsplit(url).scheme for url in asked} <= {"file", "data", "about", "blob"}
    assert not page.is_visible("#save-pptx")


def test_a_file_filters_and_looks_around_by_hiding(offline: Tab, island_file: str) -> None:
    page = offline.open(island_file)
    lines = offline.lines()
    page.uncheck("#family-reporting")
    offline.settle()
    assert offline.lines() == lines - 2
    page.click("#filter-all")
    offline.settle()
    assert offline.lines() == lines
    offline.card("Ørådet").dblclick()
    offline.until("location.hash.includes('around=')")
    offline.settle()
    assert offline.shown() == {"Ø Kommune", "Ørådet", "Driftsudvalget"}
    page.select_option("#depth", "5")
    offline.settle()
    assert offline.shown() == {"Ø Kommune", "Ørådet", "Driftsudvalget", MARKUP}


def test_a_file_finds_paths_and_marks_them(offline: Tab, island_file: str) -> None:
    view = "panel=path&path=udvalget,kommunen&families=contact"
    page = offline.open(island_file, view)
    page.wait_for_selector(".verdict")
    assert "en rapporteringslinje" in page.inner_text(".verdict")
    assert page.locator(".card > rect.halo-mark").count() == 3
    assert page.locator(".route:not(.away) .halo-mark").count() >= 2  # though the filter is on
    page.locator("#path-swap").click()
    page.wait_for_selector(".answer .tone-fair")
    page.check("#path-strict")
    page.wait_for_selector(".answer .tone-bad")
    assert page.locator(".picture:not(.leaving) .halo-mark").count() == 0


def test_a_file_goes_through_its_dates(offline: Tab, island_file: str) -> None:
    page = offline.open(island_file)
    page.focus("#as-of")
    page.keyboard.press("ArrowRight")
    offline.until("location.hash.includes('as_of=')")
    offline.settle()
    first = page.get_attribute("#as-of", "aria-valuetext")
    assert first is not None
    assert first.startswith("2022")
    assert f"pr. {first}" in offline.status()
    page.click("#tab-checks")
    assert f"gælder alle datoer; kun billedet, listen og stier er pr. {first}" in page.inner_text(
        "#panel-checks"
    )
    offline.open(island_file, "as_of=1999&panel=path&path=udvalget,kommunen")
    assert "Denne fil rummer det ikke" in page.inner_text("#trouble")
    assert "Denne fil rummer det ikke" in page.inner_text(".answer")
    offline.open(island_file, "select=node:constructor")
    assert "Denne fil rummer det ikke" in offline.status()


def test_a_file_saves_what_it_shows(offline: Tab, island_file: str, tmp_path: Path) -> None:
    page = offline.open(island_file, "families=reporting")
    saved = {}
    for format_ in ("svg", "png"):
        page.click("#save summary")
        with page.expect_download() as download:
            page.click(f"#save-{format_}")
        download.value.save_as(tmp_path / "x")
        saved[format_] = (tmp_path / "x").read_bytes()
    assert saved["png"].startswith(b"\x89PNG")
    assert saved["svg"].startswith(b"<svg")
    assert b"family-reporting" in saved["svg"]
    assert b"family-support" not in saved["svg"].split(b'class="legend"')[0]
    assert b"tabindex" not in saved["svg"]


def test_where_no_script_runs_the_file_says_what_it_needs(tab: Tab, island_file: str) -> None:
    page = tab.another(java_script_enabled=False)
    page.goto(island_file)
    assert page.inner_text("noscript h2").startswith("Siden kræver en browser fra 2023")


def test_a_browser_that_cannot_unpack_a_file_is_told_so(tab: Tab, island_file: str) -> None:
    page = tab.another(locale="da")
    page.add_init_script("delete window.DecompressionStream")
    page.goto(island_file)
    page.wait_for_selector("#trouble h2")
    assert page.inner_text("#trouble h2").startswith("Siden kræver en browser fra 2023")


def test_a_link_into_a_file_restores_the_view(offline: Tab, island_file: str) -> None:
    view = "around=rådet&depth=1&theme=dark&lang=en&select=node:udvalget&zoom=100,80,1.25"
    page = offline.open(island_file, view)
    page.wait_for_selector("#details h2")
    assert page.inner_text("#details h2") == "Driftsudvalget"
    assert offline.scale() == 1.25
    assert page.get_attribute("html", "data-tone") == "dark"
    page.wait_for_timeout(350)
    assert unquote(page.url).split("#")[1] == (
        "around=rådet&depth=1&theme=dark&lang=en&select=node:udvalget&zoom=100,80,1.25"
    )


def test_nobody_is_kept_out_of_a_file(offline: Tab, island_file: str) -> None:
    page = offline.open(island_file, "select=node:rådet&panel=path&path=udvalget,kommunen")
    page.wait_for_selector("#details h2")
    assert offline.refuse_nobody() == []


# What the page works out for itself, held against what works it out on the command line.

PROBE = """\
import {findPath, makeNet} from "./paths.js";
import {pathBlocks} from "./pathwords.js";
import {fold} from "./folding.js";
import {renderBlocks} from "./blocks.js";
import {renderEvidence} from "./evidence.js";
import {setWords} from "./words.js";
window.probe = { findPath, fold, makeNet, pathBlocks, renderBlocks, renderEvidence, setWords };
"""

ASK = """([data, at, pairs, strict]) => {
  const { graph, names, sentences, head } = data;
  window.probe.setWords(head.words);
  const isThen = (when) => at === null || !when || when.some(([a, b]) => a <= at && at <= b);
  const net = window.probe.makeNet(graph, (one) => isThen(one[7]), (one) => isThen(one[1]));
  const nameOf = (id) => names[id];
  return pairs.map(([source, target]) => {
    const found = window.probe.findPath(net, source, target, { strict, nameOf });
    const told = window.probe.pathBlocks(found, nameOf, sentences, head);
    const keys = ["source", "relation", "direction", "label", "target"];
    const hops = told.hops.map((hop) => keys.map((key) => hop[key]));
    return [told.tier, hops, told.explanation];
  });
}"""


@pytest.fixture
def probe(tab: Tab, tmp_path: Path) -> Tab:
    """Return a tab with some modules of the page, to be asked directly."""
    for path in bundling.PAGE.glob("*.js"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "main.js").write_text(PROBE, encoding="utf-8")
    tab.page.goto("about:blank")
    tab.page.evaluate(bundling.bundle(tmp_path))
    return tab


def data_for(graph: Graph, language: str) -> dict[str, Any]:
    """What a file knows of a graph, as far as paths need it."""
    ground = Ground(graph, Setup())
    spec = Spec("light", language)
    head = tell_head(ground, spec)
    net = tell_net(ground, find_part(ground, spec), head_dates(head))
    tell = Teller(graph, language)
    return {
        "graph": net,
        "head": head,
        "names": {node: tell.name(node) for node in graph.nodes},
        "sentences": {one.id: {"sentence": tell.sentence(one)} for one in graph.relations.values()},
    }


def head_dates(head: dict[str, Any]) -> list[Any]:
    return [PartialDate.parse(date) for date in head["dates"]]


def expected(graph: Graph, language: str, pairs: list[tuple[str, str]], *, strict: bool) -> Any:
    """What the command line answers."""
    tell = Teller(graph, language)
    answers = []
    for source, target in pairs:
        path = find_path(graph, source=source, target=target, strict=strict)
        data = report_path(tell, path).data()
        keys = ("source", "relation", "direction", "label", "target")
        hops = [[hop[key] for key in keys] for hop in data["hops"]]
        answers.append([data["tier"], hops, data["explanation"]])
    return answers


@pytest.mark.parametrize(("language", "strict"), [("da", False), ("en", True)])
def test_paths_of_a_file_are_those_of_the_command_line(
    probe: Tab, govtech: OrgGraph, language: str, strict: bool
) -> None:
    pairs = [(a, b) for a in govtech.nodes for b in govtech.nodes]
    found = probe.page.evaluate(ASK, [data_for(govtech, language), None, pairs, strict])
    assert found == expected(govtech, language, pairs, strict=strict)
    assert len({answer[0] for answer in found}) == (2 if strict else 4)


@pytest.mark.parametrize(
    ("make", "seeds"),
    [(lambda seed: random_graph(seed, dated=True), (0, 3)), (graph_at_random, range(6))],
)
def test_paths_in_random_graphs_on_any_date_are_those_of_the_command_line(
    probe: Tab, make: Callable[[int], Graph], seeds: Iterable[int]
) -> None:
    tiers = set()
    for seed in seeds:
        graph = make(seed)
        data = data_for(graph, "en")
        dates = head_dates(data["head"])
        for at in (None, *range(0, len(dates), 3)):
            then = graph if at is None else graph.restricted(as_of=dates[at])
            pairs = [(a, b) for a in then.nodes for b in then.nodes]
            found = probe.page.evaluate(ASK, [data, at, pairs, False])
            assert found == expected(then, "en", pairs, strict=False), (seed, at)
            tiers |= {answer[0] for answer in found}
    assert tiers == {"reporting", "links", "connected", "none"}


def test_what_is_told_stays_text_and_leads_to_pages_only(probe: Tab) -> None:
    bad, good = "JavaScript:alert(1)", "https://example.org/?a=1&b=2"
    cells = [{"text": MARKUP, "href": bad}, {"text": MARKUP, "href": good}, {"text": MARKUP}]
    blocks = [
        {"block": "Heading", "text": MARKUP, "level": 2},
        {"block": "Paragraph", "text": {"text": MARKUP, "href": bad}, "tone": "bad"},
        {"block": "Table", "headings": [MARKUP, "b", "c"], "rows": [cells, [MARKUP, "", MARKUP]]},
        {"block": "Outline", "lines": [{"depth": at, "text": MARKUP} for at in (0, 1, 3, 0)]},
        {"block": "Listing", "text": MARKUP},
    ]
    ways = {"source": "x", "quote": MARKUP, "status": "verified", "status_label": MARKUP}
    told = probe.page.evaluate(
        """([blocks, evidence]) => {
          document.body.replaceChildren(
            ...window.probe.renderBlocks(blocks, () => {}),
            ...window.probe.renderBlocks(blocks, () => {}, { isNarrow: true }),
            ...evidence.map(window.probe.renderEvidence));
          const links = [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
          const tags = [...document.body.querySelectorAll("*")].map((one) => one.localName);
          return [links, tags, document.body.innerText];
        }""",
        [
            blocks,
            [{**ways, "href": bad}, {**ways, "href": good, "text": MARKUP, "marks": [[2, 8]]}],
        ],
    )
    assert told[0] == [good, good, good]
    assert not {"img", "script", "b"} & set(told[1])
    assert told[2].count("onerror") > 15
    assert told[1].count("mark") == 1


def test_names_fold_as_on_the_command_line(probe: Tab) -> None:
    texts = [
        *("Møller", "MOELLER", "Ærø", "aeroe", "Århus", "Aarhus", "Åaæ", "Straße", "Łódź", "Đorđe"),
        *(
            "  --  ",
            "",
            "…",
            "K.D.-Net",
            "½ liter",
            "ﬁnans",
            "İstanbul",
            "Ελλάς",
            "東京都",
            "naïve 2",
        ),
        *("miljøet", "miljoeet", "Zoë", "a b\tc", "🌴 palme", "O'Brien", "ÅÆØ", "e\u0301"),
    ]
    assert probe.page.evaluate("texts => texts.map(window.probe.fold)", texts) == list(
        map(fold, texts)
    )


def test_a_file_holds_the_words_that_paths_are_told_with(govtech_file: str) -> None:
    text = Path(unquote(urlsplit(govtech_file).path)).read_text(encoding="utf-8")
    packed = text.split('id="orggraph-data">')[1].split("</script>")[0]
    data = json.loads(zlib.decompress(b64decode(json.loads(packed)["data"]), -15))
    for language, head in data["head"].items():
        assert head["words"]["explore-search"] == say("explore-search", language)
        assert head["words"]["not-pure-against"] == PHRASES["not-pure-against"][language == "da"]


def test_the_project_itself_in_a_file(offline: Tab, govtech_file: str) -> None:
    page = offline.open(govtech_file, "panel=path&path=følgegruppe,kd-net")
    page.wait_for_selector(".verdict")
    assert "ikke en ren rapporteringslinje" in page.inner_text(".verdict")
    assert "Følgegruppen" in page.inner_text(".hops")

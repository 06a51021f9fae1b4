"""The page as one file: whole, guarded, the same each time, and with the right answers in it."""

import base64
import json
import re
import zlib
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from orggraph import OrgGraph
from orggraph.errors import OrgGraphError
from orggraph.explore.desk import Desk
from orggraph.explore.embedding import Made, make_file
from orggraph.explore.ground import Setup
from orggraph.explore.spec import key_of
from orggraph.text import fold
from tests.explore.helpers import MARKUP


class Page(HTMLParser):
    """What a browser's parser makes of a page."""

    def __init__(self, made: Made) -> None:
        super().__init__()
        self.inside: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "title": [], "h1": []}
        self.feed(made.data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self.inside and self.inside[-1] in self.texts:
            self.texts[self.inside[-1]].append(data)

    @property
    def data(self) -> Any:
        said = json.loads(self.texts["script"][0])
        assert said["mode"] == "file"
        return json.loads(zlib.decompress(base64.b64decode(said["data"]), -15))


@pytest.fixture(scope="module")
def made(island: OrgGraph) -> Made:
    return make_file(island, Setup())


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make no more than a few pictures, which takes most of the time."""
    monkeypatch.setattr("orggraph.explore.embedding.MOST_SCENES", 8)


@pytest.fixture(scope="module")
def page(made: Made) -> Page:
    return Page(made)


@pytest.fixture(scope="module")
def data(page: Page) -> Any:
    return page.data


def test_the_file_needs_nothing_else(made: Made, page: Page) -> None:
    for tag, attributes in page.tags:
        assert tag not in ("iframe", "object", "embed", "base", "form")
        for name in ("src", "href", "srcset", "data", "action", "poster"):
            assert (attributes.get(name) or "data:").startswith("data:")
        assert "style" not in attributes
        assert not [name for name in attributes if name.startswith("on")]
    addresses = set(re.findall(rb"https?://[^\s\"'`)<]+", made.data))
    assert all(address.startswith(b"http://www.w3.org/") for address in addresses)
    assert b"url(http" not in made.data
    assert b"@import" not in made.data


def test_the_policy_allows_its_own_script_and_style_alone(page: Page) -> None:
    (policy,) = (
        str(attributes["content"])
        for tag, attributes in page.tags
        if attributes.get("http-equiv") == "Content-Security-Policy"
    )
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))

    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(sha256(text.encode()).digest()).decode()}'"

    (style,) = page.texts["style"]
    _, script = page.texts["script"]
    assert rules["script-src"] == hashed(script)
    assert rules["style-src"] == hashed(style)
    assert rules["default-src"] == rules["connect-src"] == rules["base-uri"] == "'none'"
    assert "unsafe" not in policy
    types = [attributes.get("type") for tag, attributes in page.tags if tag == "script"]
    assert types == ["application/json", None]
    # It holds for what comes after it, so that nothing may come before it.
    tags = [tag for tag, _ in page.tags]
    assert tags.index("meta") < tags.index("style") < tags.index("script")


def test_no_directory_of_this_machine_is_in_it(island: OrgGraph, data: Any) -> None:
    folder = str(Path(next(iter(island.sources.values())).location.path).parent)  # type: ignore[union-attr]
    assert len(folder) > 5
    assert folder not in json.dumps(data)


def test_markup_in_names_is_text(made: Made, page: Page, data: Any) -> None:
    assert b"<img" not in made.data
    assert page.texts["title"] == ["Øen <1>"]
    assert data["nodes"]["da"]["markup"]["name"] == MARKUP
    assert [tag for tag, _ in page.tags].count("script") == 2


def test_a_title_that_ends_a_script_ends_none(load_text: Any) -> None:
    graph = load_text(
        f"title: '{MARKUP}{{{{lang}}}}<!--orggraph:data-->'\nbodies: {{a: {{name: A}}}}"
    )
    page = Page(make_file(graph, Setup(language="en")))
    assert [tag for tag, _ in page.tags].count("script") == 2
    assert "img" not in [tag for tag, _ in page.tags]
    assert page.texts["title"] == [f"{MARKUP}{{{{lang}}}}<!--orggraph:data-->"]


@pytest.mark.usefixtures("few")
def test_the_same_data_gives_the_same_bytes(island: OrgGraph) -> None:
    parts = island.parts
    turned = replace(parts, nodes=parts.nodes[::-1], relations=parts.relations[::-1])
    assert make_file(OrgGraph(turned), Setup()).data == make_file(island, Setup()).data


@pytest.mark.usefixtures("few")
def test_other_data_has_another_version(load_text: Any) -> None:
    def version(name: str) -> str:
        graph = load_text(f"bodies: {{a: {{name: {name}}}}}")
        return str(Page(make_file(graph, Setup())).data["head"]["da"]["version"])

    assert version("A") != version("B")


def test_answers_are_those_of_the_desk(desk: Desk, data: Any) -> None:
    graph = desk.ground.graph
    for language in ("da", "en"):
        said = {"lang": language}
        for node in graph.nodes:
            told = json.loads(json.dumps(desk.answer("node", {**said, "id": node})))
            assert data["nodes"][language][node] == told
        for relation in graph.relations:
            told = json.loads(json.dumps(desk.answer("relation", {**said, "id": relation})))
            assert data["relations"][language][relation] == told
        assert data["checks"][language] == json.loads(json.dumps(desk.answer("checks", said)))
        head = json.loads(json.dumps(desk.answer("head", said)))
        for key in head.keys() - {"can", "version"}:
            assert data["head"][language][key] == head[key]
        assert data["head"][language]["can"]["pptx"] is False


def test_pictures_are_those_of_the_desk(desk: Desk, data: Any) -> None:
    wanted = [{}, {"lang": "en"}, {"theme": "dark"}, {"as_of": "2022"}, {"around": "rådet"}]
    wanted += [{"around": "bo", "depth": "2", "lang": "en"}, {"as_of": "2025-07-01", "lang": "en"}]
    for said in wanted:
        scene = data["scenes"][key_of(desk.spec(said))]
        assert scene == json.loads(json.dumps(desk.answer("scene", said)))


def test_the_graph_is_in_the_order_in_which_paths_prefer(island: OrgGraph, data: Any) -> None:
    nodes, relations = data["graph"]["nodes"], data["graph"]["relations"]
    assert [id_ for id_, _ in nodes] == sorted(island.nodes)
    assert {row[0] for row in relations} == set(island.relations)
    derived = [island.relations[row[0]].is_derived for row in relations]
    assert derived == sorted(derived)
    for id_, type_, family, source, target, reports, symmetric, when in relations:
        relation = island.relations[id_]
        assert (nodes[source][0], nodes[target][0]) == (relation.source, relation.target)
        known = island.vocabulary.types[type_]
        assert (relation.type, known.family) == (type_, family)
        assert (bool(reports), bool(symmetric)) == (
            island.is_reporting(relation),
            known.is_symmetric,
        )
        there = [id_ in island.as_of(date).relations for date in data["head"]["da"]["dates"]]
        ranges = [[0, len(there) - 1]] if when is None else when
        assert there == [any(a <= at <= b for a, b in ranges) for at in range(len(there))]
    assert [row[7] for row in relations if row[0] == "bo:member_of:rådet:medlem:2024-03"] == [
        [[1, 1]]
    ]


def test_search_has_the_keys_that_the_command_line_finds(island: OrgGraph, data: Any) -> None:
    rows = {row[0]: row for row in data["search"]["en"]}
    assert list(rows) == sorted(island.nodes)
    assert rows["kommunen"][1:5] == ["Island Town", "organisation", "organisation", ""]
    assert rows["kommunen"][5] == [
        fold(n) for n in ("kommunen", "Ø Kommune", "Island Town", "Byen")
    ]


def test_the_letters_of_the_data_are_in_its_fonts(made: Made) -> None:
    fonts = re.findall(rb'url\("data:font/ttf;base64,([^"]+)"\)', made.data)
    assert len(fonts) == 3
    for font in fonts:
        letters = TTFont(BytesIO(base64.b64decode(font))).getBestCmap()
        assert {ord(letter) for letter in "Øråe<1>&–“”"} <= letters.keys()
        assert len(letters) < 250
    assert len(made.data) < 700_000


@pytest.mark.usefixtures("few")
def test_a_file_of_what_is_around_a_node_knows_nothing_else(island: OrgGraph, made: Made) -> None:
    part = make_file(island, Setup(start={"around": "markup", "depth": "1"}))
    data = Page(part).data
    assert sorted(data["nodes"]["da"]) == ["markup", "udvalget"]
    assert list(data["relations"]["da"]) == ["markup:informs:udvalget"]
    head = data["head"]["da"]
    assert (head["counts"], head["is_part"]) == ({"nodes": 2, "relations": 1}, True)
    assert head["start"] == {"around": "markup", "depth": "1"}
    assert sum(kind["count"] for kind in head["kinds"]) == 2
    for scene in data["scenes"].values():
        assert {card["node"] for card in scene["cards"]} <= {"markup", "udvalget"}
    subjects = [set(found["subjects"]) for found in data["checks"]["da"]["findings"]]
    assert all(each & {"markup", "udvalget"} for each in subjects)
    assert not [seat for seat in data["checks"]["da"]["seats"] if seat["body"] == "rådet"]
    assert len(part.data) < len(made.data)


def test_a_date_on_which_there_is_nothing_has_no_picture(load_text: Any) -> None:
    data = Page(make_file(load_text("bodies: {a: {name: A, until: 2020}}"), Setup())).data
    assert data["head"]["da"]["dates"] == ["2021"]
    assert data["graph"]["nodes"] == [["a", []]]
    assert "theme=light&lang=da" in data["scenes"]
    assert not [key for key in data["scenes"] if "as_of" in key]


@pytest.mark.usefixtures("few")
def test_a_graph_that_is_too_large_for_a_file_is_refused(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orggraph.explore.part.MOST_NODES", 5)
    with pytest.raises(OrgGraphError, match="--around NODE --depth N"):
        make_file(island, Setup())
    around = Setup(start={"around": "markup", "depth": "1"})
    assert make_file(island, around).nodes == 2
    monkeypatch.setattr("orggraph.explore.part.MOST_NODES", 1)
    with pytest.raises(OrgGraphError, match="room for 1 nodes, and these are 2"):
        make_file(island, around)


def test_a_larger_graph_has_what_is_around_its_nodes(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("ground", "plan"):
        monkeypatch.setattr(f"orggraph.explore.{module}.MOST_WHOLE", 3)
    monkeypatch.setattr("orggraph.explore.embedding.MOST_SCENES", 12)
    data = Page(make_file(island, Setup())).data
    assert len(data["nodes"]["da"]) == 6
    assert all("around=" in key for key in data["scenes"])
    assert next(iter(data["scenes"])) == "around=kommunen&depth=1&theme=light&lang=da"
    assert {f"around={node}&depth=1&theme=light&lang=da" for node in ("bo", "markup")} <= set(
        data["scenes"]
    )


def test_a_file_has_as_many_pictures_as_there_is_room_for(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orggraph.explore.embedding.MOST_BYTES", 1)
    data = Page(make_file(island, Setup(language="en"))).data
    assert list(data["scenes"]) == ["theme=light&lang=en", "theme=light&lang=da"]


@pytest.mark.usefixtures("few")
def test_it_is_told_how_far_it_is(island: OrgGraph) -> None:
    told: list[float] = []
    make_file(island, Setup(), told.append)
    assert told == sorted(told)
    assert (len(told) >= 8, told[-1]) == (True, 1)


def test_a_theme_of_ones_own_is_in_the_file(island: OrgGraph, tmp_path: Path, few: None) -> None:
    from orggraph.explore.ground import set_up

    (tmp_path / "havn.yaml").write_text('ink: "#123456"\n', encoding="utf-8")
    data = Page(make_file(island, set_up(theme=str(tmp_path / "havn.yaml")))).data
    assert data["head"]["da"]["themes"][-1] == {"id": "havn", "label": "havn", "own_font": False}
    assert data["head"]["da"]["default_theme"] == "havn"
    assert "#123456" in data["scenes"]["theme=havn&lang=da"]["svg"]
    assert str(tmp_path) not in json.dumps(data["head"])

"""Pictures for a page: the writer's own, and what the page has to know about them."""

import re
import xml.etree.ElementTree as ET
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from orggraph import OrgGraph
from orggraph.errors import OrgGraphError
from orggraph.explore import ground, scenes
from orggraph.explore.desk import Desk
from orggraph.model import Graph
from orggraph.views.scope import Scope, find_scope
from orggraph.views.view import View
from tests.explore.helpers import MARKUP, desk_of

SVG = "{http://www.w3.org/2000/svg}"


def card(scene: dict, node: str) -> dict:  # type: ignore[type-arg]
    return next(each for each in scene["cards"] if each["node"] == node)


def nodes(desk: Desk, **said: str) -> set[str]:
    return {each["node"] for each in desk.answer("scene", said)["cards"]}


def test_the_picture_is_that_of_draw_but_for_its_links(island: OrgGraph, desk: Desk) -> None:
    scene = desk.answer("scene", {"lang": "en"})
    drawn = island.draw(language="en").to_svg()
    assert "<a href" in drawn
    assert "<a " not in scene["svg"]
    assert "href" not in scene["svg"]
    without = re.sub(r"^\s*</?a\b.*\n", "", drawn, flags=re.MULTILINE)
    assert [line.strip() for line in scene["svg"].splitlines()] == [
        line.strip().replace('role="group"', 'role="img"') for line in without.splitlines()
    ]
    assert desk.save({"lang": "en"}).data.decode() == drawn


def test_cards_and_lines_are_where_the_picture_has_them(desk: Desk) -> None:
    for said in ({}, {"around": "markup", "theme": "dark"}, {"members": "nodes"}):
        scene = desk.answer("scene", said)
        root = ET.fromstring(scene["svg"])
        by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
        drawn = [g.get("id") for g in root.iter(f"{SVG}g") if "card" in g.get("class", "").split()]
        assert [each["dom"] for each in scene["cards"]] == drawn
        for each in scene["cards"]:
            box = next(r for r in by_id[each["dom"]].iter(f"{SVG}rect") if r.get("class") == "box")
            assert float(box.get("x", "")) == pytest.approx(each["x"], abs=0.01)
            assert float(box.get("width", "")) == pytest.approx(each["width"], abs=0.01)
        lines = [g.get("id") for g in root.iter(f"{SVG}g") if "route" in g.get("class", "").split()]
        assert [each["dom"] for each in scene["routes"]] == lines
        labels = next((list(g) for g in root.iter(f"{SVG}g") if g.get("class") == "labels"), [])
        told = [each["dom_label"] for each in scene["routes"] if each["dom_label"] is not None]
        assert told == list(range(len(labels)))
        for each in scene["routes"]:
            if each["dom_label"] is not None:
                family = labels[each["dom_label"]].get("class", "")
                assert family.split() == ["label", f"family-{each['family']}"]


def test_names_with_markup_stay_text(desk: Desk) -> None:
    scene = desk.answer("scene", {"around": "markup"})
    assert "<img" not in scene["svg"]
    root = ET.fromstring(scene["svg"])
    assert any(MARKUP.split()[0] in (text.text or "") for text in root.iter(f"{SVG}text"))


def test_what_a_card_tells_of(desk: Desk) -> None:
    scene = desk.answer("scene", {})
    council = card(scene, "rådet")
    assert council["members"] == ["åse", "bo"]
    assert council["state"] == "vacant"
    assert council["findings"] > 0
    assert card(scene, "udvalget")["state"] is None
    assert card(desk.answer("scene", {"around": "markup"}), "udvalget")["folded"] == 2
    assert card(desk.answer("scene", {"members": "nodes"}), "rådet")["members"] == []


def test_the_lines_of_a_card_name_its_members(desk: Desk) -> None:
    scene = desk.answer("scene", {})
    council = card(scene, "rådet")
    texts = ET.fromstring(scene["svg"]).iter(f"{SVG}text")
    heights = {text.text: float(text.get("y", "")) for text in texts if text.get("class")}
    assert [(row["node"], row["y"]) for row in council["rows"]] == [
        ("åse", pytest.approx(heights["Åse Møller"], abs=0.01)),
        ("bo", pytest.approx(heights["Bo"], abs=0.01)),
    ]
    assert card(scene, "udvalget")["rows"] == []


def test_a_long_name_in_a_card_is_one_member_on_each_of_its_lines(load_text: object) -> None:
    long = "Direktionssekretariatets ledende chefkonsulent for tværgående udvikling"
    graph = load_text(  # type: ignore[operator]
        "bodies: {a: {name: A, members: [x, y]}}\n"
        f"persons: {{x: {{name: {long}}}, y: {{name: Bo}}}}"
    )
    rows = card(desk_of(graph).answer("scene", {}), "a")["rows"]
    lines = Counter(row["node"] for row in rows)
    assert lines.keys() == {"x", "y"}
    assert lines["x"] > 1
    assert lines["y"] == 1
    assert len({row["y"] for row in rows}) == len(rows)


def test_the_state_of_seats(load_text: object) -> None:
    def state(roster: str, members: str) -> object:
        graph = load_text(  # type: ignore[operator]
            f"persons: {{p: {{name: P}}}}\nbodies: {{b: {{name: B, roster: {roster},"
            f" seats: {{s: {{count: 1}}}}, members: [{members}]}}}}"
        )
        return card(desk_of(graph).answer("scene", {}), "b")["state"]

    assert state("complete", "") == "vacant"
    assert state("complete", "{person: p, seat: s}") == "filled"
    assert state("unknown", "") == "unknown"


def test_a_filter_hides_lines_and_makes_no_seat_vacant(desk: Desk) -> None:
    whole = desk.answer("scene", {})
    filtered = desk.answer("scene", {"families": "reporting"})
    assert {each["family"] for each in filtered["routes"]} == {"reporting"}
    assert nodes(desk, families="reporting") == {"kommunen", "rådet", "udvalget"}
    assert filtered["counts"] == whole["counts"]
    row = "Åse Møller (formand"
    assert row in filtered["svg"]
    assert row in whole["svg"]


def test_types_are_left_out_one_by_one(desk: Desk) -> None:
    def types(**said: str) -> set[str]:
        return {type_ for each in desk.answer("scene", said)["routes"] for type_ in each["types"]}

    assert types() - types(without_types="informs") == {"informs"}
    assert types(families="reporting,contact", without_types="informs") == {"reports_to"}
    # Nobody who takes a type away asks for whom members work as lines.
    assert nodes(desk, without_types="part_of") == nodes(desk)
    assert "åse" not in nodes(desk)
    with pytest.raises(OrgGraphError, match="nothing is left to draw"):
        desk.answer("scene", {"families": ""})


def test_counts_are_of_what_would_be_shown_without_filters(island: OrgGraph, desk: Desk) -> None:
    around = desk.answer("scene", {"around": "markup", "families": "contact"})["counts"]
    assert around == {"families": {"contact": 1}, "types": {"informs": 1}}
    whole = desk.answer("scene", {"members": "nodes"})["counts"]["types"]
    types = [relation.type for relation in island.iter_relations()]
    assert whole == {type_: types.count(type_) for type_ in sorted(set(types))}
    assert desk.answer("scene", {})["counts"]["types"]["member_of"] == 2


def test_a_path_is_marked_as_draw_marks_it(island: OrgGraph, desk: Desk) -> None:
    scene = desk.answer("scene", {"path": "udvalget,kommunen", "lang": "en"})
    assert scene["svg"].count('class="halo"') >= 5
    saved = desk.save({"path": "udvalget,kommunen", "lang": "en"}).data.decode()
    assert saved == island.draw(path=("udvalget", "kommunen"), language="en").to_svg()


def test_a_picture_of_a_date(desk: Desk) -> None:
    scene = desk.answer("scene", {"as_of": "2021"})
    assert scene["date"] == "2021"
    assert "2021" in scene["svg"]
    assert not [
        each
        for each in scene["routes"]
        if each["source"] == "udvalget" and each["target"] == "rådet"
    ]


def test_the_outline_is_that_of_the_picture(island: OrgGraph, desk: Desk) -> None:
    outline = desk.answer("scene", {"lang": "en"})["outline"]
    drawn = island.draw(language="en").scenes[0].outline
    assert [(item["depth"], item["words"]) for item in outline] == list(drawn)


def test_too_many_cards_are_refused_before_they_are_laid_out(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orggraph.explore.scenes.MOST_CARDS", 2)
    monkeypatch.setattr("orggraph.explore.scenes.draw_content", None)
    with pytest.raises(OrgGraphError, match="look at what is around a node"):
        desk_of(island).answer("scene", {"lang": "en"})
    with pytest.raises(OrgGraphError, match="choose a smaller depth"):
        desk_of(island).answer("scene", {"around": "rådet", "lang": "en"})


def test_far_too_many_around_a_node_are_known_from_what_is_nearer(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int | None] = []

    def watched(graph: Graph, view: View) -> Scope:
        asked.append(view.depth)
        return find_scope(graph, view)

    monkeypatch.setattr(scenes, "find_scope", watched)
    monkeypatch.setattr(scenes, "MOST_CARDS", 2)
    monkeypatch.setattr(ground, "LARGE", 2)
    with pytest.raises(OrgGraphError, match="3 cards or more"):
        desk_of(island).answer("scene", {"around": "rådet", "depth": "5", "lang": "en"})
    assert asked == [1]


def test_a_picture_is_laid_out_once(island: OrgGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    from orggraph.explore import scenes

    drawn: list[object] = []
    draw = scenes.draw_picture
    monkeypatch.setattr(scenes, "draw_picture", lambda *a: drawn.append(a) or draw(*a))
    desk = desk_of(island)
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: desk.answer("scene", {}), range(8)))
    assert len(drawn) == 1
    assert all(each is made[0] for each in made)
    desk.answer("scene", {"theme": "dark"})
    assert len(drawn) == 2


def test_only_the_last_pictures_are_kept(island: OrgGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orggraph.explore.scenes._KEPT", 1)
    desk = desk_of(island)
    first, second = desk.spec({"around": "bo"}), desk.spec({"around": "markup"})
    desk.scenes.find(first)
    desk.scenes.find(second)
    assert desk.scenes.kept(first) is None
    assert desk.scenes.kept(second) is not None


def test_saving_in_each_format(island: OrgGraph, desk: Desk) -> None:
    png = desk.save({"format": "png", "around": "markup"})
    assert (png.media, png.name) == ("image/png", "markup-da.png")
    assert png.data.startswith(b"\x89PNG")
    assert desk.save({"around": "rådet"}).name == "r_e5_det-da.svg"
    deck = desk.save({"format": "pptx", "around": "markup", "lang": "en"})
    assert deck.name == "markup-en.pptx"
    assert deck.data == island.draw(
        around="markup", depth=1, paper="slide", language="en"
    ).to_bytes("pptx")
    for format_ in ("exe", "dot", "txt"):
        with pytest.raises(OrgGraphError, match="known: svg, png, pptx"):
            desk.save({"format": format_, "lang": "en"})

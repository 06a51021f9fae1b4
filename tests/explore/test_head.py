"""What a page asks first."""

import pytest

from orggraph import OrgGraph
from orggraph.explore.desk import Desk
from orggraph.explore.head import find_dates
from orggraph.words import PHRASES
from tests.explore.helpers import desk_of


def test_the_head_in_both_languages(desk: Desk) -> None:
    danish, english = desk.answer("head", {}), desk.answer("head", {"lang": "en"})
    assert (danish["title"], english["title"]) == ("Øen <1>", "The island <1>")
    assert (danish["language"], danish["languages"]) == ("da", ["da", "en"])
    assert [theme["id"] for theme in danish["themes"]] == ["light", "dark", "print"]
    assert [theme["label"] for theme in english["themes"]] == ["Light", "Dark", "Print"]
    assert danish["words"]["explore-search"] == PHRASES["explore-search"][1]
    assert english["words"]["explore-search"] == PHRASES["explore-search"][0]
    assert "{source}" in english["words"]["path-none"]


def test_families_have_the_looks_of_the_theme(desk: Desk) -> None:
    def looks(theme: str) -> dict[str, str]:
        families = desk.answer("head", {"theme": theme})["families"]
        return {family["id"]: family["colour"] for family in families}

    assert looks("light").keys() == looks("dark").keys()
    assert looks("light")["reporting"] != looks("dark")["reporting"]
    for family in desk.answer("head", {})["families"]:
        for theme in ("light", "dark", "print"):
            assert family["colours"][theme] == looks(theme)[family["id"]]


def test_counts_are_those_of_the_graph(island: OrgGraph, desk: Desk) -> None:
    head = desk.answer("head", {})
    assert head["counts"] == {"nodes": 6, "relations": len(island.relations)}
    assert sum(family["count"] for family in head["families"]) == len(island.relations)
    reporting = next(family for family in head["families"] if family["id"] == "reporting")
    assert {each["id"]: each["count"] for each in reporting["types"]}["reports_to"] == 2
    assert {kind["id"]: kind["count"] for kind in head["kinds"]}["body"] == 3


def test_dates_are_those_on_which_something_changes(island: OrgGraph) -> None:
    dates = [str(date) for date in find_dates(island)]
    assert dates == ["2022", "2024-03", "2025-07-01"]
    for before, after in (("2021", "2022"), ("2024-02", "2024-03"), ("2025-06", "2025-07-01")):
        assert island.as_of(before) != island.as_of(after)


def test_the_date_that_a_page_begins_with_is_among_them(island: OrgGraph) -> None:
    head = desk_of(island, start={"as_of": "2025-01-15"}).answer("head", {})
    assert head["dates"] == ["2022", "2024-03", "2025-01-15", "2025-07-01"]


def test_the_day_after_the_last_of_all_is_none(load_text: object) -> None:
    graph = load_text("bodies: {a: {name: A, until: 9999-12-31}, b: {name: B, until: 9999}}")  # type: ignore[operator]
    assert find_dates(graph) == []
    graph = load_text("bodies: {a: {name: A, until: 2024-12}, b: {name: B, until: 2024}}")  # type: ignore[operator]
    assert [str(date) for date in find_dates(graph)] == ["2025", "2025-01"]


def test_a_small_graph_begins_with_all(desk: Desk) -> None:
    assert desk.answer("head", {})["start"] == {}


def test_a_large_graph_begins_around_the_top_with_most_below_it(
    island: OrgGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orggraph.explore.ground.MOST_WHOLE", 3)
    assert desk_of(island).answer("head", {})["start"] == {"around": "kommunen", "depth": "1"}
    begun = desk_of(island, start={"around": "rådet", "depth": "2"})
    assert begun.answer("head", {})["start"] == {"around": "rådet", "depth": "2"}
    dated = desk_of(island, start={"as_of": "2024"}).answer("head", {})["start"]
    assert dated == {"around": "kommunen", "depth": "1", "as_of": "2024"}


def test_a_graph_without_a_title_has_one_on_the_page(load_text: object) -> None:
    graph = load_text("bodies: {a: {name: A}}")  # type: ignore[operator]
    assert desk_of(graph).answer("head", {"lang": "en"})["title"] == "Organisation"

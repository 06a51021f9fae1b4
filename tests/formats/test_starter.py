"""The files that people begin from."""

from pathlib import Path

import pytest

from orggraph import OrgGraph, Tier, load
from orggraph.formats.starter import starter_text


@pytest.fixture(params=["da", "en"])
def starter(request: pytest.FixtureRequest, tmp_path: Path) -> OrgGraph:
    path = tmp_path / "starter.yaml"
    path.write_text(starter_text(request.param), encoding="utf-8")
    graph = load(path)
    assert graph.language == request.param
    return graph


def test_a_starter_checks_clean(starter: OrgGraph) -> None:
    assert starter.as_of("2026").check().problems == ()
    assert starter.title is not None


def test_a_starter_shows_every_kind_a_seat_a_member_and_a_line(starter: OrgGraph) -> None:
    assert {n.kind for n in starter.nodes.values()} == {"organisation", "body", "post", "person"}
    families = {starter.vocabulary.types[r.type].family for r in starter.relations.values()}
    assert {"reporting", "appointment", "membership", "structure", "support"} <= families
    assert len(starter.seats) == 2
    assert any(r.seat for r in starter.relations.values() if not r.is_derived)
    assert any(n.collective for n in starter.nodes.values())


@pytest.mark.parametrize(
    ("language", "source", "target", "body"),
    [
        ("en", "harbour committee", "town", "board"),
        ("da", "havneudvalget", "byen", "bestyrelse"),
    ],
)
def test_what_a_starter_suggests_to_try_has_an_answer(
    tmp_path: Path, language: str, source: str, target: str, body: str
) -> None:
    path = tmp_path / "starter.yaml"
    path.write_text(starter_text(language), encoding="utf-8")
    graph = load(path)
    assert graph.find_path(source, target).tier is Tier.CONNECTED
    assert graph.find_tree().rows
    assert graph.find_who("appoints", body).relations
    assert len(graph.find_roster(body).rows) >= 2


def test_the_two_starters_tell_the_same_in_two_languages(tmp_path: Path) -> None:
    shapes = []
    for language in ("da", "en"):
        path = tmp_path / f"{language}.yaml"
        path.write_text(starter_text(language), encoding="utf-8")
        graph = load(path)
        ends = sorted(
            (r.type, graph.nodes[r.source].kind, graph.nodes[r.target].kind)
            for r in graph.relations.values()
        )
        shapes.append((ends, sorted(str(seat.count) for seat in graph.seats.values())))
    assert shapes[0] == shapes[1]
    assert "Alt har et id" in starter_text("da")
    assert starter_text("sv") == starter_text("en") != starter_text("da")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_commented_example_of_a_source_works_too(tmp_path: Path, language: str) -> None:
    lines = starter_text(language).splitlines()
    place = next(i for i, line in enumerate(lines) if line == "# sources:")
    for i in (place, place + 1):
        lines[i] = lines[i].removeprefix("# ")
    path = tmp_path / "starter.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert len(load(path).sources) == 1

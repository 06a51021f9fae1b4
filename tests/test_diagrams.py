"""The shipped diagrams are what `build` makes of the shipped views, and are fit to be sent."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

import orggraph
from orggraph.drawing.build import build_views
from orggraph.render.writer import Settings
from orggraph.render.writers import find_writer
from orggraph.scene import Scene
from orggraph.scene.measure import measure
from orggraph.views.reading import read_views

ROOT = Path(__file__).parent.parent
DIAGRAMS = ROOT / "diagrams"
VIEWS = {view.id: view for view in read_views(DIAGRAMS)}
PICTURES = [(id_, language) for id_, view in VIEWS.items() for language in view.languages]


def scene_of(view: str, language: str) -> Scene:
    return orggraph.load(ROOT / "data").draw(VIEWS[view], language=language).scenes[0]


def test_every_diagram_is_what_build_makes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "orggraph", "build", "--check"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_is_a_file_for_each_view_and_language_and_no_other() -> None:
    expected = {f"{view}.{language}.svg" for view, language in PICTURES}
    assert expected == {path.name for path in DIAGRAMS.glob("*.svg")}
    assert len(VIEWS) >= 5
    assert {language for _, language in PICTURES} == {"da", "en"}


@pytest.mark.parametrize(("view", "language"), PICTURES)
def test_nothing_overlaps_or_sticks_out(view: str, language: str) -> None:
    quality = measure(scene_of(view, language))
    assert quality.is_clean, quality
    assert quality.crossings <= 2


@pytest.mark.parametrize(("view", "language"), PICTURES)
def test_a_shipped_diagram_fits_its_paper(view: str, language: str) -> None:
    picture = orggraph.load(ROOT / "data").draw(VIEWS[view], language=language)
    assert picture.notices == ()
    assert picture.scenes[0].paper is not None


@pytest.mark.parametrize(("view", "language"), PICTURES)
def test_every_name_of_a_scene_is_in_its_file(view: str, language: str) -> None:
    root = ET.parse(DIAGRAMS / f"{view}.{language}.svg").getroot()
    told = " ".join(root.itertext())
    for card in scene_of(view, language).cards:
        for text in card.texts:
            assert text.words in told


def test_the_path_from_the_reference_group_is_marked() -> None:
    scene = scene_of("reporting-line", "da")
    marked = {card.id for card in scene.cards if card.halo}
    assert marked == {"følgegruppe", "govtech", "styregruppe", "kd-net"}
    assert sum(route.halo is not None for route in scene.routes) == 3


def test_building_again_changes_nothing(tmp_path: Path) -> None:
    graph = orggraph.load(ROOT / "data")
    first = build_views(graph, DIAGRAMS, output=tmp_path)
    again = build_views(graph, DIAGRAMS, output=tmp_path)
    assert len(first.changed) == len(PICTURES) == len(again.unchanged)
    assert not first.unchanged
    assert not again.changed


@pytest.mark.parametrize("view", VIEWS)
def test_the_scene_is_as_it_was(view: str) -> None:
    golden = ROOT / "tests" / "golden" / "scenes" / f"{view}.json"
    scene = find_writer("json").write([scene_of(view, "da")], Settings()).decode()
    if os.environ.get("REGENERATE"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(scene, encoding="utf-8")
    assert scene == golden.read_text(encoding="utf-8")

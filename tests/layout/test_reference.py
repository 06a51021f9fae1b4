"""The embedded engine against the reference: Graphviz as Debian has it."""

import os
import shutil
from collections import defaultdict
from pathlib import Path

import pytest

from orggraph import load
from orggraph.layout import lay_out
from orggraph.scene import Scene
from orggraph.scene.measure import measure
from orggraph.themes.theme import Theme
from orggraph.views.reading import read_views
from orggraph.views.select import choose
from orggraph.views.view import View

ROOT = Path(__file__).parents[2]
DATA = ROOT / "data" / "govtech-midtjylland.yaml"
VIEWS = {view.id: view for view in read_views(ROOT / "diagrams")}


def ranks(scene: Scene, view: View) -> list[list[str]]:
    """Return the cards rank by rank, each in order."""
    down = view.direction == "down"
    rows: dict[float, list[tuple[float, str]]] = defaultdict(list)
    for card in scene.cards:
        middle = (card.box.x + card.box.width / 2, card.box.y + card.box.height / 2)
        across, along = middle if down else middle[::-1]
        rows[round(along)].append((across, card.id))
    return [[id_ for _, id_ in sorted(rows[along])] for along in sorted(rows)]


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("name", VIEWS)
def test_the_embedded_engine_lays_out_as_the_reference_does(
    name: str, language: str, theme: Theme
) -> None:
    if not shutil.which("dot"):
        assert not os.environ.get("CI"), "dot is not installed; .ci/run should have done it"
        pytest.skip("dot is not installed")
    view = VIEWS[name]
    content = choose(load(DATA), view, language)
    scenes = [
        lay_out(
            content, theme, direction=view.direction, leaves="spread", paper="free", engine=engine
        ).scene
        for engine in ("embedded", "dot")
    ]
    assert all(measure(scene).is_clean for scene in scenes)
    embedded, reference = (ranks(scene, view) for scene in scenes)
    assert embedded == reference

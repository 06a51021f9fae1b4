"""What lines of one trunk share is drawn once."""

from itertools import pairwise

import pytest

from orggraph.layout.compose import lay_out
from orggraph.render.svg_geometry import Stroke, oriented, strokes
from orggraph.render.trunks import shared_lengths
from orggraph.scene import Point, Scene
from orggraph.themes.reading import find_theme
from tests.layout.pictures import plain


def star(leaves: int, *, stacked: bool = False) -> Scene:
    content = plain(leaves + 1, [(leaf, 0) for leaf in range(1, leaves + 1)])
    return lay_out(
        content, find_theme("light"), leaves="stacked" if stacked else "spread", engine="tidy"
    ).scene


def drawn(scene: Scene, *, once: bool) -> list[Stroke]:
    skips = shared_lengths(scene.routes, scene.corner) if once else {}
    return [
        stroke
        for route in scene.routes
        for stroke in strokes(route, scene.corner, skips.get(route.id, 0.0))
    ]


def pixels(found: list[Stroke]) -> list[tuple[int, int]]:
    """The whole pixels that level and upright pieces run through, each as often as it is."""
    places = []
    for stroke in found:
        for (x1, y1), (x2, y2) in pairwise(stroke.points):
            for step in range(int(abs(x2 - x1) + abs(y2 - y1))):
                share = step / (abs(x2 - x1) + abs(y2 - y1))
                places.append((round(x1 + share * (x2 - x1)), round(y1 + share * (y2 - y1))))
    return places


@pytest.mark.parametrize("stacked", [False, True])
@pytest.mark.parametrize("leaves", [2, 7, 12])
def test_the_same_is_drawn_and_no_trunk_is_drawn_over(leaves: int, stacked: bool) -> None:
    scene = star(leaves, stacked=stacked)
    every, once = pixels(drawn(scene, once=False)), pixels(drawn(scene, once=True))
    near = {(x + dx, y + dy) for x, y in once for dx in (-1, 0, 1) for dy in (-1, 0, 1)}
    assert set(every) <= near
    # Only the bends, where a branch leaves the others, are drawn over.
    corners = (scene.corner + 2) * (leaves - 1)
    assert len(once) - len(set(once)) <= corners
    assert len(every) - len(set(every)) > corners


def test_one_line_keeps_its_whole_length() -> None:
    scene = star(1)
    assert drawn(scene, once=True) == drawn(scene, once=False)


def test_dashes_go_on_where_a_branch_begins() -> None:
    scene = star(3)
    skips = shared_lengths(scene.routes, scene.corner)
    assert len(skips) == 2
    for route in scene.routes:
        if (skip := skips.get(route.id)) is not None:
            first = strokes(route, scene.corner, skip)[0]
            assert 0 < first.offset < skip
            assert first.points[0] != oriented(route)[0]


def test_lines_of_another_look_share_nothing() -> None:
    scene = star(2)
    one, other = scene.routes
    apart = other._replace(style=other.style._replace(colour="#ff0000"))
    assert shared_lengths([one, apart], scene.corner) == {}
    moved = other._replace(points=tuple(Point(x + 1, y) for x, y in other.points))
    assert shared_lengths([one, moved], scene.corner) == {}

"""Lines, against lengths and places that can be told by eye."""

from itertools import pairwise
from math import hypot, pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.render import svg_geometry as geometry
from orggraph.scene import Box, Point
from tests.render.scenes import APPOINTMENT, route

DOWN = [Point(0, 0), Point(0, 100)]
BEND = [Point(0, 0), Point(0, 50), Point(100, 50), Point(100, 100)]


def test_corners_are_quarter_circles_that_turn_the_right_way() -> None:
    assert geometry.path(BEND, 8) == "M0 0L0 42A8 8 0 0 0 8 50L92 50A8 8 0 0 1 100 58L100 100"
    assert geometry.path_length(BEND, 8) == pytest.approx(200 - 4 * 8 + pi * 8)


def test_a_corner_is_no_larger_than_its_pieces() -> None:
    step = [Point(0, 0), Point(0, 50), Point(6, 50), Point(6, 100)]
    assert geometry.path(step, 8) == "M0 0L0 47A3 3 0 0 0 3 50L3 50A3 3 0 0 1 6 53L6 100"
    hook = [Point(0, 0), Point(0, 5), Point(60, 5)]
    assert geometry.path(hook, 8) == "M0 0L0 0A5 5 0 0 0 5 5L60 5"


def test_a_corner_that_is_none_is_not_rounded() -> None:
    straight = [Point(0, 0), Point(0, 50), Point(0, 100)]
    assert geometry.path(straight, 8) == "M0 0L0 42L0 100"
    assert geometry.path_length(straight, 8) == 100


def test_the_gap_is_where_the_label_is() -> None:
    assert geometry.cut(DOWN, Box(-20, 40, 40, 20)) == (
        (Point(0, 0), Point(0, 40)),
        (Point(0, 60), Point(0, 100)),
    )
    assert geometry.cut(DOWN, Box(10, 40, 40, 20)) == (tuple(DOWN),)
    assert geometry.cut(DOWN, Box(0, 40, 40, 20)) == (tuple(DOWN),)  # beside it
    assert geometry.cut(DOWN, Box(-20, -10, 40, 60)) == ((Point(0, 50), Point(0, 100)),)
    assert geometry.cut(DOWN, Box(-20, -10, 40, 200)) == ()
    assert geometry.cut(BEND, Box(-10, 40, 20, 20)) == (
        (Point(0, 0), Point(0, 40)),
        (Point(10, 50), Point(100, 50), Point(100, 100)),
    )


def test_dashes_go_on_behind_the_gap_from_the_end_they_count_from() -> None:
    """A trunk that two lines share has its dashes in the same places in both."""
    facts = {"source": "a", "target": "b", "points": BEND, "style": APPOINTMENT}
    plain = route("plain", **facts, dash_from="target")
    cut_up = route("cut", **facts, label="xx", at=(50, 50), dash_from="target")
    (whole,) = geometry.strokes(plain, 8)
    first, second = geometry.strokes(cut_up, 8)
    assert whole.points[0] == first.points[0] == Point(100, 91)  # before the arrowhead
    assert (whole.offset, first.offset) == (0, 0)
    across = hypot(second.points[0].x - first.points[-1].x, 0)
    assert second.offset == pytest.approx(geometry.path_length(first.points, 8) + across)
    assert second.points[-1] == Point(0, 0)
    forwards = geometry.strokes(route("f", **facts), 8)[0]
    assert forwards.points[0] == Point(0, 0)


def test_a_line_ends_inside_its_arrowhead() -> None:
    (line,) = geometry.strokes(route("r", "a", "b", DOWN, APPOINTMENT, start="arrow"), 8)
    back, ahead = geometry.arrows(route("r", "a", "b", DOWN, APPOINTMENT, start="arrow"))
    assert ahead == (Point(0, 100), Point(-5, 90), Point(5, 90)) or ahead == (
        Point(0, 100), Point(5, 90), Point(-5, 90),
    )  # fmt: skip
    assert back.tip == Point(0, 0)
    assert (line.points[0].y, line.points[-1].y) == (9, 91)


def test_a_line_without_length_has_nothing_to_draw() -> None:
    nowhere = route("r", "a", "b", [(5, 5), (5, 5)])
    assert geometry.strokes(nowhere, 8) == geometry.arrows(nowhere) == ()
    short = route("r", "a", "b", [(5, 5), (5, 8)])
    assert geometry.strokes(short, 8) == ()
    assert len(geometry.arrows(short)) == 1


def test_a_bar_narrower_than_the_corner_stays_inside_the_card() -> None:
    assert geometry.bar(Box(0, 0, 100, 50), 20, 8) == (
        "M20 0L8 0A8 8 0 0 0 0 8L0 42A8 8 0 0 0 8 50L20 50Z"
    )
    assert geometry.bar(Box(0, 0, 100, 50), 5, 10) == (
        "M5 1.34L5 1.34A10 10 0 0 0 0 10L0 40A10 10 0 0 0 5 48.66L5 48.66Z"
    )


_LENGTHS = st.lists(st.integers(-200, 200), min_size=1, max_size=7)


@given(_LENGTHS, st.floats(0, 20), st.integers(-200, 200), st.integers(-200, 200))
def test_a_cut_takes_away_just_what_is_inside(
    lengths: list[int], corner: float, x: int, y: int
) -> None:
    points = [Point(0, 0)]
    for at, length in enumerate(lengths):
        x0, y0 = points[-1]
        points.append(Point(x0 + length, y0) if at % 2 else Point(x0, y0 + length))
    box = Box(x + 0.5, y + 0.5, 60, 24)
    left = [pair for part in geometry.cut(points, box) for pair in pairwise(part)]
    for start, end in left:
        middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
        assert not (box.x < middle.x < box.right and box.y < middle.y < box.bottom)
    whole = geometry.path_length(points, 0)
    assert geometry.path_length(points, corner) <= whole + 1e-6
    inside = whole - sum(geometry.path_length(pair, 0) for pair in left)
    steps = sum(
        1
        for start, end in pairwise(points)
        for i in range(int(geometry.path_length([start, end], 0)))
        for share in [(i + 0.5) / geometry.path_length([start, end], 0)]
        if box.x < start.x + (end.x - start.x) * share < box.right
        and box.y < start.y + (end.y - start.y) * share < box.bottom
    )
    assert inside == pytest.approx(steps, abs=2 * len(points))

"""Connectors and outlines by themselves, against the standard's definitions."""

import math
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orggraph.render.pptx.lines import elbow
from orggraph.render.pptx.paths import Shade, geometry, peeking, rounded
from orggraph.scene import Box
from orggraph.scene.icons import GRID, ICONS
from tests.render.pptx.decks import _preset

NAMES = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@st.composite
def courses(draw: st.DrawFn) -> list[tuple[int, int]]:
    """Level and upright pieces in turn, none of no length."""
    upright = draw(st.booleans())
    lengths = st.integers(-5_000_000, 5_000_000).filter(lambda length: abs(length) > 1000)
    here = (draw(st.integers(0, 9_000_000)), draw(st.integers(0, 6_000_000)))
    points = [here]
    for length in draw(st.lists(lengths, min_size=1, max_size=5)):
        x, y = points[-1]
        points.append((x, y + length) if upright else (x + length, y))
        upright = not upright
    return points


@given(courses())
def test_an_elbow_runs_through_its_points(points: list[tuple[int, int]]) -> None:
    found = elbow(points)
    assert found is not None
    x, y, w, h = found.room
    values = {f"adj{n}": value for n, value in enumerate(found.adjustments, start=1)}
    angle = math.radians(found.turn / 60_000)
    for (u, v), wanted in zip(_preset(found.preset, w, h, values), points, strict=True):
        u = (u - w / 2) * (-1 if found.flip_h else 1)
        v = (v - h / 2) * (-1 if found.flip_v else 1)
        at = (
            x + w / 2 + u * math.cos(angle) - v * math.sin(angle),
            y + h / 2 + u * math.sin(angle) + v * math.cos(angle),
        )
        assert math.dist(at, wanted) < 9525  # a pixel
    assert all(-(2**31) < value < 2**31 for value in found.adjustments)


def test_what_has_more_bends_is_no_elbow() -> None:
    points = [(0, 0), (9, 0), (9, 9), (18, 9), (18, 18), (27, 18), (27, 27)]
    assert elbow(points[:6]) is not None
    assert elbow(points) is None


def draw_path(path: ET.Element) -> list[tuple[float, float]]:
    """The places that the pen comes to, arcs in small steps, as 20.1.9.4 has them."""
    points: list[tuple[float, float]] = []
    for part in path:
        if part.tag == f"{A}arcTo":
            wr, hr = float(part.get("wR", "")), float(part.get("hR", ""))
            start = math.radians(int(part.get("stAng", "")) / 60_000)
            swing = math.radians(int(part.get("swAng", "")) / 60_000)
            x, y = points[-1]
            middle = x - wr * math.cos(start), y - hr * math.sin(start)
            points += [
                (
                    middle[0] + wr * math.cos(start + swing * step / 32),
                    middle[1] + hr * math.sin(start + swing * step / 32),
                )
                for step in range(1, 33)
            ]
        else:
            points += [(float(p.get("x", "")), float(p.get("y", ""))) for p in part]
    return points


def paths(data: str, seen: Box, size: tuple[int, int]) -> list[list[tuple[float, float]]]:
    lines = geometry([Shade(data)], seen, size)
    root = ET.fromstring("\n".join(lines).replace("<a:custGeom", f"<a:custGeom {NAMES}", 1))
    return [draw_path(path) for path in root.iter(f"{A}path")]


@pytest.mark.parametrize("name", sorted(ICONS))
def test_arcs_end_where_the_icon_goes_on(name: str) -> None:
    """An arc whose angles were wrong would end elsewhere, and the next piece would jump there."""
    found = paths(ICONS[name], Box(0, 0, GRID, GRID), (GRID * 1000, GRID * 1000))
    assert len(found) == ICONS[name].count("M")
    for points in found:
        assert all(-600 <= n <= GRID * 1000 + 600 for point in points for n in point)
        # No piece of an icon is longer than the whole, and arcs come in small steps.
        assert max(math.dist(a, b) for a, b in pairwise(points)) <= 15_000


def test_a_circle_is_round() -> None:
    (points,) = paths("M8 2A6 6 0 0 1 8 14A6 6 0 0 1 8 2Z", Box(0, 0, 16, 16), (16000, 16000))
    assert all(math.dist(p, (8000, 8000)) == pytest.approx(6000, abs=5) for p in points)
    assert max(p[0] for p in points) == pytest.approx(14000, abs=5)
    assert math.dist(points[0], points[-1]) < 5


def test_a_card_has_round_corners_within_its_box() -> None:
    box = Box(10, 20, 200, 100)
    (points,) = paths(rounded(box, 8), box, (2000, 1000))
    assert (round(min(p[0] for p in points)), round(max(p[0] for p in points))) == (0, 2000)
    assert (round(min(p[1] for p in points)), round(max(p[1] for p in points))) == (0, 1000)
    assert (0, 0) not in points
    assert (0, 0) in paths(rounded(box, 0), box, (2000, 1000))[0]


@pytest.mark.parametrize("corner", [0, 3, 8])
def test_a_card_behind_peeks_out_and_no_more(corner: float) -> None:
    behind, step = Box(5, 5, 200, 100), 5.0
    (points,) = paths(peeking(behind, corner, step), behind, (200_000, 100_000))
    for x, y in points:  # beside or below the card in front, which is 5 up and left
        assert x >= 195_000 - 1 or y >= 95_000 - 1
    assert points[0][0] == pytest.approx(195_000, abs=1)
    assert points[-1][1] == pytest.approx(95_000, abs=1)
    assert max(x for x, _ in points) == pytest.approx(200_000, abs=1)
    assert max(y for _, y in points) == pytest.approx(100_000, abs=1)

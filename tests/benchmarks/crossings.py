"""Count where the lines of a picture cross, whoever drew it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

from orggraph.scene import Scene

Place = tuple[float, float]
Line = Sequence[Place]

_CELL = 100.0
_PIECES = 8  # of straight line for a curve
_STEP = re.compile(r"([MLC])|(-?[\d.]+(?:e-?\d+)?)")


def scene_lines(scene: Scene) -> list[Line]:
    """Return the lines of one of our scenes."""
    return [route.points for route in scene.routes]


def path_line(data: str) -> Line:
    """Return the line that the data of an SVG path draws: lines and cubic curves, absolute."""
    line: list[Place] = []
    letter, numbers = "M", []
    for step, value in _STEP.findall(data):
        if step:
            letter = step
            continue
        numbers.append(float(value))
        if len(numbers) == (6 if letter == "C" else 2):
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            line += _curve(line[-1], *points) if letter == "C" else points
            numbers = []
    return line


def _curve(start: Place, one: Place, other: Place, end: Place) -> Iterable[Place]:
    for piece in range(1, _PIECES + 1):
        t = piece / _PIECES
        shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
        points = (start, one, other, end)
        x, y = (sum(s * p[i] for s, p in zip(shares, points, strict=True)) for i in (0, 1))
        yield x, y


def count_crossings(lines: Iterable[Line]) -> int:
    """Return at how many points, a pixel apart, one line goes across another."""
    cells = defaultdict(list)
    for number, line in enumerate(lines):
        for start, end in pairwise(line):
            for cell in _cells(start, end):
                cells[cell].append((number, start, end))
    found = set()
    for pieces in cells.values():
        for (one, a, b), (other, c, d) in combinations(pieces, 2):
            if one != other and (point := _crossing(a, b, c, d)):
                found.add((round(point[0]), round(point[1])))
    return len(found)


def _cells(start: Place, end: Place) -> Iterable[tuple[int, int]]:
    (left, right), (top, bottom) = (
        sorted(int(place[i] // _CELL) for place in (start, end)) for i in (0, 1)
    )
    return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _crossing(a: Place, b: Place, c: Place, d: Place) -> Place | None:
    """Return where a piece of line goes across another; to touch it with an end is not that."""
    (ax, ay), (cx, cy) = a, c
    ux, uy, vx, vy = b[0] - ax, b[1] - ay, d[0] - cx, d[1] - cy
    turn = ux * vy - uy * vx
    if not turn:
        return None
    along = ((cx - ax) * vy - (cy - ay) * vx) / turn
    across = ((cx - ax) * uy - (cy - ay) * ux) / turn
    if not (1e-6 < along < 1 - 1e-6 and 1e-6 < across < 1 - 1e-6):
        return None
    return ax + along * ux, ay + along * uy

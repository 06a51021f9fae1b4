"""Shift blocks a little along their ranks where that makes lines straight."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.pins import PinBoard
from orggraph.layout.places import Layers
from orggraph.layout.plan import Net
from orggraph.layout.runs import Pin

_FARTHEST = 70.0
"""A block is not shifted farther than this."""


def align(layers: Layers, board: PinBoard, nets: Sequence[Net], blocks: Iterable[str]) -> Layers:
    """Return the layers with blocks shifted, within the room beside them, to straighten lines.

    Each block in turn, from the top, goes where most lines at its sides are straight, counted by
    their strength; it stays where none would become so.
    """
    middles, where = dict(layers.middles), dict(board.where)
    lines = _lines_at(nets, board)
    solid = set(blocks)
    for row in layers.ranks:
        for at, block in enumerate(row):
            if block not in lines:
                continue
            gains: dict[float, int] = defaultdict(int)
            for line in lines[block]:
                gains[where[line.facing] - where[line.pin]] += line.strength
            low, high = _room(row, at, layers._replace(middles=middles), solid)
            steps = [step for step in (0.0, *gains) if low <= step <= high]
            best = min(steps, key=lambda step: (-gains[step], abs(step), step), default=0.0)
            middles[block] += best
            for line in lines[block]:
                where[line.pin] += best
    return layers._replace(middles=middles)


class _Line(NamedTuple):
    """A line at a block: its pin there, and the pin that it leads to."""

    pin: Pin
    facing: Pin
    strength: int


def _lines_at(nets: Iterable[Net], board: PinBoard) -> dict[str, list[_Line]]:
    """Return the lines at each block that go to one place each: no trunks, no flat ones."""
    strengths = {leg.id: leg.links[0].strength for net in nets for leg in net.legs}
    blocks = {leg.id: leg.block for net in nets for leg in net.legs}
    blocks |= {f"{net.id}\n": net.block for net in nets}
    lines: dict[str, list[_Line]] = defaultdict(list)
    for run in (run for channel in board.runs.values() for run in channel):
        if len(run.uppers) != 1 or len(run.lowers) != 1:
            continue
        upper, lower = run.uppers[0], run.lowers[0]
        strength = strengths[lower.line]
        if upper.side == "lower":
            lines[blocks[f"{upper.line}\n"]].append(_Line(upper, lower, strength))
        if lower.side == "upper":
            lines[blocks[lower.line]].append(_Line(lower, upper, strength))
    return lines


def _room(
    row: Sequence[str], at: int, layers: Layers, solid: Collection[str]
) -> tuple[float, float]:
    """Return how far a block may be shifted to the left and to the right."""

    def gap(other: str) -> float:
        return sizes.CARDS_APART if other in solid else 2 * sizes.CARDS_APART / 3

    id_ = row[at]
    low, high = -_FARTHEST, _FARTHEST
    if at > 0:
        low = max(low, layers.end(row[at - 1]) + gap(row[at - 1]) - layers.start(id_))
    if at < len(row) - 1:
        high = min(high, layers.start(row[at + 1]) - gap(row[at + 1]) - layers.end(id_))
    return min(low, 0.0), max(high, 0.0)

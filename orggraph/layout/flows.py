"""Where everything is along the flow: the ranks, and the channels between them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from orggraph.layout import sizes
from orggraph.layout.blocks import Block
from orggraph.layout.cards import Words
from orggraph.layout.channels import Clash, Wire, find_clashes, find_tracks
from orggraph.layout.pins import PinBoard
from orggraph.layout.plan import Net
from orggraph.layout.runs import Run

_NUDGES, _ROUNDS = 40, 4


class Channel(NamedTuple):
    """A channel between two ranks, by distances from its upper edge.

    `upper_row` and `lower_row` are the middles of its two rows of labels; `tracks` are the places
    at which lines turn, by net or leg.
    """

    depth: float
    upper_row: float
    lower_row: float
    tracks: Mapping[str, float]


class Flows(NamedTuple):
    """Where ranks begin along the flow, how deep each is, and the channel below it.

    `hanging` are the ranks with columns, in which all blocks begin at the top.
    """

    starts: tuple[float, ...]
    depths: tuple[float, ...]
    channels: tuple[Channel, ...]
    hanging: frozenset[int]

    def start(self, block: Block, rank: int) -> float:
        """Return where a block begins: in a rank without columns, it stands in the middle."""
        room = 0.0 if rank in self.hanging else self.depths[rank] - block.flow
        return round(self.starts[rank] + room / 2)

    def channel_start(self, rank: int) -> float:
        """Return where the channel below a rank begins."""
        return self.starts[rank] + self.depths[rank]


def find_flows(
    blocks: Mapping[str, Block],
    ranks: Mapping[str, int],
    nets: Sequence[Net],
    board: PinBoard,
    *,
    down: bool,
) -> Flows:
    """Return where ranks and tracks are; pins that get in each other's way are moved."""
    last = max(ranks.values(), default=-1)
    depths = [0.0] * (last + 1)
    for block in blocks.values():
        depths[ranks[block.id]] = max(depths[ranks[block.id]], block.flow)
    upper_rows, lower_rows = _label_rows(nets, ranks, last + 1, down=down)
    # A pin in a passage stands in two channels: all are settled before any gets its tracks.
    for _ in range(_ROUNDS):
        moved = [_part(runs, board) for runs in board.runs.values()]
        if not any(moved):
            break
    starts, channels, at = [], [], 0.0
    for rank in range(last + 1):
        starts.append(at)
        runs = board.runs.get(rank, [])
        tracks = find_tracks(_wires(runs, board))
        channels.append(_channel(tracks, upper_rows[rank], lower_rows[rank]))
        used = rank < last or runs
        at += depths[rank] + (channels[-1].depth if used else 0)
    hanging = frozenset(ranks[block.id] for block in blocks.values() if block.spine is not None)
    return Flows(tuple(starts), tuple(depths), tuple(channels), hanging)


def _wires(runs: Iterable[Run], board: PinBoard) -> list[Wire]:
    where = board.where
    return [
        Wire(run.id, tuple(where[p] for p in run.uppers), tuple(where[p] for p in run.lowers))
        for run in runs
    ]


def _part(runs: Sequence[Run], board: PinBoard) -> bool:
    """Move pins apart where lines stand in each other's way; return whether any was moved."""
    for nudges in range(_NUDGES):
        clashes = find_clashes(_wires(runs, board))
        if not clashes or not any(_nudge(clash, runs, board) for clash in clashes):
            return nudges > 0
    return True


def _nudge(clash: Clash, runs: Sequence[Run], board: PinBoard) -> bool:
    by_id = {run.id: run for run in runs}
    lower = next(p for p in by_id[clash.second].lowers if board.where[p] == clash.lower)
    upper = next(p for p in by_id[clash.first].uppers if board.where[p] == clash.upper)
    for pin, other in ((lower, clash.upper), (upper, clash.lower)):
        for place in (other - sizes.CLEAR, other + sizes.CLEAR):
            if board.move(pin, place):
                return True
    return False


def _label_rows(
    nets: Iterable[Net], ranks: Mapping[str, int], number: int, *, down: bool
) -> tuple[list[float], list[float]]:
    """Return how deep the rows of labels are in the channel below each rank, 0 for no labels."""
    upper, lower = [0.0] * number, [0.0] * number

    def depth(label: Words) -> float:
        return label.height if down else label.width

    for net in nets:
        if net.label:
            upper[ranks[net.block]] = max(upper[ranks[net.block]], depth(net.label))
        for leg in net.legs:
            if leg.label:
                rank = ranks[leg.block] - 1
                lower[rank] = max(lower[rank], depth(leg.label))
    return upper, lower


def _channel(tracks: Mapping[str, int], upper: float, lower: float) -> Channel:
    number = max(tracks.values(), default=-1) + 1
    above = sizes.STUB + (upper + 2 * sizes.ROW_GAP if upper else 0)
    between = max(number - 1, 0) * sizes.LINES_APART + (sizes.CORNER if number else 0)
    below = sizes.STUB + (lower + 2 * sizes.ROW_GAP if lower else 0)
    depth = max(above + between + below, sizes.LEAST_CHANNEL)
    first = above + sizes.CORNER / 2 if number else above
    return Channel(
        depth=round(depth),
        upper_row=sizes.STUB + sizes.ROW_GAP + upper / 2,
        lower_row=round(depth) - sizes.STUB - sizes.ROW_GAP - lower / 2,
        tracks={id_: round(first + level * sizes.LINES_APART) for id_, level in tracks.items()},
    )

"""Which lines pass from where to where, channel by channel.

A pin is where a line begins or ends at the side of a block, or where it passes a rank.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from orggraph.layout.plan import Leg, Net, far_pin


class Pin(NamedTuple):
    """A pin by its net or leg. `side` is ``upper``, ``lower``, or ``through`` in a rank."""

    side: str
    line: str
    rank: int


class Run(NamedTuple):
    """A net's way through one channel: the pins at its upper and at its lower edge."""

    id: str
    uppers: tuple[Pin, ...]
    lowers: tuple[Pin, ...]


def find_runs(nets: Iterable[Net], ranks: Mapping[str, int]) -> dict[int, list[Run]]:
    """Return the ways of all nets through the channels, by the rank above the channel."""
    runs: dict[int, list[Run]] = defaultdict(list)
    for net in nets:
        top = ranks[net.block]
        start = Pin("lower", net.id, top)
        if net.flat:
            end = Pin("lower", far_pin(net.legs[0]), top)
            runs[top].append(Run(net.id, (start, end), ()))
            continue
        ways = [_way(leg, top, ranks[leg.block]) for leg in net.legs]
        runs[top].append(Run(net.id, (start,), tuple(way[0] for way in ways)))
        for leg, way in zip(net.legs, ways, strict=True):
            for above, below in pairwise(way):
                runs[above.rank].append(Run(leg.id, (above,), (below,)))
    return runs


def _way(leg: Leg, top: int, bottom: int) -> list[Pin]:
    """Return the pins of a leg below its net's: through the ranks between, then its end."""
    through = [Pin("through", leg.id, rank) for rank in range(top + 1, bottom)]
    return [*through, Pin("upper", leg.id, bottom)]

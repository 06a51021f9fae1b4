"""Put things on a line: as near to where they should be as their widths allow."""

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple


class Slot(NamedTuple):
    """Something on a line: where it would like its middle to be, and how far it extends."""

    wish: float
    half: float


def spread(
    slots: Sequence[Slot], low: float | None = None, high: float | None = None
) -> list[float]:
    """Return the middles of ``slots``, in their order, none overlapping the one before it.

    Together they are as near to their wishes as possible (least squares: isotonic regression by
    pooling adjacent violators, Barlow et al. 1972), and within ``low`` and ``high`` where these are
    given. What does not fit between the two is spread evenly around their middle.
    """
    if not slots:
        return []
    # Taken from the wishes, the widths leave values that only have to be in order.
    offsets = [0.0]
    for before, after in pairwise(slots):
        offsets.append(offsets[-1] + before.half + after.half)
    pools: list[tuple[float, int]] = []
    for slot, offset in zip(slots, offsets, strict=True):
        pools.append((slot.wish - offset, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (mean, number), (other, more) = pools[-2:]
            pools[-2:] = [((mean * number + other * more) / (number + more), number + more)]
    values = [mean for mean, number in pools for _ in range(number)]
    least = -inf if low is None else low + slots[0].half
    most = inf if high is None else high - slots[-1].half - offsets[-1]
    if least > most:
        least = most = (least + most) / 2
    return [min(max(v, least), most) + o for v, o in zip(values, offsets, strict=True)]

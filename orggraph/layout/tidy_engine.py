"""Our own layout for what engines cannot lay out in time: a tidy tree of variable widths.

Each node hangs below the superior that counts most for it. Subtrees are drawn apart from each other
just as far as their outlines need: E. M. Reingold and J. S. Tilford, "Tidier Drawings of Trees",
IEEE Transactions on Software Engineering 7 (1981). Lines across the tree hang below their upper end
as slim branches of their own, on the side to which they lead.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from orggraph.layout.engines import Spot
from orggraph.layout.orient import Pull


class TidyEngine:
    """Lays out as a tree, in time proportional to the size of the picture."""

    def find_ranks(self, nodes: Sequence[str], pulls: Sequence[Pull]) -> Mapping[str, int]:
        """See `Engine`. A node is one rank below its main superior, whatever else pulls at it."""
        parents = _main_superiors(pulls)
        ranks: dict[str, int] = {}
        for node in nodes:
            line = [node]
            while line[-1] not in ranks and line[-1] in parents:
                line.append(parents[line[-1]])
            ranks.setdefault(line[-1], 0)
            for upper, lower in zip(line[::-1], line[-2::-1], strict=False):
                ranks[lower] = ranks[upper] + 1
        return ranks

    def find_places(
        self, spots: Sequence[Spot], pulls: Sequence[Pull], *, gap: float
    ) -> Mapping[str, float]:
        """See `Engine`."""
        slim = {spot.id for spot in spots if spot.slim}
        parents = _main_superiors(pull for pull in pulls if pull.upper not in slim)
        below = {pull.upper: pull.lower for pull in pulls if pull.upper in slim}
        through = {pull.lower: pull.upper for pull in pulls if pull.lower in slim}
        tree = [spot for spot in spots if not spot.slim]
        first = _draw(tree, parents, {spot.id: 0.0 for spot in tree}, gap)
        wishes = first | {id_: first[_end(id_, below)] for id_ in slim}
        return _draw(spots, parents | through, wishes, gap)


def _main_superiors(pulls: Iterable[Pull]) -> dict[str, str]:
    """Return the superior of each node that counts most for it."""
    best: dict[str, Pull] = {}
    for pull in pulls:
        known = best.get(pull.lower)
        if known is None or (-pull.weight, pull.upper) < (-known.weight, known.upper):
            best[pull.lower] = pull
    return {lower: pull.upper for lower, pull in best.items()}


def _end(id_: str, below: Mapping[str, str]) -> str:
    while id_ in below:
        id_ = below[id_]
    return id_


class _Outline:
    """How far a subtree reaches to one side of its root, from its lowest rank up.

    It is moved as a whole by its `shift`, and joined in time proportional to the shallower of two,
    so that deep trees take no more time than wide ones.
    """

    def __init__(self) -> None:
        self.reach: list[float] = []
        self.shift = 0.0

    def at(self, rank: int) -> float:
        """Return how far it reaches in a rank, 1 for the highest."""
        return self.reach[-rank] + self.shift

    def under(self, other: "_Outline") -> "_Outline":
        """Return both together: ``other`` where it reaches, this one below."""
        if len(other.reach) >= len(self.reach):
            return other
        for rank in range(1, len(other.reach) + 1):
            self.reach[-rank] = other.at(rank) - self.shift
        return self


def _draw(
    spots: Sequence[Spot], parents: Mapping[str, str], wishes: Mapping[str, float], gap: float
) -> dict[str, float]:
    """Return the middle of each spot; those below one parent stand in the order of ``wishes``."""
    children: dict[str | None, list[Spot]] = defaultdict(list)
    for spot in sorted(spots, key=lambda spot: wishes[spot.id]):
        children[parents.get(spot.id)].append(spot)
    shifts: dict[str, float] = {}
    outlines: dict[str, tuple[_Outline, _Outline]] = {}
    for spot in sorted(spots, key=lambda spot: -spot.rank):
        left, right = outlines[spot.id] = _join(children[spot.id], outlines, shifts)
        half = spot.width / 2 + gap / (6 if spot.slim else 2)
        left.reach.append(-half - left.shift)
        right.reach.append(half - right.shift)
    _join(children[None], outlines, shifts)
    places: dict[str, float] = {}
    for spot in sorted(spots, key=lambda spot: spot.rank):
        parent = parents.get(spot.id)
        places[spot.id] = shifts[spot.id] + (0.0 if parent is None else places[parent])
    return places


def _join(
    children: Sequence[Spot],
    outlines: dict[str, tuple[_Outline, _Outline]],
    shifts: dict[str, float],
) -> tuple[_Outline, _Outline]:
    """Put subtrees side by side; note how far each is from the middle.

    Returns the left and the right outline of them all.
    """
    left, right = _Outline(), _Outline()
    for child in children:
        # The outlines end with the children's own rank.
        from_left, from_right = outlines.pop(child.id)
        shared = min(len(right.reach), len(from_left.reach))
        shift = max((right.at(i) - from_left.at(i) for i in range(1, shared + 1)), default=0.0)
        shifts[child.id] = shift
        from_left.shift += shift
        from_right.shift += shift
        left = from_left.under(left)
        right = right.under(from_right)
    if not children:
        return left, right
    heavy = [child for child in children if not child.slim] or children
    middle = (shifts[heavy[0].id] + shifts[heavy[-1].id]) / 2
    for child in children:
        shifts[child.id] -= middle
    left.shift -= middle
    right.shift -= middle
    return left, right

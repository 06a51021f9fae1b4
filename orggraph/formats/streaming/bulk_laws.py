"""Whether a graph on disk keeps the laws of the model: all of it at once, and yes or no.

What is wrong where, `orggraph.formats.streaming.laws` tells.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress
from operator import eq

from orggraph.formats.streaming.laws import find_repeated
from orggraph.model.cycles import find_cycles
from orggraph.model.integrity import acyclic_families
from orggraph.store.growing import Growing
from orggraph.store.scratch import Scratch
from orggraph.vocabulary import Vocabulary

_BATCH = 2_000
_LINES = "SELECT source, type, target, start FROM ordered WHERE NOT derived ORDER BY number"
_WITH_IDS = "SELECT 1 FROM relation WHERE id IS NOT NULL OR seat IS NOT NULL LIMIT 1"

Lines = tuple[Sequence[int], Sequence[int], Sequence[int]]
"""Numbers of sources, of types and of targets."""


def keeps_laws(scratch: Scratch) -> bool:
    """Return whether no node or relation is there twice, and relations join what they may.

    What has been looked at one by one is not looked at again. The relations are put in order.
    """
    scratch.flush()
    growing = scratch.growing or Growing(scratch, named=False)
    if not growing.is_sound:
        return False
    # Others are told apart by their ends, type and start, which are seen below.
    by_id = next(scratch.rows(_WITH_IDS), None) is not None
    tables = [*["seat"] * (scratch.counts["seat"] > 0), *["relation"] * by_id]
    if next(find_repeated(scratch, tables), None) is not None:
        return False
    ordered = growing.order()
    ((count,),) = scratch.rows("SELECT count(*) FROM relation")
    if ordered < count:  # some lead to nodes that there are not
        return False
    vocabulary = scratch.vocabulary
    numbers = {kind: number for number, kind in enumerate(vocabulary.kinds)}
    kinds = bytearray(1)  # of each node, whose numbers begin with one
    kinds.extend(map(numbers.__getitem__, growing.iter_kinds()))
    allowed = _allowed(vocabulary, numbers)
    circles = _Circles(vocabulary, len(kinds))
    for lines in _lines(scratch, repeated=by_id):
        if lines is None:
            return False
        sources, types, targets = lines
        of_kinds = (map(kinds.__getitem__, ends) for ends in (sources, targets))
        if not allowed.issuperset(zip(types, *of_kinds, strict=True)):
            return False
        circles.add(lines)
    return not circles.are_there(scratch)


def _allowed(vocabulary: Vocabulary, numbers: Mapping[str, int]) -> set[tuple[int, int, int]]:
    """Return which types may join which kinds, all as numbers."""
    return {
        (rank, numbers[source], numbers[target])
        for rank, type_ in enumerate(vocabulary.types.values())
        for source in type_.sources & numbers.keys()
        for target in type_.targets & numbers.keys()
    }


def _lines(scratch: Scratch, *, repeated: bool) -> Iterator[Lines | None]:
    """Yield the relations in order; None for two that are the same, unless they may be."""
    found = scratch.rows(_LINES)
    last: tuple[object, ...] = ()
    while rows := found.fetchmany(_BATCH):
        if not repeated and (rows[0] == last or any(map(eq, rows, rows[1:]))):
            yield None
        last = rows[-1]
        sources, types, targets, _ = zip(*rows, strict=True)
        yield sources, types, targets


class _Circles:
    """Finds out whether relations lead in a circle that must not.

    It takes five bytes a node for each family whose relations must not.
    """

    def __init__(self, vocabulary: Vocabulary, nodes: int) -> None:
        families = acyclic_families(vocabulary)
        self._family = {vocabulary.rank_of(type_): name for type_, name in families.items()}
        self._nodes = nodes
        self._superiors: dict[str, array[int]] = {}
        self._branched: set[str] = set()

    def add(self, lines: Lines) -> None:
        """Take some of the lines."""
        sources, types, targets = lines
        for family in set(map(self._family.get, types)):
            if family is None:
                continue
            superiors = self._superiors.get(family)
            if superiors is None:
                superiors = self._superiors[family] = array("i", bytes(4 * self._nodes))
            mask = [self._family.get(type_) == family for type_ in types]
            for source, target in compress(zip(sources, targets, strict=True), mask):
                if superiors[source]:
                    self._branched.add(family)
                superiors[source] = target

    def are_there(self, scratch: Scratch) -> bool:
        """Return whether any of the lines lead in a circle."""
        for family, superiors in self._superiors.items():
            if family in self._branched:
                types = [type_ for type_, name in self._family.items() if name == family]
                found = _branches_meet(scratch, types, self._nodes)
            else:
                found = _leads_back(superiors)
            if found:
                return True
        return False


def _leads_back(superiors: Sequence[int]) -> bool:
    """Return whether a line leads back to where it began; each node has one at most, 0 for none."""
    seen = bytearray(len(superiors))
    seen[0] = 2  # 1 is on the way, 2 is done
    for start, superior in enumerate(superiors):
        if not superior or seen[start]:
            continue
        node = start
        while not seen[node]:
            seen[node] = 1
            node = superiors[node]
        if seen[node] == 1:
            return True
        node = start
        while seen[node] == 1:
            seen[node] = 2
            node = superiors[node]
    return False


def _branches_meet(scratch: Scratch, types: Sequence[int], nodes: int) -> bool:
    """Return whether relations of some types lead in a circle, of which a node may have several."""
    first, targets = array("i", [0]), array("i")
    among = ", ".join(map(str, types))
    query = (
        f"SELECT source, target FROM ordered WHERE type IN ({among}) AND NOT derived"
        " ORDER BY number"
    )
    for source, target in scratch.rows(query):
        while len(first) <= source:
            first.append(len(targets))
        targets.append(target)
    first.extend([len(targets)] * (nodes + 1 - len(first)))
    return any(True for _ in find_cycles(first, targets))

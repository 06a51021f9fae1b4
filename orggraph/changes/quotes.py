"""What became of the quotations of a thing that is in both versions."""

from collections.abc import Callable, Iterator, Mapping

from orggraph.changes.change import Change, Checked, FieldChange
from orggraph.changes.pairing import pair_best
from orggraph.evidence.claims import Claim
from orggraph.evidence.verify import Verification
from orggraph.model import Evidence, Node, Relation, Seat

Thing = Node | Relation | Seat
Check = Callable[[Evidence], Verification]

_LEAST_LIKE = 50  # of 100, of two quotations that are one with other words


def compare_quotes(
    old: Thing, moved: Thing, new: Thing, checks: tuple[Check, Check]
) -> Iterator[Change[Checked]]:
    """Yield the quotations of a thing that came, went, have other words or are otherwise found.

    ``moved`` is the old thing under the ids of the new version; ``checks`` hold a quotation against
    the sources of either version. Those of a purpose are compared where both versions have it.
    """
    as_written, before, now = _by_place(old), _by_place(moved), _by_place(new)
    for place in (place for place in before if place in now):
        written = dict(zip(before[place], as_written[place], strict=True))
        for one, other in _pair(before[place], now[place]):
            was = None if one is None else _checked(old, written[one], checks[0])
            is_ = None if other is None else _checked(new, other, checks[1])
            fields = tuple(_iter_fields(one, other, was, is_))
            if was is None or is_ is None or fields:
                yield Change(was, is_, fields)


def compare_order(moved: Thing, new: Thing) -> tuple[FieldChange, ...]:
    """Return that the same quotations have another order, where they do and nothing else differs.

    It is all that could tell two things apart of which everything else is the same.
    """
    before, now = _by_place(moved), _by_place(new)
    same = before.keys() == now.keys() and all(
        sorted(before[place], key=str) == sorted(now[place], key=str) for place in before
    )
    if before == now or not same:
        return ()
    told = (tuple(str(item) for items in each.values() for item in items) for each in (before, now))
    return (FieldChange("evidence", *told),)


def _by_place(thing: Thing) -> Mapping[object, tuple[Evidence, ...]]:
    """Return the quotations of a thing, its own and those of each of its purposes."""
    places: dict[object, tuple[Evidence, ...]] = {None: thing.evidence}
    for purpose in thing.purposes if isinstance(thing, Node) else ():
        number = 0
        while (purpose.text, number) in places:
            number += 1
        places[purpose.text, number] = purpose.evidence
    return places


def _pair(
    old: tuple[Evidence, ...], new: tuple[Evidence, ...]
) -> Iterator[tuple[Evidence | None, Evidence | None]]:
    """Yield the same quotations together, then those that are alike, then the others alone."""
    left, others = list(old), list(new)
    for evidence in old:
        if evidence in others:
            left.remove(evidence)
            others.remove(evidence)
            yield evidence, evidence
    if left and others:
        from rapidfuzz import fuzz  # only where words changed

        scores = {
            (str(a), str(b)): score
            for a, one in enumerate(left)
            for b, other in enumerate(others)
            if one.source == other.source
            and (score := fuzz.ratio(one.quote, other.quote)) >= _LEAST_LIKE
        }
        pairs = [(int(a), int(b)) for a, b in pair_best(scores).items()]
        yield from ((left[a], others[b]) for a, b in pairs)
        left = [one for a, one in enumerate(left) if a not in {pair[0] for pair in pairs}]
        others = [one for b, one in enumerate(others) if b not in {pair[1] for pair in pairs}]
    yield from ((one, None) for one in left)
    yield from ((None, one) for one in others)


def _checked(thing: Thing, evidence: Evidence, check: Check) -> Checked:
    claim = Claim(thing.id, evidence, evidence.location or thing.location)
    return Checked(claim, check(evidence))


def _iter_fields(
    one: Evidence | None, other: Evidence | None, was: Checked | None, is_: Checked | None
) -> Iterator[FieldChange]:
    if one and other and was and is_:
        if one.quote != other.quote:
            yield FieldChange("quote", one.quote, other.quote)
        if was.verification.status != is_.verification.status:
            statuses = (str(each.verification.status) for each in (was, is_))
            yield FieldChange("status", *statuses)

"""Pair what is in the old version only with what is in the new one only."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterator, Mapping
from itertools import groupby, product
from typing import Any

MOST_ALIKE = 50
"""The most things that one trait may point to on each side; it would say little of them all."""


def pair_best(scores: Mapping[tuple[str, str], Any]) -> dict[str, str]:
    """Return the pairs of old and new ids in which each is the other's best match.

    One to one, the same for any order, and the same backwards. What fits several equally well is
    paired with none of them.
    """
    paired: dict[str, str] = {}
    seen: tuple[set[str], set[str]] = (set(), set())
    best_first = sorted(scores, key=lambda pair: scores[pair], reverse=True)
    for _, group in groupby(best_first, key=lambda pair: scores[pair]):
        left = [(old, new) for old, new in group if old not in seen[0] and new not in seen[1]]
        times = Counter(old for old, _ in left), Counter(new for _, new in left)
        paired |= {old: new for old, new in left if times[0][old] == times[1][new] == 1}
        seen[0].update(times[0])
        seen[1].update(times[1])
    return paired


def iter_candidates(
    old: Mapping[str, Collection[Hashable]], new: Mapping[str, Collection[Hashable]]
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids that share a trait, each once, without trying all against all."""
    found: set[tuple[str, str]] = set()
    by_trait = _by_trait(new)
    for trait, ids in _by_trait(old).items():
        others = by_trait.get(trait, ())
        if len(ids) <= MOST_ALIKE and len(others) <= MOST_ALIKE:
            found.update(product(ids, others))
    yield from sorted(found)


def likeness(old: Collection[Hashable], new: Collection[Hashable]) -> float:
    """Return how much two sets of traits have in common (the index of Jaccard), from 0 to 1."""
    union = len({*old, *new})
    return len({*old} & {*new}) / union if union else 0.0


def _by_trait(traits: Mapping[str, Collection[Hashable]]) -> dict[Hashable, list[str]]:
    found: dict[Hashable, list[str]] = {}
    for id_, its in traits.items():
        for trait in its:
            found.setdefault(trait, []).append(id_)
    return found

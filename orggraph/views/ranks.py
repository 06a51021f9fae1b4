"""Which end of a relation is above the other, and how much that counts in a picture."""

from types import MappingProxyType
from typing import Literal

from orggraph.vocabulary import RelationType

_STRENGTHS = MappingProxyType(
    {
        "reporting": 8,
        "structure": 4,
        "appointment": 3,
        "membership": 3,
        "support": 2,
        "contact": 1,
    }
)
_STRENGTH_OF_OTHERS = 2  # a family that a data file adds


def superior_end(type_: RelationType) -> Literal["source", "target"] | None:
    """Return which end of a relation of a type is the superior; None where neither is."""
    if not type_.traits.isdisjoint({"upward", "roster", "incumbency"}):
        return "target"
    return "source" if "downward" in type_.traits else None


def strength_of(family: str) -> int:
    """Return how much a family counts for who stands above whom, from 1 to 8."""
    return _STRENGTHS.get(family, _STRENGTH_OF_OTHERS)

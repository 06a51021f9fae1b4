"""Ids for what organograms only name: organisations, units and persons."""

from hashlib import sha256
from itertools import count

from orggraph.formats.ids import make_ids, make_slug


class Ids:
    """Gives out ids, no two the same."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def take(self, wanted: str) -> str:
        """Return ``wanted`` as an id, with a number where it is taken.

        Whoever asks in an order that is not that of the file gets the same ids for the same rows.
        """
        (first,) = make_ids([wanted]).values()
        numbered = (f"{first}-{number}" for number in count(2))
        id_ = first
        while id_ in self._taken:
            id_ = next(numbered)
        self._taken.add(id_)
        return id_


def fold_name(name: str) -> str:
    """Return what a name is known by, however it is spelled; never empty."""
    return make_slug(name) or sha256(name.encode()).hexdigest()[:8]

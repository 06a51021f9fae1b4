"""What a picture says of two versions, and the part of it in which they differ."""

from collections.abc import Iterable
from typing import NamedTuple, get_args

from orggraph.changes.union import Union
from orggraph.scene import Change
from orggraph.views.content import CardContent, Link
from orggraph.words import say

_CHANGES: tuple[Change, ...] = get_args(Change)


class Comparison(NamedTuple):
    """Two versions as one, and what the old and the new one are called."""

    union: Union
    old: str
    new: str

    def message(self, language: str, /) -> str:
        """Return in a sentence what is compared, and whether nothing differs."""
        key = "compares" if self.union.marks or self.union.lines else "compares-same"
        old, new = (
            self.old or say("old-version", language),
            self.new or say("new-version", language),
        )
        return say(key, language, old=old, new=new)


def tell_changes(
    language: str, cards: Iterable[CardContent], links: Iterable[Link]
) -> tuple[tuple[Change, str], ...]:
    """Return what became of things in a picture, each once, with the words of the legend."""
    found = {change for card in cards for change in card.changes}
    found |= {link.change for link in links}
    return tuple(
        (change, say(f"legend-{change}", language)) for change in _CHANGES if change in found
    )

"""What a picture says of two versions, and the part of it in which they differ."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple, get_args

from orggraph.changes.change import ChangeKind
from orggraph.scene import Change
from orggraph.text import LocalText
from orggraph.views.content import CardContent, Link
from orggraph.words import say

_CHANGES: tuple[Change, ...] = get_args(Change)


class Comparison(NamedTuple):
    """What became of things by their id, and what the old and the new version are called.

    `former` are the names that nodes had, where they have another.
    """

    marks: Mapping[str, ChangeKind]
    old: str
    new: str
    former: Mapping[str, LocalText] = MappingProxyType({})

    def message(self, language: str, /) -> str:
        """Return in a sentence what is compared, and whether nothing differs."""
        key = "compares" if self.marks else "compares-same"
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

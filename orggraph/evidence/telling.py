"""Facts about quotations that are sentences of their own, in any language."""

from collections.abc import Sequence
from typing import NamedTuple

from orggraph.evidence.differences import Difference, Nearest
from orggraph.text import shorten
from orggraph.words import say

_MOST_DIFFERENCES = 3


class NearestTold(NamedTuple):
    """What comes nearest to a quotation that is not found; `start` is how the paragraph begins."""

    nearest: Nearest | None
    start: str = ""

    @classmethod
    def of(cls, nearest: Nearest | None, paragraphs: Sequence[str]) -> "NearestTold":
        """Return it with the beginning of its paragraph."""
        return cls(nearest, shorten(paragraphs[nearest.paragraph], 80) if nearest else "")

    def message(self, language: str, /) -> str:
        """Return the clause in ``language``."""
        nearest = self.nearest
        if nearest is None:
            return say("document-empty", language)
        number = nearest.paragraph + 1
        if nearest.scattered and not nearest.differences:
            return say("parts-in-another-order", language, paragraph=number)
        if nearest.scattered:
            places = (
                say(
                    "part-stands",
                    language,
                    words=part.quoted,
                    paragraphs=", ".join(str(paragraph + 1) for paragraph in part.paragraphs),
                )
                for part in nearest.scattered
            )
            return say("parts-stand-apart", language, places="; ".join(places))
        key = "closest-paragraph" if nearest.is_near else "no-paragraph-near"
        closest = say(key, language, paragraph=number, start=self.start)
        if not nearest.is_near or not nearest.differences:
            return closest
        told = [difference_told(item, language) for item in nearest.differences]
        more = [say("more-differences", language)] if len(told) > _MOST_DIFFERENCES else []
        return "; ".join((closest, *told[:_MOST_DIFFERENCES], *more))


class Candidates(NamedTuple):
    """Paragraphs that a quotation may stand in: their numbers from one, and how they begin."""

    paragraphs: tuple[tuple[int, str], ...]

    def message(self, _language: str, /) -> str:
        """Return the list, which is the same in every language."""
        return "; ".join(f"{number}: {shorten(start, 40)}" for number, start in self.paragraphs)


def difference_told(difference: Difference, language: str) -> str:
    """Return a difference as a clause in ``language``."""
    if not difference.document:
        return say("only-quoted", language, quoted=difference.quoted)
    if not difference.quoted:
        return say("only-in-document", language, document=difference.document)
    return say("words-differ", language, quoted=difference.quoted, document=difference.document)

"""Guess what was meant by words that are not known."""

from collections.abc import Iterable

from orggraph.text import fold


class Guesser:
    """Guesses corrections, as long as that takes little.

    A guess looks at every word that is known: good company for a slip, too slow for a large file
    that is wrong throughout.
    """

    def __init__(self, most: int = 200_000) -> None:
        """Look at ``most`` words in all, and finish the guess that is under way."""
        self._left = most

    def guess(self, words: str, known: Iterable[str]) -> str | None:
        """Return the one of ``known`` that was probably meant; None for no such, or no more."""
        if self._left <= 0:
            return None
        choices = tuple(known)
        self._left -= len(choices)
        return suggest(words, choices)


def suggest(words: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that is most like ``words``, if any is like it."""
    from rapidfuzz import process  # only a mistake needs it
    from rapidfuzz.distance import OSA, Indel

    choices = list(dict.fromkeys(known))
    best: tuple[float, str] | None = None
    # As written, a slip of the keys is small ("nmae"); folded, another spelling of a name is. OSA
    # counts swapped letters once, Indel forgives words that are cut short.
    for shape in (str.casefold, fold):
        shaped = [shape(choice) for choice in choices]
        for scorer, cutoff in ((OSA, 0.65), (Indel, 0.7)):
            found = process.extractOne(
                shape(words), shaped, scorer=scorer.normalized_similarity, score_cutoff=cutoff
            )
            if found and (best is None or found[1] > best[0]):
                best = found[1], choices[found[2]]
    return best[1] if best else None

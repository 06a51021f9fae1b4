"""The forms of what is said: phrases, and sentences about problems."""

from typing import Literal, NamedTuple

Phrase = tuple[str, str]
"""A template of `str.format` in English, and the same in Danish, over the same facts."""


class ProblemText(NamedTuple):
    """A kind of problem. The sentences are templates of `str.format` over the same facts.

    Codes: R0 files, R1 YAML, R2 what a field holds, M the model's laws, V the vocabulary, E
    evidence, S seats, G governance, T themes, D diagrams.
    """

    code: str
    severity: Literal["error", "warning", "note"]
    en: str
    da: str


def error(code: str, en: str, da: str) -> ProblemText:
    """Return what contradicts itself, its source or its form."""
    return ProblemText(code, "error", en, da)


def note(code: str, en: str, da: str) -> ProblemText:
    """Return what a reader may want to know, and need not be wrong."""
    return ProblemText(code, "note", en, da)


def warning(code: str, en: str, da: str) -> ProblemText:
    """Return what only needs a look."""
    return ProblemText(code, "warning", en, da)

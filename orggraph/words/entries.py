"""The forms of what is said: phrases, and sentences about problems."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Literal, NamedTuple, TypeVar

T = TypeVar("T")

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


class Entries(Mapping[str, T]):
    """The entries of several areas as one mapping, which imports an area when it first needs it.

    A key is looked for in the areas in their order; to list the keys takes all areas.
    """

    def __init__(self, name: str, areas: tuple[str, ...]) -> None:
        """Gather what is called ``name`` in the modules ``areas`` of `orggraph.words`."""
        self._name = name
        self._areas = areas
        self._found: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._found:
            self._gather(until=key)
        return self._found[key]

    def __iter__(self) -> Iterator[str]:
        self._gather()
        return iter(self._found)

    def __len__(self) -> int:
        self._gather()
        return len(self._found)

    def _gather(self, until: str | None = None) -> None:
        for area in self._areas:
            module = import_module(f"orggraph.words.{area}")
            self._found.update(getattr(module, self._name, {}))
            if until in self._found:
                return

"""Problems as values: found anywhere, collected, told once."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from orggraph.errors import OrgGraphError
from orggraph.source.location import Location
from orggraph.words import PROBLEMS, say

Severity = Literal["error", "warning", "note"]


class Problem(NamedTuple):
    """One thing that is wrong, or needs a look.

    `name` is its entry in `orggraph.words.PROBLEMS`, which gives code, severity and sentence;
    `facts` fill the sentence in; `subjects` are the ids of the nodes and seats it concerns;
    `excerpt` is the line it stands on; `did_you_mean` is a likely correction;
    `counts_as` is the severity that the data gives it in place of its own.
    """

    name: str
    location: Location | None = None
    facts: Mapping[str, object] = MappingProxyType({})
    subjects: tuple[str, ...] = ()
    did_you_mean: str | None = None
    excerpt: str | None = None
    counts_as: Severity | None = None

    @property
    def code(self) -> str:
        """The short stable code, such as ``R201``."""
        return PROBLEMS[self.name].code

    @property
    def severity(self) -> Severity:
        """``error`` where the file contradicts itself or its source; ``warning`` or ``note``."""
        return self.counts_as or PROBLEMS[self.name].severity

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language``, with the suggestion where there is one."""
        sentence = say(f"problem.{self.name}", language, **self.facts)
        if self.did_you_mean is not None:
            sentence += say("did-you-mean", language, suggestion=self.did_you_mean)
        return sentence

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.severity} {self.code}: {self.message()}"


def problem(
    name: str,
    location: Location | None = None,
    *,
    subjects: Iterable[str] = (),
    did_you_mean: str | None = None,
    **facts: object,
) -> Problem:
    """Return the problem called ``name``, with the facts that its sentence needs."""
    return Problem(name, location, facts, tuple(subjects), did_you_mean)


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems in the order of the files, each once, those without a place last."""
    unique = {(p.name, p.location, str(p.facts), p.subjects): p for p in problems}
    return tuple(
        sorted(
            unique.values(),
            key=lambda p: (p.location is None, p.location or (), p.code, str(p.facts), p.subjects),
        )
    )


def with_excerpts(problems: Iterable[Problem], texts: Mapping[str, str]) -> tuple[Problem, ...]:
    """Return the problems with the line that each stands on, from ``texts`` by path."""
    lines = {path: text.splitlines() for path, text in texts.items()}
    return tuple(_with_excerpt(p, lines) for p in problems)


def _with_excerpt(problem: Problem, lines: Mapping[str, Sequence[str]]) -> Problem:
    place = problem.location
    if place is None or place.line >= len(lines.get(place.path, ())):
        return problem
    return problem._replace(excerpt=lines[place.path][place.line])


_UNREADABLE = ("R0", "R1", "X")


class ReadError(OrgGraphError):
    """Input that cannot become what it is to be; `problems` has everything that is wrong with it.

    `key` names the sentence that sums them up, for data files and for other things that are read.
    """

    def __init__(self, problems: Sequence[Problem], key: str = "cannot-read") -> None:
        self.problems = sort_problems(problems)
        errors = sum(p.severity == "error" for p in self.problems)
        super().__init__(key, count=errors)

    @property
    def is_unreadable(self) -> bool:
        """Whether a file could not be read at all, or breaks YAML's syntax."""
        return any(problem.code.startswith(_UNREADABLE) for problem in self.problems)

    def __str__(self) -> str:
        return "\n".join([self.message(), *map(str, self.problems)])

"""What a data file says of the rules, applied to what they found."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from orggraph.model import Graph, RuleSetting
from orggraph.source import Problem, problem


class SetAsideFinding(NamedTuple):
    """A problem that the data file sets aside, and the setting that says why."""

    problem: Problem
    setting: RuleSetting


class Settings:
    """The settings of a graph, and which of them have met anything.

    A setting for some subjects goes before one for all; a setting that meets nothing is told, so
    that no exception outlives its cause.
    """

    def __init__(self, graph: Graph) -> None:
        """Take the settings of a graph, whatever its date."""
        self._all = (graph.undated or graph).settings
        self._met: set[int] = set()
        self._by_code: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
        for number, setting in enumerate(self._all):
            self._by_code[setting.code].append((number, frozenset(setting.subjects)))

    def __getitem__(self, number: int) -> RuleSetting:
        return self._all[number]

    def meet(self, found: Problem) -> int | None:
        """Return the number of the setting that a finding meets; None where it meets none."""
        number = self._find(found)
        if number is not None:
            self._met.add(number)
        return number

    def iter_idle(self) -> Iterator[Problem]:
        """Yield the settings that have met nothing."""
        for number, setting in enumerate(self._all):
            if number not in self._met:
                yield problem(
                    "idle-setting", setting.location, subjects=setting.subjects, rule=setting.code
                )

    def _find(self, found: Problem) -> int | None:
        fitting = self._by_code.get(found.code, ())
        for number, subjects in fitting:
            if not subjects.isdisjoint(found.subjects):
                return number
        return next((number for number, subjects in fitting if not subjects), None)

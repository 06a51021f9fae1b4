"""What a data file says of the rules, applied to what they found."""

from collections.abc import Iterable
from typing import NamedTuple, cast

from orggraph.model import OFF, Graph, RuleSetting
from orggraph.source import Problem, Severity, problem


class SetAsideFinding(NamedTuple):
    """A problem that the data file sets aside, and the setting that says why."""

    problem: Problem
    setting: RuleSetting


class Settled(NamedTuple):
    """Findings as the file counts them, those it sets aside, and its settings that met none."""

    problems: tuple[Problem, ...]
    set_aside: tuple[SetAsideFinding, ...]


def apply_settings(graph: Graph, found: Iterable[Problem]) -> Settled:
    """Return findings as the settings of a graph count them.

    A setting for some subjects goes before one for all; a setting that meets nothing is told, so
    that no exception outlives its cause.
    """
    whole = graph.undated or graph
    left: list[Problem] = []
    aside: list[SetAsideFinding] = []
    met: set[RuleSetting] = set()
    for each in found:
        setting = _setting_for(each, whole.settings)
        if setting is None:
            left.append(each)
            continue
        met.add(setting)
        if setting.severity == OFF:
            aside.append(SetAsideFinding(each, setting))
        else:
            left.append(each._replace(counts_as=cast(Severity, setting.severity)))
    idle = (setting for setting in whole.settings if setting not in met)
    left += [
        problem("idle-setting", setting.location, subjects=setting.subjects, rule=setting.code)
        for setting in idle
    ]
    return Settled(tuple(left), tuple(aside))


def _setting_for(found: Problem, settings: Iterable[RuleSetting]) -> RuleSetting | None:
    fitting = [setting for setting in settings if setting.code == found.code]
    for setting in fitting:
        if set(setting.subjects) & set(found.subjects):
            return setting
    return next((setting for setting in fitting if not setting.subjects), None)

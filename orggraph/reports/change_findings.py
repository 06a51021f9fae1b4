"""Findings of the check that came or went, those of one code together where they are many."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from orggraph.changes.change import Change, ChangeKind
from orggraph.model import SEVERITIES
from orggraph.reports.blocks import Alteration, OutlineLine
from orggraph.reports.change_words import Pair, alteration, details
from orggraph.source import Problem

_FEW = 3  # of one code that stand each by itself
_MOST = 10  # of one code that are told at all


def finding_alterations(tell: Pair, changes: Sequence[Change[Problem]]) -> Iterator[Alteration]:
    """Yield what became of findings that are in order of kind and code, the gravest first.

    More than a few of one kind, code and severity are one alteration with a line for each; of very
    many only the first are told, and how many more there are.
    """
    for (_, severity, code), group in groupby(sorted(changes, key=_gravity), key=_group):
        found = list(group)
        if len(found) <= _FEW:
            yield from (alteration(tell, change) for change in found)
            continue
        lines: list[OutlineLine] = []
        for change in found[:_MOST]:
            lines.append(OutlineLine(0, change.one.message(tell.of(change).language)))
            lines += [OutlineLine(1, told) for told in details(tell, change)]
        if (more := len(found) - _MOST) > 0:
            lines.append(OutlineLine(0, tell.say("more-of-rule", code=code, count=more)))
        text = f"{tell.say(severity)} {code} ({len(found)})"
        yield alteration(tell, found[0])._replace(text=text, details=tuple(lines))


def _gravity(change: Change[Problem]) -> tuple[int, int]:
    return list(ChangeKind).index(change.kind), -SEVERITIES.index(change.one.severity)


def _group(change: Change[Problem]) -> tuple[str, str, str]:
    return str(change.kind), change.one.severity, change.one.code

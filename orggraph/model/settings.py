"""What a data file says of the rules that it is checked against."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from orggraph.source import Location
from orggraph.text import LocalText
from orggraph.words import PROBLEMS

OFF = "off"
SEVERITIES = (OFF, "note", "warning", "error")
"""What the findings of a rule can count as; `off` sets them aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSetting:
    """How the findings of a rule count in this file, and why.

    `code` is the rule's; `severity` is one of `SEVERITIES`; `subjects` are the ids of the nodes or
    seats that it is for, all where there are none.
    """

    code: str
    severity: str
    reason: LocalText
    subjects: tuple[str, ...] = ()
    location: Location | None = field(default=None, compare=False)


class RuleName(NamedTuple):
    """A rule that a data file may set, by its code and its name."""

    code: str
    name: str


_FAMILIES = "EGS"
# A setting of the finding about settings would be a riddle.
_FIXED = "idle-setting"


def iter_rules() -> Iterator[RuleName]:
    """Yield the rules that can be set: those of evidence, seats and governance.

    What breaks a law of the model, or cannot be read, leaves nothing to judge.
    """
    for name, text in PROBLEMS.items():
        if text.code[0] in _FAMILIES and name != _FIXED:
            yield RuleName(text.code, name)


def find_rule(words: str) -> str | None:
    """Return the code of the rule that has this code or name, in any case; None for none."""
    folded = words.strip().casefold()
    fitting = (r.code for r in iter_rules() if folded in (r.code.casefold(), r.name))
    return next(fitting, None)

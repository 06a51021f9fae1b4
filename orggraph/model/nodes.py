"""Nodes: persons, organisations, bodies and posts."""

from dataclasses import dataclass, field

from orggraph.model.dates import ALWAYS, Period
from orggraph.model.evidence import Evidence, Statement
from orggraph.source import Location
from orggraph.text import LocalText

ROSTERS = ("complete", "partial", "unknown")
"""Whether the members that are written down are all there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One node of the organisation.

    `kind` is the id of a kind in the vocabulary; `classification` says more closely what it is
    ("network", "municipality"); a `collective` stands for several, listed or not; `roster` says if
    a missing member is a vacancy or only unwritten; `purposes` are its duties in words
    (org:purpose); `identifiers` are what registers and other formats know it by (org:identifier):
    pairs of scheme and value, sorted.
    """

    id: str
    kind: str
    name: LocalText
    aliases: tuple[str, ...] = ()
    title: LocalText | None = None
    classification: LocalText | None = None
    identifiers: tuple[tuple[str, str], ...] = ()
    collective: bool = False
    roster: str = "unknown"
    purposes: tuple[Statement, ...] = ()
    period: Period = ALWAYS
    status: str = "stated"
    note: LocalText | None = None
    evidence: tuple[Evidence, ...] = ()
    location: Location | None = field(default=None, compare=False)


def identifiers_by_scheme(node: Node) -> dict[str, list[str]]:
    """Return what registers know a node by: the values of each scheme."""
    by_scheme: dict[str, list[str]] = {}
    for scheme, value in node.identifiers:
        by_scheme.setdefault(scheme, []).append(value)
    return by_scheme

"""Who sits until when, and whose term runs out within a span of time."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from orggraph.model import DayRange, Graph, PartialDate, Relation, TimeSpan
from orggraph.queries.seats import is_present
from orggraph.queries.tenure import Tenure, TenureBasis, find_renewal, find_tenure
from orggraph.text import collation_key


class TermState(StrEnum):
    """Where a member stands in time, on one day."""

    SITTING = "sitting"
    EXPIRED = "expired"
    """The term is over, and no end is written down: still written as sitting."""
    RENEWED = "renewed"
    """The term is over, and the same member has a later one in the same place."""
    ENDED = "ended"
    TO_COME = "to_come"
    UNKNOWN = "unknown"
    """The dates are too coarse to tell."""


_LEFT = (TermState.ENDED, TermState.RENEWED)


class Likelihood(StrEnum):
    """How sure it is that a term runs out within a span."""

    CERTAIN = "certain"
    POSSIBLE = "possible"


class TermRow(NamedTuple):
    """A member of a body, or the holder of a post, and until when.

    `days_left` is how many days follow the day asked about until the last one, negative where that
    has passed; None where either is not known to the day. `expires` is how sure it is that it runs
    out within the span asked about, None where it does not, or none was asked about.
    """

    tenure: Tenure
    state: TermState
    days_left: int | None
    expires: Likelihood | None = None


class TermList(NamedTuple):
    """Who sits until when on a day, by end and name; `within` is the span asked about."""

    day: PartialDate
    rows: tuple[TermRow, ...]
    within: TimeSpan | None = None


def find_terms(
    graph: Graph,
    node: str | None = None,
    *,
    within: TimeSpan | None = None,
    on: PartialDate | None = None,
    everyone: bool = False,
) -> TermList:
    """Return who sits until when: members of bodies and holders of posts, or those of ``node``.

    ``node`` is whom they sit in, or who sits. The day is ``on``, else the date that the graph is
    restricted to, else today. Those who have left are in it with ``everyone`` only. With ``within``
    only those are whose term runs out in that time from the day on, for certain or possibly, and
    those whose term is over already, and nobody who is appointed again. Places that nobody holds
    have no line. The first to leave come first, and those whose end nothing tells last. Raises
    UnknownNodeError.
    """
    day = on or graph.day or PartialDate.today()
    asked = (_row(graph, relation, day, within) for relation in _iter_sittings(graph, node))
    rows = (row for row in asked if everyone or row.state not in _LEFT)
    if within is not None:
        rows = (row for row in rows if row.expires or row.state in (TermState.EXPIRED, *_LEFT))
    return TermList(day, tuple(sorted(rows, key=lambda row: _order(graph, row))), within)


def _iter_sittings(graph: Graph, node: str | None) -> Iterator[Relation]:
    vocabulary = graph.vocabulary
    types = vocabulary.types_of(trait="roster") | vocabulary.types_of(trait="incumbency")
    if node is None:
        yield from graph.iter_relations(types)
        return
    graph.node(node)
    found = (*graph.relations_from(node, types), *graph.relations_to(node, types))
    yield from {relation.id: relation for relation in found}.values()


def _row(graph: Graph, relation: Relation, day: PartialDate, within: TimeSpan | None) -> TermRow:
    tenure = find_tenure(graph, relation)
    state = find_state(graph, tenure, day)
    expires = None
    if (
        within is not None
        and state not in (TermState.EXPIRED, *_LEFT)
        and find_renewal(graph, relation) is None
    ):
        expires = _expires(tenure, day, within)
    return TermRow(tenure, state, _days_left(tenure, day), expires)


def find_state(graph: Graph, tenure: Tenure, day: PartialDate) -> TermState:
    """Return where a member, or the holder of a post, stands in time on a day.

    Whoever has left the organisation altogether has left the seat.
    """
    relation = tenure.relation
    present = is_present(graph, relation, day)
    if present is False:
        periods = (relation.period, graph.nodes[relation.source].period)
        is_past = any(period.is_past(day) for period in periods)
        return TermState.ENDED if is_past else TermState.TO_COME
    over = tenure.is_over(day) if tenure.basis is TenureBasis.COMPUTED else False
    if present is None or over is None:
        return TermState.UNKNOWN
    if not over:
        return TermState.SITTING
    renewal = find_renewal(graph, relation)
    is_renewed = renewal is not None and not renewal.period.is_to_come(day)
    return TermState.RENEWED if is_renewed else TermState.EXPIRED


def _expires(tenure: Tenure, day: PartialDate, within: TimeSpan) -> Likelihood | None:
    """Return whether the last day lies from the day on, and no later than the span after it."""
    if tenure.last is None:
        return None
    # The span begins on some day that the day asked about can mean.
    first, last = DayRange.of(day)
    if tenure.last.latest < first or tenure.last.earliest > within.after(last):
        return None
    is_certain = last <= tenure.last.earliest and tenure.last.latest <= within.after(first)
    return Likelihood.CERTAIN if is_certain else Likelihood.POSSIBLE


def _days_left(tenure: Tenure, day: PartialDate) -> int | None:
    if tenure.last is None or tenure.last.earliest != tenure.last.latest or day.day is None:
        return None
    return (tenure.last.latest - day.first_day()).days


def _order(graph: Graph, row: TermRow) -> tuple[object, ...]:
    relation, last = row.tenure.relation, row.tenure.last
    names = (graph.nodes[end].name.original for end in (relation.target, relation.source))
    # A range stands where the last of its days does: until then the member may sit.
    ends = (date.max, date.max) if last is None else (last.latest, last.earliest)
    return (*ends, *map(collation_key, names), relation.id)

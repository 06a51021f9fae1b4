"""Rules of lines: who is above whom, and who carries word upwards."""

from collections.abc import Iterator, Sequence

from orggraph.checks.case import BODY, ORGANISATION, Case
from orggraph.checks.place import Place
from orggraph.model import Relation
from orggraph.source import Problem, problem


def find_outside_lines(case: Case, place: Place) -> Iterator[Problem]:
    """Yield a body that stands in no line, neither of reporting nor of structure.

    The top of a line is in it, and whoever chooses or oversees others is a top as well. A graph
    without any line is not about lines. Every body is to answer to somebody (ISO 37000:2021).
    """
    if not (case.facts.is_lined and place.is_body):
        return
    graph, types, body = case.graph, case.types, place.node
    if graph.relations_from(body.id, types.lines) or graph.relations_to(body.id, types.lines):
        return
    leads = graph.relations_from(body.id, types.choosing | types.oversight)
    if not any(relation.target != body.id for relation in leads):
        yield problem("no-superior", body.location, subjects=[body.id], body=case.name(body.id))


def find_two_superiors(case: Case, relations: Sequence[Relation]) -> Iterator[Problem]:
    """Yield who certainly has several solid lines of one type at once (Fayol 1916).

    ``relations`` are all of one reporting type that lead from one node, whenever they hold. What
    stands for several may have a superior each. Superiors of one line are no two, as a board and
    its chair, or those of whom one reports to the other. Unity of command is about people: for
    bodies, which may be joint ones, it counts as a note.
    """
    solid = [r for r in relations if r.line == "solid" and not r.is_derived]
    if len({relation.target for relation in solid}) < 2:
        return
    solid = [left for r in solid if (left := case.left_of(r)) and case.holds(left)]
    targets = sorted({relation.target for relation in solid})
    if len(targets) < 2:
        return
    node = solid[0].source
    if case.whole.nodes[node].collective or _are_in_line(case, targets):
        return
    last = max(solid, key=lambda r: r.location or ("",))
    found = problem(
        "two-superiors",
        last.location,
        subjects=[node, *targets],
        node=case.name(node),
        superiors=case.names(targets),
    )
    is_joint = case.is_of_kind(node, BODY, ORGANISATION)
    yield found._replace(counts_as="note") if is_joint else found


def _are_in_line(case: Case, superiors: list[str]) -> bool:
    """Return whether one superior may lie above all the others, or hold them in it."""
    over = {superior: _over(case, superior) for superior in superiors}
    return any(all(s == top or top in over[s] for s in superiors) for top in superiors)


def _over(case: Case, node: str) -> set[str]:
    """Return all that a node may report or belong to, up the line; who holds a post with it."""
    up = case.types.lines | case.types.rosters | case.types.incumbency
    over: set[str] = set()
    waiting = [node, *case.holders(node)]
    while waiting:
        for relation in case.graph.relations_from(waiting.pop(), up):
            if relation.target not in over:
                over.add(relation.target)
                waiting.append(relation.target)
    return over


def find_unreported(case: Case, place: Place) -> Iterator[Problem]:
    """Yield a body that is part of something and from which nobody is said to report.

    A body is heard where it reports, informs, advises or chooses, where others report to it, so
    that it leads a line, or where somebody in it or beside it represents it or reports.
    """
    graph, types, body = case.graph, case.types, place.node
    if not place.is_body or not graph.relations_from(body.id, types.parts):
        return
    if (place.seats or place.memberships) and not _is_heard(case, body.id):
        yield problem(
            "nobody-reports-for", body.location, subjects=[body.id], body=case.name(body.id)
        )


def _is_heard(case: Case, body: str) -> bool:
    graph, types = case.graph, case.types
    heard_by = graph.relations_from(body, types.told | types.fills)
    if any(relation.target != body for relation in heard_by):
        return True
    if graph.relations_to(body, types.reporting | types.represents):
        return True
    if body in case.facts.represented:
        return True
    people = {relation.source for relation in graph.relations_to(body, types.inside)}
    people |= {end for each in people for end in _posts_and_holders(case, each)}
    return any(graph.relations_from(each, types.reporting) for each in people)


def _posts_and_holders(case: Case, node: str) -> Iterator[str]:
    held = case.graph.relations_from(node, case.types.incumbency)
    yield from (relation.target for relation in held)
    yield from case.holders(node)

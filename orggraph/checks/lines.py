"""Rules of lines: who is above whom, and who carries word upwards."""

from collections import defaultdict
from collections.abc import Iterator

from orggraph.checks.case import BODY, ORGANISATION, Case
from orggraph.model import Relation
from orggraph.source import Problem, problem
from orggraph.vocabulary import APPOINTMENT, REPORTING


def find_outside_lines(case: Case) -> Iterator[Problem]:
    """Yield the bodies that stand in no line, neither of reporting nor of structure.

    The top of a line is in it, and whoever chooses or oversees others is a top as well. A graph
    without any line is not about lines. Every body is to answer to somebody (ISO 37000:2021).
    """
    types = case.graph.vocabulary
    lines = types.types_of(family=REPORTING) | types.types_of(family="structure", trait="upward")
    placed = {
        end
        for relation in case.graph.relations.values()
        if relation.type in lines
        for end in (relation.source, relation.target)
    }
    tops = types.types_of(trait="choosing") | types.types_of(trait="oversight")
    has_lines = any(relation.type in lines for relation in case.whole.relations.values())
    for body in case.bodies if has_lines else ():
        out = case.graph.relations_from(body.id)
        is_top = any(r.type in tops and r.target != body.id for r in out)
        if body.id not in placed and not is_top:
            yield problem("no-superior", body.location, subjects=[body.id], body=case.name(body.id))


def find_two_superiors(case: Case) -> Iterator[Problem]:
    """Yield who certainly has several solid lines of one type at once (Fayol 1916).

    What stands for several may have a superior each. Superiors of one line are no two, as a board
    and its chair, or those of whom one reports to the other. Unity of command is about people: for
    bodies, which may be joint ones, it counts as a note.
    """
    superiors: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in case.relations:
        if case.graph.is_reporting(relation) and relation.line == "solid":
            superiors[relation.source, relation.type].append(relation)
    for (node, _), relations in superiors.items():
        targets = sorted({relation.target for relation in relations})
        if len(targets) < 2 or case.graph.nodes[node].collective or _are_in_line(case, targets):
            continue
        last = max(relations, key=lambda r: r.location or ("",))
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
    return any(all(s == top or top in _over(case, s) for s in superiors) for top in superiors)


def _over(case: Case, node: str) -> set[str]:
    """Return all that a node may report or belong to, up the line; who holds a post with it."""
    types = case.graph.vocabulary
    up = types.types_of(family=REPORTING) | types.types_of(family="structure", trait="upward")
    up |= types.types_of(trait="roster") | types.types_of(trait="incumbency")
    over: set[str] = set()
    waiting = [node, *case.holders.get(node, ())]
    while waiting:
        for relation in case.graph.relations_from(waiting.pop()):
            if relation.type in up and relation.target not in over:
                over.add(relation.target)
                waiting.append(relation.target)
    return over


def find_unreported(case: Case) -> Iterator[Problem]:
    """Yield the bodies that are part of something and from which nobody is said to report.

    A body is heard where it reports, informs, advises or chooses, where others report to it, so
    that it leads a line, or where somebody in it or beside it represents it or reports.
    """
    graph = case.graph
    types = graph.vocabulary
    parts = types.types_of(family="structure", trait="upward")
    heard_by = types.types_of(family=REPORTING) | types.types_of(family="contact")
    heard_by |= types.types_of(family="support") | types.types_of(family=APPOINTMENT)
    inside = types.types_of(family="membership") | types.types_of(family="structure")
    represents = types.types_of(trait="representation")
    represented = {relation.represents for relation in graph.relations.values()}
    for body in case.bodies:
        out, in_ = graph.relations_from(body.id), graph.relations_to(body.id)
        if not any(r.type in parts for r in out):
            continue
        if not (graph.seats_of(body.id) or graph.memberships_of(body.id)):
            continue
        people = {r.source for r in in_ if r.type in inside}
        people |= {end for each in people for end in _posts_and_holders(case, each)}
        heard = (
            any(r.type in heard_by and r.target != body.id for r in out)
            or any(graph.is_reporting(r) or r.type in represents for r in in_)
            or body.id in represented
            or any(graph.is_reporting(r) for p in people for r in graph.relations_from(p))
        )
        if not heard:
            yield problem(
                "nobody-reports-for", body.location, subjects=[body.id], body=case.name(body.id)
            )


def _posts_and_holders(case: Case, node: str) -> Iterator[str]:
    incumbency = case.graph.vocabulary.types_of(trait="incumbency")
    yield from (r.target for r in case.graph.relations_from(node) if r.type in incumbency)
    yield from case.holders.get(node, ())

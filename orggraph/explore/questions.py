"""The questions that a page asks of a graph, each answered with what goes into JSON."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import PurePath

from orggraph.errors import OrgGraphError
from orggraph.explore.blocks import Json, to_json
from orggraph.explore.evidence import tell_evidence
from orggraph.explore.ground import Ground
from orggraph.explore.scenes import relations_shown, scope_of
from orggraph.explore.spec import Spec
from orggraph.model import Relation
from orggraph.queries.description import Description, describe
from orggraph.queries.names import find_node
from orggraph.queries.paths import Hop, find_path
from orggraph.queries.selection import NodeList, RelationList
from orggraph.reports.blocks import Block, Heading, Paragraph
from orggraph.reports.paths import explain_path
from orggraph.reports.registry import report
from orggraph.reports.teller import Teller
from orggraph.source import Location, Problem

MOST_RELATIONS = 300
"""How many relations of a node a page lists one by one, of those that it has."""


def tell_node(ground: Ground, spec: Spec, node: str) -> Json:
    """Return all that is known about a node; raises UnknownNodeError for an id that is none."""
    tell = ground.tell(spec)
    graph = tell.graph
    ground.require(graph, node)
    found = describe(graph, node)
    touching = {relation.id: relation for relation in (*found.outgoing, *found.incoming)}
    nodes = [node, *_ends(touching.values())]
    shown = islice(touching.values(), MOST_RELATIONS)
    said = found.node
    evidence = chain(said.evidence, *(purpose.evidence for purpose in said.purposes))
    roster = report(tell, found.roster).blocks() if found.roster.rows else None
    return {
        "id": node,
        "name": tell.name(node),
        "kind": said.kind,
        "kind_label": tell.kind(said),
        "subtitle": tell.text(said.title) or tell.text(said.classification),
        "blocks": to_json(_about(tell, found), tell, nodes),
        "relations": [_relation_of(tell, node, relation) for relation in shown],
        "more_relations": max(len(touching) - MOST_RELATIONS, 0),
        "evidence": tell_evidence(tell, dict.fromkeys(evidence)),
        "findings": [_finding(each, tell) for each in _findings(ground, spec, node)],
        "roster": None if roster is None else to_json(roster, tell, nodes),
    }


def tell_relation(ground: Ground, spec: Spec, relation_id: str) -> Json:
    """Return all that is known about a relation; raises UnknownNodeError for what is none."""
    tell = ground.tell(spec)
    relation = tell.graph.relations.get(relation_id)
    if relation is None:
        raise OrgGraphError("explore-no-relation", id=relation_id)
    return relation_answer(tell, relation)


def relation_answer(tell: Teller, relation: Relation) -> Json:
    """Return what a page tells of a relation."""
    table = report(tell, RelationList((relation,))).blocks()
    remarks = [Paragraph(remark) for remark in tell.remarks(relation)]
    return {
        "id": relation.id,
        "sentence": tell.sentence(relation),
        "source": relation.source,
        "source_name": tell.name(relation.source),
        "target": relation.target,
        "target_name": tell.name(relation.target),
        "family": tell.graph.vocabulary.types[relation.type].family,
        "type": relation.type,
        "label": tell.label(relation.type),
        "family_label": tell.family(relation.type),
        "blocks": to_json([*table, *remarks], tell, (relation.source, relation.target)),
        "evidence": tell_evidence(tell, relation.evidence),
        "derived_from": [id_ for id_ in relation.derived_from if id_ in tell.graph.relations],
    }


def tell_path(ground: Ground, spec: Spec, source: str, target: str, *, strict: bool) -> Json:
    """Return how one node reaches another, as the command ``path`` tells it.

    Nodes may be named in any usual spelling. Raises UnknownNodeError.
    """
    tell = ground.tell(spec)
    start, end = find_node(tell.graph, source).id, find_node(tell.graph, target).id
    found = find_path(tell.graph, source=start, target=end, strict=strict)
    nodes = [start, *(hop.target for hop in found.hops)]
    return {
        "source": start,
        "target": end,
        "tier": str(found.tier),
        "blocks": to_json(report(tell, found).blocks(), tell, nodes),
        "hops": [_hop(tell, hop) for hop in found.hops],
        "nodes": nodes if found.is_found else [],
        "relations": [hop.relation.id for hop in found.hops],
        "explanation": explain_path(tell, found),
    }


def tell_checks(ground: Ground, spec: Spec) -> Json:
    """Return what checks find on the date that is shown, and how each seat stands.

    Of a graph that is too large to be checked while somebody waits, ``notice`` says so.
    """
    tell = ground.tell(spec.unfiltered)
    found = ground.check_on(spec.as_of)
    if found is None:
        notice = tell.say("explore-too-large-to-check")
        counts = dict.fromkeys(("verified", "not_found", "ambiguous", "unchecked"), 0)
        return {"findings": [], "seats": [], "evidence": counts, "notice": notice}
    return {
        "findings": [
            {**_finding(problem, tell), "subjects": list(ground.nodes_of(problem))}
            for problem in found.problems
        ],
        "seats": [
            {
                "body": status.seat.body,
                "body_name": tell.name(status.seat.body),
                "seat": tell.seat(status.seat),
                "filled": status.filled,
                "count": tell.count(status.seat.count),
                "state": str(status.state),
                "state_label": tell.say(f"seat-{status.state}"),
            }
            for status in found.seats
        ],
        "evidence": dict(found.evidence_counts),
        "notice": None,
    }


def tell_list(ground: Ground, spec: Spec) -> Json:
    """Return what is shown as tables: the nodes, with the members that cards list; the relations.

    Raises what drawing it would.
    """
    scope = scope_of(ground, spec)
    tell = Teller(scope.graph, spec.lang, ground.sources)
    relations = list({relation.id: relation for relation in relations_shown(scope, spec)}.values())
    nodes = dict.fromkeys(chain(sorted(scope.nodes), _ends(relations)))
    blocks: list[Block] = [Heading(tell.say("explore-nodes"))]
    blocks += report(tell, NodeList([scope.graph.nodes[node] for node in nodes])).blocks()
    if relations:
        blocks.append(Heading(tell.say("explore-relations")))
        blocks += report(tell, RelationList(relations)).blocks()
    return {"blocks": to_json(blocks, tell, nodes)}


def _about(tell: Teller, found: Description) -> Iterator[Block]:
    """Yield what the command tells of a node itself: its other names, its notes, its purposes.

    Its name, members, relations and evidence have places of their own in the answer.
    """
    evidence = {tell.evidence(each) for each in found.node.evidence}
    section = ""
    for at, block in enumerate(report(tell, found).blocks()):
        if isinstance(block, Heading):
            section = block.text if at else ""
        is_evidence = isinstance(block, Paragraph) and block.text in evidence
        if at and section in ("", tell.say("purposes")) and not is_evidence:
            yield block


def _ends(relations: Iterable[Relation]) -> Iterator[str]:
    return chain.from_iterable((relation.source, relation.target) for relation in relations)


def _relation_of(tell: Teller, node: str, relation: Relation) -> Json:
    other = relation.other_end(node)
    return {
        "id": relation.id,
        "sentence": tell.sentence(relation),
        "other": other,
        "other_name": tell.name(other),
        "family": tell.graph.vocabulary.types[relation.type].family,
        "type": relation.type,
        "direction": "out" if relation.source == node else "in",
        "evidence": tell_evidence(tell, relation.evidence),
    }


def _hop(tell: Teller, hop: Hop) -> Json:
    return {
        "relation": hop.relation.id,
        "source": hop.source,
        "source_name": tell.name(hop.source),
        "target": hop.target,
        "target_name": tell.name(hop.target),
        "label": tell.label(hop.relation.type, inverse=not hop.forward),
        "also": [tell.sentence(other) for other in hop.also],
        "direction": "forward" if hop.forward else "inverse",
        "sentence": tell.sentence(hop.relation),
    }


def _without_folders(message: str, tell: Teller) -> str:
    """Return a sentence in which documents go by the names of their files, as `_place` has it."""
    paths = (tell.sources.path(source) for source in tell.sources.sources)
    for path in sorted(filter(None, paths), key=len, reverse=True):
        message = message.replace(path, PurePath(path).name)
    return message


def _place(location: Location) -> str:
    """Return a place without the directories of this machine, which are nobody else's business."""
    return str(location._replace(path=PurePath(location.path).name))


def _findings(ground: Ground, spec: Spec, node: str) -> tuple[Problem, ...]:
    return ground.findings_on(spec.as_of).get(node, ())


def _finding(problem: Problem, tell: Teller) -> Json:
    from orggraph.words.pages import find_page

    page = find_page(problem.code, tell.language)
    return {
        "code": problem.code,
        "severity": problem.severity,
        "severity_label": tell.say(problem.severity),
        "message": _without_folders(problem.message(tell.language), tell),
        "explanation": (page.meaning or None) if page else None,
        "location": _place(problem.location) if problem.location else None,
    }

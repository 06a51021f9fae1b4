"""Tell how one node reaches another."""

from typing import Any

from orggraph.queries.paths import Hop, PathResult, Tier
from orggraph.reports.blocks import Block, Paragraph, Record, Report, Route, RouteStep, Tone
from orggraph.reports.teller import Teller

_TONES: dict[Tier, Tone] = {
    Tier.REPORTING: "good",
    Tier.LINKS: "fair",
    Tier.CONNECTED: "fair",
    Tier.NONE: "bad",
}


def report_path(tell: Teller, result: PathResult) -> Report:
    """Return the report of a path: every hop with its type and evidence, and what line it is."""
    return Report(
        lambda: _data(tell, result), lambda: _records(tell, result), lambda: _blocks(tell, result)
    )


def _data(tell: Teller, result: PathResult) -> dict[str, Any]:
    return {
        "source": result.source,
        "source_name": tell.name(result.source),
        "target": result.target,
        "target_name": tell.name(result.target),
        "tier": str(result.tier),
        "strict": result.strict,
        "hops": [_hop_record(tell, hop) for hop in result.hops],
        "explanation": explain_path(tell, result),
        "line_ends": list(result.line_ends),
        "subordinates": list(result.subordinates),
        "paths": [[_hop_record(tell, hop) for hop in path] for path in result.paths],
        "more": result.more,
    }


def _records(tell: Teller, result: PathResult) -> list[Record]:
    return [
        {"path": number, "hop": place, **_hop_record(tell, hop)}
        for number, path in enumerate(result.paths, 1)
        for place, hop in enumerate(path, 1)
    ]


def _blocks(tell: Teller, result: PathResult) -> list[Block]:
    if result.source == result.target:
        return [Paragraph(explain_path(tell, result))]
    verdict = tell.say(
        f"path-{result.tier}", source=tell.name(result.source), target=tell.name(result.target)
    )
    return [
        Paragraph(verdict, _TONES[result.tier]),
        *(_route(tell, result.source, path) for path in result.paths if path),
        Paragraph(explain_path(tell, result)),
    ]


def explain_path(tell: Teller, result: PathResult) -> str:
    """Return in words what kind of line a path is, and where the reporting line itself ends."""
    if result.source == result.target:
        return tell.say("same-node", node=tell.name(result.source))
    told = [_what_it_is(tell, result)]
    if result.tier is not Tier.REPORTING:
        told += [_where_it_ends(tell, result), _who_is_below(tell, result)]
    if len(result.paths) > 1:
        key = "more-paths" if result.more else "several-paths"
        told.append(tell.say(key, count=len(result.paths)))
    return " ".join(told)


def _what_it_is(tell: Teller, result: PathResult) -> str:
    hops = result.hops
    if result.tier is Tier.NONE:
        if result.strict and result.beyond is not Tier.NONE:
            return tell.say(f"strict-{result.beyond}")
        return tell.say("not-connected")
    if result.tier is Tier.REPORTING:
        return tell.say("pure-line", count=len(hops))
    others = [hop for hop in hops if not (hop.forward and tell.graph.is_reporting(hop.relation))]
    labels = dict.fromkeys(tell.label(h.relation.type, inverse=not h.forward) for h in others)
    key = "not-pure-against" if result.tier is Tier.CONNECTED else "not-pure"
    against = sum(not hop.forward for hop in hops)
    return tell.say(
        key, others=len(others), count=len(hops), labels=", ".join(labels), against=against
    )


def _where_it_ends(tell: Teller, result: PathResult) -> str:
    source = tell.name(result.source)
    if result.line_ends == (result.source,):
        return tell.say("reports-to-nobody", node=source)
    return tell.say("line-ends", node=source, ends=tell.names(result.line_ends))


def _who_is_below(tell: Teller, result: PathResult) -> str:
    target = tell.name(result.target)
    if not result.subordinates:
        return tell.say("nobody-reports", node=target)
    return tell.say("who-reports", node=target, nodes=tell.names(result.subordinates))


def _route(tell: Teller, start: str, path: tuple[Hop, ...]) -> Route:
    return Route(tell.name(start), tuple(_step(tell, hop) for hop in path))


def _step(tell: Teller, hop: Hop) -> RouteStep:
    relation = hop.relation
    label = tell.label(relation.type, inverse=not hop.forward)
    details = [tell.evidence(item) for item in relation.evidence] or [tell.say("no-evidence")]
    details += tell.remarks(relation)
    details += [tell.say("also", sentence=tell.sentence(other)) for other in hop.also]
    words = f"{label} [{tell.family(relation.type)}]"
    return RouteStep(words, tuple(details), tell.name(hop.target))


def _hop_record(tell: Teller, hop: Hop) -> dict[str, Any]:
    from orggraph.reports.records import relation_record  # only JSON and CSV need it

    relation = hop.relation
    return {
        "source": hop.source,
        "source_name": tell.name(hop.source),
        "type": relation.type,
        "family": tell.graph.vocabulary.types[relation.type].family,
        "label": tell.label(relation.type, inverse=not hop.forward),
        "target": hop.target,
        "target_name": tell.name(hop.target),
        "direction": "forward" if hop.forward else "inverse",
        "relation": relation.id,
        "status": relation.status,
        "derived": relation.is_derived,
        "evidence": tell.evidence_records(relation.evidence),
        "also": [relation_record(tell, other) for other in hop.also],
    }

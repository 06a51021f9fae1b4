"""Read RDF: what the terms of W3C ORG say of organisations, and all that our own writer says."""

from collections import Counter

from orggraph.formats.document import Document
from orggraph.formats.exchange import Gathered, Origin, ReadOptions, Remarks, unreadable
from orggraph.formats.rdf.extension import read_head, read_source
from orggraph.formats.rdf.nodes import NodeReader
from orggraph.formats.rdf.parsing import Parsed, parse_rdf
from orggraph.formats.rdf.relations import RelationReader
from orggraph.formats.rdf.seats import read_seats
from orggraph.formats.rdf.shared import Shared, find_things, shown
from orggraph.formats.rdf.statements import TYPE
from orggraph.formats.rdf.terms import Words, shorten_iri
from orggraph.formats.rdf.triples import Triples, primary
from orggraph.formats.rdf.understood import NAMES
from orggraph.source import Location, Problem, problem


def read_rdf(origin: Origin, options: ReadOptions, syntax: str) -> Gathered:
    """Return what a file in a syntax of RDF says; each triple is understood, or remarked on."""
    data = origin.read()
    parsed = data if isinstance(data, Problem) else parse_rdf(data, origin.shown, syntax)
    if isinstance(parsed, Problem):
        return unreadable(parsed)
    return _read(parsed, origin.shown, options)


def _read(parsed: Parsed, shown: str, options: ReadOptions) -> Gathered:
    triples = Triples(parsed.triples)
    remarks = Remarks()
    document = Document(shown)
    base, head = read_head(triples)
    is_graph = bool(head)  # of ours, which may be empty
    document.head = head
    lead = head.setdefault("language", options.language or _main_language(triples))
    things = find_things(triples, base)
    shared = Shared(triples, document, remarks, lead, things, parsed.places)
    sources = {}
    for subject in shared.of_type("og:Source"):
        sources[subject] = read_source(shared, subject)
    if sources:
        head["sources"] = dict(sources.values())
    shared.sources = {subject: id_ for subject, (id_, _) in sources.items()}
    nodes = NodeReader(shared)
    for subject in things.nodes:
        nodes.read(subject)
    seats = read_seats(shared)
    RelationReader(shared, seats).read_all()
    _remark_on_rest(triples, remarks)
    gathered = document.gather(lead)
    gathered.remarks = remarks
    gathered.draft.texts[shown] = parsed.text
    if things.nodes:
        gathered.notices += _notices(nodes, shown)
    elif not is_graph:
        gathered.draft.problems.append(problem("rdf-nothing", Location(shown, 0, 0)))
    return gathered


def _main_language(triples: Triples) -> str:
    """Return the language that most names are in; the first of them by code on a tie."""
    names = (
        primary(value.language)
        for subject in triples.subjects()
        for name in NAMES
        for value in triples.look(subject, name)
        if isinstance(value, Words) and value.language
    )
    times = Counter(code for code in names if code)
    return min(times, key=lambda code: (-times[code], code), default="en")


def _remark_on_rest(triples: Triples, remarks: Remarks) -> None:
    for subject, property_, value in triples.left():
        if property_ == TYPE and not isinstance(value, Words):
            remarks.add("class", shown(subject), name=shorten_iri(value))
        else:
            example = f"{shown(subject)}: {shown(value)}"
            remarks.add("property", example, name=shorten_iri(property_))


def _notices(nodes: NodeReader, shown: str) -> list[Problem]:
    start = Location(shown, 0, 0)
    found = []
    if nodes.named_by_iri:
        count, example = len(nodes.named_by_iri), nodes.named_by_iri[0]
        found.append(problem("rdf-named", start, count=count, example=example))
    if nodes.not_one:
        found.append(problem("rdf-several-people", start, names=", ".join(nodes.not_one)))
    return found

"""Read what our extension vocabulary says of the graph itself and of its sources."""

import json
from typing import Any

from orggraph.formats.rdf.shared import Shared
from orggraph.formats.rdf.statements import TYPE
from orggraph.formats.rdf.terms import DEFAULT_BASE, Words, iri
from orggraph.formats.rdf.triples import Thing, Triples

_GRAPH = iri("og:Graph")


def read_head(triples: Triples) -> tuple[str, dict[str, Any]]:
    """Return what ids are put behind in this file, and what stands at the top of a data file."""
    head: dict[str, Any] = {}
    found = [s for s in triples.subjects() if _GRAPH in triples.look(s, TYPE)]
    if not found:
        return DEFAULT_BASE, head
    subject = found[0]
    triples.take(subject, TYPE, _GRAPH)
    base = triples.take_plain(subject, iri("og:base")) or DEFAULT_BASE
    if language := triples.take_plain(subject, iri("og:language")):
        head["language"] = language
    if title := triples.take_text(subject, iri("dcterms:title"), language or "en"):
        head["title"] = title
    for key in ("vocabulary", "rules"):
        if (entry := take_json(triples, subject, f"og:{key}")) is not None:
            head[key] = entry
    return base, head


def take_json(triples: Triples, subject: Thing, short: str) -> Any:
    """Take a literal that holds JSON; what holds none is left."""
    for value in triples.look(subject, iri(short)):
        if isinstance(value, Words):
            try:
                entry = json.loads(value.text)
            except (ValueError, RecursionError):
                continue
            if isinstance(entry, dict) and _is_shallow(entry):
                triples.take(subject, iri(short), value)
                return entry
    return None


def _is_shallow(entry: Any, limit: int = 20) -> bool:
    if not isinstance(entry, (dict, list)):
        return True
    below = entry.values() if isinstance(entry, dict) else entry
    return limit > 0 and all(_is_shallow(each, limit - 1) for each in below)


def read_source(shared: Shared, subject: Thing) -> tuple[str, dict[str, Any]]:
    """Return a source: its id, and its entry in a data file."""
    shared.take_type(subject, "foaf:Document")
    id_ = shared.plain(subject, "og:id") or subject
    entry = {
        "title": shared.text(subject, "dcterms:title") or id_,
        "publisher": shared.plain(subject, "dcterms:publisher"),
        "url": shared.plain(subject, "schema:url"),
        "file": shared.plain(subject, "og:file"),
        "date": shared.plain(subject, "dcterms:date"),
        "sha256": shared.plain(subject, "og:sha256"),
        "set aside": [
            {
                "quote": shared.plain(aside, "og:quote"),
                "reason": shared.text(aside, "rdfs:comment"),
            }
            for aside in shared.triples.take_list(subject, iri("og:setAside"))
            if not isinstance(aside, Words)
        ],
    }
    return id_, {key: value for key, value in entry.items() if value}

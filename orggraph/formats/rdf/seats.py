"""Read seats, which our extension vocabulary has and W3C ORG has not."""

from collections.abc import Mapping
from typing import Any

from orggraph.formats.rdf.shared import Shared
from orggraph.formats.rdf.terms import iri, local_part
from orggraph.formats.rdf.triples import Thing
from orggraph.formats.rdf.understood import ENDS, STARTS

SeatNames = Mapping[Thing, tuple[str, str]]
"""The body and the key of each seat."""


def read_seats(shared: Shared) -> SeatNames:
    """Add the seats of a file to its document, and return what they are called.

    Who fills them is left for the reading of relations, which knows the types.
    """
    names: dict[Thing, tuple[str, str]] = {}
    for subject in shared.of_type("og:Seat"):
        body, key = shared.node(subject, "og:seatOf"), shared.plain(subject, "og:id")
        if body is not None and key is not None:
            names[subject] = body, key
        else:
            shared.triples.give_back(subject)
    return names


def read_role(shared: Shared, subject: Thing) -> Any:
    """Take the role of a member or of a seat: a term of the vocabulary by its id, or words."""
    role = shared.triples.take_thing(subject, iri("org:role"))
    if role is None:
        return shared.text(subject, "org:role")
    shared.take_type(role, "org:Role", "skos:Concept")
    label = shared.text(role, "skos:prefLabel") or shared.text(role, "rdfs:label")
    return shared.plain(role, "og:id") or label or local_part(role)


def seat_entry(shared: Shared, subject: Thing) -> dict[str, Any]:
    """Return a seat as a data file has it, but for who fills it."""
    count, per = shared.plain(subject, "og:count"), shared.node(subject, "og:per")
    entry = {
        "name": shared.text(subject, "skos:prefLabel"),
        "role": read_role(shared, subject),
        "count": f"{count} per {per}" if count and per else count,
        "term": shared.plain(subject, "og:term"),
        "vote": shared.plain(subject, "og:vote"),
        "represents": shared.node(subject, "og:onBehalfOf"),
        "note": shared.text(subject, "rdfs:comment"),
        **shared.dates(subject, STARTS, ENDS),
        **shared.common(subject),
    }
    return {key: value for key, value in entry.items() if value}


def fillings_of(
    shared: Shared, subject: Thing, types: Mapping[Thing, tuple[str, bool]]
) -> list[tuple[str, str]]:
    """Take who fills a seat: the type that tells how, and the node that does it."""
    found = []
    for way in shared.triples.take_things(subject, iri("og:filledBy")):
        how, by = shared.triples.take_thing(way, iri("rdf:predicate")), shared.node(way, "og:by")
        if how is not None and how in types and by is not None:
            shared.take_type(way, "og:Filling")
            found.append((types[how][0], by))
        else:
            shared.triples.give_back(way)
    return found

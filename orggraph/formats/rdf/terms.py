"""The terms of RDF vocabularies that are written and understood, and what IRIs look like."""

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

NAMESPACES: Mapping[str, str] = {
    "og": "https://w3id.org/orggraph/ns#",  # only a name: nothing is fetched from there
    "adms": "http://www.w3.org/ns/adms#",
    "cv": "http://data.europa.eu/m8g/",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "person": "http://www.w3.org/ns/person#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rov": "http://www.w3.org/ns/regorg#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes under which IRIs are shown."""

WRITTEN: Mapping[str, str] = {
    prefix: NAMESPACES[prefix]
    for prefix in "og dcterms foaf oa org owl rdf rdfs schema skos time vcard xsd".split()
}
"""The prefixes that are written."""

DEFAULT_BASE = "urn:orggraph:"
"""What ids are put behind where nobody gives a base."""

MADE_UP = "urn:orggraph:no-iri#"
"""What JSON-LD keys are put behind that the file gives no IRI."""

_ALLOWED = re.compile(r'[A-Za-z][A-Za-z0-9+.\-]*:[^\x00-\x20<>"{}|\\^`]+')
_LOCAL = re.compile(r"[^/#?:]+(?=[/#?:]*$)")


class Iri(str):
    """The IRI of a thing."""

    __slots__ = ()


class Blank(str):
    """A thing without an IRI, by a name that only this reading knows."""

    __slots__ = ()


class Words(NamedTuple):
    """A literal: its text, with a language or a datatype."""

    text: str
    language: str | None = None
    datatype: str | None = None


Term = Iri | Blank | Words
Triple = tuple[Iri | Blank, Iri, Term]


def iri(short: str) -> Iri:
    """Return the IRI that a prefixed name such as ``org:Post`` stands for."""
    prefix, _, local = short.partition(":")
    return Iri(NAMESPACES[prefix] + local)


def is_iri(text: str) -> bool:
    """Whether ``text`` is an absolute IRI that no syntax of RDF takes for anything else."""
    return (
        _ALLOWED.fullmatch(text) is not None
        and text.isprintable()
        # JSON-LD would take it for a prefixed name.
        and text.partition(":")[0] not in NAMESPACES
    )


def shorten_iri(text: str, prefixes: Mapping[str, str] = NAMESPACES) -> str:
    """Return an IRI under its prefix where it has a known one: ``org:Post``."""
    if text.startswith(MADE_UP):
        return text.removeprefix(MADE_UP)
    fitting = (p for p, namespace in prefixes.items() if text.startswith(namespace))
    prefix = next(fitting, None)
    return text if prefix is None else f"{prefix}:{text.removeprefix(prefixes[prefix])}"


def local_part(text: str) -> str:
    """Return the last part of an IRI, as people would read it."""
    found = _LOCAL.search(text)
    return unquote(found.group() if found else text)


_SCHEMES = iri("og:scheme/")
_ANY_SCHEME = "identifier"


def datatype_of_scheme(scheme: str) -> str | None:
    """Return the datatype that tells the scheme of an identifier, as org:identifier has it.

    A scheme that is an IRI is the datatype itself; plain text has the scheme ``identifier``.
    """
    if scheme == _ANY_SCHEME:
        return None
    own = is_iri(scheme) and not scheme.startswith(_SCHEMES) and scheme not in _PLAIN
    return scheme if own else _SCHEMES + quote(scheme, safe="")


def scheme_of_datatype(datatype: str | None) -> str:
    """Return the scheme of an identifier, as `datatype_of_scheme` tells it."""
    if datatype in _PLAIN:
        return _ANY_SCHEME
    assert datatype is not None
    if datatype.startswith(_SCHEMES):
        return unquote(datatype.removeprefix(_SCHEMES)) or _ANY_SCHEME
    return datatype


_PLAIN = (None, iri("xsd:string"), iri("rdf:langString"))

"""The formats of RDF: Turtle and JSON-LD both ways, N-Triples and RDF/XML in reading."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Origin,
    Output,
    ReadOptions,
    Remarks,
    WriteOptions,
)
from orggraph.formats.rdf.statements import Described
from orggraph.formats.rdf.terms import NAMESPACES

_CHUNK = 1 << 16


def _read(origin: Origin, options: ReadOptions, *, syntax: str) -> Gathered:
    from orggraph.formats.rdf.reader import read_rdf

    return read_rdf(origin, options, syntax)


def _write_turtle(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.rdf.turtle_text import write_turtle

    return _write(content, options, write_turtle)


def _write_json_ld(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.rdf.json_ld_text import write_json_ld

    return _write(content, options, lambda blocks, base: write_json_ld(blocks))


def _write(
    content: Content,
    options: WriteOptions,
    render: Callable[[Iterable[Described], str], Iterator[str]],
) -> Output:
    from orggraph.formats.rdf.naming import Naming, find_base
    from orggraph.formats.rdf.understood import ALL_TERMS
    from orggraph.formats.rdf.writer import Speaker

    base = find_base(options.base)
    blocks = Speaker(content, Naming(content, base, ALL_TERMS)).iter_blocks()
    return Output({"": (piece.encode() for piece in render(blocks, base))}, Remarks())


def _is_turtle(head: bytes) -> bool:
    """Whether a file begins as Turtle does: with a prefix, a base or a comment and an IRI."""
    lines = (line.strip() for line in head.decode("utf-8-sig", "replace").splitlines())
    first = next((line for line in lines if line and not line.startswith("#")), "").lower()
    return first.startswith(("@prefix", "@base", "prefix ", "base ", "<http", "<urn:", "_:"))


def _is_json_ld(head: bytes) -> bool:
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    return text[:1] in (b"{", b"[") and any(
        key in head for key in (b'"@context"', b'"@graph"', b'"@id"', b'"@type"')
    )


def _is_rdf_xml(head: bytes) -> bool:
    return b"<" in head[:8] and NAMESPACES["rdf"].encode() in head


TURTLE = Format(
    "turtle",
    "W3C ORG (Turtle)",
    partial(_read, syntax="turtle"),
    _write_turtle,
    _is_turtle,
    read_options=frozenset({"language"}),
    write_options=frozenset({"base"}),
)
JSON_LD = Format(
    "json-ld",
    "W3C ORG (JSON-LD)",
    partial(_read, syntax="json-ld"),
    _write_json_ld,
    _is_json_ld,
    read_options=frozenset({"language"}),
    write_options=frozenset({"base"}),
)
N_TRIPLES = Format(
    "n-triples",
    "W3C ORG (N-Triples)",
    partial(_read, syntax="nt"),
    recognises=_is_turtle,
    read_options=frozenset({"language"}),
)
RDF_XML = Format(
    "rdf-xml",
    "W3C ORG (RDF/XML)",
    partial(_read, syntax="xml"),
    recognises=_is_rdf_xml,
    read_options=frozenset({"language"}),
)

"""Whom a file names, as others read it: to see that no one gets lost of whom nothing was changed.

A name is known by all that its record says, so that a record in which something was broken is
another one.
"""

import csv
import io
import json
import logging
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, NamedTuple
from xml.etree import ElementTree

import openpyxl
import rdflib
import yaml
from pyarrow import parquet

from tests.formats.hostile.oracle import text_of


class Named(NamedTuple):
    """A name, and the whole record that it stands in."""

    name: str
    record: str


_KINDS = ("organisations", "bodies", "posts", "persons")
_SKOS, _FOAF, _ORG = (
    rdflib.Namespace(base)
    for base in (
        "http://www.w3.org/2004/02/skos/core#",
        "http://xmlns.com/foaf/0.1/",
        "http://www.w3.org/ns/org#",
    )
)
_LABELS = {_SKOS.prefLabel, _FOAF.name}
_CLASSES = {
    _FOAF.Person,
    *(_ORG[c] for c in ("Organization", "FormalOrganization", "OrganizationalUnit", "Post")),
}


def _table(rows: list[tuple[str, ...]]) -> Iterator[Named]:
    """Yield the names of a table; its headings are a part of each record."""
    head = rows[0] if rows else ()
    word = "name" if "kind" in head else "Navn"
    at = head.index(word) if word in head else len(head)
    for row in rows[1:] if word in head else ():
        if len(row) == len(head) and row[at].strip():
            yield Named(row[at], repr((head, row)))


def _csv(data: bytes) -> Iterator[Named]:
    text = text_of(data)
    delimiter = ";" if text.startswith("Navn;") else ","
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    return _table([tuple(row) for row in rows])


def _xlsx(data: bytes) -> Iterator[Named]:
    book = openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    for sheet in book.worksheets:
        if sheet.title in ("nodes", "Sheet") and sheet.sheet_state == "visible":
            yield from _table(
                [
                    tuple("" if cell is None else str(cell) for cell in row)
                    for row in sheet.iter_rows(values_only=True)
                ]
            )


def _parquet(data: bytes) -> Iterator[Named]:
    table = parquet.read_table(io.BytesIO(data))
    rows = [
        tuple("" if cell is None else str(cell) for cell in row.values())
        for row in table.to_pylist()
    ]
    return _table([tuple(table.column_names), *rows])


def _node_lines(data: bytes) -> Iterator[Named]:
    first, *lines = [json.loads(line) for line in data.splitlines() if line.strip()]
    for line in lines:
        said = line.get("node") if len(line) == 1 else None
        name = said.get("name") if isinstance(said, dict) else None
        if isinstance(name, str) and name.strip():
            yield Named(name, json.dumps((first, line), sort_keys=True))


def _lines(data: bytes) -> Any:
    try:
        return json.loads(data)
    except ValueError:
        return [json.loads(line) for line in data.splitlines() if line.strip()]


def _objects(*keys: str) -> Callable[[bytes], Iterator[Named]]:
    """Return what finds the objects in the lists under some keys of a JSON object."""

    def find(data: bytes) -> Iterator[Named]:
        whole = _lines(data)
        lists = [whole.get(key) for key in keys] if isinstance(whole, dict) else []
        for item in (item for items in lists if isinstance(items, list) for item in items):
            if isinstance(item, dict):
                name = item.get("name", item.get("label"))
                if isinstance(name, str) and name.strip():
                    yield Named(name, json.dumps(item, sort_keys=True))

    return find


def _entities(data: bytes) -> Iterator[Named]:
    whole = _lines(data)
    for item in whole if isinstance(whole, list) else ():
        said = item.get("properties") if isinstance(item, dict) else None
        names = said.get("name") if isinstance(said, dict) else None
        name = names[0] if isinstance(names, list) and names else None
        if isinstance(name, str) and name.strip() and item.get("schema") != "Note":
            yield Named(name, json.dumps(item, sort_keys=True))


def _xml(data: bytes) -> Iterator[Named]:
    """Yield the names of GraphML and GEXF; what the keys mean is a part of each record."""
    root = ElementTree.fromstring(data)
    keys = {
        key.get("id"): ElementTree.tostring(key)
        for key in root.iter()
        if key.tag.rpartition("}")[2] in ("key", "attribute", "attributes")
    }
    named = {
        key.get("id")
        for key in root.iter()
        if key.get("attr.name") == "label" and key.get("for") == "node"
    }
    above = {child: parent for parent in root.iter() for child in parent}
    for node in root.iter():
        if node.tag.rpartition("}")[2] == "node" and node.get("id"):
            data_ = [part.text for part in node if part.get("key") in named]
            deeper = [part.text for part in node.iter() if part.tag.endswith("NodeLabel")]
            name = next(filter(None, [node.get("label"), *data_, *deeper]), None)
            if name and name.strip():
                node.tail = None
                outer = above[node].tag, above[above[node]].tag
                record = repr((ElementTree.tostring(node), outer, sorted(keys.items(), key=str)))
                yield Named(name, record)


def _rdf(form: str) -> Callable[[bytes], Iterator[Named]]:
    def find(data: bytes) -> Iterator[Named]:
        graph = rdflib.Graph().parse(data=data, format=form)
        for subject in set(graph.subjects()):
            if not _CLASSES & set(graph.objects(subject, rdflib.RDF.type)):
                continue
            said = sorted(graph.predicate_objects(subject))
            names = [object_ for verb, object_ in said if verb in _LABELS]
            if names and str(names[0]).strip():
                yield Named(str(names[0]), repr((subject, said)))

    return find


def _data_file(data: bytes) -> Iterator[Named]:
    whole = yaml.load(data, Loader=yaml.BaseLoader)  # makes texts only
    for kind in _KINDS if isinstance(whole, dict) else ():
        entries = whole.get(kind)
        for id_, entry in entries.items() if isinstance(entries, dict) else ():
            name = entry.get("name") if isinstance(entry, dict) else entry
            if isinstance(name, str):
                yield Named(name, repr((id_, entry)))


_FIND: Mapping[str, Callable[[bytes], Iterator[Named]]] = {
    "yaml": _data_file,
    "json": _data_file,
    "csv": _csv,
    "xlsx": _xlsx,
    "parquet": _parquet,
    "jsonl": _node_lines,
    "popolo": _objects("persons", "organizations", "posts"),
    "ftm": _entities,
    "graphml": _xml,
    "gexf": _xml,
    "node-link": _objects("nodes"),
    "turtle": _rdf("turtle"),
    "json-ld": _rdf("json-ld"),
    "n-triples": _rdf("nt"),
    "rdf-xml": _rdf("xml"),
}


def find_names(format_name: str, files: Mapping[str, bytes]) -> set[Named]:
    """Return whom files name; none where others cannot read them."""
    find = _FIND.get(format_name)
    found: set[Named] = set()
    for data in files.values() if find else ():
        assert find is not None
        # The libraries of others raise, warn and log whatever they like of a broken file.
        logging.disable()
        with warnings.catch_warnings(), suppress(Exception):
            warnings.simplefilter("ignore")
            found.update(find(data))
        logging.disable(logging.NOTSET)
    return found

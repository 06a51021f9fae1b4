"""The attributes of nodes and edges as formats in XML declare them: by name, each with a type.

Lists and mappings are JSON within a text, since these formats have none.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from orggraph.formats.graphs.attributes import REST
from orggraph.formats.json_text import render_json
from orggraph.source import Location
from orggraph.source.json_tree import parse_json
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText

NODE_COLUMNS: Mapping[str, str] = {
    "kind": "string", "label": "string", "names": "string", "aliases": "string",
    "title": "string", "classification": "string", "identifiers": "string",
    "collective": "boolean", "roster": "string", "from": "string", "until": "string",
    "status": "string", "note": "string", "purposes": "string", "evidence": "string",
    REST: "string",
}  # fmt: skip
EDGE_COLUMNS: Mapping[str, str] = {
    "type": "string", "label": "string", "family": "string", "role": "string",
    "vote": "boolean", "seat": "string", "seat_body": "string", "represents": "string",
    "from": "string", "until": "string", "line": "string", "status": "string",
    "inferred": "string", "note": "string", "evidence": "string", REST: "string",
}  # fmt: skip
"""The columns by name, each with its type, which GraphML and GEXF call the same."""

_NESTED = frozenset(
    {"names", "aliases", "identifiers", "purposes", "evidence", "inferred", "seats", REST}
)


def node_cells(attributes: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in the columns of a node: name and text, in the order of columns."""
    names = attributes["names"]
    translated = {"names": None} if list(names) == [language] else {}
    yield from _cells({**attributes, "label": attributes["name"], **translated}, NODE_COLUMNS)


def edge_cells(attributes: Mapping[str, Any], label: str) -> Iterator[tuple[str, str]]:
    """Yield what stands in the columns of an edge: name and text, in the order of columns."""
    yield from _cells({**attributes, "label": label}, EDGE_COLUMNS)


def _cells(attributes: Mapping[str, Any], columns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name in columns:
        value = attributes.get(name)
        if isinstance(value, bool):
            yield name, "true" if value else "false"
        elif isinstance(value, (list, dict)):
            if value:
                yield name, render_json(value, indent=None)
        elif value is not None:
            yield name, str(value)


def read_cell(name: str, text: str, place: Location) -> YamlNode:
    """Return what a text in a column says: what JSON in it says, where the column may have it."""
    if name in _NESTED and text.lstrip()[:1] in ("[", "{"):
        root, problems = parse_json(text, place.path)
        if root is not None and not problems:
            return _moved(root, place)
    return YamlText(text, False, place)


def _moved(node: YamlNode, place: Location) -> YamlNode:
    """Return a tree all of which stands at one place: that of the text it was in."""
    if isinstance(node, YamlText):
        return node._replace(location=place)
    if isinstance(node, YamlList):
        return YamlList(tuple(_moved(item, place) for item in node.items), place)
    pairs = ((key._replace(location=place), _moved(value, place)) for key, value in node.entries)
    return YamlMap(tuple(pairs), place)

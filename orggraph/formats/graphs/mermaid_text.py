"""Mermaid: the data as a flowchart in text, for wikis and Markdown pages. Written only."""

import json
from collections.abc import Iterator

from orggraph.formats.exchange import Content, Format, Output, Remarks, WriteOptions
from orggraph.model import Relation
from orggraph.text.escapes import escape_mermaid, mermaid_id, one_line
from orggraph.vocabulary import REPORTING, RelationType

# By whether the line is solid, and whether it has a direction.
_LINKS = {
    (True, True): "-->",
    (True, False): "---",
    (False, True): "-.->",
    (False, False): "-.-",
}


def write(content: Content, options: WriteOptions) -> Output:
    """Return a graph as a flowchart, with names in the language of ``options``."""
    lines = _iter_lines(content, options.language or content.language)
    return Output({"": (f"{line}\n".encode() for line in lines)}, Remarks())


def _iter_lines(content: Content, language: str) -> Iterator[str]:
    if content.title:
        yield "---"
        title = one_line(content.title.in_language(language))
        yield f"title: {json.dumps(title, ensure_ascii=False)}"
        yield "---"
    yield "flowchart BT"
    for node in content.iter_nodes():
        words = escape_mermaid(node.name.in_language(language)) or escape_mermaid(node.id)
        yield f'  {mermaid_id(node.id)}["{words}"]:::{node.kind}'
    for relation in content.iter_stated():
        type_ = content.vocabulary.types[relation.type]
        words = escape_mermaid(type_.label.in_language(language))
        ends = mermaid_id(relation.source), mermaid_id(relation.target)
        yield f'  {ends[0]} {_link(relation, type_)}|"{words}"| {ends[1]}'


def _link(relation: Relation, type_: RelationType) -> str:
    is_solid = type_.family == REPORTING and relation.line == "solid"
    return _LINKS[is_solid, not type_.is_symmetric]


MERMAID = Format(
    "mermaid",
    "Mermaid",
    write=write,
    carries=frozenset({"title"}),
    write_options=frozenset({"language"}),
    streams=True,
)

"""DOT, the language of Graphviz: the data as a graph, for layouts and for programs that read it.

Written only. Attributes that Graphviz does not know stand with the others, which it allows.
"""

from collections.abc import Iterator, Mapping

from orggraph.formats.exchange import Content, Format, Output, Remarks, WriteOptions
from orggraph.formats.features import FEATURES, all_but
from orggraph.formats.graphs.attributes import GraphAttributes
from orggraph.formats.graphs.columns import edge_cells, node_cells
from orggraph.model import Relation
from orggraph.text.escapes import one_line, quote_dot, quote_dot_label
from orggraph.vocabulary import APPOINTMENT, REPORTING, RelationType

_STYLES: Mapping[str, str] = {REPORTING: "solid", APPOINTMENT: "dashed"}
_OTHER_STYLE = "dotted"
_LOST = ("sources", "rules", "vocabulary", *(f for f in FEATURES if f.startswith("seat")))


def write(content: Content, options: WriteOptions) -> Output:
    """Return a graph as DOT: one node or edge a line, names in the language of ``options``."""
    lines = _iter_lines(content, options.language or content.language)
    return Output({"": (f"{line}\n".encode() for line in lines)}, Remarks())


def _iter_lines(content: Content, language: str) -> Iterator[str]:
    attributes = GraphAttributes(content, "dot")
    yield "digraph {"
    if content.title:
        yield f"  label={quote_dot_label(one_line(content.title.in_language(language)))};"
    yield "  rankdir=BT;"
    yield "  node [shape=box, style=rounded];"
    for node in content.iter_nodes():
        cells = dict(node_cells(attributes.node(node), content.language))
        label = quote_dot_label(one_line(node.name.in_language(language)))
        yield f"  {quote_dot(node.id)} [{_list(label, cells)}];"
    for relation in content.iter_stated():
        type_ = content.vocabulary.types[relation.type]
        label = quote_dot_label(one_line(type_.label.in_language(language)))
        cells = dict(edge_cells(attributes.relation(relation), "")) | {"id": relation.id}
        yield (
            f"  {quote_dot(relation.source)} -> {quote_dot(relation.target)} "
            f"[{_list(label, cells)}{_look(relation, type_)}];"
        )
    yield "}"


def _list(label: str, cells: Mapping[str, str]) -> str:
    others = (f", {name}={quote_dot(text)}" for name, text in cells.items() if name != "label")
    return f"label={label}{''.join(others)}"


def _look(relation: Relation, type_: RelationType) -> str:
    style = _STYLES.get(type_.family, _OTHER_STYLE)
    look = f", style={_OTHER_STYLE if relation.line == 'dotted' else style}"
    if type_.is_symmetric:
        look += ", dir=none"
    # Superiors stand above; what does not lead upwards moves nobody.
    return look if "upward" in type_.traits else f"{look}, constraint=false"


DOT = Format(
    "dot",
    "DOT",
    write=write,
    carries=all_but(*_LOST),
    write_options=frozenset({"language"}),
    streams=True,
)

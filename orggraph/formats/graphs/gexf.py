"""GEXF 1.3 (https://gexf.net), as Gephi does; 1.1 and 1.2 are read too.

Attributes are those of GraphML. Dates stand twice: as they are known, and as the first and last day
that they can mean, which a timeline needs. How a graph is drawn (``viz``) is told and not kept.
"""

from collections.abc import Iterator

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Origin,
    Output,
    ReadOptions,
    Remarks,
    WriteOptions,
    unreadable,
)
from orggraph.formats.graphs.attributes import GraphAttributes
from orggraph.formats.graphs.columns import EDGE_COLUMNS, NODE_COLUMNS, edge_cells, node_cells
from orggraph.formats.graphs.gexf_reading import SCHEME, read_graph
from orggraph.formats.graphs.xml_reading import read_xml, required
from orggraph.formats.graphs.xml_text import XmlText
from orggraph.formats.json_text import render_json
from orggraph.model import Period
from orggraph.source import Problem

_NAMESPACE = "http://gexf.net/1.3"
EXTENSION = "https://w3id.org/orggraph/ns#"
"""The namespace of what GEXF has no room for; a name, and no page."""


def read(origin: Origin, options: ReadOptions) -> Gathered:
    """Return what a file of GEXF says; problems with it are in the draft."""
    root = read_xml(origin)
    if isinstance(root, Problem):
        return unreadable(root)
    graph = root.first("graph")
    if graph is None:
        return unreadable(required("GEXF", "<graph>", root))
    return read_graph(root, graph, origin.shown, options)


def write(content: Content, options: WriteOptions) -> Output:
    """Return a graph as GEXF: one element of a node or edge a line."""
    remarks = Remarks()
    lines = _Writer(content, remarks).iter_lines()
    return Output({"": (f"{line}\n".encode() for line in lines)}, remarks)


class _Writer:
    def __init__(self, content: Content, remarks: Remarks) -> None:
        self.content = content
        self.attributes = GraphAttributes(content, SCHEME)
        self.xml = XmlText(remarks)

    def iter_lines(self) -> Iterator[str]:
        yield '<?xml version="1.0" encoding="UTF-8"?>'
        yield f'<gexf xmlns="{_NAMESPACE}" version="1.3">'
        yield from self._iter_meta()
        yield ' <graph defaultedgetype="directed" mode="dynamic" timeformat="date">'
        for about, columns in (("node", NODE_COLUMNS), ("edge", EDGE_COLUMNS)):
            yield f'  <attributes class="{about}" mode="static">'
            for name, type_ in columns.items():
                if name != "label":
                    yield f'   <attribute id="{name}" title="{name}" type="{type_}"/>'
            yield "  </attributes>"
        yield "  <nodes>"
        yield from self._iter_nodes()
        yield "  </nodes>"
        yield "  <edges>"
        yield from self._iter_edges()
        yield "  </edges>"
        yield " </graph>"
        yield "</gexf>"

    def _iter_meta(self) -> Iterator[str]:
        """Yield the title, and what stands at the top of a data file, with all seats."""
        head = {name: value for name, value in self.attributes.head().items() if value}
        yield " <meta>"
        if title := head.pop("title", None):
            yield f"  <title>{self.xml.text(title, 'title')}</title>"
        text = render_json(head, indent=None)[:-1]
        yield f'  <graph xmlns="{EXTENSION}">{self.xml.text(text, "graph")}, "seats": ['
        comma = ""
        for seat in self.attributes.iter_seats():
            yield f"   {comma}{self.xml.text(render_json(seat, indent=None), 'seats')}"
            comma = ","
        yield "  ]}</graph>"
        yield " </meta>"

    def _iter_nodes(self) -> Iterator[str]:
        for node in self.content.iter_nodes():
            found = self.attributes.node(node)
            cells = node_cells(found, self.content.language)
            id_ = self._value(self.attributes.write_id(node.id), "id")
            label = self._value(node.name.original, "name")
            start = f"<node id={id_} label={label}{_days(node.period)}>"
            yield f"   {start}{self._cells(cells)}</node>"

    def _iter_edges(self) -> Iterator[str]:
        types, write_id = self.content.vocabulary.types, self.attributes.write_id
        for relation in self.content.iter_stated():
            found = self.attributes.relation(relation)
            label = types[relation.type].label.in_language(self.content.language)
            # The kind keeps parallel edges apart in Gephi.
            yield (
                f"   <edge id={self._value(relation.id, 'id')} "
                f"source={self._value(write_id(relation.source), 'id')} "
                f"target={self._value(write_id(relation.target), 'id')} "
                f"label={self._value(label, 'label')} kind={self._value(relation.type, 'type')}"
                f"{_days(relation.period)}>{self._cells(edge_cells(found, label))}</edge>"
            )

    def _cells(self, cells: Iterator[tuple[str, str]]) -> str:
        values = (
            f'<attvalue for="{name}" value={self._value(text, name)}/>'
            for name, text in cells
            if name != "label"
        )
        return f"<attvalues>{''.join(values)}</attvalues>"

    def _value(self, words: str, name: str) -> str:
        return self.xml.value(words, name)


def _days(period: Period) -> str:
    """Return the days of a period as attributes; a date known to the month means all of it."""
    start = f' start="{period.start.first_day()}"' if period.start else ""
    return f'{start} end="{period.end.last_day()}"' if period.end else start


GEXF = Format("gexf", "GEXF", read, write, lambda head: b"<gexf" in head, streams=True)

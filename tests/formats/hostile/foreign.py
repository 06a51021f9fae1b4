"""Files as other tools make them: networkx, rdflib, yEd, openpyxl, and people in a spreadsheet."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import networkx
import openpyxl
import rdflib
import rdflib.compare

STAFF = [
    ("Navn", "Titel", "Leder", "Afdeling"),
    ("Ida Lund", "Direktør", "", "Ledelsen"),
    ("Bo Krag", "Chef", "Ida Lund", "Drift"),
    ("Åse Ørsted", "Kaptajn", "Bo Krag", "Drift"),
    ("Ib Dam", "Lods", "Bo Krag", "Drift"),
    ("Eva Holm", "Jurist", "Ida Lund", "Ledelsen"),
]
YED = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key for="edge" id="d10" yfiles.type="edgegraphics"/>
  <key attr.name="Phone" attr.type="string" for="node" id="d7"/>
  <graph edgedefault="directed" id="G">
    <node id="n0"><data key="d6"><y:ShapeNode><y:Geometry height="30.0"/>
      <y:NodeLabel>The Board</y:NodeLabel></y:ShapeNode></data><data key="d7">12</data></node>
    <node id="n1"><data key="d6"><y:ShapeNode>
      <y:NodeLabel>Ann Lee</y:NodeLabel></y:ShapeNode></data></node>
    <node id="n2"><data key="d6"><y:ShapeNode>
      <y:NodeLabel>Secretariat</y:NodeLabel></y:ShapeNode></data></node>
    <edge id="e0" source="n1" target="n0"><data key="d10"><y:PolyLineEdge>
      <y:EdgeLabel>chairs</y:EdgeLabel></y:PolyLineEdge></data></edge>
    <edge id="e1" source="n2" target="n0"/>
  </graph>
</graphml>
"""
TURTLE = """@prefix org: <http://www.w3.org/ns/org#> . @prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix ex: <http://example.org/> .
ex:town a org:FormalOrganization ; skos:prefLabel "The Town"@en ; org:hasUnit ex:port .
ex:port a org:OrganizationalUnit ; skos:prefLabel "The Port"@en ; ex:phone "12" .
ex:head a org:Post ; skos:prefLabel "Head"@en ; org:postIn ex:port ; org:heldBy ex:ann .
ex:ann a foaf:Person ; foaf:name "Ann Lee" ; org:reportsTo ex:bo .
ex:bo a foaf:Person ; foaf:name "Bo Krag" ; org:memberOf ex:town .
ex:chairing a org:Membership ; org:member ex:ann ; org:organization ex:town ; org:role ex:chair .
ex:chair a org:Role ; skos:prefLabel "chair"@en .
"""


def make(format_name: str) -> list[Mapping[str, bytes]]:
    """Return files of a format as others make them; none for most."""
    maker = _MAKERS.get(format_name)
    return [maker()] if maker else []


def as_rdf(turtle: bytes, form: str) -> bytes:
    """Return a file in another form of RDF; the same bytes every time, as rdflib's are not."""
    graph = rdflib.compare.to_canonical_graph(rdflib.Graph().parse(data=turtle, format="turtle"))
    if form == "nt":
        return "".join(sorted(graph.serialize(format=form).splitlines(keepends=True))).encode()
    if form == "json-ld":
        things = json.loads(graph.serialize(format=form))
        return json.dumps(sorted(things, key=str), sort_keys=True, indent=1).encode()
    lines = []
    for subject, verb, value in sorted(graph):
        *_, name = re.split("[/#]", str(verb))
        start = f'<p:{name} xmlns:p="{str(verb).removesuffix(name)}"'
        end = f">{escape(str(value))}</p:{name}>"
        if isinstance(value, rdflib.URIRef):
            end = f" r:resource={quoteattr(value)}/>"
        elif isinstance(value, rdflib.Literal) and value.language:
            end = f' xml:lang="{value.language}"{end}'
        elif isinstance(value, rdflib.Literal) and value.datatype:
            end = f" r:datatype={quoteattr(value.datatype)}{end}"
        elif isinstance(value, rdflib.BNode):
            end = f' r:nodeID="{value}"/>'
        known = "nodeID" if isinstance(subject, rdflib.BNode) else "about"
        about = f"<r:Description r:{known}={quoteattr(str(subject))}>"
        lines.append(f"{about}{start}{end}</r:Description>\n")
    space = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    return f'<r:RDF xmlns:r="{space}">\n{"".join(lines)}</r:RDF>\n'.encode()


def _graph() -> Any:
    graph: Any = networkx.MultiDiGraph()
    for name, title, _, unit in STAFF[1:]:
        graph.add_node(name, label=name, title=title, unit=unit, weight=1.5)
    for name, _, boss, _ in STAFF[1:]:
        if boss:
            graph.add_edge(name, boss, label="reports to")
    return graph


def _graphml() -> Mapping[str, bytes]:
    out = io.BytesIO()
    networkx.write_graphml(_graph(), out)
    return {"networkx.graphml": out.getvalue()}


def _gexf() -> Mapping[str, bytes]:
    out = io.BytesIO()
    networkx.write_gexf(_graph(), out)
    return {"networkx.gexf": out.getvalue()}


def _csv() -> Mapping[str, bytes]:
    return {"staff.csv": "".join(";".join(row) + "\r\n" for row in STAFF).encode("cp1252")}


def _xlsx() -> Mapping[str, bytes]:
    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in STAFF:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    timeless = io.BytesIO()
    with zipfile.ZipFile(out) as made, zipfile.ZipFile(timeless, "w") as archive:
        for name in made.namelist():
            core = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", b"2025-01-01T00:00:00Z", made.read(name))
            archive.writestr(zipfile.ZipInfo(name), core)
    return {"staff.xlsx": timeless.getvalue()}


def _node_link() -> Mapping[str, bytes]:
    data = networkx.node_link_data(_graph(), edges="links")
    return {"x.nodelink.json": json.dumps(data).encode()}


_MAKERS: dict[str, Callable[[], Mapping[str, bytes]]] = {
    "csv": _csv,
    "xlsx": _xlsx,
    "graphml": _graphml,
    "gexf": _gexf,
    "node-link": _node_link,
    "turtle": lambda: {"x.ttl": TURTLE.encode()},
    "json-ld": lambda: {"x.jsonld": as_rdf(TURTLE.encode(), "json-ld")},
    "n-triples": lambda: {"x.nt": as_rdf(TURTLE.encode(), "nt")},
    "rdf-xml": lambda: {"x.rdf": as_rdf(TURTLE.encode(), "pretty-xml")},
}

"""Whole files to break: what the writers make, and files of formats that are only read."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from orggraph.formats.exchange import WriteOptions
from orggraph.formats.loader import read_graph
from orggraph.formats.registry import FORMATS, find_format
from orggraph.model import Graph
from tests.formats.hostile.foreign import YED, as_rdf, make
from tests.formats.laws import SHIPPED
from tests.formats.organogram.conftest import junior, senior

SAMPLES = Path(__file__, "../../../../../shared/samples").resolve()
FOREIGN = {
    "organogram": ("uk-organogram/attorney_generals_office-2011-03-31-senior.csv",),
    "popolo": (
        "popolo/spec-examples/embedding-person.json",
        "popolo/spec-examples/embedding-organization.json",
    ),
    "turtle": ("org-ontology/cpov-2.1.2-example.ttl", "popolo/spec-examples/membership.ttl"),
}

Files = Mapping[str, bytes]
"""The bytes of the files of one seed, by name; the first is the one that is named to a reader."""


@cache
def seeds_of(name: str) -> tuple[Files, ...]:
    """Return files in a format that a reader takes."""
    format_ = find_format(name)
    suffix = FORMATS[name].suffixes[0]
    found: list[Files] = []
    if format_.write is not None:
        graph = read_graph(SHIPPED["whole"], Graph)
        files = format_.write(graph, WriteOptions()).files
        found.append({file or f"x{suffix}": b"".join(pieces) for file, pieces in files.items()})
    found += make(name)
    if name == "graphml":
        found.append({"yed.graphml": YED.encode()})
    if name in (forms := {"n-triples": "nt", "rdf-xml": "xml"}):
        (ours,) = seeds_of("turtle")[0].values()
        found.append({f"x{suffix}": as_rdf(ours, forms[name])})
    for place in FOREIGN.get(name, ()):
        if (SAMPLES / place).exists():
            found.append({Path(place).name: (SAMPLES / place).read_bytes()})
    if name == "organogram":
        changes = [{}, {"ref": "A2", "up": "A1", "name": "N/D"}, {"ref": "A2", "name": "Bo"},
                   {"ref": "A3", "name": "Vacant", "up": "A2"}, {"ref": "0", "name": "Cy"},
                   {"ref": "A1"}]  # fmt: skip
        upper, lower = senior(*changes).encode(), junior({}, {"up": "A2"}, {}).encode()
        found.append({"x-junior.csv": lower, "x-senior.csv": upper})
    if name == "bods":
        found += [{f"x{n}.json": p.read_bytes()} for n, p in enumerate(sorted(
            (Path(__file__).parents[1] / "bods").glob("*.json")))]  # fmt: skip
    return tuple(found)

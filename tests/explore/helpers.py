"""An organisation with everything that a page tells of, and desks that answer about it."""

from pathlib import Path

from orggraph import OrgGraph, load
from orggraph.explore.desk import Desk
from orggraph.explore.ground import Ground, Setup
from orggraph.model import Graph

MARKUP = '</script><img src=x onerror="alert(1)"> & <b>'

ISLAND = """\
title: {da: Øen <1>, en: The island <1>}
language: da
sources:
  vedtaegt:
    title: {da: Vedtægten, en: The statutes}
    file: vedtaegt.txt
    url: https://example.org/vedtaegt
  brev: {title: Brevet, file: brev.txt, url: "javascript:alert(1)"}
organisations:
  kommunen: {name: Ø Kommune, en: Island Town, aliases: [Byen]}
bodies:
  rådet:
    name: Ørådet
    en: The island council
    classification: {da: råd, en: council}
    roster: complete
    reports to: {kommunen: {evidence: "vedtaegt: Rådet … til kommunen"}}
    seats:
      formand:
        role: chair
        appointed by: kommunen
        evidence: "vedtaegt: udpeger formanden"
      medlem: {count: 2, appointed by: kommunen}
    members:
      - {person: åse, seat: formand, evidence: "vedtaegt: Åse Møller"}
      - {person: bo, seat: medlem, from: 2024-03, until: 2025-06-30}
  udvalget:
    name: Driftsudvalget
    reports to: {rådet: {from: 2022, evidence: "brev: står her ikke"}}
    advises: kommunen
  markup:
    name: 'MARKUP'
    informs: udvalget
persons:
  åse: {name: Åse Møller, title: {da: direktør, en: director}, employed by: kommunen}
  bo: {name: Bo}
""".replace("MARKUP", MARKUP)

STATUTES = """\
Byen \N{PALM TREE} udpeger formanden for rådet.

Rådet refererer hvert år \N{PALM TREE} skriftligt til kommunen.

Formand er Åse Møller.
"""


def put_island(folder: Path) -> Path:
    """Write the data and its documents into a directory, and return that."""
    folder.mkdir(exist_ok=True)
    (folder / "o.yaml").write_text(ISLAND, encoding="utf-8")
    (folder / "vedtaegt.txt").write_text(STATUTES, encoding="utf-8")
    (folder / "brev.txt").write_text("Et brev.\n", encoding="utf-8")
    return folder


def load_island(folder: Path) -> OrgGraph:
    """Return the graph of the data in a new directory."""
    return load(put_island(folder))


def desk_of(graph: Graph, **setup: object) -> Desk:
    """Return where questions about a graph are answered."""
    return Desk(Ground(graph, Setup(**setup)))  # type: ignore[arg-type]

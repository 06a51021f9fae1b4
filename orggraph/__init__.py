"""Explore how an organisation is governed: who reports to whom, and on what words that rests.

>>> import orggraph
>>> org = orggraph.load("data")
>>> org.find_path("forretningsudvalget", "kd-net").tier
<Tier.REPORTING: 'reporting'>
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from orggraph.api.files import LossWarning, convert, dump, load
    from orggraph.api.graph import OrgGraph
    from orggraph.drawing.drawing import Drawing
    from orggraph.errors import OrgGraphError, UnknownNodeError, UnknownTermError
    from orggraph.formats.exchange import ReadOptions, WriteOptions
    from orggraph.model import (
        Count,
        Evidence,
        Filling,
        Node,
        PartialDate,
        Parts,
        Period,
        Relation,
        Seat,
        Source,
        Term,
    )
    from orggraph.queries.paths import Tier
    from orggraph.source import Problem, ReadError
    from orggraph.text import LocalText
    from orggraph.views.view import View

__version__ = "0.1.0"

_HOMES = {
    "orggraph.api.files": ("LossWarning", "convert", "dump", "load"),
    "orggraph.api.graph": ("OrgGraph",),
    "orggraph.drawing.drawing": ("Drawing",),
    "orggraph.errors": ("OrgGraphError", "UnknownNodeError", "UnknownTermError"),
    "orggraph.formats.exchange": ("ReadOptions", "WriteOptions"),
    "orggraph.model": (
        *("Count", "Evidence", "Filling", "Node", "PartialDate", "Parts", "Period", "Relation"),
        *("Seat", "Source", "Term"),
    ),
    "orggraph.queries.paths": ("Tier",),
    "orggraph.source": ("Problem", "ReadError"),
    "orggraph.text": ("LocalText",),
    "orggraph.views.view": ("View",),
}

__all__ = [
    "Count",
    "Drawing",
    "Evidence",
    "Filling",
    "LocalText",
    "LossWarning",
    "Node",
    "OrgGraph",
    "OrgGraphError",
    "PartialDate",
    "Parts",
    "Period",
    "Problem",
    "ReadError",
    "ReadOptions",
    "Relation",
    "Seat",
    "Source",
    "Term",
    "Tier",
    "UnknownNodeError",
    "UnknownTermError",
    "View",
    "WriteOptions",
    "convert",
    "dump",
    "load",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that each command loads what it needs."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module 'orggraph' has no attribute {name!r}")

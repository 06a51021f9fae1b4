"""The Python face of orggraph: organisations, and the files that they are in."""

from orggraph.api.files import LossWarning, convert, dump, load
from orggraph.api.graph import OrgGraph

__all__ = ["LossWarning", "OrgGraph", "convert", "dump", "load"]

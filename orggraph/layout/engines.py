"""Layout engines by name, behind one small protocol.

An engine puts nodes into ranks, and the nodes of each rank in order. Everything else (sizes,
distances between ranks, the lines) is our own, so that engines can be exchanged.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from orggraph.errors import OrgGraphError
from orggraph.layout.orient import Pull


class Spot(NamedTuple):
    """Something with a place in a rank: `width` is its extent along the rank.

    A `slim` one is a passage of lines, which may stand nearer to its neighbours.
    """

    id: str
    rank: int
    width: float
    slim: bool = False


class Engine(Protocol):
    """What lays out: see `find_ranks` and `find_places`.

    Both raise EngineError where the engine is missing, fails, or takes longer than it may.
    """

    def find_ranks(self, nodes: Sequence[str], pulls: Sequence[Pull]) -> Mapping[str, int]:
        """Return the rank of each node: 0 at the top, the upper end of a pull above the lower."""

    def find_places(
        self, spots: Sequence[Spot], pulls: Sequence[Pull], *, gap: float
    ) -> Mapping[str, float]:
        """Return where the middle of each spot is along its rank.

        A pull is between spots of neighbouring ranks. Spots of one rank are ``gap`` apart or more.
        """


class EngineError(OrgGraphError):
    """A layout engine that is missing, failed, or was stopped."""


def find_engine(name: str, *, time_limit: float = 20.0) -> Engine:
    """Return the engine called ``name``, which may take ``time_limit`` seconds at a time.

    Raises EngineError for a name that no engine has.
    """
    if name not in _MAKERS:
        from orggraph.source.guessing import suggest

        guess = suggest(name, ENGINES)
        key = "unknown-engine-guess" if guess else "unknown-engine"
        raise EngineError(key, name=name, known=", ".join(ENGINES), guess=guess)
    return _MAKERS[name](time_limit)


def _embedded(time_limit: float) -> Engine:
    from orggraph.layout.dot_engine import DotEngine

    return DotEngine("graphviz-pure", time_limit)


def _system(time_limit: float) -> Engine:
    from orggraph.layout.dot_engine import DotEngine

    return DotEngine("dot", time_limit)


def _tidy(time_limit: float) -> Engine:
    from orggraph.layout.tidy_engine import TidyEngine

    return TidyEngine()


_MAKERS: Mapping[str, Callable[[float], Engine]] = {
    "embedded": _embedded,
    "dot": _system,
    "tidy": _tidy,
}

ENGINES = tuple(_MAKERS)
"""The names of the engines: the one that is installed with orggraph, Graphviz as the system has it,
and our own for large trees."""

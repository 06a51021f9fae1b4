"""Graphviz's dot as a layout engine: run as a program of its own, which can be stopped."""

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from orggraph.layout.engines import EngineError, Spot
from orggraph.layout.orient import Pull

_POINTS = 72
"""Points in an inch: Graphviz measures boxes in inches. A pixel of ours is a point of Graphviz."""

_PATIENCE, _MOST_FOR_PATIENCE = 4, 500
"""How much longer than usual dot looks for an order with fewer crossings, up to so many edges."""

_REMEMBERED = 32
"""How many answers are remembered."""


class DotEngine:
    """Lays out with the program ``dot``, or one that takes the same options."""

    def __init__(self, program: str, time_limit: float) -> None:
        """Use ``program``, and stop it after ``time_limit`` seconds."""
        self._program = program
        self._time_limit = time_limit

    def find_ranks(self, nodes: Sequence[str], pulls: Sequence[Pull]) -> Mapping[str, int]:
        """See `Engine`. The ranks are those of the network simplex method."""
        widths = dict.fromkeys(nodes, 10.0)
        places = self._run(widths, [(p.upper, p.lower, p.weight, 1) for p in pulls], gap=10)
        heights = sorted({y for _, y in places.values()}, reverse=True)
        ranks = {height: rank for rank, height in enumerate(heights)}
        return {node: ranks[y] for node, (_, y) in places.items()}

    def find_places(
        self, spots: Sequence[Spot], pulls: Sequence[Pull], *, gap: float
    ) -> Mapping[str, float]:
        """See `Engine`."""
        ranks = {spot.id: spot.rank for spot in spots}
        edges = [(p.upper, p.lower, p.weight, ranks[p.lower] - ranks[p.upper]) for p in pulls]
        places = self._run({spot.id: spot.width for spot in spots}, edges, gap=gap)
        return {node: x for node, (x, _) in places.items()}

    def _run(
        self,
        widths: Mapping[str, float],
        edges: Sequence[tuple[str, str, int, int]],
        *,
        gap: float,
    ) -> dict[str, tuple[float, float]]:
        """Return the middle of each node, in points, y upwards."""
        names = {node: f"n{number}" for number, node in enumerate(widths)}
        source = _dot(names, widths, edges, gap)
        output = _ask(_find_program(self._program), source, self._time_limit)
        try:
            places = _read_plain(output, {name: node for node, name in names.items()})
        except (IndexError, KeyError, ValueError):
            places = {}
        if len(places) < len(names):
            raise EngineError("engine-unreadable", program=self._program)
        return places


@lru_cache(_REMEMBERED)
def _ask(program: str, source: str, time_limit: float) -> str:
    """Return what a program, by its path, answers; pictures in other colours ask the same again."""
    shown = Path(program).stem
    try:
        done = subprocess.run(
            [program, "-Kdot", "-Tplain"],
            input=source.encode("ascii"),
            capture_output=True,
            timeout=time_limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise EngineError("engine-slow", program=shown, seconds=time_limit) from None
    except OSError as error:
        raise EngineError(
            "engine-broken", program=shown, reason=error.strerror or str(error)
        ) from None
    if done.returncode != 0:
        reason = done.stderr.decode("utf-8", "replace").strip().splitlines() or [
            f"exit status {done.returncode}"
        ]
        raise EngineError("engine-broken", program=shown, reason=reason[-1])
    return done.stdout.decode("ascii", "replace")


def _find_program(program: str) -> str:
    """Return the path of a program: beside the running Python, where pip puts it, or elsewhere."""
    beside = str(Path(sys.executable).parent)
    found = shutil.which(program, path=beside) or shutil.which(program)
    if found is None:
        raise EngineError("engine-missing", program=program)
    return found


def _dot(
    names: Mapping[str, str],
    widths: Mapping[str, float],
    edges: Sequence[tuple[str, str, int, int]],
    gap: float,
) -> str:
    from graphviz import Digraph

    patience = _PATIENCE if len(edges) <= _MOST_FOR_PATIENCE else 1
    graph = Digraph(
        graph_attr={"nodesep": f"{gap / _POINTS:.4f}", "ranksep": "1", "mclimit": str(patience)},
        node_attr={"shape": "box", "fixedsize": "true", "label": "", "height": "0.2"},
    )
    for node, width in widths.items():
        graph.node(names[node], width=f"{width / _POINTS:.4f}")
    for upper, lower, weight, length in edges:
        graph.edge(names[upper], names[lower], weight=str(weight), minlen=str(length))
    return str(graph.source)


def _read_plain(output: str, nodes: Mapping[str, str]) -> dict[str, tuple[float, float]]:
    places = {}
    for line in output.splitlines():
        words = line.split()
        if words and words[0] == "node":
            x, y = float(words[2]) * _POINTS, float(words[3]) * _POINTS
            places[nodes[words[1]]] = (x, y)
    return places

"""The data as it was read, and what is found out about it, kept for as long as it is current."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from threading import RLock
from types import MappingProxyType
from typing import NamedTuple

from orggraph.checks.check import CheckReport, check
from orggraph.errors import OrgGraphError, UnknownNodeError
from orggraph.evidence.verify import Sources
from orggraph.explore.spec import DEEPEST, Spec
from orggraph.model import Graph, PartialDate
from orggraph.queries.names import find_node
from orggraph.reports.teller import Teller
from orggraph.source import Problem
from orggraph.text import shorten
from orggraph.themes.reading import DEFAULT, find_theme, is_theme_file, theme_names
from orggraph.themes.theme import Theme
from orggraph.vocabulary import REPORTING
from orggraph.words import LANGUAGES

LARGE = 20_000
"""A graph with more nodes is never gone through as a whole."""

MOST_WHOLE = 400
"""A graph with more nodes is at first shown around one of them."""

_KEPT = 16
_MOST_TOPS = 200
_CROWDED = 150
_OURS = MappingProxyType({name: name for name in theme_names()})


class Setup(NamedTuple):
    """How a page is set up: by whoever starts it, and not by whoever looks at it.

    `themes` are names or files by the ids that pages know them by; `start` is what is shown first,
    where that is said; `sources` are files by source id.
    """

    theme: str = DEFAULT
    themes: Mapping[str, str] = _OURS
    language: str | None = None
    start: Mapping[str, str] = MappingProxyType({})
    sources: Mapping[str, str] = MappingProxyType({})

    def find_theme(self, theme: str) -> Theme:
        """Return a theme; raises OrgGraphError for one that is not offered, or is broken by now."""
        if theme not in self.themes:
            known = ", ".join(self.themes)
            raise OrgGraphError("unknown-theme", theme=shorten(theme), known=known)
        return find_theme(self.themes[theme])

    def language_for(self, graph: Graph) -> str:
        """Return the language of a page that does not say: as set up, else that of the data."""
        said = self.language or graph.language
        return said if said in LANGUAGES else "en"


def set_up(
    *,
    theme: str | None = None,
    language: str | None = None,
    start: Mapping[str, str] = MappingProxyType({}),
    sources: Mapping[str, str] = MappingProxyType({}),
) -> Setup:
    """Return how a page is set up; a ``theme`` of a file is offered beside those of orggraph.

    Raises what `find_theme` does for a theme that cannot be used.
    """
    if theme is None:
        return Setup(DEFAULT, _OURS, language, start, sources)
    name = find_theme(theme).name
    own = {name: theme} if is_theme_file(theme) else {}
    return Setup(name, {**_OURS, **own}, language, start, sources)


def find_start(
    graph: Graph,
    *,
    around: str | None = None,
    depth: int | None = None,
    as_of: PartialDate | None = None,
) -> dict[str, str]:
    """Return what is shown first: around a node, by any of its names, and on a date.

    Raises UnknownNodeError, and OrgGraphError for a depth without a node, or for too much depth.
    """
    if depth is not None and around is None:
        raise OrgGraphError("explore-depth-alone")
    if depth is not None and depth > DEEPEST:
        raise OrgGraphError("explore-too-deep", depth=depth, most=DEEPEST)
    start = {}
    if around is not None:
        start = {"around": find_node(graph, around).id, "depth": str(depth or 1)}
    if as_of is not None:
        start["as_of"] = str(as_of)
    return start


class Ground:
    """A graph, and the answers about all of it that take long to find.

    ``version`` is another whenever the data is, and ``notices`` tell what reading it found out.
    Where ``cards`` are said, pictures have no others.
    """

    def __init__(
        self,
        graph: Graph,
        setup: Setup,
        *,
        version: str = "",
        notices: Iterable[Problem] = (),
        cards: Iterable[str] | None = None,
    ) -> None:
        self.graph = graph
        self.setup = setup
        self.version = version
        self.cards = None if cards is None else frozenset(cards)
        self.notices = tuple(notices)
        self.lock = RLock()
        self.sources = Sources(graph, setup.sources)
        self.graph_on = lru_cache(_KEPT)(self._graph_on)
        self.check_on = lru_cache(_KEPT)(self._check_on)
        self.findings_on = lru_cache(_KEPT)(self._findings_on)

    @cached_property
    def is_large(self) -> bool:
        """Whether there are too many nodes to go through them all for an answer."""
        return len(self.graph.nodes) > LARGE

    @cached_property
    def start(self) -> Mapping[str, str]:
        """What to show first: as set up, else all, else what is around a top of the lines.

        That is the top with most below it, of those that a picture has room for.
        """
        graph = self.graph
        if "around" in self.setup.start or len(graph.nodes) <= MOST_WHOLE:
            return self.setup.start
        reporting = graph.vocabulary.types_of(family=REPORTING)
        tops = list(graph.index.tops(reporting))[:_MOST_TOPS]
        tops.sort(key=lambda node: (-graph.index.count_below(node, reporting), node))
        roomy = (node for node in tops if len(graph.relations_to(node)) <= _CROWDED)
        first = next(roomy, None) or next(iter(tops), None) or next(iter(graph.nodes))
        return {"around": first, "depth": "1", **self.setup.start}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many relations of each type there are, on any date."""
        count = self.graph.index.count_relations
        return {type_: count({type_}) for type_ in self.graph.vocabulary.types}

    def graph_of(self, spec: Spec) -> Graph:
        """Return the graph that is told of: that of the date, with relations of every type.

        What a filter leaves out is still true: no seat is vacant because its holder is not drawn.
        """
        return self.graph_on(spec.as_of)

    def tell(self, spec: Spec) -> Teller:
        """Return what tells of the graph that is shown, in its language."""
        return Teller(self.graph_of(spec), spec.lang, self.sources)

    def require(self, graph: Graph, node: str) -> None:
        """Raise UnknownNodeError for what is no node of a graph."""
        if node not in graph.nodes:
            raise UnknownNodeError("unknown-node-id", candidates=(), query=node)

    def _graph_on(self, as_of: PartialDate | None) -> Graph:
        return self.graph if as_of is None else self.graph.restricted(as_of=as_of)

    def _check_on(self, as_of: PartialDate | None) -> CheckReport | None:
        """Return what checks find on a date; None where the graph is too large to be checked."""
        if self.is_large:
            return None
        return check(self.graph_on(as_of), self.sources)

    def _findings_on(self, as_of: PartialDate | None) -> Mapping[str, tuple[Problem, ...]]:
        """Return the findings on a date by the nodes that they concern; those of seats by body."""
        found: dict[str, list[Problem]] = defaultdict(list)
        report = self.check_on(as_of)
        for problem in report.problems if report else ():
            for node in self.nodes_of(problem):
                found[node].append(problem)
        return {node: tuple(problems) for node, problems in found.items()}

    def nodes_of(self, problem: Problem) -> tuple[str, ...]:
        """Return the nodes that a finding concerns: those it names, and the bodies of seats."""
        seats, nodes = self.graph.seats, self.graph.nodes
        bodies = ((seats[each].body if each in seats else each) for each in problem.subjects)
        return tuple(dict.fromkeys(each for each in bodies if each in nodes))

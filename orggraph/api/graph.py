"""An organisation with its questions and its pictures as methods."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from orggraph.api.pictures import Pictures
from orggraph.api.questions import Questions

if TYPE_CHECKING:
    import networkx as nx


class OrgGraph(Questions, Pictures):
    """An organisation: what can be asked of it, how it is drawn, and what it is written as."""

    def to_networkx(self, *, derived: bool = True) -> "nx.MultiDiGraph[str]":
        """Return the graph as networkx knows it: edges keyed by type, all attributes kept."""
        from orggraph.formats.graphs.networkx_graph import to_networkx

        return to_networkx(self, derived=derived)

    def to_yaml(self) -> str:
        """Return the graph as the text of a data file."""
        from orggraph.formats.yaml.writer import dump_yaml

        return dump_yaml(self)

    def report(
        self,
        result: object,
        format: str = "text",  # noqa: A002
        *,
        language: str = "en",
        sources: Mapping[str, str] | None = None,
    ) -> str:
        """Return the result of a question in words: as text, markdown, json or csv.

        ``sources`` are files by source id, as for `check`.
        """
        from orggraph.evidence.verify import Sources
        from orggraph.reports.formats import write
        from orggraph.reports.registry import report
        from orggraph.reports.teller import Teller

        tell = Teller(self, language, Sources(self, sources))
        return write(report(tell, result), format)

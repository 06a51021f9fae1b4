"""Tells parts of a graph in one language, with their evidence and in tables."""

from collections.abc import Collection, Iterable, Sequence

from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import Evidence, Graph
from orggraph.queries.telling import Telling
from orggraph.reports.blocks import Record, Table


class Teller(Telling):
    """What `Telling` says, and what it rests on."""

    def __init__(self, graph: Graph, language: str, sources: Sources | None = None) -> None:
        super().__init__(graph, language)
        self.sources = sources or Sources(graph)

    def evidence(self, evidence: Evidence) -> str:
        """Return a quotation with its source, its paragraph, and what became of it."""
        verification = self.sources.verify(evidence)
        if verification.status is EvidenceStatus.VERIFIED:
            place = self.say("in-paragraph", paragraph=verification.paragraph)
        else:
            place = self.say(f"evidence-{verification.status}")
        return f"{evidence.source}{place}: “{evidence.quote}”"

    def evidence_records(self, evidence: Iterable[Evidence]) -> list[Record]:
        """Return quotations as JSON."""
        return [evidence_record(self.sources.verify(item)) for item in evidence]

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, keep: Collection[str] = ()
    ) -> Table:
        """Return a table without the columns in which it says nothing, except those to ``keep``.

        ``columns`` are the keys of their headings, and name a cell of each row.
        """
        used = [i for i, column in enumerate(columns) if column in keep or any(r[i] for r in rows)]
        return Table(
            tuple(self.say(f"col-{columns[i]}") for i in used),
            tuple(tuple(row[i] for i in used) for row in rows),
        )


def evidence_record(verification: Verification) -> Record:
    """Return a quotation, and what became of it, as JSON."""
    return {
        "source": verification.evidence.source,
        "quote": verification.evidence.quote,
        "status": str(verification.status),
        "paragraph": verification.paragraph,
    }

"""Tells parts of a graph in one language, with their evidence and in tables."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from orggraph.evidence.verify import EvidenceStatus, Sources, Verification
from orggraph.model import Evidence, Graph
from orggraph.model.index import AHEAD
from orggraph.queries.telling import Telling
from orggraph.reports.blocks import Linked, Record, Table

if TYPE_CHECKING:
    from orggraph.queries.rows import Rows

MEASURED = 4_000
"""How many rows of a table are looked at before it is laid out."""

_AT_FIRST = 16
_AT_ONCE = AHEAD // 2  # rows, of two nodes each

T = TypeVar("T")
U = TypeVar("U")


class Teller(Telling):
    """What `Telling` says, and what it rests on."""

    def __init__(self, graph: Graph, language: str, sources: Sources | None = None) -> None:
        super().__init__(graph, language)
        self.sources = sources or Sources(graph)

    def evidence(self, evidence: Evidence) -> str:
        """Return a quotation with its source, its paragraph, and what became of it.

        It leads to the words themselves where the source is a page.
        """
        return self.quote(self.sources.verify(evidence))

    def quote(self, verification: Verification) -> str:
        """Return a quotation that was held against its source, as `evidence` does."""
        evidence = verification.evidence
        if verification.status is EvidenceStatus.VERIFIED:
            place = self.say("in-paragraph", paragraph=verification.paragraph)
        else:
            place = self.say(f"evidence-{verification.status}")
        url = self.sources.url(evidence)
        is_page = url is not None and url.lower().startswith(("http://", "https://"))
        words = f"{evidence.source}{place}: “{evidence.quote}”"
        return Linked(words, url if is_page else None)

    def evidence_records(self, evidence: Iterable[Evidence]) -> list[Record]:
        """Return quotations as JSON."""
        return [evidence_record(self.sources, self.sources.verify(item)) for item in evidence]

    def each(
        self, rows: Iterable[T], tell: Callable[[T], U], nodes: Callable[[T], Iterable[str]]
    ) -> "Rows[U]":
        """Return what is told of each row, when it is asked for.

        The ``nodes`` that rows are about are read some rows at a time.
        """
        from orggraph.queries.rows import Rows, by_batch  # most answers are short

        def told() -> Iterator[U]:
            for batch in by_batch(rows, _AT_ONCE, _AT_FIRST):
                self.graph.index.read_ahead([node for row in batch for node in nodes(row)])
                yield from map(tell, batch)

        return Rows(told)

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[str]], *, keep: Collection[str] = ()
    ) -> Table:
        """Return a table without the columns in which it says nothing, except those to ``keep``.

        ``columns`` are the keys of their headings, and name a cell of each row. With more rows than
        `MEASURED` it has them all.
        """
        first = list(islice(rows, MEASURED + 1))
        if len(first) > MEASURED:
            from orggraph.queries.rows import Rows  # most answers are short

            headings = tuple(self.say(f"col-{column}") for column in columns)
            return Table(headings, Rows(lambda: map(tuple, rows)))
        rows = first
        used = [i for i, column in enumerate(columns) if column in keep or any(r[i] for r in rows)]
        return Table(
            tuple(self.say(f"col-{columns[i]}") for i in used),
            tuple(tuple(row[i] for i in used) for row in rows),
        )


def evidence_record(sources: Sources, verification: Verification) -> Record:
    """Return a quotation, and what became of it, as JSON.

    `start` and `end` are characters of the paragraph. `places` are those of an ambiguous quotation;
    `closest`, `differs` and `parts` tell how one that is not found falls short.
    """
    evidence, span, nearest = verification.evidence, verification.span, verification.nearest
    ambiguous = verification.status is EvidenceStatus.AMBIGUOUS
    return {
        "source": evidence.source,
        "quote": evidence.quote,
        "status": str(verification.status),
        "paragraph": verification.paragraph,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "url": sources.url(evidence),
        "places": [
            {"paragraph": place.paragraph + 1, "start": place.start, "end": place.end}
            for place in (verification.spans if ambiguous else ())
        ],
        "closest": nearest.paragraph + 1 if nearest else None,
        "differs": [
            {"quote": difference.quoted, "document": difference.document}
            for difference in (nearest.differences if nearest else ())
        ],
        "parts": [
            {"quote": part.quoted, "paragraphs": [number + 1 for number in part.paragraphs]}
            for part in (nearest.scattered if nearest else ())
        ],
    }

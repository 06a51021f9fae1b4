"""The notes of a report: what its statements rest on, each piece of evidence once."""

from collections.abc import Iterable

from orggraph.documents.document import Note, Run
from orggraph.evidence.verify import EvidenceStatus
from orggraph.model import Evidence
from orggraph.reports.teller import Teller
from orggraph.views.citations import is_web_address


class Notes:
    """Gives evidence its numbers, in the order of its first use.

    The same words of the same source have one number, however often they are used.
    """

    def __init__(self, tell: Teller) -> None:
        self._tell = tell
        self._numbers: dict[Evidence, int] = {}

    def numbers(self, *evidence: Iterable[Evidence]) -> tuple[int, ...]:
        """Return the numbers of the notes of some evidence, in their order, each once."""
        found = {self._number(each) for some in evidence for each in some}
        return tuple(sorted(found))

    def _number(self, evidence: Evidence) -> int:
        return self._numbers.setdefault(evidence, len(self._numbers) + 1)

    def all(self) -> tuple[Note, ...]:
        """Return all notes that have a number by now."""
        return tuple(self._note(number, each) for each, number in self._numbers.items())

    def _note(self, number: int, evidence: Evidence) -> Note:
        tell = self._tell
        source = tell.sources.source(evidence.source)
        found = tell.sources.verify(evidence)
        title = tell.text(source.title)
        named = f"{source.publisher}: {title}" if source.publisher else title
        if found.status is EvidenceStatus.VERIFIED:
            words = tell.say("note-verified", paragraph=found.paragraph, quote=evidence.quote)
        else:
            state = tell.say(f"note-{found.status}")
            words = tell.say("note-doubtful", quote=evidence.quote, state=state)
        url = tell.sources.url(evidence)
        href = url if url is not None and is_web_address(url) else None
        return Note(number, (Run(f"{named}, {words}"),), href)

"""Quotations as a page shows them: with the whole paragraph, and the words marked in it."""

from collections.abc import Iterable
from typing import Any

from orggraph.evidence.documents import Document
from orggraph.evidence.verify import Verification
from orggraph.model import Evidence
from orggraph.reports.teller import Teller
from orggraph.views.citations import is_web_address


def tell_evidence(tell: Teller, evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    """Return quotations as JSON; ``marks`` are places in ``text`` in units of UTF-16.

    A browser counts in those. There is a text where the source is at hand and has the words in one
    paragraph.
    """
    return [_tell(tell, each) for each in evidence]


def _tell(tell: Teller, evidence: Evidence) -> dict[str, Any]:
    found = tell.sources.verify(evidence)
    url = tell.sources.url(evidence)
    text = _paragraph(tell, found)
    status = str(found.status)
    return {
        "source": evidence.source,
        "title": tell.text(tell.sources.sources[evidence.source].title),
        "quote": evidence.quote,
        "status": status,
        "status_label": tell.say(f"explore-evidence-{status.replace('_', '-')}"),
        "paragraph": found.paragraph,
        "text": text,
        "marks": [] if text is None else _marks(evidence, text),
        "href": url if url is not None and is_web_address(url) else None,
    }


def _paragraph(tell: Teller, found: Verification) -> str | None:
    document = tell.sources.document(found.evidence.source)
    if found.paragraph is None or not isinstance(document, Document):
        return None
    return document.paragraphs[found.paragraph - 1]


def _marks(evidence: Evidence, text: str) -> list[tuple[int, int]]:
    """Return where each part of a quotation stands in its paragraph."""
    from orggraph.evidence.matching import fold_text, place_parts

    folded = fold_text(text)
    places = (folded.span(*place) for place in place_parts(evidence.parts, folded) or ())
    return [(_utf16(text[:start]), _utf16(text[:end])) for start, end in places]


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2

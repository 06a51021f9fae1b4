"""Where on the web the words stand that something in a picture rests on."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from orggraph.evidence.fragments import quote_fragment, with_fragment
from orggraph.model import Evidence, Graph

_SCHEMES = ("http", "https")


def find_href(graph: Graph, evidence: Iterable[Evidence]) -> str | None:
    """Return the address of the first quotation whose source is on the web; None without one.

    It leads to the words as they are quoted, whether or not the document is at hand: a picture must
    be the same on every machine. Addresses other than of the web are passed over.
    """
    for each in evidence:
        source = graph.sources.get(each.source)
        url = "" if source is None or source.url is None else source.url.strip()
        if is_web_address(url):
            return with_fragment(url, quote_fragment(each))
    return None


def is_web_address(url: str) -> bool:
    """Whether ``url`` is one that a picture may lead to: no script, no file."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme.lower() in _SCHEMES and bool(parts.netloc)

"""Which IRI a writer gives to each part of a graph."""

from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from urllib.parse import quote

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Content
from orggraph.formats.ids import make_slug
from orggraph.formats.rdf.terms import DEFAULT_BASE, Iri, iri, is_iri
from orggraph.model import Evidence, Node, Seat
from orggraph.text import LocalText
from orggraph.vocabulary import RelationType

IRI_SCHEME = "iri"
"""The scheme under which a node keeps the IRI that another file knows it by."""

_BETWEEN = ("/", "#", ":")


def find_base(given: str | None) -> str:
    """Return what ids are put behind; raises OrgGraphError for what cannot begin an IRI."""
    base = given or DEFAULT_BASE
    if not is_iri(base):
        raise OrgGraphError("rdf-base", base=base)
    return base if base.endswith(_BETWEEN) else f"{base}/"


class Naming:
    """The IRIs of one graph: those that its nodes bring, and others behind a base."""

    def __init__(self, content: Content, base: str, taken: Iterable[str]) -> None:
        """Name the parts of ``content``; no relation type is named by an IRI that is ``taken``."""
        self.base = base
        claims = [(node.id, _claimed(node, base)) for node in content.iter_nodes()]
        times = Counter(claim for _, claim in claims)
        self._nodes = {id_: Iri(c) for id_, c in claims if c is not None and times[c] == 1}
        types = content.vocabulary.types.values()
        self._types = _name_types(types, base, frozenset(taken))
        self._shared: dict[tuple[str, LocalText], Iri] = {}

    def own(self, node: Node | str) -> Iri | None:
        """Return the IRI that a node brings with it; None where it has an id alone."""
        return self._nodes.get(node if isinstance(node, str) else node.id)

    def node(self, id_: str) -> Iri:
        """Return the IRI of a node."""
        return self._nodes.get(id_) or Iri(self.base + id_)

    def type(self, id_: str) -> Iri:
        """Return the property that a relation type is."""
        return self._types[id_]

    def part(self, what: str, *path: str) -> Iri:
        """Return the IRI of something that is no node: a seat, a source, a relation."""
        return Iri("/".join((f"{self.base}{what}", *(quote(p, safe=":") for p in path))))

    def seat(self, body: str, key: str) -> Iri:
        """Return the IRI of a seat."""
        return self.part("seat", body, key)

    def seat_of(self, seat: Seat) -> Iri:
        """Return the IRI of a seat."""
        return self.seat(seat.body, seat.key)

    def evidence(self, evidence: Evidence) -> Iri:
        """Return the IRI of a quotation: the same for the same words of the same source."""
        return self.part("evidence", _mark(str(evidence)))

    def concept(self, what: str, text: LocalText) -> Iri:
        """Return the IRI of a text that many things may share, such as a classification."""
        marked = f"{make_slug(text.original)}-{_mark(repr(text.values))}".lstrip("-")
        return self.part(what, marked)


def _mark(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:12]


def _claimed(node: Node, base: str) -> str | None:
    """Return the one IRI among the identifiers of a node, unless it looks like one of ours."""
    own = [value for scheme, value in node.identifiers if scheme == IRI_SCHEME]
    fits = len(own) == 1 and is_iri(own[0]) and not own[0].startswith(base)
    return own[0] if fits else None


def _name_types(
    types: Iterable[RelationType], base: str, taken: frozenset[str]
) -> Mapping[str, Iri]:
    """Return the property for each type: its own IRI, else one of ours by its id."""
    from orggraph.vocabulary import core_vocabulary

    core = core_vocabulary().types
    named: dict[str, Iri] = {}
    used: set[str] = set(taken) | {t.iri for t in core.values() if t.iri}
    for type_ in types:
        is_core = type_.id in core and core[type_.id].iri == type_.iri
        free = type_.iri is not None and is_iri(type_.iri) and type_.iri not in used
        if type_.iri is not None and (free or is_core):
            named[type_.id] = Iri(type_.iri)
            used.add(type_.iri)
        elif type_.id in core:
            named[type_.id] = Iri(iri("og:") + type_.id)
        else:
            named[type_.id] = Iri(f"{base}type/{quote(type_.id, safe='')}")
    return named

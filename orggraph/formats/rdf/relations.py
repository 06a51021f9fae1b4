"""Read the relations of an RDF file: statements, their reifications, and memberships."""

from collections.abc import Callable
from typing import Any

from orggraph.formats.rdf.extension import take_json
from orggraph.formats.rdf.seats import SeatNames, fillings_of, read_role, seat_entry
from orggraph.formats.rdf.shared import Shared, parse_date
from orggraph.formats.rdf.terms import Iri, Term, Words, iri
from orggraph.formats.rdf.triples import Thing
from orggraph.formats.rdf.understood import ENDS, MEMBERSHIP_OF, SAME_RELATION, STARTS
from orggraph.text import LocalText
from orggraph.vocabulary import RelationType, core_vocabulary

_HEAD_OF = iri("org:headOf")
_HEAD = LocalText.of("head", "en", da="leder")
_INSTANTS = tuple(
    map(
        iri,
        "time:inXSDDate time:inXSDgYearMonth time:inXSDgYear time:inXSDDateTime"
        " time:inXSDDateTimeStamp".split(),
    )
)


class RelationReader:
    """Reads all relations of a file, each once, however often and in whichever way it is said."""

    def __init__(self, shared: Shared, seats: SeatNames) -> None:
        self.shared = shared
        self.triples = shared.triples
        self.seats = seats
        self.core = core_vocabulary().types
        self.added: set[tuple[str, str, str]] = set()
        self.types: dict[Thing, tuple[str, bool]] = {}
        self._learn_types()

    def _learn_types(self) -> None:
        for type_ in self.core.values():
            self.types[iri(f"og:{type_.id}")] = type_.id, False
            if type_.iri:
                self.types[Iri(type_.iri)] = type_.id, False
        for foreign, (meant, inverse) in SAME_RELATION.items():
            self.types[foreign] = self.types[meant][0], inverse
        for subject in self.shared.of_type("og:RelationType"):
            self.shared.take_type(subject, "rdf:Property")
            self.shared.text(subject, "rdfs:label")
            if id_ := self.shared.plain(subject, "og:id"):
                self.types[subject] = id_, False

    def read_all(self) -> None:
        """Add everything that relates nodes to each other to the document."""
        self._read_seats()
        for subject in self.shared.of_type("org:Membership"):
            self._read_reified(subject, self._membership, MEMBERSHIP_OF)
        for subject in self.shared.of_type("rdf:Statement"):
            self.shared.take_type(subject, "og:Relation")
            property_ = self.triples.take_thing(subject, iri("rdf:predicate"))
            self._read_reified(subject, self._statement, property_)
        for subject in self.shared.things.nodes:
            for property_, values in self.triples.properties(subject).items():
                for value in values if property_ in self.types or property_ == _HEAD_OF else ():
                    self._read_plain(subject, property_, value)

    def _read_seats(self) -> None:
        for subject, (body, key) in self.seats.items():
            entry = seat_entry(self.shared, subject)
            by_type: dict[str, list[str]] = {}
            for how, by in fillings_of(self.shared, subject, self.types):
                by_type.setdefault(how, []).append(by)
            entry |= {self._inverse_words(id_): nodes for id_, nodes in by_type.items()}
            self.shared.document.add_seat(body, key, entry, self.shared.place(subject))

    def _inverse_words(self, type_id: str) -> str:
        """Return a key that reads a type backwards."""
        if type_id in self.core:
            return self.core[type_id].inverse.original
        said = self.shared.document.head.get("vocabulary", {}).get("types", {}).get(type_id, {})
        inverse = said.get("inverse", type_id) if isinstance(said, dict) else type_id
        return next(iter(inverse.values())) if isinstance(inverse, dict) else str(inverse)

    def _read_plain(self, subject: Thing, property_: Any, value: Term) -> None:
        one, other = self.shared.things.ids[subject], self.shared.known(subject, property_, value)
        if other is None:
            return
        if property_ == _HEAD_OF:
            type_id, inverse = self.types[MEMBERSHIP_OF]
            attributes = {"role": _HEAD.translations}
        else:
            type_id, inverse = self.types[property_]
            attributes = {}
        source, target = (other, one) if inverse else (one, other)
        if not self._fits(type_id, source, target):
            return
        self.triples.take(subject, property_, value)
        if (source, type_id, target) not in self.added:
            self._add(source, type_id, target, attributes, subject)

    def _fits(self, type_id: str, source: str, target: str) -> bool:
        """Whether a relation may join things of these kinds; types of the file's own always may."""
        type_: RelationType | None = self.core.get(type_id)
        return type_ is None or (
            self.shared.kind_of(source) in type_.sources
            and self.shared.kind_of(target) in type_.targets
        )

    def _read_reified(
        self,
        subject: Thing,
        ends: Callable[[Thing], tuple[str | None, str | None]],
        property_: Thing | None,
    ) -> None:
        source, target = ends(subject)
        known = None if property_ is None else self.types.get(property_)
        type_id, inverse = known or ("", False)
        if inverse:
            source, target = target, source
        if source is None or target is None or not type_id:
            self.triples.give_back(subject)
            return
        attributes = self._attributes(subject)
        self._add(source, type_id, target, attributes, subject)

    def _add(
        self, source: str, type_id: str, target: str, attributes: dict[str, Any], subject: Thing
    ) -> None:
        self.added.add((source, type_id, target))
        place = self.shared.place(subject)
        self.shared.document.add_relation(source, type_id, target, attributes, place)

    def _membership(self, subject: Thing) -> tuple[str | None, str | None]:
        return self.shared.node(subject, "org:member"), self.shared.node(
            subject, "org:organization"
        )

    def _statement(self, subject: Thing) -> tuple[str | None, str | None]:
        return self.shared.node(subject, "rdf:subject"), self.shared.node(subject, "rdf:object")

    def _attributes(self, subject: Thing) -> dict[str, Any]:
        shared = self.shared
        entry = {
            "id": shared.plain(subject, "og:id"),
            "role": read_role(shared, subject),
            "vote": shared.plain(subject, "og:vote"),
            "represents": shared.node(subject, "og:onBehalfOf"),
            "seat": self._seat(subject),
            "line": shared.plain(subject, "og:line"),
            "inferred": take_json(self.triples, subject, "og:inferred"),
            "note": shared.text(subject, "rdfs:comment"),
            **shared.dates(subject, STARTS, ENDS),
            **self._during(subject),
            **shared.common(subject),
        }
        return {key: value for key, value in entry.items() if value}

    def _seat(self, subject: Thing) -> str | None:
        for seat in self.triples.look(subject, iri("og:seat")):
            if not isinstance(seat, Words) and seat in self.seats:
                self.triples.take(subject, iri("og:seat"), seat)
                return "/".join(self.seats[seat])
        return None

    def _during(self, subject: Thing) -> dict[str, str]:
        """Take the interval of a membership, in the terms of OWL-Time."""
        entry: dict[str, str] = {}
        for interval in self.triples.take_things(subject, iri("org:memberDuring")):
            self.shared.take_type(interval, "time:Interval", "time:ProperInterval")
            for key, end in (("from", "time:hasBeginning"), ("until", "time:hasEnd")):
                instant = self.triples.take_thing(interval, iri(end))
                if instant is None:
                    continue
                self.shared.take_type(instant, "time:Instant")
                for property_ in _INSTANTS:
                    for value in self.triples.look(instant, property_):
                        date = parse_date(value)
                        if date is not None and entry.setdefault(key, date) == date:
                            self.triples.take(instant, property_, value)
        return entry

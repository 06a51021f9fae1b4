"""The parts of a graph as the entries of a data file: plain mappings, lists and texts."""

from collections.abc import Iterable, Mapping
from typing import Any

from orggraph.formats.exchange import Content
from orggraph.formats.yaml.text import Bare, Flow, FlowList
from orggraph.model import (
    Count,
    Evidence,
    Node,
    Period,
    Relation,
    RoleName,
    Seat,
    Source,
    Statement,
    identifiers_by_scheme,
)
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary, core_vocabulary


class Entries:
    """The parts of one graph as plain mappings, in the order that people expect.

    All values are texts, lists and mappings; their types tell how YAML is best laid out, and other
    formats need not look at them.
    """

    def __init__(self, content: Content) -> None:
        self.content = content
        self.vocabulary = content.vocabulary

    def head(self) -> dict[str, Any]:
        """Return what stands at the top of a data file."""
        entry: dict[str, Any] = {}
        if self.content.title:
            entry["title"] = self.text(self.content.title)
        entry["language"] = self.content.language
        entry |= _filled(
            sources={s.id: self.source(s) for s in self.content.sources.values()},
            vocabulary=self.added_terms(),
            rules=self.rules(),
        )
        return entry

    def text(self, text: LocalText) -> Any:
        """Return a text: alone in the graph's own language, else by language."""
        if len(text.values) == 1 and text.language == self.content.language:
            return text.original
        return Flow(text.translations)

    def source(self, source: Source) -> dict[str, Any]:
        """Return a source: all but its id."""
        entry: dict[str, Any] = {"title": self.text(source.title)}
        entry |= _present(publisher=source.publisher, url=source.url, file=source.file)
        if source.date:
            entry["date"] = Bare(source.date)
        entry |= _present(sha256=source.sha256)
        if source.set_aside:
            entry["set aside"] = [
                {"quote": aside.quote, "reason": self.text(aside.reason)}
                for aside in source.set_aside
            ]
        return entry

    def rules(self) -> dict[str, Any]:
        """Return how rules are set, by code."""
        entry: dict[str, list[Flow]] = {}
        for setting in self.content.settings:
            said = Flow(severity=Bare(setting.severity))
            if setting.subjects:
                said["for"] = one_or_many(list(setting.subjects))
            said["reason"] = self.text(setting.reason)
            entry.setdefault(setting.code, []).append(said)
        return {code: one_or_many(said) for code, said in entry.items()}

    def node(self, node: Node) -> dict[str, Any]:
        """Return a node: all but its kind, its id and what relates to it."""
        entry: dict[str, Any] = self._name(node.name)
        if node.aliases:
            entry["aliases"] = FlowList(node.aliases)
        if node.title:
            entry["title"] = self.text(node.title)
        if node.classification:
            entry["classification"] = self.text(node.classification)
        if node.identifiers:
            entry["identifiers"] = self._identifiers(node)
        if node.collective:
            entry["collective"] = Bare("yes")
        if node.roster != "unknown":
            entry["roster"] = node.roster
        entry |= self._common(node.period, node.status, node.note, node.evidence)
        if node.purposes:
            entry["purposes"] = [self._purpose(purpose) for purpose in node.purposes]
        return entry

    def _name(self, name: LocalText, key: str = "name") -> dict[str, Any]:
        """Return a name with its translation beside it, where both are in everyday languages."""
        others = {k: v for k, v in name.translations.items() if k != name.language}
        if name.language == self.content.language and set(others) <= {"da", "en"}:
            return {key: name.original, **others}
        return {key: self.text(name)}

    def _common(
        self,
        period: Period,
        status: str,
        note: LocalText | None,
        evidence: tuple[Evidence, ...],
    ) -> dict[str, Any]:
        entry: dict[str, Any] = {}
        if period.start:
            entry["from"] = Bare(period.start)
        if period.end:
            entry["until"] = Bare(period.end)
        if status != "stated":
            entry["status"] = status
        if note:
            entry["note"] = self.text(note)
        if evidence:
            entry["evidence"] = one_or_many([str(e) for e in evidence])
        return entry

    def _identifiers(self, node: Node) -> Flow:
        by_scheme = identifiers_by_scheme(node)
        return Flow({scheme: one_or_many(values) for scheme, values in by_scheme.items()})

    def _purpose(self, purpose: Statement) -> Any:
        entry = self._name(purpose.text, "text")
        entry |= self._common(Period(), purpose.status, None, purpose.evidence)
        return entry["text"] if len(entry) == 1 and isinstance(entry["text"], str) else Flow(entry)

    def relation(self, relation: Relation) -> Flow:
        """Return the attributes of a relation: all but its type and its ends."""
        seat_body, seat = relation.seat_body, relation.seat
        entry = Flow()
        if relation.id != relation.usual_id:
            entry["id"] = relation.id
        entry |= self._seating(relation.role, relation.vote, relation.represents)
        if seat:
            entry["seat"] = f"{seat_body}/{seat}" if seat_body else seat
        if relation.line != "solid":
            entry["line"] = relation.line
        common = self._common(relation.period, relation.status, relation.note, relation.evidence)
        if relation.inferred:
            entry["inferred"] = Flow({k: self.text(v) for k, v in relation.inferred})
        entry |= common
        return entry

    def _seating(
        self, role: RoleName | None, vote: bool | None, represents: str | None
    ) -> dict[str, Any]:
        entry: dict[str, Any] = {}
        if role:
            entry["role"] = role.id or self.text(role.label)
        if vote is not None:
            entry["vote"] = Bare("yes" if vote else "no")
        if represents:
            entry["represents"] = represents
        return entry

    def seat(self, seat: Seat) -> Flow:
        """Return a seat: all but its body and its key."""
        entry = Flow()
        if seat.name:
            entry["name"] = self.text(seat.name)
        entry |= self._seating(seat.role, None, None)
        if seat.count != Count():
            entry["count"] = Bare(seat.count)
        by_label: dict[str, list[str]] = {}
        for filling in seat.fillings:
            label = self.vocabulary.types[filling.type].inverse.in_language("en")
            by_label.setdefault(label, []).append(filling.by)
        entry |= {label: one_or_many(ids) for label, ids in by_label.items()}
        if seat.term:
            entry["term"] = str(seat.term)
        entry |= self._seating(None, seat.vote, seat.represents)
        entry |= self._common(seat.period, seat.status, seat.note, seat.evidence)
        return entry

    def added_terms(self) -> dict[str, Any]:
        """Return the terms that the core vocabulary does not have, or not in these words."""
        core = core_vocabulary()
        own = self.vocabulary
        entry = {
            "families": {
                f.id: {"label": self.text(f.label)} for f in _added(own.families, core.families)
            },
            "types": {t.id: self._type(t.id, own) for t in _added(own.types, core.types)},
            "roles": {
                r.id: {"label": self.text(r.label)} | _lists(aliases=r.aliases)
                for r in _added(own.roles, core.roles)
            },
        }
        return {heading: terms for heading, terms in entry.items() if terms}

    def _type(self, type_id: str, own: Vocabulary) -> dict[str, Any]:
        type_ = own.types[type_id]
        entry: dict[str, Any] = {"family": type_.family}
        for name, kinds in (("source", type_.sources), ("target", type_.targets)):
            if kinds != set(own.kinds):
                entry[name] = FlowList(k for k in own.kinds if k in kinds)
        entry["label"] = self.text(type_.label)
        entry["inverse"] = self.text(type_.inverse)
        entry |= _lists(
            traits=sorted(type_.traits),
            aliases=type_.aliases,
            **{"inverse aliases": type_.inverse_aliases},
        )
        return entry | _present(iri=type_.iri)


def _added(own: Mapping[str, Any], core: Mapping[str, Any]) -> list[Any]:
    return [term for id_, term in own.items() if core.get(id_) != term]


def _present(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}


def _lists(**values: Iterable[str]) -> dict[str, Any]:
    return {key: FlowList(items) for key, items in values.items() if items}


def one_or_many(items: list[Any]) -> Any:
    """Return the one item alone, or the list of several."""
    return items[0] if len(items) == 1 else FlowList(items)


def _filled(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}

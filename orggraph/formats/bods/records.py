"""The records of BODS as nodes and relations."""

from collections.abc import Iterable, Sequence
from typing import Any

from orggraph.formats.bods.shares import read_share
from orggraph.formats.bods.statements import Statement, remark_rest
from orggraph.formats.bods.terms import ON_BOARD, find_code, make_vocabulary, type_id
from orggraph.formats.dates import find_date
from orggraph.formats.document import Document
from orggraph.formats.exchange import Remarks
from orggraph.formats.ids import make_ids
from orggraph.source import Location, Problem
from orggraph.source.json_reading import JsonObject, wrong_shape
from orggraph.source.yaml_tree import YamlMap, YamlNode, YamlText
from orggraph.vocabulary import core_vocabulary
from orggraph.words import LANGUAGES, say

_SCHEME = "bods"
_NAME_TYPES = {"individual": 0, "former": 2, "birth": 2}


class Records:
    """Adds nodes and relations to a document; what they cannot say goes to remarks."""

    def __init__(
        self,
        statements: Sequence[Statement],
        document: Document,
        remarks: Remarks,
        problems: list[Problem],
    ) -> None:
        self._nodes = [s for s in statements if s.kind != "relationship"]
        self._relationships = [s for s in statements if s.kind == "relationship"]
        self._document = document
        self._remarks = remarks
        self._problems = problems
        ids = make_ids([statement.record for statement in self._nodes])
        self._ids = {name: ids[s.record] for s in self._nodes for name in s.names}
        self._ids |= ids
        self._said: set[tuple[object, ...]] = set()
        self._codes: set[str] = set()
        (self._roster,) = core_vocabulary().types_of(trait="roster")

    def vocabulary(self) -> dict[str, Any]:
        """Return the terms that the relations need beside the core's, as a data file adds them."""
        return make_vocabulary(self._codes)

    def add_nodes(self) -> None:
        """Add a node for each entity and person."""
        for statement in self._nodes:
            fields, id_ = statement.fields, self._ids[statement.record]
            is_person = statement.kind == "person"
            entry = self._named(fields, is_person)
            name = entry.get("name") or self._unnamed(fields, is_person, statement.record)
            entry["name"] = name
            entry |= self._identified(fields, id_, statement.record)
            type_ = self._type(fields, is_person)
            if type_:
                entry["classification"] = type_
            entry |= _dates(fields, "foundingDate", "dissolutionDate")
            kind = "person" if is_person else "organisation"
            self._document.add_node(kind, id_, entry, statement.place)
            if statement.is_closed:
                self._remarks.add("value", f"{statement.place}: closed", "recordStatus")
            remark_rest(fields, self._remarks)

    def _named(self, fields: JsonObject, is_person: bool) -> dict[str, Any]:
        texts = []
        if is_person:
            names = [self._name(item) for item in fields.take_maps("names")]
            names.sort(key=lambda pair: pair[0])
            texts = [text for _, text in names if text]
        elif text := fields.take_text("name"):
            texts = [text.text]
        for other in fields.take_list("alternateNames"):
            if isinstance(other, YamlText):
                texts.append(other.text)
            else:
                self._problems.append(wrong_shape("a-text", other))
        entry: dict[str, Any] = {"name": texts[0]} if texts else {}
        if aliases := list(dict.fromkeys(texts[1:])):
            entry["aliases"] = aliases
        return entry

    def _name(self, item: YamlMap) -> tuple[int, str]:
        """Return one name of a person, and whether it is in use: 0 for the one that the law knows.

        What a person is called otherwise comes next, and what they were called before is last.
        """
        name = JsonObject(item, self._problems)
        type_ = name.take_text("type")
        full = name.take_text("fullName")
        text = full.text if full else ""
        if not text:
            parts = map(name.take_text, ("givenName", "patronymicName", "familyName"))
            text = " ".join(part.text for part in parts if part)
        remark_rest(name, self._remarks)
        return _NAME_TYPES.get(type_.text if type_ else "individual", 1), text

    def _unnamed(self, fields: JsonObject, is_person: bool, record: str) -> Any:
        """Return what stands for the name of somebody that a file does not name."""
        for key in ("unspecifiedEntityDetails", "unspecifiedPersonDetails"):
            if found := fields.take_map(key):
                details = JsonObject(found, self._problems)
                description = details.take_text("description")
                remark_rest(details, self._remarks)
                if description:
                    return description.text
        phrase = "unnamed-person" if is_person else "unnamed-entity"
        return {code: say(phrase, code, id=record) for code in reversed(LANGUAGES)}

    def _identified(self, fields: JsonObject, id_: str, record: str) -> dict[str, Any]:
        found: dict[str, list[str]] = {} if id_ == record else {_SCHEME: [record]}
        for item in fields.take_maps("identifiers"):
            identifier = JsonObject(item, self._problems)
            scheme = identifier.take_text("scheme") or identifier.take_text("schemeName")
            value = identifier.take_text("id")
            if value:
                found.setdefault(scheme.text if scheme else "id", []).append(value.text)
            remark_rest(identifier, self._remarks)
        if uri := fields.take_text("uri"):
            found.setdefault("iri", []).append(uri.text)
        return {"identifiers": found} if found else {}

    def _type(self, fields: JsonObject, is_person: bool) -> str:
        """Return what kind of entity it is: of a person only where it is none that is known."""
        node = fields.take("personType" if is_person else "entityType")
        subtype = None if is_person else fields.take("entitySubtype")  # of 0.3
        parts = [
            *self._parts(node, ("type", "subtype", "details")),
            *self._parts(subtype, ("generalCategory", "localTerm")),
        ]
        return ": ".join(part for part in parts if part != "knownPerson")

    def _parts(self, node: YamlNode | None, keys: Iterable[str]) -> list[str]:
        """Return the texts of an object under some keys, or a text alone."""
        if isinstance(node, YamlText):
            return [node.text.strip()]
        if not isinstance(node, YamlMap):
            if node is not None:
                self._problems.append(wrong_shape("a-text", node))
            return []
        inner = JsonObject(node, self._problems)
        parts = [inner.take_text(key) for key in keys]
        remark_rest(inner, self._remarks)
        return [part.text for part in parts if part]

    def add_relations(self) -> None:
        """Add a relation for each interest, from who has it to what it is in."""
        for statement in self._relationships:
            fields = statement.fields
            source = self._end(fields, "interestedParty", statement.place)
            target = self._end(fields, "subject", statement.place)
            interests = list(fields.take_maps("interests"))
            if source is None or target is None or source == target:
                if source and source == target:
                    self._remarks.add("value", f"{statement.place}: {source}", "interestedParty")
                continue
            remark_rest(fields, self._remarks)
            for number, item in enumerate(interests or [YamlMap((), statement.place)]):
                interest = JsonObject(item, self._problems)
                self._add_interest(statement, (source, target), interest, number)

    def _end(self, fields: JsonObject, key: str, place: Location) -> str | None:
        """Return the node at one end of a relationship; one that is not there is remarked."""
        node = fields.take(key)
        names: Iterable[str] = [node.text] if isinstance(node, YamlText) else []
        if isinstance(node, YamlMap):
            inner = JsonObject(node, self._problems)
            found = [
                inner.take_text(f"describedBy{kind}Statement") for kind in ("Entity", "Person")
            ]
            names = [text.text for text in found if text]
            if not names:
                self._remark_unspecified(inner, key, place)
                return None
            remark_rest(inner, self._remarks)
        for name in names:
            if name in self._ids:
                return self._ids[name]
        self._remarks.add("reference", f"{place}: {next(iter(names), '–')}", key)
        return None

    def _remark_unspecified(self, inner: JsonObject, key: str, place: Location) -> None:
        """Tell of an end that the file leaves open, with the reason that it gives."""
        if nested := inner.take_map("unspecified"):  # until 0.3
            remark_rest(inner, self._remarks)
            inner = JsonObject(nested, self._problems)
        reason = inner.take_text("reason") or inner.take_text("description")
        shown = reason.text[:60] if reason else "–"
        self._remarks.add("unspecified", f"{place}: {shown}", key)
        remark_rest(inner, self._remarks)

    def _add_interest(
        self, statement: Statement, ends: tuple[str, str], interest: JsonObject, number: int
    ) -> None:
        written = interest.take_text("type")
        code, is_known = find_code(written.text if written else "")
        if not is_known and written:
            self._remarks.add("value", f"{written.location}: {written.text}", "type")
        entry = _dates(interest, "startDate", "endDate")
        if statement.is_closed and "until" not in entry:
            self._remarks.add("closed", f"{interest.location}: {statement.record}")
            return
        level = interest.take_text("directOrIndirect") or interest.take_text("interestLevel")
        if level and level.text == "indirect":
            entry["line"] = "dotted"
        if note := self._note(interest):
            entry["note"] = note
        type_ = self._roster if code in ON_BOARD else type_id(code)
        if code in ON_BOARD:
            entry["role"] = ON_BOARD[code]
        else:
            self._codes.add(code)
        same = (*ends, type_, entry.get("from"), entry.get("until"))
        if same in self._said:
            (entry["id"],) = make_ids([f"{statement.record}-{number}"]).values()
        self._said.add(same)
        remark_rest(interest, self._remarks)
        self._document.add_relation(ends[0], type_, ends[1], entry, interest.location)

    def _note(self, interest: JsonObject) -> Any:
        """Return the share of an interest and its details, as a remark for readers."""
        details = interest.take_text("details")
        found = interest.take_map("share")
        share = read_share(found, self._remarks, self._problems) if found else ""
        if not share:
            return details.text if details else None
        more = f"; {details.text}" if details else ""
        return {code: say("share", code, share=share) + more for code in reversed(LANGUAGES)}


def _dates(fields: JsonObject, start: str, end: str) -> dict[str, Any]:
    found = {"from": fields.take_text(start), "until": fields.take_text(end)}
    return {
        key: text._replace(text=find_date(text.text) or text.text)
        for key, text in found.items()
        if text
    }

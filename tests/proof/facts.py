"""What a data file says, read from the plain data in the one notation that `plain` writes."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from tests.proof.plain import KINDS, Terms, is_filling, iter_nodes, terms_of

Fields = dict[str, object]


class Quote(NamedTuple):
    """A quotation; `purpose` is the text of the purpose that rests on it, else empty."""

    subject: str
    kind: str
    purpose: str
    source: str
    words: str

    @property
    def place(self) -> tuple[str, str]:
        return self.subject, self.purpose


class Facts(NamedTuple):
    """What a data file says: everything by its id, with the attributes that are written."""

    nodes: dict[str, Fields]
    seats: dict[str, Fields]
    relations: dict[str, Fields]
    members: dict[str, Fields]
    sources: dict[str, Fields]
    settings: dict[str, Fields]
    general: Fields
    aside: list[str]
    purposes: set[tuple[str, str]]
    quotes: tuple[Quote, ...]

    @property
    def places(self) -> set[tuple[str, str]]:
        """What may have evidence, as `Quote.place` has it."""
        things = (*self.nodes, *self.seats, *self.relations, *self.members)
        return self.purposes | {(id_, "") for id_ in things}


def relation_id(fields: Fields) -> str:
    parts = (fields.get(name) for name in ("source", "type", "target", "seat", "from"))
    return ":".join(str(part) for part in parts if part)


def read_facts(data: Mapping[str, Any]) -> Facts:
    """Return what a data file says, in the notation of `plain.normalise`."""
    terms, language = terms_of(data), data["language"]
    facts = Facts({}, {}, {}, {}, {}, {}, {}, [], set(), ())
    facts.general.update(_local("title", data["title"], language))
    quotes: list[Quote] = []

    def quote(entry: Mapping[str, Any], subject: str, kind: str, purpose: str = "") -> None:
        for item in entry.get("evidence", ()):
            source, _, words = item.partition(":")
            quotes.append(Quote(subject, kind, purpose, source.strip(), " ".join(words.split())))

    for id_, entry in data.get("sources", {}).items():
        facts.sources[id_] = {k: v for k, v in entry.items() if k not in ("title", "set aside")}
        aside = entry.get("set aside", ())
        facts.aside.extend(each["quote"] for each in aside)
        facts.sources[id_]["set_aside"] = tuple(
            f"{each['quote']}: {' / '.join(_led(each['reason'], language))}" for each in aside
        )
    for rule, each in (
        (rule, each) for rule, several in data.get("rules", {}).items() for each in several
    ):
        key = f"{rule} {' '.join(sorted(each.get('for', ())))}"
        facts.settings[key] = {
            "severity": each["severity"],
            "for": tuple(sorted(each.get("for", ()))),
        }
    for kind, id_, entry in iter_nodes(data):
        fields = _common(entry, language)
        names = {language: entry["name"], **{k: entry[k] for k in ("en", "da") if k in entry}}
        for name, value in (("title", None), ("classification", None), ("name", names)):
            fields |= _local(name, value or entry.get(name), language)
        purposes = entry.get("purposes", ())
        told = (" / ".join(p[k] for k in ("text", "en", "da") if k in p) for p in purposes)
        facts.nodes[id_] = fields | {
            "kind": kind,
            "aliases": tuple(entry.get("aliases", ())),
            "collective": entry.get("collective") == "yes",
            "roster": entry.get("roster", "unknown"),
            "purposes": tuple(told),
        }
        quote(entry, id_, "node")
        for purpose in purposes:
            facts.purposes.add((id_, purpose["text"]))
            quote(purpose, id_, "purpose", purpose["text"])
        for key, seat in entry.get("seats", {}).items():
            facts.seats[f"{id_}/{key}"] = _seat(seat, terms, language)
            quote(seat, f"{id_}/{key}", "seat")
        for member in entry.get("members", ()):
            who = next(member[key] for key in KINDS if key in member)
            fields = _relation(member, "member_of", who, id_, terms, language)
            facts.members[relation_id(fields)] = fields
            quote(member, relation_id(fields), "member")
        for label, others in entry.items():
            type_, is_inverse = terms.types.get(label, ("", False))
            for other, several in others.items() if type_ else ():
                ends = (other, id_) if is_inverse else (id_, other)
                for each in several:
                    fields = _relation(each, type_, *ends, terms, language)
                    facts.relations[relation_id(fields)] = fields
                    quote(each, relation_id(fields), "relation")
    return facts._replace(quotes=tuple(quotes))


def _common(entry: Mapping[str, Any], language: str) -> Fields:
    fields: Fields = {key: entry[key] for key in ("from", "until", "represents") if key in entry}
    return {**fields, "status": entry.get("status", "stated")} | _local(
        "note", entry.get("note"), language
    )


def _local(name: str, value: Any, language: str) -> Fields:
    if isinstance(value, dict):
        written = {f"{name}.language": language} if len(value) > 1 else {}
        return {**{f"{name}.{code}": words for code, words in value.items()}, **written}
    return {} if value is None else {f"{name}.{language}": value}


def _led(texts: Mapping[str, str], language: str) -> list[str]:
    """Return a text in all its languages, that of the file first."""
    return [texts[code] for code in sorted(texts, key=lambda code: code != language)]


def _role_and_vote(entry: Mapping[str, Any], terms: Terms, language: str) -> Fields:
    role = entry.get("role")
    known = terms.roles.get(role) if isinstance(role, str) else None
    fields = {"role": known} if known else _local("role", role, language)
    return {**fields, "vote": {"yes": True, "no": False}.get(entry.get("vote", ""))}


def _relation(
    entry: Mapping[str, Any], type_: str, source: str, target: str, terms: Terms, language: str
) -> Fields:
    fields = _common(entry, language) | _role_and_vote(entry, terms, language)
    fields |= {
        "type": type_,
        "source": source,
        "target": target,
        "line": entry.get("line", "solid"),
    }
    for name, why in entry.get("inferred", {}).items():
        fields |= _local(f"inferred.{name}", why, language)
    return fields | {key: entry[key] for key in ("seat",) if key in entry}


def _seat(entry: Mapping[str, Any], terms: Terms, language: str) -> Fields:
    fields = _common(entry, language) | _role_and_vote(entry, terms, language)
    fields |= _local("name", entry.get("name"), language)
    ways = (
        (terms.types[label][0], by) for label, by in entry.items() if is_filling(label, terms.types)
    )
    filled = (f"{how} by {each}" for how, by in ways for each in by)
    fields |= {"count": entry.get("count", "1"), "filled_by": tuple(sorted(filled))}
    return fields | {key: entry[key] for key in ("term",) if key in entry}

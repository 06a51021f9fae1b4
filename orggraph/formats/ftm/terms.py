"""What the schemata of FollowTheMoney are to us: which properties of an entity mean what.

Source: the public model, https://followthemoney.tech/explorer/ (version 4).
"""

from collections.abc import Mapping
from typing import NamedTuple

from orggraph.vocabulary import Vocabulary

EXTENSION = "orggraph"
"""The member of an entity, beside its properties, for what FollowTheMoney has no room for."""

SCHEME = "ftm"
"""The scheme of the identifier that a node has there, where it cannot be its id."""

HEAD_SCHEMA = "Note"
"""The schema of the entity that brings what stands at the top of a data file."""

_THING = frozenset({"wikidataId"})
_LEGAL = _THING | {
    "registrationNumber", "idNumber", "taxNumber", "licenseNumber", "vatCode", "leiCode",
    "dunsCode", "innCode", "ogrnCode", "okpoCode", "swiftBic", "npiCode", "uniqueEntityId",
}  # fmt: skip
OTHER_NAMES = ("alias", "previousName", "weakAlias", "abbreviation")
"""Properties with other names, the one that is written first."""

DATES = ("from", "until")
_ORG = "http://www.w3.org/ns/org#"


class NodeSchema(NamedTuple):
    """A schema whose entities are nodes of a kind.

    `fields` go from a property to the key of a data file; `reference` is the property that names
    another node, and the IRI of the relation that it says; `said` is what the schema says of an
    entity that has no classification.
    """

    kind: str
    fields: Mapping[str, str]
    identifiers: frozenset[str]
    reference: tuple[str, str] | None = None
    said: str | None = None


class LinkSchema(NamedTuple):
    """A schema whose entities are relations: its ends, and the trait of the relation type.

    `ends` are the kinds of the schemata that both ends may have in FollowTheMoney. `role` is what
    the schema says where there is no role.
    """

    source: str
    target: str
    trait: str | None
    ends: tuple[frozenset[str], frozenset[str]]
    role: str | None = None


_PERSON = frozenset({"person"})
_POST = frozenset({"post"})
_BODIES = frozenset({"organisation", "body"})
_PART_OF = ("parent", f"{_ORG}unitOf")
_LEGAL_FIELDS = {
    "name": "name",
    "classification": "classification",
    "incorporationDate": "from",
    "dissolutionDate": "until",
    "notes": "note",
}

NODES: Mapping[str, NodeSchema] = {
    "Person": NodeSchema("person", {"name": "name", "position": "title", "notes": "note"}, _LEGAL),
    "Organization": NodeSchema("organisation", _LEGAL_FIELDS, _LEGAL, _PART_OF),
    "PublicBody": NodeSchema("organisation", _LEGAL_FIELDS, _LEGAL, _PART_OF, "public body"),
    "Company": NodeSchema("organisation", _LEGAL_FIELDS, _LEGAL, _PART_OF, "company"),
    "LegalEntity": NodeSchema("organisation", _LEGAL_FIELDS, _LEGAL, _PART_OF, "legal entity"),
    "Position": NodeSchema(
        "post",
        {
            "name": "name",
            "inceptionDate": "from",
            "dissolutionDate": "until",
            "notes": "note",
        },
        _THING,
        ("organization", f"{_ORG}postIn"),
    ),
}
LINK_FIELDS = {"role": "role", "startDate": "from", "endDate": "until", "summary": "note"}
NO_ROLE = frozenset({"Occupancy"})
"""Schemata of links that have no property for a role."""

LINKS: Mapping[str, LinkSchema] = {
    "Membership": LinkSchema("member", "organization", "roster", (_PERSON | _BODIES, _BODIES)),
    "Directorship": LinkSchema(
        "director", "organization", "roster", (_PERSON | _BODIES, _BODIES), "director"
    ),
    "Occupancy": LinkSchema("holder", "post", "incumbency", (_PERSON, _POST)),
    "Employment": LinkSchema("employee", "employer", "employment", (_PERSON, _BODIES)),
    "Representation": LinkSchema(
        "agent", "client", "representation", (_PERSON | _BODIES, _PERSON | _BODIES)
    ),
    "UnknownLink": LinkSchema(
        "subject", "object", None, (_PERSON | _BODIES | _POST, _PERSON | _BODIES | _POST)
    ),
}
WRITTEN_LINKS = ("Membership", "Occupancy", "Employment", "Representation", "UnknownLink")


def find_by_trait(vocabulary: Vocabulary, trait: str | None) -> str | None:
    """Return the id of the first relation type with a trait."""
    types = vocabulary.types.values()
    return next((t.id for t in types if trait is not None and trait in t.traits), None)


def schema_of(kind: str, classification: str | None) -> str:
    """Return the schema that a node is written in."""
    fitting = [name for name, schema in NODES.items() if schema.kind == kind]
    if not fitting:
        return "Organization"
    said = (n for n in fitting if NODES[n].said and NODES[n].said == classification)
    return next(said, fitting[0])

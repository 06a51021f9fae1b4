"""Which terms of other vocabularies are understood, and as what."""

from collections.abc import Mapping

from orggraph.formats.rdf.terms import Iri, iri

MEMBERSHIP_OF = iri("org:memberOf")
UNIT_OF = iri("org:unitOf")
SUB_ORGANIZATION_OF = iri("org:subOrganizationOf")
SAME_AS_SCHEME = "sameAs"
"""The scheme of an identifier that owl:sameAs tells."""

_ORGANIZATION = iri("org:FormalOrganization")
_UNIT = iri("org:OrganizationalUnit")
_POST = iri("org:Post")
_PERSON = iri("foaf:Person")

WIDER_TYPES: Mapping[Iri, tuple[Iri, ...]] = {
    _ORGANIZATION: (iri("org:Organization"),),
    _UNIT: (iri("org:Organization"),),
}
"""The classes that are written beside a narrower one, for those who draw no conclusions."""

CLASSES: Mapping[Iri, Iri] = {
    iri(short): kind
    for kind, names in {
        _POST: "org:Post",
        _PERSON: "foaf:Person person:Person vcard:Individual schema:Person",
        _UNIT: "org:OrganizationalUnit foaf:Group vcard:Group",
        _ORGANIZATION: "org:FormalOrganization org:Organization org:OrganizationalCollaboration"
        " cv:PublicOrganisation rov:RegisteredOrganization foaf:Organization vcard:Organization"
        " schema:Organization schema:GovernmentOrganization",
    }.items()
    for short in names.split()
}
"""The class that stands for a kind of node, by each class that is read as it.

Of several classes of one thing, that comes first which stands first here.
"""

SAME_RELATION: Mapping[Iri, tuple[Iri, bool]] = {
    iri(short): (iri(meant), inverse)
    for short, meant, inverse in (
        ("org:hasMember", "org:memberOf", True),
        ("foaf:member", "org:memberOf", True),
        ("schema:memberOf", "org:memberOf", False),
        ("schema:member", "org:memberOf", True),
        ("org:heldBy", "org:holds", True),
        ("org:hasPost", "org:postIn", True),
        ("org:hasUnit", "org:unitOf", True),
        ("org:subOrganizationOf", "org:unitOf", False),
        ("org:hasSubOrganization", "org:unitOf", True),
        ("schema:parentOrganization", "org:unitOf", False),
        ("schema:subOrganization", "org:unitOf", True),
        ("schema:department", "org:unitOf", True),
    )
}
"""Properties that say what another does, and whether they say it backwards."""

IMPLIED: Mapping[Iri, tuple[Iri | None, Iri | None]] = {
    iri("org:unitOf"): (_UNIT, _ORGANIZATION),
    iri("org:hasUnit"): (_ORGANIZATION, _UNIT),
    iri("org:subOrganizationOf"): (_ORGANIZATION, _ORGANIZATION),
    iri("org:hasSubOrganization"): (_ORGANIZATION, _ORGANIZATION),
    iri("org:postIn"): (_POST, _ORGANIZATION),
    iri("org:hasPost"): (_ORGANIZATION, _POST),
    iri("org:holds"): (_PERSON, _POST),
    iri("org:heldBy"): (_POST, _PERSON),
    iri("org:hasMember"): (_ORGANIZATION, None),
    iri("org:memberOf"): (None, _ORGANIZATION),
    iri("org:headOf"): (_PERSON, _ORGANIZATION),
    iri("org:organization"): (None, _ORGANIZATION),
}
"""What a thing of no known class is, by the domain and range of a property that it has."""

NAMES = tuple(
    map(
        iri,
        "skos:prefLabel foaf:name schema:name rdfs:label vcard:fn vcard:organization-name"
        " rov:legalName schema:legalName dcterms:title".split(),
    )
)
"""What things are called; the first that a thing has is its name, others are other names."""

ALIASES = tuple(map(iri, "skos:altLabel schema:alternateName vcard:nickname foaf:nick".split()))
NOTES = tuple(
    map(
        iri,
        "rdfs:comment dcterms:description schema:description skos:note skos:definition".split(),
    )
)
IDENTIFIERS = tuple(
    map(iri, "org:identifier skos:notation dcterms:identifier schema:identifier".split())
)
TITLES = tuple(map(iri, "vcard:title schema:jobTitle foaf:title".split()))
STARTS = tuple(map(iri, "schema:startDate schema:foundingDate".split()))
ENDS = tuple(map(iri, "schema:endDate schema:dissolutionDate".split()))

ALL_TERMS = frozenset(
    {
        *CLASSES,
        *SAME_RELATION,
        *IMPLIED,
        *NAMES,
        *ALIASES,
        *NOTES,
        *IDENTIFIERS,
        *TITLES,
        *STARTS,
        *ENDS,
        *map(iri, "org:purpose org:role org:classification org:headOf owl:sameAs".split()),
        *map(iri, "rdf:type adms:identifier".split()),
    }
)
"""Terms that have a meaning already, so that no relation type of a file's own can have them."""

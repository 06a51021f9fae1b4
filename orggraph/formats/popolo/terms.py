"""What the classes of Popolo are to us: which members of an object mean what.

Source: the classes of https://www.popoloproject.com/specs/ (version 1.0) and their JSON Schemas.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orggraph.vocabulary import RelationType

EXTENSION = "orggraph"
"""The member of an object, and of the file, for what Popolo has no room for: keys of a data file,
beside `id`, `kind` and `relations`."""

SCHEME = "popolo"
"""The scheme of the identifier that a node has in Popolo, where it cannot be its id."""

DATES = ("from", "until")
_ORG = "http://www.w3.org/ns/org#"
MEMBER_OF = f"{_ORG}memberOf"
HOLDS = f"{_ORG}holds"


class Reference(NamedTuple):
    """A reference, by `NAME_id` or as an embedded object. `iri` is that of the relation it is."""

    name: str
    to: str
    iri: str | None = None


class Embedded(NamedTuple):
    """A list of embedded objects of a class, each of which refers back to the object it is in."""

    key: str
    of: str
    back: str


class PopoloClass(NamedTuple):
    """A class: the list that has its objects, the kind of node, and the keys we understand.

    `fields` go from a member to the key of a data file.
    """

    section: str
    kind: str
    fields: Mapping[str, str]
    references: tuple[Reference, ...] = ()
    lists: tuple[Embedded, ...] = ()
    other_names: str | None = None


CLASSES: Mapping[str, PopoloClass] = {
    "person": PopoloClass(
        "persons",
        "person",
        {"name": "name", "summary": "note"},
        lists=(Embedded("memberships", "membership", "person"),),
        other_names="other_names",
    ),
    "organization": PopoloClass(
        "organizations",
        "organisation",
        {
            "name": "name",
            "classification": "classification",
            "founding_date": "from",
            "dissolution_date": "until",
            "abstract": "note",
        },
        (Reference("parent", "organization", f"{_ORG}unitOf"),),
        (
            Embedded("memberships", "membership", "organization"),
            Embedded("posts", "post", "organization"),
            Embedded("children", "organization", "parent"),
        ),
        "other_names",
    ),
    "post": PopoloClass(
        "posts",
        "post",
        {
            "label": "name",
            "role": "classification",
            "start_date": "from",
            "end_date": "until",
        },
        (Reference("organization", "organization", f"{_ORG}postIn"),),
        (Embedded("memberships", "membership", "post"),),
        "other_label",
    ),
    "membership": PopoloClass(
        "memberships",
        "",
        {"role": "role", "start_date": "from", "end_date": "until"},
        (
            Reference("person", "person"),
            Reference("organization", "organization"),
            Reference("post", "post"),
            Reference("on_behalf_of", "organization"),
        ),
    ),
}
NODE_CLASSES = ("person", "organization", "post")
ORGANIZATION_KINDS = {False: "organisation", True: "body"}
"""What an organization is without and with a parent, unless the file says so itself."""

_TELLING = {
    "membership": {"person_id", "person", "member", "post_id", "on_behalf_of", "on_behalf_of_id"},
    "post": {"label", "other_label"},
    "person": {
        "given_name", "family_name", "birth_date", "death_date", "gender", "sort_name",
        "national_identity", "biography", "summary",
    },
    "organization": {
        "parent_id", "parent", "founding_date", "dissolution_date", "abstract", "posts", "children",
    },
}  # fmt: skip


def guess_class(keys: Iterable[str]) -> str | None:
    """Return the class of an object that stands alone, by the members that only it has."""
    known = set(keys)
    fitting = (name for name, telling in _TELLING.items() if known & telling)
    if found := next(fitting, None):
        return found
    if "name" in known and known & {"memberships", "other_names", "identifiers"}:
        return "organization" if "classification" in known else "person"
    return None


def find_by_iri(types: Mapping[str, RelationType], iri: str | None) -> str | None:
    """Return the id of the first relation type that means what ``iri`` does."""
    return next((t.id for t in types.values() if iri and t.iri == iri), None)

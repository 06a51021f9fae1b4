"""Ids for the people of a list: the list's own, or made of their names."""

from collections.abc import Mapping

from orggraph.formats.ids import is_id, make_mark, make_slug
from orggraph.formats.tables.ledger import Ledger, Person

_LONGEST = 70  # letters before a mark, which together make an id


def first_id(values: Mapping[str, str]) -> str:
    """Return the id that a person has if nobody else would have it; empty for none."""
    own = values.get("id", "")
    return own if is_id(own) else make_slug(values.get("name", own))


def settle_ids(ledger: Ledger) -> None:
    """Give those another id whose own is another's too: all of them, in whatever order they came.

    It is made of more that is said of them, and where that does not tell them apart either, it has
    a mark that follows from all that does.
    """
    for make in (_longer, _marked):
        for number in ledger.find_shared():
            ledger.rename(number, make(ledger.get(number)))


def _longer(person: Person) -> str:
    if person.is_listed:
        return make_slug(" ".join(person.values.values()))
    slug = first_id(person.values)
    return slug and f"{slug}-2"


def _marked(person: Person) -> str:
    slug = first_id(person.values)[:_LONGEST].rstrip("-") or "n"
    return f"{slug}-{make_mark(person.key)}"

"""The persons who are named at posts, and those whose names are kept back."""

from collections.abc import Sequence
from typing import Any

from orggraph.formats.document import Document
from orggraph.formats.exchange import Remarks
from orggraph.formats.organogram.meanings import Meanings
from orggraph.formats.organogram.names import Ids, fold_name
from orggraph.formats.organogram.rows import SENIOR, Row
from orggraph.source import Location, Problem, problem
from orggraph.words import LANGUAGES, say

_NOBODY = frozenset({"", "vacant", "unknown", "n/a"})
_UNNAMED = frozenset({"n/d", "nd", "n\\d"})
_NO_POST = "0"
_MOST_NAMES = 5


class Holders:
    """Adds persons, and the posts that they hold.

    A post whose holder is not disclosed has one all the same: a person without a name, known by the
    post. The same name at several posts is taken to be one person, which is told.
    """

    def __init__(self, ids: Ids, document: Document, remarks: Remarks) -> None:
        self._all = ids
        self._remarks = remarks
        self._document = document
        self._types = Meanings()
        self._persons: dict[str, tuple[str, str, dict[str, Any]]] = {}
        self._unposted: set[str] = set()
        self._shared: set[str] = set()

    def add_holders(self, post: str, rows: Sequence[Row]) -> None:
        """Let whoever the rows of one post name hold it; a row that names no more is remarked."""
        held: set[str] = set()
        idle: list[Row] = []
        for row in rows:
            person = self._person(row, post)
            if person and person not in held:
                held.add(person)
                self._document.add_relation(person, self._types.holds, post, None, row.place)
            else:
                idle.append(row)
        for row in idle if held else idle[1:]:  # of a vacant post, one row tells of the post
            self._remarks.add("repeated", f"{row.place}: {post}", SENIOR["reference"])

    def add_unposted(self, row: Row, employer: str | None) -> str | None:
        """Return the person of a row who is paid without holding a post.

        None where another such row has told of the same person, which is remarked.
        """
        person = self._person(row, _NO_POST) or self._unnamed(row, _NO_POST)
        if person in self._unposted:
            self._remarks.add("repeated", f"{row.place}: {_NO_POST}", SENIOR["reference"])
            return None
        self._unposted.add(person)
        if employer:
            self._document.add_relation(person, self._types.employed_by, employer, None, row.place)
        return person

    def notices(self, start: Location) -> list[Problem]:
        """Return what was taken to be so, if anything."""
        if not self._shared:
            return []
        shown = ", ".join(sorted(self._shared)[:_MOST_NAMES])
        return [problem("organogram-one-person", start, count=len(self._shared), names=shown)]

    def _person(self, row: Row, post: str) -> str | None:
        name = " ".join(row.cells.get("name", "").split())
        if name.casefold() in _UNNAMED:
            return self._unnamed(row, post)
        if name.casefold() in _NOBODY:
            return None
        key = fold_name(name)
        if key in self._persons:
            id_, first_post, fields = self._persons[key]
            if first_post != post:
                self._shared.add(name)
            if name not in (fields["name"], *fields["aliases"]):
                fields["aliases"].append(name)
            return id_
        id_ = self._all.take(key)
        fields = {"name": name, "aliases": []}
        self._persons[key] = id_, post, fields
        self._document.add_node("person", id_, fields, row.place)
        return id_

    def _unnamed(self, row: Row, post: str) -> str:
        id_ = self._all.take(f"{post}.holder")
        name = {code: say("undisclosed-holder", code, post=post) for code in reversed(LANGUAGES)}
        self._document.add_node("person", id_, {"name": name}, row.place)
        return id_

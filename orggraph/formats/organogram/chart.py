"""What the rows of organograms say of an organisation.

Readings of the schemas that data.gov.uk publishes: a reference is unique within its organisation; a
reference twice is a job share; ``0`` is somebody who is paid and holds no post; ``XX`` is the top.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from orggraph.formats.document import Document
from orggraph.formats.exchange import Remarks
from orggraph.formats.organogram.holders import Holders
from orggraph.formats.organogram.meanings import Meanings
from orggraph.formats.organogram.names import Ids, fold_name
from orggraph.formats.organogram.rows import SENIOR, Row
from orggraph.formats.organogram.units import Units
from orggraph.source import Location, Problem
from orggraph.words import LANGUAGES, say

_TOP = "xx"
_NO_POST = "0"
_GONE = "eliminated"

_Key = tuple[str, str]  # of a post: its organisation, folded, and its reference


def make_document(
    shown: str,
    senior: Sequence[Row],
    junior: Sequence[Row],
    remarks: Remarks,
    notices: list[Problem],
) -> Document:
    """Return what rows say; what cannot be said in our words goes to ``remarks``.

    What was taken to be so, where the rows leave it open, is told in ``notices``. The same rows in
    another order give the same nodes and relations.
    """
    document = Document(shown)
    document.head["language"] = "en"
    standing = _standing(senior, remarks)
    by_post, unposted = _by_post(standing, remarks)
    ids = Ids()
    posts = _Posts(by_post, ids, document, remarks)
    units = Units((*standing, *junior), ids, document)
    holders = Holders(ids, document, remarks)
    for key, rows in sorted(by_post.items()):
        posts.add(key, rows, units)
        holders.add_holders(posts.ids[key], rows)
    for row in unposted:
        if person := holders.add_unposted(row, units.find(row, own_unit=False)):
            posts.add_superior(person, row)
    for rows in _alike(junior).values():
        posts.add_groups(rows, units)
    notices.extend(holders.notices(Location(shown, 0, 0)))
    return document


def _standing(senior: Iterable[Row], remarks: Remarks) -> list[Row]:
    """Return the rows of posts that there are; those that there are no more are remarked."""
    standing = []
    for row in senior:
        if row.cells.get("name", "").casefold() == _GONE:
            example = f"{row.place}: {row.text('reference')}"
            remarks.add("eliminated", example, SENIOR["name"])
        else:
            standing.append(row)
    return standing


def _by_post(rows: Iterable[Row], remarks: Remarks) -> tuple[dict[_Key, list[Row]], list[Row]]:
    """Return the rows of each post, and those of persons who have none; in an order of their own.

    What is no post and names nobody is remarked.
    """
    by_post: dict[_Key, list[Row]] = defaultdict(list)
    unposted = []
    for row in sorted(rows, key=lambda row: row.content):
        reference = row.text("reference")
        if reference == _NO_POST:
            unposted.append(row)
        elif reference and reference.casefold() != _TOP:
            by_post[fold_name(row.text("organisation")), reference].append(row)
        else:
            remarks.add("unreferenced", row.place, SENIOR["reference"])
    return dict(by_post), unposted


def _alike(junior: Iterable[Row]) -> Mapping[tuple[str, ...], list[Row]]:
    """Return the rows of junior posts by what their ids are made of, in an order of their own."""
    groups: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in sorted(junior, key=lambda row: row.content):
        named = (row.text(column) for column in ("organisation", "superior", "grade", "title"))
        groups[tuple(map(fold_name, named))].append(row)
    return dict(sorted(groups.items()))


class _Posts:
    """Adds posts, and whom they report to."""

    def __init__(
        self,
        by_post: Mapping[_Key, Sequence[Row]],
        ids: Ids,
        document: Document,
        remarks: Remarks,
    ) -> None:
        self._document = document
        self._remarks = remarks
        self._types = Meanings()
        self._all = ids
        self._keys: dict[str, list[_Key]] = defaultdict(list)
        for key in sorted(by_post):
            self._keys[key[1].casefold()].append(key)
        self.ids: dict[_Key, str] = {}
        for key in sorted(by_post):
            organisation, reference = key
            alone = len(self._keys[reference.casefold()]) == 1
            self.ids[key] = ids.take(reference if alone else f"{reference}.{organisation}")

    def add(self, key: _Key, rows: Sequence[Row], units: Units) -> None:
        """Add a post with all that its rows say of it: one row, or one for each who shares it."""
        id_ = self.ids[key]
        titles = _texts(rows, "title")
        fields: dict[str, Any] = {"name": titles[0] if titles else key[1], "aliases": titles[1:]}
        fields |= self._described(rows)
        identifiers: dict[str, Any] = {"iri": uris} if (uris := _texts(rows, "uri")) else {}
        if id_ != key[1]:
            identifiers["organogram"] = key[1]
        fields |= _filled(identifiers=identifiers, note="\n".join(_texts(rows, "notes")))
        functions = [text for text in _texts(rows, "function") if text not in titles]
        fields |= _filled(purposes=functions)
        if all(row.cells.get("name", "").casefold() == "vacant" for row in rows):
            fields["roster"] = "complete"  # so it is known that nobody holds it
        self._add(id_, fields, rows, units)

    def add_groups(self, rows: Sequence[Row], units: Units) -> None:
        """Add junior posts that have the same title and grade under the same post.

        Their ids are made of that, so that they stay the same in the next release.
        """
        for row in rows:
            title = row.text("title") or row.text("grade")
            above = self._find_above(row)
            parts = [self.ids[above] if above else row.text("superior"), row.text("grade"), title]
            id_ = self._all.take(".".join(fold_name(part) for part in parts if part) or "junior")
            posts = row.text("posts")
            fields: dict[str, Any] = {"name": title or id_} | self._described([row])
            if posts:
                fields["note"] = {
                    language: say("posts-in-fte", language, count=posts)
                    for language in reversed(LANGUAGES)
                }
            if posts != "1":
                fields["collective"] = True
            self._add(id_, fields, [row], units)

    def _described(self, rows: Sequence[Row]) -> dict[str, Any]:
        grades = _texts(rows, "grade")
        for grade in grades[1:]:
            self._remarks.add("value", f"{rows[0].place}: {grade}", SENIOR["grade"])
        return _filled(classification=grades[0] if grades else "")

    def _add(self, id_: str, fields: dict[str, Any], rows: Sequence[Row], units: Units) -> None:
        place = min(row.place for row in rows)
        self._document.add_node("post", id_, _filled(**fields), place)
        homes = {home: row for row in reversed(rows) if (home := units.find(row))}
        for home, row in sorted(homes.items()):
            self._document.add_relation(id_, self._types.post_in, home, None, row.place)
        above: dict[object, Row] = {}
        for row in rows:
            above.setdefault(self._find_above(row) or row.text("superior"), row)
        for row in above.values():
            self.add_superior(id_, row)

    def add_superior(self, id_: str, row: Row) -> None:
        """Let a node report to the post that a row names; one that is not there is remarked."""
        reference = row.text("superior")
        if not reference or reference.casefold() == _TOP:
            return
        if above := self._find_above(row):
            types = self._types
            target = self.ids[above]
            self._document.add_relation(id_, types.reports_to, target, None, row.place)
        else:
            self._remarks.add("reference", f"{row.place}: {reference}", SENIOR["superior"])

    def _find_above(self, row: Row) -> _Key | None:
        """Return the post that a row reports to: one of its own organisation before any other."""
        found = self._keys.get(row.text("superior").casefold(), [])
        own = [key for key in found if key[0] == fold_name(row.text("organisation"))]
        exact = [key for key in own or found if key[1] == row.text("superior")]
        fitting = exact or own or found
        return fitting[0] if len(fitting) == 1 else None


def _texts(rows: Iterable[Row], column: str) -> list[str]:
    """Return the different texts of a column, in an order that is not that of the rows."""
    return sorted({text for row in rows if (text := row.text(column))})


def _filled(**values: Any) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value}

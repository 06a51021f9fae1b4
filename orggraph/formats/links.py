"""Relations of another format on their way into a document: each under an id of its own."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from orggraph.formats.document import Document
from orggraph.formats.ids import make_mark
from orggraph.model import PartialDate, Period, relation_id
from orggraph.source import Location
from orggraph.source.json_reading import plain
from orggraph.source.yaml_tree import YamlText


class Link(NamedTuple):
    """A relation that a file says; `attributes` are the keys of a data file.

    `content` gives all that the file says of it, whatever the order: what tells it from others that
    have the same ends. It is asked for only where there are such.
    """

    source: str
    type: str
    target: str
    attributes: Mapping[str, Any]
    place: Location
    content: Callable[[], str] = str

    @property
    def given_id(self) -> str | None:
        """The id that the file gives it."""
        given = self.attributes.get("id")
        if given is None or (isinstance(given, YamlText) and given.is_absent):
            return None
        return str(plain(given))

    @property
    def id(self) -> str:
        """The id it has, or would get by what it says."""
        if (given := self.given_id) is not None:
            return given
        seat, start = (plain(self.attributes.get(key) or "") for key in ("seat", "from"))
        try:
            period = Period(PartialDate.parse(start)) if start else Period()
        except (AttributeError, ValueError):  # the reading of the document tells
            period = Period()
        seat_key = str(seat).rpartition("/")[2] or None
        return relation_id(
            self.type, source=self.source, target=self.target, seat=seat_key, period=period
        )


def add_links(document: Document, links: Iterable[Link]) -> None:
    """Add relations; those that would be one by their ids get a mark of what they say."""
    by_id = [(link.id, link) for link in links]
    times = Counter(id_ for id_, _ in by_id)
    for id_, link in by_id:
        attributes = link.attributes
        if times[id_] > 1 and link.given_id is None:
            attributes = {**attributes, "id": f"{id_}:{make_mark(link.content())}"}
        document.add_relation(link.source, link.type, link.target, attributes, link.place)

"""What the readers of one file share."""

from collections.abc import Iterator
from typing import NamedTuple

from orggraph.formats.draft import Draft
from orggraph.formats.yaml.fields import parse_id
from orggraph.model import Period, RoleName
from orggraph.source import Location
from orggraph.source.fields import Read, Reading
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import LocalText, shorten
from orggraph.vocabulary import Vocabulary


class Context(NamedTuple):
    """One file in the reading: the draft that it adds to, and its own language and problems."""

    draft: Draft
    reading: Reading

    @property
    def vocabulary(self) -> Vocabulary:
        """The terms that all the files together use."""
        return self.draft.vocabulary


def is_absent(node: YamlNode) -> bool:
    """Return whether a node stands for nothing."""
    return isinstance(node, YamlText) and node.is_absent


def iter_ids(file: Context, node: YamlNode) -> Iterator[tuple[str, Location, YamlNode]]:
    """Yield the entries of a mapping whose keys are ids; other keys are reported."""
    if is_absent(node):
        return
    if not isinstance(node, YamlMap):
        file.reading.expected("a-mapping", node)
        return
    for key, value in node.entries:
        try:
            yield parse_id(key.text), key.location, value
        except ValueError:
            file.reading.report("bad-id", key.location, text=shorten(key.text))


def items(file: Context, node: YamlNode) -> tuple[YamlNode, ...]:
    """Return the items of a list; anything else is reported."""
    if is_absent(node):
        return ()
    if isinstance(node, YamlList):
        return node.items
    file.reading.expected("a-list", node)
    return ()


def read_role(file: Context, read: Read) -> RoleName | None:
    """Return the role among what was read: a term of the vocabulary, or words of its own."""
    words: LocalText | None = read.get("role")
    if words is None:
        return None
    role = file.vocabulary.find_role(words.original)
    return RoleName(role.label, role.id, role.rank) if role else RoleName(words)


def period_of(read: Read) -> Period:
    """Return the span of time among what was read."""
    return Period(read.get("start"), read.get("end"))


def places_of(read: Read) -> dict[str, Location]:
    """Return where the fields stand, by the names that the model's laws use."""
    places = dict(read.places)
    if "end" in places:
        places["until"] = places["end"]
    return places

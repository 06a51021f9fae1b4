"""Read the seats of a body."""

from collections.abc import Iterator
from functools import partial

from orggraph.formats.yaml.context import Context, is_absent, period_of, places_of, read_role
from orggraph.formats.yaml.fields import SEAT_FIELDS
from orggraph.model import Count, Filling, Seat
from orggraph.source import Location
from orggraph.source.fields import Read, read_map, read_text
from orggraph.source.yaml_tree import YamlList, YamlNode, YamlText
from orggraph.vocabulary import APPOINTMENT


def read_seat(file: Context, body: str, key: str, place: Location, node: YamlNode) -> None:
    """Read one seat of a body: the rule for who sits there."""
    fillings: dict[Filling, Location] = {}

    def other(word: YamlText, value: YamlNode) -> bool:
        found = file.vocabulary.find_type(word.text)
        if not found or found[0].family != APPOINTMENT or not found[1]:
            return False
        for item in value.items if isinstance(value, YamlList) else (value,):
            text = read_text(item, file.reading)
            if text is not None:
                fillings.setdefault(Filling(found[0].id, text), item.location)
        return True

    if is_absent(node):
        read = Read({}, {}, place)
    else:
        words = partial(_fillings, file)
        read = read_map(node, SEAT_FIELDS, file.reading, other=other, other_words=words)
    seat = Seat(
        body=body,
        key=key,
        name=read.get("name"),
        count=read.get("count", Count()),
        role=read_role(file, read),
        fillings=tuple(sorted(fillings)),
        term=read.get("term"),
        vote=read.get("vote"),
        represents=read.get("represents"),
        period=period_of(read),
        status=read.get("status", "stated"),
        note=read.get("note"),
        evidence=read.get("evidence", ()),
        location=place,
    )
    file.draft.seats.append(seat)
    by_filling = {str(filling): where for filling, where in fillings.items()}
    file.draft.put_places(seat, {**by_filling, **places_of(read)})


def _fillings(file: Context) -> Iterator[str]:
    """Yield the keys that say who fills a seat."""
    for words, type_, inverse in file.vocabulary.iter_labels():
        if inverse and type_.family == APPOINTMENT:
            yield words

"""What is told under a thing that is new: what it is, and the words it rests on."""

from collections.abc import Iterator

from orggraph.model import Node, Relation, Seat, Source
from orggraph.reports.blocks import Linked, OutlineLine
from orggraph.reports.teller import Teller


def about_added(tell: Teller, item: object) -> Iterator[OutlineLine]:
    """Yield what a new thing is beyond its own line, then its quotations with what became of them.

    ``item`` is a node, relation, seat or source; of anything else its own line tells all.
    """
    match item:
        case Node():
            yield from _fields(
                tell,
                classification=tell.text(item.classification),
                title=tell.text(item.title),
                period=tell.period(item.period),
                note=tell.text(item.note),
            )
            yield from _remarks(tell.say("inferred") if item.status == "inferred" else "")
            for purpose in item.purposes:
                yield from _fields(tell, purposes=tell.text(purpose.text))
                yield from (OutlineLine(1, tell.evidence(each)) for each in purpose.evidence)
        case Relation():
            yield from _fields(
                tell,
                role=tell.role(item.role),
                vote=tell.vote(item.vote),
                represents=tell.name(item.represents) if item.represents else "",
            )
            dates = tell.period(item.period)  # stand in the line above
            yield from _remarks(*(each for each in tell.remarks(item) if each != dates))
        case Seat():
            role = tell.role(item.role)
            yield from _fields(
                tell,
                role="" if role.casefold() == tell.seat(item).casefold() else role,
                vote=tell.vote(item.vote),
                represents=tell.name(item.represents) if item.represents else "",
                period=tell.period(item.period),
                note=tell.text(item.note),
            )
            yield from _remarks(tell.say("inferred") if item.status == "inferred" else "")
        case Source(url=str(url)):
            is_page = url.lower().startswith(("http://", "https://"))
            yield OutlineLine(0, Linked(url, url if is_page else None))
    if isinstance(item, Node | Relation | Seat):
        yield from (OutlineLine(0, tell.evidence(each)) for each in item.evidence)


def _fields(tell: Teller, **told: str) -> Iterator[OutlineLine]:
    for name, words in told.items():
        if words:
            yield OutlineLine(0, f"{tell.say(f'field-{name}')}: {words}")


def _remarks(*told: str) -> Iterator[OutlineLine]:
    yield from (OutlineLine(0, words) for words in told if words)

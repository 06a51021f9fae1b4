"""What a graph is made of, before anything is derived or indexed."""

from dataclasses import dataclass, field

from orggraph.model.evidence import Source
from orggraph.model.nodes import Node
from orggraph.model.relations import Relation
from orggraph.model.seats import Seat
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary, core_vocabulary


@dataclass(frozen=True)
class Parts:
    """What a graph is made of, as it was written: nothing derived, in any order."""

    nodes: tuple[Node, ...] = ()
    relations: tuple[Relation, ...] = ()
    seats: tuple[Seat, ...] = ()
    sources: tuple[Source, ...] = ()
    title: LocalText | None = None
    language: str = "en"
    vocabulary: Vocabulary = field(default_factory=core_vocabulary)

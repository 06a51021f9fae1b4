"""What a reader has understood so far: things, and where their references stand."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from orggraph.model import Node, Parts, Relation, RuleSetting, Seat, Source
from orggraph.model.integrity import Thing
from orggraph.source import Location, Problem
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary

if TYPE_CHECKING:
    from orggraph.source.yaml_tree import YamlText


@dataclass
class Draft:
    """The parts of a graph while they are being read, and the problems with them.

    `is_whole` is false where something could not be read at all, so that what it says would seem
    unknown. `expected_kinds` are references that name the kind of what they point to;
    `setting_subjects` are those that settings of rules are for; `texts` keeps each file as it was
    read, to show the lines that problems stand on.
    """

    vocabulary: Vocabulary
    nodes: list[Node] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    seats: list[Seat] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    settings: list[RuleSetting] = field(default_factory=list)
    title: LocalText | None = None
    language: str | None = None
    problems: list[Problem] = field(default_factory=list)
    is_whole: bool = True
    expected_kinds: "list[tuple[YamlText, str]]" = field(default_factory=list)
    setting_subjects: "list[YamlText]" = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    _places: dict[int, dict[str, Location]] = field(default_factory=dict)

    def place(self, thing: Thing, attribute: str) -> Location | None:
        """Return where an attribute of a thing stands, or else where the thing itself does."""
        return self._places.get(id(thing), {}).get(attribute, thing.location)

    def put_places(self, thing: Thing, places: dict[str, Location]) -> None:
        """Remember where the attributes of ``thing`` stand, for as long as the draft lives."""
        self._places[id(thing)] = places

    def move_places(self, thing: Thing, other: Thing) -> None:
        """Let a thing that takes the place of another have the places of its attributes."""
        self._places[id(other)] = self._places.pop(id(thing), {})

    def forget_places(self, thing: Thing) -> None:
        """Forget where the attributes of a thing stand, which has gone elsewhere."""
        self._places.pop(id(thing), None)

    def parts(self) -> Parts:
        """Return what has been read."""
        return Parts(
            tuple(self.nodes),
            tuple(self.relations),
            tuple(self.seats),
            tuple(self.sources),
            tuple(self.settings),
            self.title,
            self.language or "en",
            self.vocabulary,
        )

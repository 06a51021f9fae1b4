"""What a difference between two versions is made of."""

from enum import StrEnum
from typing import Generic, NamedTuple, TypeVar

from orggraph.evidence.claims import Claim
from orggraph.evidence.verify import Sources, Verification
from orggraph.model import Graph, Node, Relation, RuleSetting, Seat, Source
from orggraph.source import Problem

T = TypeVar("T")


class ChangeKind(StrEnum):
    """What became of a thing from the old version to the new one."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class FieldChange(NamedTuple):
    """An attribute that differs, with both values as the data file has them; None is unset.

    A text has an attribute for each of its languages, such as ``name.da``.
    """

    field: str
    old: object
    new: object


class Change(NamedTuple, Generic[T]):
    """A thing that was added or removed, or that differs in some fields.

    `old` is None for what was added, `new` for what was removed. A renamed thing has its ids among
    the fields, as ``id``.
    """

    old: T | None
    new: T | None
    fields: tuple[FieldChange, ...] = ()

    @property
    def kind(self) -> ChangeKind:
        """Whether it was added, removed or changed."""
        if self.old is None:
            return ChangeKind.ADDED
        return ChangeKind.REMOVED if self.new is None else ChangeKind.CHANGED

    @property
    def one(self) -> T:
        """The thing as it is now, or as it was where it is gone."""
        thing = self.old if self.new is None else self.new
        assert thing is not None
        return thing


class Checked(NamedTuple):
    """A quotation with what rests on it, and what became of it."""

    claim: Claim
    verification: Verification


class Diff(NamedTuple):
    """Everything that differs between two versions, each thing told once.

    Members are relations of a roster, and are not among `relations`; derived relations are left
    out, since they follow. `renamed` are nodes whose id changed, from old to new: what hangs on
    them counts as the same. `evidence` are the quotations that came, went or are otherwise found,
    of what is in both versions; `problems` are the findings of a check that came or went, or tell
    other facts. `general` are the title, the language and the vocabulary. `labels` are what the
    two versions are called, and `documents` what each was held against, where that is known.
    """

    old: Graph
    new: Graph
    renamed: tuple[tuple[str, str], ...]
    nodes: tuple[Change[Node], ...]
    relations: tuple[Change[Relation], ...]
    seats: tuple[Change[Seat], ...]
    members: tuple[Change[Relation], ...]
    evidence: tuple[Change[Checked], ...]
    problems: tuple[Change[Problem], ...]
    sources: tuple[Change[Source], ...] = ()
    settings: tuple[Change[RuleSetting], ...] = ()
    general: tuple[FieldChange, ...] = ()
    labels: tuple[str, str] = ("", "")
    documents: tuple[Sources, Sources] | None = None

    @property
    def is_empty(self) -> bool:
        """Whether the two versions say the same and fare the same in a check."""
        return not (
            self.nodes or self.relations or self.seats or self.members or self.evidence
            or self.problems or self.sources or self.settings or self.general
        )  # fmt: skip

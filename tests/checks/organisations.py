"""Organisations at random of which the rules find much: seeded, and sound more often than not."""

import random

from orggraph.errors import OrgGraphError
from orggraph.model import (
    OFF,
    Count,
    Evidence,
    Filling,
    Graph,
    Node,
    PartialDate,
    Parts,
    Period,
    Relation,
    RoleName,
    RuleSetting,
    Seat,
    Source,
    Term,
    relation_id,
)
from orggraph.source import Location
from orggraph.text import LocalText
from orggraph.vocabulary import core_vocabulary

CORE = core_vocabulary()
DATES = ("1999", "2021-02", "2023-01-01", "2024", "2025", "2025-05-01", "2025-06", "2026")
KINDS = ("body", "body", "body", "person", "person", "post", "organisation")
TYPES = (
    *CORE.types,
    *("member_of",) * 14, *("reports_to",) * 5, *("oversees",) * 4, *("appoints", "elects") * 2,
    *("holds", "part_of", "employed_by") * 3,
)  # fmt: skip
ROLES = ("chair", "chair", "secretary", "member", "observer")
COUNTS = ((1, 1), (1, 1), (2, 2), (4, 6), (2, None))
CODES = ("G001", "G002", "G014", "G040", "G042", "G063", "S102")


def sound_parts(seed: int, size: int) -> Parts:
    """Return the parts of a sound organisation of ``size`` nodes."""
    for attempt in range(100):
        parts = _Making(random.Random(f"{seed} {size} {attempt}"), size).parts()
        try:
            Graph(parts)
        except OrgGraphError:
            continue
        return parts
    raise AssertionError(f"nothing sound of {size} nodes by {seed}")


class _Making:
    def __init__(self, chance: random.Random, size: int) -> None:
        self.chance, self.size = chance, size
        self.has_sources = chance.random() < 0.5
        self.ids = [f"n{number:03}" for number in range(size)]

    def parts(self) -> Parts:
        nodes = [self.node(id_) for id_ in self.ids]
        kinds = {node.id: node.kind for node in nodes}
        self.collectives = [node.id for node in nodes if node.collective]
        bodies = [id_ for id_ in self.ids if kinds[id_] == "body"]
        seats = [
            self.seat(body, f"s{number}", bodies)
            for body in bodies
            for number in range(self.chance.randrange(4))
        ]
        made = (self.relation(kinds, seats) for _ in range(4 * self.size))
        relations = {relation.id: relation for relation in made if relation}
        source = Source(id="d", title=LocalText.of("D", "en"))
        return Parts(
            tuple(nodes),
            tuple(relations.values()),
            tuple(seats),
            (source,) if self.has_sources else (),
            self.settings(),
            language="en",
        )

    def node(self, id_: str) -> Node:
        return Node(
            id=id_,
            kind=self.chance.choice(KINDS),
            name=LocalText.of(f"Name {id_}", "en"),
            collective=self.chance.random() < 0.1,
            roster=self.chance.choice(("complete", "complete", "unknown")),
            **self.said(),  # type: ignore[arg-type]
        )

    def seat(self, body: str, key: str, bodies: list[str]) -> Seat:
        chance = self.chance
        fillings = {
            Filling(
                chance.choice(("appoints", "elects", "nominates")), chance.choice(self.ids + bodies)
            )
            for _ in range(chance.choice((0, 1, 1, 2)))
        }
        per = (
            chance.choice(self.collectives) if self.collectives and chance.random() < 0.1 else None
        )
        low, high = chance.choice(COUNTS)
        return Seat(
            body=body,
            key=key,
            role=self.role(),
            vote=chance.choice((None, True, True, False)),
            count=Count(low, high, per),
            fillings=tuple(sorted(fillings)),
            term=chance.choice((None, Term(24), Term(6))),
            represents=self.other(),
            **self.said(),  # type: ignore[arg-type]
        )

    def relation(self, kinds: dict[str, str], seats: list[Seat]) -> Relation | None:
        chance, type_ = self.chance, CORE.types[self.chance.choice(TYPES)]
        source, target = chance.choice(self.ids), chance.choice(self.ids)
        fits = kinds[source] in type_.sources and kinds[target] in type_.targets
        if source == target or not fits or ("acyclic" in type_.traits and source < target):
            return None
        in_roster = "roster" in type_.traits
        fitting = [seat for seat in seats if not in_roster or seat.body == target]
        can_name = in_roster or type_.family == "appointment"
        seat = chance.choice(fitting) if fitting and can_name and chance.random() < 0.7 else None
        said = self.said()
        key, period = (seat.key if seat else None), said["period"]
        assert isinstance(period, Period)
        return Relation(
            id=relation_id(type_.id, source=source, target=target, seat=key, period=period),
            type=type_.id,
            source=source,
            target=target,
            role=self.role() if in_roster else None,
            vote=chance.choice((None, None, True, False)),
            seat=key,
            seat_body=seat.body if seat and not in_roster else None,
            represents=self.other(),
            line=chance.choice(("solid", "solid", "solid", "dotted")),
            **said,  # type: ignore[arg-type]
        )

    def said(self) -> dict[str, object]:
        chance = self.chance
        quoted = self.has_sources and chance.random() < 0.3
        place = Location("data.yaml", chance.randrange(20), chance.randrange(5))
        return {
            "period": self.period(),
            "status": chance.choice(("stated", "stated", "stated", "inferred")),
            "note": LocalText.of("n", "en") if chance.random() < 0.3 else None,
            "evidence": (Evidence("d", chance.choice(("a b", "c"))),) if quoted else (),
            "location": place if chance.random() < 0.9 else None,
        }

    def period(self) -> Period:
        if self.chance.random() < 0.6:
            return Period()
        start, end = (
            PartialDate.parse(self.chance.choice(DATES)) if self.chance.random() < often else None
            for often in (0.7, 0.5)
        )
        period = Period(start, end)
        return Period(start) if period.is_reversed else period

    def role(self) -> RoleName | None:
        if self.chance.random() < 0.4:
            return None
        if self.chance.random() < 0.2:
            return RoleName(LocalText.of("fmd.", "en"))
        role = CORE.roles[self.chance.choice(ROLES)]
        return RoleName(role.label, role.id, role.rank)

    def other(self) -> str | None:
        return self.chance.choice(self.ids) if self.chance.random() < 0.3 else None

    def settings(self) -> tuple[RuleSetting, ...]:
        return tuple(
            RuleSetting(
                code=code,
                severity=self.chance.choice((OFF, "error", "note", "warning")),
                reason=LocalText.of("why", "en"),
                subjects=tuple(sorted(self.chance.sample(self.ids, self.chance.choice((0, 2))))),
            )
            for code in self.chance.sample(CODES, self.chance.choice((0, 0, 2)))
        )

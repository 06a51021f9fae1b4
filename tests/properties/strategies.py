"""Graphs at random, with all that a data file can say and words that are hard to write."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from orggraph.model import (
    LINES,
    OFF,
    ROSTERS,
    SEVERITIES,
    STATUSES,
    Count,
    Evidence,
    Filling,
    Node,
    PartialDate,
    Parts,
    Period,
    Relation,
    RoleName,
    RuleSetting,
    Seat,
    SetAside,
    Source,
    Statement,
    Term,
    iter_rules,
    relation_id,
)
from orggraph.text import LocalText
from orggraph.vocabulary import (
    APPOINTMENT,
    Family,
    RelationType,
    Role,
    Vocabulary,
    core_vocabulary,
)

CORE = core_vocabulary()
AWKWARD = (
    "no", "null", "~", "yes", "1", "007", "2025-03-01", "1e3", "0x1F", "12:30", "=", "<<", "-",
    "?", "- a", "a: b", "a #b", "#", "'", '"', "it's", '"x"', "*a", "&a", "!a", "%a", "@a", "`",
    "[a", "{a", "a, b]", "|", ">", "a\nb", "a\n\nb", "a\n b", "a  b", "a\tb", "\\n", "---", "...",
    "🙂 ø", "مجلس الإدارة", "\N{RIGHT-TO-LEFT MARK}a", "a\N{NO-BREAK SPACE}b", "a\N{SOFT HYPHEN}b",
    "e\N{COMBINING ACUTE ACCENT}", "a\x85b", "a\N{LINE SEPARATOR}b",
    "\N{ZERO WIDTH NO-BREAK SPACE}",
    "1. udvalg", "Ærø: «øl»", "x" * 150, "ord og " * 30 + "slut", "a: b, " * 30 + "c",
)  # fmt: skip
LANGUAGES = ("da", "en", "sv", "cls")
CHARACTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff")

words = (
    st.sampled_from(AWKWARD) | st.text(CHARACTERS | st.sampled_from("\n\t:#'\"-æøå "), max_size=20)
).map(str.strip).filter(bool)  # fmt: skip
ids = (
    st.sampled_from(["no", "null", "1", "007", "2025-03-01", "1e3", "følgegruppe", "a.b", "å_1"])
    | st.from_regex(r"[a-z0-9æøå][a-z0-9_.\-]{0,6}", fullmatch=True)
)  # fmt: skip
partial_dates = st.builds(
    lambda parts, known: PartialDate(*parts[:known]),
    st.tuples(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28)),
    st.integers(1, 3),
)
periods = st.builds(Period, st.none() | partial_dates, st.none() | partial_dates).map(
    lambda period: Period(period.start) if period.is_reversed else period
)
terms = st.integers(1, 120).map(Term)


@st.composite
def local_texts(draw: st.DrawFn, language: str) -> LocalText:
    values = draw(st.dictionaries(st.sampled_from(LANGUAGES), words, min_size=1, max_size=3))
    original = next(iter(values))
    return LocalText.of(values.pop(original), original, **values).led_by(language)


def _optional(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def _some(items: Sequence[Any]) -> st.SearchStrategy[Any]:
    return st.sampled_from(items) if items else st.none()


@st.composite
def vocabularies(draw: st.DrawFn, language: str) -> Vocabulary:
    texts = local_texts(language)
    aliases = st.lists(words, max_size=2).map(tuple)
    if not draw(st.booleans()):
        return CORE
    family = Family("family1", draw(texts))
    kinds = st.frozensets(st.sampled_from(list(CORE.kinds)))
    type_ = RelationType(
        id=draw(st.sampled_from(["grants", "gives_to", "støtter økonomisk"])),
        family=draw(st.sampled_from(["family1", "support"])),
        label=LocalText.of("yder støtte", language),
        inverse=LocalText.of("får støtte", language, **({"sv": "x y"} if language != "sv" else {})),
        sources=frozenset(CORE.kinds),
        targets=frozenset(CORE.kinds) if draw(st.booleans()) else draw(kinds) | {"body"},
        traits=draw(st.frozensets(st.sampled_from(["upward", "downward", "symmetric"]))),
        aliases=("giver penge",) if draw(st.booleans()) else (),
        inverse_aliases=("får penge",) if draw(st.booleans()) else (),
        iri=draw(_optional(words)),
    )
    role = Role("role1", draw(texts), len(CORE.roles), draw(aliases))
    chair = Role("chair", draw(texts), 0, draw(aliases))
    roles = [role, chair] if draw(st.booleans()) else [role]
    return CORE.with_terms(families=[family], types=[type_], roles=roles)


class _Drawn:
    """Draws the parts of one graph that fit together."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.language = draw(st.sampled_from(["da", "en", "sv"]))
        self.texts = local_texts(self.language)
        self.vocabulary = draw(vocabularies(self.language))
        self.source_ids = draw(st.lists(ids, max_size=2, unique=True))
        self.node_ids = draw(st.lists(ids, min_size=1, max_size=5, unique=True))

    def evidence(self) -> tuple[Evidence, ...]:
        if not self.source_ids:
            return ()
        quotes = words.map(lambda text: " ".join(text.split())).filter(lambda q: q.strip(".…[] "))
        one = st.builds(Evidence, st.sampled_from(self.source_ids), quotes)
        return tuple(self.draw(st.lists(one, max_size=2)))

    def common(self) -> dict[str, Any]:
        return {
            "period": self.draw(periods),
            "status": self.draw(st.sampled_from(STATUSES)),
            "note": self.draw(_optional(self.texts)),
            "evidence": self.evidence(),
        }

    def role(self) -> RoleName | None:
        if self.draw(st.booleans()):
            role = self.draw(st.sampled_from(list(self.vocabulary.roles.values())))
            # A label may be the same words as another role's; then the file means that one.
            if self.vocabulary.find_role(role.id) is not role:
                return None
            return RoleName(role.label, role.id, role.rank)
        label = self.draw(_optional(self.texts))
        known = label is None or self.vocabulary.find_role(label.original)
        return None if known else RoleName(label)

    def source(self, id_: str) -> Source:
        aside = st.builds(SetAside, words, self.texts)
        return Source(
            id=id_,
            title=self.draw(self.texts),
            publisher=self.draw(_optional(words)),
            date=self.draw(_optional(partial_dates.map(str))),
            url=self.draw(_optional(words)),
            file=self.draw(_optional(words)),
            sha256=self.draw(_optional(st.from_regex("[0-9a-f]{64}", fullmatch=True))),
            set_aside=tuple(self.draw(st.lists(aside, max_size=2))),
        )

    def settings(self, nodes: Sequence[Node]) -> tuple[RuleSetting, ...]:
        """Return settings of rules, each for all or for some nodes, none twice the same."""
        known = [node.id for node in nodes]
        ids_ = st.sets(st.sampled_from(known), max_size=2) if known else st.just(set[str]())
        subjects = ids_.map(sorted).map(tuple)
        one = st.builds(
            RuleSetting,
            code=st.sampled_from([rule.code for rule in iter_rules()]),
            severity=st.sampled_from([OFF, *SEVERITIES]),
            reason=self.texts,
            subjects=subjects,
        )
        return tuple(self.draw(st.lists(one, max_size=3, unique_by=lambda item: item.code)))

    def node(self, id_: str) -> Node:
        purpose = st.builds(
            Statement, self.texts, st.just(self.evidence()), st.sampled_from(STATUSES)
        )
        return Node(
            id=id_,
            kind=self.draw(st.sampled_from(list(self.vocabulary.kinds))),
            name=self.draw(self.texts),
            aliases=tuple(self.draw(st.lists(words, max_size=2))),
            title=self.draw(_optional(self.texts)),
            classification=self.draw(_optional(self.texts)),
            identifiers=tuple(sorted(self.draw(st.sets(st.tuples(words, words), max_size=2)))),
            collective=self.draw(st.booleans()),
            roster=self.draw(st.sampled_from(ROSTERS)),
            purposes=tuple(self.draw(st.lists(purpose, max_size=2))),
            **self.common(),
        )

    def seats(self, nodes: Sequence[Node]) -> list[Seat]:
        keys = st.tuples(st.sampled_from(self.node_ids), ids)
        collectives = [None, *(node.id for node in nodes if node.collective)]
        fillings = st.builds(
            Filling,
            st.sampled_from(sorted(self.vocabulary.types_of(family=APPOINTMENT))),
            st.sampled_from(self.node_ids),
        )
        return [
            Seat(
                body=body,
                key=key,
                name=self.draw(_optional(self.texts)),
                count=Count(
                    *self.draw(st.sampled_from([(1, 1), (4, 6), (2, None), (0, 3)])),
                    self.draw(st.sampled_from(collectives)),
                ),
                role=self.role(),
                fillings=tuple(sorted(self.draw(st.sets(fillings, max_size=3)))),
                term=self.draw(_optional(terms)),
                vote=self.draw(st.sampled_from([None, True, False])),
                represents=self.draw(_optional(st.sampled_from(self.node_ids))),
                **self.common(),
            )
            for body, key in self.draw(st.lists(keys, max_size=3, unique=True))
        ]

    def relations(self, nodes: Sequence[Node], seats: Sequence[Seat]) -> list[Relation]:
        found: dict[str, Relation] = {}
        types = list(self.vocabulary.types.values())
        for _ in range(self.draw(st.integers(0, 4))):
            one, other = self.draw(st.tuples(st.sampled_from(nodes), st.sampled_from(nodes)))
            fitting = [
                t
                for t in types
                if one.kind in t.sources
                and other.kind in t.targets
                # Downwards by id, so that no line leads back to where it began.
                and ("acyclic" not in t.traits or one.id < other.id)
            ]
            if one.id != other.id and fitting:
                type_ = self.draw(st.sampled_from(fitting))
                relation = self.relation(type_, one.id, other.id, seats)
                found[relation.id] = relation
        return list(found.values())

    def relation(
        self, type_: RelationType, source: str, target: str, seats: Sequence[Seat]
    ) -> Relation:
        in_roster = "roster" in type_.traits
        fitting = [seat for seat in seats if not in_roster or seat.body == target]
        seat = self.draw(st.none() | _some(fitting))
        reasons = st.dictionaries(st.sampled_from(["from", "line", "role"]), self.texts, max_size=2)
        relation = Relation(
            id="",
            type=type_.id,
            source=source,
            target=target,
            role=self.role(),
            vote=self.draw(st.sampled_from([None, True, False])),
            seat=seat and seat.key,
            seat_body=seat and (None if in_roster else seat.body),
            represents=self.draw(_optional(st.sampled_from(self.node_ids))),
            line=self.draw(st.sampled_from(LINES)),
            inferred=tuple(sorted(self.draw(reasons).items(), key=lambda pair: pair[0])),
            **self.common(),
        )
        usual = relation_id(
            type_.id, source=source, target=target, seat=relation.seat, period=relation.period
        )
        return replace(relation, id=self.draw(st.just(usual) | ids))


@st.composite
def parts(draw: st.DrawFn) -> Parts:
    """Return parts that make a sound graph."""
    drawn = _Drawn(draw)
    nodes = [drawn.node(id_) for id_ in drawn.node_ids]
    seats = drawn.seats(nodes)
    return Parts(
        tuple(nodes),
        tuple(drawn.relations(nodes, seats)),
        tuple(seats),
        tuple(drawn.source(id_) for id_ in drawn.source_ids),
        drawn.settings(nodes),
        title=draw(_optional(drawn.texts)),
        language=drawn.language,
        vocabulary=drawn.vocabulary,
    )

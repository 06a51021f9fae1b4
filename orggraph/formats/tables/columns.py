"""The tables that a graph is written as, and the columns of each: the one description of them.

Reading, writing, the headings and the legend of a workbook all come from here.
"""

from collections.abc import Callable, Mapping
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple

from orggraph.formats.tables import cells
from orggraph.formats.tables.cells import TEXT, Cell
from orggraph.formats.yaml.fields import INFERABLE
from orggraph.model import Count, Relation


class Column(NamedTuple):
    """A column. `heading` is what is written above it, `others` what is understood as well.

    `name` is what `--column` calls it and things are read into; `get` takes its value from a thing;
    a `is_local` one has others beside it with the language behind the heading; one that is `open`
    has any word behind the heading, such as the scheme of an identifier; `always` says that it is
    written although it is empty; `about` is what the legend explains it as, if not by its name.
    """

    name: str
    heading: str
    others: tuple[str, ...]
    cell: Cell = TEXT
    get: Callable[[Any], Any] = lambda thing: None
    is_local: bool = False
    is_open: bool = False
    always: bool = False
    about: str = ""

    @property
    def help(self) -> str:
        """The key of the phrase that explains it."""
        return f"column.{self.about or self.name.partition('_')[0]}"


class Table(NamedTuple):
    """A table: its name, what else a sheet of it may be called, and its columns in order.

    `required` are groups of columns, one of each of which it must have.
    """

    name: str
    others: tuple[str, ...]
    columns: tuple[Column, ...]
    required: tuple[tuple[str, ...], ...]

    @property
    def help(self) -> str:
        """The key of the phrase that explains it."""
        return f"table.{self.name.partition('_')[0]}"


def _of(attribute: str) -> Callable[[Any], Any]:
    return attrgetter(attribute)


def _unless(attribute: str, default: str) -> Callable[[Any], Any]:
    def get(thing: Any) -> Any:
        value = getattr(thing, attribute)
        return None if value == default else value

    return get


def _seat(relation: Relation) -> str | None:
    if relation.seat is None or relation.seat_body is None:
        return relation.seat
    return f"{relation.seat_body}/{relation.seat}"


def _role(thing: Any) -> Any:
    """Return a term's id as it is, and words of one's own as a text with languages."""
    return None if thing.role is None else thing.role.id or thing.role.label


def _reason(attribute: str, relation: Relation) -> Any:
    return relation.reasons.get(attribute) if relation.inferred else None


_FROM = Column("start", "from", ("fra", "start"), cells.DATE, _of("period.start"), always=True)
_UNTIL = Column("end", "until", ("til", "slut"), cells.DATE, _of("period.end"), always=True)
_STATUS = Column("status", "status", (), cells.STATUS, _unless("status", "stated"))
_NOTE = Column("note", "note", ("bemærkning",), TEXT, _of("note"), is_local=True, always=True)
_EVIDENCE = Column("evidence", "evidence", ("belæg",), cells.EVIDENCE, _of("evidence"), always=True)
_COMMON = (_FROM, _UNTIL, _STATUS, _NOTE, _EVIDENCE)
_ROLE = Column("role", "role", ("rolle",), TEXT, _role, is_local=True, always=True)
_VOTE = Column("vote", "vote", ("stemmeret", "stemme"), cells.TRUTH, _of("vote"), always=True)
_REPRESENTS = Column(
    "represents", "represents", ("repræsenterer",), TEXT, _of("represents"), always=True
)
_SEATING = (
    _ROLE,
    Column("seat", "seat", ("plads",), TEXT, _seat, always=True),
    _VOTE,
    _REPRESENTS,
)
_RELATION_END = (
    Column("line", "line", ("linje",), cells.LINE, _unless("line", "solid")),
    *_COMMON,
    *(
        Column(
            f"inferred_{name}", f"inferred {name}", (f"udledt {name}",),
            TEXT, partial(_reason, name), is_local=True,
        )
        for name in INFERABLE
    ),
    Column("id", "id", (), TEXT, _of("id")),
)  # fmt: skip

NODES = Table(
    "nodes",
    ("node", "knuder", "enheder"),
    (
        Column("id", "id", (), cells.ID, _of("id"), always=True),
        Column("kind", "kind", ("art", "type"), TEXT, _of("kind"), always=True),
        Column("name", "name", ("navn",), TEXT, _of("name"), is_local=True, always=True),
        Column("title", "title", ("titel", "stilling"), TEXT, _of("title"), is_local=True,
               always=True),
        Column("classification", "classification", ("betegnelse", "klassifikation"), TEXT,
               _of("classification"), is_local=True, always=True),
        Column("aliases", "aliases", ("alias", "andre navne"), cells.ITEMS, _of("aliases"),
               always=True),
        Column("identifiers", "identifier", ("identifikator",), cells.ITEMS, is_open=True),
        Column("collective", "collective", ("kollektiv",), cells.TRUTH,
               lambda node: node.collective or None),
        Column("roster", "roster", ("medlemsliste",), cells.ROSTER, _unless("roster", "unknown")),
        *_COMMON,
    ),
    (("kind",), ("id", "name")),
)  # fmt: skip
RELATIONS = Table(
    "relations",
    ("relation", "relationer"),
    (
        Column("source", "source", ("fra knude", "kilde"), TEXT, _of("source"), always=True),
        Column("type", "type", ("relation", "relationstype"), TEXT, _of("type"), always=True),
        Column("target", "target", ("til knude", "mål"), TEXT, _of("target"), always=True),
        *_SEATING,
        *_RELATION_END,
    ),
    (("source",), ("type",), ("target",)),
)
MEMBERS = Table(
    "members",
    ("member", "medlemmer"),
    (
        Column("target", "body", ("organ", "udvalg"), TEXT, _of("target"), always=True,
               about="body"),
        Column("source", "member", ("medlem",), TEXT, _of("source"), always=True,
               about="member"),
        *_SEATING,
        *_RELATION_END,
    ),
    (("target",), ("source",)),
)  # fmt: skip
SEATS = Table(
    "seats",
    ("seat", "pladser"),
    (
        Column("body", "body", ("organ", "udvalg"), TEXT, _of("body"), always=True),
        Column("key", "seat", ("plads",), cells.ID, _of("key"), always=True),
        Column("name", "name", ("navn",), TEXT, _of("name"), is_local=True, always=True),
        _ROLE,
        Column("count", "count", ("antal",), cells.COUNT,
               lambda seat: None if seat.count == Count() else seat.count, always=True),
        Column("fillings", "filled by", ("besættes af",), cells.ITEMS, is_open=True),
        Column("term", "term", ("periode", "valgperiode"), cells.TERM, _of("term"), always=True),
        _VOTE,
        _REPRESENTS,
        *_COMMON,
    ),
    (("body",), ("key",)),
)  # fmt: skip
PURPOSES = Table(
    "purposes",
    ("purpose", "formål"),
    (
        Column("node", "node", ("knude",), TEXT, _of("node"), always=True),
        Column("text", "text", ("tekst",), TEXT, _of("text"), is_local=True, always=True),
        _STATUS,
        _EVIDENCE,
    ),
    (("node",), ("text",)),
)
SOURCES = Table(
    "sources",
    ("source", "kilder"),
    (
        Column("id", "id", (), TEXT, _of("id"), always=True),
        Column("caption", "title", ("titel",), TEXT, _of("title"), is_local=True, always=True),
        Column("publisher", "publisher", ("udgiver",), TEXT, _of("publisher"), always=True),
        Column("date", "date", ("dato",), cells.DATE, _of("date"), always=True),
        Column("url", "url", ("netadresse",), TEXT, _of("url"), always=True),
        Column("file", "file", ("fil",), TEXT, _of("file"), always=True),
        Column("checksum", "sha256", (), TEXT, _of("sha256")),
    ),
    (("id",), ("caption",)),
)
SET_ASIDE = Table(
    "set_aside",
    ("lagt til side",),
    (
        Column("document", "source", ("kilde",), TEXT, _of("source"), always=True),
        Column("quote", "quote", ("citat",), TEXT, _of("quote"), always=True),
        Column("reason", "reason", ("begrundelse",), TEXT, _of("reason"), is_local=True,
               always=True),
    ),
    (("document",), ("quote",), ("reason",)),
)  # fmt: skip
RULES = Table(
    "rules",
    ("rule", "regler"),
    (
        Column("code", "rule", ("regel",), TEXT, _of("code"), always=True),
        Column("severity", "severity", ("alvor",), TEXT, _of("severity"), always=True),
        Column("for", "for", ("gælder",), cells.ITEMS, _of("subjects"), always=True),
        Column("reason", "reason", ("begrundelse",), TEXT, _of("reason"), is_local=True,
               always=True),
    ),
    (("code",), ("severity",), ("reason",)),
)  # fmt: skip


def _kinds(attribute: str) -> Callable[[Any], Any]:
    return lambda type_: sorted(getattr(type_, attribute))


_LABEL = Column("label", "label", ("betegnelse",), TEXT, _of("label"), is_local=True, always=True)
_ALIASES = Column("aliases", "aliases", ("alias",), cells.ITEMS, _of("aliases"))
_TERM_ID = Column("id", "id", (), TEXT, _of("id"), always=True)
FAMILIES = Table("families", ("family", "familier"), (_TERM_ID, _LABEL), (("id",), ("label",)))
TYPES = Table(
    "types",
    ("type", "typer"),
    (
        _TERM_ID,
        Column("family", "family", ("familie",), TEXT, _of("family"), always=True),
        _LABEL,
        Column("inverse", "inverse", ("omvendt",), TEXT, _of("inverse"), is_local=True,
               always=True),
        Column("sources", "source", (), cells.ITEMS, _kinds("sources"), always=True),
        Column("targets", "target", (), cells.ITEMS, _kinds("targets"), always=True),
        Column("traits", "traits", ("egenskaber",), cells.ITEMS,
               lambda type_: sorted(type_.traits), always=True),
        _ALIASES,
        Column("inverses", "inverse aliases", (), cells.ITEMS, _of("inverse_aliases")),
        Column("iri", "iri", (), TEXT, _of("iri")),
    ),
    (("id",), ("family",), ("label",), ("inverse",)),
)  # fmt: skip
ROLES = Table("roles", ("role", "roller"), (_TERM_ID, _LABEL, _ALIASES), (("id",), ("label",)))
GRAPH = Table(
    "graph",
    ("graf",),
    (
        Column("caption", "title", ("titel",), TEXT, _of("title"), is_local=True, always=True),
        Column("language", "language", ("sprog",), TEXT, _of("language"), always=True),
    ),
    (("language",),),
)

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        table.name: table
        for table in (
            NODES, RELATIONS, SEATS, MEMBERS, PURPOSES,
            SOURCES, SET_ASIDE, RULES, FAMILIES, TYPES, ROLES, GRAPH,
        )
    }
)  # fmt: skip
"""All tables by name, in the order of the sheets of a workbook."""

THINGS = (NODES.name, RELATIONS.name, SEATS.name, MEMBERS.name, PURPOSES.name)
"""The tables of what grows with an organisation; the others are read whole before them."""

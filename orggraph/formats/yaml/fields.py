"""What a data file may say, as tables of fields.

The reader, the writer's order of keys and the JSON Schema all come from these tables.
"""

import re
from typing import Any

from orggraph.model import LINES, ROSTERS, SEVERITIES, STATUSES, Count, Evidence, PartialDate, Term
from orggraph.source.fields import (
    LOCAL_TEXT,
    TEXT,
    TRUTH,
    Field,
    Reading,
    Shape,
    choice,
    list_of,
    parsed,
    read_map,
    read_text,
)
from orggraph.source.yaml_tree import YamlMap, YamlNode
from orggraph.text import LocalText, shorten

ID_PATTERN = r"[^\W_][\w.\-]*"
"""An id: letters of any alphabet, digits, ``_``, ``.`` and ``-``; the first is no mark."""

_ID = re.compile(ID_PATTERN)
_HASH = re.compile("[0-9A-Fa-f]{64}")


def parse_id(text: str) -> str:
    """Return ``text`` if it can be an id; raises ValueError otherwise."""
    if not _ID.fullmatch(text):
        raise ValueError(text)
    return text


def _parse_hash(text: str) -> str:
    if not _HASH.fullmatch(text):
        raise ValueError(text)
    return text.lower()


def _parse_relation_id(text: str) -> str:
    # Derived relations have a slash in their ids, so that no written one can be taken for them.
    for part in text.split(":"):
        parse_id(part)
    return text


def _read_evidence(node: YamlNode, reading: Reading) -> Evidence | None:
    text = read_text(node, reading)
    if text is None:
        return None
    try:
        return Evidence.parse(text, node.location)
    except ValueError:
        reading.report("bad-evidence", node.location, text=shorten(text))
        return None


def _read_subject(node: YamlNode, reading: Reading) -> YamlNode | None:
    # Whether it exists, only all the files together can tell; so it keeps its place.
    return None if read_text(node, reading) is None else node


def _read_reasons(node: YamlNode, reading: Reading) -> tuple[tuple[str, LocalText], ...] | None:
    if not isinstance(node, YamlMap):
        reading.expected("a-mapping", node)
        return None
    fields = [Field(name, LOCAL_TEXT, "") for name in INFERABLE]
    read = read_map(node, fields, reading)
    return tuple(sorted(read.values.items()))


def _read_identifiers(node: YamlNode, reading: Reading) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, YamlMap):
        reading.expected("a-mapping", node)
        return None
    several = list_of(TEXT)
    found = ((key.text.strip(), several.read(value, reading)) for key, value in node.entries)
    pairs = {(scheme, value) for scheme, values in found for value in values or ()}
    return tuple(sorted(pairs))


INFERABLE = ("role", "vote", "seat", "represents", "from", "until", "line")
"""The attributes of a relation that may be inferred while the relation itself is stated."""

RELATION_ID = parsed(_parse_relation_id, "bad-id", {"type": ["string", "number"]})
_NODE_ID_SCHEMA: dict[str, Any] = {"type": ["string", "number"]}
NODE_ID = Shape(read_text, _NODE_ID_SCHEMA)
DATE = parsed(
    PartialDate.parse,
    "bad-date",
    {"anyOf": [{"type": "integer"}, {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"}]},
)
COUNT = parsed(
    Count.parse,
    "bad-count",
    {
        "anyOf": [
            {"type": "integer", "minimum": 1},
            {"type": "string", "pattern": r"^\s*\d+\s*([-–]\s*\d+|\+)?(\s+(per|pr\.?)\s+\S+)?\s*$"},
        ]
    },
)
TERM = parsed(
    Term.parse,
    "bad-term",
    {"type": "string", "pattern": r"^\s*\d+\s*([Yy](ears?)?|år|[Mm](onths?|åneder|åned)?)\s*$"},
)
HASH = parsed(_parse_hash, "bad-hash", {"type": "string", "pattern": "^[0-9A-Fa-f]{64}$"})
EVIDENCE = list_of(
    Shape(_read_evidence, {"type": "string", "pattern": r"^[^:]*[^:\s][^:]*:.*\S.*$"})
)
REASONS = Shape(
    _read_reasons,
    {
        "type": "object",
        "properties": dict.fromkeys(INFERABLE, LOCAL_TEXT.schema),
        "additionalProperties": False,
    },
)
IDENTIFIERS = Shape(
    _read_identifiers,
    {"type": "object", "additionalProperties": list_of(TEXT).schema},
)

_FROM = Field("start", DATE, "The first day it holds: 2025, 2025-03 or 2025-03-01.", ("from",))
_UNTIL = Field("end", DATE, "The last day it holds: 2025, 2025-03 or 2025-03-01.", ("until",))
_STATUS = Field("status", choice(*STATUSES), "`inferred` where the source does not state it.")
_NOTE = Field("note", LOCAL_TEXT, "A remark for readers.")
_EVIDENCE = Field("evidence", EVIDENCE, "The words it rests on: `source id: start … end`.")
_ROLE = Field("role", LOCAL_TEXT, "Chair, secretary, or words of your own.")
_VOTE = Field("vote", TRUTH, "Whether it comes with a vote.")
_REPRESENTS = Field("represents", NODE_ID, "The node that the holder stands for.")

PURPOSE_FIELDS = (
    Field("text", LOCAL_TEXT, "The purpose or duty, in your own words.", required=True),
    Field("en", TEXT, "The text in English."),
    Field("da", TEXT, "The text in Danish."),
    _STATUS,
    _EVIDENCE,
)
NODE_FIELDS = (
    Field("name", LOCAL_TEXT, "The name, as it is written in diagrams.", required=True),
    Field("en", TEXT, "The name in English."),
    Field("da", TEXT, "The name in Danish."),
    Field("aliases", list_of(TEXT), "Other names that it is found by."),
    Field("title", LOCAL_TEXT, "A person's title."),
    Field("classification", LOCAL_TEXT, "What it is more closely: network, municipality …"),
    Field("identifiers", IDENTIFIERS, "What registers know it by: cvr: 29190925, iri: https://…"),
    Field("collective", TRUTH, "Whether it stands for several, such as all municipalities."),
    Field("roster", choice(*ROSTERS), "Whether the members written down are all there are."),
    _FROM,
    _UNTIL,
    _STATUS,
    _NOTE,
    _EVIDENCE,
)
RELATION_FIELDS = (
    Field("id", RELATION_ID, "An id of its own, where two relations would be the same."),
    _ROLE,
    _VOTE,
    Field("seat", TEXT, "The seat that the member holds; outside a roster, `body/seat`."),
    _REPRESENTS,
    _FROM,
    _UNTIL,
    Field("line", choice(*LINES), "`dotted` for a secondary line."),
    _STATUS,
    Field("inferred", REASONS, "Why an attribute is set that the source does not state."),
    _NOTE,
    _EVIDENCE,
)
SEAT_FIELDS = (
    Field("name", LOCAL_TEXT, "What the seat is called."),
    _ROLE,
    Field("count", COUNT, "How many: 1, 4-6, 2+, 1 per <collective>."),
    Field("term", TERM, "How long a holder sits: 3 years, 18 months."),
    _VOTE,
    _REPRESENTS,
    _FROM,
    _UNTIL,
    _STATUS,
    _NOTE,
    _EVIDENCE,
)
SET_ASIDE_FIELDS = (
    Field("quote", TEXT, "Words that only this paragraph has.", required=True),
    Field("reason", LOCAL_TEXT, "Why nothing rests on the paragraph.", required=True),
)
RULE_FIELDS = (
    Field(
        "severity",
        choice(*SEVERITIES),
        "What its findings count as: off, note, warning or error.",
        required=True,
    ),
    Field(
        "subjects",
        list_of(Shape(_read_subject, _NODE_ID_SCHEMA)),
        "The nodes, seats, relations or sources that it is for; all where none are named.",
        ("for",),
    ),
    Field("reason", LOCAL_TEXT, "Why.", required=True),
)
SOURCE_FIELDS = (
    Field("title", LOCAL_TEXT, "The title of the document.", required=True),
    Field("publisher", TEXT, "Who published it."),
    Field("date", DATE, "When it was published or read."),
    Field("url", TEXT, "Where it can be read."),
    Field("file", TEXT, "The document itself, relative to this file."),
    Field("sha256", HASH, "The SHA-256 of the document when the data was last held against it."),
)
"""The fields of a source, beside `set aside`, a list of `SET_ASIDE_FIELDS`."""

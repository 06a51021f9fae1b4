"""The JSON Schema of data files, made from the tables that the reader uses.

Editors complete and check with it. It knows the core vocabulary's relations by their labels; other
keys of a node may be relations that the file itself adds, so it checks only their form. What needs
the whole graph, such as whether a node exists, `orggraph check` tells.
"""

from pathlib import Path

from orggraph.formats.yaml.fields import (
    NODE_FIELDS,
    NODE_ID,
    PURPOSE_FIELDS,
    RELATION_FIELDS,
    RULE_FIELDS,
    SEAT_FIELDS,
    SET_ASIDE_FIELDS,
    SOURCE_FIELDS,
)
from orggraph.model import iter_rules
from orggraph.source.fields import LOCAL_TEXT
from orggraph.source.schema import DIALECT, Schema, object_schema, or_null
from orggraph.source.schema import render_schema as render
from orggraph.vocabulary import APPOINTMENT, Vocabulary, core_vocabulary
from orggraph.vocabulary.reading import VOCABULARY_FIELDS

SHIPPED = Path(__file__).with_name("orggraph.schema.json")
"""The schema as a file of the package; a test keeps it equal to what is made here."""

_MARKS = r"\s!-,/:-@\[-^`{-~§¤£€½´¨«»“”‘’–—…·"
_NO_MARK_FIRST = f"^[^{_MARKS}_.\\-]"
_NO_SPACE_OR_MARK = f"[^{_MARKS}]*$"


def schema_text() -> str:
    """Return the schema as it is shipped."""
    return SHIPPED.read_text(encoding="utf-8")


def make_schema() -> Schema:
    """Return the schema (JSON Schema 2020-12) of a data file."""
    vocabulary = core_vocabulary()
    return {
        "$schema": DIALECT,
        "title": "orggraph data file",
        "type": "object",
        "properties": {
            "title": {
                **LOCAL_TEXT.schema,
                "description": "What the organisation is called.",
            },
            "language": {
                "type": "string",
                "pattern": "^[A-Za-z]{2,3}$",
                "description": "The language of plain text in this file: da, en.",
            },
            "sources": _by_id({"$ref": "#/$defs/source"}, "The documents that statements rest on."),
            "vocabulary": {"$ref": "#/$defs/vocabulary"},
            "rules": _rules(),
            **_sections(vocabulary),
        },
        "additionalProperties": False,
        "$defs": {
            "node": _node(vocabulary),
            "relation": object_schema(RELATION_FIELDS),
            "relations": _relations(),
            "member": _member(vocabulary),
            "seat": _seat(vocabulary),
            "purpose": _or_text(object_schema(PURPOSE_FIELDS)),
            "source": _source(),
            "vocabulary": _vocabulary(),
            "rule": object_schema(RULE_FIELDS),
        },
    }


def render_schema() -> str:
    """Return the schema as the text of its file."""
    return render(make_schema())


def _sections(vocabulary: Vocabulary) -> Schema:
    return {
        heading: _by_id({"$ref": "#/$defs/node"}, f"Nodes of the kind {kind.id}.")
        for kind in vocabulary.kinds.values()
        for heading in kind.sections
    }


def _or_text(schema: Schema) -> Schema:
    return {"anyOf": [{"type": ["string", "number"]}, schema]}


def _by_id(schema: Schema, description: str) -> Schema:
    return {
        "type": ["object", "null"],
        # ECMAScript and Python write "letters of all alphabets" differently, so what cannot be in
        # an id is named instead, as far as it is on a keyboard.
        "propertyNames": {"pattern": _NO_MARK_FIRST + _NO_SPACE_OR_MARK},
        "additionalProperties": schema,
        "description": description,
    }


def _node(vocabulary: Vocabulary) -> Schema:
    relations = {
        words: {"$ref": "#/$defs/relations", "description": f"{type_.family}: {type_.id}"}
        for type_ in vocabulary.types.values()
        for words in dict.fromkeys((*type_.label.all(), *type_.inverse.all()))
    }
    node = object_schema(
        NODE_FIELDS,
        seats=_by_id(or_null({"$ref": "#/$defs/seat"}), "The rules for who sits in it."),
        members={
            "type": ["array", "null"],
            "items": {"$ref": "#/$defs/member"},
            "description": "Who sits in it.",
        },
        purposes=_one_or_many({"$ref": "#/$defs/purpose"}, "Its duties in your own words."),
        **relations,
    )
    return _or_text(node | {"additionalProperties": {"$ref": "#/$defs/relations"}})


def _one_or_many(schema: Schema, description: str) -> Schema:
    return {
        "anyOf": [schema, {"type": "array", "items": schema}, {"type": "null"}],
        "description": description,
    }


def _relations() -> Schema:
    attributes = or_null({"$ref": "#/$defs/relation"})
    by_id = {
        "type": "object",
        "additionalProperties": {"anyOf": [attributes, {"type": "array", "items": attributes}]},
    }
    one = {"anyOf": [NODE_ID.schema, by_id]}
    return {"anyOf": [one, {"type": "array", "items": one}, {"type": "null"}]}


def _member(vocabulary: Vocabulary) -> Schema:
    names = [*vocabulary.kinds, "member"]
    words = {key: {**NODE_ID.schema, "description": "The id of the member."} for key in names}
    return _or_text(object_schema(RELATION_FIELDS, **words))


def _seat(vocabulary: Vocabulary) -> Schema:
    fillings = {
        words: {
            "anyOf": [NODE_ID.schema, {"type": "array", "items": NODE_ID.schema}],
            "description": "Who fills the seat.",
        }
        for type_ in vocabulary.types.values()
        if type_.family == APPOINTMENT
        for words in type_.inverse.all()
    }
    # A type of the file's own may fill seats too.
    return object_schema(SEAT_FIELDS, **fillings) | {"additionalProperties": True}


def _source() -> Schema:
    aside = {
        "type": ["array", "null"],
        "items": object_schema(SET_ASIDE_FIELDS),
        "description": "Paragraphs that nothing is to rest on, with the reason.",
    }
    return object_schema(SOURCE_FIELDS, **{"set aside": aside})


def _rules() -> Schema:
    rule = {"$ref": "#/$defs/rule"}
    words = [word for known in iter_rules() for word in (known.code, known.name)]
    return {
        "type": ["object", "null"],
        "properties": {key: {"anyOf": [rule, {"type": "array", "items": rule}]} for key in words},
        "additionalProperties": False,
        "description": "How findings of check count in this file, with the reason.",
    }


def _vocabulary() -> Schema:
    return {
        "type": ["object", "null"],
        "properties": {
            heading: {"type": ["object", "null"], "additionalProperties": object_schema(fields)}
            for heading, fields in VOCABULARY_FIELDS.items()
        },
        "additionalProperties": False,
        "description": "Relation types, families and roles of your own.",
    }

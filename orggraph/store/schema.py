"""What is in the file: views for people who ask in SQL, and tables for the tool.

The views are for asking by hand, and stay as they are while the version is the same:

- ``nodes``: who and what there is, by ``id``; ``kind``, ``name``, ``classification``,
  ``collective`` (1 for what stands for several), ``roster`` (whether all members are written
  down), ``start`` and ``end`` as they were written (2025, 2025-03 or 2025-03-01; NULL for open),
  ``status`` (stated or inferred).
- ``edges``: who relates to whom, in the order of the graph: ``id``, ``type`` and its ``family``,
  ``source`` and ``target`` (ids of nodes: the source reports to the target, appoints it, is a
  member of it), ``rank`` (the place of the type in the vocabulary), ``status``, ``line`` (solid or
  dotted), ``start``, ``end``, ``derived`` (1 for what follows from seats and members, and is
  written nowhere).
- ``members``: who sits in which body: ``body``, ``body_name``, ``member``, ``member_name``,
  ``role`` and ``vote`` (their own, else those of the seat; 1, 0 or NULL where nothing is said),
  ``seat``, ``start``, ``end``.
- ``seats``: ``id``, ``body``, ``key``, ``name``, ``role``, ``least`` and ``most`` (how many it is
  for; NULL for no limit), ``start``, ``end``.
- ``evidence``: which words of which ``source`` a thing rests on: ``thing`` (node, purpose, seat or
  relation), its ``id`` (a purpose goes by that of its node), ``source``, ``quote``.
- ``identifiers``: what registers call a node: its ``id``, ``scheme``, ``value``.
- ``traits``: how a ``type`` of relation behaves: a ``trait`` such as roster.

Texts are in the language of the graph where there is one in it. In the tables they are with their
translations in ``more``, which is JSON of all that most things do not say, as
`orggraph.store.packing` writes it: a text is a string where it is in the language of the graph
alone, else an object by language, the original first. ``number`` follows the order of a graph, so
that what is read by number is in order: nodes by id, relations by source, type, target and id,
seats by body, the chair's first, names by the key that they fold to, and types as the vocabulary
has them; ``source``, ``target``, ``body`` and ``node`` are numbers of nodes, and ``type`` is that
of a type. The id of a relation is NULL where it follows from the rest
(`orggraph.model.Relation.usual_id`). ``file``, ``line``, ``letter`` and ``length`` are where a
thing was written, from 0. ``below`` counts who reports to a node at all levels, -1 where somebody
would be counted twice; ``name`` has all that nodes are called, folded; ``name_part`` and
``trigram`` find parts of that, and ``about`` is what the file says of itself, with its seal
(`orggraph.store.seal`).
"""

from collections.abc import Iterator

APPLICATION_ID = 0x6F726764
"""What the header of the file calls it: "orgd" in ASCII (SQLite, database file format, 1.3.17)."""

VERSION = 1
"""The version of the schema, in the header as well."""

TABLES = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE kind (number INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT, more TEXT);
CREATE TABLE family (number INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT, more TEXT);
CREATE TABLE type (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, family TEXT NOT NULL, label TEXT, inverse TEXT,
    more TEXT
);
CREATE TABLE role (number INTEGER PRIMARY KEY, id TEXT NOT NULL, label TEXT, more TEXT);
CREATE TABLE source (number INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT, more TEXT);
CREATE TABLE rule (
    number INTEGER PRIMARY KEY, code TEXT NOT NULL, severity TEXT NOT NULL, reason TEXT, more TEXT,
    file INTEGER, line INTEGER, letter INTEGER, length INTEGER
);
CREATE TABLE file (number INTEGER PRIMARY KEY, path TEXT NOT NULL);
CREATE TABLE node (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
    collective INTEGER NOT NULL, start TEXT, until TEXT, more TEXT,
    file INTEGER, line INTEGER, letter INTEGER, length INTEGER
);
CREATE TABLE relation (
    number INTEGER PRIMARY KEY, id TEXT, source INTEGER NOT NULL, type INTEGER NOT NULL,
    target INTEGER NOT NULL, seat TEXT, start TEXT, until TEXT, derived INTEGER NOT NULL, more TEXT,
    file INTEGER, line INTEGER, letter INTEGER, length INTEGER
);
CREATE TABLE below (node INTEGER PRIMARY KEY, count INTEGER NOT NULL);
CREATE TABLE seat (
    number INTEGER PRIMARY KEY, body INTEGER NOT NULL, key TEXT NOT NULL, start TEXT, until TEXT,
    more TEXT, file INTEGER, line INTEGER, letter INTEGER, length INTEGER
);
CREATE TABLE name (number INTEGER PRIMARY KEY, key TEXT NOT NULL, node INTEGER NOT NULL);
CREATE TABLE identifier (value TEXT, scheme TEXT, node INTEGER NOT NULL);
CREATE TABLE trigram (text TEXT PRIMARY KEY, names INTEGER NOT NULL) WITHOUT ROWID;
CREATE VIRTUAL TABLE name_part USING fts5 (
    key, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
);
"""

INDEXES = """
CREATE UNIQUE INDEX IF NOT EXISTS node_by_id ON node (id);
CREATE INDEX IF NOT EXISTS node_by_kind ON node (kind);
CREATE INDEX relation_from ON relation (source, type);
CREATE INDEX relation_to ON relation (target, type);
CREATE INDEX relation_of_type ON relation (type);
CREATE UNIQUE INDEX relation_by_id ON relation (id) WHERE id IS NOT NULL;
CREATE UNIQUE INDEX seat_by_body ON seat (body, key);
CREATE INDEX IF NOT EXISTS name_by_key ON name (key);
CREATE INDEX IF NOT EXISTS identifier_by_value ON identifier (value);
"""


def full_id(relation: str = "", *, source: str, type_: str, target: str) -> str:
    """Return the SQL of a relation's id: its own, else as `orggraph.model.relation_id` has it.

    ``relation`` stands before its columns, as in ``r.``; the others are the SQL of the ids that it
    names.
    """
    usual = f"{source} || ':' || {type_} || ':' || {target}"
    rest = (f"coalesce(':' || {relation}{column}, '')" for column in ("seat", "start"))
    return f"coalesce({relation}id, {' || '.join((usual, *rest))})"


_FULL_ID = full_id("r.", source="s.id", type_="y.id", target="t.id")


def _text(more: str, path: str) -> str:
    """Return the SQL of a text in JSON: in the language of the graph, else as it was written."""
    own = "SELECT value FROM about WHERE key = 'language'"
    return f"(SELECT value FROM json_each({more}, '{path}') ORDER BY key <> ({own}), id LIMIT 1)"


VIEWS = f"""
CREATE VIEW nodes AS
SELECT id, kind, name,
    {_text("more", "$.classification")} AS classification,
    collective, coalesce(json_extract(more, '$.roster'), 'unknown') AS roster,
    start, until AS "end", coalesce(json_extract(more, '$.status'), 'stated') AS status
FROM node;
CREATE VIEW edges AS
SELECT {_FULL_ID} AS id,
    y.id AS type, y.family, s.id AS source, t.id AS target, y.number AS rank,
    coalesce(json_extract(r.more, '$.status'), 'stated') AS status,
    coalesce(json_extract(r.more, '$.line'), 'solid') AS line,
    r.start, r.until AS "end", r.derived
FROM relation r
JOIN node s ON s.number = r.source
JOIN node t ON t.number = r.target
JOIN type y ON y.number = r.type;
CREATE VIEW members AS
SELECT b.id AS body, b.name AS body_name, m.id AS member, m.name AS member_name,
    coalesce({_text("r.more", "$.role.label")},
        {_text("s.more", "$.role.label")}) AS role,
    coalesce(json_extract(r.more, '$.vote'), json_extract(s.more, '$.vote')) AS vote,
    r.seat, r.start, r.until AS "end"
FROM relation r
JOIN node b ON b.number = r.target
JOIN node m ON m.number = r.source
LEFT JOIN seat s ON s.body = r.target AND s.key = r.seat
WHERE r.type IN (SELECT y.number FROM type y, json_each(y.more, '$.traits') t
    WHERE t.value = 'roster');
CREATE VIEW seats AS
SELECT b.id || '/' || s.key AS id, b.id AS body, s.key,
    {_text("s.more", "$.name")} AS name,
    {_text("s.more", "$.role.label")} AS role,
    CASE WHEN json_type(s.more, '$.count') IS NULL THEN 1
        ELSE json_extract(s.more, '$.count[0]') END AS least,
    CASE WHEN json_type(s.more, '$.count') IS NULL THEN 1
        ELSE json_extract(s.more, '$.count[1]') END AS most,
    s.start, s.until AS "end"
FROM seat s JOIN node b ON b.number = s.body;
CREATE VIEW evidence AS
SELECT 'node' AS thing, n.id, json_extract(e.value, '$.source') AS source,
    json_extract(e.value, '$.quote') AS quote
FROM node n, json_each(n.more, '$.evidence') e
UNION ALL
SELECT 'purpose', n.id, json_extract(e.value, '$.source'), json_extract(e.value, '$.quote')
FROM node n, json_each(n.more, '$.purposes') p, json_each(p.value, '$.evidence') e
UNION ALL
SELECT 'relation', {_FULL_ID},
    json_extract(e.value, '$.source'), json_extract(e.value, '$.quote')
FROM relation r
JOIN node s ON s.number = r.source
JOIN node t ON t.number = r.target
JOIN type y ON y.number = r.type, json_each(r.more, '$.evidence') e
UNION ALL
SELECT 'seat', b.id || '/' || s.key, json_extract(e.value, '$.source'),
    json_extract(e.value, '$.quote')
FROM seat s JOIN node b ON b.number = s.body, json_each(s.more, '$.evidence') e;
CREATE VIEW identifiers AS
SELECT n.id, i.scheme, i.value FROM identifier i JOIN node n ON n.number = i.node;
CREATE VIEW traits AS
SELECT y.id AS type, t.value AS trait FROM type y, json_each(y.more, '$.traits') t;
"""


def iter_statements(script: str) -> Iterator[str]:
    """Yield the statements of a script of the above, as SQLite keeps them."""
    return filter(None, map(str.strip, script.split(";")))

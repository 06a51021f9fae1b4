"""What a graph over a store asks the database."""

from orggraph.store.packing import NODE, RELATION, SEAT

NODES = f"SELECT {', '.join(NODE)} FROM node"
COLUMNS = ", ".join(f"r.{name}" for name in RELATION[4:])
RELATIONS = f"""
SELECT r.id, r.type, s.id, t.id, {COLUMNS} FROM relation r
JOIN node s ON s.number = r.source JOIN node t ON t.number = r.target
"""
OF_TYPE = f"""
{RELATIONS.replace(" FROM relation r", ", r.number AS number FROM relation r")}
WHERE r.type = {{rank}}
"""
FROM = f"""
SELECT r.id, r.type, ?1, t.id, {COLUMNS} FROM relation r JOIN node t ON t.number = r.target
WHERE r.source = (SELECT number FROM node WHERE id = ?1)
"""
TO = f"""
SELECT r.id, r.type, s.id, ?1, {COLUMNS} FROM relation r JOIN node s ON s.number = r.source
WHERE r.target = (SELECT number FROM node WHERE id = ?1)
"""
TO_EACH = f"""
SELECT r.id, r.type, s.id, t.id, {COLUMNS} FROM json_each(?1) each
CROSS JOIN node t ON t.id = each.value
CROSS JOIN relation r ON r.target = t.number
CROSS JOIN node s ON s.number = r.source
"""
NODES_OF = f"""
SELECT {", ".join(f"n.{name}" for name in NODE)}
FROM json_each(?1) each CROSS JOIN node n ON n.id = each.value
"""
BY_NAME = f"{NODES} WHERE kind = ? ORDER BY collated(name), name, number"
SEATS = f"""
SELECT b.id, {", ".join(f"s.{name}" for name in SEAT[1:])}
FROM seat s JOIN node b ON b.number = s.body
"""
NUMBER = "(SELECT number FROM node WHERE id = ?)"
REACHING = """
WITH RECURSIVE below (number) AS (
    SELECT number FROM node WHERE id = ?
    UNION
    SELECT r.source FROM below b JOIN relation r ON r.target = b.number WHERE {types}
)
SELECT count(*) - 1 FROM below
"""

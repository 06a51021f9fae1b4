"""ladybug, an embedded graph database (Kùzu's successor): tables of nodes and of relations, Cypher.

It indexes the primary key of nodes and the ends of relations, and nothing else. A type is a table
of its own where it is walked by itself; the others are one, whose property is the type.
"""

import time
from typing import Any

import ladybug
from common import FAMILIES, REPORTING, SYMMETRIC, cost, serve, told_cost

TABLES = (
    """CREATE NODE TABLE Node(id STRING PRIMARY KEY, kind STRING, name STRING, title STRING,
    classification STRING, aliases STRING, since STRING, until STRING, note STRING)""",
    """CREATE REL TABLE Reports(FROM Node TO Node, type STRING, family STRING, role STRING,
    since STRING, note STRING, cost INT64)""",
    """CREATE REL TABLE Linked(FROM Node TO Node, type STRING, family STRING, role STRING,
    since STRING, note STRING, cost INT64)""",
)
COPY = """COPY {table} FROM (LOAD WITH HEADERS (source STRING, type STRING, target STRING,
role STRING, since STRING, note STRING) FROM '{folder}/relations.csv' (HEADER=true)
WHERE {which} RETURN {ends}, type, {family}, role, since, note, {cost})"""
UP = """MATCH p = (a:Node {id: $start})-[:Reports* ACYCLIC 1..30]->(b:Node)
RETURN b.id ORDER BY length(p)"""
PATH = """MATCH p = (a:Node {id: $start})-[:Reports* SHORTEST 1..30]->(b:Node {id: $goal})
RETURN properties(nodes(p), 'id')"""
LINKS = """MATCH (a:Node {id: $start})-[e:Reports|Linked* WSHORTEST(cost)]->(b:Node {id: $goal})
RETURN cost(e)"""
WHO = """MATCH (a:Node)-[e:Reports|Linked]->(b:Node {id: $node}) WHERE e.family = $family
RETURN a.id + ' ' + e.type"""
BELOW = "MATCH (a:Node)-[:Reports* SHORTEST 1..30]->(b:Node {id: $top}) RETURN count(*)"
NAME = "MATCH (a:Node) WHERE a.name = $name RETURN a.id"
LIKEST = "MATCH (a:Node) RETURN a.id ORDER BY levenshtein(a.name, $name) LIMIT 5"


def build(folder: str, target: str) -> None:
    start = time.perf_counter()
    families = " ".join(f"WHEN '{type_}' THEN '{of}'" for type_, of in FAMILIES.items())
    family = f"CASE type {families} END"
    reports = " OR ".join(f"type = '{t}'" for t, of in FAMILIES.items() if of == REPORTING)
    with ladybug.Database(target) as database, ladybug.Connection(database) as connection:
        for table in TABLES:
            connection.execute(table)
        connection.execute(f"COPY Node FROM '{folder}/nodes.csv' (HEADER=true)")
        for name, which, ends, price in (
            ("Reports", reports, "source, target", cost(REPORTING)),
            ("Linked", f"NOT ({reports})", "source, target", cost("")),
            ("Linked", f"type = '{SYMMETRIC}'", "target, source", cost("")),
        ):
            copied = COPY.format(
                table=name, folder=folder, which=which, ends=ends, family=family, cost=price
            )
            connection.execute(copied)
    print(time.perf_counter() - start)


def _ask(file: str, question: str, **facts: str) -> list[Any]:
    with (
        ladybug.Database(file, read_only=True) as database,
        ladybug.Connection(database) as connection,
    ):
        answered: Any = connection.execute(question, facts)
        return [row[0] for row in answered.get_all()]


def path(file: str, source: str, target: str) -> list[str]:
    return list(_ask(file, PATH, start=source, goal=target)[0])


def links(file: str, source: str, target: str) -> list[str]:
    return told_cost(_ask(file, LINKS, start=source, goal=target)[0])


def chain(file: str, node: str) -> list[str]:
    return [node, *_ask(file, UP, start=node)]


def who(file: str, family: str, node: str) -> list[str]:
    return sorted(_ask(file, WHO, family=family, node=node))


def name(file: str, asked: str) -> list[str]:
    return _ask(file, NAME, name=asked)


def misspelt(file: str, asked: str) -> list[str]:
    return _ask(file, LIKEST, name=asked)[:1]


def count(file: str, top: str) -> list[str]:
    return [str(_ask(file, BELOW, top=top)[0])]


ASKED = {f.__name__: f for f in (path, links, chain, who, name, misspelt, count)}

if __name__ == "__main__":
    serve(build, ASKED)

"""DuckDB: its own file, with an index of what is looked up, and recursive SQL.

The path of least cost is its documentation's own way: a recursion ``USING KEY``, which keeps the
best that is known of each node; it goes no further from where the target cannot be reached better.
"""

import time

import duckdb
from common import FAMILIES, REPORTING, SYMMETRIC, cost, serve, told_cost

UP = """
WITH RECURSIVE line(node, depth) AS (
    SELECT $start, 0
    UNION ALL
    SELECT target, depth + 1 FROM line JOIN relations ON source = node WHERE family = 'reporting'
) SELECT node FROM line ORDER BY depth
"""
LINKS = """
WITH RECURSIVE reached(node, cost) USING KEY (node) AS (
    SELECT $start, 0
    UNION
    SELECT target, min(reached.cost + relations.cost)
    FROM reached JOIN relations ON source = reached.node
    LEFT JOIN recurring.reached AS known ON known.node = target
    LEFT JOIN recurring.reached AS found ON found.node = $end
    WHERE reached.cost + relations.cost
        < least(coalesce(known.cost, 1e9), coalesce(found.cost, 1e9))
    GROUP BY target
) SELECT cost FROM reached WHERE node = $end
"""
BELOW = """
WITH RECURSIVE below(node) AS (
    SELECT $top
    UNION
    SELECT source FROM below JOIN relations ON target = node WHERE family = 'reporting'
) SELECT count(*) - 1 FROM below
"""


def build(folder: str, target: str) -> None:
    start = time.perf_counter()
    with duckdb.connect(target) as database:
        families = " ".join(f"WHEN '{type_}' THEN '{of}'" for type_, of in FAMILIES.items())
        database.execute(
            f"""CREATE TABLE nodes AS FROM read_csv('{folder}/nodes.csv', all_varchar = true);
            CREATE TABLE relations AS SELECT *, CASE type {families} END AS family,
            CASE family WHEN '{REPORTING}' THEN {cost(REPORTING)} ELSE {cost("")} END AS cost
            FROM read_csv('{folder}/relations.csv', all_varchar = true);
            INSERT INTO relations BY NAME SELECT * REPLACE (target AS source, source AS target)
            FROM relations WHERE type = '{SYMMETRIC}';
            CREATE UNIQUE INDEX node_ids ON nodes (id);
            CREATE INDEX node_names ON nodes (name);
            CREATE INDEX relation_sources ON relations (source);
            CREATE INDEX relation_targets ON relations (target);"""
        )
    print(time.perf_counter() - start)


def _ask(file: str, question: str, **facts: str) -> list[str]:
    with duckdb.connect(file, read_only=True) as database:
        return [str(row[0]) for row in database.execute(question, facts).fetchall()]


def path(file: str, source: str, target: str) -> list[str]:
    line = _ask(file, UP, start=source)
    return line[: line.index(target) + 1]


def links(file: str, source: str, target: str) -> list[str]:
    return told_cost(float(_ask(file, LINKS, start=source, end=target)[0]))


def chain(file: str, node: str) -> list[str]:
    return _ask(file, UP, start=node)


def who(file: str, family: str, node: str) -> list[str]:
    asked = "SELECT source || ' ' || type FROM relations WHERE target = $node AND family = $family"
    return sorted(_ask(file, asked, node=node, family=family))


def name(file: str, asked: str) -> list[str]:
    return _ask(file, "SELECT id FROM nodes WHERE name = $name", name=asked)


def misspelt(file: str, asked: str) -> list[str]:
    likest = "SELECT id FROM nodes ORDER BY levenshtein(name, $name) LIMIT 5"
    return _ask(file, likest, name=asked)[:1]


def count(file: str, top: str) -> list[str]:
    return _ask(file, BELOW, top=top)


ASKED = {f.__name__: f for f in (path, links, chain, who, name, misspelt, count)}

if __name__ == "__main__":
    serve(build, ASKED)

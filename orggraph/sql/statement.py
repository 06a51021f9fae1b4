"""A question in SQL, as data.

The text runs unchanged on SQLite, DuckDB, PostgreSQL and Spark. What that takes: columns are always
qualified, since ``end`` alone is a reserved word; a recursion adds by ``UNION ALL``, since Spark
knows no other, and drops doubles of a step by ``DISTINCT``, since a line that parts and meets again
would else be counted along every way; numbers stand for truth values; texts are compared by code
point, which PostgreSQL does in columns or a database of the collation ``C``.
"""

from typing import NamedTuple


class Part(NamedTuple):
    """A common table expression: its name, its columns and what fills them.

    One that is `kept` is asked for several times by what follows, in recursions too: an engine that
    would work it out anew for each may fill a table with it first.
    """

    name: str
    columns: str
    body: str
    kept: bool = False

    @property
    def text(self) -> str:
        """The part as it stands behind ``WITH RECURSIVE``."""
        return f"{self.name}({self.columns}) AS (\n{self.body.strip()}\n)"


class Statement(NamedTuple):
    """A statement: its parts in order, and the query that answers from them."""

    parts: tuple[Part, ...]
    answer: str

    @property
    def text(self) -> str:
        """The whole statement."""
        return with_parts(self.parts, self.answer)


def with_parts(parts: tuple[Part, ...], answer: str) -> str:
    """Return a query with the parts that it draws on before it."""
    if not parts:
        return answer.strip()
    return f"WITH RECURSIVE\n{', '.join(part.text for part in parts)}\n{answer.strip()}"

"""Where a thing stands in a file."""

from typing import NamedTuple


class Location(NamedTuple):
    """A place in a file. Lines and columns count from zero here, and from one when shown.

    Columns and length count characters, not bytes.
    """

    path: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line + 1}:{self.column + 1}"

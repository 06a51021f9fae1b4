"""Roles: a term of the vocabulary, or words of the file's own."""

from typing import NamedTuple

from orggraph.text import LocalText

NO_RANK = 1_000_000
"""The rank of a role that the vocabulary does not order: after all that it does."""


class RoleName(NamedTuple):
    """What a member is in a body. `id` is the vocabulary's term, or None for words of one's own."""

    label: LocalText
    id: str | None = None
    rank: int = NO_RANK
    """Its place in a roster: the chair's is 0, and words of one's own come last."""

    @property
    def words(self) -> str:
        """The term's id, or the words in their own language."""
        return self.id or self.label.original

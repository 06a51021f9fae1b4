"""What can go wrong, as one family of exceptions.

Each error keeps the facts and leaves the sentence to `orggraph.words`, so that one error can be
told in Danish and in English.
"""

import errno
from collections.abc import Sequence

from orggraph.words import Word, say

_REASONS = {
    errno.ENOENT: "os-missing",
    errno.EACCES: "os-denied",
    errno.EPERM: "os-denied",
    errno.EEXIST: "os-exists",
    errno.ENOTDIR: "os-no-directory",
    errno.EISDIR: "os-directory",
    errno.ENOSPC: "os-full",
    errno.EROFS: "os-read-only",
    errno.ENAMETOOLONG: "os-long-name",
}


class OrgGraphError(Exception):
    """Anything that orggraph refuses, with the reason in words for people.

    `key` names the sentence in `orggraph.words`; `facts` fill it in.
    """

    def __init__(self, key: str, **facts: object) -> None:
        super().__init__(key, facts)
        self.key = key
        self.facts = facts

    def message(self, language: str = "en") -> str:
        """Return the sentence in ``language``: what is wrong, where, and what to do."""
        return say(self.key, language, **self.facts)

    def __str__(self) -> str:
        return self.message()


class UnknownNodeError(OrgGraphError):
    """A name that fits no node, or fits several.

    `candidates` are their ids, best first; of very many the first ones.
    """

    def __init__(self, key: str, *, candidates: Sequence[str], **facts: object) -> None:
        super().__init__(key, **facts)
        self.candidates = tuple(candidates)


class UnknownTermError(OrgGraphError):
    """A word that is no relation type, family, kind or date."""


def os_reason(error: OSError) -> str:
    """Return why the operating system refused: in either language where the reason is common."""
    key = _REASONS.get(error.errno or 0)
    return Word(key) if key else error.strerror or str(error)

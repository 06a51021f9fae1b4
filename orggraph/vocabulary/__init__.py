"""The terms in which an organisation is described."""

from orggraph.vocabulary.core import core_vocabulary
from orggraph.vocabulary.terms import (
    APPOINTMENT,
    REPORTING,
    TRAITS,
    Family,
    Kind,
    RelationType,
    Role,
    Vocabulary,
)

__all__ = [
    "APPOINTMENT",
    "REPORTING",
    "TRAITS",
    "Family",
    "Kind",
    "RelationType",
    "Role",
    "Vocabulary",
    "core_vocabulary",
]

"""The vocabulary that comes with orggraph."""

from functools import cache

from orggraph.vocabulary.terms import Vocabulary


@cache
def core_vocabulary() -> Vocabulary:
    """Return the vocabulary that comes with orggraph."""
    from orggraph.vocabulary.reading import read_core  # a graph in a store has its own terms

    return read_core()

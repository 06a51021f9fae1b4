"""Popolo as a format of the registry."""

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Origin,
    Output,
    ReadOptions,
    WriteOptions,
)
from orggraph.formats.popolo.terms import CLASSES, guess_class
from orggraph.source.json_reading import peek


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    from orggraph.formats.popolo.reader import read_popolo

    return read_popolo(origin, options)


def _write(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.popolo.writer import write_popolo

    return write_popolo(content, options)


def _recognises(head: bytes) -> bool:
    """Tell Popolo by its lists; a data file has mappings under the same headings."""
    keys = peek(head).keys
    if any(keys.get(class_.section) == "[" for class_ in CLASSES.values()):
        return True
    others = {"schema", "nodes", "statementId", "statementID", "@graph", "language"}
    return not others & set(keys) and guess_class(keys) is not None


POPOLO = Format(
    "popolo",
    "Popolo JSON",
    _read,
    _write,
    _recognises,
    read_options=frozenset({"language"}),
)

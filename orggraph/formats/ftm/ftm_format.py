"""FollowTheMoney as a format of the registry."""

from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Origin,
    Output,
    ReadOptions,
    WriteOptions,
)
from orggraph.source.json_reading import peek


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    from orggraph.formats.ftm.reader import read_ftm

    return read_ftm(origin, options)


def _write(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.ftm.writer import write_ftm

    return write_ftm(content, options)


def _recognises(head: bytes) -> bool:
    """Tell entities by what each of them has."""
    keys = peek(head).keys
    return keys.get("schema") == '"' and ("properties" in keys or "id" in keys)


FTM = Format(
    "ftm",
    "FollowTheMoney",
    _read,
    _write,
    _recognises,
    read_options=frozenset({"language"}),
)

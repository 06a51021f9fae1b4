"""The writers by the suffix of the file they write, ours and those that others have installed."""

from collections.abc import Sequence
from importlib import import_module

from orggraph.errors import OrgGraphError
from orggraph.render.writer import STANDARD, Settings, Writer
from orggraph.scene import Scene
from orggraph.source.guessing import suggest
from orggraph.source.plugins import find_announced, load_announced

ENTRY_POINTS = "orggraph.writers"
"""The group in which others announce a `Writer`, under the suffix it is for."""

# A writer's module is imported when it is first asked for; each has a `WRITER`.
_MODULES = {
    "dot": "dot",
    "drawio": "drawio.diagram",
    "gv": "dot",
    "json": "json_scene",
    "mermaid": "mermaid",
    "mmd": "mermaid",
    "pdf": "pdf",
    "png": "png",
    "pptx": "pptx.slides",
    "svg": "svg",
    "txt": "text",
}


def find_writer(suffix: str) -> Writer:
    """Return the writer for files that end in ``suffix``, with or without its dot.

    Ours go before those of others. Raises OrgGraphError where there is none, with the known
    suffixes and the likeliest, and where an installed writer cannot be used.
    """
    key = suffix.removeprefix(".").lower()
    if key in _MODULES:
        ours: Writer = import_module(f"orggraph.render.{_MODULES[key]}").WRITER
        return ours
    for entry in find_announced(ENTRY_POINTS).select(name=key):
        return load_announced(entry, Writer, "orggraph.render.writer")
    known = writer_suffixes()
    if guess := suggest(key, known):
        raise OrgGraphError("no-writer-but", suffix=key, known=", ".join(known), suggestion=guess)
    raise OrgGraphError("no-writer", suffix=key, known=", ".join(known))


def writer_suffixes() -> tuple[str, ...]:
    """Return all suffixes that there are writers for, sorted, without loading any."""
    return tuple(sorted({*_MODULES, *find_announced(ENTRY_POINTS).names}))


def write(scenes: Sequence[Scene], suffix: str, settings: Settings = STANDARD) -> bytes:
    """Return the content of a file with ``suffix`` that shows ``scenes``.

    Raises OrgGraphError for a suffix that is not known, for a number of scenes that one such file
    cannot hold, and for what the writer refuses.
    """
    writer = find_writer(suffix)
    if not scenes or (len(scenes) > 1 and not writer.many):
        raise OrgGraphError("one-scene-a-file", suffix=writer.suffixes[0], amount=len(scenes))
    return writer.write(scenes, settings)

"""What other packages add to orggraph: they announce it as entry points."""

from typing import TYPE_CHECKING, TypeVar

from orggraph.errors import OrgGraphError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint, EntryPoints

T = TypeVar("T")


def find_announced(group: str) -> "EntryPoints":
    """Return what other packages announce in a group of entry points, none of it loaded."""
    from importlib.metadata import entry_points  # takes longer to import than many a layout

    return entry_points(group=group)


def load_announced(entry: "EntryPoint", kind: type[T], home: str) -> T:
    """Return what an entry point announces, which must be of a kind; ``home`` is its module.

    Raises OrgGraphError where it cannot be loaded, and where it is something else.
    """
    package = entry.dist.name if entry.dist else entry.value
    facts = {"name": entry.name, "package": package, "kind": kind.__name__}
    try:
        found = entry.load()
    except Exception as error:  # the code is not ours: anything may go wrong in it
        reason = f"{type(error).__name__}: {error}"
        raise OrgGraphError("plugin-broken", **facts, reason=reason) from error
    if not isinstance(found, kind):
        raise OrgGraphError("plugin-is-none", **facts, what=entry.value, home=home)
    return found

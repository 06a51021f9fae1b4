"""Tell what changed between two versions."""

from typing import TYPE_CHECKING, Any

import click

from orggraph.api.graph import OrgGraph
from orggraph.cli.changes import draw_diff, picture_options
from orggraph.cli.command import command
from orggraph.cli.completion import complete_file
from orggraph.cli.context import data_path, setting
from orggraph.cli.exchange import tell_reading
from orggraph.cli.output import answer
from orggraph.cli.settings import named_sources, query_options, read_named
from orggraph.cli.values import Words
from orggraph.errors import OrgGraphError
from orggraph.evidence.verify import Sources
from orggraph.source import ReadError

if TYPE_CHECKING:
    from orggraph.formats.revisions import Version


@command()
@click.argument("old", type=Words(), shell_complete=complete_file)
@click.argument("new", type=Words(), required=False, shell_complete=complete_file)
@picture_options
@click.option("--old-name", type=Words(), metavar="TEXT", help="What to call the old version.")
@click.option("--new-name", type=Words(), metavar="TEXT", help="What to call the new version.")
@query_options
def diff(
    old: str, new: str | None, old_name: str | None, new_name: str | None, **options: Any
) -> int:
    """Tell what changed from OLD to NEW.

    For example: diff HEAD~1:data.

    Each is a file, a directory, or REVISION:PATH in git; without NEW it is the data. Nodes that
    were renamed are recognised. The sources of a revision are those it has, else those that are
    here now.

    Exit code 0 where there is no difference, 1 where there is.
    """
    from orggraph.changes.compare import compare
    from orggraph.formats.revisions import name_versions

    versions = old, data_path() if new is None else new
    (before, old_sources), (after, new_sources) = _sources(*_read(*versions))
    names = name_versions(*versions)
    found = compare(
        before,
        after,
        old_sources=old_sources,
        new_sources=new_sources,
        labels=(old_name or names[0], new_name or names[1]),
    )
    draw_diff(after, found, options)
    answer(after, found)
    return 0 if found.is_empty else 1


def _read(old: str, new: str) -> "tuple[Version[OrgGraph], Version[OrgGraph]]":
    """Return both versions, and tell what was left out of them; raises with all that is wrong."""
    from orggraph.formats.revisions import read_version

    read: list[Version[OrgGraph]] = []
    wrong: list[ReadError] = []
    for words in (old, new):
        try:
            read.append(read_version(words, OrgGraph))
        except ReadError as error:
            wrong.append(error)
    if wrong:
        raise ReadError([p for error in wrong for p in error.problems], "cannot-compare")
    before, after = (version.imported for version in read)
    tell_reading(before)
    if (before.remarks, before.notices) != (after.remarks, after.notices):
        tell_reading(after)
    return read[0], read[1]


def _sources(*versions: "Version[OrgGraph]") -> list[tuple[OrgGraph, Sources]]:
    """Return each graph, on the date that was asked for, with the documents it is held against."""
    named = named_sources()
    if unknown := sorted(id_ for id_ in named if all(id_ not in v.graph.sources for v in versions)):
        known = sorted({id_ for version in versions for id_ in version.graph.sources})
        raise OrgGraphError("no-such-source", source=unknown[0], known=", ".join(known) or "–")
    day = setting("as_of")
    found = []
    for version in versions:
        graph = version.graph
        said = {id_: path for id_, path in named.items() if id_ in graph.sources}
        sources = read_named(Sources(graph, {**version.documents, **said}))
        found.append((graph.restricted(as_of=day) if day else graph, sources))
    return found

"""Read an organisation from whatever format it is in."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from orggraph.formats.exchange import Format, Origin, ReadOptions, Remark
from orggraph.formats.registry import find_format, not_read, recognise, refuse_unused
from orggraph.model import Graph
from orggraph.source import Problem, ReadError, problem, with_excerpts
from orggraph.source.collector import paused_collector
from orggraph.source.files import read_text

if TYPE_CHECKING:
    from orggraph.formats.draft import Draft

G = TypeVar("G", bound=Graph)

_LARGE = 8 * 1024 * 1024  # bytes of a file that is not read at once for a few of its lines


class Imported(NamedTuple, Generic[G]):
    """A graph as it was read, and in which format.

    `remarks` is what the reader did not understand; `notices` tell what it found out or guessed.
    """

    graph: G
    format: Format
    remarks: tuple[Remark, ...] = ()
    notices: tuple[Problem, ...] = ()


def read_graph(path: str | Path, graph_class: type[G]) -> G:
    """Return the graph in a file of any format, or in the files of a directory.

    Raises ReadError with every problem in every file: each has its place, the line it stands on
    and, where one can be guessed, a correction.
    """
    return read(Origin.of(path), graph_class).graph


def read(
    origin: Origin,
    graph_class: type[G],
    format_name: str | None = None,
    options: ReadOptions = ReadOptions(),  # noqa: B008  # frozen
) -> Imported[G]:
    """Return the graph in a file, and what is to be known of how it was read.

    Without a name the format is found out. Raises ReadError as `read_graph`, and OrgGraphError for
    a format that there is not or that has no use for an option.
    """
    format_ = find_format(format_name) if format_name else recognise(origin)
    if not format_.is_read:
        raise not_read(format_)
    refuse_unused(format_, options._asdict(), format_.read_options)
    if format_.read is None:
        assert format_.open is not None
        return Imported(graph_class.over(format_.open(origin)), format_)
    with paused_collector():
        gathered = format_.read(origin, options)
        graph = finish(gathered.draft, graph_class)
    return Imported(graph, format_, gathered.remarks.all(), tuple(gathered.notices))


def make_graph(files: Mapping[str, str | Problem], graph_class: type[G]) -> G:
    """Return the graph in the texts of data files, by their paths as they are shown.

    A problem in place of a text is what kept it from being read. Raises ReadError as `read_graph`.
    """
    from orggraph.formats.yaml import data_file

    return finish(data_file.gather(files), graph_class)


def finish(draft: "Draft", graph_class: type[G]) -> G:
    """Return the graph of a draft that has been read; raises ReadError with all its problems."""
    # What is opened and not read needs none of this.
    from orggraph.formats.yaml.rules import find_setting_problems
    from orggraph.model.integrity import find_violations

    problems = [*draft.problems, *_wrong_kinds(draft)]
    if draft.is_whole:
        problems.extend(find_violations(draft.parts(), draft.place))
        problems.extend(find_setting_problems(draft))
    else:
        # A file is missing from the picture. What it declares would all seem unknown: nodes, and
        # relation types of its own.
        problems = [p for p in problems if p.name != "unknown-key"]
    if problems:
        raise ReadError(with_excerpts(problems, draft.texts))
    return graph_class.from_sound(draft.parts())


def with_lines(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems with the lines that they stand on, read again from their files.

    Of a large file no more than those lines are kept.
    """
    shown = {problem.location.path for problem in problems if problem.location}
    paths = {path: Path(path) for path in sorted(shown)}
    large = [path for path, file in paths.items() if _is_large(file)]
    texts = {path: read_text(paths[path], path) for path in paths if path not in large}
    readable = {path: text for path, text in texts.items() if isinstance(text, str)}
    found = with_excerpts(problems, readable)
    if not large:
        return found
    from orggraph.formats.streaming.text import LargeFile, excerpted, find_text

    files = (find_text(paths[path], path) for path in large)
    return excerpted(found, [file for file in files if isinstance(file, LargeFile)])


def _is_large(path: Path) -> bool:
    try:
        return path.stat().st_size >= _LARGE
    except OSError:
        return False


def _wrong_kinds(draft: "Draft") -> list[Problem]:
    """Return the members that are announced as another kind of node than they are."""
    from orggraph.source.guessing import suggest

    kinds = {node.id: node.kind for node in draft.nodes}
    return [
        problem(
            "announced-kind",
            member.location,
            did_you_mean=suggest(kinds[member.text], draft.vocabulary.kinds),
            node=member.text,
            kind=kinds[member.text],
            announced=announced,
        )
        for member, announced in draft.expected_kinds
        if kinds.get(member.text, announced) != announced
    ]

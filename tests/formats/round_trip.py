"""What tests of formats that are read and written share."""

from collections.abc import Sequence

from orggraph.formats.exchange import Format, Gathered, Origin, ReadOptions, Remark, WriteOptions
from orggraph.formats.loader import finish
from orggraph.model import Graph


def gather(format_: Format, text: str, name: str = "x", language: str | None = None) -> Gathered:
    assert format_.read is not None
    return format_.read(Origin(name, data=text.encode()), ReadOptions(language=language))


def read_back(format_: Format, text: str, language: str | None = None) -> Graph:
    """Return the graph in a text; raises ReadError."""
    return finish(gather(format_, text, language=language).draft, Graph)


def write_out(format_: Format, graph: Graph) -> tuple[str, Sequence[Remark]]:
    """Return what a graph is written as, and what the writer remarks."""
    assert format_.write is not None
    output = format_.write(graph, WriteOptions())
    text = b"".join(output.files[""]).decode()
    return text, output.remarks.all()


def codes(gathered: Gathered) -> list[str]:
    return [problem.code for problem in gathered.draft.problems]


def remarked(gathered: Gathered) -> dict[tuple[str, str], int]:
    return {(remark.what, remark.name): remark.times for remark in gathered.remarks.all()}

"""Explore the data in a browser."""

import gc
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from orggraph.api.graph import OrgGraph
from orggraph.cli.command import command
from orggraph.cli.completion import complete_node, complete_theme
from orggraph.cli.context import data_path, language, setting
from orggraph.cli.exchange import STANDARD_INPUT, origin_of
from orggraph.cli.output import print_error, print_text
from orggraph.cli.progress import progress_bar
from orggraph.cli.settings import common_options, load_data, named_sources, source_option
from orggraph.cli.values import DateType, Depth, Port, Words
from orggraph.errors import OrgGraphError
from orggraph.model import Graph, PartialDate
from orggraph.reports.blocks import Paragraph
from orggraph.source import Problem
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.explore.ground import Setup
    from orggraph.explore.server import Server

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


@command()
@click.option(
    "-o",
    "output",
    type=click.Path(readable=False),
    metavar="FILE",
    help="Write the page to FILE, which needs nothing else, and serve nothing.",
)
@click.option("--port", type=Port(), metavar="N", help="The port to serve at (any that is free).")
@click.option("--no-open", is_flag=True, help="Only say the address; open no browser.")
@click.option(
    "--around",
    type=Words(),
    metavar="NODE",
    shell_complete=complete_node,
    help="Begin with what is near NODE; with -o, only that is in the page.",
)
@click.option("--depth", type=Depth(), metavar="N", help="How many relations away from NODE (1).")
@click.option("--as-of", type=DateType(), help="Begin with this date.")
@click.option(
    "--theme",
    type=Words(),
    metavar="THEME",
    shell_complete=complete_theme,
    help="light, dark, print, or a theme file (light).",
)
@source_option
@common_options
def explore(
    output: str | None,
    port: int | None,
    no_open: bool,
    around: str | None,
    depth: int | None,
    as_of: PartialDate | None,
    theme: str | None,
) -> None:
    """Explore the data in a browser.

    For example: explore -o organisation.html.

    Without -o the page is served on this machine, to nobody else, until Ctrl-C; it follows changes
    of the data and of the documents. With -o it is one file, which can be sent by mail and needs no
    network.
    """
    graph = load_data()
    setup = _set_up(graph, around, depth, as_of, theme)
    if output is not None:
        _refuse_unused(port, no_open)
        _write(graph, setup, Path(output))
        return
    _serve(graph, setup, port or 0, no_open=no_open)


def _set_up(
    graph: OrgGraph,
    around: str | None,
    depth: int | None,
    as_of: PartialDate | None,
    theme: str | None,
) -> "Setup":
    from orggraph.explore.ground import find_start, set_up

    start = find_start(graph, around=around, depth=depth, as_of=as_of)
    return set_up(theme=theme, language=setting("lang"), start=start, sources=named_sources())


def _refuse_unused(port: int | None, no_open: bool) -> None:
    for option, said in (("--port", port is not None), ("--no-open", no_open)):
        if said:
            raise OrgGraphError("option-unused", option=option, command="explore -o")


def _write(graph: OrgGraph, setup: "Setup", path: Path) -> None:
    from orggraph.drawing.saving import check_place, save_file
    from orggraph.explore.embedding import make_file

    if path.suffix.lower() not in _PAGE_SUFFIXES:
        raise OrgGraphError("explore-no-html", path=path)
    check_place(path)
    with progress_bar(say("explore-making", language())) as progress:
        made = make_file(graph, setup, progress)
    save_file(path, made.data)
    facts = {"nodes": made.nodes, "scenes": made.scenes, "size": round(len(made.data) / 1e6, 1)}
    print_error(Paragraph(say("explore-written", language(), path=path, **facts)))


def _serve(graph: OrgGraph, setup: "Setup", port: int, *, no_open: bool) -> None:
    from orggraph.explore.watching import Watch

    words = data_path()
    watch = Watch(_reader(graph, words), None if words == STANDARD_INPUT else Path(words), setup)
    server = _listen(watch, port)
    gc.enable()  # this call lasts
    try:
        print_text(say("explore-serving", language(), address=server.address) + "\n")
        if not no_open:
            _open(server.address)
        server.serve_forever()
    except KeyboardInterrupt:  # it is how one stops it
        pass
    finally:
        server.server_close()


def _reader(graph: OrgGraph, words: str) -> Callable[[], tuple[Graph, tuple[Problem, ...]]]:
    """Return what reads the data: at first it is read already."""
    read_already: list[OrgGraph] = [graph]

    def load() -> tuple[Graph, tuple[Problem, ...]]:
        from orggraph.formats.loader import read

        if read_already:
            return read_already.pop(), ()
        imported = read(origin_of(words), OrgGraph)
        return imported.graph, imported.notices

    return load


def _listen(watch: object, port: int) -> "Server":
    from errno import EADDRINUSE

    from orggraph.errors import os_reason
    from orggraph.explore.server import Server
    from orggraph.explore.watching import Watch
    from orggraph.words import Word

    assert isinstance(watch, Watch)
    try:
        return Server(watch, port=port, language=language())
    except OSError as error:
        in_use = error.errno == EADDRINUSE
        reason = Word("explore-port-in-use") if in_use else os_reason(error)
        raise OrgGraphError("explore-port-taken", port=port, reason=reason) from error


def _open(address: str) -> Thread | None:
    """Open a browser with windows where there is one; the address has been said in any case.

    Returns what waits for it meanwhile.
    """
    import webbrowser

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return None
    # One of text would take the terminal, in which Ctrl-C is to stop the server.
    is_of_text = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
        browser, webbrowser.BackgroundBrowser
    )
    if is_of_text:
        return None
    opening = Thread(target=browser.open, args=(address,), daemon=True)
    opening.start()
    return opening

"""Complete words in a shell from the data; what is wrong with the data is not told there."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from orggraph.cli.context import data_path, language
from orggraph.errors import OrgGraphError
from orggraph.model import Graph
from orggraph.text import fold

if TYPE_CHECKING:
    import click
    from click.shell_completion import CompletionItem

    from orggraph.text import LocalText

    Term = tuple[str, LocalText]


def complete_node(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the ids of the nodes that ``incomplete`` begins, with their names."""
    from orggraph.queries.names import find_completions

    if (graph := _read_quietly(ctx)) is None:
        return []
    nodes = find_completions(graph, incomplete)
    return _items((node.id, node.name.in_language(_language(ctx))) for node in nodes)


def complete_who(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return relations for the first word, and then nodes."""
    said = ctx.params.get(param.name)
    return (complete_node if said else complete_type)(ctx, param, incomplete)


def complete_whom(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return nodes for the first word, and relations for every word."""
    said = ctx.params.get(param.name)
    nodes = [] if said else complete_node(ctx, param, incomplete)
    return complete_type(ctx, param, incomplete) + nodes


def complete_type(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the relation types that ``incomplete`` begins, in any language."""
    graph = _read_quietly(ctx)
    types = graph.vocabulary.types.values() if graph else ()
    return _terms(ctx, ((type_.id, type_.label) for type_ in types), incomplete)


def complete_family(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the families that ``incomplete`` begins, in any language."""
    graph = _read_quietly(ctx)
    families = graph.vocabulary.families.values() if graph else ()
    return _terms(ctx, ((family.id, family.label) for family in families), incomplete)


def complete_kind(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the kinds of nodes that ``incomplete`` begins, in any language."""
    graph = _read_quietly(ctx)
    kinds = graph.vocabulary.kinds.values() if graph else ()
    return _terms(ctx, ((kind.id, kind.label) for kind in kinds), incomplete)


def complete_source(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the ids of the sources that ``incomplete`` begins."""
    graph = _read_quietly(ctx)
    sources = graph.sources.values() if graph else ()
    return _items(
        (source.id, source.title.in_language(_language(ctx)))
        for source in sources
        if source.id.startswith(incomplete)
    )


def complete_code(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the codes, or else the names, of findings that ``incomplete`` begins, with titles.

    One that was named already is not named again.
    """
    from orggraph.words.pages import iter_pages

    said = {fold(words) for words in ctx.params.get(param.name) or ()}
    pages = [page for page in iter_pages(_language(ctx)) if not said & {fold(page.code), page.name}]
    beginning = incomplete.casefold()
    by_code = [(p.code, p.title) for p in pages if p.code.casefold().startswith(beginning)]
    by_name = ((p.name, p.title) for p in pages if p.name.startswith(beginning))
    return _items(by_code or by_name)


def complete_format(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the names of the formats that ``incomplete`` begins, and that the option is for."""
    from orggraph.formats.registry import names_read, names_written

    return _beginning(names_written() if param.name == "to" else names_read(), incomplete)


def complete_file(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Leave it to the shell to complete a file."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


def complete_view(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the names of the views in ``diagrams`` that ``incomplete`` begins."""
    from orggraph.views.reading import view_names

    return _beginning(view_names(), incomplete)


def complete_theme(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the names of the shipped themes that ``incomplete`` begins."""
    from orggraph.themes.reading import theme_names

    return _beginning(theme_names(), incomplete)


def complete_engine(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the names of the layout engines that ``incomplete`` begins."""
    from orggraph.layout.engines import ENGINES

    return _beginning(ENGINES, incomplete)


def complete_suffix(ctx: "click.Context", param: Any, incomplete: str) -> "list[CompletionItem]":
    """Return the suffixes of the formats that ``incomplete`` begins."""
    from orggraph.render.writers import writer_suffixes

    return _beginning(writer_suffixes(), incomplete)


def _beginning(words: Iterable[str], incomplete: str) -> "list[CompletionItem]":
    return _items((word, "") for word in words if word.startswith(incomplete))


def _terms(
    ctx: "click.Context", terms: "Iterable[Term]", incomplete: str
) -> "list[CompletionItem]":
    """Return each term by the first of its words that fits, the user's language first.

    A shell divides words at spaces; an underscore is as good to the look-up.
    """
    beginning = fold(incomplete)
    found = []
    for id_, label in terms:
        shown = label.in_language(_language(ctx))
        fitting = (w for w in (shown, id_, *label.all()) if fold(w).startswith(beginning))
        if word := next(fitting, None):
            found.append((word.replace(" ", "_"), shown))
    return _items(found)


def _items(found: Iterable[tuple[str, str]]) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem  # only a shell needs it

    return [CompletionItem(value, help=shown) for value, shown in found]


def _language(ctx: "click.Context") -> str:
    with ctx.scope(cleanup=False):
        return language()


def _read_quietly(ctx: "click.Context") -> "Graph | None":
    from orggraph.formats.loader import read_graph

    try:
        with ctx.scope(cleanup=False):
            return read_graph(data_path(), Graph)
    except (OrgGraphError, OSError):
        return None

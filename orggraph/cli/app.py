"""The group of all commands."""

from typing import Any

import click

from orggraph import __version__
from orggraph.cli.commands import checks, lines, lists, nodes, paths, start
from orggraph.cli.settings import common_options, language
from orggraph.words import say


class Commands(click.Group):
    """A group that suggests the command that was probably meant."""

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command that is called; an unknown one raises UsageError."""
        if args and self.get_command(ctx, args[0]) is None and not ctx.resilient_parsing:
            from difflib import get_close_matches  # only a mistake needs it

            told = say("no-such-command", language(), command=args[0])
            if close := get_close_matches(args[0], self.commands, n=1):
                told += say("did-you-mean", language(), suggestion=close[0])
            raise click.UsageError(told, ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Commands,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@common_options
@click.version_option(__version__, prog_name="orggraph")
@click.pass_context
def app(ctx: click.Context) -> None:
    """Explore how an organisation is governed.

    Ask who reports to whom, who appoints whom, and how one body reaches another; check what is
    written down against its sources. Names may be typed in any usual spelling.

    Exit codes: 0 answered, 1 the answer is no or problems were found, 2 wrong use or unreadable
    data.
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


for command in (
    checks.check,
    checks.coverage,
    nodes.show,
    lists.nodes,
    lists.relations,
    paths.path,
    lists.who,
    lists.whom,
    lines.chain,
    lines.tree,
    lines.common,
    nodes.members,
    start.init,
    start.schema,
):
    app.add_command(command)

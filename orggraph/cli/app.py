"""The group of all commands."""

from importlib import import_module
from typing import Any

import click

from orggraph import __version__
from orggraph.cli.command import Command
from orggraph.cli.context import language
from orggraph.cli.output import print_text
from orggraph.cli.settings import common_options
from orggraph.text import shorten
from orggraph.words import say

COMMANDS = {
    "check": "checks",
    "explain": "explain",
    "coverage": "coverage",
    "show": "nodes",
    "nodes": "lists",
    "relations": "lists",
    "path": "paths",
    "who": "lists",
    "whom": "lists",
    "chain": "lines",
    "tree": "lines",
    "common": "lines",
    "members": "nodes",
    "terms": "tenure",
    "history": "tenure",
    "diff": "diff",
    "draw": "draw",
    "build": "build",
    "explore": "explore",
    "report": "report",
    "convert": "convert",
    "init": "start",
    "schema": "schema",
}
"""The commands, in the order of the help, each with the module that has it."""


class Commands(Command, click.Group):
    """A group that imports a command when it is called, and suggests the one that was meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of this name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"orggraph.cli.commands.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Return the command that is called; an unknown one raises UsageError."""
        if args and args[0] not in COMMANDS and not ctx.resilient_parsing:
            from difflib import get_close_matches  # only a mistake needs it

            told = say("no-such-command", language(), command=shorten(args[0]))
            if close := get_close_matches(args[0], COMMANDS, n=1):
                told += say("did-you-mean", language(), suggestion=close[0])
            raise click.UsageError(told, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and then the commands."""
        super().format_options(ctx, formatter)
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        with formatter.section(say("help-commands", language())):
            formatter.write_dl(
                [(name, command.get_short_help_str()) for name, command in commands if command]
            )


def _print_version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        print_text(f"orggraph {__version__}\n")
        ctx.exit()


@click.group(
    cls=Commands,
    no_args_is_help=False,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@common_options
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_print_version,
    help="Show the version and exit.",
)
@click.pass_context
def app(ctx: click.Context) -> None:
    """Explore how an organisation is governed.

    Ask who reports to whom, who appoints whom, and how one body reaches another; check what is
    written down against its sources. Names may be typed in any usual spelling.

    Exit codes: 0 answered, 1 the answer is no or problems were found, 2 wrong use or unreadable
    data.
    """
    if ctx.invoked_subcommand is None:
        print_text(ctx.get_help() + "\n")

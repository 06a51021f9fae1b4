"""Help an editor to complete and check the files that people write."""

import click

from orggraph.cli.command import command
from orggraph.cli.context import setting
from orggraph.cli.output import print_text
from orggraph.cli.settings import common_options
from orggraph.cli.values import OneOf
from orggraph.errors import OrgGraphError

_FILES = ("data", "view", "theme")


@command()
@click.argument("file", type=OneOf(_FILES), default="data", metavar="[data|view|theme]")
@common_options
def schema(file: str) -> None:
    """Print the JSON Schema of data files, views or themes, for editors."""
    if setting("data") is not None:
        raise OrgGraphError("option-unused", option="-d", command="schema")
    print_text(_schema_text(file))


def _schema_text(file: str) -> str:
    if file == "view":
        from orggraph.views.schema import schema_text as view_schema_text

        return view_schema_text()
    if file == "theme":
        from orggraph.themes.schema import theme_schema_text

        return theme_schema_text()
    from orggraph.formats.json_schema import schema_text

    return schema_text()

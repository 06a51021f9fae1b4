"""Begin a data file, and help an editor to complete it."""

from pathlib import Path

import click

from orggraph.cli.output import print_text
from orggraph.cli.settings import DEFAULT_DATA, common_options, language
from orggraph.errors import OrgGraphError
from orggraph.words import say


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@common_options
def init(file: Path | None) -> None:
    """Write a commented data file to begin from.

    FILE is data/organisation.yaml where none is named; a file that is there is never replaced.
    """
    from orggraph.formats.files import write_whole
    from orggraph.formats.starter import starter_text

    path = file or Path(DEFAULT_DATA) / "organisation.yaml"
    if path.exists():
        raise OrgGraphError("file-exists", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, starter_text(language()))
    print_text(say("written", language(), path=path) + "\n")


@click.command()
@common_options
def schema() -> None:
    """Print the JSON Schema of data files, for editors."""
    from orggraph.formats.json_schema import schema_text

    print_text(schema_text())

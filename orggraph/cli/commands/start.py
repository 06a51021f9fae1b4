"""Begin a data file."""

import shlex
from pathlib import Path

import click

from orggraph.cli.command import command
from orggraph.cli.context import data_path, language, setting
from orggraph.cli.output import print_text
from orggraph.cli.settings import common_options
from orggraph.errors import OrgGraphError, os_reason
from orggraph.words import Word, say

_SUFFIXES = (".yaml", ".yml")
_USUAL_NAME = "organisation.yaml"


@command()
@click.argument("file", required=False, type=click.Path(readable=False))
@common_options
def init(file: str | None) -> None:
    """Write a commented data file to begin from.

    Without FILE it is organisation.yaml where the data belongs; a file that is there is never
    replaced.
    """
    if file is not None and setting("data") is not None:
        raise OrgGraphError("option-unused", option="-d", command="init FILE")
    named = data_path() if file is None else file
    path = _file_at(named)
    if path.exists() or path.is_symlink():
        raise OrgGraphError("file-exists", path=path)
    _write(path)
    # The commands that follow must find it, wherever it was put.
    is_found = file is None and setting("data") is None
    options = "" if is_found else f" -d {shlex.quote(str(path))}"
    print_text(say("written", language(), path=path, options=options) + "\n")


def _file_at(named: str) -> Path:
    """Return the file that a name stands for: itself, or one in the directory of that name."""
    path = Path(named)
    if path.suffix in _SUFFIXES and not path.is_dir():
        return path
    if not named or (path.suffix and not path.is_dir()):
        raise OrgGraphError("not-a-yaml-name", path=named)
    return path / _USUAL_NAME


def _write(path: Path) -> None:
    from orggraph.formats.files import write_whole
    from orggraph.formats.starter import starter_text

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, starter_text(language()))
    except FileExistsError as error:
        reason = Word("os-no-directory")
        raise OrgGraphError("os-error", path=path, reason=reason) from error
    except OSError as error:
        raise OrgGraphError("os-error", path=path, reason=os_reason(error)) from error

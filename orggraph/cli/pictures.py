"""Where pictures go that the command line makes: files, or standard output."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from orggraph.cli.context import language
from orggraph.cli.output import is_terminal, print_error, print_file
from orggraph.errors import OrgGraphError
from orggraph.reports.blocks import Paragraph
from orggraph.words import say

if TYPE_CHECKING:
    from orggraph.drawing.drawing import Drawing

STANDARD_OUTPUT = "-"
SLIDES = "pptx"


outputs_option = click.option(
    "-o",
    "outputs",
    type=click.Path(allow_dash=True, readable=False),
    multiple=True,
    metavar="FILE",
    help="Write to FILE, whose suffix names the format; may be repeated. - is standard output.",
)


class Target(NamedTuple):
    """A file to write, None for standard output, and the format it is written in."""

    path: Path | None
    suffix: str


def find_files(outputs: tuple[str, ...], command: str) -> list[Target]:
    """Return where the picture goes beside an answer, which has standard output to itself.

    Raises OrgGraphError for what is no file, and for a format that there is not.
    """
    from orggraph.render.writers import find_writer

    if STANDARD_OUTPUT in outputs:
        raise OrgGraphError("output-taken", command=command)
    targets = [_target(name, None, "", "no-suffix-here") for name in outputs]
    for target in targets:
        find_writer(target.suffix)
    return targets


def find_targets(outputs: tuple[str, ...], to: str | None) -> list[Target]:
    """Return where the picture goes; raises OrgGraphError for a format that there is not."""
    from orggraph.render.writers import find_writer

    usual = to or ("txt" if not outputs and is_terminal(sys.stdout) else "svg")
    targets = [_target(name, to, usual) for name in outputs or (STANDARD_OUTPUT,)]
    if to and all(target.path and target.path.suffix for target in targets):
        raise OrgGraphError("option-unused", option="--to", command=f"draw -o {outputs[-1]}")
    for target in targets:
        find_writer(target.suffix)
    return targets


def _target(name: str, to: str | None, usual: str, without: str = "no-suffix") -> Target:
    from orggraph.drawing.drawing import suffix_of
    from orggraph.render.writers import writer_suffixes

    if name == STANDARD_OUTPUT:
        return Target(None, usual)
    path = Path(name)
    if not (suffix := suffix_of(path) or to):
        raise OrgGraphError(without, path=name, known=", ".join(writer_suffixes()))
    return Target(path, suffix)


def slide_paper(targets: list[Target], view: str | None, said: Mapping[str, object]) -> str | None:
    """Return the paper of a picture that goes on slides alone, where nobody chose one; else None.

    Raises ReadError as reading the ``view`` does.
    """
    from orggraph.views.reading import find_view_file, read_view

    if "paper" in said or any(target.suffix != SLIDES for target in targets):
        return None
    return "slide" if view is None or read_view(find_view_file(view)).paper == "free" else None


def find_template(template: str | None, targets: list[Target]) -> str | None:
    """Return the template as it is; raises OrgGraphError where no slides are made from it."""
    if template is not None and all(target.suffix != SLIDES for target in targets):
        raise OrgGraphError("template-without-slides")
    return template


def write_drawing(
    drawing: "Drawing", targets: list[Target], dpi: int | None, template: str | None = None
) -> None:
    """Write a picture where it is to go, and tell what its maker should know.

    Raises OrgGraphError for what a format cannot hold, and for a file that cannot be written.
    """
    from orggraph.drawing.saving import save_files
    from orggraph.render.writer import STANDARD_DPI
    from orggraph.reports.findings import problem_blocks

    fine = dpi or STANDARD_DPI
    # Every format is made before anything is written: one that fails leaves nothing half done.
    how: dict[str, Any] = {"dpi": fine, "template": template}
    printed = [(drawing.to_bytes(t.suffix, **how), t.suffix) for t in targets if not t.path]
    saved = [drawing.to_files(t.path, t.suffix, **how) for t in targets if t.path]
    notices = drawing.notices_for((target.suffix for target in targets), template=template)
    print_error(*problem_blocks(notices, language()))
    save_files([file for files in saved for file in files])
    for files in saved:
        if len(files) > 1:
            facts = {"first": files[0][0], "last": files[-1][0], "pages": len(files)}
            print_error(Paragraph(say("pages-written", language(), **facts)))
    for data, suffix in printed:
        print_file(data, suffix)

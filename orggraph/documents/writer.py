"""What a writer of documents is."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from orggraph.documents.document import Document
from orggraph.source import Problem


class DocumentSettings(NamedTuple):
    """What writers may be told beside the document.

    `template` is a file with an organisation's own style, of a suffix that the writer takes.
    `stem` is what files beside the document begin with; None where it goes to standard output, and
    there can be none. `notify` is told what the file does not show as it should.
    """

    template: Path | None = None
    stem: str | None = None
    notify: Callable[[Problem], None] = lambda notice: None


STANDARD = DocumentSettings()


class Part(NamedTuple):
    """A file of a written document: the end of its name, behind the stem, and its content.

    The document itself has the end "", and its name is as it was asked for.
    """

    end: str
    data: bytes


class DocumentWriter(NamedTuple):
    """A format: the `suffixes` of its files, the best first, its `name`, and what writes it.

    `write` returns the document itself and then the files beside it, if any. It raises
    OrgGraphError for what the format cannot hold, and for a template that cannot be used.
    `templates` are the suffixes of the templates that it takes.
    """

    suffixes: tuple[str, ...]
    name: str
    write: Callable[[Document, DocumentSettings], tuple[Part, ...]]
    templates: tuple[str, ...] = ()

"""The writers of documents by the suffix of the file they write."""

from importlib import import_module

from orggraph.documents.document import Document
from orggraph.documents.writer import STANDARD, DocumentSettings, DocumentWriter, Part
from orggraph.errors import OrgGraphError
from orggraph.source.guessing import suggest

# A writer's module is imported when it is first asked for; each has a `WRITER`.
_MODULES = {
    "docx": "docx.document_file",
    "htm": "html.page",
    "html": "html.page",
    "markdown": "markdown",
    "md": "markdown",
    "pdf": "pdf",
}


def find_document_writer(suffix: str) -> DocumentWriter:
    """Return the writer for documents that end in ``suffix``, with or without its dot.

    Raises OrgGraphError where there is none, with the known suffixes and the likeliest.
    """
    key = suffix.removeprefix(".").lower()
    if key in _MODULES:
        found: DocumentWriter = import_module(f"orggraph.documents.{_MODULES[key]}").WRITER
        return found
    known = ", ".join(document_suffixes())
    if guess := suggest(key, _MODULES):
        raise OrgGraphError("no-document-writer-but", suffix=key, known=known, suggestion=guess)
    raise OrgGraphError("no-document-writer", suffix=key, known=known)


def document_suffixes() -> tuple[str, ...]:
    """Return all suffixes that there are writers for, sorted, without loading any."""
    return tuple(sorted(_MODULES))


def write_document(
    document: Document, suffix: str, settings: DocumentSettings = STANDARD
) -> tuple[Part, ...]:
    """Return the files of a document: itself, and those beside it.

    Raises OrgGraphError for a suffix that is not known, for a template that the format does not
    take or that cannot be used, and for what the writer refuses.
    """
    writer = find_document_writer(suffix)
    template = settings.template
    if template is not None and template.suffix.lower().removeprefix(".") not in writer.templates:
        key = "template-not-taken" if writer.templates else "no-templates-for"
        takes = ", ".join(f".{each}" for each in writer.templates)
        raise OrgGraphError(key, format=writer.name, template=template, takes=takes)
    return writer.write(document, settings)

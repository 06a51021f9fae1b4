"""Writer for Markdown: CommonMark with the tables and footnotes of GitHub.

Figures are SVG files beside it; without a place for them they are told in words.
"""

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from orggraph.documents.document import (
    Block,
    Bullets,
    Document,
    Figure,
    Heading,
    Paragraph,
    Run,
    Table,
    Words,
)
from orggraph.documents.writer import DocumentSettings, DocumentWriter, Part
from orggraph.render.svg import draw
from orggraph.reports.blocks import Linked
from orggraph.reports.markdown import escape
from orggraph.text.escapes import one_line
from orggraph.views.citations import is_web_address


def write(document: Document, settings: DocumentSettings) -> tuple[Part, ...]:
    """Return a document as Markdown, and its figures as SVG beside it, where it goes to a file."""
    figures = [block for block in document.blocks if isinstance(block, Figure)]
    digits = len(str(len(figures)))
    ends = {figure.number: f"-{figure.number:0{digits}}.svg" for figure in figures}
    names = {} if settings.stem is None else {n: settings.stem + end for n, end in ends.items()}
    text = "\n\n".join(_blocks(document, names)) + "\n"
    drawn = (Part(ends[each.number], _picture(each)) for each in figures if names)
    return (Part("", text.encode()), *drawn)


def _picture(figure: Figure) -> bytes:
    return draw(figure.scene._replace(description=figure.alternative)).encode()


def _blocks(document: Document, pictures: dict[int, str]) -> Iterator[str]:
    """Yield the blocks; ``pictures`` are the names of the files of figures, by number."""
    yield f"# {_plain(document.title)}"
    if document.subtitle:
        yield f"*{_plain(document.subtitle)}*"
    if document.facts:
        yield "\n".join(f"- **{_plain(f.label)}:** {_inside(f.value)}" for f in document.facts)
    for block in document.blocks:
        yield _block(document, block, pictures)
    if document.notes:
        yield f"## {_plain(document.labels.notes)}"
        yield "\n".join(
            f"[^{note.number}]: {''.join(_text(run, note.href) for run in note.words)}"
            for note in document.notes
        )


def _block(document: Document, block: Block, pictures: dict[int, str]) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * min(level + 1, 6)} {_plain(text)}"
        case Paragraph(words):
            return _words(words)
        case Bullets(items):
            return "\n".join(f"- {_words(item)}" for item in items)
        case Figure():
            return "\n\n".join(_figure(document, block, pictures.get(block.number)))
        case Table():
            return "\n".join(_table(document, block))


def _figure(document: Document, figure: Figure, picture: str | None) -> Iterator[str]:
    number = f"{document.labels.figure} {figure.number}."
    caption = f"**{_plain(number)}** {_plain(figure.caption)}"
    if picture is not None:
        yield f"![{_plain(figure.alternative)}](<{quote(picture)}>)"
        yield caption
        return
    yield caption
    yield f"{_plain(document.labels.outline)}:"
    lines = ((len(line) - len(line.lstrip(" ")), line) for line in figure.outline)
    yield "\n".join(f"{' ' * depth}- {_plain(line)}" for depth, line in lines)


def _table(document: Document, table: Table) -> Iterator[str]:
    number = f"{document.labels.table} {table.number}."
    yield f"**{_plain(number)}** {_plain(table.caption)}"
    yield ""
    yield _row(map(_plain, table.headings))
    yield _row("---" for _ in table.headings)
    yield from (_row(map(_words, row)) for row in table.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _words(words: Words) -> str:
    return "".join(
        _text(run, run.href) + "".join(f"[^{number}]" for number in run.notes) for run in words
    ).strip()


def _text(run: Run, href: str | None) -> str:
    """Return a run with the spaces at its ends, which hold it apart from others."""
    href = run.href or href
    text = one_line(run.text)
    is_address = href is not None and is_web_address(href)
    shown = escape(Linked(text, href)) if is_address else escape(text)
    if run.strong and shown:
        shown = f"**{shown}**"
    before = " " if run.text[:1].isspace() else ""
    after = " " if run.text[-1:].isspace() and shown else ""
    return f"{before}{shown}{after}"


def _plain(words: str) -> str:
    return escape(one_line(words))


def _inside(words: str) -> str:
    """Return words as they stand within a line, where "1." begins no list."""
    return escape(f"x{one_line(words)}")[1:]


WRITER = DocumentWriter(("md", "markdown"), "Markdown", write)

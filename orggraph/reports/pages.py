"""Tell what the rules mean."""

from collections.abc import Iterator, Sequence

from orggraph.reports.blocks import Block, Heading, Listing, Paragraph, Record, Report, Table
from orggraph.words import say
from orggraph.words.pages import Page

_PARTS = ("meaning", "why", "remedy")


def report_pages(pages: Sequence[Page], language: str) -> Report:
    """Return the report of some pages, each in full."""

    def records() -> list[Record]:
        return [page._asdict() for page in pages]

    return Report(records, records, lambda: tuple(_page_blocks(pages, language)))


def report_index(pages: Sequence[Page], language: str) -> Report:
    """Return the table of all that check and reading may find."""

    def records() -> list[Record]:
        keys = ("code", "name", "severity", "title")
        return [{key: getattr(page, key) for key in keys} for page in pages]

    def blocks() -> tuple[Block, ...]:
        columns = ("code", "severity", "title")
        rows = tuple((page.code, say(page.severity, language), page.title) for page in pages)
        return (Table(tuple(say(f"col-{column}", language) for column in columns), rows),)

    return Report(records, records, blocks)


def _page_blocks(pages: Sequence[Page], language: str) -> Iterator[Block]:
    for page in pages:
        yield Heading(f"{page.code} {page.title}")
        severity = say(page.severity, language)
        yield Paragraph(
            say("counts-as", language, code=page.code, name=page.name, severity=severity)
        )
        if not page.meaning:
            yield Paragraph(say("only-a-sentence", language))
        for part in _PARTS if page.meaning else ():
            yield Heading(say(f"explained-{part}", language))
            yield Paragraph(getattr(page, part).strip())
        yield Heading(say("explained-sentence", language))
        yield Paragraph(page.sentence)
        if not page.meaning:
            continue
        yield Heading(say("explained-example", language))
        yield Listing(page.example.rstrip())
        if page.document:
            yield Heading(say("explained-document", language))
            yield Listing(page.document.rstrip())
        if page.literature:
            yield Heading(say("explained-literature", language))
            yield Paragraph(page.literature.strip())

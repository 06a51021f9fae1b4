"""The formats of a report, by name."""

from collections.abc import Iterator

from orggraph.reports.blocks import Report

FORMATS = ("text", "json", "csv", "markdown")


def write(
    report: Report,
    format_: str,
    *,
    width: int | None = None,
    colour: bool = False,
    ascii_only: bool = False,
) -> str:
    """Return a report in one of `FORMATS`; raises ValueError for another.

    ``width`` and ``colour`` are those of a terminal; ``ascii_only`` writes JSON with escapes.
    """
    pieces = write_pieces(report, format_, width=width, colour=colour, ascii_only=ascii_only)
    return "".join(pieces)


def write_pieces(
    report: Report,
    format_: str,
    *,
    width: int | None = None,
    colour: bool = False,
    ascii_only: bool = False,
) -> Iterator[str]:
    """Return the pieces of what `write` returns, each made when it is asked for."""
    # Each writer is imported only when it writes.
    if format_ == "text":
        from orggraph.reports.text import text_pieces

        return text_pieces(report, width=width, colour=colour)
    if format_ == "json":
        from orggraph.reports.data import json_pieces

        return json_pieces(report, ascii_only=ascii_only)
    if format_ == "csv":
        from orggraph.reports.data import csv_pieces

        return csv_pieces(report)
    if format_ == "markdown":
        from orggraph.reports.markdown import markdown_pieces

        return markdown_pieces(report)
    raise ValueError(f"{format_!r} is none of {', '.join(FORMATS)}")

"""The formats of a report, by name."""

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
    # Each writer is imported only when it writes.
    if format_ == "text":
        from orggraph.reports.text import write_text

        return write_text(report, width=width, colour=colour)
    if format_ == "json":
        from orggraph.reports.data import write_json

        return write_json(report, ascii_only=ascii_only)
    if format_ == "csv":
        from orggraph.reports.data import write_csv

        return write_csv(report)
    if format_ == "markdown":
        from orggraph.reports.markdown import write_markdown

        return write_markdown(report)
    raise ValueError(f"{format_!r} is none of {', '.join(FORMATS)}")

"""Workbooks of Excel and LibreOffice: a sheet for each table."""

from orggraph.formats.exchange import Format
from orggraph.formats.tables.xlsx_reading import read_xlsx
from orggraph.formats.tables.xlsx_writing import write_xlsx

_PARTS = (b"[Content_Types].xml", b"xl/", b"_rels/.rels", b"docProps/")


def is_xlsx(head: bytes) -> bool:
    """Whether a file begins as a workbook does: an archive with its parts."""
    return head.startswith(b"PK\x03\x04") and any(part in head for part in _PARTS)


XLSX = Format(
    name="xlsx",
    label="XLSX",
    read=read_xlsx,
    write=write_xlsx,
    recognises=is_xlsx,
    read_options=frozenset({"language", "columns", "sheet"}),
)

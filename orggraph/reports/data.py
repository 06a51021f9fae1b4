"""Write a report for other programs: JSON and CSV."""

import csv
import io
import json
from typing import Any

from orggraph.reports.blocks import Report

# A spreadsheet runs a cell that begins with one of these.
_FORMULA = ("=", "+", "-", "@", "\t", "\n")


def write_json(report: Report, *, ascii_only: bool = False) -> str:
    """Return the report's data as JSON, indented; beyond ASCII as escapes if ``ascii_only``."""
    return json.dumps(report.data(), ensure_ascii=ascii_only, indent=2, default=str) + "\n"


def write_csv(report: Report) -> str:
    """Return the report's records as CSV (RFC 4180 with plain line ends), headed by their keys.

    A list is joined with semicolons, and a quotation is written ``source: words``. Text that a
    spreadsheet would run as a formula begins with an apostrophe.
    """
    stream = io.StringIO()
    if records := report.records():
        writer = csv.writer(stream, lineterminator="\n")
        keys = list(records[0])
        writer.writerow(keys)
        writer.writerows([_cell(record[key]) for key in keys] for record in records)
    return stream.getvalue()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        if "quote" in value:
            return f"{value['source']}: {value['quote']}"
        if "id" in value:
            return str(value["id"])
        return "; ".join(f"{key}: {_cell(item)}" for key, item in value.items())
    if isinstance(value, (list, tuple)):
        return _safe("; ".join(_cell(item) for item in value))
    return _safe(str(value)) if isinstance(value, str) else str(value)


def _safe(text: str) -> str:
    # The csv module would leave a lone carriage return unquoted.
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text

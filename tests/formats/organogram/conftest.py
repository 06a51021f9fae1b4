"""What tests of organograms share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from orggraph.api.graph import OrgGraph
from orggraph.formats.exchange import Origin, ReadOptions
from orggraph.formats.loader import Imported, read

Reader = Callable[..., Imported[OrgGraph]]

SENIOR = (
    "Post Unique Reference,Name,Grade,Job Title,Job/Team Function,Parent Department,"
    "Organisation,Unit,Reports to Senior Post,FTE,Notes,URI"
)
JUNIOR = (
    "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,"
    "Generic Job Title,Number of Posts in FTE,Professional/Occupational Group"
)
DEFAULTS = {
    "Post Unique Reference": "A1", "Name": "Ann Lee", "Grade": "SCS1", "Job Title": "Director",
    "Job/Team Function": "Ships", "Parent Department": "Ministry", "Organisation": "Harbour",
    "Unit": "Quays", "Reports to Senior Post": "XX", "FTE": "1",
    "Reporting Senior Post": "A1", "Generic Job Title": "Clerk", "Number of Posts in FTE": "1",
    "Professional/Occupational Group": "Law",
}  # fmt: skip


def rows(heading: str, *changes: dict[str, str]) -> str:
    """Return a file with a row for each of ``changes``, which are to the defaults."""
    names = heading.split(",")
    lines = [[(DEFAULTS | change).get(name, "") for name in names] for change in changes]
    return "\n".join([heading, *(",".join(f'"{cell}"' for cell in line) for line in lines), ""])


def senior(*changes: dict[str, str]) -> str:
    """Return a file of senior posts; the keys of changes are shortened headings."""
    keys = {"ref": "Post Unique Reference", "name": "Name", "title": "Job Title",
            "up": "Reports to Senior Post", "org": "Organisation", "unit": "Unit",
            "grade": "Grade", "parent": "Parent Department", "notes": "Notes", "uri": "URI",
            "does": "Job/Team Function", "fte": "FTE"}  # fmt: skip
    return rows(SENIOR, *({keys[k]: v for k, v in change.items()} for change in changes))


def junior(*changes: dict[str, str]) -> str:
    """Return a file of junior posts."""
    keys = {"up": "Reporting Senior Post", "title": "Generic Job Title", "grade": "Grade",
            "posts": "Number of Posts in FTE", "unit": "Unit", "org": "Organisation",
            "family": "Professional/Occupational Group"}  # fmt: skip
    return rows(JUNIOR, *({keys[k]: v for k, v in change.items()} for change in changes))


@pytest.fixture
def organogram(tmp_path: Path) -> Reader:
    """Return what reads files, the first of them by name."""

    def read_files(
        *texts: str | bytes, of: str = "", encoding: str | None = None
    ) -> Imported[OrgGraph]:
        names = ("port-senior-data.csv", "port-junior-data.csv")
        for name, text in zip(names, texts, strict=False):
            data = text.encode() if isinstance(text, str) else text
            if data:
                (tmp_path / name).write_bytes(data)
        path = tmp_path / (of or names[0])
        if of == ".":
            path = tmp_path
        return read(Origin(path.name, path), OrgGraph, "organogram", ReadOptions(encoding=encoding))

    return read_files

"""What becomes of a graph on its way from one format into another."""

from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.formats.convert import convert, rebase_sources
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import read
from orggraph.formats.registry import find_format
from orggraph.model import Graph, Source
from orggraph.source import Location
from orggraph.text import LocalText


def rebased(file: str | None, written: str, *, home: str | None = "data/a.yaml") -> str | None:
    """Return how a source names its document in the file that is written."""
    place = None if home is None else Location(home, 0, 0)
    source = Source(id="s", title=LocalText.of("S", "en"), file=file, location=place)
    return rebase_sources({"s": source}, Path(written))["s"].file


def test_a_document_is_named_from_where_the_data_is_written() -> None:
    assert rebased("law.txt", "x.json") == "data/law.txt"
    assert rebased("law.txt", "out/deep/x.json") == "../../data/law.txt"
    assert rebased("../law.txt", "out") == "../law.txt"


def test_what_needs_no_other_name_keeps_its_own() -> None:
    assert rebased("./law.txt", "data/x.json") == "./law.txt"
    assert rebased("/srv/law.txt", "x.json") == "/srv/law.txt"
    assert rebased("law.txt", "x.json", home=None) == "law.txt"
    assert rebased(None, "x.json") is None


def test_where_nothing_is_written_to_a_file_nothing_moves() -> None:
    source = Source(
        id="s", title=LocalText.of("S", "en"), file="a.txt", location=Location("b/c.yaml", 0, 0)
    )
    assert rebase_sources({"s": source}, None) == {"s": source}


def test_of_seats_that_are_all_lost_nothing_more_is_told(tmp_path: Path) -> None:
    text = b"bodies: {b: {name: B, seats: {s: {role: chair, term: 2 years}}}}"
    made = convert(read(Origin("a", data=text), Graph, "yaml"), find_format("dot"), None)
    assert [remark.what for remark in made.lost] == ["seats"]
    assert made.content is not None
    assert not made.files


def test_several_files_need_a_place(tmp_path: Path) -> None:
    imported = read(Origin("a", data=b"bodies: {b: B}"), Graph, "yaml")
    with pytest.raises(OrgGraphError) as error:
        convert(imported, find_format("csv"), None)
    assert error.value.key == "several-files"

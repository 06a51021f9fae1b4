"""Which format a file is in, and the formats that others add."""

from pathlib import Path

import pytest

import orggraph
from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Origin
from orggraph.formats.registry import FORMATS, choose, find_format, format_names, recognise

PLUGIN = """
from orggraph.formats.document import Document
from orggraph.formats.exchange import Format, Output, Remarks

def read(origin, options):
    made = Document(origin.shown)
    for line in origin.read().decode().splitlines():
        made.add_node("body", line, {"name": line})
    return made.gather()

def write(content, options):
    lines = (f"{node.id}\\n".encode() for node in content.iter_nodes())
    return Output({"": lines}, Remarks())

LINES = Format("lines", "Lines", read, write, suffixes=(".lines",))
NONE = 5
"""


@pytest.fixture
def _plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install a package of somebody else, as pip lays it out."""
    (tmp_path / "linewise.py").write_text(PLUGIN)
    about = tmp_path / "linewise-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: linewise\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text(
        "[orggraph.formats]\nlines = linewise:LINES\nyaml = linewise:LINES\nnone = linewise:NONE\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_can_be_found_and_does_something(name: str) -> None:
    format_ = find_format(name)
    assert format_.name == name
    assert format_.label
    assert format_.read or format_.write


@pytest.mark.parametrize("name", [n for n in FORMATS if find_format(n).write])
def test_the_first_ending_of_a_format_means_that_format(name: str) -> None:
    assert choose(f"some.thing{FORMATS[name].suffixes[0].upper()}").name == name


@pytest.mark.usefixtures("_plugin")
def test_others_can_add_a_format_but_not_replace_ours(tmp_path: Path) -> None:
    assert find_format("yaml").name == "yaml"
    assert "lines" in format_names()
    (tmp_path / "x.lines").write_text("a\nb\n")
    org = orggraph.load(tmp_path / "x.lines")
    assert list(org.nodes) == ["a", "b"]
    orggraph.dump(org, tmp_path / "y.lines")
    assert (tmp_path / "y.lines").read_text() == "a\nb\n"


@pytest.mark.usefixtures("_plugin")
def test_what_is_no_format_is_told_with_its_package() -> None:
    with pytest.raises(OrgGraphError, match="'linewise' announces 'linewise:NONE' as 'none'"):
        find_format("none")


def test_a_file_that_is_not_there_is_for_its_reader_to_tell(tmp_path: Path) -> None:
    for name in ("none", "none.yaml", "none.csv"):
        format_ = recognise(Origin(name, tmp_path / name))
        assert format_.read is not None


def test_an_unknown_ending_has_the_list() -> None:
    with pytest.raises(OrgGraphError, match=r"'x\.doc' says no format.*\.graphml.*.xlsx"):
        choose("x.doc")
    with pytest.raises(OrgGraphError, match="'x' is no format; formats: yaml"):
        find_format("x")

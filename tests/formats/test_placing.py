"""Where the files of an output go, and what must not be there already."""

from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.formats.exchange import Output, Remarks
from orggraph.formats.placing import (
    list_places,
    place_files,
    refuse_read,
    refuse_same,
    refuse_strays,
)
from orggraph.formats.registry import find_format

CSV, JSON = find_format("csv"), find_format("json")
TABLES = Output({"nodes.csv": [], "relations.csv": []}, Remarks())


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("x.csv", ["x-nodes.csv", "x-relations.csv"]),
        ("new", ["new/nodes.csv", "new/relations.csv"]),
        ("there.d", ["there.d/nodes.csv", "there.d/relations.csv"]),
    ],
)
def test_several_files_are_within_a_directory_or_beside_each_other(
    tmp_path: Path, target: str, expected: list[str]
) -> None:
    (tmp_path / "there.d").mkdir()
    placed = place_files(TABLES, tmp_path / target)
    assert [path.relative_to(tmp_path).as_posix() for path in placed] == expected
    assert set(placed) < set(list_places(CSV, tmp_path / target))


def test_one_file_is_the_target_itself() -> None:
    assert list(place_files(Output({"": []}, Remarks()), Path("x.json"))) == [Path("x.json")]
    assert list_places(JSON, Path("x.json")) == [Path("x.json")]


def refused(act: object, *args: object) -> str | None:
    """Return the key of what is raised; None for nothing."""
    assert callable(act)
    try:
        act(*args)
    except OrgGraphError as error:
        return error.key
    return None


def test_what_is_read_is_never_written_to(tmp_path: Path) -> None:
    tables, data = tmp_path / "tables", tmp_path / "data"
    for folder, name in ((tables, "nodes.csv"), (data, "a.yaml")):
        folder.mkdir()
        (folder / name).write_bytes(b"")
    assert refused(refuse_same, tables / "nodes.csv", CSV, tables) == "same-file"
    assert refused(refuse_same, tables, CSV, tables) == "same-file"
    assert refused(refuse_same, tables, CSV, tables / "x.csv") == "within-source"
    assert refused(refuse_same, tables, JSON, tables / "x.json") is None
    assert refused(refuse_same, data, JSON, data / "x.json") is None
    assert refused(refuse_same, tmp_path / "none", CSV, tmp_path / "none") is None
    # In a directory of data files, tables are not read, and the other way round.
    assert refused(refuse_read, data, data / "b.YML") == "within-source"
    assert refused(refuse_read, data, data / "b.csv") is None
    assert refused(refuse_read, tables, tables / "b.yaml") is None
    assert refused(refuse_read, tables, tmp_path / "b.csv") is None


def test_what_would_be_read_with_what_is_written_is_refused_and_named(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"old{number}.csv").write_bytes(b"")
    (tmp_path / "letter.txt").write_bytes(b"")
    with pytest.raises(OrgGraphError) as error:
        refuse_strays(place_files(TABLES, tmp_path), CSV, tmp_path)
    assert "old0.csv, old1.csv, old2.csv, …;" in error.value.message()
    few = {path: [b""] for path in tmp_path.glob("old[0-3].csv")}
    with pytest.raises(OrgGraphError) as error:
        refuse_strays(few, CSV, tmp_path)
    assert "written there: old4.csv;" in error.value.message()
    refuse_strays({}, JSON, tmp_path)

"""What readers and writers of formats exchange with the rest."""

from pathlib import Path

import pytest

from orggraph.formats.exchange import Origin, Remarks
from orggraph.source import Problem


def test_what_could_not_be_told_is_counted_and_has_its_first_example() -> None:
    remarks = Remarks()
    remarks.add("column", "4711", "Phone")
    remarks.add("property", "x")
    remarks.add("column", "4712", "Phone", times=3)
    remarks.add("column", "5", "Fax")
    found = [(remark.key, remark.times, remark.example) for remark in remarks.all()]
    assert found == [("column: Phone", 4, "4711"), ("property", 1, "x"), ("column: Fax", 1, "5")]
    assert "Phone" in remarks.all()[0].message("da")
    assert "4711" in remarks.all()[0].message("da")


def test_a_long_example_is_cut() -> None:
    remarks = Remarks()
    remarks.add("column", "x\n" * 10_000, "Phone")
    assert len(remarks.all()[0].message()) < 200


@pytest.mark.parametrize("is_file", [True, False])
def test_what_is_over_the_limit_is_refused(tmp_path: Path, is_file: bool) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"12345")
    origin = Origin("x", path) if is_file else Origin("x", data=b"12345")
    assert origin.read() == origin.read(5) == origin.head() == b"12345"
    refused = origin.read(4)
    assert isinstance(refused, Problem)
    assert refused.name == "file-too-large"


def test_files_are_found_beside_and_within(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a")
    folder, file = Origin("here", tmp_path), Origin("here/a.csv", tmp_path / "a.csv")
    assert folder.within("a.csv") == file
    assert file.beside("a.csv") == file
    assert folder.within("b.csv") is file.beside("b.csv") is None
    assert Origin("-", data=b"").within("a.csv") is Origin("-", data=b"").beside("a.csv") is None


def test_what_is_not_there_begins_with_nothing(tmp_path: Path) -> None:
    assert Origin.of(tmp_path / "none").head() == b""
    assert Origin.of(tmp_path).head() == b""

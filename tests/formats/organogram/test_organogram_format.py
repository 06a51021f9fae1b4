"""Organograms as files: what is read with what, how they are known, and what is refused."""

import csv
from pathlib import Path

import pytest

from orggraph.api.graph import OrgGraph
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import Imported, read
from orggraph.formats.organogram.organogram_format import ORGANOGRAM
from orggraph.source import ReadError
from tests.formats.organogram.conftest import SENIOR, Reader, junior, senior

SAMPLES = Path(__file__, "../../../../../shared/samples/uk-organogram").resolve()
OFFICES = ("appointments_commission", "attorney_generals_office")
DATES = ("2011-03-31", "2011-09-30")

with_samples = pytest.mark.skipif(not SAMPLES.exists(), reason="the samples are not here")


def sample(office: str, date: str, kind: str = "senior") -> Imported[OrgGraph]:
    path = SAMPLES / f"{office}-{date}-{kind}.csv"
    return read(Origin(path.name, path), OrgGraph, "organogram")


def codes(found: Imported[OrgGraph]) -> list[str]:
    return [notice.code for notice in found.notices]


@with_samples
def test_identical_charts_have_an_empty_diff() -> None:
    old, new = (sample(OFFICES[0], date).graph for date in DATES)
    assert len(old) == 11
    assert old == new
    diff = old.diff(new)
    assert (diff.nodes, diff.relations, diff.members, diff.seats, diff.general) == ((),) * 5


@with_samples
def test_changes_of_the_other_pair() -> None:
    old, new = (sample(OFFICES[1], date).graph for date in DATES)
    diff = old.diff(new)
    removed = [c.one.id for c in diff.nodes if c.kind == "removed" and c.one.kind == "post"]
    assert removed == ["AGO6"]
    assert not [c for c in diff.nodes if c.kind == "added" and c.one.kind == "post"]
    moved = {
        (c.one.source, change.old, change.new)
        for c in diff.relations
        if c.one.type == "reports_to"
        for change in c.fields
    }
    assert moved == {("AGO3", "AGO1", "AGO2"), ("AGO5", "AGO2", "AGO1")}
    holders = {c.one.target for c in diff.relations if c.one.type == "holds"}
    assert holders == {"AGO2", "AGO3", "AGO4", "AGO5"}


@with_samples
@pytest.mark.parametrize("date", DATES)
@pytest.mark.parametrize("office", OFFICES)
def test_all_rows_of_both_files_are_posts(office: str, date: str) -> None:
    whole = sample(office, date, "junior")
    counted = 0
    for kind in ("senior", "junior"):
        with (SAMPLES / f"{office}-{date}-{kind}.csv").open(encoding="utf-8", newline="") as file:
            counted += len(list(csv.DictReader(file)))
    posts = [node for node in whole.graph.iter_nodes() if node.kind == "post"]
    assert len(posts) == counted
    reporting = [r for r in whole.graph.iter_stated() if r.type == "reports_to"]
    assert len(reporting) == counted - 1
    assert codes(whole) == ["X506"]
    assert not [remark for remark in whole.remarks if remark.what != "column"]


def test_senior_file_is_read_alone_and_the_other_told(organogram: Reader) -> None:
    found = organogram(senior({}), junior({}))
    assert "a1.scs1.clerk" not in found.graph
    assert codes(found) == ["X507"]
    assert "port-junior-data.csv" in found.notices[0].message()


def test_junior_file_is_read_with_the_senior_one(organogram: Reader) -> None:
    found = organogram(senior({}), junior({}), of="port-junior-data.csv")
    assert {"a1.scs1.clerk", "A1"} <= set(found.graph.nodes)
    assert codes(found) == ["X506"]


def test_directory_is_both_files(organogram: Reader) -> None:
    found = organogram(senior({}), junior({}), of=".")
    assert {"a1.scs1.clerk", "A1"} <= set(found.graph.nodes)
    assert codes(found) == []


def test_junior_file_alone_reports_to_nothing(organogram: Reader) -> None:
    found = organogram("", junior({}, {"up": "A2"}), of="port-junior-data.csv")
    assert codes(found) == ["X508"]
    assert [(r.what, r.times) for r in found.remarks if r.what == "reference"] == [("reference", 2)]


def test_standard_input_is_read() -> None:
    found = read(Origin("-", None, senior({}).encode()), OrgGraph, "organogram")
    assert "A1" in found.graph


@pytest.mark.parametrize(
    ("data", "codes_found"),
    [
        (senior({"name": "Åse"}).encode("utf-8-sig"), []),
        (senior({"name": "Åse Øhlenschlæger", "unit": "Café"}).encode("cp1252"), ["X505"]),
        (senior({"name": "Åse"}).encode("utf-16"), ["X505"]),
        (senior({"name": "Åse"}).replace(",", ";").encode(), []),
        (senior({"name": "Åse"}).replace(",", "\t").encode(), []),
        (senior({"name": "Åse"}).replace("\n", "\r\n").encode(), []),
    ],
)  # fmt: skip
def test_encodings_and_delimiters(organogram: Reader, data: bytes, codes_found: list[str]) -> None:
    found = organogram(data)
    names = [n.name.original for n in found.graph.iter_nodes() if n.kind == "person"]
    assert names[0].startswith("Åse")
    assert codes(found) == codes_found


def test_headings_of_other_years(organogram: Reader) -> None:
    heading = SENIOR.replace("Grade", " Grade (or equivalent)").replace("Unit", "UNIT ")
    graph = organogram(senior({}).replace(SENIOR, heading)).graph
    classification = graph.node("A1").classification
    assert classification is not None
    assert classification.original == "SCS1"
    assert "harbour.quays" in graph


def test_columns_that_are_not_read_are_counted(organogram: Reader) -> None:
    lines = senior({}, {"ref": "A2", "name": "Bo"}).splitlines()
    lines[0] += ",Pay,Name,"
    lines[1] += ",10,twice,more,beyond,beyond"
    lines[2] += ",N/D,,"
    found = organogram("\n".join(lines))
    assert {(r.name, r.times) for r in found.remarks} == {
        ("FTE", 2), ("Pay", 1), ("Name", 1), ("15", 1), ("16", 2),
    }  # fmt: skip
    assert "ann-lee" in found.graph


@pytest.mark.parametrize(
    ("text", "name", "line"),
    [
        ("", "organogram-headings", 0),
        ("a,b\n1,2\n", "organogram-headings", 0),
        (senior({}) + 'A2,"Bo\n' + "x\n" * 50, "organogram-csv", 2),
        (senior({"notes": "x" * 200_000}), "organogram-csv", 1),
        (SENIOR + "," * 1_000_000 + "\n", "organogram-width", 0),
        (senior({"name": "A\0B"}), "control-character", 1),
    ],
)
def test_what_is_refused_with_its_place(
    organogram: Reader, text: str, name: str, line: int
) -> None:
    with pytest.raises(ReadError) as caught:
        organogram(text or "\n")
    found = caught.value.problems[0]
    assert found.location is not None
    assert (found.name, found.location.line) == (name, line)
    assert found.message("da") != found.message("en")


def test_missing_file_is_told(organogram: Reader) -> None:
    with pytest.raises(ReadError) as caught:
        organogram()
    assert [p.name for p in caught.value.problems] == ["file-missing"]


def test_directory_of_several_organisations_is_one_chart(
    organogram: Reader, tmp_path: Path
) -> None:
    (tmp_path / "rail-SENIOR.CSV").write_text(senior({"org": "Rail"}, {"ref": "R2", "org": "Rail"}))
    (tmp_path / "rail-junior.csv").write_text(junior({"org": "Rail", "up": "R2"}))
    (tmp_path / "costs.csv").write_text("a,b")
    found = organogram(senior({}), junior({}), of=".")
    posts = {node.id for node in found.graph.iter_nodes() if node.kind == "post"}
    assert posts == {"A1.harbour", "A1.rail", "R2", "a1-harbour.scs1.clerk", "r2.scs1.clerk"}
    assert codes(found) == ["X511", "X509"]
    (left,) = (notice for notice in found.notices if notice.name == "organogram-others")
    assert "costs.csv" in left.message("en")


@pytest.mark.parametrize(
    "text", [senior({}), junior({}, {"org": "Rail"})], ids=["senior", "junior"]
)
def test_directory_of_two_releases_is_refused(
    organogram: Reader, tmp_path: Path, text: str
) -> None:
    kind = "senior" if "Reference" in text else "junior"
    (tmp_path / f"port-{kind}-later.csv").write_text(text)
    with pytest.raises(ReadError) as caught:
        organogram(senior({}), junior({}), of=".")
    (found,) = caught.value.problems
    assert found.name == "organogram-releases"
    assert found.location is not None
    assert (Path(found.location.path).name, found.location.line) == (f"port-{kind}-later.csv", 1)
    assert f"port-{kind}-data.csv" in found.message("en")


def test_directory_without_organograms_is_told(organogram: Reader, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(senior({}))
    with pytest.raises(ReadError) as caught:
        organogram(of=".")
    assert [p.name for p in caught.value.problems] == ["organogram-pair"]


def test_directory_of_junior_posts_alone_is_read(organogram: Reader) -> None:
    assert codes(organogram("", junior({}), of=".")) == ["X508"]


@pytest.mark.parametrize(
    ("head", "known"),
    [
        (senior({}), True),
        (junior({}), True),
        (SENIOR.replace(",", ";"), True),
        ("id,name,kind\n", False),
        ("Name,Grade,Job Title,Reports to\n", False),
        ("", False),
    ],
)
def test_known_by_its_headings(head: str, known: bool) -> None:
    assert ORGANOGRAM.recognises(head.encode()) is known
    assert ORGANOGRAM.recognises(head.encode("utf-8-sig")) is known
    assert ORGANOGRAM.recognises(head.encode("utf-16")) is known


def test_encoding_that_is_given_goes_before_what_is_found(organogram: Reader) -> None:
    found = organogram(senior({"name": "Åse"}).encode("cp850"), encoding="cp850")
    assert codes(found) == []
    assert found.graph.node("aase").name.original == "Åse"

import io
import os
import shutil
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from orggraph.formats.exchange import Origin, ReadOptions, WriteOptions
from orggraph.formats.loader import read
from orggraph.formats.registry import recognise
from orggraph.formats.tables import xlsx_reading, xlsx_rows
from orggraph.formats.tables.xlsx_writing import write_xlsx
from orggraph.model import Graph, Node, Parts
from orggraph.text import LocalText
from tests.formats.tables.helpers import as_xlsx, codes, read_as

DATA = Path(__file__).parents[3] / "data"


def book(*rows: list[Any], title: str = "nodes", **others: list[list[Any]]) -> bytes:
    made = openpyxl.Workbook()
    sheets = {title: list(rows), **others}
    made.remove(made["Sheet"])
    for name, content in sheets.items():
        sheet = made.create_sheet(name)
        for row in content:
            sheet.append(row)
    return saved(made)


def saved(made: openpyxl.Workbook) -> bytes:
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def named(*names: str) -> Graph:
    nodes = (Node(id=f"n{at}", kind="body", name=LocalText.of(n)) for at, n in enumerate(names))
    return Graph.from_sound(Parts(tuple(nodes)))


def repacked(data: bytes, **parts: bytes) -> bytes:
    made = io.BytesIO()
    by_end = {key.replace("__", "."): content for key, content in parts.items()}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", 8) as new:
        for part in old.infolist():
            end = part.filename.rpartition("/")[2]
            new.writestr(part.filename, by_end.get(end, old.read(part)))
    return made.getvalue()


def test_dates_numbers_and_truth_values_are_as_people_see_them() -> None:
    data = book(
        ["id", "kind", "name", "from", "until", "collective"],
        [1001, "body", 7.0, date(2025, 3, 1), datetime(2025, 4, 2), True],
        ["x", "body", 2.5, 2024, "2025-03", False],
    )
    nodes = read_as("xlsx", data).graph.nodes
    assert nodes["1001"].name.original == "7"
    assert str(nodes["1001"].period.start) == "2025-03-01"
    assert str(nodes["1001"].period.end) == "2025-04-02"
    assert (nodes["1001"].collective, nodes["x"].collective) == (True, False)
    assert (nodes["x"].name.original, str(nodes["x"].period.start)) == ("2.5", "2024")


def test_a_place_is_sheet_row_and_column() -> None:
    data = book(["id", "kind"], ["a", "body"], [], ["b b", "body"])
    with pytest.raises(Exception, match=r"t\.xlsx\[nodes\]:4:1: error R208"):
        read_as("xlsx", data)


def test_formulas_without_a_result_and_errors_are_told() -> None:
    assert codes("xlsx", book(["id", "kind", "name"], ["a", "body", "=1+1"])) == ["X139 (1, 2)"]
    failed = [["id", "kind", "name"], ["a", "body", "#REF!"], ["b", "odd kind", "#N/A"]]
    assert codes("xlsx", book(*failed)) == ["X140 (1, 2)", "X140 (2, 2)"]


def test_sheets_are_known_by_name_by_headings_or_chosen() -> None:
    relations = [["source", "type", "target"], ["a", "reports to", "b"]]
    data = book(["id", "kind"], ["a", "body"], ["b", "body"], title="Ark1", Ark2=relations,
                Noter=[["whatever"], ["x"]])  # fmt: skip
    found = read_as("xlsx", data)
    assert [r.id for r in found.graph.iter_stated()] == ["a:reports_to:b"]
    assert [(n.name, n.facts) for n in found.notices] == [("sheets-skipped", {"sheets": "Noter"})]
    chosen = read_as("xlsx", data, ReadOptions(sheet="ark1")).graph
    assert (len(chosen.nodes), len(list(chosen.iter_stated()))) == (2, 0)
    assert codes("xlsx", data, ReadOptions(sheet="x")) == ["X135 (0, 0)"]


def test_hidden_sheets_and_merged_cells_are_told() -> None:
    made = openpyxl.load_workbook(
        io.BytesIO(book(["id", "kind"], ["a", "body"], title="nodes", old=[["id", "kind"], [1, 2]]))
    )
    made["old"].sheet_state = "hidden"
    made["nodes"].merge_cells("A4:B4")
    made["nodes"].append(["b", "body"])
    made["nodes"].append(["c"])
    made["nodes"].merge_cells("B5:B6")
    found = read_as("xlsx", saved(made))
    assert [n.name for n in found.notices] == ["sheets-hidden", "merged-cells"]
    assert {n.id: n.kind for n in found.graph.iter_nodes()} == dict.fromkeys("abc", "body")


def test_titles_above_the_headings_are_told_and_cells_merged_over_rows_are_filled() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    assert sheet is not None
    for row in (
        ["Medarbejderliste 2025"], [], ["Enhed", "Person", None], [None, "Navn", "Nærmeste leder"],
        ["Drift", "Bo", None], [None, "Eva", "Bo"], ["Salg", "Ib", "Bo"], [None, None, None],
        [None, "Åse", "Bo"],
    ):  # fmt: skip
        sheet.append(row)
    for cells in ("A1:C1", "A3:A4", "B3:C3", "A5:A6", "A7:A8"):
        sheet.merge_cells(cells)
    found = read_as("xlsx", saved(made))
    units = {r.id for r in found.graph.iter_stated() if r.type == "employed_by"}
    assert units == {"bo:employed_by:drift", "eva:employed_by:drift", "ib:employed_by:salg"}
    above = next(n for n in found.notices if n.name == "rows-above")
    assert above.facts == {"row": 4, "text": "Medarbejderliste 2025; Enhed; Person"}


def test_a_list_of_people_is_found_among_other_sheets() -> None:
    people: list[list[Any]] = [["Navn", "Leder"], ["Bo", None], ["Eva", "Bo"]]
    found = read_as("xlsx", book(["Husk", "dette"], ["nu", "og"], title="Noter", Liste=people))
    assert set(found.graph.nodes) == {"bo", "eva"}
    assert [n.name for n in found.notices] == ["columns-found", "sheets-skipped"]


def test_a_list_of_people_in_a_workbook() -> None:
    found = read_as("xlsx", book(["Navn", "Leder"], ["Bo", None], ["Eva", "Bo"], title="Ark1"))
    assert [r.id for r in found.graph.iter_stated()] == ["eva:reports_to:bo"]


def test_the_workbook_is_pleasant() -> None:
    graph = read(Origin("data", DATA), Graph).graph
    made = openpyxl.load_workbook(io.BytesIO(as_xlsx(graph)))
    assert made.sheetnames[:4] == ["nodes", "relations", "seats", "members"]
    assert made.sheetnames[-1] == "forklaring"
    nodes = made["nodes"]
    assert nodes.freeze_panes == "B2"
    assert nodes.auto_filter.ref.startswith("A1:")
    assert nodes["A1"].font.bold
    assert nodes.column_dimensions["A"].width > 20
    choices = {str(v.sqref): v.formula1 for v in nodes.data_validations.dataValidation}
    first, last = choices["B2:B1048576"].rpartition("!")[2].replace("$", "").split(":")
    words = [row[0].value for row in made["forklaring"][first:last]]
    assert words == list(graph.vocabulary.kinds)
    explained = {row[1].value for row in made["forklaring"].iter_rows() if row[2].value}
    headings = {str(cell.value) for name in made.sheetnames[:-1] for cell in made[name][1]}
    assert {h for h in headings if not h.endswith(" en")} <= explained


def test_columns_are_as_wide_as_their_texts_within_limits() -> None:
    short, long = (
        openpyxl.load_workbook(io.BytesIO(as_xlsx(named(name))))["nodes"]
        for name in ("x", "y" * 200)
    )
    assert short["C1"].value == long["C1"].value == "name"
    assert short.column_dimensions["C"].width < 12
    assert 20 < long.column_dimensions["C"].width < 40
    assert long.row_dimensions[2].height > 50
    notes = [cell.column_letter for cell in short[1] if cell.value == "note"]
    assert short.column_dimensions[notes[0]].width > 15


def test_no_cell_is_a_formula() -> None:
    names = ["=1+1", "+1", "-1", "@x", "'=1", "_x0041_", "#DIV/0!", "TRUE", "007", "1E5"]
    data = as_xlsx(named(*names))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["nodes"]
    column = list(sheet["C"])[1:]
    assert {cell.data_type for cell in column} == {"s"}
    assert [cell.quotePrefix for cell in column][:5] == [True] * 5
    back = read_as("xlsx", data).graph
    assert [node.name.original for node in back.iter_nodes()] == sorted_names(names, back)


def sorted_names(names: list[str], graph: Graph) -> list[str]:
    return [names[int(node.id[1:])] for node in graph.iter_nodes()]


def test_what_is_longer_than_a_cell_is_lost_and_told() -> None:
    output = write_xlsx(named("x" * 40_000), WriteOptions())
    data = b"".join(output.files[""])
    (remark,) = output.remarks.all()
    assert (remark.what, remark.name, remark.times) == ("long-cell", "name", 1)
    (node,) = read_as("xlsx", data).graph.iter_nodes()
    assert len(node.name.original) == 32_767


def test_the_bytes_do_not_know_when_they_were_written() -> None:
    with zipfile.ZipFile(io.BytesIO(as_xlsx(named("a")))) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.read("docProps/core.xml").count(b"2000-01-01T00:00:00Z") == 2


BOMB = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
HUGE_ROW = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="str"><v>id</v></c><c r="B1" t="str"><v>kind</v></c></row>'
    b'<row r="999999999999"><c r="A2" t="str"><v>a</v></c></row></sheetData></worksheet>'
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xd0\xcf\x11\xe0 old", "X131"),
        (b"PK\x03\x04 torn", "X132"),
        (b"id,kind\n", "X132"),
        (b"", "X132"),
        (repacked(book(["id", "kind"]), sheet1__xml=BOMB), "X134"),
        (repacked(book(["id", "kind"]), sheet1__xml=b"\0" * 40_000_000), "X133"),
        (repacked(book(["id", "kind"]), sheet1__xml=b"<worksheet><sheetData><row>"), "X132"),
        (repacked(book(["id", "kind"]), workbook__xml=b"<x/>"), "X110"),
        (repacked(book(["id", "kind"]), sheet1__xml=HUGE_ROW), "X141"),
        (book(["id", "kind"], ["a", "x" * 30_000]), "M"),
        (book(), "X110"),
    ],
)
def test_what_is_hostile_or_broken_is_refused(data: bytes, expected: str) -> None:
    assert [code for code in codes("xlsx", data) if code.startswith(expected)]


def test_every_cut_of_a_workbook_is_refused_or_read() -> None:
    data = as_xlsx(named("a", "b"))
    for end in range(0, len(data), 197):
        assert codes("xlsx", data[:end])[0][:4] == "X132"


def test_a_workbook_is_known_by_its_parts() -> None:
    assert recognise(Origin("-", None, as_xlsx(named("a")))).name == "xlsx"
    assert recognise(Origin("t.xlsx", None, b"PK\x03\x04")).name == "xlsx"


@pytest.mark.skipif(
    shutil.which("soffice") is None and not os.environ.get("CI"), reason="no LibreOffice"
)
def test_libreoffice_opens_it_and_what_it_saves_is_read(tmp_path: Path) -> None:
    graph = read(Origin("data", DATA), Graph).graph
    (tmp_path / "a.xlsx").write_bytes(as_xlsx(graph))
    command = ["soffice", "--headless", f"-env:UserInstallation=file://{tmp_path}/profile"]
    for form in ("ods", "xlsx"):  # through its own model, and back
        source = "a.xlsx" if form == "ods" else "a.ods"
        to = [*command, "--convert-to", form, "--outdir", str(tmp_path / "out"), source]
        shutil.copy(tmp_path / "out" / "a.ods", tmp_path) if form == "xlsx" else None
        subprocess.run(to, cwd=tmp_path, check=True, capture_output=True, timeout=300)
    back = read(Origin("a.xlsx", tmp_path / "out" / "a.xlsx"), Graph)
    assert back.graph == graph
    assert back.remarks == ()


def test_rows_that_are_wide_and_empty_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [["id", "kind"], ["a", "body"], ["b", "body"]]
    monkeypatch.setattr(xlsx_rows, "MOST_CELLS", 6)
    assert codes("xlsx", book(*rows)) == []
    monkeypatch.setattr(xlsx_rows, "MOST_CELLS", 5)
    assert codes("xlsx", book(*rows)) == ["X148 (2, 0)"]


def test_a_defect_of_ours_is_no_broken_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx_reading, "gather_tables", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        read_as("xlsx", book(["id", "kind"], ["a", "body"]))

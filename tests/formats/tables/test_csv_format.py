import csv
import io
from pathlib import Path

import pytest

from orggraph.formats.exchange import Origin, ReadOptions
from orggraph.formats.loader import read
from orggraph.formats.registry import recognise
from orggraph.formats.tables.csv_format import is_csv
from orggraph.model import Graph, Node, PartialDate, Parts
from orggraph.source import ReadError
from orggraph.text import LocalText
from tests.formats.tables.helpers import as_csv, codes, put, read_as

NODES = b"id,kind,name\nkd-net,organisation,KD-Net\nstyregruppe,body,Styregruppen\n"
RELATIONS = b"source,type,target\nstyregruppe,reports_to,kd-net\n"


def test_danish_headings_labels_and_signs_of_excel_are_understood() -> None:
    text = (
        "Id;Art;Navn;Navn (engelsk);Til;Kollektiv;identifikator cvr\r\n"
        "a;Organ;Rådet;The council;31-12-2025;ja;29190925\r\n"
    )
    found = read_as("csv", text.encode("cp1252"))
    node = found.graph.nodes["a"]
    assert (node.kind, node.name.translations) == ("body", {"da": "Rådet", "en": "The council"})
    assert (node.period.end, node.collective) == (PartialDate(2025, 12, 31), True)
    assert node.identifiers == (("cvr", "29190925"),)
    assert [n.name for n in found.notices] == ["encoding-found", "delimiter-found"]


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_the_sign_between_cells_is_found_out(sign: str) -> None:
    rows = [["id", "kind", "name"], ["a", "body", "x, y; z | w"], ["b", "post", "1,5;2,5"]]
    text = io.StringIO()
    csv.writer(text, delimiter=sign).writerows(rows)
    found = read_as("csv", text.getvalue())
    assert found.graph.nodes["a"].name.original == "x, y; z | w"
    assert [n.name for n in found.notices] == ([] if sign == "," else ["delimiter-found"])


def test_a_sign_can_be_named_and_excel_can_name_it() -> None:
    named = ReadOptions(delimiter="semicolon")
    assert "a" in read_as("csv", "id;kind\na;body", named).graph.nodes
    assert "a" in read_as("csv", "sep=;\r\nid;kind\r\na;body\r\n").graph.nodes
    assert codes("csv", "id;kind\na;body", ReadOptions(delimiter="xy")) == ["X106 (0, 0)"]


def test_tables_beside_a_named_one_are_read_with_it(tmp_path: Path) -> None:
    put({"x-nodes.csv": NODES, "x-relations.csv": RELATIONS, "y-seats.csv": b"body,seat\n?,?\n"},
        tmp_path)  # fmt: skip
    for name in ("x-nodes.csv", "x-relations.csv"):
        found = read(Origin(name, tmp_path / name), Graph)
        assert [r.id for r in found.graph.iter_stated()] == ["styregruppe:reports_to:kd-net"]
        assert [n.name for n in found.notices] == ["read-beside"]


def test_names_stand_in_for_ids(tmp_path: Path) -> None:
    files = {
        "nodes.csv": "navn,navn en,art\nRådet,The council,organ\nRegion Syd,,organisation\n"
        "Eva,,person\n",
        "relations.csv": "kilde,relation,mål\nRådet,refererer til,region syd\n",
        "members.csv": "organ,medlem,repræsenterer,plads\nThe council,Eva,Region Syd,formand\n",
        "seats.csv": "organ,plads,udpeges af\nRådet,formand,Region Syd\n",
        "purposes.csv": "knude,tekst\nRådet,At råde\nThe Council,At lede\neva,x\n",
    }
    found = read(put({name: text.encode() for name, text in files.items()}, tmp_path), Graph)
    graph = found.graph
    assert {r.id for r in graph.iter_stated()} == {
        "raadet:reports_to:region-syd", "eva:member_of:raadet:formand",
    }  # fmt: skip
    (seat,) = graph.iter_seats()
    assert (seat.body, [f.by for f in seat.fillings]) == ("raadet", ["region-syd"])
    assert graph.nodes["raadet"].purposes[1].text.original == "At lede"
    (member,) = [r for r in graph.iter_stated() if r.seat]
    assert member.represents == "region-syd"
    (said,) = [n for n in found.notices if n.name == "names-for-ids"]
    assert said.facts["count"] == 6


def test_a_name_of_two_is_no_id(tmp_path: Path) -> None:
    nodes = b"id,kind,name\na,body,X Y\nb,body,X Y\nc,body,Z\n"
    relations = b"source,type,target\nc,advises,X Y\n"
    assert _wrong(tmp_path, nodes, relations) == ["unknown-node (1, 10)"]


def test_the_places_of_relations_with_names_are_kept(tmp_path: Path) -> None:
    nodes = b"id,kind,name\na,body,X Y\n"
    relations = b"source,type,target\nX Y,advises,nobody\n"
    assert _wrong(tmp_path, nodes, relations) == ["unknown-node (1, 12)"]


def test_the_ends_of_a_relation_said_backwards_keep_their_places(tmp_path: Path) -> None:
    relations = b"source,type,target\nkd-net,receives reports from,nobody\n"
    assert _wrong(tmp_path, NODES, relations) == ["unknown-node (1, 29)"]


def _wrong(directory: Path, nodes: bytes, relations: bytes) -> list[str]:
    with pytest.raises(ReadError) as caught:
        read(put({"nodes.csv": nodes, "relations.csv": relations}, directory), Graph)
    return [f"{p.name} {p.location[1:3]}" for p in caught.value.problems if p.location]


def test_relations_alone_make_their_ends() -> None:
    found = read_as("csv", "source,type,target\nRådet,udpeges af,Region Syd\nBo,holds,Chef\n")
    kinds = {n.name.original: (n.id, n.kind) for n in found.graph.iter_nodes()}
    assert kinds["Bo"] == ("Bo", "person")
    assert kinds["Chef"] == ("Chef", "post")
    assert kinds["Region Syd"] == ("region-syd", "organisation")
    assert "region-syd:appoints:Rådet" in {r.id for r in found.graph.iter_stated()}
    assert found.notices[0].facts == {"count": 4}


def test_a_place_is_that_of_the_cell() -> None:
    text = 'id,kind,name,from\na,body,"x\ny, z",2025\nb,body,"q""r",2025-13\n'
    assert codes("csv", text) == ["X121 (3, 14)"]
    assert codes("csv", 'id,kind,name\na,body,"x\ny\n') == ["X107 (1, 7)"]
    assert codes("csv", "id,kind,name\nå b,body,x") == ["R208 (1, 0)"]


def test_the_laws_of_the_model_tell_the_cell(tmp_path: Path) -> None:
    origin = put({"nodes.csv": NODES, "relations.csv": RELATIONS + b"kd-net,advises,nobody\n"},
                 tmp_path)  # fmt: skip
    with pytest.raises(ReadError) as caught:
        read(origin, Graph)
    (problem,) = caught.value.problems
    assert problem.name == "unknown-node"
    assert problem.location is not None
    assert problem.location[1:3] == (2, 15)
    assert problem.excerpt == "kd-net,advises,nobody"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["X110 (0, 0)"]),
        ("\n \n,,\n", ["X110 (0, 0)"]),
        ("id,kind\na,body,x,y\n", ["X111 (1, 7)"]),
        ("id,kind,id\na,body,b\n", ["X115 (0, 0)"]),
        ("id,kind,navn,name\na,body,b,c\n", ["X115 (0, 0)"]),
        ("id,kind\na,\n", ["X119 (1, 2)"]),
        ("id,kind,collective\na,body,maybe\n", ["R203 (1, 7)"]),
        ("id,kind,status\na,body,odd\n", ["R204 (1, 7)"]),
        ("id,kind,name,name language\na,body,b,klingon\n", ["R209 (1, 9)"]),
        ("id,kind,name,name en\na,body,b,c\n", ["X120 (1, 9)"]),
        ("id,kind,from\na,body,03/04/2025\n", ["X121 (1, 7)"]),
        ("id,kind,evidence\na,body,words\n", ["R210 (1, 7)"]),
        ("title,,,\n,,,\n" + "id,kind,from\na,body,x\n", ["X121 (3, 7)"]),
        ("x" * 5_000_000 + ",y\n", ["X108 (0, 0)"]),
        ("id,kind\na," + "b" * 10_000_000, ["X108 (1, 0)"]),
        ('id,kind\na,"' + "b\n" * 5_000_000, ["X107 (1, 2)"]),
        ("," * 1_000_000, ["X109 (0, 0)"]),
        ("," * 900_000, ["X109 (0, 0)"]),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, expected: list[str]) -> None:
    assert codes("csv", text) == expected


def test_columns_that_mean_nothing_are_counted_and_shown() -> None:
    found = read_as("csv", "id,kind,shoe size\na,body,44\nb,body,\nc,body,45\n")
    (remark,) = found.remarks
    assert (remark.what, remark.name, remark.times, remark.example) == (
        "column", "shoe size", 2, "44",
    )  # fmt: skip


def test_no_cell_runs_as_a_formula_and_all_come_back(tmp_path: Path) -> None:
    names = ["=1+1", "+1", "-1", "@x", "'=1", "''-", "'tis", "'", "''x", "=cmd|' /C calc'!A0"]
    graph = _named(names)
    files = as_csv(graph)
    cells = [row[2] for row in csv.reader(io.StringIO(files["nodes.csv"].decode()))][1:]
    assert not [cell for cell in cells if cell[0] in "=+-@\t\r"]
    assert "'tis" in cells
    back = read(put(files, tmp_path), Graph).graph
    assert [node.name.original for node in back.iter_nodes()] == names


def _named(names: list[str]) -> Graph:
    nodes = (Node(id=f"n{at}", kind="body", name=LocalText.of(n)) for at, n in enumerate(names))
    return Graph.from_sound(Parts(tuple(nodes)))


def test_the_files_are_what_the_standard_library_reads() -> None:
    files = as_csv(_named(['a "b", c', "x\ny", "Ærø"]))
    rows = list(csv.DictReader(io.StringIO(files["nodes.csv"].decode(), newline="")))
    assert [row["name"] for row in rows] == ['a "b", c', "x\ny", "Ærø"]
    assert files["nodes.csv"].endswith(b"\n")


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (b"title,language\nx,klingon\n", ["R209 (1, 2)"]),
        (b"title,language\nx,en\n,\ny,en\n", ["X129 (3, 0)"]),
    ],
)
def test_the_whole_has_one_row_with_a_language(
    graph: bytes, expected: list[str], tmp_path: Path
) -> None:
    with pytest.raises(ReadError) as caught:
        read(put({"nodes.csv": NODES, "graph.csv": graph}, tmp_path), Graph)
    found = [f"{p.code} {p.location[1:3]}" for p in caught.value.problems if p.location]
    assert found == expected


def test_a_title_above_the_headings_is_told() -> None:
    found = read_as("csv", "Nodes of 2025\n\nid;kind\na;body\nb;body\n")
    assert set(found.graph.nodes) == {"a", "b"}
    (said,) = [n for n in found.notices if n.name == "rows-above"]
    assert said.facts == {"row": 3, "text": "Nodes of 2025"}


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (NODES, True),
        (b"Staff of 2025;;\n;;\nNavn;Titel;Leder\n", True),
        (b"who,whose boss\nA,B\nC,A\n", True),
        (b"Fornavn,Efternavn,Chef\n", True),
        (b"- {person: a, seat: b}\n- {person: c, seat: d}\n- {person: e, seat: f}\n", False),
        (b'{"id": 1, "x": 2}\n{"id": 2, "x": 2}\n{"id": 3, "x": 2}\n', False),
        (b"bodies:\n  a: {name: A, reports to: b}\n  b: {name: B, title: C}\n", False),
        (b"digraph {\n  a -> b;\n  b -> c;\n}\n", False),
        (RELATIONS, True),
        (b"name,manager\nA,B\n", True),
        (b"Medarbejder;Leder\n", True),
        (b'{"id": 1, "kind": 2}', False),
        (b"title: x\nlanguage: da\n", False),
        (b"Post Unique Reference,Name,Grade,Reports to Senior Post\n", False),
        (b"<graphml/>", False),
        (b"\x00\x01\x02", False),
        (b"", False),
    ],
)
def test_a_table_is_known_by_its_headings(head: bytes, expected: bool) -> None:
    assert is_csv(head) is expected
    if expected:
        assert recognise(Origin("-", None, head)).name == "csv"

import pytest

from orggraph.formats.exchange import ReadOptions
from tests.formats.tables.helpers import codes, read_as


def lines(text: str, **columns: str) -> set[tuple[str, str]]:
    found = read_as("csv", text, ReadOptions(columns=columns))
    reporting = found.graph.vocabulary.types_of(family="reporting")
    return {(r.source, r.target) for r in found.graph.iter_stated() if r.type in reporting}


def notices(text: str) -> list[str]:
    return [notice.name for notice in read_as("csv", text).notices]


def test_names_and_managers_make_reporting_lines() -> None:
    text = (
        "Navn,Titel,Afdeling,Leder,Mail,Lokale\nBo Åse,Chef,It,,b@x.dk,1\nEva Ærø,,It,Bo Åse,,2\n"
    )
    found = read_as("csv", text)
    assert lines(text) == {("eva-aeroe", "bo-aase")}
    bo = found.graph.nodes["bo-aase"]
    assert bo.title is not None
    assert (bo.kind, bo.title.original, bo.name.language) == ("person", "Chef", "da")
    assert bo.identifiers == (("email", "b@x.dk"),)
    assert {r.id for r in found.graph.iter_stated()} >= {"bo-aase:employed_by:it"}
    assert found.graph.nodes["it"].kind == "body"
    assert [(r.name, r.times) for r in found.remarks] == [("Lokale", 2)]
    assert found.notices[0].name == "columns-found"


def test_columns_are_guessed_from_what_is_in_them_or_named() -> None:
    text = "room,who,whose\n1,A,\n2,B,A\n1,C,A\n2,D,B\n"
    expected = {("b", "a"), ("c", "a"), ("d", "b")}
    assert lines(text) == expected
    assert notices(text) == ["columns-guessed"]
    assert lines("p,q\nA,B\nB,C\n", name="p", manager="q") == {("a", "b"), ("b", "c")}
    assert codes("csv", "p,q\nA,X\nB,Y\n") == ["X123 (0, 0)"]


@pytest.mark.parametrize(
    ("columns", "expected"),
    [({"name": "nope"}, "X118 (0, 0)"), ({"shoe": "p"}, "X117 (0, 0)")],
)
def test_a_named_column_must_be_there(columns: dict[str, str], expected: str) -> None:
    assert codes("csv", "p,q\nA,B\nB,C\n", ReadOptions(columns=columns)) == [expected]


def test_ids_go_before_names() -> None:
    text = "employee id,name,manager id\n7,Ann Lee,\n8,Ann Lee,7\n9,Bo,8\n"
    assert lines(text) == {("8", "7"), ("9", "8")}


def test_two_of_one_name_are_two_and_nobody_is_guessed_at() -> None:
    text = "name,title,manager\nAnn Lee,nurse,\nAnn Lee,clerk,\nBo,x,Ann Lee\n"
    found = read_as("csv", text)
    assert set(found.graph.nodes) == {"ann-lee-nurse", "ann-lee-clerk", "bo"}
    assert lines(text) == set()
    assert [(r.what, r.example) for r in found.remarks] == [("two-of-name", "Ann Lee")]


def test_one_person_in_two_rows_has_two_managers() -> None:
    text = "name,manager\nA,\nB,\nC,A\nC,B\n"
    assert lines(text) == {("c", "a"), ("c", "b")}
    assert "several-managers" in notices(text)


@pytest.mark.parametrize("cell", ["A & B", "A; B", "A / B", "A og B", '"A, B"', '"A\nB"'])
def test_several_managers_in_a_cell_are_all_kept(cell: str) -> None:
    assert lines(f"name,manager\nA,\nB,\nC,{cell}\n") == {("c", "a"), ("c", "b")}


def test_a_name_with_its_last_part_first_is_the_same() -> None:
    text = 'name,manager\n"Hansen, Ole",\nBo,Ole Hansen\nEva,"Hansen, Ole"\n'
    assert lines(text) == {("bo", "hansen-ole"), ("eva", "hansen-ole")}


def test_managers_outside_the_list_and_oneself_are_told() -> None:
    text = "name,manager\nA,A\nB,Zoë\n"
    assert lines(text) == {("b", "zoe")}
    assert notices(text) == ["columns-found", "own-manager", "manager-not-listed"]


def test_a_circle_is_told_with_its_row() -> None:
    assert codes("csv", "name,manager\nA,B\nB,A\n") == ["M109 (2, 2)"]


def test_rows_about_nobody_are_left_out_and_counted() -> None:
    text = "name,title,manager\nA,,\n,clerk,A\nVakant,clerk,A\n-,clerk,A\nB,,A\n"
    found = read_as("csv", f"{text}name,title,manager\nI alt,2,\nTotal:,2,\n")
    assert set(found.graph.nodes) == {"a", "b"}
    assert {r.what: (r.times, r.example) for r in found.remarks} == {
        "nameless-row": (2, "clerk; A"),
        "vacant-row": (1, "Vakant; clerk; A"),
        "headings-again": (1, "name; title; manager"),
        "sum-row": (2, "I alt; 2"),
    }


@pytest.mark.parametrize(
    "manager",
    [
        "Moe, Karl", "KEM", "K.M.", "km12", "km12@x.dk", "Kontorchef Karl Emil Moe", "Karl Moe",
        "Karl Emil Moe (konstitueret)", "Moe, Karl Emil (Drift)", "Karl Emil Moe <km12@x.dk>",
        "Karl Emil Moe, kontorchef", "KARL EMIL MOE", "Karl Emil Moe - kontorchef", "Leder (KM12)",
    ],
)  # fmt: skip
def test_a_manager_may_be_written_in_many_ways(manager: str) -> None:
    text = (
        "name;title;email;manager\nKarl Emil Moe;Kontorchef;km12@x.dk;\n"
        f"Ida Lund;Direktør;il@x.dk;\nBo Ege;;;{manager}\n"
    )
    assert lines(text) == {("bo-ege", "karl-emil-moe")}


def test_how_managers_were_taken_is_told() -> None:
    text = 'name,manager\nKarl Moe,\nBo,KM\nEva,"Moe, Karl"\nIb,Karl  moe\n'
    taken = [n for n in read_as("csv", text).notices if n.name == "managers-taken"]
    assert [n.facts for n in taken] == [{"count": 1, "names": "KM = Karl Moe"}]


def test_initials_of_several_are_nobody_in_particular() -> None:
    text = "name,manager\nKarl Moe,\nKaj Mikkelsen,\nBo,KM\n"
    assert lines(text) == set()
    assert [r.what for r in read_as("csv", text).remarks] == ["two-of-name"]


def test_a_short_name_is_not_taken_for_initials() -> None:
    assert lines("name,manager\nBent Olsen,\nEva,Bo\n") == {("eva", "bo")}


@pytest.mark.parametrize("nobody", ["-", "–", "n/a", "Ingen", "Vakant", "?"])
def test_a_manager_may_be_nobody(nobody: str) -> None:
    found = read_as("csv", f"name,manager\nA,{nobody}\nB,A\n")
    assert set(found.graph.nodes) == {"a", "b"}


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Moe, Karl; Lund, Ida", {"karl-moe", "ida-lund"}),
        ("Karl Moe (fra 1/3)", {"karl-moe"}),
        ("KM og IL", {"karl-moe", "ida-lund"}),
        ("KM, IL", {"karl-moe", "ida-lund"}),
        ("Karl Moe, Zoë", {"karl-moe"}),
        ("Karl Moe / Zoë", {"karl-moe", "zoe"}),
    ],
)
def test_commas_and_strokes_are_within_names_or_between_them(cell: str, expected: set[str]) -> None:
    text = f"name|manager\nKarl Moe|\nIda Lund|\nBo|{cell}\n"
    assert lines(text) == {("bo", each) for each in expected}


def test_first_and_last_names_are_joined() -> None:
    text = "Init;Fornavn;Efternavn;Leder\nIL;Ida;Lund;\nKM;Karl;Moe;IL\nRV;Rosa;;Moe, Karl\n"
    found = read_as("csv", text)
    assert {n.id: n.name.original for n in found.graph.iter_nodes()} == {
        "IL": "Ida Lund", "KM": "Karl Moe", "RV": "Rosa",
    }  # fmt: skip
    assert lines(text) == {("KM", "IL"), ("RV", "KM")}


def test_a_manager_s_name_stands_in_for_a_number_that_is_nobody_s() -> None:
    text = "name,id,manager,manager id\nA,1,,\nB,2,A,77\nC,3,Zoë,78\nD,4,,2\n"
    assert lines(text) == {("2", "1"), ("3", "zoe"), ("4", "2")}
    assert read_as("csv", text).remarks == ()


def test_a_name_and_a_number_of_two_managers_are_told() -> None:
    text = "name,id,manager,manager id\nA,1,,\nB,2,A,1\nC,3,A,2\n"
    assert lines(text) == {("2", "1"), ("3", "2")}
    assert [(r.what, r.example) for r in read_as("csv", text).remarks] == [
        ("other-manager", "2, A")
    ]


def test_what_is_hostile_in_names_takes_no_time() -> None:
    nasty = ["(" * 30_000, " " * 300 + "x" * 9, "a " * 30_000, ("Ann " * 9_000) + "(b"]
    text = "name|manager\nAnn Lee|\n" + "".join(f"p{at}|{n}\n" for at, n in enumerate(nasty))
    assert len(read_as("csv", text).graph.nodes) == 9


def test_the_order_of_rows_does_not_matter() -> None:
    head, *rows = "name,unit,manager\nÅ,U,\nÅ,V,\nØ,U,Å,\n+++,U,X\n---,U,X\n".splitlines()
    rows[2] = "Ø,U,E"
    one = read_as("csv", "\n".join([head, *rows])).graph
    other = read_as("csv", "\n".join([head, *reversed(rows)])).graph
    assert one == other
    assert len(one.nodes) == 9


def test_what_a_second_row_of_one_person_says_is_told() -> None:
    rows = ["7,Ann Lee,nurse,", "8,Bo,x,Ann Lee", "8,Bo,x,Ann Lee", "7,Anne,clerk,"]
    text = "\n".join(["employee id,name,title,manager", *rows])
    found = read_as("csv", text)
    told = {(r.what, r.name, r.example) for r in found.remarks}
    assert told == {
        ("repeated", "name", "Bo"), ("value", "name", "Anne"), ("value", "title", "clerk"),
    }  # fmt: skip


def test_a_manager_who_is_named_twice_is_one() -> None:
    text = "name,title,manager\nAnn Lee,nurse,\nBo,x,Ann Lee\nBo,x,ann lee\n"
    assert notices(text) == ["columns-found"]

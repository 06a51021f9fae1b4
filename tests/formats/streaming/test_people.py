"""Large lists of people go by way of the disk: the same bytes, and the same said of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.formats.convert import convert
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import read
from orggraph.formats.registry import find_format
from orggraph.formats.streaming import conversion
from orggraph.formats.streaming.conversion import convert_large
from orggraph.formats.tables import ledger, staff, staff_columns
from orggraph.model import Graph
from tests.formats.streaming.memory import find_peak
from tests.formats.streaming.test_conversion import same

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

NAMES = [
    "Ann Lee", "ann  lee", "Karl Emil Moe", "Moe, Karl Emil", "Karl Moe", "Kaj Møller Moe", "Bo",
    "Åse Ærø", "Aase Aeroe", "It", "+++", "---", "Vacant", "Total", "王 芳", "x" * 230,
]  # fmt: skip
WORDS = [
    "KM", "KEM", "K.M.", "km1", "km1@x.dk", "Karl Emil Moe (Drift)", "chef Bo", "Bo & Ann Lee",
    "Bo; Zoë", "Bo, It", "Zoë", "zoe", "-", "vakant", "1", "2", "7", "Leder (KM)", "Bo / Bo", "",
]  # fmt: skip
MANAGERS = st.sampled_from([*NAMES, *WORDS])
COLUMNS = {
    "name": st.sampled_from(["", *NAMES]),
    "manager": MANAGERS,
    "employee id": st.sampled_from(["", "1", "2", "3", "ann-lee", "A 7", "7", "km1"]),
    "manager id": st.sampled_from(["", "1", "2", "9", "A 7", "ann-lee"]),
    "title": st.sampled_from(["", "chef", "clerk", "Direktør"]),
    "unit": st.sampled_from(["", "It", "IT", "Bo", "Drift", "+", "--"]),
    "email": st.sampled_from(["", "km1@x.dk", "b@x.dk"]),
    "room": st.sampled_from(["", "1"]),
}


@st.composite
def lists(draw: st.DrawFn) -> str:
    others = [name for name in COLUMNS if name not in ("name", "manager")]
    more = draw(st.lists(st.sampled_from(others), unique=True))
    names = draw(st.permutations(["name", "manager", *more]))
    headings = names if draw(st.integers(0, 4)) else [f"c{at}" for at in range(len(names))]
    row = st.tuples(*(COLUMNS[name] for name in names))
    rows = [list(cells) for cells in draw(st.lists(row, max_size=12))]
    for cells in draw(st.lists(st.sampled_from(rows), max_size=2)) if rows else ():
        cells.append("beyond")
    written = [";".join(headings), *(";".join(f'"{cell}"' for cell in cells) for cells in rows)]
    end = draw(st.sampled_from(["\n"] * 9 + ['\nBo;"never closed\n']))
    return "\n".join(written) + end


@pytest.fixture(autouse=True)
def all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "LARGE", 0)


@pytest.mark.parametrize("name", ["csv", "graphml"])
@SLOW
@given(lists())
def test_random_list_is_converted_as_in_memory(name: str, text: str) -> None:
    same({"people.csv": text.encode()}, find_format(name), alone="people.csv")


@pytest.mark.parametrize(
    "text",
    [
        "name,manager\nA,B\nB,A\n",
        "name,manager\nA,B\nB,C\nC,A\nD,A\nE,E\n",
        "p,q\nA,X\nB,Y\n",
        'p,q\nA,X\nB,"Y\n',
        'name,manager\nA,B\nB,"A\n',
        "name,manager\n",
        "Navn;Leder\nÅse;\nBo;Åse\n",
    ],
)
def test_what_is_wrong_or_little_is_told_as_in_memory(text: str) -> None:
    same({"people.csv": text.encode()}, find_format("csv"), alone="people.csv")


def test_few_rows_are_enough_to_guess_from(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff, "MOST_ROWS", 3)
    monkeypatch.setattr(staff_columns, "MOST_ROWS", 3)
    text = "room,who,whose\n1,A,\n2,B,A\n1,C,A\n2,D,B\n3,E,Zoë\n"
    made = same({"people.csv": text.encode()}, find_format("csv"), alone="people.csv")
    assert isinstance(made, tuple)
    assert [n.name for n in made[0].notices] == ["columns-guessed", "manager-not-listed"]
    assert b"e,reports_to,zoe" in made[1]["tables/relations.csv"]


def test_a_word_that_fits_too_many_is_cut_in_the_same_way(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ledger, "MOST_FITTING", 2)
    monkeypatch.setattr("orggraph.formats.streaming.ledger.MOST_FITTING", 2)
    rows = "".join(f"Ann Lee,t{at},Karl Moe\n" for at in range(5))
    text = f"name,title,manager\nKarl Moe,,Ann Lee\n{rows}"
    same({"people.csv": text.encode()}, find_format("csv"), alone="people.csv")


def test_what_comes_from_standard_input_is_no_different(tmp_path: Path) -> None:
    origin = Origin("-", data="Navn;Leder\nÅse;Åse\nBo;Åse\n".encode())
    target = find_format("csv")
    memory = convert(read(origin, Graph), target, tmp_path / "memory")
    disk = convert_large(origin, None, target, tmp_path / "disk")
    assert disk is not None
    assert disk._replace(files=()) == memory._replace(files=())
    for name in ("nodes.csv", "relations.csv"):
        there = (tmp_path / "disk" / name).read_bytes()
        assert there == (tmp_path / "memory" / name).read_bytes()


def people(size: int) -> bytes:
    rows = (f"p{at};Person Number{at};t{at % 9};p{at // 8};U{at % 99}" for at in range(size))
    return ("id;name;title;manager id;unit\n" + "\n".join(rows)).encode()


def names(size: int) -> bytes:
    rows = (f"Person N{at};Person N{at // 8 if at % 7 else f'o{at}'}" for at in range(size))
    return ("Navn;Leder\n" + "\n".join(rows)).encode()


def others(size: int) -> bytes:
    rows = (f"Same Name;{at};t{at};Unit {at};Boss, Number{at}" for at in range(size))
    return ("name;nr;title;unit;manager\n" + "\n".join(rows)).encode()


@pytest.mark.parametrize("make", [people, names, others])
def test_memory_does_not_grow_with_the_rows(make: Callable[[int], bytes], tmp_path: Path) -> None:
    peaks = []
    for size in (2_500, 6_500):
        folder = tmp_path / f"{size}"
        folder.mkdir()
        (folder / "people.csv").write_bytes(make(size))
        peaks.append(find_peak(folder / "people.csv", "dot"))
    # In memory 4,000 rows more would take some 10 MB; the search for circles takes 8 bytes a line
    # and 4 a node, and what is looked up often is remembered.
    assert peaks[1] - peaks[0] < 3_000_000, peaks

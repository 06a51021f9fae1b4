"""Plain tables go the fast way, and come out as by the slow one; all others go the slow one."""

import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.formats.convert import Conversion
from orggraph.formats.exchange import Origin, ReadOptions
from orggraph.formats.loader import read
from orggraph.formats.registry import find_format
from orggraph.formats.streaming import bulk_laws, bulk_rows, columns, conversion, reading
from orggraph.formats.streaming.bulk import read_plain
from orggraph.formats.streaming.conversion import convert_large
from orggraph.model import Graph, Parts
from orggraph.source import ReadError
from orggraph.store import naming
from orggraph.store.index import StoredIndex
from tests.formats.streaming.test_conversion import broken, put, tables_of, told
from tests.properties.strategies import parts

SLOW = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
NODES = "id,kind,name\na,body,A\nb,body,Board B\nc,body,C\np,person,P\nq,post,Q\n"
RELATIONS = "source,type,target\na,part_of,b\nb,part_of,c\np,member_of,a\n"
NO_OPTIONS = ReadOptions()

Files = Mapping[str, str | bytes]


@pytest.fixture(autouse=True)
def all_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(conversion, "LARGE", 1)


class Made(NamedTuple):
    """What came of a conversion: what was said and written, or the problems; and which way."""

    found: object
    is_fast: bool


def make(origin: Origin, out: Path, target: str, options: ReadOptions, *, fast: bool) -> Made:
    out.mkdir()
    ways: list[bool] = []

    def read_some(*given: Any) -> Any:
        found = read_plain(*given) if fast else None
        ways.append(found is not None)
        return found

    made: Conversion | None = None
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_plain", read_some)
        try:
            made = convert_large(origin, "csv", find_format(target), out / "graph", options)
        except ReadError as error:
            return Made(told(error), any(ways))
    if made is None:
        return Made(None, any(ways))
    written = {str(p.relative_to(out)): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    return Made((made._replace(files=()), written), any(ways))


def both(files: Files, target: str = "orgdb", options: ReadOptions = NO_OPTIONS) -> Made:
    """Return what comes of files the fast way, which is the same as the slow way."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in").mkdir()
        data = {n: d.encode() if isinstance(d, str) else d for n, d in files.items()}
        origin = put(folder / "in", data)
        fast = make(origin, folder / "fast", target, options, fast=True)
        slow = make(origin, folder / "slow", target, options, fast=False)
        assert fast.found == slow.found
        return fast


TERMS = "source,type,target,from,until,id\n" + "".join(
    f"p,member_of,{body},{start},{until},{id_}\n"
    for body, start, until, id_ in [
        ("c", "", "", ""), ("a", "2022", "", ""), ("a", "2020", "2021", ""), ("a", "", "2019", ""),
        ("b", "2022", "", "x:y"), ("b", "2020", "2021", ""), ("b", "2021-05", "2021", "a"),
    ]
)  # fmt: skip


@pytest.mark.parametrize("target", ["orgdb", "csv", "graphml"])
def test_plain_tables_go_the_fast_way(target: str) -> None:
    made = both({"nodes.csv": NODES, "relations.csv": RELATIONS}, target)
    assert made.is_fast
    assert isinstance(made.found, tuple)


@pytest.mark.parametrize(
    "relations", [RELATIONS, TERMS, TERMS.replace("x:y\n", "\n").replace(",a\n", ",\n")]
)
def test_the_store_has_what_the_fast_way_read(relations: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    files = {"nodes.csv": NODES.encode(), "relations.csv": relations.encode()}
    origin = put(tmp_path / "in", files)
    assert make(origin, tmp_path / "out", "orgdb", NO_OPTIONS, fast=True).is_fast
    stored = read(Origin.of(tmp_path / "out" / "graph"), Graph, "orgdb").graph
    whole = read(origin, Graph, "csv").graph
    assert stored == whole
    assert list(stored.relations) == list(whole.relations)
    assert [n.location for n in stored.nodes.values()] == [n.location for n in whole.nodes.values()]
    lines = [r.location.line for r in stored.relations.values() if r.location]
    assert lines == [r.location.line for r in whole.relations.values() if r.location]


PLAIN: dict[str, Files] = {
    "nothing but nodes": {"nodes.csv": NODES},
    "quotation marks": {"nodes.csv": 'id,kind,name\na,body,"A, B ""and"" C"\nb,"body",  "D"\n'},
    "line ends of Windows": {"nodes.csv": NODES.replace("\n", "\r\n")},
    "no line end at the end": {"nodes.csv": NODES[:-1]},
    "byte order mark": {"nodes.csv": b"\xef\xbb\xbf" + NODES.encode()},
    "another encoding": {"nodes.csv": "id,kind,name\na,body,Øen på vejen\n".encode("cp1252")},
    "UTF-16": {"nodes.csv": "id,kind,name\na,body,Øen\nb,body,Ærø\n".encode("utf-16")},
    "Danish headings, semicolons": {
        "knuder.csv": "id;art;navn;alias;fra;bemærkning\nå;organ;Råd;R1, R2;1. x;\n".replace(
            "1. x", "2021"
        )
        + "b;person;Bo;;03-04-2021;Ny\n",
        "relationer.csv": "fra knude;relation;til knude;rolle\nb;medlem af;å;formand\n",
    },
    "tabs": {"nodes.csv": NODES.replace(",", "\t")},
    "a line that tells the delimiter": {"nodes.csv": "sep=;\n" + NODES.replace(",", ";")},
    "a title above": {"nodes.csv": "Register of bodies\n\n" + NODES},
    "commas at all ends": {"nodes.csv": NODES.replace("\n", ",,\n")},
    "white space": {"nodes.csv": NODES.replace(",", " , ")},
    "guarded cells": {"nodes.csv": "id,kind,name,note\na,body,'=A,'-\nb,body,'B,''+\n"},
    "short and empty rows": {"nodes.csv": NODES + "x,body\n\n,,\ny,body,Y\n"},
    "no name": {"nodes.csv": "id,kind,name\na,body,\nb,body,B\n"},
    "no id": {"nodes.csv": "id,kind,name\n,body,Møller & Søn\nb,body,B\n"},
    "inverse labels": {
        "nodes.csv": NODES,
        "relations.csv": "source,type,target\nb,has part,a\na,part_of,c\n",
    },
    "dates": {
        "nodes.csv": "id,kind,from,until\na,body,2020,2021-05\nb,body,2020-01-31,\nc,body,,2021\n"
        "d,body,31-01-2020,1/13/2021\ne,body,2020.0,2021-01-01 00:00\n",
    },
    "all attributes": {
        "nodes.csv": "id,kind,name,title,classification,aliases,roster,status,note,collective\n"
        "a,body,A,T,K,A1; A2,complete,inferred,N,\nb,body,B,,,,unknown,stated,,yes\n"
        'p,person,P,"T ""x""",,a\\;b,,,\\,no\n',
        "relations.csv": "source,type,target,role,vote,line,status,note\n"
        "p,member_of,a,Formand,yes,dotted,inferred,n\nb,part_of,a,,,solid,stated,\n"
        "p,member_of,b,sin egen,nej,,,\n",
    },
    "ids of relations": {
        "nodes.csv": NODES,
        "relations.csv": "source,type,target,from,id\na,part_of,b,,a:part_of:b\n"
        "b,part_of,c,2020,b:part_of:c:2020\np,member_of,a,2020,p:mine\np,member_of,b,,\n",
    },
    "terms one after the other": {
        "nodes.csv": NODES,
        "relations.csv": "source,type,target,from,until\np,member_of,a,2021,2022\n"
        "p,member_of,a,,2019\np,member_of,a,2020,2020\n",
    },
    "members, seats, purposes, evidence": {
        "nodes.csv": "id,kind,name,identifier cvr,evidence\na,body,A,12345678,s: quote\n"
        "b,organisation,B,,\np,person,P,,\nq,person,Q,,\n",
        "seats.csv": "body,seat,name,filled by,appointed by\na,s1,One,,b\n",
        "members.csv": "body,member,seat,represents,role,evidence\na,p,s1,,,\na,q,,b,chair,s: x\n",
        "purposes.csv": "node,text\na,To do\nb,To be\n",
        "relations.csv": "source,type,target\na,part_of,b\n",
        "sources.csv": "id,title\ns,Source\n",
        "rules.csv": "rule,severity,for,reason\nG041,warning,a,Because\n",
    },
    "own types and families": {
        "nodes.csv": NODES,
        "relations.csv": "source,type,target\na,grants,b\nb,is granted by,c\n",
        "families.csv": "id,label\nmoney,Money\n",
        "types.csv": "id,family,label,inverse,source,target,traits\n"
        "grants,money,grants,is granted by,body,body,acyclic\n",
    },
    "a graph in Danish": {
        "nodes.csv": "id,kind,name,note\na,body,Råd,Ny\n",
        "graph.csv": "title,language\nRåd,da\n",
    },
    "columns that are not understood": {
        "nodes.csv": "id,kind,name,phone\na,body,A,\nb,body,B,1234\nc,body,C,5678\n",
    },
    "several languages": {"nodes.csv": "id,kind,name,name da\na,body,A,Å\nb,body,B,\n"},
}


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.parametrize("block", [1, 64 * 1024])
def test_plain_ways_of_writing_go_the_fast_way(
    name: str, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "_BLOCK", block)
    made = both(PLAIN[name])
    assert isinstance(made.found, tuple), made.found
    assert made.is_fast


DOUBTFUL: dict[str, tuple[str, str]] = {
    "a node twice": ("nodes.csv", "a,body,Twice\n"),
    "no such kind": ("nodes.csv", "x,boddy,X\n"),
    "no kind": ("nodes.csv", "x,,X\n"),
    "never closed": ("nodes.csv", 'x,body,"never closed\n'),
    "more behind the mark": ("nodes.csv", 'x,body,"X" Y\n'),
    "a break in a cell": ("nodes.csv", 'x,body,"X\nY"\n'),
    "a break of old": ("nodes.csv", "x,body,X\ry,body,Y\n"),
    "too many cells": ("nodes.csv", "x,body,X,y,z\n"),
    "no id": ("nodes.csv", "-x,body,X\n"),
    "no id at all": ("nodes.csv", ",body,?\n"),
    "an id with a blank": ("nodes.csv", "x y,body,X\n"),
    "an id with a mark before it": ("nodes.csv", "_x,body,X\n"),
    "an unknown source": ("relations.csv", "nobody,part_of,a\n"),
    "an unknown target": ("relations.csv", "a,part_of,nobody\n"),
    "a name for an id": ("relations.csv", "a,part_of,Board B\n"),
    "a circle": ("relations.csv", "c,part_of,a\n"),
    "a circle with a branch": ("relations.csv", "a,part_of,c\nc,part_of,a\n"),
    "a circle by way of the first of two": ("relations.csv", "a,part_of,c\nb,part_of,a\n"),
    "to itself where circles may be": ("relations.csv", "a,informs,a\n"),
    "a relation twice": ("relations.csv", "a,part_of,b\n"),
    "no such type": ("relations.csv", "a,nonsense,b\n"),
    "no type": ("relations.csv", "a,,b\n"),
    "no source": ("relations.csv", ",part_of,b\n"),
    "to itself": ("relations.csv", "q,reports_to,q\n"),
    "the wrong kind": ("relations.csv", "q,part_of,a\n"),
    "the wrong kind at the end": ("relations.csv", "a,part_of,p\n"),
    "cells too many": ("relations.csv", "a,informs,b,x\n"),
}


@pytest.mark.parametrize("name", DOUBTFUL)
@pytest.mark.parametrize("block", [1, 64 * 1024])
def test_what_is_doubtful_goes_the_slow_way(
    name: str, block: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(columns, "_BLOCK", block)
    monkeypatch.setattr(bulk_laws, "_BATCH", block)
    files = {"nodes.csv": NODES, "relations.csv": RELATIONS}
    table, row = DOUBTFUL[name]
    assert not both({**files, table: files[table] + row}).is_fast


def test_cells_that_no_heading_stands_over_go_the_slow_way() -> None:
    wide = NODES.replace("\n", ",,\n")
    assert both({"nodes.csv": wide}).is_fast
    assert not both({"nodes.csv": wide + "x,body,X,,y\n"}).is_fast


DATED = "id,kind,name,from,until,status,roster,aliases,evidence\na,body,A,2020,2021,,,,\n"
LINED = "source,type,target,from,until,line,vote,seat,represents,id\na,informs,b,,,,,,,x\n"


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("nodes.csv", "x,body,X,2021,2020,,,,\n"),
        ("nodes.csv", "x,body,X,2020-13,,,,,\n"),
        ("nodes.csv", "x,body,X,,3/4/2021,,,,\n"),
        ("nodes.csv", "x,body,X,,,maybe,,,\n"),
        ("nodes.csv", "x,body,X,,,,few,,\n"),
        ("nodes.csv", "x,body,X,,,,,,nothing: said\n"),
        ("nodes.csv", "x,body,X,,,,,,nothing\n"),
        ("relations.csv", "b,informs,a,2021,2020,,,,,\n"),
        ("relations.csv", "b,informs,a,,,wavy,,,,\n"),
        ("relations.csv", "b,informs,a,,,,perhaps,,,\n"),
        ("relations.csv", "b,informs,a,,,,,s,,\n"),
        ("relations.csv", "b,informs,a,,,,,,nobody,\n"),
        ("relations.csv", "b,informs,a,,,,,,,x\n"),
        ("relations.csv", "b,informs,a,,,,,,,b:informs:a\nb,informs,a,,,,,,,\n"),
        ("relations.csv", "b,informs,a,,,,,,,c:informs:a\nc,informs,a,,,,,,,\n"),
        ("relations.csv", "b,informs,a,2020,,,,,,\nb,informs,a,2020,2021,,,,,\n"),
    ],
)
def test_what_is_wrong_in_attributes_goes_the_slow_way(table: str, row: str) -> None:
    files = {
        "nodes.csv": DATED + "b,body,B,,,,,,\nc,body,C,,,,,,\n",
        "relations.csv": LINED,
        "sources.csv": "id,title\ns,Source\n",
    }
    assert both(files).is_fast
    made = both({**files, table: files[table] + row})
    assert isinstance(made.found, list)
    assert not made.is_fast


@pytest.mark.parametrize(
    "files",
    [
        {"nodes.csv": NODES, "seats.csv": "body,seat\na,s\na,s\n"},
        {"nodes.csv": NODES, "seats.csv": "body,seat\nnobody,s\n"},
        {"nodes.csv": NODES, "purposes.csv": "node,text\nnobody,x\n"},
        {"nodes.csv": NODES, "rules.csv": "rule,severity,for,reason\nG041,off,nobody,x\n"},
        {"nodes.csv": NODES, "members.csv": "body,member,seat\na,p,none\n"},
        {"nodes.csv": NODES, "members.csv": "body,member\na,nobody\n"},
        {"nodes.csv": NODES, "members.csv": "body,member\na,q\na,q\n"},
        {"nodes.csv": NODES, "graph.csv": "title,language\nx,xxxx\n"},
    ],
)
def test_what_is_wrong_between_tables_goes_the_slow_way(files: Files) -> None:
    made = both(files)
    assert isinstance(made.found, list)
    assert not made.is_fast


@pytest.mark.parametrize("language", ["en", "da", "DA", "xxxx"])
def test_language_that_a_person_names_is_that_of_the_texts(language: str) -> None:
    files = {"nodes.csv": "id,kind,name,note\na,body,Råd,Nyt\n"}
    both(files, options=ReadOptions(language=language))
    both({**files, "graph.csv": "title,language\nRåd,da\n"}, options=ReadOptions(language=language))


def test_columns_that_a_person_names_are_read_the_fast_way() -> None:
    options = ReadOptions(columns={"name": "Kaldes"})
    made = both({"nodes.csv": NODES.replace("name", "Kaldes")}, options=options)
    assert made.is_fast
    assert isinstance(made.found, tuple)
    nowhere = ReadOptions(columns={"nothing": "Kaldes"})
    made = both({"nodes.csv": NODES.replace("name", "Kaldes")}, options=nowhere)
    assert isinstance(made.found, list)


@SLOW
@given(parts())
def test_random_graph_comes_out_the_same(whole: Parts) -> None:
    both(tables_of(Graph(whole)))


@SLOW
@given(parts(), st.randoms(use_true_random=False))
def test_broken_graph_has_the_same_problems(whole: Parts, mix: Random) -> None:
    both(broken(tables_of(Graph(whole)), mix))


ids = st.sampled_from(["a", "b", "c", "d", "e1", "f_g", "h-i", "ø", "7"])
plain_words = st.sampled_from(["", "A", "Ærø", "a; b", "x,y", 'q"', "'x", "'=x", " z "])
dates = st.sampled_from(["", "", "2020", "2021-03", "2021-03-01", "01-03-2021"])


def quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if set(cell) & set(',"') else cell


def table(headings: str, rows: list[tuple[str, ...]]) -> str:
    return "\n".join([headings, *(",".join(map(quoted, row)) for row in rows), ""])


@settings(SLOW, max_examples=40)
@given(
    st.lists(
        st.tuples(
            ids, st.sampled_from(["body", "person", "organ", "post"]), plain_words, plain_words,
            plain_words, plain_words, dates, dates, plain_words,
        ),
        unique_by=lambda row: row[0],
        min_size=1,
    ),
    st.lists(
        st.tuples(
            ids, st.sampled_from(["part_of", "informs", "has part", "reports_to", "member_of"]),
            ids, st.sampled_from(["", "chair", "formand", "odd"]), dates, plain_words,
        ),
        max_size=6,
    ),
    st.sampled_from([1, 30, 1000]),
)  # fmt: skip
def test_random_tables_come_out_the_same(
    nodes: list[tuple[str, ...]], relations: list[tuple[str, ...]], block: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(columns, "_BLOCK", block)
        patch.setattr(bulk_rows, "_REMEMBERED", 2)
        both(
            {
                "nodes.csv": table(
                    "id,kind,name,title,classification,aliases,from,until,note", nodes
                ),
                "relations.csv": table("source,type,target,role,from,note", relations),
            }
        )


def test_nothing_of_the_fast_way_is_left_where_it_was_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    (tmp_path / "in").mkdir()
    files = {"nodes.csv": NODES.encode(), "relations.csv": (RELATIONS + "a,part_of,x\n").encode()}
    origin = put(tmp_path / "in", files)
    made = make(origin, tmp_path / "out", "orgdb", NO_OPTIONS, fast=True)
    assert isinstance(made.found, list)
    assert not [*temporary.iterdir()]
    assert not [*(tmp_path / "out").iterdir()]


def test_progress_never_goes_back(tmp_path: Path) -> None:
    rows = "".join(f"n{at},body,Number {at}\n" for at in range(20_000))
    (tmp_path / "in").mkdir()
    relations = b"source,type,target\nn1,part_of,n1\n"
    files = {"nodes.csv": f"id,kind,name\n{rows}".encode(), "relations.csv": relations}
    origin = put(tmp_path / "in", files)
    shown: list[float] = []
    with pytest.raises(ReadError):
        convert_large(origin, None, find_format("orgdb"), tmp_path / "x", show=shown.append)
    assert shown == sorted(shown)
    put(tmp_path / "in", {"relations.csv": b"source,type,target\nn1,part_of,n2\n"})
    shown.clear()
    convert_large(origin, None, find_format("orgdb"), tmp_path / "x", show=shown.append)
    assert shown == sorted(shown)
    assert shown[-1] == 1
    assert len({round(done, 1) for done in shown}) > 7


@pytest.mark.parametrize("python", [sys.executable, "false", "/no/such/program", ""])
def test_names_are_the_same_whoever_puts_them_in(
    python: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {"nodes.csv": NODES + "æ,body,Øen\n", "relations.csv": RELATIONS}
    alone = both(files)
    monkeypatch.setattr(naming, "_MANY", 1)
    monkeypatch.setattr(sys, "executable", python)
    assert both(files) == alone


def test_names_that_somebody_left_half_done_are_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = naming.add_names

    def twice(path: Path) -> None:
        kept(path)
        kept(path)

    monkeypatch.setattr(naming, "add_names", twice)
    (tmp_path / "in").mkdir()
    origin = put(tmp_path / "in", {"nodes.csv": (NODES + "b2,body,Board of B\n").encode()})
    assert make(origin, tmp_path / "out", "orgdb", NO_OPTIONS, fast=True).is_fast
    names = StoredIndex(tmp_path / "out" / "graph", "graph").names
    assert list(names.of_key("boardb")) == ["b"]
    assert list(names.starting("board")) == ["b", "b2"]
    assert list(names.containing("oard")) == ["b", "b2"]

"""A file that is no sound store is refused, with what is wrong and what to do; nothing else comes.

Every file here was a store of the shipped data before something happened to it.
"""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from orggraph import OrgGraph
from orggraph.errors import OrgGraphError
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.source import ReadError
from orggraph.store import opening
from orggraph.store.index import StoredIndex
from orggraph.store.opening import is_store
from orggraph.store.schema import APPLICATION_ID, VERSION
from tests.formats.laws import SHIPPED
from tests.store.helpers import change, put, reseal, store_of

SAYS = "UPDATE node SET name = 'X' WHERE number = 3"


@pytest.fixture(scope="module")
def sound() -> bytes:
    return store_of(read_graph(SHIPPED["whole"], Graph))


@pytest.fixture
def path(sound: bytes, tmp_path: Path) -> Path:
    """Return the path of a sound store."""
    file = tmp_path / "x.orgdb"
    file.write_bytes(sound)
    return file


def code(path: Path) -> str:
    """Return the code or the key of the error that a file gives; "sound" for none."""
    try:
        graph = OrgGraph.over(StoredIndex(path, "x.orgdb"))
        look_at(graph)
    except ReadError as error:
        (problem,) = error.problems
        found, told = problem.code, [problem.message(language) for language in ("en", "da")]
    except OrgGraphError as error:
        found, told = error.key, [error.message(language) for language in ("en", "da")]
    else:
        return "sound"
    assert all("x.orgdb" in message for message in told)
    assert told[0] != told[1]
    return found


def look_at(graph: Graph) -> list[object]:
    """Read all there is, each way that it is read."""
    names = graph.index.names
    found: list[object] = [*graph.nodes.values(), *graph.relations.values(), *graph.seats.values()]
    found += [*names.starting("a"), *names.containing("udvalg"), *names.of_key("a")]
    found += [*names.resembling("abc")]
    for node in graph.nodes:
        found += [*graph.relations_from(node), *graph.relations_to(node), *graph.seats_of(node)]
    return found


def test_a_sound_file_is_known_by_its_first_bytes(path: Path, sound: bytes) -> None:
    assert is_store(sound[:100])
    assert not is_store(sound[:60])
    assert not is_store(b"")
    assert code(path) == "sound"


def test_a_file_that_is_cut_off_is_refused(path: Path, sound: bytes) -> None:
    random = Random(6)
    sizes = [1, 15, 16, 67, 71, 72, 99, 100, 4095, 4096, len(sound) - 4096, len(sound) - 1]
    for size in [*sizes, *(random.randrange(len(sound)) for _ in range(60))]:
        path.write_bytes(sound[:size])
        assert code(path) == ("X060" if size < 72 else "X062"), size
    path.write_bytes(sound + b"\0")
    assert code(path) == "X062"
    path.write_bytes(sound + bytes(4096))
    assert code(path) == "X062"


def test_each_byte_that_is_not_as_it_was_written_is_noticed(path: Path, sound: bytes) -> None:
    random = Random(6)
    seal = sound.index(b"orggraph-seal:")
    places = [*range(100), *range(seal - 8, seal + 96)]
    places += (random.randrange(len(sound)) for _ in range(800))
    with path.open("r+b", buffering=0) as file:
        for place in places:
            file.seek(place)
            file.write(bytes([sound[place] ^ random.randrange(1, 256)]))
            assert code(path) in {"X060", "X061", "X062", "X063"}, place
            file.seek(place)
            file.write(sound[place : place + 1])
    assert code(path) == "sound"


def test_damage_to_a_large_file_ends_in_no_more_than_an_error(
    path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a medium loses of a file that was known to be whole, SQLite or we notice, or not."""
    monkeypatch.setattr(opening, "_READ_WHOLE", 0)
    monkeypatch.setattr(opening, "is_known", lambda path, memory: True)
    random = Random(6)
    pages = range(0, len(sound), 4096)
    found = set()
    with path.open("r+b", buffering=0) as file:
        for _ in range(400):
            # The first bytes of a page are its head, where most goes wrong.
            places = [random.choice(pages) + random.randrange(16), random.randrange(len(sound))]
            for place in places:
                file.seek(place)
                file.write(bytes([random.randrange(256)]))
            found.add(code(path))
            for place in places:
                file.seek(place)
                file.write(sound[place : place + 1])
    assert {"sound", "damaged-store", "garbled-store"} <= found


def test_what_sqlite_changed_is_noticed_whatever_the_size(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_READ_WHOLE", 0)
    change(path, SAYS, sealed=False)
    assert code(path) == "X063"


def test_a_change_that_was_broken_off_makes_the_whole_be_read(
    path: Path, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_READ_WHOLE", 0)
    monkeypatch.setattr(opening, "is_known", lambda path, memory: True)
    damaged = sound.replace(b"Aftale", b"Bftale")
    assert damaged != sound
    path.write_bytes(damaged)
    assert code(path) == "sound"  # so much is not noticed
    for end in ("-journal", "-wal"):
        beside = path.with_name(path.name + end)
        beside.write_bytes(b"x")
        assert code(path) == "X063"
        beside.unlink()


@pytest.mark.parametrize("end", ["-journal", "-wal", "-shm"])
def test_what_lies_beside_a_sound_file_changes_nothing(path: Path, end: str) -> None:
    path.with_name(path.name + end).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(5000))
    assert code(path) == "sound"
    assert path.with_name(path.name + end).exists()


def test_somebody_who_is_about_to_change_it_does_not_matter_yet(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")
        database.execute(SAYS)
        assert code(path) == "sound"
        database.execute("COMMIT")
    assert code(path) == "X063"


@pytest.mark.parametrize("data", [b"", b"\0" * 4096, b"nodes:\n", b"SQLite format 3\0", b"PK\3\4"])
def test_a_file_of_something_else_is_refused(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    assert code(path) == "X060"


def test_a_database_of_somebody_else_is_refused(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as database:
        database.execute("CREATE TABLE node (id)")
    assert code(path) == "X060"
    with closing(sqlite3.connect(path)) as database:
        database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    assert code(path) == "X063"


def test_a_newer_version_is_told(path: Path) -> None:
    change(path, f"PRAGMA user_version = {VERSION + 1}", sealed=True)
    assert code(path) == "X061"


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE seat",
        "ALTER TABLE node RENAME COLUMN until TO finish",
        "DROP TABLE below",
        "DROP TABLE name_part",
    ],
)
def test_other_tables_than_ours_are_refused(path: Path, statement: str) -> None:
    change(path, "DROP VIEW nodes", "DROP VIEW edges", "DROP VIEW members", "DROP VIEW seats",
           "DROP VIEW evidence", "DROP VIEW identifiers", statement, sealed=True)  # fmt: skip
    assert code(path) == "garbled-store"


def test_no_query_of_somebody_else_is_run(path: Path) -> None:
    numbers = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
    endless = f"{numbers} SELECT max(i) FROM n"
    change(
        path,
        *(f"DROP VIEW {view}" for view in ("nodes", "edges", "members", "seats", "evidence")),
        "DROP VIEW identifiers",
        "ALTER TABLE seat RENAME TO was",
        f"CREATE VIEW seat AS SELECT ({endless}) AS number, body, key, start, until, more, file, "
        "line, letter, length FROM was",
        sealed=True,
    )
    assert code(path) == "garbled-store"


def test_a_file_that_cannot_be_read_is_told(path: Path, tmp_path: Path) -> None:
    assert code(tmp_path / "none.orgdb") == "R001"
    assert code(tmp_path) == "R002"
    loop = tmp_path / "loop.orgdb"
    loop.symlink_to(loop)
    assert code(loop) == "R002"
    path.chmod(0)
    if not os.access(path, os.R_OK):  # the superuser reads everything
        assert code(path) == "R002"


@pytest.mark.parametrize(
    "name",
    ["a b.orgdb", "a#b.orgdb", "a?b=c&d.orgdb", "%41%2f.orgdb", "å æøß 🙂.orgdb", "'\".orgdb"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not allow such names")
def test_any_name_will_do(path: Path, name: str) -> None:
    folder = path.parent / name
    folder.mkdir()
    named = folder / name
    shutil.copyfile(path, named)
    assert len(OrgGraph.over(StoredIndex(named, name)).nodes) > 0
    assert [each.name for each in folder.iterdir()] == [name]


def test_it_may_be_a_link_or_on_a_medium_that_is_only_read(path: Path) -> None:
    link = path.with_name("link.orgdb")
    link.symlink_to(path.name)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        assert code(link) == "sound"
    finally:
        path.parent.chmod(0o755)


def test_a_relative_path_holds_when_the_directory_is_left(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    index = StoredIndex(Path(path.name), path.name)
    monkeypatch.chdir("/")
    look_at(OrgGraph.over(index))
    index.verify()


def test_nobody_can_write_to_it(path: Path) -> None:
    with closing(opening.open_store(path, "x", None)) as database:
        for statement in (SAYS, "CREATE TABLE a (b)", "PRAGMA user_version = 7", "VACUUM"):
            with pytest.raises(sqlite3.Error):
                database.execute(statement)
    assert code(path) == "sound"


def test_a_name_like_the_seal_is_only_a_name(
    load_text: Callable[[str], Graph], tmp_path: Path
) -> None:
    seal = "orggraph-seal:00000000:00000000"
    title = f"{seal} " * 200
    text = f"title: '{title}'\nbodies: {{a: {{name: '{seal}'}}}}"
    graph = load_text(text)
    path = put(graph, tmp_path)
    assert OrgGraph.over(StoredIndex(path, "x")) == graph
    change(path, "UPDATE node SET name = 'orggraph-seal:00000000:00000001'", sealed=False)
    assert code(path) == "X063"
    reseal(path)
    assert code(path) == "sound"

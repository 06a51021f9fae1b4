"""A large file is read whole once, and again whenever it may have changed."""

import os
import shutil
from pathlib import Path

import pytest

from orggraph.errors import OrgGraphError
from orggraph.formats import orgdb
from orggraph.formats.exchange import Origin
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.source import ReadError
from orggraph.store import known, opening, seal
from orggraph.store.index import StoredIndex
from orggraph.store.known import is_known, keep_known, mark_of
from tests.formats.laws import SHIPPED
from tests.store.helpers import put


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store that counts as large; what is kept is in ``kept`` beside it."""
    monkeypatch.setattr(opening, "_READ_WHOLE", 100)
    monkeypatch.setattr(known, "_RECENT", -60.0)
    monkeypatch.setenv("ORGGRAPH_CACHE", str(tmp_path / "kept"))
    return put(read_graph(SHIPPED["whole"], Graph), tmp_path)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Return whether each file that was opened was read whole."""
    told: list[bool] = []
    whole = seal.is_sealed

    def is_sealed(path: Path, **settings: object) -> bool:
        told.append(bool(settings["whole"]))
        return whole(path, **settings)  # type: ignore[arg-type]

    monkeypatch.setattr(opening, "is_sealed", is_sealed)
    return told


def open_it(path: Path) -> None:
    assert orgdb.ORGDB.open is not None
    orgdb.ORGDB.open(Origin(path.name, path))


def damage(path: Path) -> None:
    """Change a byte that SQLite does not look at when the file is opened."""
    data = bytearray(path.read_bytes())
    data[-50] ^= 1
    path.write_bytes(data)


def test_it_is_read_whole_once(large: Path, read: list[bool]) -> None:
    for _ in range(3):
        open_it(large)
    assert read == [True, False, False]
    (mark,) = (large.parent / "kept").iterdir()
    assert mark.name == mark_of(large)
    assert mark.stat().st_size == 0


def test_what_is_small_is_read_whole_each_time(
    large: Path, read: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_READ_WHOLE", 10**9)
    open_it(large)
    open_it(large)
    assert read == [True, True]
    assert not (large.parent / "kept").exists()


def test_damage_is_found_before_and_after_it_was_known(large: Path) -> None:
    sound = large.read_bytes()
    damage(large)
    with pytest.raises(ReadError, match="damaged"):
        open_it(large)
    large.write_bytes(sound)
    open_it(large)
    damage(large)
    with pytest.raises(ReadError, match="damaged"):
        open_it(large)


def test_damage_is_found_where_the_time_is_that_of_before(large: Path) -> None:
    open_it(large)
    before = large.stat()
    damage(large)
    os.utime(large, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ReadError, match="damaged"):
        open_it(large)


def test_a_copy_in_its_place_is_another_file(large: Path) -> None:
    open_it(large)
    copy = large.with_name("copy")
    shutil.copy2(large, copy)
    damage(copy)
    copy.replace(large)
    with pytest.raises(ReadError, match="damaged"):
        open_it(large)


def test_what_sqlite_leaves_beside_it_makes_it_doubtful(large: Path, read: list[bool]) -> None:
    open_it(large)
    Path(f"{large}-journal").touch()
    open_it(large)
    assert read == [True, True]


def test_nothing_is_kept_where_nothing_is_to_be(
    large: Path, read: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGGRAPH_CACHE", "off")
    for _ in range(2):
        open_it(large)
        StoredIndex(large, "x")
    assert read == [True] * 4


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="rights are another matter there")
def test_what_others_can_have_put_there_is_not_believed(large: Path, read: list[bool]) -> None:
    open_it(large)
    (large.parent / "kept").chmod(0o777)
    open_it(large)
    assert read == [True, True]


def test_a_folder_that_cannot_be_is_no_error(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGGRAPH_CACHE", str(large / "kept"))
    open_it(large)


def test_a_file_that_has_just_changed_is_not_known_yet(
    large: Path, read: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "_RECENT", 60.0)
    open_it(large)
    open_it(large)
    assert read == [True, True]


def test_a_file_that_changes_while_it_is_read_is_not_known(large: Path) -> None:
    folder = large.parent / "kept"
    mark = mark_of(large)
    os.utime(large, (1, 1))
    keep_known(large, mark, folder)
    assert not folder.exists()
    keep_known(large, mark_of(large), folder)
    assert is_known(large, folder)
    assert not is_known(large, None)


def test_who_watches_hears_how_far_it_is(large: Path, read: list[bool]) -> None:
    told: list[float] = []
    orgdb.verify_new(Origin("x", large), told.append)
    assert told[-1] == 1
    assert told == sorted(told)
    orgdb.verify_new(Origin("x", large), told.append)
    open_it(large)
    assert read == [True, False, False]


def test_other_files_are_let_be(large: Path, read: list[bool]) -> None:
    other = large.with_name("x.yaml")
    other.write_text("title: x\n", encoding="utf-8")
    for origin in (Origin("x", other), Origin("x", large.parent), Origin("-", None, b"")):
        orgdb.verify_new(origin, lambda done: None)
    assert read == []


def test_a_file_that_is_not_there_is_told_as_ever(large: Path) -> None:
    with pytest.raises(OrgGraphError, match="nothing"):
        open_it(large.with_name("nothing"))

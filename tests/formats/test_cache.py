"""What is kept of data files answers for those bytes only, and is nobody else's."""

import os
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from orggraph.formats import cache
from orggraph.formats.cache import MOST_FILES, READERS, Kept, find_kept
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.source import ReadError

WHOLE = Path(__file__).with_name("whole.yaml")
TEXT = "bodies: {a: {name: A, reports to: b}, b: {name: Ålborg}}\n"
VERSION = "1.0"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data file."""
    file = tmp_path / "data.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return where things are to be kept; it is not there yet."""
    return tmp_path / "some" / "cache"


def kept_of(folder: Path, data: Path | str, version: str = VERSION) -> Kept:
    kept = find_kept(folder, str(data), version)
    assert kept is not None
    return kept


def keep(folder: Path, data: Path | str) -> Kept:
    kept = kept_of(folder, data)
    kept.keep(kept.read(Graph))
    assert kept.place.is_file()
    return kept


def files_in(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


@pytest.mark.parametrize("absolute", [True, False])
def test_what_is_kept_is_the_graph_with_all_its_places(
    folder: Path, absolute: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(WHOLE.parent)
    path = WHOLE if absolute else Path(WHOLE.name)
    stored = keep(folder, path).open(Graph)
    read = read_graph(path, Graph)
    assert stored == read
    for thing in ("nodes", "relations", "seats", "sources"):
        were, are = getattr(read, thing), getattr(stored, thing)
        assert [each.location for each in are.values()] == [e.location for e in were.values()]
        assert any(each.location for each in are.values())
    assert [s.location for s in stored.settings] == [s.location for s in read.settings]
    asides = [s.set_aside[0].location for s in stored.sources.values() if s.set_aside]
    assert asides == [s.set_aside[0].location for s in read.sources.values() if s.set_aside]


def test_a_directory_is_kept_with_all_its_files(tmp_path: Path, folder: Path) -> None:
    data = tmp_path / "data"
    data.mkdir()
    (data / "b.yml").write_text("bodies: {b: {name: B, evidence: 's: x'}}\n")
    (data / "a.yaml").write_text(
        "sources: {s: {title: S}}\nbodies: {a: {name: A, reports to: b}}\n"
    )
    (data / "notes.txt").write_text("no data")
    kept = keep(folder, data)
    assert list(kept.data) == [f"{data}/a.yaml", f"{data}/b.yml"]
    stored = kept.open(Graph)
    assert stored is not None
    assert stored == read_graph(data, Graph)
    assert stored.nodes["b"].location == read_graph(data, Graph).nodes["b"].location


def test_one_changed_byte_is_another_place_whatever_the_clock_says(
    data: Path, folder: Path
) -> None:
    before = keep(folder, data)
    times = data.stat()
    data.write_text(TEXT.replace("Ålborg", "Ælborg"), encoding="utf-8")
    os.utime(data, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert data.stat().st_size == times.st_size
    after = kept_of(folder, data)
    assert after.place != before.place
    assert after.open(Graph) is None
    data.write_text(TEXT, encoding="utf-8")
    assert kept_of(folder, data).place == before.place


def test_the_bytes_that_were_named_are_those_that_are_read(data: Path, folder: Path) -> None:
    kept = kept_of(folder, data)
    data.write_text("bodies: {other: {name: Other}}\n")
    assert "other" not in kept.read(Graph).nodes


def test_the_borders_of_files_and_their_names_count(tmp_path: Path, folder: Path) -> None:
    def place(**texts: str) -> Path:
        data = tmp_path / "data"
        data.mkdir(exist_ok=True)
        for old in data.iterdir():
            old.unlink()
        for name, text in texts.items():
            (data / f"{name}.yaml").write_text(text)
        return kept_of(folder, data).place

    places = [
        place(a="# 1\n# 2\n", b="# 3\n"),
        place(a="# 1\n", b="# 2\n# 3\n"),
        place(a="# 1\n# 2\n# 3\n", b=""),
        place(a="# 1\n# 2\n# 3\n"),
        place(a="# 1\n# 2\n", c="# 3\n"),
        place(a=f"# 1\n# 2\n{tmp_path}/data/b.yaml# 3\n"),
    ]
    assert len(set(places)) == len(places)


def test_the_path_in_messages_counts(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(data.parent)
    names = [str(data), data.name, f"./{data.name}"]
    assert len({kept_of(folder, name).place for name in names}) == len(names)


def test_another_tool_keeps_another_file(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = {kept_of(folder, data).place, kept_of(folder, data, "1.1").place}
    monkeypatch.setattr(cache, "VERSION", 999)
    places.add(kept_of(folder, data).place)
    monkeypatch.setattr(sys, "version", "another Python")
    places.add(kept_of(folder, data).place)
    assert len(places) == 4


def test_other_code_keeps_another_file(
    tmp_path: Path, data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept_of(folder, data).place
    package = tmp_path / "orggraph"
    for reader in READERS:
        path = package / reader
        (path.parent if path.suffix else path).mkdir(parents=True, exist_ok=True)
        (path if path.suffix else path / "x.py").write_text("1\n")
    monkeypatch.setattr(cache, "__file__", str(package / "formats" / "cache.py"))
    places = [before, kept_of(folder, data).place]
    for reader in READERS:
        path = package / reader
        changed = path if path.suffix else path / "x.py"
        times = changed.stat()
        os.utime(changed, ns=(times.st_atime_ns, times.st_mtime_ns + 1))
        places.append(kept_of(folder, data).place)
    (package / "model" / "x.py").write_text("12\n")
    places.append(kept_of(folder, data).place)
    (package / "vocabulary" / "new.yaml").write_text("")
    places.append(kept_of(folder, data).place)
    assert len(set(places)) == len(places)


READING = """
import sys
from orggraph.formats.cache import find_kept
from orggraph.model import Graph
from pathlib import Path
kept = find_kept(Path(sys.argv[1]), sys.argv[2], "1.0")
kept.keep(kept.read(Graph))
kept.open(Graph)
print(*(m.__file__ for n, m in sys.modules.items() if n.startswith("orggraph.")))
"""


def test_all_code_that_reads_counts(folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READING, str(folder), str(WHOLE)],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    home = Path(cache.__file__).parent.parent
    loaded = [Path(file).relative_to(home) for file in done.stdout.split()]
    assert Path("formats/yaml/reader.py") in loaded
    assert Path("store/making.py") in loaded
    known = {Path(reader) for reader in READERS}
    assert [path for path in loaded if not known & {path, path.parent}] == []


@pytest.mark.parametrize("text", ["bodies: {a: {reports to: nobody}}\n", "bodies: [\n", "", "\0"])
def test_what_cannot_be_read_is_told_as_ever(data: Path, folder: Path, text: str) -> None:
    data.write_text(text)
    with pytest.raises(ReadError) as told:
        kept_of(folder, data).read(Graph)
    with pytest.raises(ReadError) as expected:
        read_graph(data, Graph)
    assert told.value.problems == expected.value.problems
    assert not folder.exists()


def test_only_data_files_are_kept(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "x.json").write_text("{}")
    (tmp_path / "empty").mkdir()
    (tmp_path / "mixed").mkdir()
    (tmp_path / "mixed" / "a.yaml").write_text(TEXT)
    (tmp_path / "mixed" / "nodes.csv").write_text("id\na\n")
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    for name in ("x.json", "empty", "mixed", "folder.yaml", "pipe.yaml", "none.yaml", "none", "-"):
        assert find_kept(folder, str(tmp_path / name), VERSION) is None
    for words in ("-", "a\0b.yaml", ""):
        assert find_kept(folder, words, VERSION) is None


def test_what_is_too_large_is_never_kept(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MAX_BYTES", len(TEXT.encode()))
    assert find_kept(folder, str(data), VERSION)
    monkeypatch.setattr(cache, "MAX_BYTES", len(TEXT.encode()) - 1)
    assert find_kept(folder, str(data), VERSION) is None


def damages(place: Path) -> Iterator[bytes]:
    whole = place.read_bytes()
    yield b""
    yield b"no store"
    yield whole[:-1]
    yield whole + b"x"
    for at in (0, 30, 61, len(whole) // 2, len(whole) - 1):
        yield whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]


def test_a_damaged_file_is_replaced(data: Path, folder: Path) -> None:
    kept = keep(folder, data)
    whole = kept.place.read_bytes()
    for damaged in damages(kept.place):
        kept.place.write_bytes(damaged)
        assert kept.open(Graph) is None
        kept.keep(kept.read(Graph))
        assert kept.open(Graph) == kept.read(Graph)
    assert len(kept.place.read_bytes()) == len(whole)
    kept.place.unlink()
    kept.place.mkdir()
    assert kept.open(Graph) is None
    kept.keep(kept.read(Graph))


def test_it_is_for_the_user_only(data: Path, folder: Path) -> None:
    before = os.umask(0)
    try:
        place = keep(folder, data).place
    finally:
        os.umask(before)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


@pytest.mark.parametrize("mode", [0o770, 0o707, 0o1777])
def test_a_folder_that_others_write_to_is_not_used(data: Path, folder: Path, mode: int) -> None:
    kept = keep(folder, data)
    folder.chmod(mode)
    assert kept.open(Graph) is None
    kept.place.unlink()
    kept.keep(kept.read(Graph))
    assert files_in(folder) == []


def test_the_folder_of_another_is_not_used(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(folder, data)
    monkeypatch.setattr(os, "geteuid", lambda: folder.stat().st_uid + 1)
    assert kept.open(Graph) is None
    kept.place.unlink()
    kept.keep(kept.read(Graph))
    assert files_in(folder) == []


def test_where_nothing_can_be_kept_nothing_is_said(
    data: Path, tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    kept = kept_of(tmp_path / "file" / "below", data)
    assert kept.open(Graph) is None
    kept.keep(kept.read(Graph))

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("orggraph.store.making.seal", full)
    kept = kept_of(folder, data)
    kept.keep(kept.read(Graph))
    assert files_in(folder) == []


def test_an_interrupted_writer_leaves_nothing(
    data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("orggraph.store.making.seal", stop)
    kept = kept_of(folder, data)
    with pytest.raises(KeyboardInterrupt):
        kept.keep(kept.read(Graph))
    assert files_in(folder) == []


def test_the_oldest_go(data: Path, folder: Path) -> None:
    folder.mkdir(parents=True, mode=0o700)
    now = time.time()
    others = [f"{number:064x}.orgdb" for number in range(MOST_FILES + 5)]
    for age, name in enumerate(others):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (now - age - 10, now - age - 10))
    (folder / "mine.orgdb").write_text("somebody keeps this here")
    fresh, forgotten = f"{7:064x}.abc.tmp", f"{8:064x}.abc.tmp"
    for name, age in ((fresh, 60), (forgotten, 7200)):
        (folder / name).write_bytes(b"x")
        os.utime(folder / name, (now - age, now - age))
    kept = keep(folder, data)
    left = sorted([kept.place.name, *others[: MOST_FILES - 1], "mine.orgdb", fresh])
    assert files_in(folder) == left


def test_large_files_make_room(data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep(folder, data)
    size = first.place.stat().st_size
    os.utime(first.place, (1, 1))
    monkeypatch.setattr(cache, "MOST_BYTES", 2 * size - 1)
    data.write_text(TEXT + "# more\n", encoding="utf-8")
    second = keep(folder, data)
    assert files_in(folder) == [second.place.name]
    monkeypatch.setattr(cache, "MOST_BYTES", size)
    others = "".join(f"  b{number}: {{name: B {number}}}\n" for number in range(500))
    data.write_text(f"bodies:\n{others}", encoding="utf-8")
    kept = kept_of(folder, data)
    kept.keep(kept.read(Graph))
    assert files_in(folder) == [second.place.name]


def test_several_write_and_read_at_once(data: Path, folder: Path) -> None:
    def one(_: int) -> Graph | None:
        kept = kept_of(folder, data)
        found = kept.open(Graph)
        if found is None:
            kept.keep(found := kept.read(Graph))
        return found

    expected = read_graph(data, Graph)
    with ThreadPoolExecutor(8) as pool:
        assert all(found == expected for found in pool.map(one, range(40)))
    assert files_in(folder) == [kept_of(folder, data).place.name]

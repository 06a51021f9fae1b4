"""A file is written whole, or not at all."""

import os
import stat
from pathlib import Path

import pytest

from orggraph.formats.files import folders, staged, write_whole


def test_text_is_written_as_utf8_with_plain_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    write_whole(path, "æ\nø\n")
    assert path.read_bytes() == "æ\nø\n".encode()
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.png", b"\r\n\xff\n")
    assert (tmp_path / "a.png").read_bytes() == b"\r\n\xff\n"


def test_an_older_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a much longer text than the new one", encoding="utf-8")
    write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "new"


def fail(*_: object, **__: object) -> None:
    raise OSError("the disk is full")


def interrupt(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.chmod", "pathlib.Path.replace"])
@pytest.mark.parametrize(("failure", "error"), [(fail, OSError), (interrupt, KeyboardInterrupt)])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    failure: object,
    error: type[BaseException],
) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    monkeypatch.setattr(step, failure)
    with pytest.raises(error):
        write_whole(path, "new")
    monkeypatch.undo()
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_text_that_cannot_be_encoded_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "new \ud800")
    assert path.read_text(encoding="utf-8") == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.yaml"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "a.yaml", "x")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_is_as_open_as_any_other(tmp_path: Path, mask: int, mode: int) -> None:
    path = tmp_path / "a.yaml"
    before = os.umask(mask)
    try:
        write_whole(path, "x")
        assert os.umask(mask) == mask
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_a_private_file_stays_private(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    write_whole(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, "new")
    assert os.read(reader, 10) == b"new"
    os.close(reader)
    assert pipe.is_fifo()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_whole(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_a_file_protected_against_writing_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "protected"
    path.write_text("old", encoding="utf-8")
    # The superuser may write everywhere, and tests may run as that.
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with pytest.raises(PermissionError):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_gets_nothing_where_the_block_fails(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with pytest.raises(ValueError, match="lossy"), staged({pipe: [b"a"], tmp_path / "b": [b"b"]}):
        raise ValueError("lossy")
    assert os.read(reader, 10) == b""
    os.close(reader)
    assert list(tmp_path.iterdir()) == [pipe]


def test_directories_that_were_made_for_nothing_go_again(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    wanted = [tmp_path / "old", tmp_path / "old/new/newer", tmp_path / "old/new"]
    with folders(wanted):
        pass
    with folders(wanted):  # they are there, and stay
        pass
    with pytest.raises(ValueError, match="x"), folders([*wanted, tmp_path / "other/one"]):
        raise ValueError("x")
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["new", "newer", "old"]
    making = folders([tmp_path / "used/by"])
    making.__enter__()
    (tmp_path / "used/mine").touch()
    assert not making.__exit__(ValueError, ValueError("x"), None)
    assert [path.name for path in (tmp_path / "used").iterdir()] == ["mine"]

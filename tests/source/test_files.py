from pathlib import Path

import pytest

from orggraph.source import Problem, files
from orggraph.source.files import read_text
from tests.conftest import told


def problem_with(path: Path) -> Problem:
    found = read_text(path, "data.yaml")
    assert isinstance(found, Problem)
    assert found.location is not None
    assert found.location.path == "data.yaml"
    return found


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "data.yaml"
    path.write_bytes(data)
    return path


def test_utf8_is_read_whole(tmp_path: Path) -> None:
    text = "title: Ærø\r\nnote: 🙂\n\ttab\x85"
    assert read_text(write(tmp_path, text.encode()), "f") == text


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert read_text(write(tmp_path, "title: Ærø".encode("utf-8-sig")), "f") == "title: Ærø"


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    found = problem_with(tmp_path / "none.yaml")
    assert found.code == "R001"
    assert "data.yaml" in found.message()


def test_a_directory_is_not_read_as_a_file(tmp_path: Path) -> None:
    assert problem_with(tmp_path).code == "R002"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_refused(tmp_path: Path, encoding: str) -> None:
    found = problem_with(write(tmp_path, "title: x".encode(encoding)))
    if encoding == "utf-16":
        assert (found.code, found.facts["encoding"]) == ("R004", "UTF-16")
    else:
        assert (found.code, found.facts["character"]) == ("R005", "U+0000")


def test_windows_1252_is_refused_where_it_shows(tmp_path: Path) -> None:
    found = problem_with(write(tmp_path, b"a: b\n" + "naïve: Møller".encode("cp1252")))
    assert told([found]) == ["2:3 R004"]
    assert found.facts["encoding"] == "Windows-1252"


def test_what_is_no_text_is_not_said_to_be_in_another_encoding(tmp_path: Path) -> None:
    found = problem_with(write(tmp_path, b"%PDF-1.4\n\xe2\xe3\n\x00\x01"))
    assert told([found]) == ["1:1 R008"]
    assert ".pdf" in found.message()


def test_the_column_of_a_wrong_byte_counts_characters(tmp_path: Path) -> None:
    found = problem_with(write(tmp_path, "a: b\næøå: ".encode() + b"\xf8"))
    assert told([found]) == ["2:6 R004"]


@pytest.mark.parametrize(
    ("character", "code"), [("\0", "U+0000"), ("\x1b", "U+001B"), ("\x7f", "U+007F")]
)
def test_control_characters_are_refused(tmp_path: Path, character: str, code: str) -> None:
    found = problem_with(write(tmp_path, f"a: b\nø: {character}".encode()))
    assert told([found]) == ["2:4 R005"]
    assert found.facts["character"] == code


def test_a_large_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 10)
    assert read_text(write(tmp_path, b"0123456789"), "f") == "0123456789"
    assert problem_with(write(tmp_path, b"0123456789x")).code == "R003"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs an endless file")
def test_an_endless_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    assert problem_with(Path("/dev/zero")).code == "R003"


def test_a_protected_file_is_refused_in_either_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    found = problem_with(tmp_path / "f")
    assert found.message("en") == "cannot read 'data.yaml': permission denied"
    assert found.message("da") == "kan ikke læse 'data.yaml': adgang nægtet"

"""Where things are kept, and whether only the user can have put them there."""

import os
import stat
import sys
from pathlib import Path

import pytest

from orggraph.source.keeping import find_folder, is_private, make_private


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other places")
def test_where_the_folder_is() -> None:
    home = Path.home()
    assert find_folder({}) == home / ".cache" / "orggraph"
    assert find_folder({"ORGGRAPH_CACHE": ""}) == home / ".cache" / "orggraph"
    assert find_folder({"XDG_CACHE_HOME": "/x"}) == Path("/x/orggraph")
    assert find_folder({"XDG_CACHE_HOME": "relative"}) == home / ".cache" / "orggraph"
    assert find_folder({"ORGGRAPH_CACHE": "here", "XDG_CACHE_HOME": "/x"}) == Path("here")
    assert find_folder({"ORGGRAPH_CACHE": "off"}) is None
    assert find_folder({"ORGGRAPH_CACHE": "OFF"}) is None


def test_no_home_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)
    assert find_folder({}) is None


@pytest.mark.skipif(sys.platform == "win32", reason="rights are another matter there")
def test_a_folder_that_others_write_to_is_not_trusted(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    assert make_private(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    for mode, trusted in ((0o755, True), (0o770, False), (0o707, False)):
        folder.chmod(mode)
        assert is_private(folder) is make_private(folder) is trusted

"""Files of pictures are written whole, all of them or none."""

from pathlib import Path

import pytest

from orggraph.drawing.saving import save_files
from orggraph.errors import OrgGraphError


def test_files_are_written_where_each_has_a_place(tmp_path: Path) -> None:
    good, bad = tmp_path / "a.svg", tmp_path / "missing" / "b.svg"
    with pytest.raises(OrgGraphError, match="missing"):
        save_files([(good, b"1"), (bad, b"2")])
    assert not good.exists()
    save_files([(good, b"1"), (tmp_path / "b.svg", b"2")])
    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == [b"1", b"2"]

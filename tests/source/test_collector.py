"""The collector rests while a file is read, and only then."""

import gc

import pytest

from orggraph.formats import loader
from orggraph.formats.exchange import Origin
from orggraph.model import Graph
from orggraph.source import ReadError
from orggraph.source.collector import paused_collector


@pytest.mark.parametrize("enabled", [True, False])
def test_it_is_left_as_it_was(enabled: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if enabled else gc.disable)()
        with pytest.raises(KeyError), paused_collector():
            raise KeyError(gc.isenabled())
        assert gc.isenabled() == enabled
    finally:
        (gc.enable if before else gc.disable)()


def test_reading_is_done_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bool] = []
    finish = loader.finish

    def watched(*args: object) -> object:
        seen.append(gc.isenabled())
        return finish(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(loader, "finish", watched)
    for data in (b"bodies: {a: A}", b"bodies: {a: {reports to: b}}"):
        try:
            loader.read(Origin("x.yaml", None, data), Graph, "yaml")
        except ReadError:
            seen.append(gc.isenabled())
    assert seen == [False, False, True]
    assert gc.isenabled()

"""An ordinary question loads only what it needs: a guard that no clock can mislead."""

import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

DATA = Path(__file__).parents[2] / "data"
PATH = ("path", "reference group", "KD-Net")
SCRIPT = """
import sys
from orggraph.cli import main
try:
    main()
finally:
    print(*sys.modules, file=sys.stderr)
"""
ALWAYS = {"api", "cli", "errors", "evidence", "formats", "model", "queries", "reports", "source",
          "store", "text", "vocabulary", "words"}  # fmt: skip
SLOW = {"argparse", "csv", "difflib", "email", "hashlib", "http", "importlib.metadata",
        "locale", "networkx", "numpy", "random", "rapidfuzz", "shutil", "subprocess",
        "tempfile", "xml"}  # fmt: skip
OF_STORES, OF_YAML = {"json", "sqlite3"}, {"yaml"}


class Modules(set[str]):
    """The modules that a call has loaded when it ends."""

    def of(self, room: str) -> set[str]:
        """Return what is loaded of a room, one level down."""
        parts = (module.split(".") for module in self if module.startswith(f"orggraph.{room}."))
        return {part[2] for part in parts}

    @property
    def ours(self) -> set[str]:
        """What is loaded of this package."""
        return {module for module in self if module.split(".")[0] == "orggraph"}


class Way(NamedTuple):
    """A way in which the same question is answered: of data files, kept or not, or of a store."""

    data: Path
    cache: str

    def ask(self, *args: str) -> Modules:
        """Return the modules that a call of the command line has loaded."""
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, "--data", str(self.data), *args],
            capture_output=True, text=True, encoding="utf-8",
            env={"LANG": "da_DK.UTF-8", "PYTHONUTF8": "1", "ORGGRAPH_CACHE": self.cache},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        assert done.stdout or not args
        return Modules(done.stderr.split())


@pytest.fixture(scope="module")
def cold() -> Modules:
    return Way(DATA, "off").ask(*PATH)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Modules:
    way = Way(DATA, str(tmp_path_factory.mktemp("kept") / "cache"))
    assert "orggraph.store.making" in way.ask(*PATH)
    return way.ask(*PATH)


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Modules:
    store = tmp_path_factory.mktemp("stored") / "x.orgdb"
    done = subprocess.run(
        [sys.executable, "-m", "orggraph", "convert", str(DATA), str(store)], capture_output=True
    )
    assert done.returncode == 0, done.stderr
    return Way(store, "off").ask(*PATH)


@pytest.fixture(params=["cold", "kept", "stored"])
def modules(request: pytest.FixtureRequest) -> Modules:
    found: Modules = request.getfixturevalue(request.param)
    return found


def test_a_path_loads_no_other_room(modules: Modules) -> None:
    assert modules.of("queries") >= {"paths", "names"}
    assert {module.split(".")[1] for module in modules.ours - {"orggraph"}} == ALWAYS


def test_a_path_loads_the_words_of_an_answer_only(modules: Modules) -> None:
    assert modules.of("words") == {"entries", "answers"}


def test_a_path_loads_the_reader_of_its_format_only(cold: Modules) -> None:
    shared = {"cache", "draft", "exchange", "loader", "registry"}
    assert cold.of("formats") == shared | {"yaml"}
    assert cold.of("store") == {"schema"}
    assert "orggraph.formats.yaml.writer" not in cold
    assert cold >= OF_YAML
    assert cold & OF_STORES == set()


def test_what_is_kept_needs_no_reader(kept: Modules) -> None:
    assert kept.of("formats") == {"cache", "registry"}
    assert kept.of("vocabulary") == {"core", "terms"}
    assert kept >= OF_STORES
    assert kept & OF_YAML == set()


def test_a_store_needs_no_reader(stored: Modules) -> None:
    shared = {"cache", "exchange", "loader", "registry"}
    assert stored.of("formats") == shared | {"orgdb"}
    assert stored & OF_YAML == set()


@pytest.mark.parametrize("way", ["kept", "stored"])
def test_what_is_opened_is_neither_written_nor_gone_through(
    way: str, request: pytest.FixtureRequest
) -> None:
    opened: Modules = request.getfixturevalue(way)
    assert opened.of("store") & {"making", "scratch", "deriving", "restricting"} == set()
    assert opened.of("model") & {"integrity", "memory", "derive"} == set()
    assert opened.of("source") & {"fields", "guessing", "yaml_tree"} == set()


def test_a_path_loads_the_report_and_the_format_of_its_answer_only(modules: Modules) -> None:
    shared = {"blocks", "columns", "formats", "registry", "teller"}
    assert modules.of("reports") == shared | {"paths", "text"}


def test_a_path_loads_the_command_that_is_called_only(modules: Modules) -> None:
    commands = {m for m in modules if m.startswith("orggraph.cli.commands.")}
    assert commands == {"orggraph.cli.commands.paths"}
    assert "orggraph.cli.complaints" not in modules


def test_a_path_loads_nothing_slow(modules: Modules) -> None:
    assert modules & SLOW == set()


@pytest.mark.parametrize(("way", "most"), [("cold", 97), ("kept", 86), ("stored", 91)])
def test_loading_stays_as_little_as_it_was(
    way: str, most: int, request: pytest.FixtureRequest
) -> None:
    # Each module costs about a sixth of a millisecond, whatever is in it.
    assert len(request.getfixturevalue(way).ours) <= most


def test_help_reads_no_data() -> None:
    modules = Way(DATA, "off").ask("path", "--help")
    assert "orggraph.words.help" in modules
    assert modules.of("formats") & {"yaml", "loader"} == set()

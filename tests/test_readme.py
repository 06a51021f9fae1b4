"""Every example of the README runs, and says what the README says."""

import json
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import orggraph
from orggraph.cli.app import COMMANDS
from orggraph.formats.convert import Conversion, convert
from orggraph.formats.loader import Imported
from orggraph.formats.registry import find_format
from orggraph.themes.reading import find_theme
from orggraph.views.fields import VIEW_FIELDS
from orggraph.views.reading import read_view
from orggraph.words.pages import Page

ROOT = Path(__file__).parent.parent
README_FILE = ROOT / "README.md"
README = README_FILE.read_text(encoding="utf-8")
BLOCK = re.compile(r"(?:<!-- (?P<mark>[^\n]*?) -->\n)?```(?P<language>\w+)\n(?P<body>.*?)```", re.S)
BLOCKS = [match.groupdict() for match in BLOCK.finditer(README)]

# Without the source document a quotation has no paragraph, and says that it is unchecked.
PLACE = re.compile(r", paragraph \d+(?=: “)| \(unchecked\)(?=: “)")


def run_session(body: str, cwd: Path) -> None:
    """Run the commands of a session, and hold what they print against it."""
    steps = re.split(r"^\$ ", body, flags=re.M)[1:]
    assert steps
    for step in steps:
        command, _, expected = step.partition("\n")
        assert command.startswith("orggraph ")
        python = f"{shlex.quote(sys.executable)} -m orggraph"
        done = subprocess.run(
            command.replace("orggraph", python, 1),
            shell=True,
            cwd=cwd,
            capture_output=True,
            encoding="utf-8",
            env={
                "PATH": "/usr/bin:/bin",
                "LANG": "C.UTF-8",
                "ORGGRAPH_CACHE": "off",
                "PYTHONPATH": str(ROOT),
            },
            check=False,
        )
        assert PLACE.sub("", done.stdout) == PLACE.sub("", expected), command
        assert done.stderr == ""
        assert done.returncode in (0, 1)


def test_the_sessions_on_the_shipped_data() -> None:
    sessions = [b for b in BLOCKS if b["language"] == "console" and b["mark"] is None]
    assert len(sessions) >= 2
    for session in sessions:
        run_session(session["body"], ROOT)


def test_the_tutorial_from_an_empty_directory(tmp_path: Path) -> None:
    files = sessions = 0
    for block in BLOCKS:
        mark = block["mark"] or ""
        if mark.startswith("file: "):
            path = tmp_path / mark.removeprefix("file: ")
            path.parent.mkdir(exist_ok=True)
            path.write_text(block["body"], encoding="utf-8")
            files += 1
        elif mark == "tutorial":
            run_session(block["body"], tmp_path)
            sessions += 1
    assert (files, sessions) == (9, 9)


def test_the_python_examples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = [b["body"] for b in BLOCKS if b["language"] == "python"]
    assert examples
    for example in examples:
        exec(compile(example, "README.md", "exec"), {})


def _conversion(org: orggraph.OrgGraph) -> Conversion:
    return convert(Imported(org, find_format("yaml")), find_format("dot"), None)


def test_every_command_is_in_the_readme() -> None:
    from orggraph.cli.app import COMMANDS

    table = README[README.index("## The commands") :]
    for command in COMMANDS:
        assert re.search(rf"`{command}\b", table), command


def test_every_relation_type_is_in_the_readme() -> None:
    from orggraph.vocabulary import core_vocabulary

    for type_ in core_vocabulary().types.values():
        english, danish = type_.label.in_language("en"), type_.label.in_language("da")
        assert f"`{english}` {danish}" in README


def test_the_two_commands_are_marked_once() -> None:
    marks = [block["mark"] for block in BLOCKS if block["language"] == "sh"]
    assert marks == ["run", "test", "draw"]


def test_the_keys_of_json_are_those_of_the_readme(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    org = orggraph.load("data")
    answers = {
        "relations": org.find_relations(),
        "nodes": org.find_nodes(),
        "path": org.find_path("følgegruppen", "kd-net"),
        "chain": org.find_chain("forretningsudvalg"),
        "tree": org.find_tree(),
        "common": org.find_common("styregruppe", "forretningsudvalg"),
        "members": org.find_roster("styregruppe"),
        "check": org.check(),
        "terms": org.find_terms(),
        "history": org.find_history("styregruppe"),
        "diff": org.diff(orggraph.load(ROOT / "data" / "python")),
        "convert": _conversion(org),
        "coverage": org.find_coverage("organisering", {"organisering": str(README_FILE)}),
    }
    inner = {
        "path": "hops",
        "chain": "rows",
        "tree": "rows",
        "members": "members",
        "check": "seats",
        "terms": "terms",
        "history": "undated",
        "coverage": "paragraphs",
        "convert": "lost",
    }
    table = README.partition("JSON has stable keys")[2].partition("CSV has the same")[0]
    rows = [line for line in table.splitlines() if line.startswith("| `")]
    for command, result in answers.items():
        (row,) = (row for row in rows if f"`{command}" in row.split("|")[1])
        told = set(re.findall(r"\w+", row.partition("|")[2].partition("|")[2]))
        data = json.loads(org.report(result, "json"))
        first = data[0] if isinstance(data, list) else data
        items = first[inner[command]] if command in inner else [{}]
        assert items, command
        assert {*first, *items[0]} <= told, command


def test_the_keys_of_an_explanation_are_those_of_the_readme() -> None:
    (row,) = (line for line in README.splitlines() if line.startswith("| `explain` | a list of"))
    assert set(Page._fields) <= set(re.findall(r"\w+", row))


def test_the_example_of_rules(tmp_path: Path) -> None:
    (example,) = (block["body"] for block in BLOCKS if block["mark"] == "rules")
    nodes = "bodies: {core-team: {name: T, seats: {member: {elected by: core-team}}}}\n"
    file = tmp_path / "example.yaml"
    file.write_text(example + nodes, encoding="utf-8")
    found = orggraph.load(file).check()
    assert [each.problem.name for each in found.set_aside] == ["appoints-itself"]


def test_every_command_is_in_the_table() -> None:
    table = README.partition("| command | tells |")[2].partition("\n\n")[0]
    told = {word for line in table.splitlines() for word in re.findall(r"`(\w+)", line)}
    assert set(COMMANDS) <= told


def test_the_commands_that_draw(tmp_path: Path) -> None:
    commands = [
        line.split(" #")[0]
        for b in BLOCKS
        if b["mark"] == "draw"
        for line in b["body"].splitlines()
    ]
    assert len(commands) >= 4
    for command in commands:
        words = shlex.split(command)
        at = words.index("-o") + 1
        words[at] = str(tmp_path / words[at])
        assert words[0] == "orggraph"
        run = [sys.executable, "-m", "orggraph", *words[1:]]
        done = subprocess.run(run, cwd=ROOT, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
        assert Path(words[at]).stat().st_size > 1000


@pytest.mark.parametrize(("mark", "read"), [("view", read_view), ("theme", find_theme)])
def test_the_examples_of_views_and_themes(
    mark: str, read: Callable[[Path], object], tmp_path: Path
) -> None:
    (example,) = (block["body"] for block in BLOCKS if block["mark"] == mark)
    file = tmp_path / "example.yaml"
    file.write_text(example, encoding="utf-8")
    assert read(file)


def test_every_key_of_a_view_is_explained() -> None:
    table = README.partition("| key | what it says |")[2].partition("\n\n")[0]
    told = {
        key
        for row in table.strip().splitlines()
        for key in re.findall(r"`([^`]+)`", row.split("|")[1])
    }
    assert told == {field.written[0] for field in VIEW_FIELDS}

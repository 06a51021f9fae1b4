"""Every misuse gets one clear message, on standard error, and code 2."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Ask

# The words of a call, and of the complaint in English and in Danish.
MISUSES = [
    (["chian"], "no command 'chian'; did you mean 'chain'?", "ingen kommando 'chian'"),
    ([""], "no command ''", "ingen kommando ''"),
    (["chain"], "NODE is missing", "NODE mangler"),
    (["path", "x"], "TO is missing", "TO mangler"),
    (["who"], "RELATION is missing", "RELATION mangler"),
    (["chain", "a", "b"], "more words than expected: b", "flere ord end ventet: b"),
    (["common", "council"], "two nodes or more", "to knuder eller flere"),
    (["chain", "council", "--frmat", "x"], "did you mean '--format'?", "mente du '--format'?"),
    (["--la", "da", "tree"], "did you mean '--lang'?", "mente du '--lang'?"),
    (["tree", "--format", "xml"], "--format: 'xml' is none of: text,", "'xml' er ingen af: text,"),
    (["tree", "--lang", "de"], "--lang: 'de' is none of: da, en", "'de' er ingen af: da, en"),
    (["tree", "--format"], "--format needs a value", "--format mangler en værdi"),
    (["tree", "--debug=1"], "--debug takes no value", "--debug tager ingen værdi"),
    (["--format", "json", "tree"], "belongs after the command", "skal stå efter kommandoen"),
    (["tree", "--as-of", "2025-13"], "--as-of: '2025-13' is no date", "'2025-13' er ingen dato"),
    (["tree", "--depth", "0"], "--depth: '0' is no depth", "'0' er ikke en dybde"),
    (["terms", "--within", "soon"], "--within: 'soon' is no span", "'soon' er ikke et tidsrum"),
    (["tree", "--as-of", ""], "'' is no date", "'' er ingen dato"),
    (["tree", "--source", "x"], "'x' is not ID=FILE", "'x' er ikke ID=FIL"),
    (["tree", "--source", "=x"], "'=x' is not ID=FILE", "'=x' er ikke ID=FIL"),
    (["tree", "--source", "x=wrong.yaml"], "has no source 'x'; sources: ved", "ingen kilde 'x'"),
    (
        ["tree", "--source", "vedtaegt=wrong.yaml", "--source", "vedtaegt=unreadable.yaml"],
        "names two files for 'vedtaegt'",
        "angiver to filer for 'vedtaegt'",
    ),
    (["nodes", "--source", "vedtaegt=/nope"], "there is no file '/nope'", "ingen fil '/nope'"),
    (["coverage", "x"], "has no source 'x'; sources: vedtaegt", "ingen kilde 'x'"),
    (["nodes", "--kind", "pony"], "'pony' is no kind; kinds: ", "'pony' er ingen art; arter: "),
    (
        ["nodes", "--source", "vedtaegt=."],
        "'.' is no ordinary file",
        "'.' er ikke en almindelig fil",
    ),
    (["diff", "data", "--theme", "dark"], "such as -o changes.svg", "for eksempel -o changes.svg"),
    (["diff", "data", "--only-changed"], "--only-changed is for a picture", "gælder et billede"),
    (["relations", "--family", "pony"], "'pony' is no family; families: rep", "ingen familie"),
    (["relations", "--family", "appoints"], "'appoints' is no family", "ingen familie"),
    (["path", "a", "b", "--type", "pony"], "'pony' is no relation", "'pony' er ingen relation"),
    (["who", "apoints", "x"], "did you mean 'appoints'?", "'apoints' er ingen relation; mente du"),
    (["who", "pony"], "types: reports to, ", "typer: refererer til, "),
    (["chain", ""], "no node is called ''", "ingen knude hedder ''"),
    (["chain", "xyzzy"], "'orggraph nodes' lists them", "'orggraph nodes' viser dem"),
    (["chain", "folgegrupen"], "(The reference group)", "(Følgegruppen)"),
    (["whom", "xyzzy", "appoints"], "no node is called 'xyzzy'", "ingen knude hedder 'xyzzy'"),
    (["-d", "", "tree"], "no file or directory ''", "ingen fil eller mappe ''"),
    (["-d", "/nope", "tree"], "no file or directory '/nope'", "ingen fil eller mappe '/nope'"),
    (["-d", "unreadable.yaml", "tree"], "R108: a quotation mark", "et anførselstegn bliver aldrig"),
    (["-d", "wrong.yaml", "tree"], "unknown node 'nobody'", "ukendt knude 'nobody'"),
    (["-d", "data", "schema"], "has no use for -d", "kan ikke bruge -d"),
    (["init", "data/havn.yaml"], "is there already", "findes allerede"),
    (["init", "x.txt"], "let it end in .yaml", "lad det ende på .yaml"),
    (["init", "wrong.yaml/x.yaml"], "part of the path is no directory", "del af stien er ingen"),
]


@pytest.mark.parametrize(("args", "english", "danish"), MISUSES, ids=lambda v: str(v))
def test_a_misuse(ask: Ask, args: list[str], english: str, danish: str) -> None:
    for answer, words in ((ask(*args), english), (ask("--lang", "da", *args), danish)):
        assert (answer.code, answer.out) == (2, "")
        assert words in answer.err
        assert "Traceback" not in answer.err
        assert "Invalid value" not in answer.err
        assert len(answer.err.splitlines()) <= 24


def test_a_wrong_call_says_where_help_is(ask: Ask) -> None:
    assert ask("chain").err == "NODE is missing\nSee 'orggraph chain --help'.\n"
    assert ask("chain", "--format").err.endswith("See 'orggraph chain --help'.\n")
    assert ask("nonsense").err.endswith("See 'orggraph --help'.\n")


@pytest.mark.parametrize(
    "args",
    [
        ["chain", "x" * 5000],
        ["who", "x" * 5000],
        ["x" * 5000],
        ["tree", "x" * 5000, "x" * 5000],
        ["tree", "--format", "x" * 5000],
        ["tree", "--as-of", "x" * 5000],
        ["tree", "--source", "x" * 5000],
        ["tree", "--" + "x" * 5000],
        ["nodes", "--kind", "x" * 5000],
        ["coverage", "x" * 5000],
    ],
    ids=lambda args: " ".join(args)[:20],
)
def test_what_was_typed_is_repeated_in_short(ask: Ask, args: list[str]) -> None:
    answer = ask(*args)
    assert answer.code == 2
    assert len(answer.err) < 700


def test_several_nodes_of_a_name_are_told_apart(ask: Ask) -> None:
    answer = ask("chain", "the")
    assert (answer.code, answer.out) == (2, "")
    assert "name one of: " in answer.err
    assert "udvalget (The operations committee)" in answer.err


@pytest.mark.parametrize("call", [["show"], ["chain"], ["draw"], ["draw", "--only"], ["members"]])
def test_a_node_that_is_gone_on_the_date_is_no_unknown_one(
    ask: Ask, tmp_path: Path, call: list[str]
) -> None:
    data = "bodies:\n  a: {name: Alpha, until: 2020}\n  z: {name: Zeta}\n"
    (tmp_path / "gone.yaml").write_text(data, encoding="utf-8")

    for language, told in (
        ("en", "not there at the date 2031: a (Alpha); choose another date\n"),
        ("da", "findes ikke pr. 2031: a (Alpha); vælg en anden dato\n"),
    ):
        answer = ask("-d", "gone.yaml", "--lang", language, *call, "a", "--as-of", "2031")
        assert answer == (2, "", told)


def test_data_that_cannot_be_read(ask: Ask, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "binary.yaml").write_bytes(bytes(range(256)))
    (tmp_path / "empty.yaml").write_bytes(b"")
    for path, code in (("empty", "R006"), ("binary.yaml", "R008"), ("empty.yaml", "R007")):
        for command in ("tree", "check"):
            answer = ask("-d", path, command)
            assert (answer.code, answer.out) == (2, "")
            assert code in answer.err


def test_a_missing_file_is_named_once_and_without_a_line(ask: Ask) -> None:
    answer = ask("-d", "nowhere", "tree")
    assert answer.err.startswith("error R001: ")
    assert answer.err.count("nowhere") == 1


def test_many_problems_stay_on_a_screen(ask: Ask, tmp_path: Path) -> None:
    lines = [f"  b{i}: {{name: B{i}, reports to: missing{i}}}" for i in range(100)]
    (tmp_path / "many.yaml").write_text("bodies:\n" + "\n".join(lines), encoding="utf-8")
    answer = ask("-d", "many.yaml", "tree")
    assert (answer.code, answer.out) == (2, "")
    assert len(answer.err.splitlines()) <= 24
    assert answer.err.count("M101") == 5
    assert "Further problems: 95; 'orggraph check' shows them all." in answer.err
    assert ask("-d", "many.yaml", "check").out.count("M101") == 100


def test_a_traceback_is_shown_on_request_only(ask: Ask) -> None:
    assert "Traceback" not in ask("chain", "xyzzy").err
    shown = ask("--debug", "chain", "xyzzy")
    assert shown.code == 2
    assert "Traceback" in shown.err
    assert shown.err.endswith("lists them\n")
    assert "Traceback" in ask("chain", "xyzzy", "--debug").err


def test_a_mistake_of_the_program_itself(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("x" * 5000)

    monkeypatch.setattr("orggraph.cli.commands.lines.load_graph", fail)
    answer = ask("tree")
    assert (answer.code, answer.out) == (2, "")
    assert re.match(r"orggraph failed \(RuntimeError: x+…\); this is its own mistake", answer.err)
    assert len(answer.err) < 400


def test_an_error_of_the_system_names_the_file(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "secret.yaml")

    monkeypatch.setattr("orggraph.cli.commands.lines.load_graph", fail)
    assert ask("tree").err == "cannot use 'secret.yaml': permission denied\n"
    assert ask("tree", "--lang", "da").err == "kan ikke bruge 'secret.yaml': adgang nægtet\n"


def test_an_interruption_is_silent(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("orggraph.cli.commands.lines.load_graph", interrupt)
    answer = ask("tree")
    assert (answer.code, answer.out, answer.err.strip()) == (130, "", "")


def test_a_name_that_looks_like_an_option(ask: Ask) -> None:
    assert "'--lang'" in ask("chain", "--", "--lang").err
    assert ask("chain", "--lang", "da", "--", "--lang").err.startswith("ingen knude")

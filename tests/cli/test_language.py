"""One language an output, chosen by the call, else by the environment."""

import click
import pytest

from orggraph.cli.app import COMMANDS, app
from orggraph.words import help as danish_help
from tests.cli.conftest import Ask

DANISH, ENGLISH = "Driftsudvalget\n└─ refererer til", "The operations committee\n└─ reports to"


@pytest.mark.parametrize(
    ("environment", "args", "expected"),
    [
        ({}, [], ENGLISH),
        ({"ORGGRAPH_LANG": "da"}, [], DANISH),
        ({"ORGGRAPH_LANG": "DA"}, [], DANISH),
        ({"ORGGRAPH_LANG": "da_DK.UTF-8"}, [], DANISH),
        ({"LANG": "da_DK.UTF-8"}, [], DANISH),
        ({"LC_MESSAGES": "da_DK", "LANG": "en_GB"}, [], DANISH),
        ({"LC_ALL": "en_GB", "LC_MESSAGES": "da_DK", "LANG": "da_DK"}, [], ENGLISH),
        ({"LC_ALL": "", "LANG": "da_DK"}, [], DANISH),
        ({"LC_ALL": "C"}, [], ENGLISH),
        ({"LANG": "fr_FR"}, [], ENGLISH),
        ({"ORGGRAPH_LANG": "en", "LANG": "da_DK"}, [], ENGLISH),
        ({"ORGGRAPH_LANG": "", "LANG": "da_DK"}, [], DANISH),
        ({"ORGGRAPH_LANG": "en"}, ["--lang", "da"], DANISH),
        ({"ORGGRAPH_LANG": "da"}, ["--lang=en"], ENGLISH),
        ({}, ["--lang", "en", "--lang", "da"], DANISH),
    ],
    ids=str,
)
def test_where_the_language_comes_from(
    ask: Ask,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
    args: list[str],
    expected: str,
) -> None:
    monkeypatch.delenv("ORGGRAPH_LANG")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    for call in (["chain", "udvalget", *args], [*args, "chain", "udvalget"]):
        answer = ask(*call)
        assert answer.out.startswith(expected)
        assert (answer.code, answer.err) == (0, "")
    # A complaint that comes before the options are understood is in the same language.
    assert ask(*args, "nonsense").err.startswith("der er" if expected == DANISH else "there is")


def test_the_command_wins_over_what_stands_before_it(ask: Ask) -> None:
    assert ask("--lang", "en", "chain", "udvalget", "--lang", "da").out.startswith(DANISH)


def test_an_unknown_language_of_the_environment_is_told(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGGRAPH_LANG", "klingon")
    monkeypatch.setenv("LANG", "da_DK")
    answer = ask("chain", "udvalget")
    assert answer.code == 0
    assert answer.out.startswith(DANISH)
    assert answer.err == "$ORGGRAPH_LANG: 'klingon' er ingen af: da, en\n"


def test_danish_answers_have_no_english_words(ask: Ask) -> None:
    answer = ask("check", "--lang", "da")
    assert "Fejl: 0. Advarsler: " in answer.out
    assert "Bemærkninger: " in answer.out
    assert "organ       plads    besættes" in answer.out
    assert ask("members", "rådet", "--lang", "da").out.startswith("plads")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_both_languages(ask: Ask, command: str) -> None:
    call = [command] if command else []
    english, danish = ask(*call, "--help"), ask(*call, "--help", "--lang", "da")
    assert (english.code, english.err, danish.code, danish.err) == (0, "", 0, "")
    assert english.out.startswith(f"Usage: orggraph {command}".rstrip())
    assert danish.out.startswith(f"Brug: orggraph {command}".rstrip())
    assert "\nOptions:\n" in english.out
    assert "\nTilvalg:\n" in danish.out
    assert ask(*call, "--lang", "da", "-h") == danish
    for answer in (english, danish):
        assert all(len(line) <= 80 for line in answer.out.splitlines())


def test_no_command_shows_the_help(ask: Ask) -> None:
    assert ask() == ask("--help")
    assert ask("--lang", "da") == ask("--lang", "da", "--help")


def test_every_command_and_option_has_its_help_in_danish() -> None:
    ctx = click.Context(app)
    commands = [app, *filter(None, (app.get_command(ctx, name) for name in COMMANDS))]
    assert {command.name for command in commands} == set(danish_help.COMMANDS)
    told = {
        param.help
        for command in commands
        for param in command.get_params(ctx)
        if isinstance(param, click.Option)
    }
    assert told == set(danish_help.OPTIONS)


def test_the_version(ask: Ask) -> None:
    answer = ask("--version")
    assert answer.code == 0
    assert answer.out.startswith("orggraph 0.")

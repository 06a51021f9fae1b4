"""Shells complete names and words from the data, and are never told what is wrong with it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from orggraph.cli.run import run

Complete = Callable[..., list[str]]


@pytest.fixture
def complete(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., list[str]]:
    """Return a function that completes the last of some words, as bash asks."""

    def call(*words: str, shell: str = "bash") -> list[str]:
        line = " ".join(["orggraph", *words])
        monkeypatch.setenv("_ORGGRAPH_COMPLETE", f"{shell}_complete")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", words[-1] if shell == "fish" else str(len(words)))
        with pytest.raises(SystemExit) as done:
            run([])
        assert done.value.code == 0
        out, err = capsys.readouterr()
        assert err == ""
        return [line.removeprefix("plain,") for line in out.split("\n") if line]

    return call


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["path", "føl"], ["følgegruppen"]),
        (["path", "foel"], ["følgegruppen"]),
        (["path", "refer"], ["følgegruppen"]),
        (["path", "følgegruppen", "HARB"], ["rådet"]),
        (["chain", "åse"], ["åse"]),
        (["common", "rådet", "drift"], ["udvalget"]),
        (["who", "app"], ["appoints", "approves"]),
        (["who", "udp"], ["udpeger"]),
        (["who", "appoints", "råd"], ["rådet"]),
        (["whom", "by"], ["byen"]),
        (["whom", "byen", "app"], ["appoints", "approves"]),
        (["relations", "--type", "rep"], ["reports_to", "represents"]),
        (["relations", "--family", "rep"], ["reporting"]),
        (["nodes", "--kind", "org"], ["organisation", "organ"]),
        (["coverage", "v"], ["vedtaegt"]),
        (["check", "--source", "v"], ["vedtaegt"]),
        (["explain", "g00"], ["G001", "G002", "G003"]),
        (["explain", "G001", "g00"], ["G002", "G003"]),
        (["explain", "no-superior", "G001", "no-sup"], []),
        (["explain", "no-sup"], ["no-superior"]),
        (["diff", "da"], ["file,da"]),
        (["diff", "HEAD:data", "da"], ["file,da"]),
        (["tree", "--lang", "d"], ["da"]),
        (["tree", "--format", ""], ["text", "json", "csv", "markdown"]),
        (["tree", "--as"], ["--as-of"]),
        (["ch"], ["check", "chain"]),
        (["draw", "føl"], ["følgegruppen"]),
        (["draw", "--around", "føl"], ["følgegruppen"]),
        (["draw", "--to", "p"], ["pdf", "png", "pptx"]),
        (["draw", "--theme", "d"], ["dark"]),
        (["draw", "--engine", ""], ["embedded", "dot", "tidy"]),
        (["draw", "--view", "x"], []),
        (["-d", ""], ["file,"]),
        (["init", ""], ["file,"]),
    ],
    ids=str,
)
def test_what_completes(complete: Complete, words: Sequence[str], expected: list[str]) -> None:
    assert complete(*words) == expected


def test_relations_in_the_language_asked_for(complete: Complete) -> None:
    assert complete("who", "--lang", "da", "refer") == ["refererer_til"]
    assert complete("who", "refer") == ["refererer_til"]
    assert complete("who", "rep") == ["reports_to", "represents"]


def test_a_completed_relation_is_understood(
    complete: Complete, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (word,) = complete("who", "refer")
    monkeypatch.delenv("_ORGGRAPH_COMPLETE")
    assert run(["who", word, "rådet"]) == 0
    assert "operations committee" in capsys.readouterr().out


@pytest.mark.parametrize("data", ["unreadable.yaml", "wrong.yaml", "nowhere", "''"])
def test_data_that_cannot_be_read_completes_nothing(complete: Complete, data: str) -> None:
    assert complete("-d", data, "path", "a") == []
    assert complete("path", "-d", data, "a") == []
    for option in ("--type", "--family"):
        assert complete("-d", data, "relations", option, "re") == []
    assert complete("-d", data, "nodes", "--kind", "b") == []
    assert complete("-d", data, "coverage", "v") == []


def test_other_data_than_the_usual(complete: Complete, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    assert complete("path", "føl") == []


def test_an_unknown_language_stays_unsaid(
    complete: Complete, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGGRAPH_LANG", "klingon")
    assert complete("path", "føl") == ["følgegruppen"]


def test_zsh_and_fish_show_names_too(complete: Complete) -> None:
    assert complete("path", "føl", shell="zsh") == ["plain", "følgegruppen", "The reference group"]
    assert complete("path", "føl", shell="fish") == ["følgegruppen\tThe reference group"]
    assert complete("mem", shell="zsh")[1:] == ["members", "Show who sits in BODY, in which seat."]


def test_formats_are_those_that_the_option_is_for(complete: Complete) -> None:
    assert complete("convert", "a", "b", "--to", "d") == ["dot"]
    assert complete("convert", "a", "b", "--from", "d") == []
    assert complete("convert", "a", "b", "--from", "bo") == ["bods"]
    assert complete("convert", "a", "b", "--to", "bo") == []


def test_what_a_reader_does_not_understand_is_not_told(complete: Complete) -> None:
    text = '{"persons": [{"id": "ann", "name": "Ann", "gender": "x"}]}'
    Path("x.popolo.json").write_text(text, encoding="utf-8")
    assert complete("-d", "x.popolo.json", "show", "a") == ["ann"]  # and nothing is on stderr

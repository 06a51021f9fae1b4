"""The command that converts between formats, and what it says of what got lost."""

import json
import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path
from threading import Thread

import pytest

import orggraph
from orggraph.formats.registry import FORMATS, find_format
from tests.cli.conftest import Ask

WRITTEN = [name for name in FORMATS if find_format(name).write]
READ = [name for name in WRITTEN if find_format(name).read]


def files() -> list[str]:
    """Return the names of what is in the working directory."""
    return sorted(path.name for path in Path().iterdir())


def output(name: str) -> str:
    """Return the name of a file in a format; tables go into a directory, or beside each other."""
    written = {"csv": "out", "parquet": "out-nodes.parquet"}
    return written.get(name, f"out{FORMATS[name].suffixes[0]}")


def target(name: str) -> str:
    """Return what is named to write a format."""
    return "out/" if name == "csv" else f"out{FORMATS[name].suffixes[0]}"


@pytest.mark.parametrize("name", WRITTEN)
def test_the_data_is_written_in_every_format_by_its_ending(ask: Ask, name: str) -> None:
    answer = ask("convert", "data", target(name))
    assert (answer.code, answer.out) == (0, "")
    assert f"→ {name}; nodes: 5, relations: 3 (members: 1), seats: 1, sources: 1" in answer.err
    assert Path(output(name)).exists()


@pytest.mark.parametrize("name", READ)
def test_what_was_written_is_read_by_every_command(ask: Ask, name: str) -> None:
    ask("convert", "data", target(name))
    answer = ask("-d", output(name), "path", "udvalget", "rådet", "--format", "json")
    expected = "reporting"
    if find_format(name).carries is None:
        assert ask("diff", "data", output(name)).code == 0
        assert json.loads(answer.out)["tier"] == expected
    assert ask("-d", output(name), "show", "åse").code == 0


def test_one_file_alone_is_what_is_written(ask: Ask) -> None:
    assert ask("-d", "data", "convert", "out.json").code == 0
    assert ask("convert", "other.json").code == 0
    assert Path("out.json").read_bytes() == Path("other.json").read_bytes()
    refused = ask("-d", "data", "convert", "data", "out.json")
    assert (refused.code, "no use for -d" in refused.err) == (2, True)


def test_standard_output_needs_a_format_and_has_nothing_but_the_file(ask: Ask) -> None:
    answer = ask("convert", "data", "-", "--to", "json")
    assert answer.code == 0
    assert json.loads(answer.out)["title"] == "Havnen"
    assert "Nothing was lost." in answer.err
    refused = ask("convert", "data", "-")
    assert (refused.code, "--to" in refused.err) == (2, True)
    several = ask("convert", "data", "-", "--to", "csv")
    assert (several.code, "directory" in several.err) == (2, True)


def test_standard_input_is_known_by_what_it_holds(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = Path("data/havn.yaml").read_bytes()
    for said in ((), ("--from", "yaml")):
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text)))
        assert ask("convert", "-", "out.json", *said).code == 0
        assert json.loads(Path("out.json").read_text(encoding="utf-8"))["title"] == "Havnen"
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(text)))
    assert ask("-d", "-", "show", "åse").code == 0


def test_what_is_lost_is_said_counted_and_written_as_json(ask: Ask) -> None:
    answer = ask("convert", "data", "out.dot", "--report", "report.json")
    assert answer.code == 0
    assert "Lost, since dot cannot carry it" in answer.err
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert (report["from"], report["format"], report["files"]) == ("yaml", "dot", ["out.dot"])
    assert report["carried"]["nodes"] == 5
    lost = {item["what"]: item for item in report["lost"]}
    assert lost["seats"] == {"what": "seats", "count": 1, "example": "rådet/formand"}
    assert not [what for what in lost if what.startswith("seat.")]  # lost with the seats
    assert report["not_understood"] == []


def test_strict_refuses_a_loss_and_writes_nothing(ask: Ask) -> None:
    Path("out.dot").write_text("older", encoding="utf-8")
    answer = ask("convert", "data", "out.dot", "--strict", "--report", "report.json")
    assert answer.code == 1
    assert "nothing was written" in answer.err
    assert "→" not in answer.err  # and so nothing is said to have been
    assert Path("out.dot").read_text(encoding="utf-8") == "older"
    assert sorted(path.name for path in Path().glob(".*")) == []
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["lost"]
    assert ask("convert", "data", "out.json", "--strict").code == 0


def test_what_a_reader_does_not_understand_is_said_by_every_command(ask: Ask) -> None:
    entry = {"id": "x", "name": "X", "birth_date": "1970-01-01"}
    Path("x.popolo.json").write_text(json.dumps({"persons": [entry]}), encoding="utf-8")
    for call in (("-d", "x.popolo.json", "nodes"), ("convert", "x.popolo.json", "out.yaml")):
        answer = ask(*call)
        assert answer.code == 0
        assert "birth_date" in answer.err
    refused = ask("convert", "x.popolo.json", "strict.yaml", "--strict")
    assert (refused.code, Path("strict.yaml").exists()) == (1, False)
    with pytest.warns(orggraph.LossWarning, match="birth_date"):
        orggraph.load("x.popolo.json")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("data", "out.doc"), "'out.doc' says no format"),
        (("data", "out.json", "--to", "popollo"), "'popollo' is no format; formats: yaml"),
        (("data", "out.json", "--from", "dot"), "only written"),
        (("data", "x.bods.json"), "only read"),
        (("data", "out.json", "--delimiter", ";"), "--delimiter means nothing to yaml"),
        (("data", "out.json", "--base", "urn:x:"), "--base means nothing to json"),
        (("data", "out.json", "--column", "x"), "NAME=HEADING, such as"),
        (("data", "out.json", "--column", "name=Navn"), "--column means nothing to yaml"),
        (("data", "out.json", "--text-lang", "da"), "--text-lang means nothing to yaml"),
        (("data", "out.bods"), "one of: .csv, .dot, .ftm.json, .gexf"),
        (("data", "data"), "'data' is what is read"),
        (("data",), "'data' is what is read"),
        (("data", "data/more.yaml"), "'data/more.yaml' would be read as part of 'data'"),
        (("", "out.json"), "IN is empty"),
        (("data", ""), "OUT is empty"),
        (("data", "out.json", "--report", ""), "--report is empty"),
        (("data", "out.json", "--report", "./out.json"), "both OUT and the report"),
        (("data/havn.yaml", "out.json", "--report", "data/havn.yaml"), "is what is read"),
        (("data", "out.csv", "--report", "out-nodes.csv"), "both OUT and the report"),
        (("data", "out/", "--report", "./out"), "both OUT and the report"),
        (("data", "out.json", "--report", "data/havn.yaml"), "would be read as part of 'data'"),
        (("data", "out.json", "--report", "data/new.yml"), "would be read as part of 'data'"),
        (("data", "out.json", "--report", "data/.."), "it is a directory"),
        (("data", "-", "--to", "json", "--report", "-"), "both OUT and the report"),
        (("nothing.csv", "out.json"), "no file or directory 'nothing.csv'"),
        (("nothing.xlsx", "out.json"), "nothing.xlsx"),
        (("data/havn.yaml", "data/havn.yaml"), "name another file"),
        (("data", "missing/folder/out.json", "--report", "no/where.json"), "no/where.json"),
        (("data/vedtaegt.txt", "out.json"), "data/vedtaegt.txt"),
    ],
)
def test_wrong_use_is_explained(ask: Ask, args: tuple[str, ...], told: str) -> None:
    before = files()
    answer = ask("convert", *args)
    assert (answer.code, answer.out) == (2, "")
    assert told in answer.err
    assert "Traceback" not in answer.err
    assert len(answer.err.splitlines()) < 20
    assert files() == before


def test_a_file_that_is_in_no_format_of_its_ending_is_told(ask: Ask) -> None:
    Path("x.graphml").write_text("<html/>", encoding="utf-8")
    Path("x.json").write_text("[1, 2]", encoding="utf-8")
    assert ask("convert", "x.graphml", "out.yaml").code == 2
    answer = ask("convert", "x.json", "out.yaml")
    assert answer.code == 2
    assert "popolo" in answer.err


def test_what_is_only_written_is_told_so_when_read(ask: Ask) -> None:
    ask("convert", "data", "out.dot")
    for call in (("-d", "out.dot", "nodes"), ("convert", "out.dot", "again.yaml")):
        answer = ask(*call)
        assert (answer.code, "dot is only written, not read" in answer.err) == (2, True)
    assert "no file or directory 'none.dot'" in ask("-d", "none.dot", "nodes").err


def test_who_forgets_the_output_does_not_lose_the_input(ask: Ask) -> None:
    ask("convert", "data", "staff.xlsx")
    before = Path("staff.xlsx").read_bytes()
    Path("staff.xlsx").write_bytes(before + b"mine")
    answer = ask("convert", "staff.xlsx")
    assert (answer.code, "convert data staff.xlsx" in answer.err) == (2, True)
    assert Path("staff.xlsx").read_bytes() == before + b"mine"
    assert ask("-d", "data", "convert", "staff.xlsx").code == 0  # who says both means both
    assert Path("staff.xlsx").read_bytes() == before


def test_the_report_can_go_to_standard_output(ask: Ask) -> None:
    answer = ask("convert", "data", "out.dot", "--report", "-")
    assert json.loads(answer.out)["files"] == ["out.dot"]


def test_a_conversion_that_fails_leaves_no_directory_behind(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files()
    assert ask("convert", "data", "new/folder/out.dot", "--strict").code == 1
    assert ask("convert", "data", "new/out.ttl", "--base", "<>").code == 2

    def stop(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("orggraph.formats.convert.find_losses", stop)
    assert ask("convert", "data", "new/folder/").code == 130
    assert files() == before


@pytest.mark.parametrize("out", ["tables", "tables/x.csv"])
def test_older_tables_are_not_mixed_with_new_ones(ask: Ask, out: str) -> None:
    Path("tables").mkdir()
    Path("small.yaml").write_text("bodies: {a: {name: A}}\n", encoding="utf-8")
    assert ask("convert", "data", out).code == 0
    assert ask("convert", "data", out).code == 0  # the same again
    before = {path: path.read_bytes() for path in Path("tables").iterdir()}
    answer = ask("convert", "small.yaml", out)
    assert (answer.code, "members.csv" in answer.err) == (2, True)
    assert {path: path.read_bytes() for path in Path("tables").iterdir()} == before
    for path in before:
        path.unlink()
    Path("tables/budget.txt").write_text("mine", encoding="utf-8")
    assert ask("convert", "small.yaml", out).code == 0


def test_tables_are_not_written_over_what_is_read(ask: Ask) -> None:
    Path("tables").mkdir()
    ask("convert", "data", "tables/x.csv")
    answer = ask("convert", "tables/x-nodes.csv", "tables/x.csv")
    assert (answer.code, "x-nodes.csv' is what is read" in answer.err) == (2, True)
    assert ask("convert", "tables/x-nodes.csv", "tables/y.csv").code == 0
    ask("convert", "data", "both/")
    assert ask("convert", "both", "both/").code == 2
    with pytest.raises(orggraph.OrgGraphError, match="is what is read"):
        orggraph.convert("both/nodes.csv", "both")


def test_many_gaps_are_cut_to_a_screen_and_whole_in_the_report(ask: Ask) -> None:
    fields = {f"field_{number:02}": "x" for number in range(40)}
    persons: list[dict[str, str]] = [{"id": "p", "name": "P", "rare": "x"}]
    persons += [{"id": f"p{n}", "name": f"P{n}", **fields} for n in range(3)]
    Path("x.popolo.json").write_text(json.dumps({"persons": persons}), encoding="utf-8")
    answer = ask("convert", "x.popolo.json", "out.yaml", "--report", "report.json")
    assert len(answer.err.splitlines()) < 24
    assert "rare" not in answer.err
    assert "Further kinds: 26, 76 in all" in answer.err
    report = json.loads(Path("report.json").read_text(encoding="utf-8"))
    assert len(report["not_understood"]) == 41
    assert "Further kinds: 36, 106 in all" in ask("-d", "x.popolo.json", "nodes").err
    with pytest.warns(orggraph.LossWarning, match="…$") as told:
        orggraph.load("x.popolo.json")
    warning = told[0].message
    assert isinstance(warning, orggraph.LossWarning)
    assert len(warning.remarks) == 41


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such pipes")
def test_a_pipe_is_read_once(ask: Ask) -> None:
    os.mkfifo("pipe")
    for call in (("convert", "pipe", "out.json"), ("-d", "pipe", "show", "åse")):
        writer = Thread(
            target=Path("pipe").write_bytes, args=(Path("data/havn.yaml").read_bytes(),)
        )
        writer.start()
        assert ask(*call).code == 0
        writer.join()


@pytest.mark.skipif(sys.platform != "linux", reason="names are Unicode elsewhere")
def test_a_file_is_found_whatever_its_name_is_encoded_in(ask: Ask) -> None:
    name = os.fsdecode(b"h\xe5vn.yaml")
    Path(name).write_bytes(Path("data/havn.yaml").read_bytes())
    out = os.fsdecode(b"\xf8st.json")
    assert ask("convert", name, out, "--report", "report.json").code == 0
    assert Path(out).exists()
    assert json.loads(Path("report.json").read_text(encoding="utf-8"))["files"] == ["?st.json"]


def test_a_directory_of_both_kinds_is_refused(ask: Ask) -> None:
    assert ask("convert", "data", "data/").code == 2  # what is read is not written
    Path("data/nodes.csv").write_text("id,kind,name\n", encoding="utf-8")
    answer = ask("nodes")
    assert answer.code == 2
    assert "both data files and tables" in answer.err
    Path("mixed").mkdir()
    Path("mixed/a.yaml").write_text("bodies: {a: {name: A}}\n", encoding="utf-8")
    answer = ask("convert", "data/havn.yaml", "mixed")
    assert (answer.code, "a.yaml" in answer.err) == (2, True)


def test_the_words_are_danish_when_danish_is_asked_for(ask: Ask) -> None:
    answer = ask("convert", "data", "out.dot", "--lang", "da")
    assert "Tabt, fordi dot ikke kan rumme det" in answer.err
    assert "Havnerådet" in Path("out.dot").read_text(encoding="utf-8")
    ask("convert", "data", "out.dot", "--lang", "en")
    assert "The harbour council" in Path("out.dot").read_text(encoding="utf-8")


def test_a_date_leaves_out_what_does_not_hold(ask: Ask) -> None:
    assert ask("convert", "data", "out.json", "--as-of", "2025").code == 0
    assert "reports to" not in Path("out.json").read_text(encoding="utf-8")


def test_python_writes_and_reads_by_the_ending(tmp_path: Path) -> None:
    org = orggraph.load("data")
    orggraph.dump(org, "out.graphml")
    assert org.diff(orggraph.load("out.graphml")).is_empty
    made = orggraph.convert("out.graphml", "out.popolo.json")
    assert (made.source, made.target, made.is_lossless) == ("graphml", "popolo", True)
    with pytest.warns(orggraph.LossWarning, match="seats"):
        orggraph.dump(org, "out.dot")


def test_sources_are_named_from_where_the_file_is(ask: Ask) -> None:
    ask("convert", "data", "elsewhere/out.popolo.json")
    assert ask("diff", "data", "elsewhere/out.popolo.json").code == 0
    assert ask("diff", str(Path("data").resolve()), "elsewhere/out.popolo.json").code == 0
    report = json.loads(ask("-d", "elsewhere/out.popolo.json", "check", "--format", "json").out)
    assert report["evidence"]["verified"] == 2
    ask("convert", "elsewhere/out.popolo.json", "data2/")
    assert "../data/vedtaegt.txt" in Path("data2/sources.csv").read_text(encoding="utf-8")
    ask("convert", "data2", "data/again.yaml")
    assert "file: vedtaegt.txt" in Path("data/again.yaml").read_text(encoding="utf-8")


def test_a_diff_says_what_is_left_out_of_both_once(ask: Ask) -> None:
    for name, entry in (("a", {"gender": "x"}), ("b", {"gender": "x"}), ("c", {"image": "y"})):
        persons = [{"id": "x", "name": "X", **entry}]
        Path(f"{name}.popolo.json").write_text(json.dumps({"persons": persons}), encoding="utf-8")
    same = ask("diff", "a.popolo.json", "b.popolo.json")
    assert (same.code, same.err.count("persons.gender")) == (0, 1)
    other = ask("diff", "a.popolo.json", "c.popolo.json").err
    assert ("persons.gender" in other, "persons.image" in other) == (True, True)


def test_a_revision_in_another_format_is_compared(ask: Ask) -> None:
    ask("convert", "data", "one.popolo.json")
    assert ask("diff", "data", "one.popolo.json").code == 0


def git(*args: str) -> None:
    """Run git in the working directory."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(("git", *who, *args), check=True)


@pytest.mark.parametrize("path", ["tables", "tables/nodes.csv"])
def test_tables_of_a_revision_are_read_together(ask: Ask, path: str) -> None:
    ask("convert", "data", "tables/")
    git("init", "-q")
    git("add", "tables")
    git("commit", "-qm", "tables")
    assert ask("diff", "data", f"HEAD:{path}").code == 0
    text = Path("tables/nodes.csv").read_text(encoding="utf-8")
    Path("tables/nodes.csv").write_text(text.replace("Åse", "Ase"), encoding="utf-8")
    assert ask("diff", f"HEAD:{path}", "tables").code == 1
    Path("tables/nodes.csv").write_text(text.replace("person", "robot"), encoding="utf-8")
    git("commit", "-qam", "wrong")
    answer = ask("diff", f"HEAD:{path}", "data")
    assert (answer.code, "HEAD:tables/nodes.csv:" in answer.err) == (2, True)


@pytest.mark.parametrize("said", ["tab", "\\t", "\t"])
def test_a_tabulator_can_be_said_in_words(ask: Ask, said: str) -> None:
    Path("x.csv").write_text("id\tkind\tname\na;b\tbody\tA;B\n", encoding="utf-8")
    Path("y.csv").write_text("id\tkind\tname\na\tbody\tA;B\n", encoding="utf-8")
    assert ask("convert", "y.csv", "y.json", "--delimiter", said).code == 0
    assert orggraph.load("y.json").node("a").name.original == "A;B"
    assert ask("convert", "y.csv", "z.json", "--delimiter", ";").code == 2


def test_a_directory_named_alone_is_not_taken_for_a_new_one(ask: Ask) -> None:
    Path("tables").mkdir()
    answer = ask("convert", "tables")
    assert answer.code == 2
    assert not list(Path("tables").iterdir())


def test_json_has_numbers_and_truth_values_of_its_own(ask: Ask) -> None:
    Path("a.yaml").write_text(
        "bodies: {b: {name: B, seats: {s: {count: 3, vote: yes, from: 2020-01}}}}",
        encoding="utf-8",
    )
    assert ask("convert", "a.yaml", "a.json").code == 0
    seat = json.loads(Path("a.json").read_text(encoding="utf-8"))["bodies"]["b"]["seats"]["s"]
    assert (seat["count"], seat["vote"], seat["from"]) == (3, True, "2020-01")


def test_parquet_goes_into_a_directory_where_that_is_said(ask: Ask) -> None:
    assert ask("convert", "data", "tables/", "--to", "parquet").code == 0
    assert {"nodes.parquet", "relations.parquet", "edges.parquet"} <= {
        path.name for path in Path("tables").iterdir()
    }
    assert ask("diff", "data", "tables").code == 0
    assert ask("-d", "tables", "path", "udvalget", "rådet").code == 0

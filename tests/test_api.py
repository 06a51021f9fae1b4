"""The Python face: an organisation with its questions as methods."""

import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import networkx as nx
import pytest

import orggraph
from orggraph import OrgGraph, Tier, UnknownNodeError, UnknownTermError, dump, load
from orggraph.evidence.coverage import ParagraphStatus
from orggraph.model import PartialDate
from orggraph.queries.times import parse_date
from orggraph.source import ReadError

TEXT = """\
    title: Havnen
    language: da
    sources: {d: {title: D, file: d.txt}}
    bodies:
      board:
        name: Bestyrelsen
        en: The board
        reports to: {council: {until: 2023, evidence: "d: refererer til byrådet"}}
        informs: council
        seats: {chair: {appointed by: council}}
        members: [{person: ada, seat: chair}]
      council: {name: Byrådet, en: The council}
      yard: {name: Værftet, reports to: board}
    persons: {ada: Ada}
    """


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "org.yaml"
    path.write_text(dedent(TEXT), encoding="utf-8")
    (tmp_path / "d.txt").write_text("Den refererer til byrådet.\n\nMere.", encoding="utf-8")
    return path


@pytest.fixture
def org(path: Path) -> OrgGraph:
    return load(path)


def test_what_is_dumped_loads_as_the_same(org: OrgGraph, tmp_path: Path) -> None:
    dump(org, tmp_path / "copy.yaml")
    copy = load(tmp_path / "copy.yaml")
    assert type(copy) is OrgGraph
    assert copy == org
    assert (tmp_path / "copy.yaml").read_text(encoding="utf-8") == org.to_yaml() == copy.to_yaml()
    assert "Værftet" in org.to_yaml()


def test_a_directory_or_a_file_loads_by_path_or_text(path: Path, tmp_path: Path) -> None:
    assert load(str(tmp_path)) == load(tmp_path) == load(path)
    with pytest.raises(ReadError):
        load(tmp_path / "none.yaml")


def test_without_a_path_the_data_folder_is_loaded(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    path.rename(tmp_path / "data" / "org.yaml")
    monkeypatch.chdir(tmp_path)
    assert len(load()) == 4


def test_every_question_takes_names_as_people_write_them(org: OrgGraph) -> None:
    assert org.find_node("vaerftet").id == "yard"
    assert org.find_path("Værftet", "the council").tier is Tier.REPORTING
    assert org.find_path("vaerftet", "ADA", strict=True).tier is Tier.NONE
    assert org.find_paths("værft", "council", strict=True).is_found
    assert org.find_paths("værft", "ada").is_found
    assert not org.find_paths("værft", "ada", strict=True).is_found
    assert [r.source for r in org.find_who("appoints", "Bestyrelsen").relations] == ["council"]
    assert {r.target for r in org.find_whom("udpeger", "byraadet").relations} == {"board", "ada"}
    assert org.find_chain("Vaerft").tops == ("council",)
    assert org.find_tree("the council").node == "council"
    assert org.find_tree().outside == 1
    assert org.find_common("vaerft", "bestyr").superiors == ("board",)
    assert org.find_roster("the board").body == "board"
    assert org.describe("the board").node.id == "board"
    assert [r.id for r in org.find_relations(node="vaerft").relations] == ["yard:reports_to:board"]
    assert len(org.find_whom("appoints").relations) == len(org.find_who("appoints").relations) == 2


def test_an_unknown_name_is_refused_everywhere(org: OrgGraph) -> None:
    ask = (
        org.find_node, org.find_chain, org.find_tree, org.find_roster, org.describe,
        lambda name: org.find_path(name, "ada"), lambda name: org.find_path("ada", name),
        lambda name: org.find_paths("ada", name), lambda name: org.find_common("ada", name),
        lambda name: org.find_who("appoints", name), lambda name: org.find_whom("appoints", name),
        lambda name: org.find_relations(node=name),
    )  # fmt: skip
    for question in ask:
        with pytest.raises(UnknownNodeError):
            question("qxqxqx")


def test_lists_are_chosen_by_kind_family_and_type(org: OrgGraph) -> None:
    assert [n.id for n in org.find_nodes(kind="person").nodes] == ["ada"]
    types = lambda **how: {r.type for r in org.find_relations(**how).relations}  # noqa: E731
    assert types(families=["kontakt"]) == {"informs"}
    assert types(families=["contact"], types=["medlem af"]) == {"informs", "member_of"}
    assert types(types=["udpegning"]) == {"appoints"}
    assert types() == {"informs", "member_of", "appoints", "reports_to"}
    assert org.vocabulary.choose_types() is None
    with pytest.raises(UnknownTermError):
        org.find_relations(families=["reports to"])


def test_a_date_leaves_out_what_does_not_hold(org: OrgGraph) -> None:
    assert org.find_path("board", "council").tier is Tier.REPORTING
    then = org.as_of("2024-01")
    assert type(then) is OrgGraph
    assert then.find_path("board", "council").tier is Tier.LINKS
    assert org.as_of("2023").find_path("board", "council").tier is Tier.REPORTING
    assert parse_date("2023-05") == PartialDate(2023, 5)
    with pytest.raises(UnknownTermError, match="'soon' is no date"):
        org.as_of("soon")


def test_families_and_types_leave_out_the_rest(org: OrgGraph) -> None:
    only = org.only(families=["reporting"])
    assert type(only) is OrgGraph
    assert {r.type for r in only.relations.values()} == {"reports_to"}
    assert {r.type for r in org.only(types=["informerer"]).relations.values()} == {"informs"}
    assert org.only() == org


def test_a_check_knows_the_lines_and_the_files_it_is_given(org: OrgGraph, tmp_path: Path) -> None:
    # What the rules of governance find in it is for their own tests.
    assert {problem.code[0] for problem in org.check().problems} == {"G"}
    other = tmp_path / "other.txt"
    other.write_text("Noget andet", encoding="utf-8")
    found = org.check({"d": str(other)}).problems
    (problem,) = (each for each in found if each.code == "E101")
    assert problem.excerpt is not None
    assert "reports to: {council" in problem.excerpt


def test_coverage_is_that_of_the_file_it_is_given(org: OrgGraph, tmp_path: Path) -> None:
    statuses = [p.status for p in org.find_coverage("d").paragraphs]
    assert statuses == [ParagraphStatus.COVERED, ParagraphStatus.UNCOVERED]
    other = tmp_path / "other.txt"
    other.write_text("Noget andet", encoding="utf-8")
    assert org.find_coverage("d", {"d": str(other)}).tally(ParagraphStatus.COVERED) == 0


@pytest.mark.parametrize(
    ("format_", "beginning"),
    [
        ("text", "Værftet → The council: a reporting line"),
        ("markdown", "Værftet → The council: a reporting line"),
        ("json", '{\n  "source": "yard"'),
        ("csv", "path,hop,source,"),
    ],
)
def test_a_result_is_told_in_each_format(org: OrgGraph, format_: str, beginning: str) -> None:
    found = org.find_path("yard", "council")
    assert org.report(found, format_).startswith(beginning)


def test_a_result_is_told_in_the_language_and_with_the_sources_asked_for(
    org: OrgGraph, tmp_path: Path
) -> None:
    found = org.find_path("yard", "council")
    assert org.report(found, language="da").startswith("Værftet → Byrådet: en rapporteringslinje")
    assert "d, paragraph 1:" in org.report(found)
    other = tmp_path / "other.txt"
    other.write_text("x\n\nDen refererer til byrådet", encoding="utf-8")
    assert "d, paragraph 2:" in org.report(found, sources={"d": str(other)})
    (tmp_path / "d.txt").unlink()
    told = org.report(org.check({"d": str(other)}), "json")
    assert '"verified"' in told
    assert '"unchecked": 0' in told
    assert '"status": "unchecked"' not in told
    with pytest.raises(ValueError, match="xml"):
        org.report(found, "xml")


def test_networkx_has_the_graph(org: OrgGraph) -> None:
    found = org.to_networkx()
    assert isinstance(found, nx.MultiDiGraph)
    assert found.number_of_edges() == len(org.relations) == 6
    assert org.to_networkx(derived=False).number_of_edges() == 4


@pytest.mark.parametrize("name", orggraph.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(orggraph, name) is not None


def test_no_other_name_is_there() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = orggraph.nothing
    assert sorted(n for names in orggraph._HOMES.values() for n in names) == sorted(
        orggraph.__all__
    )


def loaded_after(code: str) -> set[str]:
    """Return the modules that Python has loaded after running some code."""
    script = f"{code}\nimport sys; print('\\n'.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, text=True
    )
    return set(done.stdout.splitlines())


HEAVY = {"networkx", "graphviz", "rapidfuzz", "jsonschema", "click", "html.parser", "csv"}


def test_importing_loads_next_to_nothing() -> None:
    loaded = loaded_after("import orggraph")
    assert not loaded & (HEAVY | {"yaml", "orggraph.api", "orggraph.model"})


def test_a_path_is_found_without_what_it_does_not_need(path: Path) -> None:
    code = f"import orggraph; org = orggraph.load({str(path)!r}); r = org.find_path('yard', 'ada')"
    loaded = loaded_after(code)
    assert "orggraph.queries.paths" in loaded
    unneeded = {"orggraph.formats.json_schema", "orggraph.formats.graphs.networkx_graph",
                "orggraph.formats.yaml.writer", "orggraph.reports.teller"}  # fmt: skip
    assert not loaded & (HEAVY | unneeded)
    assert "networkx" in loaded_after(code + "; org.to_networkx()")
    assert "rapidfuzz" in loaded_after(code + "\ntry: org.find_node('yadr')\n"
                                       "except orggraph.UnknownNodeError: pass")  # fmt: skip

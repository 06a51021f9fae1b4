"""What a data file says of the rules decides how findings count, and never hides that it does."""

# ruff: noqa: E501 (a case a line)

from collections.abc import Callable

import pytest

from orggraph.checks import CheckReport
from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import OFF, find_rule, iter_rules
from orggraph.words import PROBLEMS
from tests.conftest import FindProblems, LoadFiles, LoadText, told

Examine = Callable[..., CheckReport]
TWO = "bodies: {a: {name: A}, b: {name: B}, c: {name: C, reports to: d}, d: {name: D}}\n"


def counted(found: CheckReport) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(p.code, p.severity, p.subjects) for p in found.problems]


def test_without_settings_all_counts(examine: Examine) -> None:
    found = examine(TWO)
    assert counted(found) == [("G001", "note", ("a",)), ("G001", "note", ("b",))]
    assert found.set_aside == ()


def test_a_rule_is_set_aside_for_some_with_the_reason(examine: Examine) -> None:
    found = examine("rules: {G001: {severity: off, for: a, reason: By law}}\n" + TWO)
    assert counted(found) == [("G001", "note", ("b",))]
    ((problem, setting),) = found.set_aside
    assert (problem.subjects, setting.reason.original) == (("a",), "By law")


@pytest.mark.parametrize("severity", ["note", "warning", "error"])
@pytest.mark.parametrize("rule", ["G001", "g001", "no-superior", "No-Superior"])
def test_a_rule_counts_as_the_file_says(examine: Examine, rule: str, severity: str) -> None:
    found = examine(f"rules: {{{rule}: {{severity: {severity}, reason: R}}}}\n{TWO}")
    assert {p.severity for p in found.problems} == {severity}
    assert found.tally(severity) == 2


def test_a_setting_for_one_goes_before_that_for_all(examine: Examine) -> None:
    rules = "{severity: error, reason: R}, {severity: off, for: [b], reason: S}"
    found = examine(f"rules: {{G001: [{rules}]}}\n{TWO}")
    assert counted(found) == [("G001", "error", ("a",))]
    assert [each.problem.subjects for each in found.set_aside] == [("b",)]


@pytest.mark.parametrize(
    "setting", ["{severity: off, for: d, reason: R}", "{severity: warning, for: c, reason: R}"]
)
def test_a_setting_that_meets_nothing_is_told(examine: Examine, setting: str) -> None:
    found = examine(f"rules:\n  G001: {setting}\n{TWO}")
    (idle,) = [p for p in found.problems if p.name == "idle-setting"]
    assert (idle.code, idle.severity, idle.facts["rule"]) == ("G901", "note", "G001")
    assert idle.location is not None
    assert idle.location.line == 1


def test_a_setting_meets_what_concerns_one_of_its_subjects(examine: Examine) -> None:
    data = "bodies: {a: {name: A, reports to: b}, b: B}\npersons: {p: {name: P, reports to: [a, c]}}\norganisations: {c: C}\n"
    found = examine("rules: {G002: {severity: off, for: [c, b], reason: R}}\n" + data)
    assert [each.problem.subjects for each in found.set_aside] == [("p", "a", "c")]


def test_an_emptied_list_sets_nothing_aside(examine: Examine) -> None:
    found = examine("rules: {G001: {severity: off, for: [], reason: R}}\n" + TWO)
    assert (len(found.problems), found.set_aside) == (2, ())


def test_a_quotation_may_be_set_aside_too(examine: Examine) -> None:
    data = """\
        sources: {d: {title: D, file: d.txt}}
        rules: {quote-not-found: {severity: off, for: a, reason: Lost page}}
        bodies: {a: {name: A, evidence: "d: no such words", reports to: b}, b: {name: B, evidence: "d: B"}}
        """
    found = examine(data, "B is there.")
    assert [each.problem.code for each in found.set_aside] == ["E101"]
    assert "E101" not in {p.code for p in found.problems}


def test_a_setting_goes_before_the_date(examine: Examine) -> None:
    text = TWO.replace("{name: A}", "{name: A, until: 2020}")
    found = examine("rules: {G001: {severity: off, for: a, reason: R}}\n" + text)
    assert [p.code for p in found.problems] == ["G001", "G901"] or [
        p.code for p in found.problems
    ] == ["G901", "G001"]


@pytest.mark.parametrize(
    ("rules", "expected", "guess"),
    [
        ("no-superiors: {severity: off, reason: R}", "2:3 R217", "no-superior"),
        ("M101: {severity: off, reason: R}", "2:3 R217", None),
        ("R201: {severity: off, reason: R}", "2:3 R217", None),
        ("G901: {severity: off, reason: R}", "2:3 R217", None),
        ("G001: {severity: of, reason: R}", "2:20 ", "off"),
        ("G001: {severity: off, for: [a, dd], reason: R}", "2:34 R218", None),
        ("G001: [{severity: off, for: [a, b], reason: R}, {severity: note, for: b, reason: S}]", "2:51 R219", None),
    ],
)  # fmt: skip
def test_a_wrong_setting_has_its_place_and_a_guess(
    problems_in: FindProblems, rules: str, expected: str, guess: str | None
) -> None:
    (problem,) = problems_in(f"rules:\n  {rules}\n{TWO}")
    assert told([problem])[0].startswith(expected)
    if guess:
        assert problem.did_you_mean == guess


@pytest.mark.parametrize(
    "setting", ["{severity: off}", "{reason: R}", "{severity: off, reason: ''}"]
)
def test_a_setting_needs_a_reason_and_a_severity(problems_in: FindProblems, setting: str) -> None:
    assert problems_in(f"rules: {{G001: {setting}}}\n{TWO}")


@pytest.mark.parametrize("rules", ["off", "[G001]", "{G001: off}"])
def test_rules_are_mappings(problems_in: FindProblems, rules: str) -> None:
    assert problems_in(f"rules: {rules}\n{TWO}")


def test_settings_of_several_files_add_up(load_files: LoadFiles) -> None:
    one = "rules: {G001: {severity: off, for: a, reason: R}}\n" + TWO
    graph = load_files(
        a=one, b="rules: {G001: {severity: error, reason: S}, S102: {severity: note, reason: T}}"
    )
    assert [(s.code, s.severity, s.subjects) for s in graph.settings] == [
        ("G001", "error", ()),
        ("G001", OFF, ("a",)),
        ("S102", "note", ()),
    ]


def test_the_same_setting_in_two_files_is_told_with_the_first_place(
    problems_in: FindProblems,
) -> None:
    said = "rules: {G001: {severity: off, for: a, reason: R}}\n"
    (problem,) = problems_in(a=said + TWO, b=said)
    assert problem.name == "repeated-setting"
    assert str(problem.facts["first"]).endswith("a.yaml:1:15")


def test_settings_are_written_as_they_were_read(load_text: LoadText) -> None:
    graph = load_text(
        "language: da\nrules:\n"
        "  S102: {severity: error, reason: {da: Ære, en: Honour}}\n"
        "  no-superior: [{severity: off, for: [b, a], reason: '1'}, {severity: note, reason: 'no'}]\n"
        + TWO
    )
    again = load_text(dump_yaml(graph))
    assert again == graph
    assert len(again.settings) == 3
    assert dump_yaml(again) == dump_yaml(graph)
    assert graph != load_text("language: da\n" + TWO)


def test_what_can_be_set_is_found_by_code_and_name() -> None:
    assert find_rule(" s101 ") == "S101" == find_rule("seat-over-filled")
    assert find_rule("unknown-node") is None
    assert {rule.code[0] for rule in iter_rules()} == set("EGS")
    assert all(PROBLEMS[rule.name].code == rule.code for rule in iter_rules())


def test_one_setting_that_is_met_hides_no_idle_one(examine: Examine) -> None:
    rules = "[{severity: off, for: a, reason: R}, {severity: off, for: d, reason: S}]"
    found = examine(f"rules: {{G001: {rules}}}\n{TWO}")
    assert [p.subjects for p in found.problems if p.name == "idle-setting"] == [("d",)]
    assert [each.problem.subjects for each in found.set_aside] == [("a",)]

import pytest

from orggraph.source.fields import Reading
from orggraph.source.yaml_tree import parse_yaml
from orggraph.text import LocalText
from orggraph.vocabulary import Vocabulary, core_vocabulary
from orggraph.vocabulary.reading import extend_vocabulary
from tests.conftest import told

CORE = core_vocabulary()
FULL = """\
families:
  ethics: {label: {en: ethics, da: etik}}
types:
  audits:
    family: ethics
    label: {en: audits, da: reviderer}
    inverse: {en: audited by, da: revideres af}
    aliases: [is auditor of]
    inverse aliases: [under revision af]
    source: [organisation]
    target: [bodies, post]
    traits: [downward]
    iri: http://example.org/audits
roles:
  treasurer: {label: {en: treasurer, da: kasserer}, aliases: [bursar]}
  clerk: {label: clerk}
"""


def extend(text: str, base: Vocabulary = CORE, language: str = "en") -> tuple[Vocabulary, Reading]:
    root, problems = parse_yaml(text, "f")
    assert problems == []
    reading = Reading(language)
    return extend_vocabulary(base, root, reading), reading


def test_terms_are_added_to_those_of_the_core() -> None:
    vocabulary, reading = extend(FULL)
    assert reading.problems == []
    assert set(vocabulary.types) == {*CORE.types, "audits"}
    audits = vocabulary.types["audits"]
    assert (audits.family, audits.sources, audits.targets) == (
        "ethics",
        {"organisation"},
        {"body", "post"},
    )
    assert (audits.traits, audits.iri) == ({"downward"}, "http://example.org/audits")
    for words, inverse in [("reviderer", 0), ("is auditor of", 0), ("under revision af", 1)]:
        assert vocabulary.find_type(words) == (audits, bool(inverse))
    assert vocabulary.select_types("etik") == ({"audits"}, False)
    bursar = vocabulary.find_role("Bursar")
    assert bursar is not None
    assert (bursar.id, bursar.rank) == ("treasurer", len(CORE.roles))
    assert vocabulary.roles["clerk"].rank == len(CORE.roles) + 1


def test_plain_labels_are_in_the_language_of_the_file() -> None:
    vocabulary, _ = extend("roles: {kasserer: {label: kasserer}}", language="da")
    assert vocabulary.roles["kasserer"].label == LocalText.of("kasserer", "da")


def test_a_type_without_kinds_joins_any() -> None:
    text = "types: {t: {family: support, label: x, inverse: y, target: any}}"
    type_ = extend(text)[0].types["t"]
    assert type_.sources == type_.targets == set(CORE.kinds)


def test_nothing_adds_nothing() -> None:
    assert extend("types:\nroles: ~\nfamilies: null\n")[0] == CORE
    assert extend_vocabulary(CORE, None, Reading()) == CORE


def test_a_known_role_can_be_said_in_other_words_and_keeps_its_place() -> None:
    vocabulary, _ = extend("roles: {new: {label: n}, chair: {label: Boss}, other: {label: o}}")
    assert vocabulary.roles["chair"].label.original == "Boss"
    ranks = [vocabulary.roles[id_].rank for id_ in ("chair", "new", "other")]
    assert ranks == [0, len(CORE.roles), len(CORE.roles) + 1]


TYPE = "family: support, label: x, inverse: y"


@pytest.mark.parametrize(
    ("text", "expected", "guess"),
    [
        ("typer: {}", "1:1 R201", "types"),
        ("types: [a]", "1:8 R203", None),
        ("types: {t: x}", "1:12 R203", None),
        ("types: {t: {label: x, inverse: y}}", "1:12 R202", None),
        ("types: {t: {family: support, inverse: y}}", "1:12 R202", None),
        ("types: {t: {family: support, label: x}}", "1:12 R202", None),
        ("types: {t: {family: suport, label: x, inverse: y}}", "1:21 R204", "support"),
        (f"types: {{t: {{{TYPE}, source: [boddy]}}}}", "1:60 R204", "body"),
        (f"types: {{t: {{{TYPE}, target: [sun]}}}}", "1:60 R204", None),
        (f"types: {{t: {{{TYPE}, traits: [upwards]}}}}", "1:61 R204", "upward"),
        (f"types: {{t: {{{TYPE}, trait: upward}}}}", "1:52 R201", "traits"),
        ("roles: {r: {}}", "1:12 R202", None),
        ("families: {f: {label: {dansk: x}}}", "1:24 R209", None),
        ("families: {f: {label: {da: x, DA: y}}}", "1:31 R216", None),
    ],
)
def test_what_is_wrong_with_a_term_is_told(text: str, expected: str, guess: str | None) -> None:
    root = parse_yaml(text, "f")[0]
    assert root is not None
    reading = Reading()
    extend_vocabulary(CORE, root, reading)
    first = reading.problems[0]
    assert told([first]) == [expected]
    assert first.did_you_mean == guess


@pytest.mark.parametrize(
    ("id_", "label", "inverse", "more", "taken"),
    [
        ("reports-to", "x", "y", "", "reports_to"),
        ("t", "Refererer til", "y", "", "reports_to"),
        ("t", "x", "udpeges af", "", "appoints"),
        ("t", "udpeget af", "y", "", "appoints"),
        ("t", "x", "y", ", aliases: [rådgiver]", "advises"),
        ("t", "x", "y", ", inverse aliases: [ansat i]", "employed_by"),
    ],
)
def test_words_that_mean_a_type_are_taken(
    id_: str, label: str, inverse: str, more: str, taken: str
) -> None:
    text = f"types: {{{id_}: {{family: support, label: {label}, inverse: {inverse}{more}}}}}"
    vocabulary, reading = extend(text)
    assert [p.code for p in reading.problems] == ["V101"]
    assert reading.problems[0].facts["type"] == taken
    assert vocabulary.types == CORE.types


def test_words_are_taken_by_types_of_the_same_file_and_of_earlier_ones() -> None:
    both = f"types: {{a: {{{TYPE}}}, b: {{{TYPE}}}}}"
    vocabulary, reading = extend(both)
    assert [p.facts["type"] for p in reading.problems] == ["a"]
    again = extend(f"types: {{b: {{{TYPE}}}}}", base=vocabulary)[1]
    assert [p.code for p in again.problems] == ["V101"]
    assert set(vocabulary.types) == {*CORE.types, "a"}

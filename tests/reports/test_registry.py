"""Every result has a report, in each of two languages."""

import inspect
import re
from dataclasses import replace
from importlib import import_module

import pytest

from orggraph import OrgGraph
from orggraph.changes.change import Diff
from orggraph.formats.convert import Conversion
from orggraph.model import Filling, Parts, Seat
from orggraph.reports.blocks import Finding, Paragraph
from orggraph.reports.findings import report_problems
from orggraph.reports.formats import FORMATS, write
from orggraph.reports.registry import REPORTS, report
from orggraph.reports.teller import Teller
from orggraph.source import Location, problem
from tests.queries.build import node, relation
from tests.reports.conftest import QUESTIONS, told


def test_every_question_of_the_graph_has_a_report() -> None:
    hints = [
        method.__annotations__["return"]
        for name, method in inspect.getmembers(OrgGraph, inspect.isfunction)
        if name.startswith("find_") or name in ("describe", "check", "diff")
    ]
    # What a method imports when it is called is annotated by its name.
    results = {getattr(hint, "__name__", hint) for hint in hints} - {"Node"}
    assert results | {"Conversion"} == set(REPORTS)


@pytest.mark.parametrize("place", REPORTS.values())
def test_a_report_is_where_the_registry_says(place: str) -> None:
    module, _, function = place.partition(".")
    assert callable(getattr(import_module(f"orggraph.reports.{module}"), function))


@pytest.mark.parametrize("thing", [None, "text", 1, ("a", "tuple")])
def test_what_is_no_result_has_no_report(harbour: OrgGraph, thing: object) -> None:
    with pytest.raises(TypeError, match=f"no report tells a {type(thing).__name__}"):
        report(Teller(harbour, "en"), thing)


DANISH = re.compile(
    r"\b(?:afsnit|følger af|ingen|intet|ledig|besat|advarsel|fejl|medlemmer|hvem|udledt|stiplet|"
    r"ukendt|dækket|rapportering\w*|pladser|stemmeret|organ|knuder|nej|linje|også|udpeges|og|af)\b",
    re.IGNORECASE,
)
ENGLISH = re.compile(
    r"\b(?:paragraph|follows|nothing|nobody|vacant|filled|warning|error|members|who|inferred|"
    r"dotted|unknown|covered|reporting|line|places|vote|body|nodes|also|appointed|the|of|and|"
    r"chair|mariner|director|committee|no|years?)\b",
    re.IGNORECASE,
)
QUOTED = re.compile('“[^”]*”|"[^"]*"|afsnit 3: .*|paragraph 3: .*|^\\s.*: .*$', re.MULTILINE)


def _only_names(result: object) -> list[str]:
    """Return what has one language only, the longest first: names in a diff, examples of losses."""
    if isinstance(result, Conversion):
        examples = (remark.example for remark in (*result.lost, *result.not_understood))
        escaped = (re.escape(example.replace("_", "\\_")) for example in examples)
        return sorted(escaped, key=len, reverse=True)
    if not isinstance(result, Diff):
        return []
    graphs = (result.old, result.new)
    names = {node.name.original for graph in graphs for node in graph.nodes.values()}
    names |= {graph.title.original for graph in graphs if graph.title}
    return [*sorted(names, key=len, reverse=True), "member"]


@pytest.mark.parametrize("question", [q for q in QUESTIONS if q not in ("coverage", "nodes")])
def test_an_answer_has_one_language(harbour: OrgGraph, question: str) -> None:
    result = QUESTIONS[question](harbour)
    danish = QUOTED.sub("", harbour.report(result, "markdown", language="da"))
    english = QUOTED.sub("", harbour.report(result, "markdown", language="en"))
    # The ids, and the other names of a node, are what they are in either.
    names = "|".join([*_only_names(result), "The board", "Bestyrelsen", "trustees", *harbour.nodes])
    assert ENGLISH.findall(re.sub(names, "", danish)) == []
    assert DANISH.findall(re.sub(names, "", english)) == []
    assert danish != english


def test_a_language_without_words_gets_english_and_its_own_names(harbour: OrgGraph) -> None:
    text = harbour.report(harbour.find_tree("board"), language="sv")
    assert text.startswith("Bestyrelsen\n")


@pytest.mark.parametrize("format_", FORMATS)
def test_problems_of_reading_are_told_as_those_of_a_check(format_: str) -> None:
    place = Location("a.yaml", 2, 4)
    problems = (
        problem("unknown-node", place, node="x", did_you_mean="y", subjects=["x"]),
        problem("seat-vacant", seat="s", body="a", filled=0, count=1),
    )
    text = write(report_problems(problems, "da"), format_)
    if format_ in ("text", "markdown"):
        assert "Fejl: 1. Advarsler: 1." in text
    assert "M101" in text
    assert "a.yaml:3:5" in text
    assert "ukendt knude 'x'; mente du 'y'?" in text.replace("\\", "")


def test_a_verdict_is_good_fair_or_bad() -> None:
    clean = OrgGraph(Parts((node("a"),)))
    vacant = OrgGraph(
        Parts(
            (node("a", roster="complete"), node("o", kind="organisation")),
            seats=(Seat(body="a", key="s", fillings=(Filling("appoints", "o"),)),),
        )
    )
    held = replace(vacant.parts, nodes=(*vacant.parts.nodes, node("p"), node("q")), relations=tuple(
        relation(f"{who} member_of a", seat="s") for who in "pq"))  # fmt: skip
    for org, words, tone in (
        (clean, "No problems found.", "good"),
        (vacant, "Errors: 0. Warnings: 1.", "fair"),
        (OrgGraph(held), "Errors: 1. Warnings: 0. Notes: 1.", "bad"),
    ):
        blocks = told(org, org.check()).blocks()
        assert Paragraph(words, tone) in blocks  # type: ignore[arg-type]
        tones = [b.tone for b in blocks if isinstance(b, Finding)]
        assert tones.count(tone) == (tone != "good")
        assert set(tones) <= {tone, "plain"}  # a note is plain


@pytest.mark.parametrize(("question", "tone"), [("path-reporting", "good"), ("path-links", "fair"),
    ("path-connected", "fair"), ("path-strict", "bad"), ("path-apart", "bad"),
    ("coverage", "fair"), ("common", "good"), ("common-none", "bad")])  # fmt: skip
def test_good_news_is_told_from_bad(harbour: OrgGraph, question: str, tone: str) -> None:
    blocks = told(harbour, QUESTIONS[question](harbour)).blocks()
    verdict = blocks[-2] if question == "coverage" else blocks[0]  # its last is about the hash
    assert isinstance(verdict, Paragraph)
    assert verdict.tone == tone


def test_a_strict_answer_about_what_is_apart_says_that_nothing_connects(harbour: OrgGraph) -> None:
    text = harbour.report(harbour.find_path("yard", "island", strict=True))
    assert "No relations connect the two" in text
    assert "--strict" not in text


def test_what_is_told_on_a_date_names_what_is_gone_by_its_id(harbour: OrgGraph) -> None:
    then = harbour.as_of("2010")
    assert "board" not in then
    assert "Harbour Town" in then.report(then.find_nodes())
    assert "2019 to 2026-06" not in then.report(then.describe("cleo"))
    assert told(then, then.find_relations()).data()

"""A written file reads back as the same graph, and reads well."""

import pytest

from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import Graph, Node, Parts
from orggraph.text import LocalText
from tests.conftest import LoadFiles, LoadText

TIDY = """\
title: {da: Samarbejdet, en: The collaboration}
language: da

sources:
  aftale:
    title: Aftale om 'Samarbejdet'
    publisher: Region
    url: https://example.org/a?b=c#d
    file: ../aftale.txt
    date: 2025-03
    set aside:
    - quote: Velkommen til
      reason: En hilsen

vocabulary:
  families:
    ethics:
      label: etik

  types:
    audits:
      family: ethics
      source: [organisation]
      label: {da: reviderer, en: audits}
      inverse: revideres af
      traits: [downward]
      aliases: [er revisor for]
      inverse aliases: [under revision af]
      iri: https://example.org/audits

  roles:
    chair:
      label: {da: forperson, en: chairperson}
    treasurer:
      label: kasserer
      aliases: [bursar]

organisations:
  kommuner:
    name: Kommunerne
    collective: yes

  region:
    name: Region Ø
    en: Region Oe
    audits: kommuner

bodies:
  gruppe:
    name: Gruppen

  styregruppe:
    name: Styregruppen
    en: The steering group
    aliases: [SG, 'nr: 1']
    classification: netværk
    roster: complete
    from: 2024
    until: 2026-06
    status: inferred
    note: Se også
    evidence: ['aftale: nedsættes … gruppe', 'aftale: andet']
    purposes:
    - At styre
    - {text: At lede, en: To lead, status: inferred, evidence: 'aftale: leder'}
    reports to:
      region: {line: dotted, inferred: {from: Et gæt}, from: 2024-01-01}
    supports: [gruppe, kommuner]
    seats:
      formand: {role: chair, appointed by: region, term: 3 years}
      medlem: {name: Menig, count: 1-2 per kommuner, nominated by: [kommuner, region], vote: no}
    members:
    - {person: p, represents: region, seat: formand, evidence: 'aftale: P er formand'}
    - {organisation: region, role: 'no', vote: yes}

persons:
  p:
    name: 'P: Q'
    title: direktør
    employed by: region
"""


def test_a_tidy_file_is_written_as_it_stands(load_text: LoadText) -> None:
    assert dump_yaml(load_text(TIDY)) == TIDY


def test_a_file_in_any_order_and_spelling_is_written_the_same(load_files: LoadFiles) -> None:
    untidy = """\
        personer: {q: Q, p: {modtager rapportering fra: q, name: P}}
        bodies:
          b: {name: B, medlem af: [a], udpeges af: p}
          a: {supported by: b, name: A}
        language: en
        """
    tidy = """\
        language: en
        bodies:
          a: {name: A, members: [b], seats: {}}
          b: {name: B, supports: {a: {line: solid, status: stated}}}
        persons:
          p: {name: P, appoints: {b: }}
          q: {name: Q, reports to: p}
        """
    assert dump_yaml(load_files(a=untidy)) == dump_yaml(load_files(a=tidy))


def test_short_entries_stand_close_and_long_ones_apart(load_text: LoadText) -> None:
    text = dump_yaml(load_text("persons: {p: P, q: Q}\nbodies: {a: {name: A, supports: b}, b: B}"))
    assert text == (
        "language: en\n\n"
        "bodies:\n  a:\n    name: A\n    supports: b\n\n  b:\n    name: B\n\n"
        "persons:\n  p:\n    name: P\n\n  q:\n    name: Q\n"
    )


def name_line(name: str) -> str:
    node = Node(id="a", kind="body", name=LocalText.of(name))
    return dump_yaml(Graph(Parts(nodes=(node,)))).partition("    name: ")[2].rstrip("\n")


@pytest.mark.parametrize(
    "name", ["Region Ø", "a-b", "Jens' hus", "🙂", "مجلس", "50 %", "C# og F#", "a:b", "1. udvalg"]
)
def test_no_quotes_where_none_are_needed(name: str) -> None:
    assert name_line(name) == name


@pytest.mark.parametrize("name", ["no", "null", "~", "1", "a: b", "a #b", "- a", "'a", "[a", "*a"])
def test_quotes_where_they_are_needed(name: str, load_text: LoadText) -> None:
    assert name_line(name)[0] in "'\""
    assert load_text(f"bodies: {{a: {name_line(name)}}}").node("a").name.original == name


def test_lines_are_not_longer_than_a_page_is_wide(load_text: LoadText) -> None:
    words = "ord og flere ord, " * 30
    text = (
        f"bodies: {{a: {{name: A, note: '{words}', supports: {{b: {{note: '{words}'}}}}}}, b: B}}"
    )
    dumped = dump_yaml(load_text(text))
    assert max(map(len, dumped.splitlines())) <= 110
    assert load_text(dumped) == load_text(text)


def test_what_is_derived_is_not_written(load_text: LoadText) -> None:
    text = (
        "bodies: {a: {name: A, seats: {s: {appointed by: a}}, members: [{body: b, seat: s}]}, b: B}"
    )
    dumped = dump_yaml(load_text(text))
    assert "appoints" not in dumped
    assert dumped.count("appointed by") == 1
    assert load_text(dumped) == load_text(text)


def test_an_id_that_says_more_than_the_relation_is_kept(load_text: LoadText) -> None:
    graph = load_text("bodies: {a: {name: A, supports: {b: [{id: x}, {id: y}, {}]}}, b: B}")
    dumped = dump_yaml(graph)
    assert set(graph.relations) == {"x", "y", "a:supports:b"}
    assert load_text(dumped) == graph
    assert dumped.count("id:") == 2

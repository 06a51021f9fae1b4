"""What a sound data file means."""

import pytest

from orggraph.model import Evidence, PartialDate, Period, Relation
from orggraph.text import LocalText
from tests.conftest import LoadFiles, LoadText


def joined(relation: Relation) -> tuple[str, str, str]:
    return relation.source, relation.type, relation.target


@pytest.mark.parametrize(
    "label",
    ["reports to", "reports_to", "Reports-To", "refererer til", "rapporterer til"],
)
def test_a_relation_reads_as_a_sentence_by_any_of_its_labels(
    load_text: LoadText, label: str
) -> None:
    graph = load_text(f"bodies:\n  a: {{name: A, {label}: b}}\n  b: B\n")
    assert [joined(r) for r in graph.relations.values()] == [("a", "reports_to", "b")]


@pytest.mark.parametrize(
    "label", ["receives reports from", "modtager rapportering fra", "Modtager-rapportering fra"]
)
def test_an_inverse_label_turns_the_relation(load_text: LoadText, label: str) -> None:
    graph = load_text(f"bodies:\n  a: {{name: A, {label}: b}}\n  b: B\n")
    assert [joined(r) for r in graph.relations.values()] == [("b", "reports_to", "a")]


@pytest.mark.parametrize(
    ("value", "targets"),
    [
        ("b", ["b"]),
        ("' b '", ["b"]),
        ("[b, c]", ["b", "c"]),
        ("{b: , c: ~}", ["b", "c"]),
        ("{b: {}, c: {line: dotted}}", ["b", "c"]),
        ("[b, {c: {line: dotted}}]", ["b", "c"]),
        ("{b: [{from: 2020, until: 2021}, {from: 2024}]}", ["b", "b"]),
        ("", []),
        ("[]", []),
        ("null", []),
    ],
)
def test_relations_are_one_id_a_list_or_ids_with_attributes(
    load_text: LoadText, value: str, targets: list[str]
) -> None:
    graph = load_text(f"bodies:\n  a:\n    name: A\n    reports to: {value}\n  b: B\n  c: C\n")
    assert [r.target for r in graph.relations_from("a")] == targets


def test_a_relation_carries_all_its_attributes(load_text: LoadText) -> None:
    graph = load_text(
        """\
        language: da
        sources: {doc: {title: D}}
        bodies:
          a:
            name: A
            reports to:
              b:
                id: own
                role: formand
                vote: nej
                represents: c
                from: 2025-03
                until: 2026
                line: dotted
                status: inferred
                inferred: {role: gættet, from: {en: guessed}}
                note: {da: bemærk, en: note}
                evidence: ["doc: ord … flere", "doc: andre"]
          b: B
          c: C
        """
    )
    relation = graph.relations["own"]
    assert relation.role is not None
    assert (relation.role.id, relation.role.rank, relation.role.label.language) == (
        "chair",
        0,
        "en",
    )
    assert (relation.vote, relation.represents, relation.line) == (False, "c", "dotted")
    assert relation.period == Period(PartialDate(2025, 3), PartialDate(2026))
    assert relation.status == "inferred"
    assert relation.reasons == {
        "role": LocalText.of("gættet", "da"),
        "from": LocalText.of("guessed", "en"),
    }
    assert relation.note == LocalText.of("bemærk", "da", en="note")
    assert relation.evidence == (Evidence("doc", "ord … flere"), Evidence("doc", "andre"))
    assert str(relation.location).endswith("a.yaml:7:7")
    assert not relation.is_derived


def test_a_node_carries_all_its_attributes(load_text: LoadText) -> None:
    graph = load_text(
        """\
        title: T
        sources: {doc: {title: D}}
        bodies:
          a:
            name: A
            aliases: [one, two]
            title: t
            classification: network
            collective: yes
            roster: complete
            purposes: [plain, {text: p, da: formål, status: inferred, evidence: "doc: x"}]
            from: 2025
            until: 2025-06-30
            status: inferred
            note: n
            evidence: "doc: y"
        """
    )
    node = graph.node("a")
    assert (node.kind, node.name, node.aliases) == ("body", LocalText.of("A"), ("one", "two"))
    assert (node.title, node.classification) == (LocalText.of("t"), LocalText.of("network"))
    assert (node.collective, node.roster, node.status) == (True, "complete", "inferred")
    assert node.purposes[0] == (LocalText.of("plain"), (), "stated")
    assert node.purposes[1] == (
        LocalText.of("p", "en", da="formål"),
        (Evidence("doc", "x"),),
        "inferred",
    )
    assert node.period == Period(PartialDate(2025), PartialDate(2025, 6, 30))
    assert (node.note, node.evidence) == (LocalText.of("n"), (Evidence("doc", "y"),))


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("organisations", "organisation"),
        ("organizations", "organisation"),
        ("organisationer", "organisation"),
        ("organer", "body"),
        ("posts", "post"),
        ("stillinger", "post"),
        ("people", "person"),
        ("personer", "person"),
    ],
)
def test_a_heading_gives_the_kind(load_text: LoadText, heading: str, kind: str) -> None:
    assert load_text(f"{heading}: {{x: X}}").node("x").kind == kind


@pytest.mark.parametrize("word", ["yes", "ja", "true", "on", "'yes'", "Ja"])
def test_truth_is_said_in_either_language(load_text: LoadText, word: str) -> None:
    assert load_text(f"bodies: {{a: {{name: A, collective: {word}}}}}").node("a").collective
    graph = load_text("bodies: {a: {name: A, collective: nej}}")
    assert graph.node("a").collective is False


@pytest.mark.parametrize("word", ["no", "yes", "1", "2025-01-01", "'null'", "'~'", "0x10", "1e3"])
def test_ids_and_names_are_text_whatever_they_look_like(load_text: LoadText, word: str) -> None:
    bare = word.strip("'")
    if bare != "~":
        graph = load_text(
            f"bodies:\n  {word}: {{name: {word}}}\n  a: {{name: A, supports: {word}}}"
        )
        assert [r.target for r in graph.relations_from("a")] == [bare]
        assert graph.node(bare).name.original == bare
    assert load_text(f"bodies: {{a: {word}}}").node("a").name.original == bare


def test_a_source_tells_what_it_is_and_what_is_set_aside(load_text: LoadText) -> None:
    graph = load_text(
        """\
        sources:
          doc:
            title: {da: Aftale, en: Agreement}
            publisher: P
            date: 2025-03
            url: https://example.org
            file: ../doc.txt
            set aside: [{quote: Velkommen til, reason: A greeting}]
        bodies: {a: A}
        """
    )
    source = graph.sources["doc"]
    assert source.title.in_language("da") == "Aftale"
    assert (source.publisher, source.date, source.url, source.file) == (
        "P",
        "2025-03",
        "https://example.org",
        "../doc.txt",
    )
    (aside,) = source.set_aside
    assert (aside.quote, aside.reason) == ("Velkommen til", LocalText.of("A greeting"))


def test_nodes_refer_across_files_whatever_their_order(load_files: LoadFiles) -> None:
    one = "title: T\nbodies: {a: {name: A, reports to: b}}"
    two = "sources: {d: {title: D}}\nbodies: {b: {name: B, evidence: 'd: x', members: [p]}}"
    three = "persons: {p: P}"
    graph = load_files(a=one, b=two, c=three)
    assert set(graph.nodes) == {"a", "b", "p"}
    assert graph == load_files(a=three, b=two, c=one)
    assert str(graph.node("b").location).endswith("b.yaml:2:10")
    assert len(graph.relations) == 2

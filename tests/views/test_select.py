"""The whole content: every relation once, in any order, in either language."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.errors import OrgGraphError
from orggraph.model import Graph, Parts
from orggraph.text import LocalText
from orggraph.views.content import Content
from orggraph.views.select import choose
from orggraph.views.view import View
from tests.conftest import LoadText
from tests.properties.strategies import parts
from tests.queries.build import graph_of, shuffled
from tests.views.pictures import cards, govtech, outline, picture

views = st.fixed_dictionaries(
    {
        "families": st.sampled_from([(), ("reporting",), ("appointment", "membership")]),
        "members": st.sampled_from(["inside", "nodes", "hidden"]),
        "derived": st.booleans(),
        "parallel": st.sampled_from(["merged", "apart"]),
        "labels": st.sampled_from(["all", "auto", "none"]),
        "depth": st.sampled_from([None, 1]),
        "side": st.sampled_from(["above", "below", "both"]),
    }
).map(lambda fields: View(**fields))
SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def contents(graph: Graph, view: View) -> Content | str:
    try:
        return choose(graph, view, "da")
    except OrgGraphError as error:
        return error.message()


@SLOW
@given(parts(), views, st.integers(0, 9), st.booleans())
def test_content_is_sound_and_ignores_the_order_of_input(
    made: Parts, view: View, seed: int, around: bool
) -> None:
    graph = Graph(made)
    if around and graph.nodes:
        view = view._replace(around=next(iter(graph.nodes)))
    content = contents(graph, view)
    assert contents(Graph(shuffled(graph.parts, seed)), view) == content
    if isinstance(content, str):
        return
    drawn = [id_ for link in content.links for id_ in link.relations]
    assert len(drawn) == len(set(drawn))
    assert len({link.id for link in content.links}) == len(content.links)
    for link in content.links:
        ends = {link.source, link.target}
        assert ends <= cards(content)
        assert len(ends) == 2
        for id_ in link.relations:
            relation = graph.relations[id_]
            assert {relation.source, relation.target} == ends
            assert graph.vocabulary.types[relation.type].family == link.family
            assert relation.type in link.types
    if view.members == "nodes" and view.derived and not view.families and not view.around:
        apart = {r.id for r in graph.relations.values() if r.source != r.target}
        assert set(drawn) == apart
    texts = [item.words for item in content.outline]
    texts += [t for c in content.cards for t in (c.name, c.label, *c.subtitles)]
    texts += [row.words for c in content.cards for row in c.rows]
    assert all(text == " ".join(text.split()) and text for text in texts)
    assert {kind for kind, _ in content.kinds} == {c.kind for c in content.cards}
    assert {family for family, _ in content.families} == {k.family for k in content.links}


def test_title_and_footnote_are_those_of_the_view_or_the_graph() -> None:
    graph = govtech()
    plain = picture(graph, "en")
    assert plain.title == "GovTech Midtjylland"
    source = "Source: The organisation of GovTech Midtjylland, GovTech Midtjylland"
    assert plain.footnote == f"{source} · * inferred, not stated in the source"
    view = {
        "title": LocalText.of("Styring", "da", en="Governance"),
        "footnote": LocalText.of("Udkast", "da", en="Draft"),
        "families": ("reporting",),
        "members": "hidden",
    }
    told = picture(graph, "en", **view)
    assert (told.title, told.footnote, told.language) == ("Governance", "Draft", "en")
    danish = picture(graph, "da", **view)
    assert (danish.title, danish.footnote) == ("Styring", "Udkast")
    bare = picture(graph_of("a reports_to b"), id="bare")
    assert (bare.title, bare.footnote, bare.id) == ("", "", "bare")


def test_several_sources_are_named_with_their_dates(load_text: LoadText) -> None:
    made = ", ".join(f"s{i}: {{title: S{i}, date: 202{i}-01-01}}" for i in range(4))
    graph = load_text(f"sources: {{{made}}}\nbodies: {{b: B}}\n")
    told = "Kilder: S0, 2020-01-01; S1, 2021-01-01; S2, 2022-01-01; …"
    assert picture(graph, "da").footnote == told


def test_the_legend_explains_what_is_drawn_in_the_order_of_the_vocabulary() -> None:
    content = picture(govtech(), "da", families=("udpegning", "rapportering", "struktur"))
    assert content.families == (
        ("reporting", "Refererer til / er forankret i"),
        ("appointment", "Udpeger / vælger"),
        ("structure", "Del af / ansat i / stilling i / drives med afsæt i / tilknyttes"),
    )
    kinds = picture(govtech(), "da", nodes=("kd-net", "region", "eva")).kinds
    assert kinds == (("organisation", "Organisation"), ("body", "Organ"), ("person", "Person"))


def test_the_outline_says_it_all_from_the_top() -> None:
    graph = govtech()
    told = outline(
        picture(graph, "da", nodes=("kd-net", "styregruppe", "itk", "aarhus"), labels="none",
                path=("styregruppe", "kd-net"))
    )  # fmt: skip
    assert (
        told
        == """\
Sti: Den strategiske styregruppe → KD-Net
Aarhus Kommune (organisation)
ITK (organ)
  del af*: Aarhus Kommune
KD-Net (organ)
  Kommunaldirektørnetværket i den midtjyske region
  udpeger 3: Den strategiske styregruppe
Den strategiske styregruppe (organ)
  5 pladser
  Jesper Thyrring Møller (formand · Struer Kommune)
  Anders Kjærulff (Region Midtjylland)
  Eva Kanstrup (fagdirektør* · Herning Kommune)
  Lone Rasmussen (fagdirektør* · Skanderborg Kommune)
  Poul Venø (for Forretningsudvalget)
  Brian Høyer Lorentsen (sekretær · uden stemmeret)
  Bo Fristed (Aarhus Kommune · uden stemmeret)
  refererer til: KD-Net
  informerer: KD-Net"""
    )


def test_the_outline_tells_what_is_folded_and_dotted_and_stands_a_circle() -> None:
    graph = graph_of("b reports_to a", "c reports_to b", "x appoints y", "y appoints x")
    told = outline(picture(graph, around="b", depth=0))
    assert told == "b (body)\n  further neighbours, not shown: 2"
    circle = outline(picture(graph, families=("appointment",)))
    assert circle == "x (body)\n  appoints: y\ny (body)\n  appoints: x"


def test_the_outline_puts_a_node_below_its_strongest_superior() -> None:
    graph = graph_of("a appoints b", "b reports_to z")
    heads = [item.words for item in picture(graph).outline if not item.depth]
    assert heads == ["a (body)", "z (body)", "b (body)"]


def test_the_footnote_explains_how_many_neighbours_are_not_drawn() -> None:
    graph = govtech()
    assert "+n" in picture(graph, around="kd-net", depth=1).footnote
    assert "+n" not in picture(graph, around="kd-net").footnote


def test_the_outline_leaves_to_the_footnote_what_that_explains() -> None:
    content = picture(govtech(), "da")
    assert content.footnote.endswith("* udledt, ikke angivet i kilden")
    assert "ikke angivet i kilden" not in outline(content)


def test_the_outline_explains_its_marks_where_the_picture_has_none() -> None:
    content = picture(govtech(), nodes=("itk", "aarhus"), labels="none")
    assert "inferred" not in content.footnote
    assert content.outline[-1].words == "* inferred, not stated in the source"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_outline_holds_every_text_of_the_picture(language: str) -> None:
    content = picture(govtech(), language, members="inside")
    told = outline(content)
    for card in content.cards:
        for words in (card.name, *card.subtitles, *(r.words for r in card.rows), card.summary):
            assert words in told
    for link in content.links:
        assert link.label in told

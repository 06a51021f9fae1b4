"""What cards say: rosters, seats, titles."""

import pytest

from orggraph.model import Graph, PartialDate
from tests.conftest import LoadText
from tests.views.pictures import card, govtech, picture, rows


@pytest.fixture(scope="module")
def graph() -> Graph:
    return govtech()


def test_the_roster_of_the_steering_group(graph: Graph) -> None:
    content = picture(graph, "da", nodes=("styregruppe",))
    assert rows(content, "styregruppe") == [
        ("Jesper Thyrring Møller", "formand · Struer Kommune"),
        ("Anders Kjærulff", "Region Midtjylland"),
        ("Eva Kanstrup", "fagdirektør* · Herning Kommune"),
        ("Lone Rasmussen", "fagdirektør* · Skanderborg Kommune"),
        ("Poul Venø", "for Forretningsudvalget"),
        ("Brian Høyer Lorentsen", "sekretær · uden stemmeret"),
        ("Bo Fristed", "Aarhus Kommune · uden stemmeret"),
    ]
    assert card(content, "styregruppe").summary == "5 pladser"
    assert content.footnote.endswith(" · * udledt, ikke angivet i kilden")


def test_what_is_not_written_down_is_not_vacant(graph: Graph) -> None:
    body = card(picture(graph, nodes=("forretningsudvalg",)), "forretningsudvalg")
    assert [(r.words, r.beside, r.vacant) for r in body.rows[2:]] == [
        ("Municipal members", "4-6", False), ("The region's member", "1", False),
    ]  # fmt: skip
    assert body.summary == "5-7 seats"
    # As many as municipalities that nobody has listed: no sum to tell.
    assert card(picture(graph), "følgegruppe").summary == ""


BOARD = """\
bodies:
  board:
    name: Board
    roster: {roster}
    seats:
      chair: {{name: Chair, role: chair}}
      others: {{name: Others, count: {count}}}
    members: [{{person: ann, seat: chair}}, {{person: bob, seat: others}}]
persons: {{ann: Ann, bob: Bob}}
"""


@pytest.mark.parametrize(
    ("roster", "count", "row", "summary"),
    [
        ("complete", "1", None, "2 seats"),
        ("complete", "2", ("Others", "vacant", True), "3 seats, 1 vacant"),
        ("complete", "4-6", ("Others", "3 vacant", True), "5-7 seats, 3 vacant"),
        ("complete", "2+", ("Others", "vacant", True), "3+ seats, 1 vacant"),
        ("partial", "4-6", ("Others", "3-5 more", False), "5-7 seats"),
        ("unknown", "1", None, "2 seats"),
    ],
)
def test_vacancies_are_told_where_they_are_certain(
    load_text: LoadText, roster: str, count: str, row: tuple[str, str, bool] | None, summary: str
) -> None:
    graph = load_text(BOARD.format(roster=roster, count=count))
    board = card(picture(graph), "board")
    assert [r[:3] for r in board.rows[2:]] == ([row] if row else [])
    assert board.summary == summary
    as_nodes = card(picture(graph, members="nodes"), "board")
    assert [r[:3] for r in as_nodes.rows] == ([row] if row else [])
    hidden = card(picture(graph, members="hidden"), "board")
    assert (hidden.rows, hidden.summary) == ((), summary)


def test_more_members_than_seats_are_told(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies: {b: {name: B, seats: {s: {count: 1}}, members: [{person: p, seat: s}, {person: q, seat: s}]}}
        persons: {p: P, q: Q}
        """  # noqa: E501
    )
    assert card(picture(graph), "b").summary == "1 seat, more members than seats"


@pytest.mark.parametrize(
    ("text", "summary"),
    [
        ("roster: complete, members: [p]", "1 member"),
        ("roster: complete, members: [p, q]", "2 members"),
        ("members: [p, q]", "2 known members"),
        ("members: [p, them]", ""),
        ("roster: complete", ""),
    ],
)
def test_members_are_counted_where_no_seats_are(
    load_text: LoadText, text: str, summary: str
) -> None:
    graph = load_text(
        f"""\
        bodies: {{b: {{name: B, {text}}}}}
        persons: {{p: P, q: Q, them: {{name: Them, collective: yes}}}}
        """
    )
    assert card(picture(graph, nodes=("b",)), "b").summary == summary


def test_a_post_tells_its_holder_and_a_body_the_holder_of_a_post(load_text: LoadText) -> None:
    graph = load_text(
        """\
        organisations: {town: Town}
        bodies: {board: {name: Board, members: [{post: clerk, represents: town}]}}
        posts: {clerk: {name: Clerk, post in: town, held by: cleo}}
        persons: {cleo: {name: Cleo, employed by: {town: {status: inferred}}}}
        """
    )
    content = picture(graph)
    assert rows(content, "clerk") == [("Cleo", "Town*")]
    assert rows(content, "board") == [("Clerk (Cleo)", "for Town")]
    assert "cleo" not in {c.id for c in content.cards}
    assert not card(picture(graph, members="hidden"), "clerk").rows
    assert not card(picture(graph, members="nodes"), "clerk").rows


def test_former_members_are_told_as_such(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies:
          b: {name: B, roster: complete, members: [{person: p, until: 2010-01-01}, q]}
        persons: {p: P, q: Q}
        """
    )
    assert rows(picture(graph), "b") == [("P", "until 2010-01-01"), ("Q", "")]
    assert card(picture(graph), "b").summary == "1 member"
    then = picture(graph, as_of=PartialDate(2009))
    assert rows(then, "b") == [("P", ""), ("Q", "")]
    assert rows(picture(graph, as_of=PartialDate(2020)), "b") == [("Q", "")]


def test_titles_stand_below_names_with_an_employer_that_no_line_tells(graph: Graph) -> None:
    alone = card(picture(graph, "da", nodes=("jesper",)), "jesper-thyrring-moeller")
    assert alone.subtitles == ("kommunaldirektør, Struer Kommune",)
    joined = picture(graph, "da", nodes=("jesper", "struer"))
    assert card(joined, "jesper-thyrring-moeller").subtitles == ("kommunaldirektør",)
    title = "Kommunaldirektørnetværket i den midtjyske region"
    assert card(picture(graph, "da"), "kd-net").subtitles == (title,)


def test_what_a_body_does_to_itself_stands_in_its_card(load_text: LoadText) -> None:
    graph = load_text(
        "bodies: {b: {name: B, seats: {c: {name: Chair, elected by: b, count: 2}}}}\n"
    )
    content = picture(graph, families=("appointment",))
    assert content.links == ()
    assert card(content, "b").subtitles == ("elects: itself (Chair, 2)",)
    assert card(picture(graph, derived=False), "b").subtitles == ()


def test_names_are_one_line_and_no_text_is_empty(load_text: LoadText) -> None:
    graph = load_text(
        """\
        title: "A\\n  title"
        sources: {s: {title: "S\\n t", publisher: "P\\n q"}}
        bodies: {b: {name: "One\\n\\ttwo", title: "Long\\nname", members: [p]}}
        persons: {p: {name: "P\\nq"}}
        """
    )
    content = picture(graph)
    assert content.title == "A title"
    assert content.footnote == "Source: S t, P q"
    told = card(content, "b")
    assert (told.name, told.subtitles, rows(content, "b")) == (
        "One two", ("Long name",), [("P q", "")],
    )  # fmt: skip
    assert told.label == "One two, body; Long name; P q; 1 known member"


def test_collectives_and_inferred_nodes_are_told(graph: Graph, load_text: LoadText) -> None:
    told = {c.id: c.several for c in picture(graph).cards}
    assert {id_ for id_, several in told.items() if several} == {
        id_ for id_ in told if graph.nodes[id_].collective
    }
    content = picture(load_text("bodies: {b: {name: B, status: inferred}}\n"))
    assert card(content, "b").name == "B*"
    assert content.footnote == "* inferred, not stated in the source"

"""Who sits until when."""

import pytest

from orggraph.errors import UnknownNodeError
from orggraph.model import Graph, PartialDate, TimeSpan
from orggraph.queries.rosters import find_roster
from orggraph.queries.terms import find_terms
from tests.conftest import LoadText
from tests.queries.build import shuffled

BOARD = """\
    bodies:
      b:
        name: Bestyrelsen
        seats:
          s: {count: 9, term: 3 years}
          vacant: {count: 1, term: 3 years}
        members:
          - {person: ann, seat: s, from: 2020-01-01}
          - {person: bo, seat: s, from: 2021}
          - {person: cid, seat: s, from: 2022-03-01}
          - {person: dan, until: 2022-06-30}
          - {person: eva, from: 2030, until: 2031}
          - {person: åse, seat: s}
          - {person: øde}
      other: {name: Aftaleudvalget, members: [{person: ann, until: 2023-06}]}
    posts: {head: {name: Head, held by: {ann: {until: 2023-02-01}}}}
    persons: {ann: Ann, bo: Bo, cid: Cid, dan: Dan, eva: Eva, åse: Åse, øde: {name: Øde, until: 2015}}
    """  # noqa: E501
DAY = PartialDate.parse("2023-01-01")


@pytest.fixture
def graph(load_text: LoadText) -> Graph:
    return load_text(BOARD)


def told(graph: Graph, node: str | None = None, **options):  # type: ignore[no-untyped-def]
    found = find_terms(graph, node, on=options.pop("on", DAY), **options)
    return [(row.tenure.relation.source, row.state.value) for row in found.rows]


def test_members_are_told_in_the_order_in_which_they_leave(graph: Graph) -> None:
    assert told(graph) == [
        ("ann", "expired"),  # of the board, in the evening before
        ("ann", "sitting"),  # the post, until February
        ("ann", "sitting"),  # the other board, until some day of June
        ("bo", "sitting"),
        ("cid", "sitting"),
        ("eva", "to_come"),
        ("åse", "sitting"),
    ]
    assert ("dan", "ended") in told(graph, everyone=True)
    assert ("øde", "ended") in told(graph, everyone=True)  # gone, so no longer a member


def test_a_coarse_end_stands_where_the_last_of_its_days_does(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies:
          b:
            name: B
            members: [{person: x, until: 2024}, {person: y, until: 2024-06}, {person: z}]
        persons: {x: X, y: Y, z: Z}
        """
    )
    assert [member for member, _ in told(graph)] == ["y", "x", "z"]


def test_who_is_appointed_again_is_neither_expired_nor_about_to_leave(load_text: LoadText) -> None:
    graph = load_text(
        """\
        bodies:
          b:
            name: B
            seats: {s: {term: 3 years}, t: {term: 3 years}}
            members:
              - {person: x, seat: s, from: 2020-01-01}
              - {person: x, seat: s, from: 2023-01-01}
              - {person: y, seat: t, from: 2020-01-01}
        persons: {x: X, y: Y}
        """
    )
    assert told(graph) == [("y", "expired"), ("x", "sitting")]
    assert ("x", "renewed") in told(graph, everyone=True)
    before = PartialDate.parse("2022-12-01")
    assert told(graph, on=before, within=TimeSpan(months=6)) == [("y", "sitting")]
    rows = find_roster(graph, "b", on=DAY).rows
    assert [str(row.standing) for row in rows] == ["renewed", "sitting", "expired"]


def test_the_order_of_the_file_tells_nothing(graph: Graph) -> None:
    for seed in range(5):
        assert told(Graph(shuffled(graph.parts, seed))) == told(graph)


@pytest.mark.parametrize(
    ("node", "members"),
    [
        ("other", ["ann"]),
        ("head", ["ann"]),
        ("ann", ["ann", "ann", "ann"]),
        ("bo", ["bo"]),
        ("øde", []),
    ],
)
def test_a_node_is_asked_about_as_body_as_post_or_as_member(
    graph: Graph, node: str, members: list[str]
) -> None:
    assert [member for member, _ in told(graph, node)] == members


def test_a_node_that_is_not_there_is_refused(graph: Graph) -> None:
    with pytest.raises(UnknownNodeError):
        find_terms(graph, "nobody")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2020-12-31", "to_come"),
        ("2021", "unknown"),
        ("2021-01-01", "unknown"),
        ("2022", "sitting"),
        ("2023-12-31", "sitting"),
        ("2024-01-01", "unknown"),
        ("2024-12-30", "unknown"),
        ("2024-12-31", "expired"),
    ],
)
def test_a_coarse_start_leaves_open_when_a_term_is_over(graph: Graph, day: str, state: str) -> None:
    assert told(graph, "bo", on=PartialDate.parse(day)) == [("bo", state)]


@pytest.mark.parametrize(
    ("within", "on", "expiring"),
    [
        ("31 days", "2023-01-01", ["ann -", "ann certain"]),
        ("30 days", "2023-01-01", ["ann -"]),
        ("5 months", "2023-01-01", ["ann -", "ann certain", "ann possible"]),
        ("6 months", "2023-01-01", ["ann -", "ann certain", "ann certain"]),
        ("1 year", "2023-01-01", ["ann -", "ann certain", "ann certain", "bo possible"]),
        ("2 years", "2022-12-31",
         ["ann certain", "ann certain", "ann certain", "bo certain"]),
        ("0 days", "2022-12-31", ["ann certain"]),
        ("1 month", "2023-06-15", ["ann -", "ann possible"]),
        ("1 day", "2024-06-01", ["ann -", "bo possible"]),
        ("1 year", "2022",  # Dan may have left by the day that is meant
         ["dan possible", "ann certain", "ann possible", "ann possible", "bo possible"]),
        ("9 years", "2030-06-01", ["ann -", "bo -", "cid -", "eva certain"]),
        ("9 years", "2031-06-01", ["ann -", "bo -", "cid -", "eva possible"]),
    ],
)  # fmt: skip
def test_what_runs_out_within_a_span_is_told_with_what_has(
    graph: Graph, within: str, on: str, expiring: list[str]
) -> None:
    found = find_terms(graph, within=TimeSpan.parse(within), on=PartialDate.parse(on))
    shown = [f"{row.tenure.relation.source} {row.expires or '-'}" for row in found.rows]
    assert shown == expiring


def test_days_are_counted_where_both_are_known_to_the_day(graph: Graph) -> None:
    def left(node: str, on: str) -> list[int | None]:
        found = find_terms(graph, node, on=PartialDate.parse(on), everyone=True)
        return [row.days_left for row in found.rows]

    assert left("cid", "2025-02-01") == [27]
    assert left("cid", "2025-02-28") == [0]
    assert left("cid", "2025-03-02") == [-2]
    assert left("cid", "2025-02") == left("bo", "2023-01-01") == left("åse", "2023") == [None]


def test_without_a_day_that_of_the_graph_counts_and_else_today(graph: Graph) -> None:
    assert find_terms(graph).day == PartialDate.today()
    assert find_terms(graph.restricted(as_of=DAY)).day == DAY

"""How long a member sits: as it is written, or as the term of the seat lets it follow."""

import pytest

from orggraph.model import Graph, PartialDate
from orggraph.queries.tenure import Tenure, find_renewal, find_tenure
from tests.conftest import LoadText

SEATS = """\
    bodies:
      b:
        name: B
        seats: {s: {count: 9, term: 3 years}, open: {count: 9}}
        members: [{person: ann, MEMBER}]
    posts: {head: {name: Head, held by: {ann: {HOLDER}}}}
    persons: {ann: Ann}
    """


def tenure_of(load_text: LoadText, member: str, holder: str = "from: 2020") -> Tenure:
    graph = load_text(SEATS.replace("MEMBER", member).replace("HOLDER", holder))
    return find_tenure(graph, _one(graph, "member_of"))


@pytest.mark.parametrize(
    ("later", "is_renewal"), [("2022", False), ("2022-06", False), ("2023", True)]
)
def test_a_renewal_certainly_starts_later(
    load_text: LoadText, later: str, is_renewal: bool
) -> None:
    members = f"from: 2022, seat: s}}, {{person: ann, seat: s, from: {later}, id: again"
    graph = load_text(SEATS.replace("MEMBER", members).replace("HOLDER", "from: 2020"))
    first = next(r for r in graph.relations_to("b") if r.id != "again")
    assert (find_renewal(graph, first) is not None) == is_renewal


def _one(graph: Graph, type_: str):  # type: ignore[no-untyped-def]
    (found,) = (relation for relation in graph.relations.values() if relation.type == type_)
    return found


@pytest.mark.parametrize(
    ("member", "basis", "earliest", "latest"),
    [
        ("seat: s, from: 2022", "computed", "2024-12-31", "2025-12-30"),
        ("seat: s, from: 2022-03-01", "computed", "2025-02-28", "2025-02-28"),
        ("seat: s, from: 2022, until: 2030-02", "stated", "2030-02-01", "2030-02-28"),
        ("seat: s, until: 2024", "stated", "2024-01-01", "2024-12-31"),
        ("until: 2024-05-06", "stated", "2024-05-06", "2024-05-06"),
    ],
)
def test_a_stated_end_counts_before_a_computed_one(
    load_text: LoadText, member: str, basis: str, earliest: str, latest: str
) -> None:
    found = tenure_of(load_text, member)
    assert found.last is not None
    assert (found.basis, *map(str, found.last)) == (basis, earliest, latest)


@pytest.mark.parametrize("member", ["seat: s", "from: 2022", "seat: open, from: 2022", "role: x"])
def test_without_start_and_term_nothing_tells_the_end(load_text: LoadText, member: str) -> None:
    found = tenure_of(load_text, member)
    assert (found.last, found.basis) == (None, "open")
    assert found.is_over(PartialDate(2999)) is False


def test_a_tenure_knows_its_seat_and_its_start(load_text: LoadText) -> None:
    found = tenure_of(load_text, "seat: s, from: 2022-03")
    assert found.seat is not None
    assert (found.seat.id, str(found.start)) == ("b/s", "2022-03")
    assert tenure_of(load_text, "from: 2022").seat is None


@pytest.mark.parametrize(
    ("day", "is_over"),
    [
        ("2024-12-31", False),
        ("2025-01-01", None),
        ("2025-12-30", None),
        ("2025-12-31", True),
        ("2025", None),
        ("2026", True),
        ("2024", False),
    ],
)
def test_whether_a_term_is_over_is_told_where_it_is_certain(
    load_text: LoadText, day: str, is_over: bool | None
) -> None:
    found = tenure_of(load_text, "seat: s, from: 2022")
    assert found.is_over(PartialDate.parse(day)) is is_over


def test_the_holder_of_a_post_has_a_tenure(load_text: LoadText) -> None:
    graph = load_text(SEATS.replace("MEMBER", "seat: s").replace("HOLDER", "until: 2024-02"))
    found = find_tenure(graph, _one(graph, "holds"))
    assert found.last is not None
    assert (found.basis, *map(str, found.last)) == ("stated", "2024-02-01", "2024-02-29")

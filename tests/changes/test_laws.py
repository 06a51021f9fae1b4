"""The laws of a diff, over graphs at random."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from orggraph.changes.change import Change, ChangeKind
from orggraph.changes.compare import compare
from orggraph.changes.union import unite
from orggraph.model import Graph, Parts
from tests.properties.strategies import parts
from tests.queries.build import shuffled

LISTS = ("nodes", "relations", "seats", "members", "evidence", "problems", "sources", "settings")


@st.composite
def two_versions(draw: st.DrawFn) -> tuple[Graph, Graph]:
    """Return a graph, and another that has some things of it and some of a third."""
    one, other = draw(parts()), draw(parts())
    if draw(st.booleans()):
        return Graph(one), Graph(other)
    changed = replace(
        one,
        nodes=tuple(
            replace(
                node,
                name=draw(st.sampled_from([node.name, other.nodes[0].name])),
                aliases=draw(st.permutations(node.aliases).map(tuple)),
                evidence=draw(st.permutations(node.evidence).map(tuple)),
                purposes=draw(st.permutations(node.purposes).map(tuple)),
            )
            for node in one.nodes
        ),
        relations=tuple(r for r in one.relations if draw(st.booleans())),
        title=draw(st.sampled_from([one.title, other.title])),
    )
    return Graph(one), Graph(changed)


def mirrored(change: Change[object]) -> Change[object]:
    fields = tuple(field._replace(old=field.new, new=field.old) for field in change.fields)
    return Change(change.new, change.old, fields)


def sorted_fields(changes: tuple[Change[object], ...]) -> list[str]:
    """Return changes as text, the attributes in one order."""
    return sorted(str(c._replace(fields=tuple(sorted(c.fields, key=str)))) for c in changes)


@given(parts())
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_nothing_changed_from_a_version_to_itself(drawn: Parts) -> None:
    found = compare(Graph(drawn), Graph(drawn))
    assert found.is_empty
    assert unite(found).graph == Graph(drawn)
    assert not unite(found).marks
    assert not unite(found).lines


@given(two_versions())
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_a_diff_is_empty_just_where_two_versions_are_equal(pair: tuple[Graph, Graph]) -> None:
    assert compare(*pair).is_empty == (pair[0] == pair[1])


@given(two_versions())
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_a_diff_backwards_is_its_mirror_image(pair: tuple[Graph, Graph]) -> None:
    old, new = pair
    there, back = compare(old, new), compare(new, old)
    assert sorted((new, old) for old, new in there.renamed) == sorted(back.renamed)
    for name in LISTS:
        reverse = tuple(map(mirrored, getattr(back, name)))
        assert sorted_fields(getattr(there, name)) == sorted_fields(reverse), name


@given(two_versions(), st.integers(0, 99))
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_the_order_of_the_input_does_not_matter(pair: tuple[Graph, Graph], seed: int) -> None:
    mixed = (Graph(shuffled(graph.parts, seed)) for graph in pair)
    there, here = compare(*pair), compare(*mixed)
    assert all(getattr(there, name) == getattr(here, name) for name in (*LISTS, "renamed"))


@given(two_versions())
@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
def test_a_union_has_both_versions_and_marks_what_differs(pair: tuple[Graph, Graph]) -> None:
    old, new = pair
    found = compare(old, new)
    union = unite(found)
    # Without what was removed it is the new version; an id may be a node's and a relation's.
    for both, now, marks in (
        (union.graph.nodes, new.nodes, union.marks),
        (union.graph.seats, new.seats, union.marks),
        (union.graph.relations, new.relations, union.lines),
    ):
        assert {id_: both[id_] for id_ in now} == dict(now)
        assert all(marks[id_] is not None for id_ in both.keys() - now.keys())
    assert len(union.graph.nodes) == len(new.nodes) + sum(
        change.kind is ChangeKind.REMOVED for change in found.nodes
    )
    assert union.marks.keys() <= {*union.graph.nodes, *union.graph.seats}
    assert union.lines.keys() <= union.graph.relations.keys()

"""What is asked for together, or of a whole graph, is the same on every index as one by one."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from orggraph.model import Graph, PartialDate, Parts
from orggraph.queries.lines import OutlineRow, find_subordinates, find_tree
from orggraph.queries.selection import find_nodes, find_relations
from orggraph.text import LocalText, collation_key
from tests.properties.indexes import MakeGraph, on_any_index
from tests.properties.strategies import parts
from tests.properties.test_queries import organisations
from tests.queries.build import node, parts_of

DAYS = st.none() | st.sampled_from([PartialDate(1950), PartialDate(2025, 6)])


def made(graph_on: MakeGraph, given_: Parts, day: PartialDate | None, *, few: bool) -> Graph:
    graph = graph_on(given_)
    types = graph.vocabulary.types_of(family="reporting") if few else None
    return graph.restricted(as_of=day, types=types) if few or day is not None else graph


@on_any_index
@settings(max_examples=25, deadline=None)
@given(parts(), DAYS, st.booleans(), st.data())
def test_relations_to_several_are_those_to_each(
    graph_on: MakeGraph, given_: Parts, day: PartialDate | None, few: bool, data: st.DataObject
) -> None:
    graph = made(graph_on, given_, day, few=few)
    ids = [*(node.id for node in given_.nodes), "nobody", 'a"b', ""]
    some = data.draw(st.lists(st.sampled_from(ids), unique=True))
    types = data.draw(st.none() | st.sets(st.sampled_from(sorted(graph.vocabulary.types))))
    found = graph.index.relations_to_each(some, types)
    assert list(found) == some
    for target, relations in found.items():
        assert list(relations) == list(graph.relations_to(target, types))
    count = graph.index.count_relations(types)
    assert count >= sum(1 for _ in graph.iter_relations(types))
    assert day is not None or count == sum(1 for _ in graph.iter_relations(types))


NAMES = ("Zoe", "Åse", "anna", "Anna", "Ærø", "Øster", "Anna", "Ánna", "Aase", "zoe", "Bo 10", "Bo")


@on_any_index
def test_names_are_sorted_as_people_expect(graph_on: MakeGraph) -> None:
    ids = [f"n{place * 7 % 12:02}" for place in range(12)]
    called = {id_: LocalText.of(name, "da") for id_, name in zip(ids, NAMES, strict=True)}
    found = find_nodes(graph_on(Parts(tuple(node(id_, name=name) for id_, name in called.items()))))
    told = [(one.name.original, one.id) for one in found.nodes]
    assert [name for name, _ in told] == [
        "Aase", "Anna", "Anna", "anna", "Ánna", "Bo", "Bo 10", "Zoe", "zoe", "Ærø", "Øster", "Åse",
    ]  # fmt: skip
    assert told[1][1] < told[2][1]


@on_any_index
def test_relations_of_several_types_are_merged(graph_on: MakeGraph) -> None:
    graph = graph_on(parts_of("a informs c", "b reports_to c", "c informs d", "c reports_to d",
                              "d informs e", "a reports_to b", "d advises a"))  # fmt: skip
    found = find_relations(graph, types={"informs", "reports_to"}).relations
    assert [relation.id for relation in found] == [
        "a:reports_to:b", "a:informs:c", "b:reports_to:c", "c:reports_to:d", "c:informs:d",
        "d:informs:e",
    ]  # fmt: skip


@on_any_index
def test_what_does_not_hold_on_a_date_is_in_no_list(graph_on: MakeGraph) -> None:
    graph = graph_on(parts_of("a reports_to c@..2020", "b reports_to c@2021", "c informs a@..2020"))
    then = graph.restricted(as_of=PartialDate(2025))
    assert [r.source for r in then.index.relations_to_each(["c", "a"])["c"]] == ["b"]
    assert [row.node for row in find_tree(then, "c").rows] == ["c", "b"]
    assert [r.id for r in find_relations(then).relations] == ["b:reports_to:c"]


@on_any_index
@settings(max_examples=25, deadline=None)
@given(parts(), DAYS, st.data())
def test_reading_ahead_changes_no_answer(
    graph_on: MakeGraph, given_: Parts, day: PartialDate | None, data: st.DataObject
) -> None:
    graph, other = (made(graph_on, given_, day, few=False) for _ in range(2))
    ids = [*(node.id for node in given_.nodes), "nobody", "\ud800"]
    graph.index.read_ahead(data.draw(st.lists(st.sampled_from(ids))))
    for id_ in ids:
        assert graph.nodes.get(id_) == other.nodes.get(id_)
        assert (id_ in graph.nodes) is (id_ in other.nodes)


@on_any_index
@settings(max_examples=25, deadline=None)
@given(parts(), DAYS, st.booleans())
def test_nodes_and_relations_are_listed_in_their_order(
    graph_on: MakeGraph, given_: Parts, day: PartialDate | None, few: bool
) -> None:
    graph = made(graph_on, given_, day, few=few)
    kinds = list(graph.vocabulary.kinds)
    nodes = sorted(
        graph.nodes.values(),
        key=lambda n: (kinds.index(n.kind), *collation_key(n.name.original), n.id),
    )
    assert find_nodes(graph).nodes == tuple(nodes)
    for kind in kinds:
        assert find_nodes(graph, kind=kind).nodes == tuple(n for n in nodes if n.kind == kind)
    everything = tuple(graph.relations.values())
    assert find_relations(graph).relations == everything
    for types in (set(), {"reports_to"}, {"reports_to", "informs", "member_of"}):
        told = find_relations(graph, types=types).relations
        assert told == tuple(relation for relation in everything if relation.type in types)


@on_any_index
@settings(max_examples=25, deadline=None)
@given(organisations() | parts(), DAYS, st.sampled_from([None, 0, 1, 2]))
def test_a_tree_is_drawn_as_its_definition_says(
    graph_on: MakeGraph, given_: Parts, day: PartialDate | None, depth: int | None
) -> None:
    graph = made(graph_on, given_, day, few=False)
    reporting = graph.vocabulary.types_of(family="reporting")

    def below(row: OutlineRow, shown: dict[str, bool]) -> Iterator[OutlineRow]:
        if row.node in shown:
            yield row._replace(repeated=shown[row.node])
            return
        if row.depth == depth:
            yield row._replace(folded=graph.index.count_below(row.node, reporting))
            return
        yield row
        under = find_subordinates(graph, row.node)
        shown[row.node] = bool(under)
        for relation in under:
            is_last = relation is under[-1]
            deeper = OutlineRow(row.depth + 1, relation.source, relation, is_last=is_last)
            yield from below(deeper, shown)

    for root in graph.nodes:
        assert find_tree(graph, root, depth=depth).rows == tuple(below(OutlineRow(0, root), {}))

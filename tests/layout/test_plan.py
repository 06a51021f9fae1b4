"""Which leaves stand in columns, and which lines leave a card together."""

import pytest

from orggraph.layout import sizes
from orggraph.layout.cards import Words
from orggraph.layout.orient import Pull
from orggraph.layout.plan import Leg, Net, Stack, far_pin, find_nets, find_sides, find_stacks
from orggraph.views.content import Link

WORDS = Words((("reports to", 60.0),), 66.0, 16.0)
SAID = {("reports to", None): WORDS, ("", None): None, ("other", None): WORDS}


def link(id_: str, source: str, target: str, **more: object) -> Link:
    made = Link(id_, source, target, "reporting", ("t",), (id_,), "reports to", "", "target", 8)
    return made._replace(**more)  # type: ignore[arg-type]


def leaves(number: int, upper: str = "top", **more: object) -> list[Link]:
    return [link(f"{upper}-{at}", f"{upper}{at}", upper, **more) for at in range(number)]


def pulls(links: list[Link]) -> list[Pull]:
    return [Pull(one.target, one.source, 8) for one in links]


def stacks(links: list[Link], least: int = 3, **more: int) -> list[tuple[str, ...]]:
    found = find_stacks(links, pulls(links), least=least, **more)
    assert all(stack.id == stack.cards[0] for stack in found)
    return [stack.cards for stack in found]


def test_leaves_of_one_superior_stand_in_a_column() -> None:
    assert stacks(leaves(3)) == [("top0", "top1", "top2")]
    assert stacks(leaves(2)) == []
    assert stacks(leaves(2), least=2) == [("top0", "top1")]
    assert find_stacks([], [], least=2) == ()


def test_those_with_another_line_do_not() -> None:
    links = leaves(4)
    assert stacks([*links, link("x", "other", "top0")]) == [("top1", "top2", "top3")]
    assert stacks([*links, link("x", "top0", "top1", family="contact")]) == []


def test_lines_of_one_column_are_of_one_sort() -> None:
    for unlike in (
        {"family": "contact"}, {"types": ("u",)}, {"arrow": False}, {"mutual": True},
        {"dotted": True}, {"marked": True}, {"label": "answers to"},
    ):  # fmt: skip
        mixed = [*leaves(2), *leaves(2, **unlike)]
        renamed = [
            one._replace(id=f"{at}", source=f"leaf{at}", target="top")
            for at, one in enumerate(mixed)
        ]
        assert stacks(renamed) == [], unlike
        assert stacks(renamed, least=2) == [("leaf0", "leaf1"), ("leaf2", "leaf3")]


def test_a_line_from_above_makes_a_leaf_as_well() -> None:
    down = [link(str(at), "top", f"leaf{at}", above="source") for at in range(3)]
    ends = [Pull("top", f"leaf{at}", 3) for at in range(3)]
    assert [stack.cards for stack in find_stacks(down, ends, least=3)] == [
        ("leaf0", "leaf1", "leaf2")
    ]
    # Those above their only neighbour are no leaves below it.
    upwards = [Pull(f"leaf{at}", "top", 3) for at in range(3)]
    assert find_stacks(down, upwards, least=3) == ()


@pytest.mark.parametrize(
    ("number", "lengths"), [(12, [12]), (13, [7, 6]), (25, [9, 9, 7]), (30, [10, 10, 10])]
)
def test_long_columns_are_parted_evenly(number: int, lengths: list[int]) -> None:
    found = stacks(leaves(number))
    assert [len(column) for column in found] == lengths
    assert [card for column in found for card in column] == [f"top{at}" for at in range(number)]


def nets(links: list[Link], ranks: dict[str, int], **blocks: str) -> tuple[Net, ...]:
    block_of = {card: blocks.get(card, card) for one in links for card in (one.source, one.target)}
    return find_nets(links, block_of, ranks, SAID)


def test_lines_of_one_sort_leave_a_card_as_one_trunk() -> None:
    links = leaves(3)
    (net,) = nets(links, {"top": 0, "top0": 1, "top1": 1, "top2": 2})
    assert (net.id, net.block, net.card, net.label, net.flat) == (
        "top-0", "top", "top", WORDS, False,
    )  # fmt: skip
    assert net.legs == tuple(Leg(one.id, one.source, (one,)) for one in links)


def test_lines_of_different_sorts_do_not() -> None:
    ranks = {"top": 0, "top0": 1, "top1": 1}
    one, other = leaves(2)
    for unlike in ({"family": "contact"}, {"types": ("u",)}, {"dotted": True}, {"marked": True},
                   {"arrow": False}, {"mutual": True}):  # fmt: skip
        assert len(nets([one, other._replace(**unlike)], ranks)) == 2  # type: ignore[arg-type]
    turned = other._replace(source="top", target="top1")
    assert len(nets([one, turned], ranks)) == 2


def test_a_label_stands_on_the_trunk_or_on_each_leg() -> None:
    ranks = {"top": 0, "top0": 1, "top1": 1}
    one, other = leaves(2)
    (shared,) = nets([one, other], ranks)
    assert (shared.label, [leg.label for leg in shared.legs]) == (WORDS, [None, None])
    (apart,) = nets([one, other._replace(label="other")], ranks)
    assert (apart.label, [leg.label for leg in apart.legs]) == (None, [WORDS, WORDS])
    (alone,) = nets([one], ranks)
    assert (alone.label, [leg.label for leg in alone.legs]) == (None, [WORDS])
    (silent,) = nets([one._replace(label="")], ranks)
    assert (silent.label, [leg.label for leg in silent.legs]) == (None, [None])


def test_one_leg_leads_to_a_column() -> None:
    links = leaves(3)
    (net,) = nets(links, {"top": 0, "top0": 1}, top1="top0", top2="top0")
    assert net.legs == (Leg("top-0", "top0", tuple(links)),)
    assert net.label == WORDS


def test_the_upper_end_is_where_the_ranks_say() -> None:
    against = link("1", "a", "b")
    (net,) = nets([against], {"a": 0, "b": 1})
    assert (net.block, net.legs[0].block) == ("a", "b")
    (net,) = nets([against], {"a": 1, "b": 0})
    assert (net.block, net.legs[0].block) == ("b", "a")


def test_a_line_within_a_rank_is_flat() -> None:
    one, other = link("1", "a", "b"), link("2", "a", "c")
    found = nets([other, one], {"a": 0, "b": 0, "c": 0})
    assert [(net.id, net.flat, net.block, net.legs[0].block) for net in found] == [
        ("1", True, "a", "b"),
        ("2", True, "a", "c"),
    ]
    assert [net.label for net in found] == [WORDS, WORDS]


def test_sides_have_room_for_pins_and_labels() -> None:
    found = nets(
        [link("1", "b", "a"), link("2", "c", "a", label="other"), link("3", "b", "c", label="")],
        {"a": 0, "b": 1, "c": 1},
    )
    sides = find_sides(found, down=True)
    half = (66 + sizes.LABELS_APART) / 2
    assert sides.lower["a"] == {"1": sizes.LINES_APART / 2}
    assert sides.upper == {"b": {"1": half}, "c": {"2": half}}
    flat = found[1].legs[0]
    assert sides.lower["b"] == {"3": sizes.LINES_APART / 2}
    assert sides.lower["c"] == {far_pin(flat): sizes.LINES_APART / 2}
    assert sides.least("b") >= 66 + sizes.LABELS_APART + 2 * sizes.CORNER
    assert sides.least("nobody") == 2 * sizes.CORNER
    level = find_sides(found, down=False)
    assert level.upper["b"] == {"1": (16 + sizes.ROW_GAP) / 2}
    assert level.upper["c"]["2"] < sides.upper["c"]["2"]


def test_a_column_knows_its_first() -> None:
    assert find_stacks(leaves(3), pulls(leaves(3)), least=3) == (
        Stack("top0", ("top0", "top1", "top2")),
    )

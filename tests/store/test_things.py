"""The things of a file as a mapping, and those of them that are kept."""

import pytest

from orggraph.store.things import Kept


@pytest.mark.parametrize("count", [1, 10, 11, 25, 99])
def test_the_last_things_are_kept_and_not_many_more(count: int) -> None:
    kept = Kept[int](10)
    for number in range(count):
        kept.add(str(number), number)
    found = [number for number in reversed(range(count)) if str(number) in kept]
    assert found[:10] == list(reversed(range(count)))[:10]
    assert len(found) <= 20
    assert kept.get("none") is None


def test_what_is_asked_for_again_stays() -> None:
    kept = Kept[int](3)
    for number in range(20):
        kept.add(str(number), number)
        assert kept.get("0") == 0
    assert kept.get("1") is None

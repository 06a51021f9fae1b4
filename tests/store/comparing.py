"""Hold two indexes against each other: whatever is asked, the same answers in the same order."""

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from orggraph.model import Graph, PartialDate
from orggraph.model.index import Index
from orggraph.model.names import names_of
from orggraph.source import Location
from orggraph.text import fold

Types = Collection[str]

AWKWARD = (
    "", "a", "aa", '"', 'a"b', "*", "a*", "and", "or", "not", "near", "near(a b)", "-a", "^a",
    "a:b", "key:a", "'", "\n", "æ", "🙂", "%", "_", "(", ")", "\x00", "a\x00b", "\U0010ffff",
    "\ud800",
)  # fmt: skip
"""What FTS5 and SQL have meanings of their own for, or no file can hold."""

STRANGERS = (
    "",
    "nobody",
    ":",
    "a/b",
    "a:b",
    "a:b:c:d:e",
    "\ud800",
    "a/\ud800",
    "a:reports_to:\ud800",
)


def hold_against(one: Index, other: Index, types: Iterable[Types]) -> None:
    """Assert that an index has all that another has."""
    chosen = list(types)
    _hold_heads(one, other)
    _hold_mappings(one, other)
    nodes = [*one.nodes, *STRANGERS]
    for of in (None, (), *chosen):
        assert list(other.iter_relations(of)) == list(one.iter_relations(of))
        for node in nodes:
            assert list(other.relations_from(node, of)) == list(one.relations_from(node, of))
            assert list(other.relations_to(node, of)) == list(one.relations_to(node, of))
    for node in nodes:
        assert list(other.seats_of(node)) == list(one.seats_of(node))
    for of in ((), *chosen):
        assert list(other.tops(of)) == list(one.tops(of))
        assert other.count_apart(of) == one.count_apart(of)
        for node in one.nodes:
            assert other.count_below(node, of) == one.count_below(node, of)
    _hold_names(one, other)


def hold_restrictions(
    one: Index, other: Index, days: Iterable[PartialDate], types: Iterable[Types]
) -> None:
    """Assert the same of what is left of both on dates, of types, and of both in either order."""
    chosen = list(types)
    for of in chosen:
        hold_against(one.restricted(None, of), other.restricted(None, of), chosen)
    for day in days:
        dated, other_dated = one.restricted(day, None), other.restricted(day, None)
        hold_against(dated, other_dated, chosen)
        for of in chosen:
            hold_against(one.restricted(day, of), other.restricted(day, of), chosen)
            hold_against(dated.restricted(None, of), other_dated.restricted(None, of), chosen)
            late, other_late = one.restricted(None, of), other.restricted(None, of)
            hold_against(late.restricted(day, None), other_late.restricted(day, None), chosen)


def hold_rosters(one: Graph, other: Graph) -> None:
    """Assert that bodies have the same members in both graphs."""
    for node in one.nodes:
        assert other.memberships_of(node) == one.memberships_of(node)


def _hold_heads(one: Index, other: Index) -> None:
    assert other.title == one.title
    assert other.language == one.language
    assert other.vocabulary == one.vocabulary
    assert other.settings == one.settings
    assert other.sources == one.sources
    assert list(other.sources) == list(one.sources)
    for setting, same in zip(one.settings, other.settings, strict=True):
        assert _place(same.location) == _place(setting.location)


def _hold_mappings(one: Index, other: Index) -> None:
    for name in ("nodes", "relations", "seats"):
        things, others = getattr(one, name), getattr(other, name)
        assert list(others) == list(things)
        assert list(others.items()) == list(things.items())
        assert len(others) == len(things)
        assert bool(others) == bool(things)
        for id_, thing in things.items():
            assert id_ in others
            assert others[id_] == thing
            assert _place(others[id_].location) == _place(thing.location)
        for id_ in STRANGERS:
            assert (id_ in others) == (id_ in things)
            assert others.get(id_) == things.get(id_)


def _place(location: Location | None) -> Location | None:
    """Return a place in a file by its name alone: where it was is kept where that is relative."""
    return location and location._replace(path=Path(location.path).name)


def _hold_names(one: Index, other: Index) -> None:
    names, others = one.names, other.names
    for key in {*AWKWARD, *_keys(one)}:
        assert list(others.of_key(key)) == list(names.of_key(key))
        assert list(others.of_identifier(key)) == list(names.of_identifier(key))
        assert list(others.starting(key)) == list(names.starting(key))
        assert list(others.containing(key)) == list(names.containing(key))
    assert list(others.resembling("abc")) == list(names.resembling("abc"))
    for node in one.nodes.values():
        for _, value in node.identifiers:
            assert list(others.of_identifier(value)) == list(names.of_identifier(value))


def _keys(index: Index) -> Iterator[str]:
    """Yield keys of names, and parts of them of all lengths that are looked up differently."""
    for node in index.nodes.values():
        for key in map(fold, names_of(node)):
            yield key
            for length in (1, 2, 3, 4, 9):
                middle = len(key) // 3
                yield from (key[:length], key[middle : middle + length], key[-length:])

"""Whoever can seal a file can put anything into it: that ends in an error, or in an answer."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from random import Random
from typing import Any

import pytest

from orggraph import OrgGraph
from orggraph.errors import OrgGraphError
from orggraph.formats.loader import read_graph
from orggraph.model import Graph
from orggraph.store.index import StoredIndex
from orggraph.store.trust import (
    as_flag,
    as_list,
    as_local_text,
    as_number,
    as_one_of,
    as_optional_text,
    as_text,
    as_texts,
)
from tests.formats.laws import SHIPPED
from tests.store.helpers import change, put, reseal
from tests.store.test_opening import look_at

CELLS: tuple[object, ...] = (
    None, -1, 0, 2**62, 1.5, "", "x", "2025-13-45", "a\x00b", "\x1b[2J", b"\xff\x00", "null", "[]",
    "{}", "[" * 5000, '{"evidence":[{}]}', '{"evidence":null}', '{"x":1}', '{"name":{}}', "NaN",
    '{"name":{"da":3}}', '{"role":{"label":"x","id":null,"rank":"a"}}', '{"count":[1]}',
    '{"aliases":"abc"}', '{"derived_from":[]}', '{"title":{"":""}}', '{"note":"\\ud800"}',
    '{"note":"\\u001b[2J"}', '{"status":"x"}', '{"vote":1}', '{"term":-1}', '{"term":"x"}', "'",
    "a" * 70_000,
)  # fmt: skip
VALUES: tuple[object, ...] = (
    None, -1, 0, 2**70, 1.5, True, "", "x", "\ud800", "\x1b[2J", [], {}, [[]], [None], {"da": None},
    {"": ""}, [1, 2, 3, 4, 5],
)  # fmt: skip
TABLES = (
    "about", "kind", "family", "type", "role", "source", "rule", "file", "node", "relation", "seat",
    "name", "identifier", "below", "trigram",
)  # fmt: skip


def tamper(path: Path, random: Random) -> None:
    """Change one cell of a store into something that belongs there or not, and seal it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        database.execute("PRAGMA synchronous = OFF")
        table = random.choice(TABLES)
        columns = [row[1] for row in database.execute(f"PRAGMA table_info ({table})")]
        key, column = columns[0], random.choice(columns)
        rows = list(database.execute(f"SELECT {key}, {column} FROM {table}"))
        if rows:
            row, old = random.choice(rows)
            new = random.choice(CELLS)
            if isinstance(old, str) and old.startswith("{") and random.random() < 0.8:
                new = json.dumps(inside(random, json.loads(old)))
            query = f"UPDATE {table} SET {column} = ? WHERE {key} = ?"
            with suppress(sqlite3.IntegrityError):
                database.execute(query, (new, row))
    reseal(path)


def inside(random: Random, said: Any) -> Any:
    """Return what was said in JSON with something in it that is something else, or gone."""
    places: list[tuple[Any, Any]] = []

    def gather(tree: Any) -> None:
        for key in tree if isinstance(tree, dict) else range(len(tree)):
            places.append((tree, key))
            if isinstance(tree[key], dict | list):
                gather(tree[key])

    gather(said)
    if not places:
        return random.choice(VALUES)
    tree, key = random.choice(places)
    if random.random() < 0.2:
        del tree[key]
    else:
        tree[key] = random.choice(VALUES)
    return said


def test_whatever_a_sealed_file_says_ends_in_an_answer_or_an_error(tmp_path: Path) -> None:
    whole = put(read_graph(SHIPPED["whole"], Graph), tmp_path, "whole.orgdb").read_bytes()
    path, random, errors, answers = tmp_path / "x.orgdb", Random(6), 0, 0
    for _ in range(120):
        path.write_bytes(whole)
        tamper(path, random)
        try:
            graph = OrgGraph.over(StoredIndex(path, "x.orgdb"))
            look_at(graph)
            graph.report(graph.find_nodes(), "json")
            graph.report(graph.find_tree())
            graph.as_of("2025-03").to_yaml()
            answers += 1
        except OrgGraphError:
            errors += 1
    assert errors > 20
    assert answers > 20


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE about SET value = NULL WHERE key = 'language'",
        "DELETE FROM about WHERE key = 'language'",
        "UPDATE about SET value = '-1' WHERE key = 'count of node'",
        "UPDATE about SET value = 'many' WHERE key = 'count of relation'",
        "UPDATE about SET value = '1e400' WHERE key = 'count of seat'",
        "UPDATE about SET value = 'Havnen' WHERE key = 'title'",
        "UPDATE about SET value = '{}' WHERE key = 'title'",
        "UPDATE node SET kind = 'ghost'",
        "UPDATE node SET name = 'a' || char(27) || '[2J'",
        'UPDATE node SET more = \'{"note":"\\u001b[2J"}\'',
        "UPDATE node SET line = 'x', file = 0",
        "UPDATE node SET file = 99",
        "UPDATE node SET start = 'soon'",
        "UPDATE relation SET type = 99",
        "UPDATE type SET family = 'ghosts'",
        "UPDATE kind SET more = '[]'",
        "UPDATE rule SET severity = 'fatal'",
        "UPDATE source SET more = '{\"title\": 1}'",
    ],
)
def test_what_no_store_says_is_refused(tmp_path: Path, statement: str) -> None:
    path = put(read_graph(SHIPPED["whole"], Graph), tmp_path)
    change(path, statement, sealed=True)
    with pytest.raises(OrgGraphError) as caught:
        look_at(OrgGraph.over(StoredIndex(path, "x.orgdb")))
    assert caught.value.key == "garbled-store"


def test_more_than_a_file_has_room_for_is_not_in_it(tmp_path: Path) -> None:
    """Python makes room for as many things as are said to come."""
    path = put(read_graph(SHIPPED["whole"], Graph), tmp_path)
    size = path.stat().st_size
    change(path, f"UPDATE about SET value = '{size}' WHERE key LIKE 'count%'", sealed=True)
    assert len(look_at(OrgGraph.over(StoredIndex(path, "x.orgdb")))) < 1000
    change(path, f"UPDATE about SET value = '{size + 1}' WHERE key LIKE 'count%'", sealed=True)
    with pytest.raises(OrgGraphError):
        StoredIndex(path, "x.orgdb")


def test_a_line_that_leads_back_to_itself_ends(tmp_path: Path) -> None:
    """No graph has a circle of reporting; a file may."""
    path = put(read_graph(SHIPPED["govtech"], Graph), tmp_path)
    change(path, "UPDATE relation SET target = source", "UPDATE below SET count = -1", sealed=True)
    graph = OrgGraph.over(StoredIndex(path, "x.orgdb"))
    for node in graph.nodes:
        graph.find_chain(node)
        graph.find_tree(node, depth=1)
        assert graph.index.count_below(node, graph.vocabulary.types_of(family="reporting")) == 0


@pytest.mark.parametrize("said", [None, 1, b"a", "a\x1bb", "a\x00", "\ud800", ["a"]])
def test_a_text_has_letters_that_can_be_shown(said: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        as_text(said)
    with pytest.raises((TypeError, ValueError)):
        as_texts([said])
    with pytest.raises((TypeError, ValueError)):
        as_local_text({"da": said})


def test_what_is_sound_comes_back() -> None:
    for text in ("", "a", "a\nb\tc", "å\N{NO-BREAK SPACE}🙂", "\N{ZERO WIDTH NO-BREAK SPACE}"):
        assert as_text(text) == text
    assert as_texts(["a", "b"]) == ("a", "b")
    assert as_optional_text(None) is None
    assert as_optional_text("a") == "a"
    assert as_number(0) == 0
    assert as_flag(False) is False
    assert as_list([1]) == [1]
    assert as_one_of("a", ("a", "b")) == "a"
    assert as_local_text({"da": "å", "en": "a"}).values == (("da", "å"), ("en", "a"))


@pytest.mark.parametrize(
    ("sort", "wrong"),
    [
        *((as_number, wrong) for wrong in (-1, True, 1.0, "1", None)),
        *((as_flag, wrong) for wrong in (1, None, "true")),
        *((as_list, wrong) for wrong in ("ab", {"a": 1}, None, 1)),
        *((as_texts, wrong) for wrong in ("ab", {"a": 1}, None, 1)),
        (as_optional_text, 1),
    ],
)
def test_what_is_of_another_sort_is_refused(
    sort: Callable[[object], object], wrong: object
) -> None:
    with pytest.raises(TypeError):
        sort(wrong)


def test_words_that_there_are_not_are_refused() -> None:
    with pytest.raises(ValueError, match="c"):
        as_one_of("c", ("a", "b"))
    with pytest.raises(ValueError, match=r"\{\}"):
        as_local_text({})
    with pytest.raises(AttributeError):
        as_local_text("da")  # type: ignore[arg-type]

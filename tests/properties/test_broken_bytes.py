"""Whatever the bytes of a file, reading ends with a graph or with problems in words."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from orggraph.formats.loader import read_graph
from orggraph.formats.yaml.writer import dump_yaml
from orggraph.model import Graph
from orggraph.source import ReadError

SEED = """\
title: {da: Samarbejdet, en: The collaboration}
language: da
sources:
  doc: {title: Aftale, date: 2025, set aside: [{quote: Velkommen, reason: Hilsen}]}
vocabulary:
  families: {ethics: {label: etik}}
  types: {audits: {family: ethics, label: reviderer, inverse: revideres af, source: [body]}}
  roles: {treasurer: {label: kasserer}}
organisations:
  region: &r {name: Region Ø, en: Region Oe, collective: yes}
bodies:
  styregruppe:
    name: Styregruppen
    aliases: [SG, "nr: 1"]
    purposes: [At styre, {text: At lede, status: inferred, evidence: "doc: x … y"}]
    reports to: {region: {from: 2025-03, line: dotted, inferred: {from: gæt}}}
    audits: region
    seats:
      chair: {role: chair, count: 1 per region, appointed by: [region, p], term: 3 år, vote: ja}
    members:
      - {person: p, seat: chair, represents: region, evidence: ["doc: a", 'doc: b']}
      - region
persons:
  p: {name: P, employed by: region, title: |
    direktør}
""".replace("title: |\n    direktør}", "title: direktør}").encode()
TOKENS = [
    b"\0", b"\t", b"\r", b"\n", b": ", b"- ", b"? ", b"[", b"]", b"{", b"}", b"*r", b"&r ", b"<<: ",
    b"!!x ", b"|", b">", b"'", b'"', b"#", b"%", b"~", b"null", b"\xff\xfe", b"\xc3", b"\xf8",
    "æ".encode(), "\u2028".encode(), "\x85".encode(), b"---\n", b"...\n", b"\x1b", b"@", b"\\",
    b'"\\ud800"', b'"\\0"', b"\xef\xbb\xbf", b"cls", b"region", b"p", b" ", b"reports to",
]  # fmt: skip

edits = st.lists(
    st.tuples(
        st.integers(0, len(SEED)),
        st.integers(0, 30),
        st.sampled_from(TOKENS) | st.binary(max_size=4),
    ),
    min_size=1,
    max_size=4,
)


def edited(changes: list[tuple[int, int, bytes]]) -> bytes:
    data = SEED
    for start, length, new in changes:
        data = data[:start] + new + data[start + length :]
    return data


def swapped(lines: list[int]) -> bytes:
    source = SEED.splitlines(keepends=True)
    return b"".join(source[line] for line in lines)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Graph | ReadError]:
    path: Path = tmp_path_factory.mktemp("broken") / "a.yaml"

    def read(data: bytes) -> Graph | ReadError:
        path.write_bytes(data)
        try:
            return read_graph(path, Graph)
        except ReadError as error:
            return error

    return read


def check(found: Graph | ReadError) -> None:
    """Check that a graph can be written again, and that every problem can be told."""
    if isinstance(found, Graph):
        assert dump_yaml(found)
        return
    assert found.problems
    for problem in found.problems:
        assert problem.location is not None
        assert problem.message("da")
        assert problem.message("en")
        assert str(problem)


def test_the_seed_itself_is_sound(outcome: Callable[[bytes], Graph | ReadError]) -> None:
    assert isinstance(outcome(SEED), Graph)


COMMON = settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@COMMON
@given(edits)
@example([(0, len(SEED), b"bodies: {a: {name: {da: x, cls: y}}}")])
@example([(0, len(SEED), b"bodies: {a: {name: A, from: 2025-00}}")])
def test_a_file_with_broken_bytes_is_only_ever_unreadable(
    outcome: Callable[[bytes], Graph | ReadError], changes: list[tuple[int, int, bytes]]
) -> None:
    check(outcome(edited(changes)))


@COMMON
@given(st.lists(st.integers(0, SEED.count(b"\n") - 1), max_size=30))
def test_a_file_with_its_lines_shuffled_is_only_ever_unreadable(
    outcome: Callable[[bytes], Graph | ReadError], lines: list[int]
) -> None:
    check(outcome(swapped(lines)))


@COMMON
@given(
    st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))
)
def test_noise_is_only_ever_unreadable(
    outcome: Callable[[bytes], Graph | ReadError], data: bytes
) -> None:
    check(outcome(data))


@COMMON
@given(edits)
def test_what_is_still_readable_keeps_its_meaning_when_written(
    outcome: Callable[[bytes], Graph | ReadError], changes: list[tuple[int, int, bytes]]
) -> None:
    found = outcome(edited(changes))
    if isinstance(found, Graph):
        assert outcome(dump_yaml(found).encode()) == found

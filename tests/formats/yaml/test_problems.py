"""What is wrong with a data file: each with its place, its code and a guess at what was meant."""

import pytest

from tests.conftest import FindProblems, told

Expected = tuple[str, str, str | None]

FIELDS: list[Expected] = [
    ("bodeis: {a: A}", "1:1 R201", "bodies"),
    ("xyz: {a: A}", "1:1 R201", None),
    ("bodies: {a: {name: A, nmae: B}}", "1:23 R201", "name"),
    ("bodies: {a: {name: A, 'report to': b}}", "1:23 R201", "reports to"),
    ("bodies: {a: {name: A, refererer ti: b}}", "1:23 R201", "refererer til"),
    ("bodies: {a: {name: A, Memebrs: [b]}}", "1:23 R201", "members"),
    ("bodies: {a: {name: A, seats: {s: {cuont: 2}}}}", "1:35 R201", "count"),
    ("bodies: {a: {name: A, seats: {s: {apointed by: a}}}}", "1:35 R201", "appointed by"),
    ("bodies: {a: {name: A, seats: {s: {appoints: a}}}}", "1:35 R201", "appointed by"),
    ("bodies: {a: {name: A, seats: {s: {reports to: a}}}}", "1:35 R201", None),
    ("bodies: {a: {name: A, supports: {b: {evidense: x}}}, b: B}", "1:38 R201", "evidence"),
    ("sources: {s: {title: T, ulr: x}}", "1:25 R201", "url"),
    ("sources: {s: {title: T, set asid: []}}", "1:25 R201", "set aside"),
    ("vocabulary: {type: {}}", "1:14 R201", "types"),
    ("bodies: {a: {}}", "1:13 R202", None),
    ("bodies: {a: {en: A}}", "1:13 R202", None),
    ("bodies: {a: {purposes: [{da: x}], name: A}}", "1:25 R202", None),
    ("sources: {s: {url: x}}", "1:14 R202", None),
    ("sources: {s: {title: T, set aside: [{quote: x}]}}", "1:37 R202", None),
    ("bodies: [a]", "1:9 R203", None),
    ("bodies: a", "1:9 R203", None),
    ("sources: []", "1:10 R203", None),
    ("vocabulary: [a]", "1:13 R203", None),
    ("title: [a]", "1:8 R203", None),
    ("bodies: {a: }", "1:13 R203", None),
    ("bodies: {a: null}", "1:13 R203", None),
    ("bodies: {a: [b]}", "1:13 R203", None),
    ("bodies: {a: {name: [b]}}", "1:20 R203", None),
    ("bodies: {a: {name: A, aliases: [x, ~]}}", "1:36 R203", None),
    ("bodies: {a: {name: A, aliases: {b: c}}}", "1:32 R203", None),
    ("bodies: {a: {name: A, collective: perhaps}}", "1:35 R203", None),
    ("bodies: {a: {name: A, supports: {b: words}}, b: B}", "1:37 R203", None),
    ("bodies: {a: {name: A, members: p}}", "1:32 R203", None),
    ("bodies: {a: {name: A, members: {p: }}}", "1:32 R203", None),
    ("bodies: {a: {name: A, members: [[p]]}}", "1:33 R203", None),
    ("bodies: {a: {name: A, members: ['']}}", "1:33 R203", None),
    ("bodies: {a: {name: A, members: [~]}}", "1:33 R203", None),
    ("bodies: {a: {name: A, seats: [s]}}", "1:30 R203", None),
    ("bodies: {a: {name: A, seats: {s: 2}}}", "1:34 R203", None),
    ("bodies: {a: {name: A, seats: {s: {appointed by: {a: }}}}}", "1:49 R203", None),
    ("bodies: {a: {name: A, supports: {b: {inferred: yes}}}, b: B}", "1:48 R203", None),
    ("sources: {s: {title: T, set aside: x}}", "1:36 R203", None),
    ("bodies: {a: {name: A, roster: complet}}", "1:31 R204", "complete"),
    ("bodies: {a: {name: A, status: guessed}}", "1:31 R204", None),
    ("bodies: {a: {name: A, supports: {b: {line: doted}}}, b: B}", "1:44 R204", "dotted"),
    ("bodies: {a: {name: A, from: 2025-13}}", "1:29 R205", None),
    ("bodies: {a: {name: A, until: marts}}", "1:30 R205", None),
    ("bodies: {a: {name: A, seats: {s: {count: two}}}}", "1:42 R206", None),
    ("bodies: {a: {name: A, seats: {s: {term: long}}}}", "1:41 R207", None),
    ("bodies: {den store: A}", "1:10 R208", None),
    ("bodies: {_a: A}", "1:10 R208", None),
    ("bodies: {'': A}", "1:10 R208", None),
    ("bodies: {a: {name: A, seats: {a/b: }}}", "1:31 R208", None),
    ("sources: {a b: {title: T}}", "1:11 R208", None),
    ("bodies: {a: {name: A, evidence: words}}", "1:33 R210", None),
    (
        "sources: {d: {title: D}}\nbodies: {a: {name: A, evidence: ['d: x', 'd:']}}",
        "2:42 R210",
        None,
    ),
    ("bodies: {a: {name: A, members: [{role: chair}]}}", "1:33 R211", None),
    (
        "persons: {p: P}\nbodies: {a: {name: A, members: [{person: p, member: p}]}}",
        "2:33 R211",
        None,
    ),
    ('bodies: {a: "x\\ey"}', "1:13 R005", None),
]
MODEL: list[Expected] = [
    ("bodies: {følgegruppe: F, a: {name: A, reports to: følgegrupen}}", "1:51 M101", "følgegruppe"),
    ("bodies: {a: Reference group, b: {name: B, supports: refrence group}}", "1:53 M101", "a"),
    ("bodies: {a: {name: A, supports: {xyz: {}}}}", "1:34 M101", None),
    ("bodies: {a: {name: A, supported by: [xyz]}}", "1:38 M101", None),
    ("bodies: {a: {name: A, members: [xyz]}}", "1:33 M101", None),
    ("bodies: {a: {name: A, members: [{person: xyz, seat: s}], seats: {s: }}}", "1:42 M101", None),
    ("bodies: {a: {name: A, seats: {s: {appointed by: [a, bb]}}}}", "1:53 M101", None),
    ("bodies: {a: {name: A, seats: {s: {represents: xyz}}}}", "1:47 M101", None),
    ("bodies: {a: {name: A, seats: {s: {count: 1 per xyz}}}}", "1:42 M101", None),
    ("bodies: {a: {name: A, supports: {b: {represents: xyz}}}, b: B}", "1:50 M101", None),
    ("bodies: {a: {name: A, supports: {b: {seat: xyz/s}}}, b: B}", "1:44 M101", None),
    ("bodies: {a: A}\npersons: {a: A}", "2:11 M102", None),
    ("bodies: {a: {name: A, supports: [b, b]}, b: B}", "1:37 M105", None),
    ("bodies: {a: {name: A, supports: b}, b: {name: B, supported by: a}}", "1:64 M105", None),
    ("bodies: {a: {name: A, employed by: b}, b: B}", "1:36 M106", None),
    ("persons: {p: P}\nbodies: {a: {name: A, is anchored in: p}}", "2:39 M107", None),
    ("bodies: {a: {name: A, supports: a}}", "1:33 M108", None),
    ("bodies: {a: {name: A, reports to: b}, b: {name: B, reports to: a}}", "1:64 M109", None),
    (
        "bodies: {a: {name: A, seats: {chair: }, members: [{body: b, seat: chiar}]}, b: B}",
        "1:67 M110",
        "chair",
    ),
    (
        "bodies: {a: {name: A, members: [{body: b, seat: b/s}]}, b: {name: B, seats: {s: }}}",
        "1:49 M110",
        None,
    ),
    (
        "bodies: {a: {name: A, appoints: {p: {seat: b/x}}}, b: B}\npersons: {p: P}",
        "1:44 M110",
        None,
    ),
    ("bodies: {a: {name: A, appoints: {p: {seat: x}}}}\npersons: {p: P}", "1:44 M111", None),
    (
        "sources: {doc: {title: D}}\nbodies: {a: {name: A, evidence: ['doc: x', 'dok: x']}}",
        "2:44 M112",
        "doc",
    ),
    ("bodies: {a: {name: A, purposes: [{text: x, evidence: 'd: x'}]}}", "1:54 M112", None),
    ("bodies: {a: {name: A, seats: {s: {evidence: 'd: x'}}}}", "1:45 M112", None),
    ("bodies: {a: {name: A, supports: {b: {evidence: 'd: x'}}}, b: B}", "1:48 M112", None),
    ("bodies: {a: {name: A, from: 2025, until: 2024-06}}", "1:42 M113", None),
    ("bodies: {a: {name: A, seats: {s: {from: 2025, until: 2024}}}}", "1:54 M113", None),
    ("bodies: {a: {name: A, supports: {b: {from: 2025, until: 2024}}}, b: B}", "1:57 M113", None),
    ("bodies: {a: {name: A, seats: {s: {count: 1 per b}}}, b: B}", "1:42 M114", None),
    ("bodies: {a: {name: A, members: [{person: b}]}, b: B}", "1:42 M115", "body"),
]


@pytest.mark.parametrize(("text", "expected", "guess"), FIELDS + MODEL)
def test_what_is_wrong_is_told_where_it_stands(
    problems_in: FindProblems, text: str, expected: str, guess: str | None
) -> None:
    problems = problems_in(text)
    assert told(problems) == [expected]
    assert problems[0].did_you_mean == guess
    place = problems[0].location
    assert place is not None
    assert problems[0].excerpt == text.splitlines()[place.line]
    assert problems[0].message("da") != problems[0].message("en")
    assert "None" not in problems[0].message()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "bodies: {a: {name: A, employed by: b}, b: B}",
            "'a' is of the kind body; 'employed by' starts from: person",
        ),
        (
            "persons: {p: P}\nbodies: {a: {name: A, anchored in: p}}",
            "'p' is of the kind person; 'is anchored in' leads to: body, organisation, post",
        ),
        (
            "bodies: {a: {name: A, seats: {t: , s: }, members: [{body: b, seat: xyz}]}, b: B}",
            "'a' has no seat 'xyz'; it has: s, t",
        ),
        (
            "bodies: {a: {name: A, from: 2025, until: 2024-06}}",
            "it ends (2024-06) before it starts (2025)",
        ),
        ("bodies: {a: {name: A, supports: a}}", "'a' cannot relate to itself (supports)"),
        (
            "bodies: {a: {name: A, status: guessed}}",
            "'guessed' is none of: stated, inferred",
        ),
        ("bodies: {a: {name: A, members: [{}]}}", "a member is named once, by one of:"),
        ("bodies: {a: {name: A, aliases: {b: c}}}", "expected text, found {…}"),
    ],
)
def test_what_is_wrong_is_told_in_full(problems_in: FindProblems, text: str, sentence: str) -> None:
    assert problems_in(text)[0].message().startswith(sentence)


def test_all_that_is_wrong_is_told_together_in_order(problems_in: FindProblems) -> None:
    text = """\
        bodies:
          a:
            nmae: A
            reports to: {x: {line: thick}}
            seats: {s: {count: many, appointed by: y}}
            evidence: words
          a b: B
        persns: {p: P}
        """
    codes = ["3:5 R202", "3:5 R201", "4:18 M101", "4:28 R204", "5:24 R206", "5:44 M101"]
    codes += ["6:15 R210", "7:3 R208", "8:1 R201"]
    assert sorted(told(problems_in(text))) == sorted(codes)
    assert [int(place.split(":")[0]) for place in told(problems_in(text))] == [
        3,
        3,
        4,
        4,
        5,
        5,
        6,
        7,
        8,
    ]


def test_problems_of_several_files_are_told_together(problems_in: FindProblems) -> None:
    problems = problems_in(b="bodies: {b: {name: B, supports: x}}", a="bodies: {a: {}}", c="t: x")
    places = [(str(p.location).rpartition("/")[2], p.code) for p in problems]
    assert places == [("a.yaml:1:13", "R202"), ("b.yaml:1:33", "M101"), ("c.yaml:1:1", "R201")]


def test_guesses_stop_before_a_file_full_of_slips_takes_long(problems_in: FindProblems) -> None:
    slips = "".join(f"    - node{n}x\n" for n in range(300))
    nodes = "".join(f"  node{n}: N\n" for n in range(2000))
    problems = problems_in(f"bodies:\n  a:\n    name: A\n    supports:\n{slips}{nodes}")
    assert len(problems) == 300
    # Each guess looks at some 2,000 words, and 200,000 are looked at in all.
    assert 50 < sum(p.did_you_mean is not None for p in problems) < 150


def test_long_words_are_shortened_in_sentences(problems_in: FindProblems) -> None:
    for text in ("bodies: {a: {name: A, ? %s : b}}", "bodies: {%s b: A}", "? %s\n: b"):
        (problem,) = problems_in(text % ("x" * 5_000))
        assert len(problem.message()) < 300

from orggraph.source import Location, ReadError, problem, sort_problems, with_excerpts


def test_a_location_counts_from_one_when_shown() -> None:
    assert str(Location("a.yaml", 0, 4)) == "a.yaml:1:5"


def test_a_problem_says_where_what_and_how_to_correct_it() -> None:
    found = problem("unknown-node", Location("f", 2, 0), node="grupen", did_you_mean="gruppen")
    assert str(found) == "f:3:1: error M101: unknown node 'grupen'; did you mean 'gruppen'?"
    assert found.message("da") == "ukendt knude 'grupen'; mente du 'gruppen'?"
    assert (found.code, found.severity) == ("M101", "error")


def test_a_problem_without_a_place_or_a_guess_is_told_without() -> None:
    assert str(problem("unknown-node", node="x")) == "error M101: unknown node 'x'"


def test_warnings_are_told_as_warnings() -> None:
    found = problem("seat-vacant", seat="b", body="a", filled=0, count=1)
    assert str(found).startswith("warning S102")


def test_problems_stand_in_the_order_of_the_files_each_once() -> None:
    places = [Location("b", 0, 0), Location("a", 2, 0), Location("a", 1, 5), Location("a", 1, 5)]
    found = [problem("unknown-node", place, node="x") for place in places]
    placeless = problem("unknown-node", node="x")
    in_order = sort_problems([placeless, *found])
    assert [str(p.location) for p in in_order] == ["a:2:6", "a:3:1", "b:1:1", "None"]


def test_different_problems_of_one_place_are_all_kept() -> None:
    place = Location("a", 0, 0)
    nodes = [problem("unknown-node", place, node=node) for node in ("y", "x")]
    kinds = [problem("unknown-kind", place, kind="x")]
    assert [p.facts for p in sort_problems([*kinds, *nodes])] == [
        {"node": "x"},
        {"node": "y"},
        {"kind": "x"},
    ]


def test_a_problem_shows_the_line_it_stands_on() -> None:
    inside, beyond = (problem("unknown-node", Location("f", n, 0), node="x") for n in (1, 7))
    elsewhere = problem("unknown-node", node="x")
    shown = with_excerpts([inside, beyond, elsewhere], {"f": "one\ntwo æ\r\nthree"})
    assert [p.excerpt for p in shown] == ["two æ", None, None]


def test_a_read_error_tells_everything() -> None:
    found = [problem("unknown-node", Location("f", 0, 0), node=node) for node in "xy"]
    error = ReadError([*found, problem("seat-vacant", seat="b", body="a", filled=0, count=1)])
    assert error.facts == {"count": 2}
    assert "2" in error.message("da")
    assert str(error).splitlines()[1:] == list(map(str, error.problems))
    assert len(error.problems) == 3

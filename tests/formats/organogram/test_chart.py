"""What organogram rows say, row by row."""

from collections.abc import Mapping

import pytest

from orggraph.model import Graph
from orggraph.source import ReadError
from tests.formats.organogram.conftest import Reader, junior, senior


def relations(graph: Graph, type_: str) -> set[tuple[str, str]]:
    return {(r.source, r.target) for r in graph.iter_stated() if r.type == type_}


def told(remarks: tuple[tuple[str, str, int, str], ...]) -> Mapping[tuple[str, str], int]:
    return {(what, name): times for what, name, times, _ in remarks}


def test_post_with_all_that_is_said_of_it(organogram: Reader) -> None:
    uri = "http://example.org/post/A1"
    graph = organogram(senior({"uri": uri, "notes": "On loan", "does": "All ships"})).graph
    post = graph.node("A1")
    assert (post.kind, post.name.original) == ("post", "Director")
    assert post.classification is not None
    assert post.classification.original == "SCS1"
    assert post.identifiers == (("iri", uri),)
    assert [purpose.text.original for purpose in post.purposes] == ["All ships"]
    assert post.note is not None
    assert post.note.original == "On loan"
    assert graph.language == "en"
    assert {node.id: node.kind for node in graph.iter_nodes()} == {
        "A1": "post", "ann-lee": "person", "ministry": "organisation",
        "harbour": "organisation", "harbour.quays": "body",
    }  # fmt: skip
    assert {(r.source, r.type, r.target) for r in graph.iter_stated()} == {
        ("A1", "post_in", "harbour.quays"),
        ("ann-lee", "holds", "A1"),
        ("harbour", "part_of", "ministry"),
        ("harbour.quays", "part_of", "harbour"),
    }


def test_posts_report_to_the_reference_they_name(organogram: Reader) -> None:
    graph = organogram(
        senior({"name": "Bo"}, {"ref": "A2", "up": "A1"}, {"ref": "A3", "up": "a2", "name": "Cy"})
    ).graph
    assert relations(graph, "reports_to") == {("A2", "A1"), ("A3", "A2")}


@pytest.mark.parametrize("name", ["Vacant", "VACANT", " vacant "])
def test_vacant_post_is_known_to_be_empty(organogram: Reader, name: str) -> None:
    graph = organogram(senior({"name": name})).graph
    assert graph.node("A1").roster == "complete"
    assert relations(graph, "holds") == set()


@pytest.mark.parametrize("name", ["", "Unknown", "N/A"])
def test_post_without_a_name_may_have_a_holder(organogram: Reader, name: str) -> None:
    graph = organogram(senior({"name": name})).graph
    assert graph.node("A1").roster == "unknown"
    assert relations(graph, "holds") == set()


def test_undisclosed_holder_is_a_person_of_the_post(organogram: Reader) -> None:
    graph = organogram(senior({"name": "N/D"}, {"name": "n/d", "ref": "A2"})).graph
    assert relations(graph, "holds") == {("A1.holder", "A1"), ("A2.holder", "A2")}
    assert graph.node("A1.holder").name.in_language("da") == "ikke oplyst (A1)"


def test_eliminated_post_is_not_there_and_that_is_told(organogram: Reader) -> None:
    found = organogram(
        senior({}, {"ref": "A2", "name": "Eliminated"}, {"ref": "A3", "up": "A2", "name": "Bo"})
    )
    assert "A2" not in found.graph
    assert told(found.remarks) == {
        ("eliminated", "Name"): 1,
        ("reference", "Reports to Senior Post"): 1,
        ("column", "FTE"): 3,
    }


def test_job_share_is_one_post_with_two_holders(organogram: Reader) -> None:
    found = organogram(senior({"notes": "Mornings"}, {"name": "Bo Ek", "notes": "Afternoons"}))
    assert relations(found.graph, "holds") == {("ann-lee", "A1"), ("bo-ek", "A1")}
    note = found.graph.node("A1").note
    assert note is not None
    assert note.original == "Afternoons\nMornings"
    assert found.notices == ()


def test_job_share_of_two_undisclosed_has_two_holders(organogram: Reader) -> None:
    graph = organogram(senior({"name": "N/D", "notes": "a"}, {"name": "N/D", "notes": "b"})).graph
    assert len(relations(graph, "holds")) == 2


def test_shared_post_keeps_what_its_rows_say_differently(organogram: Reader) -> None:
    found = organogram(
        senior(
            {"title": "Head"}, {"name": "Bo", "title": "Chief", "grade": "SCS2", "unit": "Cranes"}
        )
    )
    post = found.graph.node("A1")
    assert (post.name.original, post.aliases) == ("Chief", ("Head",))
    assert told(found.remarks)["value", "Grade"] == 1
    assert relations(found.graph, "post_in") == {("A1", "harbour.quays"), ("A1", "harbour.cranes")}


def test_one_name_at_two_posts_is_one_person_and_told(organogram: Reader) -> None:
    found = organogram(senior({}, {"ref": "A2", "up": "A1"}))
    assert relations(found.graph, "holds") == {("ann-lee", "A1"), ("ann-lee", "A2")}
    (notice,) = found.notices
    assert (notice.code, notice.severity) == ("X509", "note")
    assert "Ann Lee" in notice.message("da")


def test_person_without_a_post_is_employed_and_may_report(organogram: Reader) -> None:
    found = organogram(
        senior({}, {"ref": "0", "name": "Bo Ek", "title": "Not in post", "unit": "N/A", "up": "A1"})
    )
    assert "0" not in found.graph
    assert relations(found.graph, "employed_by") == {("bo-ek", "harbour")}
    assert relations(found.graph, "reports_to") == {("bo-ek", "A1")}


def test_row_without_a_reference_is_told(organogram: Reader) -> None:
    found = organogram(senior({}, {"ref": "", "name": "Bo Ek"}))
    assert told(found.remarks)["unreferenced", "Post Unique Reference"] == 1
    assert "bo-ek" not in found.graph


def test_reference_of_two_organisations_is_two_posts(organogram: Reader) -> None:
    graph = organogram(
        senior(
            {"org": "Harbour"},
            {"org": "Canal", "name": "Bo"},
            {"ref": "2", "org": "Canal", "up": "A1", "name": "Cy"},
        )
    ).graph
    assert {n.id for n in graph.iter_nodes() if n.kind == "post"} == {"A1.harbour", "A1.canal", "2"}
    assert relations(graph, "reports_to") == {("2", "A1.canal")}
    assert graph.node("A1.canal").identifiers == (("organogram", "A1"),)


def test_unit_that_is_called_as_its_organisation_is_that(organogram: Reader) -> None:
    graph = organogram(senior({"parent": "Harbour", "unit": "HARBOUR"})).graph
    assert relations(graph, "post_in") == {("A1", "harbour")}
    assert relations(graph, "part_of") == set()


def test_units_of_one_name_in_two_organisations_are_two(organogram: Reader) -> None:
    graph = organogram(senior({}, {"ref": "B", "org": "Canal", "name": "Bo"})).graph
    assert relations(graph, "part_of") >= {
        ("harbour.quays", "harbour"), ("canal.quays", "canal"), ("canal", "ministry"),
    }  # fmt: skip


def test_ids_never_meet(organogram: Reader) -> None:
    graph = organogram(
        senior({"ref": "harbour", "name": "Ministry"}, {"ref": "ministry-2", "name": "Harbour 2"})
    ).graph
    assert len({node.id for node in graph.iter_nodes()}) == 7
    assert graph.node("harbour").kind == "post"


@pytest.mark.parametrize("name", ["Åse Ørn", "王小明", "José", "—", "مجلس"])
def test_names_of_any_alphabet(organogram: Reader, name: str) -> None:
    graph = organogram(senior({"name": name, "org": name, "unit": name})).graph
    assert name in {n.name.original for n in graph.iter_nodes() if n.kind == "person"}


def test_junior_posts_report_with_ids_made_of_what_they_say(organogram: Reader) -> None:
    found = organogram(
        senior({}), junior({"posts": "15.3", "grade": "4 and 5"}), of="port-junior-data.csv"
    )
    post = found.graph.node("a1.4-and-5.clerk")
    assert post.collective
    assert post.note is not None
    assert post.note.in_language("en") == "Posts in full-time equivalents: 15.3"
    assert relations(found.graph, "reports_to") == {(post.id, "A1")}
    assert told(found.remarks) == {
        ("column", "Professional/Occupational Group"): 1, ("column", "FTE"): 1,
    }  # fmt: skip


def test_spelling_does_not_change_the_id_of_a_junior_post(organogram: Reader) -> None:
    first = organogram(senior({}), junior({"title": "senior clerk"}), of=".").graph
    second = organogram(senior({}), junior({"title": "Senior Clerk"}), of=".").graph
    assert "a1.scs1.senior-clerk" in first
    assert "a1.scs1.senior-clerk" in second


def test_junior_posts_alike_are_each_a_node(organogram: Reader) -> None:
    graph = organogram(senior({}), junior({}, {}, {"unit": "Cranes"}), of=".").graph
    clerks = {n.id for n in graph.iter_nodes() if n.name.original == "Clerk"}
    assert clerks == {"a1.scs1.clerk", "a1.scs1.clerk-2", "a1.scs1.clerk-3"}
    assert not graph.node("a1.scs1.clerk").collective


def test_junior_post_under_nobody_is_told(organogram: Reader) -> None:
    found = organogram(senior({}), junior({"up": "Z9"}), of=".")
    assert told(found.remarks)["reference", "Reports to Senior Post"] == 1


def test_order_of_rows_does_not_matter(organogram: Reader) -> None:
    changes: list[dict[str, str]] = [
        {"name": "N/D"}, {"name": "N/D", "notes": "x", "title": "Head"},
        {"ref": "A2", "up": "A1", "name": "BO EK"}, {"ref": "A3", "up": "A1", "name": "Bo Ek"},
        {"ref": "A1", "org": "Canal", "unit": "QUAYS"}, {"ref": "A7", "org": "Canal", "up": "A1"},
        {"ref": "0", "name": "N/D", "up": "A1"},
    ]  # fmt: skip
    groups = [{"unit": "b"}, {"unit": "a"}, {"unit": "a", "posts": "2"}, {"up": "A2"}]
    one = organogram(senior(*changes), junior(*groups), of=".").graph
    other = organogram(senior(*changes[::-1]), junior(*groups[::-1]), of=".").graph
    assert one == other


def test_circle_of_superiors_is_an_error_with_its_place(organogram: Reader) -> None:
    with pytest.raises(ReadError) as caught:
        organogram(senior({"up": "A2"}, {"ref": "A2", "up": "A1"}))
    (found,) = caught.value.problems
    assert found.name == "cycle"
    assert found.location is not None
    assert (found.location.path, found.location.line) == ("port-senior-data.csv", 2)
    assert found.excerpt is not None


def test_rows_that_add_nothing_are_told(organogram: Reader) -> None:
    unposted = {"ref": "0", "name": "Bo Ek", "up": "A1"}
    vacant = {"ref": "A2", "name": "Vacant", "up": "A1"}
    found = organogram(senior({}, {}, vacant, vacant, unposted, unposted))
    assert told(found.remarks)["repeated", "Post Unique Reference"] == 3
    assert relations(found.graph, "holds") == {("ann-lee", "A1")}
    assert relations(found.graph, "reports_to") == {("A2", "A1"), ("bo-ek", "A1")}


def test_other_spelling_of_a_name_is_an_alias(organogram: Reader) -> None:
    found = organogram(senior({"name": "Ann Lee"}, {"name": "ANN LEE", "ref": "A2", "up": "A1"}))
    person = found.graph.node("ann-lee")
    assert {person.name.original, *person.aliases} == {"Ann Lee", "ANN LEE"}


def test_superior_in_two_spellings_is_one(organogram: Reader) -> None:
    rows = senior(
        {}, {"ref": "A2", "up": "A1", "name": "B"}, {"ref": "A2", "up": "a1", "name": "C"}
    )
    assert relations(organogram(rows).graph, "reports_to") == {("A2", "A1")}


def test_a_row_without_a_name_is_told_beside_one_with_a_name(organogram: Reader) -> None:
    for rows in ([{}, {"name": ""}], [{"name": ""}, {}], [{"name": "Vacant"}, {"name": "Unknown"}]):
        found = organogram(senior(*rows))
        assert told(found.remarks)["repeated", "Post Unique Reference"] == 1


def test_superior_is_the_post_that_is_spelled_so_before_any_other(organogram: Reader) -> None:
    graph = organogram(
        senior({}, {"ref": "a1", "name": "Bo"}, {"ref": "A2", "up": "a1", "name": "Cy"})
    ).graph
    ((_, above),) = relations(graph, "reports_to")
    ((holder, _),) = (r for r in relations(graph, "holds") if r[1] == above)
    assert holder == "bo"


def test_shared_post_with_one_share_vacant_may_have_other_holders(organogram: Reader) -> None:
    graph = organogram(senior({}, {"name": "Vacant"})).graph
    assert relations(graph, "holds") == {("ann-lee", "A1")}
    assert graph.node("A1").roster != "complete"


def test_one_name_twice_at_a_post_is_not_told_as_one_of_several_posts(organogram: Reader) -> None:
    assert organogram(senior({}, {"notes": "Again"})).notices == ()

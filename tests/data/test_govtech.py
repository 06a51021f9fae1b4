"""What the data file says of GovTech Midtjylland, fact by fact."""

import pytest

from orggraph import OrgGraph, Relation
from orggraph.queries.paths import Tier
from orggraph.queries.rosters import SeatState, find_seats

PERSONS = [
    # id, role, title, employer, vote, represents, seat
    ("jesper-thyrring-moeller", "chair", "kommunaldirektør", "struer", None, None, "chair"),
    ("eva-kanstrup", "fagdirektør", "direktør", "herning", None, None, "specialist"),
    ("lone-rasmussen", "fagdirektør", "direktør", "skanderborg", None, None, "specialist"),
    ("anders-kjaerulff", None, "direktør", "region", None, None, "region"),
    ("poul-venoe", None, None, "herning", None, "forretningsudvalg", "business-committee"),
    ("bo-fristed", None, "chef for ITK", "aarhus", False, None, None),
    ("brian-hoeyer-lorentsen", "secretary", None, None, False, None, None),
]
NAMES = {
    "jesper-thyrring-moeller": "Jesper Thyrring Møller",
    "eva-kanstrup": "Eva Kanstrup",
    "lone-rasmussen": "Lone Rasmussen",
    "anders-kjaerulff": "Anders Kjærulff",
    "poul-venoe": "Poul Venø",
    "bo-fristed": "Bo Fristed",
    "brian-hoeyer-lorentsen": "Brian Høyer Lorentsen",
}


def relation(org: OrgGraph, source: str, type_: str, target: str) -> Relation:
    return org.relations[f"{source}:{type_}:{target}"]


@pytest.mark.parametrize(
    ("person", "role", "title", "employer", "vote", "represents", "seat"), PERSONS
)
def test_a_member_of_the_steering_group(
    org: OrgGraph,
    person: str,
    role: str | None,
    title: str | None,
    employer: str | None,
    vote: bool | None,
    represents: str | None,
    seat: str | None,
) -> None:
    (row,) = (
        row
        for row in org.find_roster("styregruppe").rows
        if row.membership and row.membership.source == person
    )
    node = org.nodes[person]
    assert (node.name.original, node.kind) == (NAMES[person], "person")
    assert (node.title.original if node.title else None) == title
    assert (row.role.words if row.role else None) == role
    assert row.employers == ((employer,) if employer else ())
    assert (row.vote, row.represents) == (vote, represents)
    assert (row.seat.key if row.seat else None) == seat
    assert row.state is SeatState.FILLED


def test_the_steering_group_has_these_seven_members_and_no_vacancy(org: OrgGraph) -> None:
    members = [r.membership and r.membership.source for r in org.find_roster("styregruppen").rows]
    assert sorted(map(str, members)) == sorted(NAMES)
    assert members[0] == "jesper-thyrring-moeller"
    assert set(members[-2:]) == {"bo-fristed", "brian-hoeyer-lorentsen"}


SEATS = [
    ("styregruppe/chair", "1", ["appoints by kd-net"], 36, None, "filled"),
    ("styregruppe/specialist", "2", ["appoints by kd-net"], 36, None, "filled"),
    ("styregruppe/region", "1", ["appoints by region"], None, None, "filled"),
    ("styregruppe/business-committee", "1", ["elects by forretningsudvalg"], None,
     "forretningsudvalg", "filled"),
    ("forretningsudvalg/municipal", "4-6", ["appoints by it-heads"], None, None, "unknown"),
    ("forretningsudvalg/region", "1", ["appoints by region"], None, None, "unknown"),
    ("følgegruppe/municipal", "1 per participating", ["appoints by participating"], None, None,
     "unknown"),
    ("følgegruppe/region", "1-2", [], None, "region", "unknown"),
]  # fmt: skip


@pytest.mark.parametrize(("id_", "count", "fillings", "months", "represents", "state"), SEATS)
def test_a_seat(
    org: OrgGraph,
    id_: str,
    count: str,
    fillings: list[str],
    months: int | None,
    represents: str | None,
    state: str,
) -> None:
    (found,) = (status for status in find_seats(org) if status.seat.id == id_)
    assert str(found.seat.count) == count
    assert [str(filling) for filling in found.seat.fillings] == fillings
    assert (found.seat.term.months if found.seat.term else None) == months
    assert (found.seat.represents, found.state) == (represents, state)


def test_there_are_no_other_seats(org: OrgGraph) -> None:
    assert set(org.seats) == {id_ for id_, *_ in SEATS}


RELATIONS = [
    ("styregruppe", "reports_to", "kd-net", "stated"),
    ("forretningsudvalg", "reports_to", "styregruppe", "stated"),
    ("govtech", "anchored_in", "styregruppe", "stated"),
    ("govtech", "run_through", "forretningsudvalg", "stated"),
    ("govtech", "run_through", "følgegruppe", "stated"),
    ("følgegruppe", "contact_for", "govtech", "stated"),
    ("følgegruppe", "contact_for", "participating", "stated"),
    ("følgegruppe", "contact_for", "region", "stated"),
    ("reference-group-members", "contact_for", "participating", "stated"),
    ("reference-group-members", "contact_for", "region", "stated"),
    ("reference-group-members", "member_of", "følgegruppe", "stated"),
    ("forretningsudvalg", "advises", "styregruppe", "stated"),
    ("forretningsudvalg", "informs", "styregruppe", "stated"),
    ("styregruppe", "informs", "kd-net", "stated"),
    ("styregruppe", "oversees", "govtech", "stated"),
    ("forretningsudvalg", "coordinates", "projects", "stated"),
    ("forretningsudvalg", "coordinates", "region", "stated"),
    ("forretningsudvalg", "coordinates", "participating", "inferred"),
    ("govtech", "informs", "participating", "stated"),
    ("govtech", "informs", "non-participating", "stated"),
    ("govtech", "informs", "region", "stated"),
    ("region", "informs", "govtech", "stated"),
    ("participating", "informs", "govtech", "stated"),
    ("it-responsibles", "involves", "professionals", "stated"),
    ("project-people", "attached_to", "projects", "stated"),
    ("daily-leader", "supports", "forretningsudvalg", "stated"),
    ("daily-leader", "post_in", "govtech", "stated"),
    ("daily-leader", "member_of", "forretningsudvalg", "stated"),
    ("responsible-chief", "post_in", "govtech", "stated"),
    ("responsible-chief", "member_of", "forretningsudvalg", "stated"),
    ("bo-fristed", "holds", "head-of-itk", "stated"),
    ("head-of-itk", "post_in", "itk", "stated"),
    ("itk", "part_of", "aarhus", "inferred"),
    ("projects", "part_of", "govtech", "inferred"),
    ("it-heads", "employed_by", "participating", "inferred"),
]


@pytest.mark.parametrize(("source", "type_", "target", "status"), RELATIONS)
def test_a_relation(org: OrgGraph, source: str, type_: str, target: str, status: str) -> None:
    found = relation(org, source, type_, target)
    assert found.status == status
    assert status == "stated" or found.note is not None


def test_nothing_else_reports(org: OrgGraph) -> None:
    reporting = {(r.source, r.target) for r in org.relations.values() if org.is_reporting(r)}
    assert reporting == {
        ("styregruppe", "kd-net"), ("forretningsudvalg", "styregruppe"), ("govtech", "styregruppe"),
    }  # fmt: skip


def test_the_leaders_take_part_in_the_business_committee(org: OrgGraph) -> None:
    members = {m.source: m for m in org.memberships_of("forretningsudvalg")}
    assert set(members) == {"responsible-chief", "daily-leader"}
    assert members["daily-leader"].vote is False
    assert members["responsible-chief"].vote is None
    role = members["responsible-chief"].role
    assert role is not None
    assert role.words == "fast deltager"


@pytest.mark.parametrize(
    ("holder", "appointer", "type_"),
    [
        ("jesper-thyrring-moeller", "kd-net", "appoints"),
        ("eva-kanstrup", "kd-net", "appoints"),
        ("lone-rasmussen", "kd-net", "appoints"),
        ("anders-kjaerulff", "region", "appoints"),
        ("poul-venoe", "forretningsudvalg", "elects"),
    ],
)
def test_who_appoints_a_member_follows_from_the_seat(
    org: OrgGraph, holder: str, appointer: str, type_: str
) -> None:
    (found,) = org.find_who("appointment", holder).relations
    assert (found.source, found.type, found.is_derived) == (appointer, type_, True)
    assert found.status == ("stated" if holder == "jesper-thyrring-moeller" else "inferred")


def test_who_appoints_the_steering_group(org: OrgGraph) -> None:
    found = org.find_who("appoints", "styregruppe")
    assert [(r.source, r.seat, str(r.seats)) for r in found.relations] == [
        ("kd-net", "chair", "1"), ("kd-net", "specialist", "2"), ("region", "region", "1"),
    ]  # fmt: skip
    assert [(r.source, r.type) for r in found.related] == [("forretningsudvalg", "elects")]


def test_the_reference_group_reaches_the_network_by_links_only(org: OrgGraph) -> None:
    found = org.find_path("reference group", "KD-Net")
    assert found.tier is Tier.LINKS
    assert [(h.source, h.relation.type, h.target) for h in found.hops] == [
        ("følgegruppe", "contact_for", "govtech"),
        ("govtech", "anchored_in", "styregruppe"),
        ("styregruppe", "reports_to", "kd-net"),
    ]
    assert all(hop.relation.evidence for hop in found.hops)
    strict = org.find_path("reference group", "KD-Net", strict=True)
    assert (strict.tier, strict.beyond, strict.line_ends, strict.subordinates) == (
        Tier.NONE, Tier.LINKS, ("følgegruppe",), ("styregruppe",),
    )  # fmt: skip


def test_the_business_committee_reports_to_the_network(org: OrgGraph) -> None:
    found = org.find_path("forretningsudvalget", "kd-net", strict=True)
    assert (found.tier, len(found.hops)) == (Tier.REPORTING, 2)
    assert org.find_common("business committee", "govtech").superiors == ("styregruppe",)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("Kommunaldirektørnetværket", "kd-net"),
        ("steering group", "styregruppe"),
        ("foelgegruppen", "følgegruppe"),
        ("Central Denmark Region", "region"),
        ("Region Midt", "region"),
        ("jesper", "jesper-thyrring-moeller"),
        ("Venoe", "poul-venoe"),
        ("GovTech", "govtech"),
        ("participating municipalities", "participating"),
    ],
)
def test_a_node_is_found_by_the_names_people_use(org: OrgGraph, words: str, id_: str) -> None:
    assert org.find_node(words).id == id_

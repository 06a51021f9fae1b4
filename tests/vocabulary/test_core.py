import pytest

from orggraph.errors import UnknownTermError
from orggraph.text import fold
from orggraph.vocabulary import APPOINTMENT, REPORTING, TRAITS, core_vocabulary

CORE = core_vocabulary()


@pytest.mark.parametrize(
    ("words", "type_id", "inverse"),
    [
        ("reports_to", "reports_to", False),
        ("reports to", "reports_to", False),
        ("Refererer til", "reports_to", False),
        ("rapporterer til", "reports_to", False),
        ("receives reports from", "reports_to", True),
        ("modtager rapportering fra", "reports_to", True),
        ("appointed by", "appoints", True),
        ("udpeges af", "appoints", True),
        ("udpeget af", "appoints", True),
        ("vælger", "elects", False),
        ("vaelges af", "elects", True),
        ("er forankret i", "anchored_in", False),
        ("repræsenterer", "represents", False),
        ("fører tilsyn med", "oversees", False),
        ("kontakt for", "contact_for", False),
    ],
)
def test_a_type_is_found_by_any_of_its_words(words: str, type_id: str, inverse: bool) -> None:
    found = CORE.find_type(words)
    assert found is not None
    assert (found[0].id, found[1]) == (type_id, inverse)


def test_no_words_mean_two_types() -> None:
    meanings: dict[str, set[tuple[str, bool]]] = {}
    for words, type_, inverse in CORE.iter_labels():
        meanings.setdefault(fold(words), set()).add((type_.id, inverse and not type_.is_symmetric))
    assert [words for words, types in meanings.items() if len(types) > 1] == []


@pytest.mark.parametrize("type_", CORE.types.values(), ids=lambda t: t.id)
def test_every_type_is_complete_in_both_languages(type_: object) -> None:
    found = CORE.types[type_.id]  # type: ignore[attr-defined]
    assert set(found.label.translations) == set(found.inverse.translations) == {"da", "en"}
    assert found.family in CORE.families
    assert found.traits <= set(TRAITS)
    assert found.sources
    assert found.targets
    assert found.sources | found.targets <= set(CORE.kinds)
    assert CORE.find_type(found.id) == (found, False)


def test_every_other_term_is_complete_in_both_languages() -> None:
    for terms in (CORE.kinds, CORE.families, CORE.roles):
        assert {frozenset(t.label.translations) for t in terms.values()} == {
            frozenset({"da", "en"})
        }


def test_the_families_that_code_relies_on_have_their_types() -> None:
    assert CORE.types_of(family=REPORTING) == {"reports_to", "anchored_in"}
    assert CORE.types_of(family=APPOINTMENT) == {"appoints", "elects", "nominates", "approves"}
    assert CORE.types_of(trait="roster") == {"member_of"}
    assert CORE.types_of(trait="incumbency") == {"holds"}
    assert CORE.types_of(trait="employment") == {"employed_by"}
    assert CORE.types_of(family=REPORTING, trait="downward") == frozenset()
    assert CORE.types_of() == set(CORE.types)


def test_only_a_symmetric_type_reads_the_same_both_ways() -> None:
    same = {t.id for t in CORE.types.values() if t.label == t.inverse}
    assert same == CORE.types_of(trait="symmetric") == {"contact_for"}
    assert CORE.types["contact_for"].is_symmetric


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("bodies", "body"),
        ("Organer", "body"),
        ("organization", "organisation"),
        ("people", "person"),
        ("stillinger", "post"),
        ("udvalg", None),
    ],
)
def test_a_kind_is_found_by_label_alias_or_heading(words: str, kind: str | None) -> None:
    found = CORE.find_kind(words)
    assert (found.id if found else None) == kind


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("chair", "chair"),
        ("Formand", "chair"),
        ("fmd.", "chair"),
        ("Næstformand", "vice_chair"),
        ("vice chair", "vice_chair"),
        ("kasserer", None),
    ],
)
def test_a_role_is_found_by_label_or_alias(words: str, role: str | None) -> None:
    found = CORE.find_role(words)
    assert (found.id if found else None) == role


def test_roles_rank_in_the_order_of_a_roster() -> None:
    assert [role.rank for role in CORE.roles.values()] == list(range(len(CORE.roles)))
    assert next(iter(CORE.roles)) == "chair"


def test_words_select_a_type_its_inverse_or_a_family() -> None:
    assert CORE.select_types("udpeger") == ({"appoints"}, False)
    assert CORE.select_types("udpeges af") == ({"appoints"}, True)
    assert CORE.select_types("rapportering") == ({"reports_to", "anchored_in"}, False)
    assert CORE.select_types("Appointment")[0] == CORE.types_of(family=APPOINTMENT)


def test_words_that_select_nothing_are_refused_with_what_could_be_meant() -> None:
    with pytest.raises(UnknownTermError) as caught:
        CORE.select_types("befriends")
    for language, words in (("en", ("reports to", "appointment")), ("da", ("udpegning",))):
        assert all(word in caught.value.message(language) for word in words)


def test_types_rank_in_the_order_of_the_vocabulary() -> None:
    assert CORE.rank_of("reports_to") == 0
    assert sorted(CORE.types, key=CORE.rank_of) == list(CORE.types)

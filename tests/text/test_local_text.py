import pytest

from orggraph.text import LocalText


def test_a_text_answers_in_each_language_it_has() -> None:
    text = LocalText.of("Styregruppen", "da", en="The steering group")
    assert text.in_language("da") == "Styregruppen"
    assert text.in_language("en") == "The steering group"
    assert text.translations == {"da": "Styregruppen", "en": "The steering group"}


def test_a_language_it_lacks_gets_the_original() -> None:
    text = LocalText.of("Styregruppen", "da", en="The steering group")
    assert text.in_language("sv") == "Styregruppen"
    assert (text.original, text.language) == ("Styregruppen", "da")


def test_the_original_comes_first_and_translations_in_order_of_their_codes() -> None:
    text = LocalText.of("x", "da", sv="s", en="e")
    assert text.all() == ("x", "e", "s")
    assert text == LocalText.of("x", "da", en="e", sv="s")


def test_plain_text_is_english() -> None:
    assert LocalText.of("x").language == "en"


@pytest.mark.parametrize("code", ["cls", "of", "all"])
def test_any_language_code_will_do(code: str) -> None:
    assert LocalText.of("x", "en", **{code: "y"}).in_language(code) == "y"


def test_another_language_can_lead() -> None:
    text = LocalText.of("Region", "en", da="Regionen", sv="R")
    assert text.led_by("da") == LocalText.of("Regionen", "da", en="Region", sv="R")


def test_a_language_it_lacks_cannot_lead() -> None:
    text = LocalText.of("Region", "en", da="Regionen")
    assert text.led_by("sv") is text
    assert text.led_by("en") == text

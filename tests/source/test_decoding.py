import pytest

from orggraph.source import Problem
from orggraph.source.decoding import Decoded, decode

DANISH = "Navn;Leder\nÆrø Åse Sørensen;Bjørn – “chef” på Fanø\nRené Müller;L’Étoile 100 €\n"


@pytest.mark.parametrize(
    ("codec", "encoding", "is_guess"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8-sig", "utf-8", False),
        ("utf-16", "utf-16", False),
        ("utf-16-le", "utf-16-le", True),
        ("utf-16-be", "utf-16-be", True),
        ("utf-32", "utf-32", False),
        ("cp1252", "windows-1252", True),
    ],
)
def test_text_is_the_same_in_every_encoding_that_is_told(
    codec: str, encoding: str, is_guess: bool
) -> None:
    assert decode(DANISH.encode(codec), "f") == Decoded(DANISH, encoding, is_guess)


@pytest.mark.parametrize("codec", ["mac-roman", "cp865", "cp850"])
def test_old_encodings_are_not_taken_for_windows(codec: str) -> None:
    plain = "Navn;Leder\nÆrø Åse Sørensen;Bjørn på Fanø\nSøren;Åge\n".replace("ø", "å")
    data = plain.encode(codec)
    found = decode(data, "f")
    assert isinstance(found, Problem)
    assert found.name == "encoding-unclear"
    assert decode(data, "f", codec) == Decoded(plain, _name(codec), False)


def _name(codec: str) -> str:
    import codecs

    return codecs.lookup(codec).name


@pytest.mark.parametrize("named", ["zip", "rot13", "idna", "unicode_escape", "klingon", "utf-7"])
def test_only_encodings_of_text_can_be_named(named: str) -> None:
    found = decode(b"abc", "f", named)
    assert isinstance(found, Problem)
    assert found.name == "unknown-encoding"


def test_a_named_encoding_that_does_not_fit_is_told() -> None:
    found = decode(b"a\x81b", "f", "cp1252")
    assert isinstance(found, Problem)
    assert found.name == "wrong-encoding"
    assert found.facts["at"] == 1


@pytest.mark.parametrize("data", [b"a\nb\0c", "a\nb\x01c".encode("utf-16"), "a\nb\x9b".encode()])
def test_control_characters_are_found_in_every_encoding(data: bytes) -> None:
    found = decode(data, "f")
    assert isinstance(found, Problem)
    assert found.name == "control-character"
    assert found.location is not None
    assert found.location[:3] == ("f", 1, 1)


def test_half_a_surrogate_pair_is_no_text() -> None:
    assert isinstance(decode("a".encode("utf-16") + b"\x00\xd8", "f"), Problem)
    assert isinstance(decode(b"\xed\xa0\x80", "f"), Problem)


def test_a_dash_within_words_is_no_sign_of_another_encoding() -> None:
    text = "Rute;Navn\nKøbenhavn–Aarhus;col·legi\n"
    assert decode(text.encode("cp1252"), "f") == Decoded(text, "windows-1252", True)


def test_zeros_on_both_sides_are_no_utf_16() -> None:
    found = decode(b"\0a\0b\0c\0d\0e" + b"a\0b\0", "f")
    assert isinstance(found, Problem)
    assert found.name == "control-character"

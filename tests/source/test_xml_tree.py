"""XML as a tree with places, and what is refused."""

import pytest

from orggraph.source import Problem
from orggraph.source.xml_tree import MAX_DEPTH, XmlElement, parse_xml


def tree(data: bytes) -> XmlElement:
    root = parse_xml(data, "f.xml")
    assert isinstance(root, XmlElement)
    return root


def refused(data: bytes) -> str:
    found = parse_xml(data, "f.xml")
    assert isinstance(found, Problem)
    return f"{found.location} {found.code} {found.message()}"


def test_elements_have_names_texts_and_places() -> None:
    inner = "\n ær<![CDATA[<ø>]]><!-- no --><d/>&amp;\n"
    root = tree(f'<p:a xmlns:p="urn:x" b="1" p:c="ø">{inner}</p:a>'.encode())
    assert (root.tag, root.namespace) == ("a", "urn:x")
    assert root.attributes == {"b": "1", "{urn:x}c": "ø"}
    assert root.text.strip() == "ær<ø>&"
    assert root.first("d") is root.children[0]
    assert root.first("e") is None
    assert str(root.children[0].location) == "f.xml:2:30"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_the_declared_encoding_is_read(encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a>Ærø</a>'
    assert tree(text.encode(encoding)).text == "Ærø"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "f.xml:1:1 X401"),
        (b"<a>\n <b>\n</a>", "f.xml:3:3 X401"),
        (b"<a>&x;</a>", "f.xml:1:4 X401"),
        (b"<p:a/>", "f.xml:1:1 X401"),
        (b"<a>\x00</a>", "f.xml:1:4 X401"),
        (b"<a>&#0;</a>", "f.xml:1:4 X401"),
        (b'<a b="1" b="2"/>', "f.xml:1:10 X401"),
        (b'<?xml version="1.0" encoding="klingon"?><a/>', "f.xml:1:1 X404"),
        (b'<?xml version="1.0" encoding="shift_jis"?><a/>', "f.xml:1:1 X404"),
        (b"<!DOCTYPE a><a/>", "f.xml:1:12 X402"),
        (b"<a>" * (MAX_DEPTH + 1), f"f.xml:1:{3 * MAX_DEPTH + 1} R110"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(data: bytes, said: str) -> None:
    assert refused(data).startswith(said)


def test_no_entity_is_ever_expanded_or_fetched() -> None:
    levels = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    bomb = f'<!DOCTYPE a [<!ENTITY e0 "ha">{levels}]><a>&e39;</a>'
    outside = '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    parameter = '<!DOCTYPE a SYSTEM "http://192.0.2.1/x.dtd"><a/>'
    for text in (bomb, outside, parameter):
        assert " X402 " in refused(text.encode())


def test_the_number_of_parts_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orggraph.source.xml_tree.MAX_PARTS", 100)
    assert len(tree(b"<a>" + b"<b/>" * 99 + b"</a>").children) == 99
    assert " X403 " in refused(b"<a>" + b"<b/>" * 100)
    assert " X403 " in refused(b"<a>" + b'<b x="1" y="2"/>' * 40 + b"</a>")


def test_a_text_of_many_megabytes_is_one_text() -> None:
    assert len(tree(b"<a>" + b"x" * 10_000_000 + b"</a>").text) == 10_000_000

"""The XML of decks: names, and how parts are found."""

from importlib import import_module
from types import MappingProxyType
from typing import Any

NAMESPACES = MappingProxyType(
    {
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    }
)

DECLARED = MappingProxyType({f"xmlns:{name}": uri for name, uri in NAMESPACES.items()})
"""The names as attributes of the element that all others are in."""


def find(root: Any, path: str) -> list[Any]:
    """Return the elements below ``root`` that an XPath leads to."""
    found: list[Any] = _lxml().XPath(path, namespaces=dict(NAMESPACES))(root)
    return found


def add(parent: Any, prefix: str, name: str, **attributes: str) -> None:
    """Add an element at the end of another."""
    _lxml().SubElement(parent, f"{{{NAMESPACES[prefix]}}}{name}", attributes)


def read(data: bytes) -> Any:
    """Return the root of an XML file."""
    return _lxml().fromstring(data)


def write(root: Any) -> bytes:
    """Return an XML file."""
    written: bytes = _lxml().tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


def parse(lines: list[str]) -> Any:
    """Return lines of XML as an element, with the classes that python-pptx has for it."""
    from pptx.oxml import parse_xml

    return parse_xml("\n".join(lines))


def _lxml() -> Any:
    return import_module("lxml.etree")  # it tells no types

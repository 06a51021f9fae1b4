"""Write what is said as Turtle (https://www.w3.org/TR/turtle/): always the same text."""

import re
from collections.abc import Iterable, Iterator, Mapping

from orggraph.formats.rdf.statements import TYPE, Described, Listed, Nested, Said, Value
from orggraph.formats.rdf.terms import WRITTEN, Iri, Words, iri

_LETTER = r"A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff"
_NAME = re.compile(rf"[{_LETTER}](?:[{_LETTER}.\-]*[{_LETTER}\-])?")
_NEXT = " ;\n    "
_ESCAPES = {"\\": r"\\", '"': r"\"", "\n": r"\n", "\t": r"\t", "\r": r"\r"}


def write_turtle(blocks: Iterable[Described], base: str) -> Iterator[str]:
    """Yield a Turtle document in pieces; ``base`` is what most IRIs begin with."""
    text = TurtleText(base)
    for prefix, namespace in text.prefixes.items():
        yield f"@prefix {prefix}: <{namespace}> .\n"
    for block in blocks:
        yield f"\n{text.iri(block.subject)}\n    {text.said(block.said, _NEXT)} .\n"


class TurtleText:
    """Writes values as Turtle, with IRIs under prefixes where they can be."""

    def __init__(self, base: str) -> None:
        self.prefixes: Mapping[str, str] = {"": base, **WRITTEN}

    def iri(self, full: Iri) -> str:
        """Return an IRI, under a prefix where what follows it is a simple name."""
        for prefix, namespace in self.prefixes.items():
            if full.startswith(namespace) and _NAME.fullmatch(full, len(namespace)):
                return f"{prefix}:{full[len(namespace) :]}"
        return f"<{full}>"

    def said(self, said: Iterable[Said], between: str) -> str:
        """Return properties with their values."""
        return between.join(
            f"{'a' if p == TYPE else self.iri(p)} {', '.join(map(self.value, values))}"
            for p, values in said
        )

    def value(self, value: Value) -> str:
        """Return one value."""
        if isinstance(value, Words):
            return self._words(value)
        if isinstance(value, Nested):
            return f"[ {self.said(value.said, ' ; ')} ]"
        if isinstance(value, Listed):
            return f"( {' '.join(map(self.value, value.items))} )"
        return self.iri(value)

    def _words(self, words: Words) -> str:
        text = f'"{"".join(map(_escaped, words.text))}"'
        if words.language:
            return f"{text}@{words.language}"
        plain = words.datatype is None or words.datatype == iri("xsd:string")
        return text if plain else f"{text}^^{self.iri(Iri(words.datatype))}"


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    # What cannot be seen is written so that it can be.
    if character.isprintable():
        return character
    code = ord(character)
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"

"""Write what is said as JSON-LD (https://www.w3.org/TR/json-ld11/): always the same text."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from orggraph.formats.rdf.statements import TYPE, Described, Listed, Nested, Said, Value
from orggraph.formats.rdf.terms import WRITTEN, Words, iri, shorten_iri


def write_json_ld(blocks: Iterable[Described]) -> Iterator[str]:
    """Yield a JSON-LD document in pieces: a context of its own, and a graph of flat objects."""
    context = json.dumps(dict(WRITTEN), indent=2).replace("\n", "\n  ")
    yield f'{{\n  "@context": {context},\n  "@graph": ['
    for number, block in enumerate(blocks):
        thing = {"@id": str(block.subject), **_said(block.said)}
        text = json.dumps(thing, ensure_ascii=False, indent=2).replace("\n", "\n    ")
        yield f"{',' if number else ''}\n    {text}"
    yield "\n  ]\n}\n"


def _said(said: Sequence[Said]) -> dict[str, Any]:
    by_property: dict[str, list[Any]] = {}
    for property_, values in said:
        if property_ == TYPE:
            by_property.setdefault("@type", []).extend(shorten_iri(str(v), WRITTEN) for v in values)
        else:
            found = by_property.setdefault(shorten_iri(property_, WRITTEN), [])
            found.extend(_value(value) for value in values)
    return {key: values[0] if len(values) == 1 else values for key, values in by_property.items()}


def _value(value: Value) -> Any:
    if isinstance(value, Words):
        if value.language:
            return {"@value": value.text, "@language": value.language}
        if value.datatype is None or value.datatype == iri("xsd:string"):
            return value.text
        return {"@value": value.text, "@type": shorten_iri(value.datatype, WRITTEN)}
    if isinstance(value, Nested):
        return _said(value.said)
    if isinstance(value, Listed):
        return {"@list": [_value(item) for item in value.items]}
    return {"@id": str(value)}

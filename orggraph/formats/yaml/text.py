"""Turn plain values into the text of a data file, laid out as a person would."""

from collections.abc import Mapping
from textwrap import indent
from typing import Any

import yaml

_WIDTH = 100
_RARE_BREAKS = frozenset("\x85\u2028\u2029")


class Flow(dict[str, Any]):
    """A mapping that is written on one line where it fits."""


class Bare(str):
    """Text that is written without quotes because its field knows its type: a count, a date."""

    __slots__ = ()


class FlowList(list[Any]):
    """A list that is written on one line."""


def render(document: dict[str, Any]) -> str:
    """Return the text of a document, with empty lines where a person would leave them."""
    head = {k: v for k, v in document.items() if isinstance(v, Flow) or not isinstance(v, dict)}
    blocks = [_serialise(head)]
    for heading, entries in document.items():
        if heading not in head:
            blocks.append(f"{heading}:\n{_render_entries(entries)}")
    return "\n".join(blocks)


def _render_entries(entries: dict[str, Any]) -> str:
    # Each entry is serialised by itself and then indented, which changes no value: YAML takes the
    # indentation of continued lines off again.
    texts = [indent(_serialise({key: value}), "  ") for key, value in entries.items()]
    spaced = any(text.count("\n") > 1 for text in texts)
    return ("\n" if spaced else "").join(texts)


def _serialise(value: dict[str, Any]) -> str:
    text: str = yaml.serialize(
        _yaml_node(value), Dumper=yaml.SafeDumper, allow_unicode=True, width=_WIDTH
    )
    return text


def _yaml_node(value: Any) -> yaml.Node:
    if isinstance(value, Mapping):
        pairs = [(_scalar(str(key)), _yaml_node(item)) for key, item in value.items()]
        return yaml.MappingNode("tag:yaml.org,2002:map", pairs, flow_style=isinstance(value, Flow))
    if isinstance(value, list):
        items = [_yaml_node(item) for item in value]
        flow = isinstance(value, FlowList)
        return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flow)
    return _scalar(value)


def _scalar(value: str) -> yaml.ScalarNode:
    tag = "tag:yaml.org,2002:str"
    if isinstance(value, Bare):
        tag = _RESOLVER.resolve(yaml.ScalarNode, str(value), (True, False))  # type: ignore[no-untyped-call]
    # Text whose tag is not what the plain word would resolve to is quoted by the serialiser. Line
    # breaks that only YAML 1.1 knows would be read as spaces; in double quotes they are escaped.
    style = '"' if _RARE_BREAKS.intersection(value) else None
    return yaml.ScalarNode(tag, str(value), style=style)


_RESOLVER = yaml.resolver.Resolver()

"""Data files as plain data, in one notation in which a mutation is easily made."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

DAY = "2026-06-01"
"""The day on which all is judged."""

ROOT = Path(__file__).parents[2]
KINDS = ("person", "post", "body", "organisation", "member")
SECTIONS = {
    "organisations": "organisation",
    "bodies": "body",
    "posts": "post",
    "persons": "person",
}

Data = dict[str, Any]


class Terms(NamedTuple):
    """The words of the vocabulary: types by their labels, and whether turned round; roles."""

    types: Mapping[str, tuple[str, bool]]
    roles: Mapping[str, str]


@cache
def _core() -> Data:
    found: Data = _load((ROOT / "orggraph/vocabulary/core.yaml").read_text(encoding="utf-8"))
    return found


def _load(text: str) -> Any:
    return yaml.load(text, yaml.BaseLoader)


def terms_of(data: Mapping[str, Any]) -> Terms:
    """Return the words that a data file may use."""
    types: dict[str, tuple[str, bool]] = {}
    own = data.get("vocabulary", {}).get("types", {})
    for id_, type_ in {**_core()["types"], **own}.items():
        for words in (*type_["inverse"].values(), *type_.get("inverse aliases", ())):
            types.setdefault(words, (id_, True))
        for words in (
            id_,
            id_.replace("_", " "),
            *type_["label"].values(),
            *type_.get("aliases", ()),
        ):
            types[words] = (id_, False)
    roles = {}
    for id_, role in _core()["roles"].items():
        for words in (id_, *role["label"].values(), *role.get("aliases", ())):
            roles[words] = id_
    return Terms(types, roles)


def is_filling(label: str, types: Mapping[str, tuple[str, bool]]) -> bool:
    """Return whether a key of a seat says who fills it: the inverse label of a type."""
    return types.get(label, ("", False))[1]


def iter_nodes(data: Mapping[str, Any]) -> Iterator[tuple[str, str, Data]]:
    """Yield each node: its kind, its id and its entry."""
    for section, kind in SECTIONS.items():
        for id_, entry in data.get(section, {}).items():
            yield kind, id_, entry


# The one in C is faster, where there is one.
_EMITTER: tuple[Any, ...] = (yaml.emitter.Emitter, yaml.serializer.Serializer)
if yaml.__with_libyaml__:
    _EMITTER = (yaml.cyaml.CEmitter,)


class _Dumper(*_EMITTER, yaml.representer.SafeRepresenter, yaml.resolver.BaseResolver):  # type: ignore[misc]
    """Writes text plainly wherever that can be read again, as people do."""

    def __init__(self, stream: Any, **options: Any) -> None:
        _EMITTER[0].__init__(self, stream, width=10**6, allow_unicode=True)
        if len(_EMITTER) > 1:
            _EMITTER[1].__init__(self)
        yaml.representer.SafeRepresenter.__init__(self, sort_keys=False)
        yaml.resolver.BaseResolver.__init__(self)

    def ignore_aliases(self, data: Any) -> bool:
        return True


def dump(data: Data) -> str:
    """Return plain data as the text of a data file."""
    return str(yaml.dump(data, Dumper=_Dumper))


def normalise(text: str) -> Data:
    """Return the plain data of a data file in one notation: lists and mappings, nothing short."""
    data: Data = _load(text)
    types = terms_of(data).types
    for rule, settings in data.get("rules", {}).items():
        data["rules"][rule] = _listed(settings)
    for section in SECTIONS:
        entries = data.get(section, {})
        for id_, entry in entries.items():
            entries[id_] = _node({"name": entry} if isinstance(entry, str) else entry, types)
    return data


def _node(entry: Data, types: Mapping[str, Any]) -> Data:
    for key, value in entry.items():
        if key in types:
            entry[key] = _relations(value)
        elif key == "purposes":
            entry[key] = [_quoting({"text": p} if isinstance(p, str) else p) for p in value]
        elif key == "members":
            entry[key] = [_quoting({"member": m} if isinstance(m, str) else m) for m in value]
        elif key == "seats":
            for seat_key, seat in value.items():
                value[seat_key] = _quoting(seat or {})
                for label in value[seat_key]:
                    if is_filling(label, types):
                        value[seat_key][label] = _listed(value[seat_key][label])
    return _quoting(entry)


def _relations(value: Any) -> dict[str, list[Data]]:
    found: dict[str, list[Data]] = {}
    for item in _listed(value):
        pairs = item.items() if isinstance(item, dict) else [(item, {})]
        for other, attributes in pairs:
            found.setdefault(other, []).extend(_quoting(a or {}) for a in _listed(attributes))
    return found


def _quoting(entry: Data) -> Data:
    if "evidence" in entry:
        entry["evidence"] = _listed(entry["evidence"])
    return entry


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]

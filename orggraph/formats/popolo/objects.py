"""Read the members of one Popolo object as the keys of a data file."""

import re
from typing import Any

from orggraph.formats.dates import find_date
from orggraph.formats.exchange import Remarks
from orggraph.formats.popolo.collecting import Thing
from orggraph.formats.popolo.terms import CLASSES, DATES, EXTENSION
from orggraph.source import Problem
from orggraph.source.json_reading import JsonObject, show, wrong_shape
from orggraph.source.yaml_tree import YamlMap, YamlNode, YamlText

_NO_SCHEME = "identifier"
_LANGUAGE = re.compile("[a-z]{2,3}")
_BESIDE = {"da", "en"}  # a data file has names in these languages beside the name


def read_extension(thing: Thing, problems: list[Problem]) -> dict[str, YamlNode]:
    """Take the extension out of an object: the keys of a data file that it has."""
    entry = thing.entries.pop(EXTENSION, None)
    if entry is None:
        return {}
    if not isinstance(entry[1], YamlMap):
        problems.append(wrong_shape("a-mapping", entry[1]))
        return {}
    return {key.text: value for key, value in entry[1].entries}


def read_fields(
    thing: Thing, language: str, remarks: Remarks, problems: list[Problem]
) -> dict[str, Any]:
    """Return what an object says, as keys of a data file; what is not understood is remarked.

    References and the extension are not among it. ``language`` is that of the file: the first other
    name in another language (`lang`, as EveryPolitician has it) is what the thing is called there.
    """
    class_ = CLASSES[thing.key[0]]
    said = JsonObject(thing.as_map(), problems)
    read: dict[str, Any] = {}
    for key, ours in class_.fields.items():
        text = said.take_text(key)
        if text is not None and ours in DATES:
            text = _date(text, f"{class_.section}.{key}", remarks)
        if text is not None:
            read[ours] = text
    translations: dict[str, YamlText] = {}
    if class_.other_names:
        name = f"{class_.section}.{class_.other_names}"
        aliases, translations = _other_names(said, class_.other_names, name, language, remarks)
        if aliases:
            read["aliases"] = aliases
        if identifiers := _identifiers(said, class_.section, remarks):
            read["identifiers"] = identifiers
    if class_.kind and "name" not in read:
        read["name"] = _name(said, thing, read, remarks)
    if set(translations) <= _BESIDE:
        read |= translations
    else:
        read["name"] = {language: read["name"], **translations}
    for key, value in said.iter_left():
        remarks.add("property", f"{_known_by(thing)}: {show(value)}", f"{class_.section}.{key}")
    return read


def _date(text: YamlText, name: str, remarks: Remarks) -> YamlText | None:
    date = find_date(text.text)
    if date != text.text:  # none, or one with the time of day
        remarks.add("value", text.text[:60], name)
    return text._replace(text=date) if date else None


def _other_names(
    said: JsonObject, key: str, shown: str, language: str, remarks: Remarks
) -> tuple[list[YamlText], dict[str, YamlText]]:
    """Return other names, each once, and the names in other languages than that of the file.

    A name is an object or a text alone.
    """
    names: dict[str, YamlText] = {}
    translations: dict[str, YamlText] = {}
    for item in said.take_list(key):
        if isinstance(item, YamlText):
            names.setdefault(item.text.strip(), item)
            continue
        if not isinstance(item, YamlMap):
            said.problems.append(wrong_shape("a-mapping", item))
            continue
        other = JsonObject(item, said.problems)
        name, code = other.take_text("name") or _in_parts(other), other.take_text("lang")
        lang = code.text.lower() if code else language
        is_told = name is not None
        if name and lang != language and lang not in translations and _LANGUAGE.fullmatch(lang):
            translations[lang] = name
        elif name:
            names.setdefault(name.text, name)
            is_told = lang == language
        if code and not is_told:
            remarks.add("property", code.text[:60], f"{shown}.lang")
        for left, value in other.iter_left():
            remarks.add("property", show(value), f"{shown}.{left}")
    return list(names.values()), translations


def _identifiers(said: JsonObject, section: str, remarks: Remarks) -> dict[str, list[str]]:
    by_scheme: dict[str, list[str]] = {}
    for item in said.take_maps("identifiers"):
        one = JsonObject(item, said.problems)
        value, scheme = one.take_text("identifier"), one.take_text("scheme")
        if value is not None:
            values = by_scheme.setdefault(scheme.text if scheme else _NO_SCHEME, [])
            if value.text not in values:
                values.append(value.text)
        for left, rest in one.iter_left():
            remarks.add("property", show(rest), f"{section}.identifiers.{left}")
    return by_scheme


def _name(said: JsonObject, thing: Thing, read: dict[str, Any], remarks: Remarks) -> Any:
    """Return a name for what has none: of its parts, another name, else what it is known by.

    Of other names the first is taken: the parliaments that mySociety publishes have no others.
    """
    if name := _in_parts(said):
        return name
    if aliases := read.pop("aliases", []):
        if rest := aliases[1:]:
            read["aliases"] = rest
        return aliases[0]
    remarks.add("nameless", _known_by(thing), CLASSES[thing.key[0]].section)
    return _known_by(thing)


def _in_parts(said: JsonObject) -> YamlText | None:
    """Return a name that is given in parts."""
    parts = [said.take_text(key) for key in ("given_name", "additional_name", "family_name")]
    known = [part for part in parts if part]
    return known[0]._replace(text=" ".join(part.text for part in known)) if known else None


def _known_by(thing: Thing) -> str:
    return thing.key[1] if thing.has_id else thing.key[1].rpartition("/")[2]

"""Read one YAML data file into a draft. References are resolved when all files are read."""

from orggraph.formats.draft import Draft
from orggraph.formats.yaml.context import Context, is_absent, items, iter_ids
from orggraph.formats.yaml.fields import SET_ASIDE_FIELDS, SOURCE_FIELDS
from orggraph.formats.yaml.nodes import iter_reserved_words, read_node
from orggraph.formats.yaml.rules import read_rules
from orggraph.model import SetAside, Source
from orggraph.source import Location
from orggraph.source.fields import LOCAL_TEXT, Reading, read_map
from orggraph.source.yaml_tree import YamlMap, YamlNode, YamlText
from orggraph.text import LocalText, shorten
from orggraph.vocabulary.reading import extend_vocabulary

HEADINGS = ("title", "language", "sources", "vocabulary", "rules")
"""The headings of a data file, beside those of the kinds."""


def read_language(root: YamlMap) -> str | None:
    """Return the language that a file says its plain text is in."""
    for key, value in root.entries:
        if key.text == "language" and isinstance(value, YamlText) and not value.is_absent:
            return value.text.strip().lower()
    return None


def read_vocabulary(root: YamlMap, draft: Draft, reading: Reading) -> None:
    """Add the terms of one file to the draft's vocabulary; all files may then use them."""
    for key, value in root.entries:
        if key.text == "vocabulary" and not is_absent(value):
            draft.vocabulary = extend_vocabulary(
                draft.vocabulary, value, reading, reserved=iter_reserved_words()
            )


def read_file(root: YamlMap, draft: Draft, reading: Reading) -> None:
    """Add what one file says to the draft."""
    _read_headings(Context(draft, reading), root)


def _read_headings(file: Context, root: YamlMap) -> None:
    kinds = file.vocabulary.kinds.values()
    sections = {heading: kind for kind in kinds for heading in kind.sections}
    for key, value in root.entries:
        if key.text in sections:
            for id_, place, node in iter_ids(file, value):
                read_node(file, id_, place, node, sections[key.text])
        elif key.text == "sources":
            for id_, place, node in iter_ids(file, value):
                _read_source(file, id_, place, node)
        elif key.text == "rules":
            read_rules(file, value)
        elif key.text == "title":
            _read_title(file, key, value)
        elif key.text == "language":
            if not isinstance(value, YamlText):
                file.reading.expected("a-text", value)
        elif key.text not in HEADINGS:
            known = (*HEADINGS, *(kind.sections[0] for kind in kinds))
            guess = file.reading.guesser.guess(key.text, known)
            file.reading.report(
                "unknown-key", key.location, key=shorten(key.text), did_you_mean=guess
            )


def _read_title(file: Context, key: YamlText, value: YamlNode) -> None:
    title = None if is_absent(value) else LOCAL_TEXT.read(value, file.reading)
    if title is not None and file.draft.title is not None:
        file.reading.report("second-title", key.location, title=file.draft.title.original)
    elif title is not None:
        file.draft.title = title


def _read_source(file: Context, id_: str, place: Location, node: YamlNode) -> None:
    set_aside: list[SetAside] = []

    def other(key: YamlText, value: YamlNode) -> bool:
        if key.text not in ("set aside", "set_aside"):
            return False
        for item in items(file, value):
            read = read_map(item, SET_ASIDE_FIELDS, file.reading)
            if read.get("quote") and read.get("reason"):
                set_aside.append(SetAside(read.get("quote"), read.get("reason"), read.location))
        return True

    read = read_map(
        node, SOURCE_FIELDS, file.reading, other=other, other_words=lambda: ["set aside"]
    )
    date = read.get("date")
    source = Source(
        id=id_,
        title=read.get("title") or LocalText.of(id_),
        publisher=read.get("publisher"),
        date=str(date) if date else None,
        url=read.get("url"),
        file=read.get("file"),
        sha256=read.get("sha256"),
        set_aside=tuple(set_aside),
        location=place,
    )
    file.draft.sources.append(source)

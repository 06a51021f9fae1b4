"""What lines say as parts of a graph: the fields are those of a data file."""

from collections.abc import Collection
from typing import NamedTuple

from orggraph.formats.draft import Draft
from orggraph.formats.exchange import ReadOptions
from orggraph.formats.json_lines.lines import HEAD, NODE, SEAT, Line
from orggraph.formats.yaml.context import Context
from orggraph.formats.yaml.data_file import find_language
from orggraph.formats.yaml.fields import RELATION_FIELDS, parse_id
from orggraph.formats.yaml.nodes import read_node
from orggraph.formats.yaml.reader import read_file, read_vocabulary
from orggraph.formats.yaml.relations import put_relation
from orggraph.formats.yaml.seats import read_seat
from orggraph.source import Problem
from orggraph.source.fields import Reading, read_map, read_text
from orggraph.source.yaml_tree import YamlMap, YamlText
from orggraph.text import shorten
from orggraph.vocabulary import core_vocabulary

_ELSEWHERE = ("members", "seats")
_SECTIONS = frozenset(
    heading for kind in core_vocabulary().kinds.values() for heading in kind.sections
)


class _Taken(NamedTuple):
    """The texts that stood under some keys of an object, and what else is in it."""

    texts: dict[str, YamlText]
    rest: YamlMap


class LineReader:
    """Puts what lines say into a draft, and what is wrong with them among its own problems.

    The line of the whole, if there is one, comes before all others.
    """

    def __init__(self, shown: str, options: ReadOptions) -> None:
        self.draft = Draft(core_vocabulary())
        self.draft.language = options.language
        self.reading = Reading(options.language or "en")
        self._shown = shown

    @property
    def _file(self) -> Context:
        return Context(self.draft, self.reading)

    def read(self, line: Line | Problem) -> bool:
        """Read a line; return whether anything came of it."""
        if isinstance(line, Problem):
            assert line.location is not None
            guess = line.did_you_mean
            self.reading.report(line.name, line.location, did_you_mean=guess, **line.facts)
            return False
        if line.sort == HEAD:
            if line.is_first:
                self._read_head(line.said)
            else:
                self.reading.report("head-not-first", line.said.location)
            return line.is_first
        if line.sort == NODE:
            return self._read_node(line.said)
        return self._read_seat(line.said) if line.sort == SEAT else self._read_relation(line.said)

    def _read_head(self, said: YamlMap) -> None:
        language = find_language(said, self._shown, self.draft)
        self.draft.language = language or self.draft.language
        self.reading.language = self.reading.lead = self.draft.language or "en"
        for key, _ in said.entries:
            if key.text in _SECTIONS:
                self.reading.report("line-of-its-own", key.location, key=shorten(key.text))
        head = YamlMap(tuple(e for e in said.entries if e[0].text not in _SECTIONS), said.location)
        read_vocabulary(head, self.draft, self.reading)
        read_file(head, self.draft, self.reading)

    def _read_node(self, said: YamlMap) -> bool:
        taken = self._take(said, ("id", "kind"))
        if taken is None:
            return False
        id_, named = taken.texts["id"], taken.texts["kind"]
        kind = self.draft.vocabulary.find_kind(named.text)
        if kind is None:
            guess = self.reading.guesser.guess(named.text, self.draft.vocabulary.kinds)
            shown = shorten(named.text)
            self.reading.report("unknown-kind", named.location, did_you_mean=guess, kind=shown)
        if kind is None or not self._is_id(id_):
            return False
        own = []
        for key, value in taken.rest.entries:
            if key.text in _ELSEWHERE or self.draft.vocabulary.find_type(key.text):
                self.reading.report("line-of-its-own", key.location, key=shorten(key.text))
            else:
                own.append((key, value))
        node = YamlMap(tuple(own), said.location)
        read_node(self._file, id_.text, said.location, node, kind)
        return True

    def _read_seat(self, said: YamlMap) -> bool:
        taken = self._take(said, ("body", "key"))
        if taken is None or not self._is_id(taken.texts["key"]):
            return False
        body, key = taken.texts["body"].text, taken.texts["key"].text
        read_seat(self._file, body, key, said.location, taken.rest)
        return True

    def _read_relation(self, said: YamlMap) -> bool:
        taken = self._take(said, ("source", "type", "target"))
        if taken is None:
            return False
        named = taken.texts["type"]
        found = self.draft.vocabulary.find_type(named.text)
        if found is None:
            words = (words for words, _, _ in self.draft.vocabulary.iter_labels())
            guess = self.reading.guesser.guess(named.text, words)
            shown = shorten(named.text)
            self.reading.report("unknown-type", named.location, did_you_mean=guess, type=shown)
            return False
        type_, is_inverse = found
        source, target = taken.texts["source"], taken.texts["target"]
        if is_inverse:
            source, target = target, source
        read = read_map(taken.rest, RELATION_FIELDS, self.reading)
        places = {"source": source.location, "target": target.location}
        put_relation(
            self._file, type_, source.text, target.text, read, said.location, places
        )  # fmt: skip
        return True

    def _take(self, said: YamlMap, keys: Collection[str]) -> _Taken | None:
        """Return the texts under some keys; None where one is missing, which is told."""
        texts: dict[str, YamlText] = {}
        rest = []
        for key, value in said.entries:
            if key.text not in keys:
                rest.append((key, value))
                continue
            words = read_text(value, self.reading)
            if words is None:
                return None
            texts[key.text] = YamlText(words, False, value.location)
        missing = [name for name in keys if name not in texts]
        for name in missing:
            self.reading.report("missing-key", said.location, key=name)
        return None if missing else _Taken(texts, YamlMap(tuple(rest), said.location))

    def _is_id(self, text: YamlText) -> bool:
        try:
            parse_id(text.text)
        except ValueError:
            self.reading.report("bad-id", text.location, text=shorten(text.text))
            return False
        return True

"""The sheet of a workbook that explains the others, in the language of the graph."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from orggraph.formats.tables.cells import TRUTH
from orggraph.formats.tables.columns import TABLES
from orggraph.formats.tables.writing import Key, Tables
from orggraph.words import say

Line = tuple[str, str, str]


class Legend(NamedTuple):
    """Lines of three cells; `lists` says on which of them each list of words stands.

    A list goes by the name of the column whose cells it is for, and has its first and last line,
    counted from one.
    """

    title: str
    lines: list[Line]
    lists: Mapping[str, tuple[int, int]]


def make_legend(tables: Tables, used: Mapping[str, list[Key]]) -> Legend:
    """Return what explains the tables that are used, and the words that their cells can hold."""
    content, language = tables.content, tables.language
    lines: list[Line] = [
        (
            say("legend-table", language),
            say("legend-column", language),
            say("legend-meaning", language),
        )
    ]
    for name, keys in used.items():
        table = TABLES[name]
        lines.append((name, "", say(table.help, language)))
        for at, part in keys:
            column = table.columns[at]
            if part and not column.is_open:
                continue  # the column itself tells of its other languages
            heading = tables.headings(table, [(at, part)])[0]
            meaning = say(column.help, language)
            if column.is_local and any(other for number, other in keys if number == at):
                meaning += say("legend-local", language, heading=column.heading)
            lines.append((name, heading, meaning))
    lists: dict[str, tuple[int, int]] = {}
    vocabulary = content.vocabulary
    words: dict[str, list[tuple[str, str]]] = {
        "kind": [(k.id, k.label.in_language(language)) for k in vocabulary.kinds.values()],
        "type": [(t.id, t.label.in_language(language)) for t in vocabulary.types.values()],
        "role": [(r.id, r.label.in_language(language)) for r in vocabulary.roles.values()],
        "vote": _explain(TRUTH.choices, language),
    }
    for table in TABLES.values():
        for column in table.columns:
            if column.cell.choices and column.name not in words:
                words[column.name] = _explain(column.cell.choices, language)
    for name, several in words.items():
        lines.append(("", "", ""))
        lines.append((say("legend-words", language), name, ""))
        lists[name] = (len(lines) + 1, len(lines) + len(several))
        lines += [("", word, meaning) for word, meaning in several]
    return Legend(say("legend-title", language), lines, lists)


def _explain(choices: Iterable[str], language: str) -> list[tuple[str, str]]:
    return [(word, say(f"choice.{word}", language)) for word in choices]

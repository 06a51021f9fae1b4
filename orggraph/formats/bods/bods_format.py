"""Read BODS statements: entities and persons as nodes, interests as relations."""

from typing import Any

from orggraph.formats.bods.records import Records
from orggraph.formats.bods.statements import read_statements
from orggraph.formats.document import Document
from orggraph.formats.draft import Draft
from orggraph.formats.exchange import Format, Gathered, Origin, ReadOptions, Remarks
from orggraph.source import Location, Problem, problem
from orggraph.source.files import decode_text
from orggraph.source.json_reading import peek
from orggraph.source.json_tree import parse_json_lines
from orggraph.vocabulary import core_vocabulary


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    data = origin.read()
    text = data if isinstance(data, Problem) else decode_text(data, origin.shown)
    if isinstance(text, Problem):
        return _unreadable([text], {})
    nodes, problems = parse_json_lines(text, origin.shown)
    if not nodes and not problems:
        problems = [problem("empty-file", Location(origin.shown, 0, 0), path=origin.shown)]
    if problems:
        return _unreadable(problems, {origin.shown: text})
    remarks = Remarks()
    document = Document(origin.shown)
    records = Records(read_statements(nodes, remarks, problems), document, remarks, problems)
    records.add_nodes()
    records.add_relations()
    document.head |= _head(records, options)
    if problems:
        return _unreadable(problems, {origin.shown: text})
    gathered = document.gather()
    gathered.draft.texts[origin.shown] = text
    return Gathered(gathered.draft, remarks)


def _head(records: Records, options: ReadOptions) -> dict[str, Any]:
    head: dict[str, Any] = {"language": options.language or "en"}
    if vocabulary := records.vocabulary():
        head["vocabulary"] = vocabulary
    return head


def _unreadable(problems: list[Problem], texts: dict[str, str]) -> Gathered:
    draft = Draft(core_vocabulary(), problems=problems, texts=texts)
    draft.is_whole = False
    return Gathered(draft)


def _recognises(head: bytes) -> bool:
    keys = peek(head).keys
    return bool({"statementId", "statementID"} & keys.keys()) and bool(
        {"recordType", "statementType"} & keys.keys()
    )


BODS = Format(
    "bods", "BODS", read=_read, recognises=_recognises, read_options=frozenset({"language"})
)

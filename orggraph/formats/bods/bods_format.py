"""Read BODS statements: entities and persons as nodes, interests as relations."""

from typing import Any

from orggraph.formats.bods.records import Records
from orggraph.formats.bods.statements import read_statements
from orggraph.formats.document import Document
from orggraph.formats.exchange import (
    Format,
    Gathered,
    Origin,
    ReadOptions,
    Remarks,
    unreadable,
)
from orggraph.source import Location, Problem, problem
from orggraph.source.json_reading import peek
from orggraph.source.json_tree import parse_json_lines


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    text = origin.read_text()
    if isinstance(text, Problem):
        return unreadable(text)
    texts = {origin.shown: text}
    nodes, problems = parse_json_lines(text, origin.shown)
    if not nodes and not problems:
        problems = [problem("empty-file", Location(origin.shown, 0, 0), path=origin.shown)]
    if problems:
        return unreadable(*problems, texts=texts)
    remarks = Remarks()
    document = Document(origin.shown)
    records = Records(read_statements(nodes, remarks, problems), document, remarks, problems)
    records.add_nodes()
    records.add_relations()
    document.head |= _head(records, options)
    if problems:
        return unreadable(*problems, texts=texts)
    gathered = document.gather()
    gathered.draft.texts.update(texts)
    return Gathered(gathered.draft, remarks)


def _head(records: Records, options: ReadOptions) -> dict[str, Any]:
    head: dict[str, Any] = {"language": options.language or "en"}
    if vocabulary := records.vocabulary():
        head["vocabulary"] = vocabulary
    return head


def _recognises(head: bytes) -> bool:
    keys = peek(head).keys
    return bool({"statementId", "statementID"} & keys.keys()) and bool(
        {"recordType", "statementType"} & keys.keys()
    )


BODS = Format(
    "bods", "BODS", read=_read, recognises=_recognises, read_options=frozenset({"language"})
)

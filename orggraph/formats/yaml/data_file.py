"""Data files, as YAML and as JSON: all files of a directory are one graph."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from orggraph.errors import os_reason
from orggraph.formats.draft import Draft
from orggraph.formats.exchange import (
    Content,
    Format,
    Gathered,
    Origin,
    Output,
    ReadOptions,
    Remarks,
    WriteOptions,
)
from orggraph.formats.registry import find_data_files
from orggraph.formats.yaml.reader import read_file, read_language, read_vocabulary
from orggraph.model import Graph
from orggraph.source import Location, Problem, problem
from orggraph.source.fields import Reading
from orggraph.source.files import decode_text, read_text
from orggraph.source.yaml_tree import YamlMap, parse_yaml
from orggraph.vocabulary import core_vocabulary

Parse = Callable[[str, str], tuple[YamlMap | None, list[Problem]]]
"""Gives the mapping in a text, and what is wrong with it, by its path as it is shown."""


def gather(files: Mapping[str, str | Problem], parse: Parse = parse_yaml) -> Draft:
    """Return what the texts of data files say, by their paths as they are shown.

    A problem in place of a text is what kept it from being read. Problems are in the draft; the
    laws of the model are not held against it yet.
    """
    draft = Draft(core_vocabulary())
    roots = _parse_all(files, draft, parse)
    languages = {shown: find_language(root, shown, draft) for shown, root in roots.items()}
    draft.language = next((code for code in languages.values() if code), None)
    lead = draft.language or "en"
    readings = {shown: Reading(languages[shown] or lead, lead) for shown in roots}
    for shown, root in roots.items():
        read_vocabulary(root, draft, readings[shown])
    for shown, root in roots.items():
        read_file(root, draft, readings[shown])
        draft.problems.extend(readings[shown].problems)
    draft.is_whole = len(roots) == len(draft.texts)
    return draft


def find_files(path: Path) -> list[Path] | Problem:
    """Return the data files that ``path`` stands for: itself, or those in it, by name."""
    place = Location(str(path), 0, 0)
    try:
        if not path.is_dir():
            return [path]
        files = find_data_files(path)
    except OSError as error:
        return problem("file-unreadable", place, path=str(path), reason=os_reason(error))
    return files or problem("no-files", place, path=str(path))


def _parse_all(
    files: Mapping[str, str | Problem], draft: Draft, parse: Parse
) -> dict[str, YamlMap]:
    """Return the mapping in each file, by the path as shown; problems go to the draft."""
    roots: dict[str, YamlMap] = {}
    for shown, text in files.items():
        draft.texts[shown] = "" if isinstance(text, Problem) else text
        if isinstance(text, Problem):
            draft.problems.append(text)
            continue
        root, problems = parse(text, shown)
        draft.problems.extend(problems)
        if root is not None:
            roots[shown] = root
        elif not problems:
            draft.problems.append(problem("empty-file", Location(shown, 0, 0), path=shown))
    return roots


def _parse_json(text: str, shown: str) -> tuple[YamlMap | None, list[Problem]]:
    """Return the mapping in a JSON file; YAML has other line breaks, and no pairs of surrogates."""
    from orggraph.source.json_tree import parse_json

    root, problems = parse_json(text, shown)
    if root is not None and not isinstance(root, YamlMap):
        return None, [*problems, problem("not-a-mapping", root.location)]
    return root, problems


def find_language(root: YamlMap, shown: str, draft: Draft) -> str | None:
    """Return the language that a file says its plain text is in; one that is none is told."""
    language = read_language(root)
    if language is None or (language.isalpha() and language.isascii() and len(language) in (2, 3)):
        return language
    place = next(value.location for key, value in root.entries if key.text == "language")
    draft.problems.append(problem("bad-language", place, code=language))
    return None


def _read(origin: Origin, options: ReadOptions) -> Gathered:
    if origin.path is not None and origin.path.is_dir():
        files = find_files(origin.path)
        if isinstance(files, Problem):
            return Gathered(Draft(core_vocabulary(), problems=[files], is_whole=False))
        return Gathered(gather({str(file): read_text(file, str(file)) for file in files}))
    return Gathered(gather({origin.shown: _text(origin)}))


def _read_json(origin: Origin, options: ReadOptions) -> Gathered:
    return Gathered(gather({origin.shown: _text(origin)}, _parse_json))


def _text(origin: Origin) -> str | Problem:
    data = origin.read()
    return data if isinstance(data, Problem) else decode_text(data, origin.shown)


def _write_yaml(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.yaml.writer import dump_yaml

    return Output({"": [dump_yaml(_graph_of(content)).encode()]}, Remarks())


def _write_json(content: Content, options: WriteOptions) -> Output:
    from orggraph.formats.json_text import render_json
    from orggraph.formats.yaml.writer import make_document

    text = render_json(unquoted(make_document(_graph_of(content))))
    return Output({"": [f"{text}\n".encode()]}, Remarks())


def unquoted(value: Any) -> Any:
    """Return what YAML has without quotes as JSON has it: truth values and whole numbers."""
    from orggraph.formats.yaml.text import Bare

    if isinstance(value, Mapping):
        return {key: unquoted(item) for key, item in value.items()}
    if isinstance(value, list):
        return [unquoted(item) for item in value]
    if isinstance(value, Bare):
        return {"yes": True, "no": False}.get(value, int(value) if value.isdecimal() else value)
    return value


def _graph_of(content: Content) -> Graph:
    assert isinstance(content, Graph)  # the format does not stream
    return content


def _may_be_yaml(head: bytes) -> bool:
    # Whoever writes a data file by hand is told what is wrong with it, and not that it is none.
    return b"\0" not in head


def _may_be_json(head: bytes) -> bool:
    return head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


YAML = Format("yaml", "data file", _read, _write_yaml, _may_be_yaml)
JSON = Format("json", "data file as JSON", _read_json, _write_json, _may_be_json)

"""Read data files into a graph: every file first, then what refers to what."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from orggraph.errors import os_reason
from orggraph.formats.draft import Draft
from orggraph.formats.yaml_reader import read_file, read_language, read_vocabulary
from orggraph.formats.yaml_rules import find_setting_problems
from orggraph.model import Graph, find_violations
from orggraph.source import Location, Problem, ReadError, problem, with_excerpts
from orggraph.source.fields import Reading, suggest
from orggraph.source.files import read_text
from orggraph.source.yaml_tree import YamlMap, parse_yaml
from orggraph.vocabulary import core_vocabulary

SUFFIXES = (".yaml", ".yml")

G = TypeVar("G", bound=Graph)


def read_graph(path: str | Path, graph_class: type[G]) -> G:
    """Return the graph in a data file, or in the data files of a directory.

    Raises ReadError with every problem in every file: each has its place, the line it stands on
    and, where one can be guessed, a correction.
    """
    files = find_files(Path(path))
    if isinstance(files, Problem):
        raise ReadError([files])
    return make_graph({str(file): read_text(file, str(file)) for file in files}, graph_class)


def make_graph(files: Mapping[str, str | Problem], graph_class: type[G]) -> G:
    """Return the graph in the texts of data files, by their paths as they are shown.

    A problem in place of a text is what kept it from being read. Raises ReadError as `read_graph`.
    """
    draft = Draft(core_vocabulary())
    roots = _parse_all(files, draft)
    languages = {shown: _language(root, shown, draft) for shown, root in roots.items()}
    draft.language = next((code for code in languages.values() if code), None)
    lead = draft.language or "en"
    readings = {shown: Reading(languages[shown] or lead, lead) for shown in roots}
    for shown, root in roots.items():
        read_vocabulary(root, draft, readings[shown])
    for shown, root in roots.items():
        read_file(root, draft, readings[shown])
        draft.problems.extend(readings[shown].problems)
    draft.problems.extend(_wrong_kinds(draft))
    if len(roots) == len(draft.texts):
        draft.problems.extend(find_violations(draft.parts(), draft.place))
        draft.problems.extend(find_setting_problems(draft))
    else:
        # A file is missing from the picture. What it declares would all seem unknown: nodes, and
        # relation types of its own.
        draft.problems = [p for p in draft.problems if p.name != "unknown-key"]
    if draft.problems:
        raise ReadError(with_excerpts(draft.problems, draft.texts))
    return graph_class.from_sound(draft.parts())


def find_files(path: Path) -> list[Path] | Problem:
    """Return the data files that ``path`` stands for: itself, or those in it, by name."""
    place = Location(str(path), 0, 0)
    try:
        if not path.is_dir():
            return [path]
        files = sorted(p for p in path.iterdir() if p.suffix in SUFFIXES and p.is_file())
    except OSError as error:
        return problem("file-unreadable", place, path=str(path), reason=os_reason(error))
    return files or problem("no-files", place, path=str(path))


def with_lines(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems with the lines that they stand on, read again from their files."""
    paths = {problem.location.path for problem in problems if problem.location}
    texts = {path: read_text(Path(path), path) for path in paths}
    readable = {path: text for path, text in texts.items() if isinstance(text, str)}
    return with_excerpts(problems, readable)


def _parse_all(files: Mapping[str, str | Problem], draft: Draft) -> dict[str, YamlMap]:
    """Return the mapping in each file, by the path as shown; problems go to the draft."""
    roots: dict[str, YamlMap] = {}
    for shown, text in files.items():
        draft.texts[shown] = "" if isinstance(text, Problem) else text
        if isinstance(text, Problem):
            draft.problems.append(text)
            continue
        root, problems = parse_yaml(text, shown)
        draft.problems.extend(problems)
        if root is not None:
            roots[shown] = root
        elif not problems:
            draft.problems.append(problem("empty-file", Location(shown, 0, 0), path=shown))
    return roots


def _language(root: YamlMap, shown: str, draft: Draft) -> str | None:
    language = read_language(root)
    if language is None or (language.isalpha() and language.isascii() and len(language) in (2, 3)):
        return language
    place = next(value.location for key, value in root.entries if key.text == "language")
    draft.problems.append(problem("bad-language", place, code=language))
    return None


def _wrong_kinds(draft: Draft) -> list[Problem]:
    """Return the members that are announced as another kind of node than they are."""
    kinds = {node.id: node.kind for node in draft.nodes}
    return [
        problem(
            "announced-kind",
            member.location,
            did_you_mean=suggest(kinds[member.text], draft.vocabulary.kinds),
            node=member.text,
            kind=kinds[member.text],
            announced=announced,
        )
        for member, announced in draft.expected_kinds
        if kinds.get(member.text, announced) != announced
    ]

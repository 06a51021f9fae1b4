"""Find where in its file a view says what turns out to be wrong when it meets the data."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from orggraph.errors import OrgGraphError
from orggraph.source import Problem, ReadError, problem, with_excerpts
from orggraph.source.files import read_text
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText, parse_yaml

# The facts of errors that are what somebody wrote.
_WRITTEN = ("query", "words", "name", "theme")


def locate(error: OrgGraphError, path: Path) -> ReadError | None:
    """Return an error about the view in a file with the lines that it is about.

    One that has its lines already, such as those of a theme, keeps them; None for an error that is
    about nothing that stands in the file.
    """
    if isinstance(error, ReadError) and error.problems[0].excerpt is not None:
        return ReadError(error.problems, error.key)
    text = read_text(path, str(path))
    root = None if isinstance(text, Problem) else parse_yaml(text, str(path))[0]
    if isinstance(text, Problem) or root is None:
        return None
    found = _locate_problems(error, root) if isinstance(error, ReadError) else _misfit(error, root)
    return ReadError(with_excerpts(found, {str(path): text}), "cannot-draw") if found else None


@contextmanager
def located(path: Path) -> Iterator[None]:
    """Raise an error about the view in a file with the lines that it is about, where there are."""
    try:
        yield
    except OrgGraphError as error:
        if found := locate(error, path):
            raise found from error
        raise


def _misfit(error: OrgGraphError, root: YamlMap) -> list[Problem]:
    """Return the error as a problem of the words that it is about."""
    written = [error.facts[name] for name in _WRITTEN if name in error.facts]
    for value in _values(root):
        if value.text in written:
            return [problem("view-misfit", value.location, reason=error)]
    return []


def _locate_problems(error: ReadError, root: YamlMap) -> list[Problem]:
    """Return the problems of an error at the keys that they are about, if all are about one."""
    keys = {key.text: key.location for key, _ in root.entries}
    places = [keys.get(str(each.facts.get("key"))) for each in error.problems]
    if not all(places):
        return []
    return [
        each._replace(location=place) for each, place in zip(error.problems, places, strict=True)
    ]


def _values(node: YamlNode) -> Iterator[YamlText]:
    """Yield the texts of a file that are no keys, in order."""
    match node:
        case YamlText():
            yield node
        case YamlList():
            for item in node.items:
                yield from _values(item)
        case YamlMap():
            for _, value in node.entries:
                yield from _values(value)

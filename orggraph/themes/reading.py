"""Find a theme by its name or its file; a file says only what differs from the theme it extends."""

from collections.abc import Callable, Mapping
from functools import cache, reduce
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar, get_args

from orggraph.errors import UnknownTermError
from orggraph.scene import Change, LineStyle
from orggraph.source import Location, Problem, ReadError, problem, with_excerpts
from orggraph.source.fields import Read, Reading
from orggraph.source.files import read_text
from orggraph.source.guessing import suggest
from orggraph.source.yaml_tree import parse_yaml
from orggraph.text import shorten
from orggraph.themes.fields import THEME_FIELDS, WEIGHTS, read_part
from orggraph.themes.theme import Font, Header, KindStyle, Theme

DEFAULT = "light"
_SHIPPED = (DEFAULT, "dark", "print")
_SUFFIXES = (".yaml", ".yml")
_COLOURS = ("background", "ink", "quiet", "rule", "vacancy", "highlight", *get_args(Change))

S = TypeVar("S")

Values = Mapping[str, Any]
"""What a theme says: values by the names of their fields, parts as mappings of the same form."""


class _Chain(NamedTuple):
    """A theme file after those that it extends; `texts` are the files by their paths as shown."""

    links: tuple[Values, ...]
    problems: tuple[Problem, ...]
    texts: Mapping[str, str]


def theme_names() -> tuple[str, ...]:
    """Return the names of the themes that come with orggraph, the default first."""
    return _SHIPPED


def is_theme_file(name: str | Path) -> bool:
    """Return whether ``name`` means a file, and not a theme that comes with orggraph."""
    return isinstance(name, Path) or name.endswith(_SUFFIXES) or "/" in name or "\\" in name


def find_theme(name: str | Path) -> Theme:
    """Return the theme called ``name``, or the theme in a file.

    A `Path`, or a text with a slash or with ``.yaml`` at its end, is a file. Raises
    UnknownTermError for a name that is not known, and ReadError with every problem of the file and
    of those it extends.
    """
    if not is_theme_file(name):
        return _find_shipped(str(name))
    path = Path(name)
    return _make(path.stem, _read_chain(path, Location(str(path), 0, 0)))


@cache
def _find_shipped(name: str) -> Theme:
    if name not in _SHIPPED:
        known = ", ".join(_SHIPPED)
        if guess := suggest(name, _SHIPPED):
            raise UnknownTermError("unknown-theme-like", theme=name, known=known, guess=guess)
        raise UnknownTermError("unknown-theme", theme=name, known=known)
    path = _shipped_path(name)
    return _make(name, _read_chain(path, Location(path.name, 0, 0)))


def _shipped_path(name: str) -> Path:
    return Path(__file__).with_name(f"{name}.yaml")


def _read_chain(path: Path, place: Location, above: tuple[Path, ...] = ()) -> _Chain:
    """Read a theme file, which is named at ``place``, and those it extends.

    ``above`` are the files that led to it.
    """
    shown, known = str(path), ", ".join(_SHIPPED)
    if path.resolve() in [file.resolve() for file in above]:
        files = " → ".join(map(str, (*above, path)))
        return _failed(problem("theme-circle", place, files=files, known=known))
    if not path.is_file():
        return _failed(problem("theme-missing", place, path=shown, known=known))
    text = read_text(path, shown)
    if isinstance(text, Problem):
        return _failed(text)
    root, problems = parse_yaml(text, shown)
    if root is None:
        return _Chain((), tuple(_of_theme(problems, shown)), {shown: text})
    reading = Reading()
    read = read_part(root, THEME_FIELDS, reading)
    base = _read_base(path, read, reading, (*above, path))
    return _Chain(
        (*base.links, read.values),
        (*base.problems, *problems, *reading.problems),
        {**base.texts, shown: text},
    )


def _failed(problem: Problem) -> _Chain:
    return _Chain((), (problem,), {})


def _of_theme(problems: list[Problem], shown: str) -> list[Problem]:
    """Return why a file holds no mapping, in the words of themes."""
    if not problems:
        return [problem("theme-empty", Location(shown, 0, 0))]
    return [
        problem("theme-empty", p.location) if p.name == "not-a-mapping" else p for p in problems
    ]


def _read_base(path: Path, read: Read, reading: Reading, above: tuple[Path, ...]) -> _Chain:
    """Read what a theme extends; the default theme extends nothing."""
    name = read.get("extends", DEFAULT)
    place = read.places.get("extends", read.location)
    if is_theme_file(name):
        return _read_chain(path.parent / name, place, above)
    if name not in _SHIPPED:
        guess = reading.guesser.guess(name, _SHIPPED)
        known = ", ".join(_SHIPPED)
        return _failed(
            problem("not-a-choice", place, did_you_mean=guess, text=shorten(name), choices=known)
        )
    if path == _shipped_path(DEFAULT):
        return _Chain((), (), {})
    return _read_chain(_shipped_path(name), place, above)


def _make(name: str, chain: _Chain) -> Theme:
    if chain.problems:
        raise ReadError(with_excerpts(chain.problems, chain.texts), "cannot-read-theme")
    values = reduce(_over, chain.links)
    other_kind, other_family = values["other_kind"], values["other_family"]
    header = values.get("header")
    return Theme(
        name=name,
        **{part: values[part] for part in _COLOURS},
        kinds=_styles(KindStyle, values["kinds"], other_kind),
        families=_styles(LineStyle, values["families"], other_family),
        other_kind=KindStyle(**other_kind),
        other_family=LineStyle(**other_family),
        font=_font(values["font"]),
        header=header and Header(header["text"], header.get("colour", values["ink"])),
    )


def _over(base: Values, values: Values) -> Values:
    """Return ``base`` with what ``values`` say differently.

    A font and a header are taken as they are: half of one and half of another make no sense.
    """
    merged = {**base, **values}
    for part in ("other_kind", "other_family"):
        merged[part] = {**base.get(part, {}), **values.get(part, {})}
    for part in ("kinds", "families"):
        ours, theirs = values.get(part, {}), base.get(part, {})
        merged[part] = {id_: {**theirs.get(id_, {}), **ours.get(id_, {})} for id_ in theirs | ours}
    return merged


def _styles(style: Callable[..., S], parts: Values, other: Values) -> Mapping[str, S]:
    """Return the styles by id; what the theme does not say of one is as for all others."""
    return MappingProxyType({id_: style(**{**other, **part}) for id_, part in parts.items()})


def _font(values: Values) -> Font:
    """Return the font, whose heavier weights fall back on the closest that there is."""
    files = values.get("files")
    if not files:
        return Font(values["family"], MappingProxyType({}))
    regular = files["regular"]
    semibold = files.get("semibold", files.get("bold", regular))
    weights = (regular, semibold, files.get("bold", semibold))
    return Font(values["family"], MappingProxyType(dict(zip(WEIGHTS, weights, strict=True))))

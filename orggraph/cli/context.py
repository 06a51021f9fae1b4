"""What was said for this call: by its options, else by the environment."""

import os
from collections.abc import Callable, Sequence
from typing import Any

import click

from orggraph.words import LANGUAGES

_PREFIX = "orggraph."
DEFAULT_DATA = "data"


class Call:
    """One call: the language that it seems to be in, and what is to be done when it is answered."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._later: list[Callable[[], None]] = []

    def add(self, task: Callable[[], None]) -> None:
        """Add what is to be done afterwards."""
        self._later.append(task)

    def finish(self) -> None:
        """Do what is left to do."""
        for task in self._later:
            task()


def afterwards(task: Callable[[], None]) -> None:
    """Let something be done when the call is answered, so that nobody waits for the answer."""
    ctx = click.get_current_context(silent=True)
    if ctx is not None and isinstance(ctx.obj, Call):
        ctx.obj.add(task)


def remember(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Keep the value of an option; a command's wins over the group's, since it comes later."""
    if value not in (None, (), False):
        ctx.meta[_PREFIX + str(param.name)] = value
    return value


def setting(name: str, default: Any = None) -> Any:
    """Return what was said for an option, by the command or before it."""
    ctx = click.get_current_context(silent=True)
    return default if ctx is None else ctx.meta.get(_PREFIX + name, default)


def data_path() -> str:
    """Return the path of the data: as said, else ``$ORGGRAPH_DATA``, else ``./data``."""
    said: str | None = setting("data")
    return said if said is not None else os.environ.get("ORGGRAPH_DATA") or DEFAULT_DATA


def language() -> str:
    """Return the language to answer in: as said, else of the environment, else English."""
    ctx = click.get_current_context(silent=True)
    seeming = ctx.obj.language if ctx is not None and isinstance(ctx.obj, Call) else None
    return str(setting("lang") or seeming or default_language())


def spoken_language(args: Sequence[str]) -> str:
    """Return the language of a call that may be wrong, or not be read yet: as it seems to say."""
    said = None
    for place, arg in enumerate(args):
        if arg == "--":
            break
        name, sign, value = arg.partition("=")
        if name == "--lang":
            value = value if sign else "".join(args[place + 1 : place + 2])
            said = value if value in LANGUAGES else said
    return said or default_language()


def default_language() -> str:
    """Return the language of ``$ORGGRAPH_LANG``, else of the locale, else English."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((os.environ[name] for name in names if os.environ.get(name)), "")
    return _known(os.environ.get("ORGGRAPH_LANG", "")) or _known(locale) or "en"


def unknown_language() -> str | None:
    """Return what ``$ORGGRAPH_LANG`` says where that is no language of the tool."""
    said = os.environ.get("ORGGRAPH_LANG", "")
    return None if _known(said) else said or None


def _known(locale: str) -> str | None:
    """Return the language of a locale such as ``da_DK.UTF-8`` or ``Danish_Denmark``."""
    return next((code for code in LANGUAGES if locale.lower().startswith(code)), None)

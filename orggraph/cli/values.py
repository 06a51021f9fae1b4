"""The kinds of value that an option or an argument takes."""

import os
import re
from typing import TYPE_CHECKING, Any

import click

from orggraph.cli.context import language
from orggraph.errors import OrgGraphError
from orggraph.model import PartialDate, TimeSpan
from orggraph.queries.times import parse_date, parse_span
from orggraph.text import shorten
from orggraph.words import say

if TYPE_CHECKING:
    from fractions import Fraction

    _ParamType = click.ParamType[Any]
    _Choice = click.Choice[str]
else:
    _ParamType, _Choice = click.ParamType, click.Choice

_DECIMAL = r"[0-9]{1,3}(\.[0-9]{1,9})?"


class DateType(_ParamType):
    """A date known to the year, the month or the day."""

    name = "date"

    def convert(self, value: Any, param: Any, ctx: Any) -> PartialDate:
        """Return the date; fails as click does."""
        try:
            return value if isinstance(value, PartialDate) else parse_date(value)
        except OrgGraphError as error:
            told = say(error.key, language(), words=shorten(value))
            self.fail(told, param, ctx)


class SpanType(_ParamType):
    """A length of time."""

    name = "span"

    def convert(self, value: Any, param: Any, ctx: Any) -> TimeSpan:
        """Return the span; fails as click does."""
        try:
            return value if isinstance(value, TimeSpan) else parse_span(value)
        except OrgGraphError as error:
            self.fail(say(error.key, language(), words=shorten(value)), param, ctx)


class Depth(_ParamType):
    """A number of relations, from 1."""

    name = "n"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the number; fails as click does."""
        from orggraph.views.fields import parse_depth  # only pictures need it

        try:
            return parse_depth(str(value))
        except ValueError:
            self.fail(say("problem.bad-depth", language(), text=shorten(str(value))), param, ctx)


class Dpi(_ParamType):
    """A number of dots an inch, from 1."""

    name = "n"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the number; fails as click does."""
        text = str(value)
        if not (text.isdecimal() and int(text)):
            self.fail(say("bad-dpi", language(), text=shorten(text)), param, ctx)
        return int(text)


class Port(_ParamType):
    """A port of this machine, or 0 for any that is free."""

    name = "n"

    def convert(self, value: Any, param: Any, ctx: Any) -> int:
        """Return the number; fails as click does."""
        text = str(value)
        if not (re.fullmatch("[0-9]{1,5}", text) and int(text) <= 65_535):
            self.fail(say("explore-bad-port", language(), text=shorten(text)), param, ctx)
        return int(text)


class Percent(_ParamType):
    """A percentage from 0 to 100, such as 80, 82.5 or 80%, kept exact."""

    name = "percent"

    def convert(self, value: Any, param: Any, ctx: Any) -> "Fraction":
        """Return the percentage; fails as click does."""
        from fractions import Fraction  # slow to import

        text = str(value)
        number = text.strip().removesuffix("%").rstrip().replace(",", ".")
        if not (re.fullmatch(_DECIMAL, number) and Fraction(number) <= 100):
            self.fail(say("bad-percent", language(), text=shorten(text)), param, ctx)
        return Fraction(number)


class SourceFile(_ParamType):
    """A source's id and the file that has it, as ``ID=FILE``."""

    name = "id=file"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, str]:
        """Return the id and the path; fails as click does."""
        if isinstance(value, tuple):
            return value
        source, sign, path = value.partition("=")
        if not (source and sign and path):
            self.fail(say("no-source-file", language(), words=shorten(value)), param, ctx)
        return source, path


class ColumnName(_ParamType):
    """What a column means and the heading that it has, as ``NAME=HEADING``."""

    name = "name=heading"

    def convert(self, value: Any, param: Any, ctx: Any) -> tuple[str, str]:
        """Return both; fails as click does."""
        if isinstance(value, tuple):
            return value
        name, sign, heading = Words().convert(value, param, ctx).partition("=")
        if not (name.strip() and sign and heading.strip()):
            self.fail(say("bad-column", language(), words=shorten(value)), param, ctx)
        return name.strip(), heading.strip()


class OneOf(_Choice):
    """One of a few words; another is refused in the user's language."""

    def get_invalid_choice_message(self, value: Any, ctx: Any) -> str:
        """Return the refusal."""
        return say(
            "not-a-choice", language(), words=shorten(value), choices=", ".join(self.choices)
        )


class Words(_ParamType):
    """What people type, as text, whatever the locale says its bytes are."""

    name = "text"

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the text. Bytes that the locale does not explain are UTF-8, else Windows-1252."""
        text = str(value)
        if not any("\ud800" <= character <= "\udfff" for character in text):
            return text
        typed = os.fsencode(text)
        try:
            return typed.decode("utf-8")
        except UnicodeDecodeError:
            return typed.decode("cp1252", errors="replace")


class NodeName(Words):
    """A node among several of one option, which would else take another option for its last."""

    def convert(self, value: Any, param: Any, ctx: Any) -> str:
        """Return the name; fails as click does for what is an option of the command."""
        if ctx and any(value in known.opts for known in ctx.command.params):
            self.fail(say("option-for-node", language(), words=value), param, ctx)
        return super().convert(value, param, ctx)

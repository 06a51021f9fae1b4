"""The pages that explain what check finds, read when somebody asks."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from orggraph.words import LANGUAGES, PROBLEMS

_FILE = Path(__file__).with_name("pages.yaml")
_FACT = re.compile(r"\{\w+\}")
_CLAUSE = re.compile(r"[;:]\s| \(")
_WIDEST = 40


class Page(NamedTuple):
    """What there is to say of one problem, in one language.

    `sentence` is how check tells it, with … for what depends on the data. `example` is a data file
    that has the problem, and `document` what the source of an example says. Where nobody wrote a
    page, `title` is how the sentence begins and the rest is empty.
    """

    code: str
    name: str
    severity: str
    title: str
    sentence: str
    meaning: str = ""
    why: str = ""
    remedy: str = ""
    example: str = ""
    document: str = ""
    literature: str = ""


def find_page(words: str, language: str) -> Page | None:
    """Return the page of the problem with this code or name, in any case; None for none."""
    folded = words.strip().casefold()
    for name, text in PROBLEMS.items():
        if folded in (text.code.casefold(), name):
            return _page(name, language)
    return None


def iter_pages(language: str) -> Iterator[Page]:
    """Yield the page of every problem, by code."""
    for name in sorted(PROBLEMS, key=lambda name: PROBLEMS[name].code):
        yield _page(name, language)


def _page(name: str, language: str) -> Page:
    text = PROBLEMS[name]
    lead = language if language in LANGUAGES else "en"
    sentence = _FACT.sub("…", text.da if lead == "da" else text.en)
    written = _written().get(text.code)
    if written is None:
        return Page(text.code, name, text.severity, _title(sentence), sentence)
    shared = {key: written.get(key, "") for key in ("example", "document", "literature")}
    return Page(text.code, name, text.severity, sentence=sentence, **shared, **written[lead])


def _title(sentence: str) -> str:
    """Return the first clause that has words, as short as a line of a table has room for."""
    clauses = _CLAUSE.split(sentence)
    clause = next((each for each in clauses if re.search(r"\w", each)), clauses[0])
    if len(clause) <= _WIDEST:
        return clause
    return clause[:_WIDEST].rsplit(" ", 1)[0].rstrip(" ,") + " …"


@cache
def _written() -> Mapping[str, Any]:
    """Return what stands in the file, by code."""
    import yaml  # only an explanation needs it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    pages: dict[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=loader)
    return pages

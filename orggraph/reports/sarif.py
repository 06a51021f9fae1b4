"""Write findings as SARIF 2.1.0 (OASIS 2020), which tools that review code read."""

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import quote

from orggraph.checks.check import LeftOut
from orggraph.checks.settings import SetAsideFinding
from orggraph.reports.blocks import Record
from orggraph.reports.places import find_path, find_uri
from orggraph.source import Location, Problem
from orggraph.words import say
from orggraph.words.pages import Page, find_page

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_BASE = "%SRCROOT%"
_FINGERPRINT = "orggraphFinding/v1"
# Facts that change when lines move, or from one day to the next.
_PASSING = ("first", "line", "day")
_PLACEHOLDER = re.compile(r"\{(\d+)\}")


def write_sarif(
    problems: Iterable[Problem],
    language: str,
    set_aside: Iterable[SetAsideFinding] = (),
    left_out: LeftOut = LeftOut(),  # noqa: B008  # frozen
    *,
    version: str,
) -> str:
    """Return findings as the text of a SARIF log; ``version`` is that of orggraph.

    What the data file sets aside is a result with a suppression, and its reason the justification.
    What the check has left out is told by rule, as a notification of its run (3.20.21).
    """
    found = [(problem, ()) for problem in problems]
    aside = [(each.problem, (_suppression(each, language),)) for each in set_aside]
    everything: list[tuple[Problem, tuple[Record, ...]]] = [*found, *aside]
    codes = sorted({problem.code for problem, _ in everything})
    driver = {
        "name": "orggraph",
        "version": version,
        "rules": [rule for code in codes for rule in _rules(code, language)],
    }
    run = {
        "tool": {"driver": driver},
        "language": language,
        "originalUriBaseIds": {_BASE: {"description": {"text": say("source-root", language)}}},
        "columnKind": "unicodeCodePoints",
        "results": list(_results(everything, codes, language)),
    }
    if more := list(_notifications(left_out, language)):
        run["invocations"] = [{"executionSuccessful": True, "toolExecutionNotifications": more}]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _notifications(left_out: LeftOut, language: str) -> Iterator[Record]:
    for more in left_out.problems:
        said = say("findings-left-out", language, code=more.code, count=more.times)
        yield {"level": "note", "message": {"text": said}}


def _rules(code: str, language: str) -> Iterator[Record]:
    if (page := find_page(code, language)) is not None:
        yield {
            "id": code,
            "name": page.name,
            "shortDescription": {"text": page.title},
            "fullDescription": {"text": page.meaning or page.sentence},
            "help": {"text": _help(page)},
            "defaultConfiguration": {"level": page.severity},
        }


def _help(page: Page) -> str:
    parts = (page.meaning, page.why, page.remedy, page.literature)
    return "\n\n".join(part.strip() for part in parts if part) or page.sentence


def _results(
    found: Sequence[tuple[Problem, tuple[Record, ...]]], codes: Sequence[str], language: str
) -> Iterator[Record]:
    places = {code: place for place, code in enumerate(codes)}
    seen: Counter[str] = Counter()
    any_suppressed = any(suppressions for _, suppressions in found)
    for problem, suppressions in found:
        print_ = _fingerprint(problem)
        seen[print_] += 1
        result = {
            "ruleId": problem.code,
            "ruleIndex": places[problem.code],
            "level": problem.severity,
            "message": {"text": _plain(problem.message(language))},
            "partialFingerprints": {_FINGERPRINT: f"{print_}:{seen[print_]}"},
            "properties": {"subjects": list(problem.subjects)},
        }
        if problem.location:
            result["locations"] = [_location(problem.location)]
        if any_suppressed:  # then every result has to say
            result["suppressions"] = list(suppressions)
        yield result


def _plain(text: str) -> str:
    """Return words of which SARIF makes no link and no placeholder (3.11.5 and 3.11.6)."""
    if "](" in text:
        text = text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return _PLACEHOLDER.sub(r"{{\1}}", text)


def _fingerprint(problem: Problem) -> str:
    """Return what stays the same of a finding where lines are put in above it."""
    facts = sorted((k, str(v)) for k, v in problem.facts.items() if k not in _PASSING)
    said = json.dumps([problem.code, sorted(problem.subjects), facts])
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def _suppression(each: SetAsideFinding, language: str) -> Record:
    reason = each.setting.reason.in_language(language)
    suppression: dict[str, object] = {"kind": "inSource", "justification": reason}
    if each.setting.location:
        suppression["location"] = _location(each.setting.location)
    return suppression


def _location(place: Location) -> Record:
    path = find_path(place)
    absolute = find_uri(path)
    artifact = {"uri": absolute} if absolute else {"uri": quote(path), "uriBaseId": _BASE}
    region = {
        "startLine": place.line + 1,
        "startColumn": place.column + 1,
        "endColumn": place.column + 1 + place.length,
    }
    return {"physicalLocation": {"artifactLocation": artifact, "region": region}}

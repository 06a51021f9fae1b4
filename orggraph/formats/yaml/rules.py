"""Read what a data file says of the rules that it is checked against."""

from collections.abc import Collection, Iterable, Iterator

from orggraph.formats.draft import Draft
from orggraph.formats.yaml.context import Context, is_absent
from orggraph.formats.yaml.fields import RULE_FIELDS
from orggraph.model import RuleSetting, find_rule, iter_rules
from orggraph.source import Problem, problem
from orggraph.source.fields import read_map
from orggraph.source.guessing import Guesser
from orggraph.source.yaml_tree import YamlList, YamlMap, YamlNode, YamlText
from orggraph.text import shorten
from orggraph.words import PROBLEMS


def read_rules(file: Context, node: YamlNode) -> None:
    """Add the settings of a file to the draft; a rule goes by its code or its name."""
    if is_absent(node):
        return
    if not isinstance(node, YamlMap):
        file.reading.expected("a-mapping", node)
        return
    for key, value in node.entries:
        code = find_rule(key.text)
        if code is None:
            known = [word for rule in iter_rules() for word in (rule.code, rule.name)]
            is_fixed = key.text.strip().upper() in {text.code for text in PROBLEMS.values()}
            guess = None if is_fixed else file.reading.guesser.guess(key.text, known)
            file.reading.report(
                "unknown-rule", key.location, rule=shorten(key.text), did_you_mean=guess
            )
            continue
        for item in value.items if isinstance(value, YamlList) else (value,):
            _read_setting(file, code, item)


def _read_setting(file: Context, code: str, node: YamlNode) -> None:
    read = read_map(node, RULE_FIELDS, file.reading)
    subjects: tuple[YamlText, ...] = read.get("subjects", ())
    for subject in subjects:
        file.draft.setting_subjects.append(subject)
    if read.get("severity") is None or read.get("reason") is None:
        return
    # A list that was emptied is no setting for everything.
    if not subjects and isinstance(node, YamlMap) and _names_subjects(node):
        return
    setting = RuleSetting(
        code=code,
        severity=read.get("severity"),
        reason=read.get("reason"),
        subjects=tuple(sorted({subject.text.strip() for subject in subjects})),
        location=read.location,
    )
    file.draft.settings.append(setting)


def _names_subjects(setting: YamlMap) -> bool:
    return any(key.text.strip().casefold() == "for" for key, _ in setting.entries)


def find_setting_problems(
    draft: Draft, subjects: Collection[str] | None = None
) -> Iterator[Problem]:
    """Yield the settings for what does not exist, and those that say the same twice.

    ``subjects`` are the ids of all that there is, where those are not in the draft.
    """
    known = _subjects(draft) if subjects is None else subjects
    guesser = Guesser()
    for subject in draft.setting_subjects:
        words = subject.text.strip()
        if words not in known:
            yield problem(
                "unknown-subject",
                subject.location,
                did_you_mean=guesser.guess(words, known),
                subject=shorten(words),
            )
    taken: dict[tuple[str, str | None], RuleSetting] = {}
    for setting in draft.settings:
        for each in setting.subjects or (None,):
            first = taken.setdefault((setting.code, each), setting)
            if first is not setting:
                where = str(first.location) if first.location else "?"
                yield problem("repeated-setting", setting.location, rule=setting.code, first=where)
                break


def _subjects(draft: Draft) -> dict[str, None]:
    """Return all that a finding may be about, nodes first."""
    things: Iterable[str] = (
        *(node.id for node in draft.nodes),
        *(seat.id for seat in draft.seats),
        *(source.id for source in draft.sources),
        *(relation.id for relation in draft.relations),
    )
    return dict.fromkeys(things)

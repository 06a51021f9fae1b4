"""The sentences agree with each other, and with the code that says them."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest

import orggraph
from orggraph.source import problem
from orggraph.words import (
    LANGUAGES,
    PHRASES,
    PROBLEMS,
    Word,
    say,
)

PACKAGE = Path(orggraph.__file__).parent


def placeholders(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def iter_nodes() -> Iterator[tuple[Path, ast.AST]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name != "words":
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                yield path, node


def iter_told() -> Iterator[tuple[str, ast.Call, str]]:
    """Yield each call of ``problem`` or ``report`` that names its problem, with the name."""
    for path, node in iter_nodes():
        if isinstance(node, ast.Call) and node.args:
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if called in ("problem", "report") and isinstance(first, ast.Constant):
                yield str(first.value), node, f"{path.name}:{node.lineno}"


def spelt_in_code() -> list[re.Pattern[str]]:
    """Return what each string in the code may spell; a filled-in part may be anything."""
    patterns = []
    for _, node in iter_nodes():
        if isinstance(node, ast.JoinedStr):
            parts = [v.value if isinstance(v, ast.Constant) else None for v in node.values]
            # Two parts with a hyphen between them would spell nearly every key; so would one with
            # a letter behind it, if it were allowed hyphens.
            if any(re.search("[a-z]", part or "") for part in parts):
                filled = "[a-z_-]+" if any("-" in (part or "") for part in parts) else "[a-z]+"
                if any(
                    (part or "").endswith(".") for part in parts
                ):  # a name with parts of its own
                    filled = "[a-z_.-]+"
                spelt = "".join(filled if p is None else re.escape(p) for p in parts)
                patterns.append(re.compile(spelt))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            patterns.append(re.compile(re.escape(node.value)))
    patterns += [re.compile(re.escape(key)) for key in said_by_the_page()]
    return patterns


def said_by_the_page() -> set[str]:
    """Return the keys in the page of ``explore``: each is a whole string there."""
    files = [*(PACKAGE / "explore/page").glob("*.js"), PACKAGE / "explore/page/index.html"]
    texts = [file.read_text(encoding="utf-8") for file in files]
    return {key for text in texts for key in re.findall('"(explore-[a-z-]+)"', text)}


@pytest.mark.parametrize("name", PROBLEMS)
def test_a_problem_is_told_in_both_languages_with_the_same_facts(name: str) -> None:
    text = PROBLEMS[name]
    assert text.en.strip()
    assert text.da.strip()
    assert text.en != text.da
    assert placeholders(text.en) == placeholders(text.da)


@pytest.mark.parametrize("key", PHRASES)
def test_a_phrase_is_said_in_both_languages_with_the_same_facts(key: str) -> None:
    english, danish = PHRASES[key]
    assert english.strip()
    assert danish.strip()
    assert placeholders(english) == placeholders(danish)


def test_codes_are_unique_and_well_formed() -> None:
    codes = [text.code for text in PROBLEMS.values()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) for code in codes)
    assert {text.severity for text in PROBLEMS.values()} <= {"error", "warning", "note"}


def test_every_problem_that_the_code_tells_has_a_sentence() -> None:
    told = list(iter_told())
    assert len(told) > 20
    assert [(name, where) for name, _, where in told if name not in PROBLEMS] == []


def test_every_problem_is_told_somewhere() -> None:
    spelt = spelt_in_code()
    unused = [name for name in PROBLEMS if not any(p.fullmatch(name) for p in spelt)]
    assert unused == []


def test_every_phrase_is_said_somewhere() -> None:
    spelt = spelt_in_code()
    assert [key for key in PHRASES if not any(p.fullmatch(key) for p in spelt)] == []


def test_no_two_areas_have_the_same_key() -> None:
    stems = (path.stem for path in (PACKAGE / "words").glob("*.py") if path.stem != "__init__")
    areas = [import_module(f"orggraph.words.{stem}") for stem in stems]
    assert len(areas) > 8
    assert sum(len(area.PHRASES) for area in areas if _is_area(area, "PHRASES")) == len(PHRASES)
    assert sum(len(area.PROBLEMS) for area in areas if _is_area(area, "PROBLEMS")) == len(PROBLEMS)


def _is_area(module: ModuleType, name: str) -> bool:
    """Whether a module has entries of its own, and not all of them by import."""
    return hasattr(module, name) and getattr(module, name) not in (PHRASES, PROBLEMS)


def test_a_problem_is_told_with_exactly_the_facts_of_its_sentence() -> None:
    wrong = []
    for name, call, where in iter_told():
        facts = {word.arg for word in call.keywords} - {"subjects", "did_you_mean", "location"}
        if None not in facts and name in PROBLEMS and facts != placeholders(PROBLEMS[name].en):
            wrong.append((name, where, facts))
    assert wrong == []


def test_every_phrase_that_the_code_says_exists() -> None:
    keys = set()
    for _, node in iter_nodes():
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called in ("say", "Word", "expected"):
                keys.add(str(node.args[0].value))
    assert {"a-mapping", "a-text", "did-you-mean"} <= keys
    assert {key for key in keys if not key.startswith("problem.")} <= PHRASES.keys()


def test_every_phrase_that_the_page_says_exists() -> None:
    said = said_by_the_page()
    assert {"explore-search", "explore-fit"} <= said
    assert said <= PHRASES.keys()


def test_a_sentence_is_said_in_the_language_asked_for() -> None:
    assert say("a-list", "en") == "a list"
    assert say("a-list", "da") == "en liste"
    assert say("a-list", "sv") == "a list"
    assert LANGUAGES == ("da", "en")


def test_a_word_inside_a_sentence_follows_its_language() -> None:
    facts = {"expected": Word("a-list"), "found": "'x'"}
    assert say("problem.wrong-shape", "da", **facts) == "ventede en liste, fandt 'x'"
    assert say("problem.wrong-shape", "en", **facts) == "expected a list, found 'x'"


def test_a_problem_inside_a_sentence_is_told_in_its_language() -> None:
    facts = {"expected": problem("unknown-kind", kind="x"), "found": "y"}
    assert "ukendt art 'x'" in say("problem.wrong-shape", "da", **facts)
    assert "unknown kind 'x'" in say("problem.wrong-shape", "en", **facts)


def test_braces_in_facts_are_plain_text() -> None:
    assert "{node}" in say("problem.unknown-node", "en", node="{node}")


def test_an_unknown_key_is_a_mistake_of_the_code() -> None:
    with pytest.raises(KeyError):
        say("no-such-phrase")
    with pytest.raises(KeyError):
        say("problem.no-such-problem")


def test_no_article_stands_before_a_word_that_is_filled_in() -> None:
    sentences = [*(english for english, _ in PHRASES.values()), *(p.en for p in PROBLEMS.values())]
    assert [each for each in sentences if re.search(r"\b[Aa]n? '?\{", each)] == []


def test_a_number_with_a_point_has_the_sign_of_the_language() -> None:
    facts = {"path": "x.html", "nodes": 3, "scenes": 4, "size": 2.5}
    assert say("explore-written", "en", **facts).endswith("2.5 MB")
    assert say("explore-written", "da", **facts).endswith("2,5 MB")
    assert "2 MB" in say("explore-written", "da", **{**facts, "size": 2.0})

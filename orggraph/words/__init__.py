"""The tool's own words, in Danish and English.

Everything that orggraph says to a person comes from here, so that one output has one language. A
sentence is a template of `str.format`; all languages of one entry use the same facts.
"""

from typing import Protocol, runtime_checkable

from orggraph.words.entries import Entries, Phrase, ProblemText

LANGUAGES = ("da", "en")

# An area is imported when no area before it has the key that is asked for, so those that nearly
# every call needs come first.
_AREAS = (
    *("answers", "reading", "command_line", "model", "evidence", "governance"),
    *("tenure", "changes", "pictures", "legend", "themes", "exchange"),
    *("tables", "parquet", "streaming", "store", "json_formats", "json_lines"),
    *("graph_formats", "rdf", "organogram", "spark", "documents", "documents_office", "slides"),
    *("explore", "explore_page"),
)

PHRASES: Entries[Phrase] = Entries("PHRASES", _AREAS)
PROBLEMS: Entries[ProblemText] = Entries("PROBLEMS", _AREAS)

__all__ = ["LANGUAGES", "PHRASES", "PROBLEMS", "ProblemText", "Tellable", "Word", "say"]


@runtime_checkable
class Tellable(Protocol):
    """What has a sentence of its own that can stand inside another, such as a problem."""

    def message(self, language: str, /) -> str:
        """Return the sentence in ``language``."""
        ...


class Word(str):
    """The key of a phrase that stands inside a sentence, and is said in the sentence's language."""

    __slots__ = ()


def say(key: str, language: str = "en", /, **facts: object) -> str:
    """Return the sentence called ``key`` in ``language``, filled in with ``facts``.

    A key ``problem.NAME`` is looked up among the problems. A language other than da and en gets
    English. Facts that are a `Word` or `Tellable` are said in the same language, and numbers with a
    point have the sign that it uses. Raises KeyError for a key that does not exist.
    """
    if key.startswith("problem."):
        entry = PROBLEMS[key.removeprefix("problem.")]
        template = entry.da if language == "da" else entry.en
    else:
        english, danish = PHRASES[key]
        template = danish if language == "da" else english
    return template.format(**{name: _spoken(fact, language) for name, fact in facts.items()})


def _spoken(fact: object, language: str) -> object:
    if isinstance(fact, Word):
        return say(fact, language)
    if isinstance(fact, float):
        told = f"{fact:g}"
        return told.replace(".", ",") if language == "da" else told
    return fact.message(language) if isinstance(fact, Tellable) else fact

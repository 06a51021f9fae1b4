"""The tool's own words, in Danish and English.

Everything that orggraph says to a person comes from here, so that one output has one language. A
sentence is a template of `str.format`; all languages of one entry use the same facts.
"""

from orggraph.words.phrases import PHRASES
from orggraph.words.problems import PROBLEMS, ProblemText

LANGUAGES = ("da", "en")

__all__ = ["LANGUAGES", "PROBLEMS", "ProblemText", "Word", "say"]


class Word(str):
    """The key of a phrase that stands inside a sentence, and is said in the sentence's language."""

    __slots__ = ()


def say(key: str, language: str = "en", /, **facts: object) -> str:
    """Return the sentence called ``key`` in ``language``, filled in with ``facts``.

    A key ``problem.NAME`` is looked up among the problems. A language other than da and en gets
    English. Facts that are a `Word` are said in the same language. Raises KeyError for a key that
    does not exist.
    """
    if key.startswith("problem."):
        entry = PROBLEMS[key.removeprefix("problem.")]
        template = entry.da if language == "da" else entry.en
    else:
        english, danish = PHRASES[key]
        template = danish if language == "da" else english
    spoken = {k: say(v, language) if isinstance(v, Word) else v for k, v in facts.items()}
    return template.format(**spoken)

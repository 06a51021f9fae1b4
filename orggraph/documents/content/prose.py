"""Sentences of a report in running text: names, lists and predicates that agree."""

import re
from collections.abc import Sequence

from orggraph.model import Count, Node, PartialDate
from orggraph.reports.teller import Teller

MOST_NAMES = 8
"""How many names a sentence lists before it only counts the others."""

# An article at the front of a name is small within a sentence: "the Council", "den strategiske
# styregruppe"; a name of several capitals keeps it in Danish, as "Det Etiske Råd" does.
_ARTICLES = {
    "en": re.compile(r"The |An? (?=[a-zæøåäöü])"),
    "da": re.compile(r"(?:De[nt]?|E[nt]) (?=[a-zæøåäöü])"),
}
# How a predicate begins in the singular of the present tense.
_VERB = {"en": re.compile(r"[a-z]+s\b(?<!ss)"), "da": re.compile(r"[a-zæøå]+[rs]\b")}
_TO_BE = {"en": "is", "da": "er"}
_PLURALS = {"is": "are", "has": "have", "does": "do", "goes": "go", "was": "were"}
_NO_VERBS = frozenset({"as", "this", "across", "towards"})


def name_in_sentence(tell: Teller, node_id: str) -> str:
    """Return the name of a node as it stands within a sentence: "the steering group"."""
    node = tell.graph.nodes.get(node_id)
    if node is None:
        return node_id
    name = tell.text(node.name)
    spoken = tell.language if tell.language in node.name.translations else node.name.language
    article = _ARTICLES.get(spoken)
    return name[0].lower() + name[1:] if article and article.match(name) else name


def names_in_sentence(
    tell: Teller, node_ids: Sequence[str], most: int = MOST_NAMES, *, first: bool = False
) -> str:
    """Return the names of some nodes as a list; of very many the first, and how many more.

    Where they come ``first`` in the sentence, they begin as the first name itself does.
    """
    ids = list(dict.fromkeys(node_ids))
    shown = [name_in_sentence(tell, each) for each in ids[:most]]
    shown[:1] = [tell.name(each) for each in ids[:first]] or shown[:1]
    rest = len(ids) - len(shown)
    if rest:
        shown.append(tell.say("and-more", number=tell.number(rest)))
    return join(tell, shown)


def join(tell: Teller, words: Sequence[str]) -> str:
    """Return some words as a list: "A, B and C".

    Where one has a comma itself, semicolons part them.
    """
    if len(words) < 2:
        return "".join(words)
    sign, last = ("; ", "; ") if any(", " in each for each in words) else (", ", " ")
    return f"{sign.join(words[:-1])}{last}{tell.say('list-and')} {words[-1]}"


def predicate(tell: Teller, type_id: str, *, plural: bool) -> str | None:
    """Return a relation as the predicate of a sentence: "reports to", "report to".

    A label that is no verb, such as "contact for", gets one where the vocabulary says it also calls
    it so, "is contact for"; None where it does not.
    """
    type_ = tell.graph.vocabulary.types[type_id]
    label, language = tell.text(type_.label), tell.language
    if language not in _VERB or language not in type_.label.translations:
        language = type_.label.language
    verb = _VERB.get(language)
    if verb is None:
        return None
    first = label.split(" ")[0]
    if not verb.fullmatch(first) or first in _NO_VERBS:
        label = f"{_TO_BE[language]} {label}"
        if label not in type_.aliases:
            return None
    return _plural(label) if plural and language == "en" else label


def _plural(label: str) -> str:
    verb, space, rest = label.partition(" ")
    return f"{_PLURALS.get(verb) or _stem(verb)}{space}{rest}"


def _stem(verb: str) -> str:
    """Return an English verb without the ending of its third person singular."""
    if verb.endswith("ies") and len(verb) > len("dies"):
        return f"{verb[:-3]}y"
    if re.search(r"(?:ss|sh|ch|x|zz)es$", verb):
        return verb[:-2]
    return verb.removesuffix("s")


def is_plural(tell: Teller, node_ids: Sequence[str]) -> bool:
    """Whether some nodes take the plural as a subject: several do, and one that is a collective."""
    if len(set(node_ids)) > 1:
        return True
    nodes: list[Node] = [tell.graph.nodes[each] for each in node_ids if each in tell.graph.nodes]
    return any(node.collective for node in nodes)


def sentence(words: str) -> str:
    """Return words as a sentence: with a capital at the front and a full stop at the end."""
    return ended(capital(words.strip()))


def ended(words: str) -> str:
    """Return words with a full stop at the end, where they have no end of their own."""
    return words + ("" if words[-1:] in (".", "!", "?", "…") else ".")


def capital(words: str) -> str:
    """Return words with a capital at the front."""
    return words[:1].upper() + words[1:]


def amount(tell: Teller, count: Count) -> str:
    """Return a number of places in a sentence: "3", "4–6", "at least 2", "up to 1"."""
    if not count.minimum and count.maximum != 0:
        most = count.maximum
        return (
            tell.say("any-number") if most is None else tell.say("up-to", number=tell.number(most))
        )
    if count.maximum is None:
        return tell.say("at-least", number=tell.number(count.minimum))
    if count.maximum != count.minimum:
        return f"{tell.number(count.minimum)}–{tell.number(count.maximum)}"
    return tell.number(count.minimum)


def tell_date(tell: Teller, date: PartialDate) -> str:
    """Return a date in words: "23 November 2026", "November 2026", "2026"."""
    if date.month is None:
        return f"{date.year:04}"
    month = tell.say("month-names").split()[date.month - 1]
    if date.day is None:
        return f"{month} {date.year:04}"
    return tell.say("date-in-words", day=date.day, month=month, year=f"{date.year:04}")

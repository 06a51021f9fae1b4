"""What a check and the coverage must say, told from the plain facts alone.

Nothing here asks orggraph, and so in `facts`, `quotes` and `told`, which it is made from.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256

from tests.proof.facts import Facts, Fields
from tests.proof.plain import DAY
from tests.proof.quotes import find_lines, split_lines

Finding = tuple[str, tuple[str, ...]]
"""A code, and the sorted ids of what it concerns."""
Resting = tuple[int, str, str, str, str]
"""A paragraph, `rests` or `may rest`, the id of what does, its kind, and the text of a purpose."""

BESIDE = ("observer", "participant", "secretary")


def find_resting(facts: Facts, document: str) -> set[Resting]:
    """Return what rests on each paragraph, and what may."""
    lines = split_lines(document)
    resting = set()
    for quote in facts.quotes:
        found = find_lines(quote.words, lines)
        how = "rests" if len(found) == 1 else "may rest"
        resting |= {(at, how, quote.subject, quote.kind, quote.purpose) for at in found}
    return resting


def find_statuses(facts: Facts, document: str) -> set[tuple[int, str]]:
    """Return whether each paragraph is covered, set aside or neither."""
    resting = {at for at, how, *_ in find_resting(facts, document) if how == "rests"}
    lines = split_lines(document)
    found = [find_lines(words, lines) for words in facts.aside]
    aside = {at[0] for at in found if len(at) == 1}
    return {
        (n, "covered" if n in resting else "set_aside" if n in aside else "uncovered")
        for n in range(1, len(lines) + 1)
    }


def find_problems(facts: Facts, document: str) -> Counter[Finding]:
    """Return the problems of evidence and of seats."""
    found = [*_of_quotes(facts, document), *_of_aside(facts, document), *_of_seats(facts)]
    return Counter((code, tuple(sorted(subjects))) for code, subjects in found)


def _of_quotes(facts: Facts, document: str) -> Iterator[tuple[str, Iterable[str]]]:
    lines = split_lines(document)
    for quote in facts.quotes:
        places = find_lines(quote.words, lines)
        if len(places) != 1:
            yield ("E102" if places else "E101"), (quote.subject,)
    for source in facts.sources.values():
        if source.get("sha256") not in (None, sha256(document.encode()).hexdigest()):
            yield "E104", {quote.subject for quote in facts.quotes}


def _of_aside(facts: Facts, document: str) -> Iterator[tuple[str, Iterable[str]]]:
    lines, resting = split_lines(document), find_resting(facts, document)
    (source,) = facts.sources
    for words in facts.aside:
        places = find_lines(words, lines)
        on_it = {subject for at, how, subject, *_ in resting if (at,) == places and how == "rests"}
        if len(places) != 1:
            yield ("E106" if places else "E105"), (source,)
        elif on_it:
            yield "E107", {source, *on_it}


def _of_seats(facts: Facts) -> Iterator[tuple[str, Iterable[str]]]:
    for id_, seat in facts.seats.items():
        body, _, key = id_.partition("/")
        count = str(seat["count"])
        if " per " in count or not (_holds(seat) and _holds(facts.nodes[body])):
            continue
        members = (m for m in facts.members.values() if m["target"] == body)
        holding = [m for m in members if m.get("seat") == key and _holds(m)]
        holders = [m for m in holding if _holds(facts.nodes[str(m["source"])])]
        # Who sits beside a holder, as a deputy or without the vote, takes no place.
        in_term = [m for m in holders if not (_is_over(m, seat) or _sits_beside(m, seat))]
        least, most = _range(count)
        if most is not None and len({m["source"] for m in in_term}) > most:
            yield "S101", (body, id_)
        elif (
            facts.nodes[body]["roster"] == "complete"
            and len({m["source"] for m in holders}) < least
        ):
            # Nobody knows how many a collective stands for.
            singles = [not facts.nodes[str(m["source"])]["collective"] for m in holders]
            yield from [("S102", (body, id_))] if all(singles) else []


def _sits_beside(member: Fields, seat: Fields) -> bool:
    own, its = ({k: v for k, v in f.items() if k.startswith("role")} for f in (member, seat))
    # Words of the file's own may mean a deputy.
    is_other = own != its and any(k != "role" or v in BESIDE for k, v in own.items())
    return is_other or (member.get("vote") is False and seat.get("vote") is not False)


def _range(count: str) -> tuple[int, int | None]:
    if count.endswith("+"):
        return int(count[:-1]), None
    low, _, high = count.partition("-")
    return int(low), int(high or low)


def _holds(fields: Fields) -> bool:
    return str(fields.get("from", "")) <= DAY <= str(fields.get("until", "9999"))


def _is_over(member: Fields, seat: Fields) -> bool:
    if "term" not in seat or "from" not in member or "until" in member:
        return False
    start = date.fromisoformat(str(member["from"]))
    years = int(str(seat["term"]).split()[0])
    return start.replace(year=start.year + years) - timedelta(days=1) < date.fromisoformat(DAY)

"""What a diff must tell of two versions, attribute by attribute, from their plain facts alone."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from tests.proof.facts import Facts, Fields, Quote, relation_id
from tests.proof.quotes import find_lines, split_lines

Told = tuple[str, str, str, tuple[tuple[str, str, str], ...]]
"""A change: its section, its kind, the id, and the attributes with their old and new values."""

LEAST_LIKE = 50  # of 100: quotations less alike are two


class Same(NamedTuple):
    """What is the same under another id, as the mutation knows: new ids by old ones."""

    nodes: Mapping[str, str] = {}
    seats: Mapping[str, str] = {}
    relations: Mapping[str, str] = {}

    def node(self, id_: object) -> object:
        return self.nodes.get(str(id_), id_)

    def seat(self, id_: str) -> str:
        body, _, key = id_.partition("/")
        return self.seats.get(id_, f"{self.node(body)}/{key}")

    def relation(self, id_: str, fields: Fields) -> str:
        return self.relations.get(id_, relation_id(self.moved("relations", fields)))

    def moved(self, section: str, fields: Fields) -> Fields:
        """Return the attributes of a thing under the ids of the new version."""
        moved = dict(fields)
        for name in ("source", "target", "represents"):
            if name in moved:
                moved[name] = self.node(moved[name])
        if section == "seats":
            pairs = (str(each).split(" by ") for each in _several(moved.get("filled_by")))
            moved["filled_by"] = tuple(sorted(f"{how} by {self.node(by)}" for how, by in pairs))
            count, per, collective = str(moved["count"]).partition(" per ")
            moved["count"] = count + per + (str(self.node(collective)) if per else "")
        elif section == "settings":
            moved["for"] = tuple(sorted(map(self.any, map(str, _several(moved["for"])))))
        elif "seat" in moved:
            moved["seat"] = self.seat(f"{fields['target']}/{fields['seat']}").partition("/")[2]
        return moved

    def any(self, id_: str) -> str:
        """Return the new id of anything that a finding may concern."""
        if ":" in id_:
            source, type_, target, *rest = id_.split(":")
            if rest:  # a seat, or a start
                rest[0] = self.seat(f"{target}/{rest[0]}").partition("/")[2]
            moved = (str(self.node(source)), type_, str(self.node(target)), *rest)
            return self.relations.get(id_) or ":".join(moved)
        return self.seat(id_) if "/" in id_ else str(self.node(id_))


def find_changes(old: Facts, new: Facts, same: Same, documents: tuple[str, str]) -> Counter[Told]:
    """Return everything that differs, except the findings of a check."""
    told: list[Told] = []
    for section in ("nodes", "seats", "relations", "members", "sources", "settings"):
        before: dict[str, tuple[str, Fields]] = {}
        for id_, fields in getattr(old, section).items():
            before[_moved_id(section, id_, fields, same)] = (id_, fields)
        now: dict[str, Fields] = getattr(new, section)
        told += [(section, "added", id_, ()) for id_ in now if id_ not in before]
        for id_, (was, fields) in before.items():
            if id_ not in now:
                told.append((section, "removed", was, ()))
            else:
                changed = tuple(sorted(_differing(section, (was, fields), (id_, now[id_]), same)))
                told += [(section, "changed", id_, changed)] if changed else []
    told += [
        ("general", "changed", name, ((name, str(was), str(now)),))
        for name in {*old.general, *new.general}
        if (was := old.general.get(name)) != (now := new.general.get(name))
    ]
    return Counter([*told, *_evidence(old, new, same, documents)])


def _moved_id(section: str, id_: str, fields: Fields, same: Same) -> str:
    if section in ("relations", "members"):
        return same.relation(id_, fields)
    if section == "settings":
        rule, *subjects = id_.split()
        return f"{rule} {' '.join(sorted(map(same.any, subjects)))}"
    return same.seat(id_) if section == "seats" else str(same.node(id_))


def _differing(
    section: str, old: tuple[str, Fields], new: tuple[str, Fields], same: Same
) -> Iterator[tuple[str, str, str]]:
    moved, now = same.moved(section, old[1]), new[1]
    for name in {*moved, *now}:
        before, after = (fields.get(name) or fields.get(name) is False for fields in (moved, now))
        if (before, moved.get(name)) != (after, now.get(name)) and (before or after):
            yield (
                name,
                str(old[1].get(name) if before else None),
                str(now.get(name) if after else None),
            )
    if section in ("nodes", "seats"):
        keys = [id_.rpartition("/")[2] for id_ in (old[0], new[0])]
        if keys[0] != keys[1]:
            yield "id", keys[0], keys[1]


def _evidence(old: Facts, new: Facts, same: Same, documents: tuple[str, str]) -> Iterator[Told]:
    """Yield the quotations that came, went or are otherwise found, of what is in both."""
    was, now = _by_place(old), _by_place(new)
    places = {place: (_new_subject(old, place[0], same), place[1]) for place in old.places}
    lines = [split_lines(each) for each in documents]
    for old_place, place in places.items():
        if place not in new.places:
            continue
        words, after = (each.get(at, []) for each, at in ((was, old_place), (now, place)))
        kept = Counter(words) & Counter(after)
        gone, come = [*(Counter(words) - kept)], [*(Counter(after) - kept)]
        pairs = [(each, each) for each in kept]
        if len(gone) == len(come) == 1 and likeness(gone[0], come[0]) >= LEAST_LIKE:
            pairs.append((gone.pop(), come.pop()))
        for one, other in pairs:
            statuses = _status(one, lines[0]), _status(other, lines[1])
            fields = [("quote", one, other)] if one != other else []
            fields += [("status", *statuses)] if statuses[0] != statuses[1] else []
            if fields:
                yield "evidence", "changed", place[0], tuple(sorted(fields))
        yield from (("evidence", "removed", old_place[0], ()) for _ in gone)
        yield from (("evidence", "added", place[0], ()) for _ in come)


def _by_place(facts: Facts) -> dict[tuple[str, str], list[str]]:
    places: dict[tuple[str, str], list[str]] = {}
    for quote in facts.quotes:
        places.setdefault(quote.place, []).append(quote.words)
    return places


def _new_subject(old: Facts, id_: str, same: Same) -> str:
    fields = old.relations.get(id_) or old.members.get(id_)
    if fields:
        return same.relation(id_, fields)
    return same.seat(id_) if "/" in id_ else str(same.node(id_))


def _status(words: str, lines: tuple[str, ...]) -> str:
    found = find_lines(words, lines)
    return "verified" if len(found) == 1 else "ambiguous" if found else "not_found"


def likeness(one: str, other: str) -> float:
    """Return how much two texts have in common, of 100, by their longest common subsequence."""
    row = [0] * (len(other) + 1)
    for a in one:
        before = row
        row = [0]
        for at, b in enumerate(other):
            row.append(before[at] + 1 if a == b else max(before[at + 1], row[at]))
    return 200 * row[-1] / (len(one) + len(other))


def find_touched(old: Facts, new: Facts) -> set[str]:
    """Return the ids of all that differs and of what it names."""
    touched: set[str] = set()
    for section in ("nodes", "seats", "relations", "members"):
        was, now = getattr(old, section), getattr(new, section)
        for id_ in {*was, *now}:
            before, after = was.get(id_), now.get(id_)
            if before != after or _quoted(old, id_) != _quoted(new, id_):
                touched |= {id_, *id_.split("/")}
                for fields in filter(None, (before, after)):
                    touched |= _named(section, fields)
                if section == "nodes" and _time(before) != _time(after):
                    touched |= _around(old, id_) | _around(new, id_)
    for id_ in old.settings.keys() ^ new.settings.keys():
        touched.update(id_.split()[1:])
    return touched


def _time(fields: Fields | None) -> object:
    return fields and (fields.get("from"), fields.get("until"))


def _around(facts: Facts, id_: str) -> set[str]:
    """Return what is related to a node: with it, what the others are to it comes or goes."""
    things = [*facts.relations.values(), *facts.members.values()]
    named = [_named("", fields) for fields in things]
    named += [{seat.split("/")[0], seat} | _named("", f) for seat, f in facts.seats.items()]
    return set().union(*(ids for ids in named if id_ in ids))


def _quoted(facts: Facts, id_: str) -> Counter[Quote]:
    return Counter(quote for quote in facts.quotes if quote.subject == id_)


def _named(section: str, fields: Fields) -> set[str]:
    named = {str(fields[k]) for k in ("source", "target", "represents") if k in fields}
    named |= {str(each).split(" by ")[1] for each in _several(fields.get("filled_by"))}
    return named | ({f"{fields['target']}/{fields['seat']}"} if "seat" in fields else set())


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()

"""Operators that break a rule on purpose, or move a date: each says what a check must then find."""

from tests.proof.draft import Draft, Mutation, member_id, who
from tests.proof.mutations import SEATED, operator
from tests.proof.oracle import Finding
from tests.proof.told import Same

CHOOSING = ("appoints", "elects", "nominates", "approves", "may_")
LONG_AGO, LATELY = "2015-03-01", "2026-03-31"


def found(code: str, *subjects: str) -> tuple[Finding, ...]:
    return ((code, tuple(sorted(subjects))),)


def _most(count: str) -> int | None:
    if "+" in count or " per " in count:
        return None
    return int(count.rpartition("-")[2])


# ----------------------------------------------------------------------------------------- time


@operator()
def close_term(draft: Draft) -> Mutation:
    """A member has left."""
    body, member = draft.pick(draft.members())
    member["until"] = LATELY
    key = member.get("seat")
    seat = draft.nodes[body].get("seats", {}).get(key, {"count": "0"})
    complete = draft.nodes[body].get("roster") == "complete"
    vacant = complete and len(draft.holders(body, key)) == int(seat["count"][0])
    return draft.done(breaks=found("S102", body, f"{body}/{key}") if vacant and key else ())


@operator(*SEATED)
def let_expire(draft: Draft) -> Mutation:
    """A member sits on though the term is over."""
    pairs = (
        (b, m)
        for b, m in draft.members()
        if "term" in draft.nodes[b]["seats"].get(m.get("seat"), {})
    )
    body, member = draft.pick(pairs)
    old = member_id(body, member)
    member["from"] = LONG_AGO
    same = Same(relations={old: member_id(body, member)})
    return draft.done(same, found("G030", who(member), f"{body}/{member['seat']}"))


@operator("harbour")
def close_body(draft: Draft) -> Mutation:
    body = draft.pick(draft.ids("body"))
    draft.nodes[body]["until"] = LATELY
    return draft.done()


@operator("harbour")
def close_relation(draft: Draft) -> Mutation:
    draft.pick(draft.lines()).attributes["until"] = LATELY
    return draft.done()


@operator("harbour")
def change_term(draft: Draft) -> Mutation:
    _, _, seat = draft.pick(draft.seats())
    seat["term"] = draft.pick(["1 year", "2 years", "9 years"])
    return draft.done()


# ---------------------------------------------------------------------------------------- seats


@operator()
def overfill_seat(draft: Draft) -> Mutation:
    seats = [(b, k, most) for b, k, s in draft.seats() if (most := _most(s.get("count", "1")))]
    body, key, most = draft.pick(seats)
    for _ in range(most + 1 - len(draft.holders(body, key))):
        draft.add_member(body, key)
    return draft.done(breaks=found("S101", body, f"{body}/{key}"))


@operator()
def empty_seat(draft: Draft) -> Mutation:
    body, key, seat = draft.pick((b, k, s) for b, k, s in draft.seats() if draft.holders(b, k))
    members = draft.nodes[body]["members"]
    members[:] = [member for member in members if member.get("seat") != key]
    complete = draft.nodes[body].get("roster") == "complete"
    vacant = complete and _most(seat["count"]) and int(seat["count"][0]) > 0
    return draft.done(breaks=found("S102", body, f"{body}/{key}") if vacant else ())


@operator()
def change_count(draft: Draft) -> Mutation | None:
    _, _, seat = draft.pick(draft.seats())
    count = draft.pick(["1", "2", "4", "2-5", "1+"])
    if seat.get("count") == count:
        return None
    seat["count"] = count
    return draft.done()


@operator()
def change_vote(draft: Draft) -> Mutation:
    entry = draft.pick([*(s for _, _, s in draft.seats()), *(m for _, m in draft.members())])
    entry["vote"] = "no" if entry.get("vote") == "yes" else "yes"
    return draft.done()


@operator()
def change_seat_role(draft: Draft) -> Mutation | None:
    _, _, seat = draft.pick(draft.seats())
    role = draft.pick(["observer", "chair", "secretary", "member", "specialist"])
    if seat.get("role") == role:
        return None
    seat["role"] = role
    return draft.done()


@operator(*SEATED)
def silence_chair(draft: Draft) -> Mutation:
    body, key, seat = draft.pick(s for s in draft.seats() if s[2].get("role") == "chair")
    seat["vote"] = "no"
    return draft.done(breaks=found("G020", body, f"{body}/{key}"))


@operator()
def vote_against_seat(draft: Draft) -> Mutation:
    pairs = ((b, m) for b, m in draft.members() if m.get("seat"))
    body, member = draft.pick(pairs)
    seat = draft.nodes[body]["seats"][member["seat"]]
    seat.setdefault("vote", "yes")
    member["vote"] = "no" if seat["vote"] == "yes" else "yes"
    return draft.done(breaks=found("G024", who(member), f"{body}/{member['seat']}"))


@operator()
def add_secretary_who_votes(draft: Draft) -> Mutation:
    body = draft.pick([b for b in draft.ids("body") if draft.nodes[b].get("members")])
    member = draft.add_member(body, None, role="secretary", vote="yes")
    return draft.done(breaks=found("G023", body, member))


@operator()
def add_second_chair(draft: Draft) -> Mutation:
    body = draft.pick([b for b in draft.ids("body") if draft.nodes[b].get("members")])
    for _ in range(2):
        draft.add_member(body, None, role="chair")
    seats = draft.nodes[body].get("seats", {})
    chairs = [
        who(member)
        for member in draft.nodes[body]["members"]
        if "chair" in (member.get("role"), seats.get(member.get("seat"), {}).get("role"))
    ]
    return draft.done(breaks=found("G021", body, *chairs))


@operator()
def fill_by_itself(draft: Draft) -> Mutation | None:
    body, key, seat = draft.pick(draft.seats())
    if any(label.endswith(" by") and body in by for label, by in seat.items()):
        return None
    seat["elected by"] = [body]
    # A body may choose its officers, or who words of the file's own mean, and whoever sits in.
    role = draft.terms.roles.get(str(seat.get("role")))
    is_office = "role" in seat and role in ("chair", "vice_chair", "secretary", None)
    if is_office or seat.get("vote") == "no":
        return draft.done()
    return draft.done(breaks=found("G010", body, f"{body}/{key}"))


@operator()
def leave_seat_unfilled(draft: Draft) -> Mutation:
    """Nobody is said to fill it."""
    seats = [s for s in draft.seats() if any(label.endswith(" by") for label in s[2])]
    body, key, seat = draft.pick(seats)
    for label in [label for label in seat if label.endswith(" by")]:
        del seat[label]
    # What is said of the body, or of its members, may be about the seat.
    named = {body, *map(who, draft.holders(body, key))}
    if any(line.ends[2] in named and line.ends[1].startswith(CHOOSING) for line in draft.lines()):
        return draft.done()
    return draft.done(breaks=found("G014", body, f"{body}/{key}"))


@operator()
def seat_twice(draft: Draft) -> Mutation | None:
    """Somebody has a place in a body beside the seat that comes with a say, for the same party."""
    body, member = draft.pick(draft.members())
    seat = draft.nodes[body].get("seats", {}).get(member.get("seat"))
    if not seat or draft.nodes[who(member)].get("collective"):
        return None
    said = {**seat, **member}
    if said.get("role", "member") != "member" or said.get("vote") == "no":
        return None
    again = {key: said[key] for key in ("represents",) if key in said}
    draft.nodes[body]["members"].append({"member": who(member), **again})
    return draft.done(breaks=found("G033", body, who(member)))


# ---------------------------------------------------------------------------------------- lines


@operator()
def add_second_superior(draft: Draft) -> Mutation | None:
    """Two solid lines upwards, from one that has none or more."""
    node = draft.pick(i for i in draft.ids("body", "post") if not draft.nodes[i].get("collective"))
    lines = {
        line.ends[2]
        for line in draft.lines()
        if line.ends[1] == "reports_to" and line.ends[0] == node
    }
    # Of two that are in one line, one is above the other; so they are nobody's.
    new = [draft.add_node("organisations", f"new-{n}") for n in range(max(1, 2 - len(lines)))]
    for other in new:
        draft.add_line(node, "reports to", other, {})
    return draft.done(breaks=found("G002", node, *lines, *new))


@operator()
def add_unproven_member(draft: Draft) -> Mutation:
    body = draft.pick(draft.ids("body"))
    member = draft.add_member(body, None)
    bare = found("G060", f"{member}:member_of:{body}") + found("G062", member)
    return draft.done(breaks=bare)


@operator()
def add_unproven_relation(draft: Draft) -> Mutation | None:
    one, other = (draft.pick(draft.ids()) for _ in range(2))
    if one == other or other in draft.nodes[one].get("advises", {}):
        return None
    draft.add_line(one, "advises", other, {"note": "Uden belæg"})
    return draft.done(breaks=found("G060", f"{one}:advises:{other}"))


@operator()
def infer_without_reason(draft: Draft) -> Mutation | None:
    line = draft.pick(line for line in draft.lines() if "status" not in line.attributes)
    line.attributes.pop("note", None)
    line.attributes["status"] = "inferred"
    return draft.done(breaks=found("G063", line.id))


@operator()
def strip_evidence(draft: Draft) -> Mutation | None:
    """A seat or a relation loses all its quotations."""
    body, key, seat = draft.pick(draft.seats())
    line = draft.pick(line for line in draft.lines() if "status" not in line.attributes)
    if draft.rng.random() < 0.5:
        del seat["evidence"]
        return draft.done(breaks=found("G061", f"{body}/{key}"))
    if not line.attributes.pop("evidence", None):
        return None
    return draft.done(breaks=found("G060", line.id))


@operator(*SEATED)
def watch_over_superior(draft: Draft) -> Mutation | None:
    """A body oversees what it reports to."""
    lines = (line for line in draft.lines() if line.ends[1] == "reports_to")
    source, _, target = draft.pick(lines).ends
    # What oversees a whole organisation may well report to it.
    if target in draft.nodes[source].get("oversees", {}) or draft.kinds[target] == "organisation":
        return None
    draft.add_line(source, "oversees", target, {})
    return draft.done(breaks=found("G053", source, target))

"""Graphs at random whose reporting lines part, meet, and run beside each other."""

import random

from orggraph.model import Graph, PartialDate, Parts, Period, Relation
from tests.queries.build import node, relation

DAYS = ("2019", "2023-02", "2024-02-29", "2024-02", "2024-03-01", "2025", "2026-01-31")
REPORTS = ("reports_to", "reports_to", "anchored_in")
KINDS = ("body", "post", "person", "organisation")
IDS = (
    "å_1",
    "a",
    "b.c",
    "B",
    "ø",
    "007",
    "æ-2",
    "z",
    "no",
    "Ö",
    "x0",
    "x1",
    "x10",
    "x2",
    "🙂",
    "～",
)


def random_graph(seed: int, *, size: int = 12, dated: bool = False) -> Graph:
    """Return a graph whose reporting lines lead from later to earlier nodes, so to no circle."""
    rnd = random.Random(seed)
    ids = rnd.sample(IDS, min(size, len(IDS)))
    ids += [f"n{i:03}" for i in range(size - len(ids))]
    nodes = [
        node(id_, rnd.choice(KINDS), collective=rnd.random() < 0.1, period=_period(rnd, dated),
             roster=rnd.choice(["complete", "unknown"]))
        for id_ in ids
    ]  # fmt: skip
    found: dict[str, Relation] = {}
    for _ in range(3 * size):
        below, above = sorted(rnd.sample(range(size), 2), reverse=True)
        sentence = rnd.choice([
            *[f"{ids[below]} {rnd.choice(REPORTS)} {ids[above]}"] * 4,
            f"{ids[above]} {rnd.choice('member_of holds informs oversees appoints'.split())} "
            f"{ids[below]}",
            f"{ids[below]} {rnd.choice('contact_for part_of oversees coordinates'.split())} "
            f"{ids[above]}",
        ])  # fmt: skip
        made = relation(
            sentence,
            id=f"r{rnd.randrange(10**6)}",
            line=rnd.choice(["solid", "solid", "dotted"]),
            status=rnd.choice(["stated", "inferred"]),
            period=_period(rnd, dated),
        )
        found[made.id] = made
    lone = node("lone", "body", roster="complete")  # nobody but a contact
    contact = relation(f"lone contact_for {ids[0]}", period=_period(rnd, dated))
    return Graph.from_sound(Parts((*nodes, lone), (*found.values(), contact)))


def _period(rnd: random.Random, dated: bool) -> Period:
    if not dated or rnd.random() < 0.6:
        return Period()
    start, end = (PartialDate.parse(rnd.choice(DAYS)) if rnd.random() < 0.6 else None for _ in "se")
    period = Period(start, end)
    return Period(start) if period.is_reversed else period


def ladder(rungs: int) -> list[str]:
    """Return sentences in which 2 ** rungs equal lines run from s to t."""
    steps = [f"{a}{i:02} reports_to {b}{i + 1:02}" for i in range(rungs - 1) for a in "xy"
             for b in "xy"]  # fmt: skip
    ends = [f"s reports_to {a}00" for a in "xy"]
    return steps + ends + [f"{a}{rungs - 1:02} reports_to t" for a in "xy"]

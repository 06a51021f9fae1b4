"""Organisations to draw, which nobody has: seeded, as data files."""

import random
from pathlib import Path

WORDS = (
    "regional health digital steering council office audit finance school traffic water"
    " climate library data service development planning culture harbour energy group board"
).split()


def write_organisation(path: Path, size: int, relations: float) -> None:
    """Write a data file of ``size`` bodies with names of three to six words.

    They report to each other as a tree; other relations make it ``relations`` a node.
    """
    chance = random.Random(size)
    others: dict[int, dict[str, set[int]]] = {}
    for _ in range(round((relations - 1) * size) + 1):
        one, other = chance.sample(range(size), 2)
        relation = chance.choice(["informs", "advises", "contact for"])
        others.setdefault(one, {}).setdefault(relation, set()).add(other)
    lines = [f"title: An organisation of {size}", "language: en", "bodies:"]
    for number in range(size):
        name = " ".join(chance.choices(WORDS, k=chance.randint(3, 6))).capitalize()
        lines += [f"  b{number}:", f"    name: {name} {number}"]
        if number:
            lines.append(f"    reports to: b{chance.randrange((number - 1) // 8, number)}")
        for relation, targets in others.get(number, {}).items():
            ids = ", ".join(f"b{target}" for target in sorted(targets))
            lines.append(f"    {relation}: [{ids}]")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")

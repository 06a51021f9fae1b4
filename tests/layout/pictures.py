"""Pictures to lay out that nobody drew by hand: seeded, of every awkward sort."""

import random
from collections.abc import Iterable, Sequence

from orggraph.views.content import CardContent, Content, Link, Row

KINDS = ("organisation", "body", "post", "person")
FAMILIES = {
    "reporting": ("reports to", 8, "target"),
    "appointment": ("appoints 3", 3, "source"),
    "contact": ("contact for", 1, None),
    "support": ("advises and supports the secretariat", 2, None),
}
NAMES = (
    "KD-Net",
    "Kommunaldirektørnetværket i den midtjyske region",
    "Sundhedsdatastyrelsens digitaliseringsstyregruppesekretariat",
    "Følgegruppen",
    "IT- og digitaliseringscheferne",
    "Ø",
)


def card(number: int, chance: random.Random) -> CardContent:
    """Return a card with some of everything."""
    name = chance.choice(NAMES)
    rows = tuple(
        Row(f"Medlem {i} {chance.choice(NAMES)}", chance.choice(["", "formand · Struer Kommune"]))
        for i in range(chance.choice([0, 0, 0, 3, 7]))
    )
    return CardContent(
        id=f"node-{number}",
        kind=chance.choice(KINDS),
        name=name,
        label=name,
        subtitles=chance.choice([(), (), ("En undertitel, som er ganske lang og skal brydes",)]),
        rows=rows,
        summary=chance.choice(["", "5 pladser, 1 ledig"]) if rows else "",
        several=chance.random() < 0.15,
        folded=chance.choice([0, 0, 0, 12]),
    )


def link(number: int, source: int, target: int, family: str, chance: random.Random) -> Link:
    """Return a line of a family between two cards."""
    label, strength, above = FAMILIES[family]
    return Link(
        id=f"link-{number:04}",
        source=f"node-{source}",
        target=f"node-{target}",
        family=family,
        types=(family,),
        relations=(f"r{number}",),
        label=chance.choice([label, label, ""]),
        description=f"{source} {label} {target}",
        above=above,  # type: ignore[arg-type]
        strength=strength,
        arrow=family != "contact",
        mutual=family == "support" and chance.random() < 0.3,
        dotted=chance.random() < 0.05,
        marked=chance.random() < 0.05,
    )


def picture(seed: int, size: int, extra: float = 0.4) -> Content:
    """Return a picture of ``size`` cards: a reporting tree, and ``extra`` other lines a card.

    Among the others are second superiors, parallel relations, and cycles of contact.
    """
    chance = random.Random(seed)
    cards = [card(number, chance) for number in range(size)]
    ends: list[tuple[int, int, str]] = []
    for number in range(1, size):
        if chance.random() < 0.92:
            near = max(0, number - chance.choice([3, 8, 40]))
            ends.append((number, chance.randrange(near, number), "reporting"))
    for _ in range(int(extra * size)):
        one, other = chance.sample(range(size), 2) if size > 1 else (0, 0)
        if one != other:
            ends.append((one, other, chance.choice(list(FAMILIES))))
    if size > 4:
        ring = chance.sample(range(size), 4)
        ends += [(a, b, "contact") for a, b in zip(ring, [*ring[1:], ring[0]], strict=True)]
        one, other = chance.sample(range(size), 2)
        ends += [(one, other, family) for family in FAMILIES]
    # As in a merged view: one line of a family from one card to another.
    unique = dict.fromkeys(ends)
    links = [link(number, *end, chance) for number, end in enumerate(unique)]
    return as_content(cards, links)


def clusters(seed: int, groups: int, each: int) -> Content:
    """Return groups that are dense inside and tied to each other by few lines."""
    chance = random.Random(seed)
    cards = [card(number, chance) for number in range(groups * each)]
    ends = {}
    for group in range(groups):
        members = range(group * each, (group + 1) * each)
        for one in members[1:]:
            ends[one, members[0], "reporting"] = None
            ends[one, chance.choice(members[1:]), "support"] = None
        ends[members[0], ((group + 1) % groups) * each, "contact"] = None
    pairs = [end for end in ends if end[0] != end[1]]
    links = [link(number, *end, chance) for number, end in enumerate(pairs)]
    return as_content(cards, links)


def plain(size: int, ends: Iterable[tuple[int, int]], family: str = "reporting") -> Content:
    """Return cards of one word each, and lines of one sort from the lower to the upper."""
    cards = [CardContent(f"node-{at}", "body", f"Udvalg {at}", "") for at in range(size)]
    links = [link(at, *end, family, random.Random(1)) for at, end in enumerate(ends)]
    same = [one._replace(label=FAMILIES[family][0], dotted=False, marked=False) for one in links]
    return as_content(cards, same)


def chain(size: int) -> Content:
    """Return cards of which each is below the one before it."""
    return plain(size, ((at + 1, at) for at in range(size - 1)))


def fan(leaves: int) -> Content:
    """Return one card with leaves below it."""
    return plain(leaves + 1, ((at + 1, 0) for at in range(leaves)))


def odd_pictures() -> dict[str, Content]:
    """Return pictures of an odd shape by their names."""
    chance = random.Random(7)
    cards = [card(number, chance) for number in range(6)]
    pairs = [(1, 0), (2, 0), (4, 3)]
    both = [link(at, *end, "reporting", chance) for at, end in enumerate(pairs)]
    mutual = [one._replace(mutual=True, label="") for one in both]
    several = [one._replace(several=True) for one in cards]
    every = [(a, b) for a in range(5) for b in range(a)]
    return {
        "nothing": as_content([], []),
        "one": as_content(cards[:1], []),
        "two": plain(2, [(1, 0)]),
        "no lines": as_content(cards, []),
        "apart": as_content(cards, both),
        "mutual without words": as_content(several, mutual),
        "chain": chain(25),
        "fan": fan(30),
        "ring of contact": plain(5, [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0)], "contact"),
        "ring of reporting": plain(4, [(0, 1), (1, 2), (2, 3), (3, 0)]),
        "everyone to everyone": plain(5, every, "support"),
        "there and back": plain(2, [(1, 0), (0, 1)]),
        "two superiors": plain(7, [(at, up) for at in range(2, 7) for up in (0, 1)]),
        "long and short way": plain(4, [(1, 0), (2, 1), (3, 2), (3, 0), (2, 0)]),
    }


def as_content(cards: Sequence[CardContent], links: Sequence[Link]) -> Content:
    """Return a picture of cards and links, with a title, legend and footnote."""
    kinds = {card.kind for card in cards}
    families = {link.family for link in links}
    return Content(
        id="generated",
        title="En genereret organisation med en titel, der brydes på smalle sider",
        footnote="Kilde: ingen",
        language="da",
        cards=tuple(cards),
        links=tuple(links),
        kinds=tuple((kind, kind.capitalize()) for kind in KINDS if kind in kinds),
        families=tuple((family, family.capitalize()) for family in FAMILIES if family in families),
        outline=(),
    )

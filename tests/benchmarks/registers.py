"""Registers of any size, which nobody has: seeded, as CSV tables, with questions to ask of them.

A node is made of its number alone, so that a register of ten million is written in the memory of a
small one, and what to ask of it is known without reading it. The hierarchy has 8 to 12 below each
superior; half of the nodes have one relation more. Nodes stand in the tables from the top down, but
their ids say nothing of where they are.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GROUP = (8, 9, 10, 11, 12)
"""How many stand below each of five superiors in turn."""
STARTS = tuple(sum(GROUP[:at]) for at in range(len(GROUP)))
SPREAD = 7_368_787
"""A prime, which makes other numbers of the numbers of nodes, each once."""
MIX = 0x9E3779B97F4A7C15
WHOLE = (1 << 64) - 1

UNITS = (
    "Kontor Afdeling Sekretariat Center Enhed Team Forvaltning Stab Udvalg Arbejdsgruppe".split()
)
THEMES = (
    "Miljø|Byggesager|Økonomi|Løn|Ældre|Børn|Skoler|Kultur|Færger|Havne|Veje|Grønne områder"
    "|Natur|Klima|Vandløb|Sundhed|Tandpleje|Jura|Digitalisering|Indkøb|Beskæftigelse|Integration"
    "|Bosætning|Erhverv|Turisme|Beredskab|Planlægning|Ejendomme|Renovation|Borgerservice"
).split("|")
PLACES = (
    "Ærø Læsø Samsø Fanø Tønder Køge Næstved Sorø Skærbæk Århus Ålborg Ringkøbing Rødovre"
    " Brønderslev Hjørring Tårnby Dragør Allerød Hillerød Hørsholm Solrød Greve Holbæk"
    " Odsherred Kalundborg Slagelse Faxe Vordingborg Guldborgsund Lolland Bornholm Middelfart"
    " Assens Nyborg Kerteminde Svendborg Langeland Haderslev Sønderborg Aabenraa Esbjerg Varde"
    " Vejen Billund Kolding Fredericia"
).split()
TITLES = (
    "Kontorchef Afdelingsleder Specialkonsulent Fuldmægtig Sagsbehandler Rådgiver Ingeniør"
    " Økonomikonsulent Sekretær Projektleder"
).split()
FIRST = (
    "Åse Søren Mette Jørgen Kirsten Lærke Bjørn Øyvind Anne Lars Ida Asbjørn Gøran Pia"
    " Hüseyin Sigrið Fatima Niels Karen Malthe Astrid Børge Signe Åge"
).split()
MIDDLE = "Kjær Skovgård Lund Bæk Østergaard Holm Møller Nørgaard Dahl Ågård Winther Høj".split()
LAST = (
    "Sørensen Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Rasmussen Jørgensen Madsen"
    " Kristensen Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen"
).split()
AMONG_BODIES = ("member_of", "informs", "contact_for", "advises", "member_of", "coordinates")
AMONG_PEOPLE = ("appoints", "informs", "contact_for", "nominates", "approves", "supports")
ROOMS = 40
"""How many units of the same name a place has at most; the one that is looked for is another."""


class Question(NamedTuple):
    """What is asked: of which kind, with which words, and the answer where it is known.

    An answer is lines of text, the same ones from every tool.
    """

    kind: str
    words: tuple[str, ...]
    answer: str | None = None


class Register:
    """A register of ``size`` nodes, numbered from the top down."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.sought = self._seek()
        self.informed = size // 25
        self.informing = {at // 2 * 2 + 1 for at in (size // 3, size // 2, size * 2 // 3)}

    def id(self, number: int) -> str:
        return f"u{(number * SPREAD + 4_217) % self.size:07}"

    def superior(self, number: int) -> int:
        """Return the number of a node's superior; the top has none."""
        group, place = divmod(number - 1, sum(GROUP))
        return group * len(GROUP) + sum(place >= start for start in STARTS) - 1

    def leads(self, number: int) -> bool:
        """Whether anyone reports to a node."""
        group, place = divmod(number, len(GROUP))
        return group * sum(GROUP) + STARTS[place] + 1 < self.size

    def line(self, number: int) -> list[int]:
        """Return a node and all above it."""
        found = [number]
        while found[-1]:
            found.append(self.superior(found[-1]))
        return found

    def kind(self, number: int) -> str:
        if number < 12:
            return "organisation"
        if self.leads(number):
            return "body" if number % 4 else "post"
        return ("person", "post", "person", "post", "body")[_mixed(number, 1) % 5]

    def other(self, number: int) -> tuple[str, int]:
        """Return the type and the target of the other relation that odd numbers have."""
        if number in self.informing:
            return ("informs", self.informed)
        mixed = _mixed(number, 2)
        target = mixed % self.size
        if target == number:
            target = self.sought
        types = AMONG_BODIES if self.kind(target) in ("organisation", "body") else AMONG_PEOPLE
        type_ = types[(mixed >> 40) % len(types)]
        # Odd numbers alone have such relations, so that no contact is there from both ends.
        return ("informs" if type_ == "contact_for" and target % 2 else type_, target)

    def unit(self, number: int) -> str:
        """Return the name of a unit; one of them has a name that no other has."""
        mixed = _mixed(number, 3)
        mixed, unit = divmod(mixed, len(UNITS))
        mixed, one = divmod(mixed, len(THEMES))
        mixed, two = divmod(mixed, len(THEMES) - 1)
        mixed, room = divmod(mixed, ROOMS)
        place = PLACES[mixed % len(PLACES)]
        room = ROOMS if number == self.sought else room
        themes = f"{THEMES[one]} og {THEMES[(one + two + 1) % len(THEMES)]}"
        return f"{UNITS[unit]} for {themes} {room + 1}, {place} Kommune"

    def node(self, number: int) -> tuple[str, ...]:
        """Return the row of a node."""
        kind, mixed = self.kind(number), _mixed(number, 4)
        title = TITLES[mixed % len(TITLES)]
        classification, aliases = "", ""
        start = f"20{mixed % 17 + 10}-{mixed % 12 + 1:02}-01" if mixed % 3 else ""
        end = f"20{mixed % 9 + 27}" if mixed % 31 == 0 else ""
        if kind == "person":
            mixed, first = divmod(mixed >> 8, len(FIRST))
            mixed, middle = divmod(mixed, len(MIDDLE))
            name = f"{FIRST[first]} {MIDDLE[middle]} {LAST[mixed % len(LAST)]}"
        elif kind == "post":
            name = f"{title}, {self.unit(number).partition(' for ')[2]}"
        else:
            name, title = self.unit(number), ""
            classification = name.partition(" ")[0].lower()
            if number % 5 == 0:
                aliases = f"{name[:1]}-{number} {name.rsplit(' ', 2)[1]}"
        note = "Oprettet ved sammenlægning" if number % 16 == 0 else ""
        return (self.id(number), kind, name, title, classification, aliases, start, end, note)

    def nodes(self) -> Iterator[tuple[str, ...]]:
        return map(self.node, range(self.size))

    def relations(self) -> Iterator[tuple[str, ...]]:
        for number in range(self.size):
            own = self.id(number)
            start = f"20{number % 14 + 10}-01" if number % 7 == 0 else ""
            if number:
                yield (own, "reports_to", self.id(self.superior(number)), "", start, "")
            if number % 2:
                type_, target = self.other(number)
                role = ("member", "observer", "")[number % 3] if type_ == "member_of" else ""
                yield (own, type_, self.id(target), role, start, "Efter aftale" * (start == ""))

    def questions(self) -> list[Question]:
        """Return what to ask, the same for every tool."""
        line = "\n".join(map(self.id, self.line(self.size - 1)))
        name = self.unit(self.sought)
        return [
            Question("path", (self.id(self.size - 1), self.id(0)), line),
            Question("links", tuple(map(self.id, self._linked()))),
            Question("chain", (self.id(self.size - 1),), line),
            Question("who", ("contact", self.id(self.informed))),
            Question("name", (name,), self.id(self.sought)),
            Question("misspelt", (misspell(name),), self.id(self.sought)),
            Question("count", (self.id(0),), str(self.size - 1)),
            Question("sweep", (self.id(0),), str(self.size - 1)),
        ]

    def _seek(self) -> int:
        return next(number for number in range(self.size // 20, 0, -1) if number % 4 and number > 4)

    def _linked(self) -> tuple[int, int]:
        """Return a node far down, and one that two relations besides reporting lead to."""
        for start in range(self.size - 1, 0, -1):
            one = self._aside(start, 2)
            end = self.superior(self._aside(one, 1)) if one else 0
            if end and end not in self.line(start) and end not in self.line(one):
                return start, end
        raise AssertionError(f"nothing to ask of {self.size}")

    def _aside(self, number: int, up: int) -> int:
        """Return where the relation of the first odd node that is ``up`` from a node leads."""
        odd = [above for above in self.line(number)[up:] if above % 2]
        return self.other(odd[0])[1] if odd else 0


def misspell(name: str) -> str:
    """Return a name as it is typed in a hurry: letters left out and changed about."""
    words = name.replace("Kommune", "Komune").split()
    first, last = words.index("for") + 1, words.index(f"{ROOMS + 1},") - 1
    words[last] = words[last][:2] + words[last][3] + words[last][2] + words[last][4:]
    words[first] = words[first][:2] + words[first][3:]
    return " ".join(words)


def write_register(folder: Path, size: int) -> None:
    """Write ``nodes.csv`` and ``relations.csv`` of a register."""
    register = Register(size)
    heads = ("id", "kind", "name", "title", "classification", "aliases", "from", "until", "note")
    with (folder / "nodes.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heads)
        writer.writerows(register.nodes())
    with (folder / "relations.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("source", "type", "target", "role", "from", "note"))
        writer.writerows(register.relations())


def _mixed(number: int, salt: int) -> int:
    """Return a number that says nothing of the one it is made of (splitmix64, Steele 2014)."""
    mixed = (number + 1) * MIX + salt * 0xD1B54A32D192ED03 & WHOLE
    mixed = (mixed ^ mixed >> 30) * 0xBF58476D1CE4E5B9 & WHOLE
    mixed = (mixed ^ mixed >> 27) * 0x94D049BB133111EB & WHOLE
    return mixed ^ mixed >> 31


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    write_register(target, int(sys.argv[2]))

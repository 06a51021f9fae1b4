"""What is mutated: the two shipped cases, and a made-up organisation of which nothing is wrong."""

import os
import re
from copy import deepcopy
from functools import cache
from hashlib import sha256
from random import Random
from typing import NamedTuple

from tests.proof.plain import ROOT, Data, normalise

PLACES = [p for p in (os.environ.get("ORGGRAPH_SHARED"), str(ROOT.parent / "shared")) if p]


class Base(NamedTuple):
    """A data file as plain data, with the document that it quotes."""

    name: str
    data: Data
    source: str
    document: str


@cache
def find_base(name: str) -> Base | None:
    """Return a base; None where its document is not at hand."""
    if name == "harbour":
        return make_harbour()
    if name == "python":
        data = normalise((ROOT / "data/python/governance.yaml").read_text(encoding="utf-8"))
        return Base(name, data, "pep13", _document_of(data))
    data = normalise((ROOT / "data/govtech-midtjylland.yaml").read_text(encoding="utf-8"))
    for place in PLACES:
        path = ROOT.joinpath(place, "sources", "govtech-midtjylland.txt")
        if path.exists():
            return Base(name, data, "organisering", path.read_bytes().decode())
    return None


BASES = ("harbour", "python", "govtech")


def _document_of(data: Data) -> str:
    """Return a document of the quotations of a data file, a paragraph each, that is wholly quoted.

    One that stands in the words of another needs no paragraph of its own.
    """
    quotes = re.findall(r"'\w+: ([^']+)'", str(data))
    lines: list[str] = []
    for words in sorted(dict.fromkeys(quotes), key=lambda words: (-len(words), words)):
        if not any(words in line for line in lines):
            lines.append(words.replace(" … ", " and, as it says, "))
    return "\n\n".join(lines) + "\n"


def make_harbour() -> Base:
    """Return a made-up harbour: everything dated and quoted, every seat filled, nothing found."""
    made = _Harbour()
    document = "\n\n".join(made.lines) + "\n"
    made.data["sources"]["charter"]["sha256"] = sha256(document.encode()).hexdigest()
    return Base("harbour", deepcopy(made.data), "charter", document)


class _Harbour:
    """Writes the data and the document side by side."""

    def __init__(self) -> None:
        self.rng = Random(4)
        self.lines: list[str] = []
        self.data: Data = {
            "title": "The harbour of Ærø",
            "language": "en",
            "sources": {"charter": {"title": "The charter of the harbour"}},
            "organisations": {},
            "bodies": {},
            "posts": {},
            "persons": {},
        }
        self.node("organisations", "harbour", "The Harbour of Ærø")
        self.node("organisations", "town", "The Town of Marstal", classification="municipality")
        self.node("organisations", "guild", "The Guild of Pilots", aliases=["pilots' guild"])
        for number, (id_, name) in enumerate(
            (("board", "The Board of Trustees"), ("quays", "The Committee of Quays"),
             ("dredging", "The Committee of Dredging"), ("lights", "The Committee of Lights"))
        ):  # fmt: skip
            self.body(id_, name, number)
        self.node("posts", "director", "The Harbour Director")
        self.relation("posts", "director", "post in", "harbour")
        self.relation("posts", "director", "reports to", "board")
        self.node("posts", "clerk", "The Clerk of the Quays")
        self.relation("posts", "clerk", "post in", "town")
        self.relation("posts", "clerk", "supports", "quays", note="On two days of the week")
        self.node("persons", "åse-møller", "Åse Møller", title="director")
        self.relation("persons", "åse-møller", "holds", "director")
        self.relation("bodies", "dredging", "informs", "guild", note="Before work begins")
        self.relation("bodies", "dredging", "contact for", "town")
        self.relation("bodies", "lights", "advises", "board")
        self.relation("bodies", "board", "oversees", "dredging")
        self.relation("organisations", "guild", "informs", "harbour")

    def quote(self, *parts: str) -> list[str]:
        """Write a paragraph with these words, and return the quotation of them."""
        number = len(self.lines) + 1
        between = f", as ordered under item {number}, "
        self.lines.append(f"§ {number}. It is so that {between.join(parts)}, in the self-same way.")
        return ["charter: " + " … ".join(parts)]

    def node(self, section: str, id_: str, name: str, **fields: object) -> None:
        evidence = self.quote(f"here is “{name}”", f"known to all as {id_}")
        self.data[section][id_] = {
            "name": name,
            "from": "2010-01-01",
            **fields,
            "evidence": evidence,
        }

    def relation(self, section: str, id_: str, label: str, other: str, **fields: object) -> None:
        evidence = self.quote(f"{id_} {label}", f"{other} since then")
        said = {"from": "2012-01-01", **fields, "evidence": evidence}
        self.data[section][id_].setdefault(label, {})[other] = [said]

    def body(self, id_: str, name: str, number: int) -> None:
        above = ("town", "board", "board", "quays")[number]
        aim = "to keep the water deep and the harbour open"
        purpose = {
            "text": f"That ships come and go ({id_})",
            "evidence": self.quote(f"the aim of {id_} is {aim}"),
        }
        self.node(
            "bodies", id_, name, roster="complete", purposes=[purpose], note=f"Number {number}"
        )
        self.relation("bodies", id_, "reports to", above)
        seats = {
            "chair": {"role": "chair", "count": "1", "vote": "yes", "appointed by": [above]},
            "pilot": {"count": "1", "vote": "yes", "elected by": ["guild"], "represents": "guild"},
            "ordinary": {"role": "member", "count": "2-3", "vote": "yes", "appointed by": [above]},
            "watch": {"role": "observer", "count": "1", "vote": "no", "appointed by": ["harbour"]},
        }
        seats["ordinary"]["count"] = "3"
        for key, seat in seats.items():
            evidence = self.quote(f"{above} sees to it that {id_} has its {key} seat")
            if key == "ordinary":
                evidence += self.quote(f"those of {id_}", "are three in all")
            seats[key] = {"name": f"{key.capitalize()} of {id_}", **seat, "term": "4 years",
                          "from": "2011-01-01", "evidence": evidence}  # fmt: skip
        self.data["bodies"][id_] |= {"seats": seats, "members": []}
        keys = ("chair", "pilot", "ordinary", "ordinary", "ordinary", "watch")
        for place, key in enumerate(keys):
            self.member(
                id_,
                key,
                f"{id_}-{place}",
                f"{'Åge Bo Eva Ib Liv Søs'.split()[place]} of {name[4:]}",
            )

    def member(self, body: str, seat: str, id_: str, name: str) -> None:
        self.node("persons", id_, name)
        self.relation("persons", id_, "employed by", "guild" if seat == "pilot" else "town")
        start = f"{self.rng.choice((2023, 2024, 2025))}-0{self.rng.randint(7, 9)}-15"
        entry = {"person": id_, "seat": seat, "from": start}
        entry["evidence"] = self.quote(f"{id_} sits in {body}", f"in the {seat} seat")  # type: ignore[assignment]
        self.data["bodies"][body]["members"].append(entry)
